"""Where a key leads on the board."""

from __future__ import annotations

from PySide6.QtCore import Qt

from studio.ui.grid.layout import Layout


def step(layout: Layout, current: int, key: Qt.Key | int, page: int) -> int | None:
    """The card that a key leads to from card `current` (-1: none); `page` is the board's visible height.

    None for a key that does not walk, and on an empty board.
    """
    stride = _STEPS.get(Qt.Key(key))
    if not layout.cards or stride is None:
        return None
    if current < 0:
        return layout.cards - 1 if key == Qt.Key.Key_End else 0
    return min(max(stride(layout, current, page), 0), layout.cards - 1)


def _page(layout: Layout, current: int, page: int, way: int) -> int:
    rows = max(1, page // layout.row_height)
    for _ in range(rows):
        current = layout.below(current) if way > 0 else layout.above(current)
    return current


_STEPS = {
    Qt.Key.Key_Left: lambda layout, current, page: current - 1,
    Qt.Key.Key_Right: lambda layout, current, page: current + 1,
    Qt.Key.Key_Up: lambda layout, current, page: layout.above(current),
    Qt.Key.Key_Down: lambda layout, current, page: layout.below(current),
    Qt.Key.Key_Home: lambda layout, current, page: 0,
    Qt.Key.Key_End: lambda layout, current, page: layout.cards - 1,
    Qt.Key.Key_PageUp: lambda layout, current, page: _page(layout, current, page, -1),
    Qt.Key.Key_PageDown: lambda layout, current, page: _page(layout, current, page, 1),
}
