"""Choosing and walking, by keys and by the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.core.ids import ShotId
from studio.ui.grid.board_view import BoardView
from tests.ui.grid.conftest import Show, board, codes, move

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


def press(qtbot: QtBot, view: BoardView, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        qtbot.keyClick(view, key, modifier)


def click(
    qtbot: QtBot, view: BoardView, row: int, modifier: Qt.KeyboardModifier = NONE, at: QPoint | None = None
) -> None:
    rect = view.visualRect(view.model().index(row, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, rect.topLeft() + (at or QPoint(40, 40)))


def test_arrows_walk_over_scene_borders(qtbot: QtBot, show: Show) -> None:
    view = show(board([5, 4]))  # three columns: rows of 3 2 | 3 1
    view.focus_shot(ShotId("shot-0010"))
    for key, code in (
        (KEY.Key_Right, "0020"), (KEY.Key_Down, "0050"), (KEY.Key_Down, "0070"), (KEY.Key_Left, "0060"),
        (KEY.Key_Left, "0050"), (KEY.Key_Up, "0020"), (KEY.Key_End, "0090"), (KEY.Key_Right, "0090"),
        (KEY.Key_Home, "0010"), (KEY.Key_Up, "0010"),
    ):  # fmt: skip
        press(qtbot, view, key)
        assert codes(view) == [code]


def test_a_page_is_what_the_board_shows(qtbot: QtBot, show: Show) -> None:
    view = show(board([60]), height=600)
    view.focus_shot(ShotId("shot-0010"))
    press(qtbot, view, KEY.Key_PageDown)
    assert codes(view) == ["0070"]
    press(qtbot, view, KEY.Key_PageUp)
    assert codes(view) == ["0010"]


def test_walking_brings_the_card_into_view(qtbot: QtBot, show: Show) -> None:
    view = show(board([60]), height=500)
    view.focus_shot(ShotId("shot-0010"))
    press(qtbot, view, KEY.Key_End)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert "shot-0600" in view.visible_shots()
    assert "shot-0010" not in view.visible_shots()


def test_shift_extends_from_where_it_began(qtbot: QtBot, show: Show) -> None:
    view = show(board([5, 4]))
    view.focus_shot(ShotId("shot-0040"))
    press(qtbot, view, KEY.Key_Right, KEY.Key_Right, modifier=SHIFT)
    assert codes(view) == ["0040", "0050", "0060"]
    press(qtbot, view, KEY.Key_Left, KEY.Key_Left, KEY.Key_Left, modifier=SHIFT)
    assert codes(view) == ["0030", "0040"]


def test_ctrl_a_chooses_all_and_an_arrow_one_again(qtbot: QtBot, show: Show) -> None:
    view = show(board([5, 4]))
    press(qtbot, view, KEY.Key_A, modifier=CONTROL)
    assert len(codes(view)) == 9
    press(qtbot, view, KEY.Key_Right)
    assert len(codes(view)) == 1


def test_ctrl_walks_the_focus_alone_and_ctrl_space_turns_a_choice(qtbot: QtBot, show: Show) -> None:
    view = show(board([5]))
    view.focus_shot(ShotId("shot-0010"))
    press(qtbot, view, KEY.Key_Down, modifier=CONTROL)
    assert codes(view) == ["0010"]
    press(qtbot, view, KEY.Key_Space, modifier=CONTROL)
    assert codes(view) == ["0010", "0040"]


def test_ctrl_left_folds_the_scene_and_ctrl_right_unfolds_all(qtbot: QtBot, show: Show) -> None:
    view = show(board([5, 4]))
    view.focus_shot(ShotId("shot-0070"))
    press(qtbot, view, KEY.Key_Left, modifier=CONTROL)
    assert view.model().rowCount() == 5
    press(qtbot, view, KEY.Key_Right, modifier=CONTROL)
    assert view.model().rowCount() == 9


def test_enter_opens_and_other_keys_are_left_to_the_window(qtbot: QtBot, show: Show) -> None:
    view = show(board([2]))
    view.focus_shot(ShotId("shot-0020"))
    with qtbot.waitSignal(view.opened) as told:
        press(qtbot, view, KEY.Key_Return)
    assert told.args == ["shot-0020"]
    before = codes(view)
    press(qtbot, view, KEY.Key_G, KEY.Key_1, KEY.Key_Z)
    assert codes(view) == before


def test_clicks_choose_one_more_and_a_stretch(qtbot: QtBot, show: Show) -> None:
    view = show(board([5, 4]))
    click(qtbot, view, 1)
    assert codes(view) == ["0020"]
    click(qtbot, view, 4, CONTROL)
    assert codes(view) == ["0020", "0050"]
    click(qtbot, view, 4, CONTROL)
    assert codes(view) == ["0020"]
    click(qtbot, view, 1)
    click(qtbot, view, 5, SHIFT)
    assert codes(view) == ["0020", "0030", "0040", "0050", "0060"]


def test_a_click_on_one_of_many_chooses_it_alone_when_released(qtbot: QtBot, show: Show) -> None:
    view = show(board([5]))
    view.selectAll()
    point = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert len(codes(view)) == 5
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert codes(view) == ["0030"]


def test_a_band_chooses_what_it_touches(qtbot: QtBot, show: Show) -> None:
    view = show(board([5]))
    first, last = view.visualRect(view.model().index(0, 0)), view.visualRect(view.model().index(4, 0))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(last.right() + 60, last.center().y()))
    move(view, QPoint(last.center().x(), first.center().y()), Qt.MouseButton.LeftButton)
    assert codes(view) == ["0020", "0030", "0050"]
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last.center())
    assert codes(view) == ["0020", "0030", "0050"]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(last.right() + 60, last.center().y()))
    assert codes(view) == []


def test_signals_carry_choice_in_board_order_and_focus(qtbot: QtBot, show: Show) -> None:
    view = show(board([5]))
    chosen: list[list[str]] = []
    focused: list[object] = []
    view.selection_changed.connect(chosen.append)
    view.focused.connect(focused.append)
    click(qtbot, view, 3)
    click(qtbot, view, 1, CONTROL)
    assert chosen[-1] == ["shot-0020", "shot-0040"]
    assert focused[-1] == "shot-0020"


def test_choice_focus_and_place_outlive_a_new_reading(qtbot: QtBot, show: Show) -> None:
    view = show(board([30]), height=500)
    view.focus_shot(ShotId("shot-0200"))
    view.select([ShotId("shot-0200"), ShotId("shot-0210")])
    at = view.visualRect(view.currentIndex()).y()
    longer = board([30, 6])
    view.set_board(longer)
    assert codes(view) == ["0200", "0210"]
    assert view.currentIndex().data().startswith("0200")
    assert view.visualRect(view.currentIndex()).y() == at


def test_zooming_by_wheel_moves_in_steps_and_keeps_the_card(qtbot: QtBot, show: Show) -> None:
    view = show(board([60]), height=600)
    view.focus_shot(ShotId("shot-0300"))
    for turn, width in ((120, 288), (60, 288), (60, 304), (-240, 272), (-12_000, 176)):
        where = QPointF(view.viewport().rect().center())
        event = QWheelEvent(
            where, QPointF(view.viewport().mapToGlobal(where.toPoint())), QPoint(), QPoint(0, turn),
            Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert view.card_width() == width
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_the_context_menu_is_for_what_is_pointed_at(qtbot: QtBot, show: Show) -> None:
    view = show(board([5]))
    view.select([ShotId("shot-0010"), ShotId("shot-0020")])
    told: list[list[str]] = []
    view.context_menu.connect(lambda point, shots: told.append(shots))
    for row in (1, 3):
        point = view.visualRect(view.model().index(row, 0)).center()
        at = view.viewport().mapToGlobal(point)
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, at))
    assert told == [["shot-0010", "shot-0020"], ["shot-0040"]]


def test_a_header_folds_and_its_dots_ask_for_the_menu(qtbot: QtBot, show: Show) -> None:
    view = show(board([3, 3]))
    header = view._rect(view._layout.header(1))
    with qtbot.waitSignal(view.scene_menu) as told:
        dots = QPoint(view.width() - 24 - 8, header.y() + 21)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    assert told.args is not None
    assert told.args[1] == "s2"
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, header.y() + 20))
    assert view.model().rowCount() == 3
    qtbot.mouseClick(view._sticky, Qt.MouseButton.LeftButton, pos=QPoint(100, 20))
    assert view.model().rowCount() == 0
