"""Every action of the window in one table: its words, keys, icon, menu, and when it can act.

Menus, the status bar's hints and the key map all read this table, so a key can never be told wrongly.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from studio.ui.situation import Situation

Test = Callable[[Situation], bool]
_S = Situation


class Where(StrEnum):
    """Where a key is heard. Keys that mean something else to a button are heard on the board only."""

    WINDOW = "window"
    BOARD = "board"


class Menu(StrEnum):
    """The menus, in their order."""

    PROJECT = "Project"
    EDIT = "Edit"
    SHOT = "Shot"
    TAKE = "Take"
    VIEW = "View"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class Action:
    """One row. `keys` are Qt's portable names, the first is shown; `hint` is the status bar's word, "" for none.

    `section` draws a line above it in the menu, `checked` makes it one that is ticked while that holds.
    """

    id: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    icon: str = ""
    can: Test = lambda situation: True
    section: bool = False
    hint: str = ""
    where: Where = Where.WINDOW
    checked: Test | None = None


def _rating(stars: int) -> Action:
    words = ("No stars", "1 star", "2 stars", "3 stars", "4 stars", "5 stars")
    return Action(f"rate_{stars}", words[stars], Menu.TAKE, (str(stars),), can=_S.can_judge, section=stars == 0)


_PROJECT = (
    Action("new_project", "New project…", Menu.PROJECT, ("Ctrl+N",), "plus"),
    Action("open_project", "Open project…", Menu.PROJECT, ("Ctrl+O",), "folder"),
    Action("import_script", "Import script…", Menu.PROJECT, ("Ctrl+I",), "file-text", _S.can_import, section=True),
    Action("import_media", "Add pictures or clips…", Menu.PROJECT, ("Ctrl+Shift+I",), "image", _S.has_scenes),
    Action("deliver", "Deliver picks", Menu.PROJECT, ("E",), "export", _S.can_deliver, section=True, hint="export"),
    Action("show_delivery", "Show delivery folder", Menu.PROJECT, ("Shift+E",), "folder-open", _S.is_open),
    Action("settings", "Settings…", Menu.PROJECT, ("Ctrl+,",), "gear-six", section=True),
    Action("close_project", "Close project", Menu.PROJECT, ("Ctrl+W",), "", _S.is_open),
    Action("quit", "Quit", Menu.PROJECT, ("Ctrl+Q",)),
)
_EDIT = (
    Action("undo", "Undo", Menu.EDIT, ("Ctrl+Z",), "arrow-u-up-left", _S.can_undo),
    Action("redo", "Redo", Menu.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-u-up-right", _S.can_redo),
    Action("copy_files", "Copy files", Menu.EDIT, ("Ctrl+C",), "copy", _S.can_play, section=True),
    Action("paste_picture", "Paste picture", Menu.EDIT, ("Ctrl+V",), "image", _S.can_paste),
    Action("select_all", "Select all shots", Menu.EDIT, ("Ctrl+A",), "", _S.has_shots, where=Where.BOARD),
    Action("search", "Search", Menu.EDIT, ("Ctrl+F",), "magnifying-glass", _S.has_shots, section=True),
)
_SHOT = (
    Action("new_after", "New shot after", Menu.SHOT, ("N", "/"), "plus", _S.can_write),
    Action("new_before", "New shot before", Menu.SHOT, ("Shift+N",), "", _S.can_edit),
    Action("duplicate", "Duplicate", Menu.SHOT, ("D",), "copy", _S.can_edit),
    Action("move_left", "Move shot left", Menu.SHOT, ("Alt+Left",), "", _S.can_move_left),
    Action("move_right", "Move shot right", Menu.SHOT, ("Alt+Right",), "", _S.can_move_right),
    Action("add_scene", "New scene", Menu.SHOT, ("Ctrl+Shift+N",), "", _S.can_write),
    Action("rename_scene", "Rename scene", Menu.SHOT, ("F2",), "pencil-simple", _S.has_scenes),
    Action("draft", "Draft", Menu.SHOT, ("G",), "lightning", _S.can_edit, section=True, hint="draft"),
    Action("framings", "Ten framings…", Menu.SHOT, ("Shift+G",), "squares-four", _S.can_edit_one),
    Action("cancel_work", "Cancel work", Menu.SHOT, ("Ctrl+.",), "prohibit", _S.can_cancel),
    Action("retry_work", "Try again", Menu.SHOT, ("R",), "arrow-clockwise", _S.can_retry),
    Action("approve", "Approved", Menu.SHOT, (), "", _S.can_approve, section=True, checked=lambda s: s.approved),
    Action("hold", "On hold", Menu.SHOT, (), "", _S.can_edit, checked=lambda s: s.on_hold),
    Action("omit", "Omitted", Menu.SHOT, (), "", _S.can_edit, checked=lambda s: s.omitted),
    Action("bin", "To the bin", Menu.SHOT, ("Del", "Backspace"), "trash", _S.can_edit, True, where=Where.BOARD),
    Action("show_bin", "Show the bin…", Menu.SHOT, ("B",), "trash", _S.has_binned),
)
_TAKE = (
    Action("play", "Play", Menu.TAKE, ("Space",), "play", _S.can_play, hint="play", where=Where.BOARD),
    Action("play_picks", "Play the picks", Menu.TAKE, ("Shift+Space",), "film-strip", _S.has_picks, where=Where.BOARD),
    Action(
        "promote", "Promote…", Menu.TAKE, ("Ctrl+Return", "Ctrl+Enter"), "arrow-fat-up", _S.can_promote, hint="promote"
    ),
    Action("pick", "Pick", Menu.TAKE, ("P",), "circle-dashed", _S.can_judge, section=True, hint="pick"),
    Action("reject", "Reject", Menu.TAKE, ("X",), "x", _S.can_judge, hint="reject", checked=lambda s: s.rejected),
    Action("unpick", "Clear pick", Menu.TAKE, ("U",), "", _S.can_unpick),
    Action("use_settings", "Use these settings", Menu.TAKE, (), "arrow-elbow-down-right", _S.can_judge),
    *(_rating(stars) for stars in range(6)),
)
_VIEW = (
    Action("menu", "Menu", Menu.VIEW, ("F10",)),
    Action("toggle_scenes", "Scene list", Menu.VIEW, ("Ctrl+1",), "columns", _S.is_open),
    Action("toggle_inspector", "Inspector", Menu.VIEW, ("Ctrl+2",), "columns", _S.is_open),
    Action("zoom_in", "Larger cards", Menu.VIEW, ("Ctrl+=", "Ctrl++"), "", _S.is_open, section=True),
    Action("zoom_out", "Smaller cards", Menu.VIEW, ("Ctrl+-",), "", _S.is_open),
    Action("close_player", "Close the player", Menu.VIEW, ("Esc",), "", _S.has_player, section=True),
)
_HELP = (
    Action("keys", "Keys…", Menu.HELP, ("?", "F1"), "keyboard", hint="all keys"),
    Action("whats_new", "What’s new…", Menu.HELP),
)

ACTIONS: tuple[Action, ...] = (*_PROJECT, *_EDIT, *_SHOT, *_TAKE, *_VIEW, *_HELP)
