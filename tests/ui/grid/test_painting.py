"""The board as it is painted, looked at by its pixels."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from studio.core.board import Card, WorkState
from studio.core.ids import SceneId, ShotId, TakeId
from studio.core.tier import TierMark
from studio.ui.grid.board_view import BoardView
from studio.ui.grid.layout import LARGEST, SMALLEST, STEP
from studio.ui.theme import Theme
from tests.bench.grid import made_up_board
from tests.ui.grid.conftest import NOW, TEAL, Show, board, board_of, card, empty, move, picture, work

STATES: dict[str, Card] = {
    "blocking": card("0010", mark=TierMark.BLOCKING),
    "draft": card("0010"),
    "validation": card("0010", mark=TierMark.VALIDATION),
    "premium": card("0010", mark=TierMark.PREMIUM),
    "imported": card("0010", mark=TierMark.IMPORTED),
    "empty": empty("0010"),
    "queued": card("0010", work=work(WorkState.QUEUED, place=3)),
    "running": card("0010", work=work(WorkState.RUNNING)),
    "stalled": card("0010", work=work(WorkState.STALLED)),
    "unknown": card("0010", work=work(WorkState.UNKNOWN)),
    "refused": card("0010", work=work(WorkState.REFUSED, problem="Prompt flagged")),
    "failed": card("0010", work=work(WorkState.FAILED, problem="Download broken")),
    "missing": card("0010", missing=True),
    "on hold": card("0010", on_hold=True),
    "omitted": card("0010", omitted=True),
    "no pick": card("0010", pick_id=None, pick_number=None, take_count=5),
    "approved": card("0010", approved=True),
    "with a note": card("0010", notes="Ask the DoP"),
    "starred": card("0010", stars=4),
}


def grab(view: BoardView) -> QImage:
    """The viewport's pixels."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def look(view: BoardView, row: int = 0, margin: int = 0) -> QImage:
    """One card's pixels."""
    rect = view.visualRect(view.model().index(row, 0)).adjusted(-margin, -margin, margin, margin)
    return grab(view).copy(rect)


def near(one: QColor, other: QColor, by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))  # type: ignore[index]


@pytest.mark.parametrize("width", [208, 272, 400])
def test_every_state_looks_different(show: Show, qtbot: QtBot, width: int) -> None:
    looks: dict[bytes, str] = {}
    for name, shown in STATES.items():
        if width == 208 and name in ("with a note", "starred", "approved"):
            continue  # a small card leaves them to the inspector
        view = show(board_of(shown))
        view.set_card_width(width)
        qtbot.wait(5)
        qtbot.waitUntil(lambda view=view: not view.composing())
        view.clearFocus()
        pixels = bytes(look(view).constBits())
        assert pixels not in looks, f"{name} looks like {looks.get(pixels)}"
        looks[pixels] = name
        view.close()


def test_the_picture_is_shown_and_stays_visible_under_a_state(show: Show, theme: Theme) -> None:
    plain = look(show(board_of(card("0010"))))
    assert near(plain.pixelColor(136, 60), TEAL)
    veiled = look(show(board_of(STATES["running"]))).pixelColor(136, 60)
    assert not near(veiled, TEAL)
    assert veiled.green() > veiled.red() + 20


def test_trouble_has_a_red_hairline_and_the_unknown_a_dashed_amber_one(show: Show, theme: Theme) -> None:
    assert near(look(show(board_of(STATES["refused"]))).pixelColor(100, 152), theme.on_picture("red"))
    unknown = look(show(board_of(STATES["unknown"])))
    line = [near(unknown.pixelColor(x, 152), theme.on_picture("amber"), 30) for x in range(40, 80)]
    assert any(line)
    assert not all(line)


@pytest.mark.parametrize(("seconds", "share"), [(19, 0.36), (38, 0.72), (60, 1.0)])
def test_the_hairline_reaches_its_tick_at_the_usual_time(show: Show, theme: Theme, seconds: int, share: float) -> None:
    running = work(WorkState.RUNNING, started=NOW - timedelta(seconds=seconds))
    shown = look(show(board_of(card("0010", work=running))))
    amber = theme.on_picture("amber")
    reached = sum(near(shown.pixelColor(x, 152), amber, 30) for x in range(272))
    assert reached == pytest.approx(272 * share, abs=4)


def test_an_unlearnt_model_shows_no_share_of_anything(show: Show, theme: Theme) -> None:
    shown = look(show(board_of(card("0010", work=work(WorkState.RUNNING, usual_s=None)))))
    assert not any(near(shown.pixelColor(x, 152), theme.on_picture("amber"), 30) for x in range(272))


