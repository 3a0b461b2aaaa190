"""Dragging within the board, out of it and into it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPixmap
from pytestqt.qtbot import QtBot

from studio.core.ids import ShotId
from studio.ui.grid import drag, drops
from studio.ui.grid.board_view import BoardView
from studio.ui.theme import Theme
from tests.ui.grid.conftest import Show, board, move

COPY = Qt.DropAction.CopyAction


class Drop(QDropEvent):
    """A drop whose source can be said; offscreen there is no drag that it could come from."""

    def __init__(self, data: QMimeData, at: QPoint, source: QObject | None) -> None:
        super().__init__(QPointF(at), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self._source = source
        self._data = data

    def source(self) -> QObject | None:  # type: ignore[override]
        return self._source


class Over(QDragMoveEvent):
    def __init__(self, data: QMimeData, at: QPoint, source: QObject | None) -> None:
        super().__init__(at, COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self._source = source
        self._data = data

    def source(self) -> QObject | None:  # type: ignore[override]
        return self._source


def shots(*numbers: int) -> list[ShotId]:
    return [ShotId(f"shot-{10 * number:04}") for number in numbers]


def beside(view: BoardView, row: int, *, after: bool) -> QPoint:
    """A point on the near or far quarter of a card."""
    rect = view.visualRect(view.model().index(row, 0))
    return QPoint(rect.x() + rect.width() * (3 if after else 1) // 4, rect.center().y())


def moves(view: BoardView, moved: Sequence[ShotId], at: QPoint) -> list[tuple[list[str], str, object]]:
    """What a drop of our own shots at a point asks for."""
    told: list[tuple[list[str], str, object]] = []
    view.move_requested.connect(lambda ids, scene, before: told.append((ids, scene, before)))
    event = Drop(drag.carry(moved, []), at, view)
    view.dropEvent(event)
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.IgnoreAction
    return told


@pytest.mark.parametrize(
    ("moved", "row", "after", "scene", "before"),
    [
        (shots(4), 0, False, "s1", "shot-0010"),
        (shots(1), 2, True, "s1", "shot-0040"),
        (shots(1), 4, True, "s1", None),  # the end of its scene
        (shots(1, 2), 6, False, "s2", "shot-0070"),  # into another scene
        (shots(1), 8, True, "s2", None),
        (shots(2, 3), 1, False, None, None),  # onto itself: nothing changes
        (shots(2), 0, True, None, None),
        (shots(2, 4), 2, False, "s1", "shot-0030"),  # a gap in the choice closes
    ],
)
def test_a_drop_asks_for_the_move_that_the_bar_showed(
    show: Show, moved: list[ShotId], row: int, after: bool, scene: str | None, before: str | None
) -> None:
    view = show(board([5, 4]))
    told = moves(view, moved, beside(view, row, after=after))
    assert told == ([] if scene is None else [(moved, scene, before)])


def test_a_drop_on_a_header_comes_first_in_its_scene(show: Show) -> None:
    view = show(board([5, 4]))
    header = view._rect(view._layout.header(1))
    assert moves(view, shots(1), QPoint(200, header.y() + 20)) == [(shots(1), "s2", "shot-0060")]


def test_a_folded_or_empty_scene_takes_shots_too(show: Show) -> None:
    view = show(board([2, 0, 2]))
    header = view._rect(view._layout.header(1))
    assert moves(view, shots(1), QPoint(200, header.y() + 20)) == [(shots(1), "s2", None)]


def test_a_read_only_board_takes_nothing(show: Show, qtbot: QtBot) -> None:
    view = show(board([5], read_only=True))
    assert moves(view, shots(1), beside(view, 4, after=True)) == []
    over = Over(drag.carry(shots(1), []), beside(view, 4, after=True), view)
    view.dragMoveEvent(over)
    assert not over.isAccepted()


def test_shots_of_another_board_are_not_ours(show: Show, qtbot: QtBot) -> None:
    view = show(board([5]))
    event = Over(drag.carry(shots(1), []), beside(view, 3, after=True), None)
    view.dragMoveEvent(event)
    assert not event.isAccepted()


def test_the_bar_shows_where_it_would_go_and_goes_with_the_drag(show: Show, theme: Theme) -> None:
    view = show(board([5]))
    data = drag.carry(shots(5), [])
    event = Over(data, beside(view, 1, after=False), view)
    view.dragMoveEvent(event)
    assert event.isAccepted()
    rect = view.visualRect(view.model().index(1, 0))
    shot = view.viewport().grab().toImage()
    assert shot.pixelColor(rect.x() - 6, rect.center().y()) == theme.colour("accent")
    view._unmark()
    assert view.viewport().grab().toImage().pixelColor(rect.x() - 6, rect.center().y()) == theme.colour("bg")


def test_held_near_an_edge_the_board_moves(show: Show, qtbot: QtBot) -> None:
    view = show(board([60]), height=500)
    data = drag.carry(shots(1), [])
    view.dragMoveEvent(Over(data, QPoint(200, view.viewport().height() - 4), view))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 60)
    view.dragMoveEvent(Over(data, QPoint(200, view.viewport().height() // 2), view))
    qtbot.wait(40)
    rested = view.verticalScrollBar().value()
    qtbot.wait(60)
    assert view.verticalScrollBar().value() == rested
    view._unmark()


@pytest.mark.parametrize(("y", "sign"), [(0, -1), (30, -1), (250, 0), (470, 1), (500, 1), (900, 1)])
def test_the_pull_is_towards_the_edge(y: int, sign: int) -> None:
    by = drops.pull(y, 500)
    assert (by > 0) - (by < 0) == sign
    assert abs(by) <= drops.FASTEST


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([*(QUrl.fromLocalFile(f"/media/{name}") for name in names), QUrl("https://example.org/a.jpg")])
    return data


def dropped(view: BoardView, data: QMimeData, at: QPoint) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    view.files_dropped.connect(lambda *args: told.append(args))
    view.dropEvent(Drop(data, at, None))
    return told


def test_files_fall_onto_a_card_or_between_cards(show: Show) -> None:
    view = show(board([5, 4]))
    paths = [Path("/media/a.jpg"), Path("/media/b.mp4")]
    middle = view.visualRect(view.model().index(1, 0)).center()
    assert dropped(view, files("a.jpg", "b.mp4"), middle) == [(paths, "s1", "shot-0020", None)]
    edge = view.visualRect(view.model().index(6, 0)).topLeft() + QPoint(6, 60)
    assert dropped(view, files("a.jpg", "b.mp4"), edge)[-1] == (paths, "s2", None, "shot-0070")


def test_files_fall_onto_an_empty_board(show: Show) -> None:
    assert dropped(show(board([])), files("a.fountain"), QPoint(300, 200)) == [
        ([Path("/media/a.fountain")], None, None, None)
    ]


def test_text_from_outside_is_refused(show: Show) -> None:
    view = show(board([3]))
    data = QMimeData()
    data.setText("hello")
    event = Over(data, QPoint(200, 200), None)
    view.dragMoveEvent(event)
    assert not event.isAccepted()


def test_a_drag_carries_files_in_board_order_and_our_own_note(show: Show, qtbot: QtBot) -> None:
    paths = [Path("/p/delivery/Film_1_0010.mp4"), Path("/p/delivery/Film_1_0030 b.mp4")]
    data = drag.carry(shots(1, 3), paths)
    assert [url.toLocalFile() for url in data.urls()] == [str(path) for path in paths]
    assert bytes(data.data("text/uri-list").data()).startswith(b"file:///p/delivery/Film_1_0010.mp4")
    assert drag.carried(data) == tuple(shots(1, 3))
    assert not drag.carry(shots(1), []).hasUrls()


def test_the_picture_under_the_pointer_counts_the_cards(theme: Theme) -> None:
    pixmap = QPixmap(272, 197)
    pixmap.fill(theme.colour("card"))
    one = drag.picture(theme, [pixmap], 1, 1.0)
    three = drag.picture(theme, [pixmap] * 3, 12, 1.0)
    assert three.width() > one.width()
    image = three.toImage()
    accent = theme.colour("accent")
    assert any(image.pixelColor(x, y) == accent for x in range(three.width()) for y in range(30))
    hot = drag.hot_spot(three)
    assert three.rect().contains(hot)


def test_a_press_and_a_move_begin_a_drag_of_all_chosen(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = show(board([5]))
    asked: list[list[ShotId]] = []
    begun: list[list[ShotId]] = []

    def files_of(wanted: list[ShotId]) -> list[Path]:
        asked.append(wanted)
        return []

    view.drag_files = files_of
    # QDrag.exec never returns offscreen; the journey under a real server drags for good.
    monkeypatch.setattr(view, "_carry", begun.append)
    view.select(shots(2, 4))
    start = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move(view, start + QPoint(40, 0), Qt.MouseButton.LeftButton)
    assert begun == [shots(2, 4)]
    assert view.selected() == shots(2, 4)
    assert asked == []
