"""The table of actions as living QActions: connected once, told the situation, shown in menus and hints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from studio.ui import icons
from studio.ui.actions import ACTIONS, Action, Menu, Where
from studio.ui.situation import Situation
from studio.ui.theme import Theme
from studio.ui.widgets import foreign

STEPS = {"undo": "Undo", "redo": "Redo"}


class ActionSet(QObject):
    """All QActions of a window. `situation_changed` follows every `update`."""

    situation_changed = Signal(object)

    def __init__(self, theme: Theme, window: QWidget, board: QWidget) -> None:
        super().__init__(window)
        self.situation = Situation()
        self._actions: dict[str, QAction] = {}
        self._recent = QMenu("Open recent", window)
        self._recent.setToolTipsVisible(False)
        for row in ACTIONS:
            made = self._make(row, theme)
            (window if row.where is Where.WINDOW else board).addAction(made)
            self._actions[row.id] = made
        self.update(self.situation)

    def __getitem__(self, identity: str) -> QAction:
        return self._actions[identity]

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connect every action to its slot. Raises KeyError when one has none, for it would be dead."""
        for identity, made in self._actions.items():
            slot = slots[identity]
            made.triggered.connect(lambda _checked=False, slot=slot: slot())

    def update(self, situation: Situation) -> None:
        """Enable what can act now, tick what holds, name the next steps of undo and redo."""
        self.situation = situation
        for row in ACTIONS:
            made = self._actions[row.id]
            made.setEnabled(row.can(situation))
            if row.checked is not None:
                made.setChecked(row.checked(situation))
        for identity, step in (("undo", situation.undo), ("redo", situation.redo)):
            word = STEPS[identity]
            self._actions[identity].setText(f"{word} {foreign.face(step)}" if step else word)
        self.situation_changed.emit(situation)

    def hints(self) -> list[tuple[str, str]]:
        """(key, word) of the actions that belong in the status bar and can act now, in the table's order of keys."""
        order = ("play", "draft", "promote", "stars", "pick", "reject", "deliver", "keys")
        found = {
            row.id: (shown_key(row), row.hint) for row in ACTIONS if row.hint and self._actions[row.id].isEnabled()
        }
        if self._actions["rate_1"].isEnabled():
            found["stars"] = ("1–5", "stars")
        return [found[identity] for identity in order if identity in found]

    def set_recent(self, entries: list[tuple[str, Callable[[], object]]]) -> None:
        """Fill the "Open recent" menu with (words, slot); it is hidden while empty."""
        self._recent.clear()
        for words, slot in entries:
            self._recent.addAction(foreign.face(words, 90)).triggered.connect(lambda _checked=False, slot=slot: slot())
        self._recent.menuAction().setVisible(bool(entries))

    def menu(self, parent: QWidget) -> QMenu:
        """One menu that holds all menus, for the button in the top bar."""
        whole = QMenu(parent)
        whole.setMinimumWidth(148)
        for menu in self._menus(whole):
            whole.addMenu(menu)
        return whole

    def menu_bar(self, bar: QMenuBar) -> None:
        """Fill the system's menu bar."""
        for menu in self._menus(bar):
            bar.addMenu(menu)

    def context_menu(self, parent: QWidget, identities: tuple[str, ...]) -> QMenu:
        """A menu of some actions; an empty id makes a line."""
        made = QMenu(parent)
        for identity in identities:
            if identity:
                made.addAction(self._actions[identity])
            else:
                made.addSeparator()
        return made

    def _menus(self, parent: QWidget) -> list[QMenu]:
        made = {kind: QMenu(kind.value, parent) for kind in Menu}
        for row in (row for row in ACTIONS if row.id != "menu"):
            menu = made[row.menu]
            if row.section:
                menu.addSeparator()
            menu.addAction(self._actions[row.id])
            if row.id == "open_project":
                menu.addMenu(self._recent)
        return list(made.values())

    def _make(self, row: Action, theme: Theme) -> QAction:
        made = QAction(row.text, self)
        made.setObjectName(row.id)
        made.setShortcuts([QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in row.keys])
        # A key that is heard on the board alone keeps its meaning for buttons and lists elsewhere.
        scope = Qt.ShortcutContext
        made.setShortcutContext(scope.WindowShortcut if row.where is Where.WINDOW else scope.WidgetWithChildrenShortcut)
        made.setCheckable(row.checked is not None)
        if row.icon:
            made.setIcon(icons.icon(row.icon, theme.colour("text2"), 16, disabled=theme.colour("line3")))
        role = {"quit": QAction.MenuRole.QuitRole, "settings": QAction.MenuRole.PreferencesRole}
        made.setMenuRole(role.get(row.id, QAction.MenuRole.NoRole))
        return made


def shown_key(row: Action) -> str:
    """The row's first key in the system's own words, "" where it has none."""
    if not row.keys:
        return ""
    key = QKeySequence(row.keys[0], QKeySequence.SequenceFormat.PortableText)
    return key.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "⏎")