def test_the_clock_turns_into_pixels_without_a_word_from_the_engine(qtbot: QtBot, show: Show, theme: Theme) -> None:
    moment = [NOW]
    view = show(board_of(card("0010", work=work(WorkState.RUNNING))))
    view._now = lambda: moment[0]
    before = look(view)
    moment[0] = NOW + timedelta(seconds=10)
    qtbot.waitUntil(lambda: look(view) != before)
    moment[0] = NOW + timedelta(seconds=200)
    qtbot.waitUntil(lambda: ShotId("shot-0010") in view._still)


def test_choice_is_a_ring_outside_and_focus_dashes_inside(show: Show, theme: Theme, qtbot: QtBot) -> None:
    view = show(board([4]))
    view.select([ShotId("shot-0010")])
    chosen = look(view, 0, 6)
    other = look(view, 1, 6)
    accent = theme.colour("accent")
    assert near(chosen.pixelColor(3, 100), accent, 40)
    assert near(chosen.pixelColor(5, 100), theme.colour("bg"), 20)
    assert not near(other.pixelColor(3, 100), accent, 40)
    dashes = [look(view).pixelColor(x, 3).lightness() for x in range(20, 240)]
    assert max(dashes) - min(dashes) > 40
    view.clearFocus()
    assert len({look(view).pixelColor(x, 3).rgb() for x in range(60, 160)}) == 1


@pytest.mark.parametrize("width", range(SMALLEST, LARGEST + 1, 3 * STEP))
def test_every_zoom_is_whole_pixels(show: Show, qtbot: QtBot, width: int) -> None:
    view = show(board([5, 4]))
    view.set_card_width(width)
    rects = [view.visualRect(view.model().index(row, 0)) for row in range(9)]
    assert {rect.width() for rect in rects} == {width}
    assert len({rect.height() for rect in rects}) == 1
    assert all(not one.intersects(two) for one in rects for two in rects if one is not two)
    assert max(rect.right() for rect in rects) <= view.width() - 20


def test_a_changed_size_of_window_flows_the_cards_anew(show: Show, qtbot: QtBot) -> None:
    view = show(board([12]), 1400)
    before = view.visualRect(view.model().index(4, 0)).y()
    view.resize(600, 700)
    assert view.visualRect(view.model().index(4, 0)).y() > before


def test_2000_cards_open_quickly(qtbot: QtBot, show: Show) -> None:
    reading = made_up_board(2_000)
    view = show(board([1]))
    start = perf_counter()
    view.set_board(reading)
    qtbot.wait(1)
    grab(view)
    assert perf_counter() - start < 1.0
    assert view.model().rowCount() == 2_000


def test_the_header_sticks_and_is_pushed_by_the_next(show: Show) -> None:
    view = show(board([6, 30]), height=400)
    first, second = SceneId("s1"), SceneId("s2")
    assert view.scene_in_view() == first
    view.scroll_to_scene(second)
    assert view.scene_in_view() == second
    here = view._sticky.grab().toImage()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 20)
    assert view.scene_in_view() == first
    assert view._sticky.grab().toImage() != here


def test_a_folded_scene_keeps_its_header(show: Show) -> None:
    view = show(board([4, 4]))
    view.set_collapsed([SceneId("s1")])
    assert view.model().rowCount() == 4
    assert view.collapsed() == {SceneId("s1")}
    view.toggle_scene("s1")
    assert view.model().rowCount() == 8


def test_a_filter_hides_scenes_without_a_match_and_says_when_nothing_matches(show: Show) -> None:
    view = show(board([3, 3]))
    view.set_filter(lambda shown: shown.code == "0050")
    assert [index.data() for index in [view.model().index(0, 0)]] == ["0050 Maren runs."]
    assert view.scene_in_view() == SceneId("s2")
    view.set_filter(lambda shown: False)
    assert view.accessibleDescription().startswith("No shot matches")
    nothing = grab(view)
    assert len({nothing.pixelColor(x, y).rgb() for x in range(300, 600, 3) for y in range(200, 500, 3)}) > 3
    view.set_filter(None)
    assert view.model().rowCount() == 6
    assert view.accessibleDescription() == ""


def test_an_empty_board_names_the_next_keys(show: Show) -> None:
    assert "N adds the first one" in show(board([])).accessibleDescription()
    assert "reading only" in show(board([], read_only=True)).accessibleDescription()


def test_apply_repaints_that_card_and_its_scenes_header(show: Show, qtbot: QtBot) -> None:
    view = show(board([3]))
    other, header = look(view, 1), view._sticky.grab().toImage()
    changed = look(view, 0)
    view.apply([replace(card("0010"), mark=TierMark.PREMIUM, frames=960)])
    qtbot.wait(5)
    qtbot.waitUntil(lambda: not view.composing())
    assert look(view, 0) != changed
    assert look(view, 1) == other
    assert view._sticky.grab().toImage() != header


