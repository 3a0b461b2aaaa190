"""Walking and judging takes by keys, and the menu of each."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.ui.inspector import Inspector
from studio.ui.inspector.lineage import chain
from studio.ui.inspector.takes_strip import spoken
from tests.ui.inspector.made import PROJECT, detail, take

Said = list[tuple[Any, ...]]


@pytest.fixture
def said(inspector: Inspector) -> Said:
    """Three takes, the second picked, the third rejected; and what the strip says from then on."""
    inspector.show_shot(detail([take(1), take(2), take(3, rejected=True)], 2), PROJECT)
    said: Said = []
    for name in ("take_chosen", "pick_toggled", "use_settings", "play_requested"):
        getattr(inspector, name).connect(lambda take_id, name=name: said.append((name, take_id)))
    inspector.rated.connect(lambda take_id, stars: said.append(("rated", take_id, stars)))
    inspector.rejected.connect(lambda take_id, rejected: said.append(("rejected", take_id, rejected)))
    inspector.one.takes.setFocus()
    return said


def test_arrows_choose(qtbot: QtBot, inspector: Inspector, said: Said) -> None:
    strip = inspector.one.takes
    assert inspector.chosen_take == "t2"
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert said == [("take_chosen", "t3"), ("take_chosen", "t2"), ("take_chosen", "t1")]


def test_keys_judge_the_chosen_take(qtbot: QtBot, inspector: Inspector, said: Said) -> None:
    strip = inspector.one.takes
    keys = (Qt.Key.Key_P, Qt.Key.Key_4, Qt.Key.Key_0, Qt.Key.Key_X, Qt.Key.Key_U, Qt.Key.Key_Return)
    for key in keys:
        qtbot.keyClick(strip, key)
    assert said == [
        ("pick_toggled", "t2"),
        ("rated", "t2", 4),
        ("rated", "t2", 0),
        ("rejected", "t2", True),
        ("play_requested", "t2"),
    ]


def test_a_rejected_take_comes_back(qtbot: QtBot, inspector: Inspector, said: Said) -> None:
    inspector.choose_take(inspector.one.takes._model.takes[2].id)
    assert said == []
    qtbot.keyClick(inspector.one.takes, Qt.Key.Key_U)
    qtbot.keyClick(inspector.one.takes, Qt.Key.Key_X)
    assert said == [("rejected", "t3", False), ("rejected", "t3", False)]


def test_the_menu_does_what_the_keys_do(inspector: Inspector, said: Said) -> None:
    chosen = inspector.one.takes.chosen
    assert chosen is not None
    menu = inspector.one.takes.menu_for(chosen)
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    actions["Use these settings"].trigger()
    actions["Unpick"].trigger()
    actions["Play"].trigger()
    assert said == [("use_settings", "t2"), ("pick_toggled", "t2"), ("play_requested", "t2")]


def test_a_chosen_take_stays_chosen_when_others_change(inspector: Inspector, said: Said) -> None:
    inspector.choose_take(inspector.one.takes._model.takes[0].id)
    inspector.show_shot(detail([take(1, stars=3), take(2), take(3)], 3), PROJECT)
    assert inspector.chosen_take == "t1"
    assert said == []


def test_many_takes_scroll_to_the_chosen_one(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_shot(detail([take(number) for number in range(1, 31)]), PROJECT)
    strip = inspector.one.takes
    assert strip.viewport().rect().contains(strip.visualRect(strip.currentIndex()).center())
    assert strip.horizontalScrollBar().maximum() > 0


def test_a_screen_reader_hears_a_take() -> None:
    words = spoken(take(5, stars=4, rejected=True), take(5).id)
    assert words == "Take 5, Blocking, the pick, 4 stars, rejected, $0.39"


def test_lineage_is_the_chain_of_parents() -> None:
    takes = (take(1), take(2), take(3, parent_id="t1"), take(4, parent_id="t3"))
    assert [one.number for one in chain(takes, takes[3])] == [1, 3, 4]
    looped = (take(1, parent_id="t2"), take(2, parent_id="t1"))
    assert [one.number for one in chain(looped, looped[0])] == [2, 1]
    assert chain(takes, None) == ()
