"""Projects: new, open, recent, close, import of a script, and the offer to read what another window holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studio.core.errors import ProjectLockedError
from studio.ui.ask import ask, ask_files, ask_folder
from studio.ui.bridge import Bridge
from studio.ui.dialogs.new_project import NewProjectDialog
from studio.ui.dialogs.question import QuestionDialog
from studio.ui.preferences import Preferences
from studio.ui.tasks import Tasks
from studio.ui.theme import Theme
from studio.ui.toast import Toast

SUFFIX = ".shotboard"


class ProjectController(QObject):
    """`recent_changed` asks for the lists of recent projects to be filled again; `busy` says what is being opened."""

    recent_changed = Signal()
    busy = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        tasks: Tasks,
        theme: Theme,
        preferences: Preferences,
        projects: Path,
        toast: Toast,
        finish_typing: Callable[[], Awaitable[None]],
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._theme, self._preferences = bridge, tasks, theme, preferences
        self._projects, self._toast, self._window = projects, toast, window
        self._finish_typing = finish_typing

    def new(self) -> None:
        """Ask for the new project's few settings and open it."""
        self._start(self._new(), "making a new project")

    def ask_open(self) -> None:
        """Ask for a project folder and open it."""
        self._start(self._ask_open(), "opening a project")

    def open(self, folder: Path) -> None:
        """Open a project folder; offer to read it when another window holds it."""
        self._start(self._open(folder), f"opening {folder.name}")

    def close(self) -> None:
        """Close the open project; the window stays."""
        self._start(self._close(), "closing the project")

    def import_script(self) -> None:
        """Ask for a script; its scenes and paragraphs come to the board's end, or make a new project."""
        self._start(self._import_script(), "importing a script")

    def recent(self) -> list[Path]:
        """Folders opened before, newest first."""
        return [Path(folder) for folder in self._preferences.settings.recent]

    async def _new(self, name: str = "Untitled") -> None:
        start = self._preferences.settings.project_folder
        dialog = NewProjectDialog(self._theme, self._window, Path(start) if start else self._projects, name)
        if not await ask(dialog):
            return
        wish = dialog.wish()
        studio = await self._bridge.studio()
        self.busy.emit(f"Making {wish.name}…")
        try:
            workspace = await self._bridge.run(
                studio.projects.create(wish.folder, wish.name, wish.rate, wish.aspect, wish.scheme)
            )
            await self._close()
        finally:
            self.busy.emit("")
        self._bridge.attach(workspace)
        self._preferences.change(project_folder=str(wish.folder.parent))
        self._remember(wish.folder)

    async def _ask_open(self) -> None:
        start = self._preferences.settings.project_folder
        folder = await ask_folder(self._window, "Open a project", Path(start) if start else self._projects)
        if folder is not None:
            await self._open(folder)

    async def _open(self, folder: Path, *, read_only: bool = False) -> None:
        studio = await self._bridge.studio()
        here = self._bridge.workspace
        if here is not None and here.folder == folder:
            self._toast.say(f"{folder.name.removesuffix(SUFFIX)} is open already", icon="folder-open")
            return
        self.busy.emit(f"Opening {folder.name.removesuffix(SUFFIX)}…")
        held = ""
        try:
            workspace = await self._bridge.run(studio.projects.open(folder, read_only=read_only))
            await self._close()
        except ProjectLockedError as error:
            held = str(error)
            workspace = None
        finally:
            self.busy.emit("")
        if workspace is None:
            if await ask(QuestionDialog(self._theme, self._window, "Open for reading?", held, "Open read-only")):
                await self._open(folder, read_only=True)
            return
        self._bridge.attach(workspace)
        self._remember(folder)

    async def _close(self) -> None:
        workspace = self._bridge.workspace
        if workspace is None:
            return
        await self._finish_typing()
        studio = await self._bridge.studio()
        self._bridge.attach(None)
        await self._bridge.run(studio.projects.close(workspace))

    async def _import_script(self) -> None:
        chosen = await ask_files(
            self._window, "Import a script", Path.home(), ["Scripts (*.fountain *.spmd *.txt)", "All files (*)"]
        )
        if chosen and self._bridge.workspace is None:
            await self._new(chosen[0].stem)
        workspace = self._bridge.workspace
        if workspace is None:
            return
        for path in chosen:
            report = await self._bridge.run(workspace.importing.script(path))
            words = f"{_count(report.scenes, 'scene')} and {_count(report.shots, 'shot')} came from {path.name}"
            self._toast.say(words, icon="file-text")

    def _remember(self, folder: Path) -> None:
        self._preferences.put(self._preferences.settings.with_recent(folder))
        self.recent_changed.emit()

    def forget(self, folder: Path) -> None:
        """Take a folder from the list of recent projects."""
        self._preferences.put(self._preferences.settings.without_recent(folder))
        self.recent_changed.emit()

    def _start(self, coroutine: Coroutine[Any, Any, None], doing: str) -> None:
        self._tasks.start(coroutine, doing)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