def test_hover_scrub_shows_the_frame_under_the_pointer(show: Show, qtbot: QtBot) -> None:
    view = show(board([2]))
    frames = [picture(QColor.fromHsv(place * 7, 200, 200), 240, 135) for place in range(48)]
    with qtbot.waitSignal(view.strip_needed) as needed:
        point_at(qtbot, view, 0, 20)
    assert needed.args == ["take-0010"]
    view.set_strip(TakeId("take-0010"), frames)
    for place in (0, 12, 24, 47):
        x = int((place + 0.5) / 48 * 272)
        point_at(qtbot, view, 0, x)
        wanted = QColor.fromHsv(place * 7, 200, 200)
        assert near(look(view).pixelColor((x + 60) % 272, 60), wanted, 16), place


def test_the_line_of_a_scrub_is_white_and_the_pointer_off_the_card_ends_it(show: Show, qtbot: QtBot) -> None:
    view = show(board([2]))
    view.set_strip(TakeId("take-0010"), [picture(QColor("navy"), 240, 135)] * 48)
    before = look(view)
    point_at(qtbot, view, 0, 100)
    assert near(look(view).pixelColor(100, 70), QColor("white"), 8)
    point_at(qtbot, view, 1, 30)
    assert look(view) == before


def test_an_empty_strip_is_asked_for_again_at_the_next_hover(show: Show, qtbot: QtBot) -> None:
    view = show(board([2]))
    asked: list[str] = []
    view.strip_needed.connect(asked.append)
    point_at(qtbot, view, 0, 20)
    view.set_strip(TakeId("take-0010"), [])
    point_at(qtbot, view, 1, 20)
    point_at(qtbot, view, 0, 20)
    assert asked == ["take-0010", "take-0020", "take-0010"]


def test_the_bar_comes_after_a_moment_and_offers_what_can_be_done(show: Show, qtbot: QtBot) -> None:
    view = show(board_of(card("0010"), card("0020", mark=TierMark.PREMIUM), empty("0030"), card("0040", missing=True)))
    hover = view._hover
    point_at(qtbot, view, 0, 60)
    assert not hover.bar
    qtbot.waitUntil(lambda: hover.bar, timeout=1000)
    cards = view._model.cards
    assert [hover.quick(shown) for shown in cards] == [
        ("play", "draft", "promote", "handle"),
        ("play", "draft", "handle"),
        ("draft", "handle"),
        (),
    ]


def test_every_quick_action_is_large_enough_and_does_what_it_shows(show: Show, qtbot: QtBot) -> None:
    view = show(board([3]))
    told: list[object] = []
    for signal in (view.play_requested, view.draft_requested, view.promote_requested):
        signal.connect(told.append)
    point_at(qtbot, view, 0, 60)
    qtbot.waitUntil(lambda: view._hover.bar, timeout=1000)
    corner = view.visualRect(view.model().index(0, 0)).topLeft()
    pieces = view._hover._pieces(view._model.cards[0], view._layout.size)
    for name, box in pieces:
        assert box.height() >= 24
        if name != "handle":
            assert box.width() >= 24
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner + box.center())
    assert told == ["shot-0010", ["shot-0010"], ["shot-0010"]]


def test_the_action_word_of_a_troubled_card_can_be_clicked(show: Show, qtbot: QtBot) -> None:
    view = show(board_of(STATES["missing"]))
    rect = view.visualRect(view.model().index(0, 0))
    with qtbot.waitSignal(view.problem_action) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(240, 138))
    assert told.args == ["shot-0010"]


def test_colours_are_named_in_the_theme_alone() -> None:
    folder = Path(__file__).parents[3] / "studio" / "ui"
    for source in (*folder.glob("grid/*.py"), folder / "paint.py", folder / "style.py"):
        assert not re.search(r"#[0-9A-Fa-f]{6}\b", source.read_text("utf-8")), source.name


def point_at(qtbot: QtBot, view: BoardView, row: int, x: int, y: int = 60) -> None:
    """Move the pointer over a card."""
    rect: QRect = view.visualRect(view.model().index(row, 0))
    move(view, rect.topLeft() + QPoint(x, y))
    qtbot.wait(5)


def test_a_read_only_board_offers_nothing_but_looking(show: Show, qtbot: QtBot) -> None:
    view = show(board([2], read_only=True))
    point_at(qtbot, view, 0, 60)
    assert view._hover.quick(view._model.cards[0]) == ("play",)
    assert view._hover.quick(empty("0090")) == ()


def test_a_screen_of_another_ratio_gets_cards_of_its_own(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = show(board([2]))
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    view.viewport().update()
    qtbot.waitUntil(lambda: view._cache.get(view._model.cards[0], False).width() == 544)
