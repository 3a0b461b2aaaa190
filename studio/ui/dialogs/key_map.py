"""All keys on one sheet, from the table of actions, and those that the board and the player have by themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.ui.action_set import shown_key
from studio.ui.actions import ACTIONS, Menu
from studio.ui.dialogs.shape import Dialog
from studio.ui.pieces import ScrolledArea
from studio.ui.theme import Theme

_BY_THEMSELVES = (
    ("Walk the board", "arrows"),
    ("Walk and select", "Shift+arrows"),
    ("First and last", "Home End"),
    ("Write its action", "Enter"),
    ("Next panel", "Tab"),
    ("Card size", "Ctrl+wheel"),
    ("Leave a sheet", "Esc"),
)


class KeyMapDialog(Dialog):
    """Three columns of actions and their keys."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, "Keys", 860)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for menus in ((Menu.PROJECT, Menu.EDIT, Menu.HELP), (Menu.SHOT,), (Menu.TAKE, Menu.VIEW)):
            columns.addWidget(self._column(menus), 1)
        ground = QWidget()
        ground.setLayout(columns)
        self.column.addWidget(ScrolledArea(theme, ground), 1)
        self.add_button("Close", filled=True).clicked.connect(self.accept)

    def _column(self, menus: tuple[Menu, ...]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for menu in menus:
            rows = [(row.text.rstrip("…"), shown_key(row)) for row in ACTIONS if row.menu is menu and row.keys]
            self._group(column, menu.value, rows)
        if Menu.SHOT in menus:
            self._group(column, "Board", list(_BY_THEMSELVES))
        column.addStretch(1)
        return made

    def _group(self, column: QVBoxLayout, name: str, rows: list[tuple[str, str]]) -> None:
        heading = QLabel(name)
        self.theme.dress(heading, "label")
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for number, (words, key) in enumerate(rows):
            grid.addWidget(QLabel(words), number, 0)
            cap = QLabel(key)
            cap.setTextFormat(Qt.TextFormat.PlainText)
            self.theme.dress(cap, "keycap")
            cap.setAccessibleName(f"{words}: {key}")
            grid.addWidget(cap, number, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addSpacing(10)
