"""The table of actions: no key twice, no icon that is missing, and nothing that seems to act and cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from studio.core.tier import Tier
from studio.ui import icons
from studio.ui.action_set import ActionSet, shown_key
from studio.ui.actions import ACTIONS
from studio.ui.situation import Situation
from studio.ui.theme import Theme

OPEN = Situation(open=True, writable=True, scenes=1, shots=3, picks=1)
CHOSEN = Situation(
    open=True,
    writable=True,
    scenes=1,
    shots=3,
    picks=1,
    selected=1,
    first=False,
    last=False,
    has_takes=True,
    take=True,
    tier=Tier.DISCOVERY,
)


def able(situation: Situation) -> set[str]:
    return {row.id for row in ACTIONS if row.can(situation)}


def test_every_id_and_every_key_stands_once() -> None:
    assert not [one for one, count in Counter(row.id for row in ACTIONS).items() if count > 1]
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)
    assert "" not in keys
    assert not [key for key, count in keys.items() if count > 1]


def test_every_icon_is_there(qapp: QApplication) -> None:
    assert {row.icon for row in ACTIONS if row.icon} <= icons.names()


def test_without_a_project_only_these_can_act() -> None:
    assert able(Situation()) == {
        "new_project",
        "open_project",
        "import_script",
        "settings",
        "quit",
        "menu",
        "keys",
        "whats_new",
    }


def test_a_project_for_reading_offers_no_change() -> None:
    reading = Situation(open=True, scenes=1, shots=3, picks=1, selected=1, take=True, tier=Tier.DISCOVERY, undo="Move")
    assert able(reading) - able(Situation()) == {
        "show_delivery",
        "close_project",
        "copy_files",
        "select_all",
        "search",
        "play",
        "play_picks",
        "toggle_scenes",
        "toggle_inspector",
        "zoom_in",
        "zoom_out",
    }


@pytest.mark.parametrize(
    ("situation", "can", "cannot"),
    [
        (OPEN, "new_after", "draft"),
        (OPEN, "deliver", "pick"),
        (CHOSEN, "draft", "undo"),
        (CHOSEN, "promote", "cancel_work"),
        (CHOSEN, "move_left", "retry_work"),
        (CHOSEN, "approve", "paste_picture"),
    ],
)
def test_a_situation_decides(situation: Situation, can: str, cannot: str) -> None:
    assert can in able(situation)
    assert cannot not in able(situation)


@pytest.fixture
def actions(theme: Theme, qapp: QApplication) -> Iterator[ActionSet]:
    window = QWidget()
    yield ActionSet(theme, window, QWidget(window))
    window.deleteLater()


def test_undo_names_its_step_plainly(actions: ActionSet) -> None:
    actions.update(Situation(open=True, writable=True, undo="Move 2 shots & more"))
    assert actions["undo"].text() == "Undo Move 2 shots && more"
    assert actions["undo"].isEnabled()
    assert actions["redo"].text() == "Redo"
    assert not actions["redo"].isEnabled()


def test_the_status_bar_hints_at_what_can_act(actions: ActionSet) -> None:
    actions.update(Situation())
    assert actions.hints() == [("?", "all keys")]
    actions.update(CHOSEN)
    assert [word for _, word in actions.hints()] == [
        "play",
        "draft",
        "promote",
        "stars",
        "pick",
        "reject",
        "export",
        "all keys",
    ]


def test_every_action_stands_in_a_menu(actions: ActionSet) -> None:
    shown: set[str] = set()
    ground = QWidget()
    menu = actions.menu(ground)
    for part in menu.findChildren(QMenu):
        shown |= {one.objectName() for one in part.actions()}
    assert {row.id for row in ACTIONS} - shown == {"menu"}


def test_connecting_without_a_slot_fails(actions: ActionSet) -> None:
    with pytest.raises(KeyError):
        actions.connect_all({"undo": lambda: None})


def test_keys_are_shown_in_words() -> None:
    shown = {row.id: shown_key(row) for row in ACTIONS}
    assert shown["promote"] == "Ctrl+⏎"
    assert shown["unpick"] == "U"
    assert shown["approve"] == ""
