"""What a screen reader meets on the board."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from studio.core.board import WorkState
from tests.ui.grid.conftest import Show, board, board_of, card, work


def test_the_board_is_a_list_and_every_card_speaks(show: Show) -> None:
    view = show(board_of(card("0010"), card("0040", work=work(WorkState.RUNNING))))
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Board"
    cells = [found.child(place) for place in range(found.childCount())]
    items = [cell for cell in cells if cell is not None and cell.role() == QAccessible.Role.ListItem]
    assert [item.text(QAccessible.Text.Name) for item in items] == [
        "0010, draft, 4 seconds 00 frames, pick 2",
        "0040, drafting, 21 seconds, usually 38",
    ]
    assert items[0].text(QAccessible.Text.Description).startswith("Scene 1, EXT. PIER")


def test_cards_lie_where_they_are_painted(show: Show) -> None:
    view = show(board([2]))
    found = QAccessible.queryAccessibleInterface(view)
    rect = view.visualRect(view.model().index(1, 0))
    at = view.viewport().mapToGlobal(rect.topLeft())
    boxes = [cell.rect() for place in range(found.childCount()) if (cell := found.child(place)) is not None]
    assert any(box.topLeft() == at and box.size() == rect.size() for box in boxes)


def test_the_stuck_header_says_its_scene(show: Show) -> None:
    assert show(board([3]))._sticky.accessibleName() == "Scene 1, EXT. PIER 1"
