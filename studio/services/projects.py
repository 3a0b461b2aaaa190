"""Projects: making, opening and closing them, and the list of those opened last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studio.core.camera import ASPECTS, Aspect
from studio.core.clock import Clock
from studio.core.errors import InvalidInputError
from studio.core.ids import ProjectId
from studio.core.naming import safe_part
from studio.core.project import CodeScheme, Project
from studio.core.timebase import Rate
from studio.services.workspace import Workspace
from studio.store.opening import create_store, open_store
from studio.store.store import Store

SUFFIX = ".shotboard"


class Projects:
    """The door to projects. `bring_up` builds the services over an open store; `account` is the person's own database.

    `recent`, `remember` and `forget` keep the list of projects opened last, wherever the program keeps it.
    """

    def __init__(
        self,
        bring_up: Callable[[Store], Workspace],
        clock: Clock,
        person: str,
        account: Path,
        recent: Callable[[], tuple[Path, ...]],
        remember: Callable[[Path], None],
        forget: Callable[[Path], None],
    ) -> None:
        self._bring_up = bring_up
        self._clock = clock
        self._person = person
        self._account = account
        self._recent = recent
        self._remember = remember
        self._forget = forget
        self._open: list[Workspace] = []

    async def create(
        self,
        folder: Path,
        name: str,
        rate: Rate = Rate(24),  # noqa: B008 -- frozen
        aspect: Aspect = ASPECTS[0],
        scheme: CodeScheme = CodeScheme.STEPS,
    ) -> Workspace:
        """A new project. `folder` is the project's own (`Name.shotboard`), or else the place in which that is made.

        Raises InvalidInputError for an empty name, ProjectError when the folder is there already or cannot be made.
        """
        if not name.strip():
            raise InvalidInputError("A project needs a name.")
        project = Project(ProjectId(self._clock.new_id()), name.strip(), rate, aspect, scheme)
        store = create_store(_own(folder, name), project, self._account, self._clock, self._person)
        return self._opened(store)

    async def open(self, folder: Path, *, read_only: bool = False) -> Workspace:
        """An existing project. Raises ProjectLockedError when another window or command writes in it, ProjectError."""
        return self._opened(open_store(folder, self._account, self._clock, read_only=read_only))

    async def close(self, workspace: Workspace) -> None:
        """Lets what is under way come to rest, then lets go of the project."""
        if workspace in self._open:
            self._open.remove(workspace)
            await workspace.aclose()

    async def aclose(self) -> None:
        """Closes every open project."""
        for workspace in tuple(self._open):
            await self.close(workspace)

    def recent(self) -> tuple[Path, ...]:
        """The projects opened last, the newest first, those that are gone left out."""
        return tuple(folder for folder in self._recent() if folder.is_dir())

    def forget(self, folder: Path) -> None:
        """Takes a project off the list; the project itself stays as it is."""
        self._forget(folder)

    def _opened(self, store: Store) -> Workspace:
        try:
            workspace = self._bring_up(store)
        except BaseException:
            store.close()
            raise
        self._open.append(workspace)
        self._remember(store.folder)
        return workspace


def _own(folder: Path, name: str) -> Path:
    return folder if folder.suffix == SUFFIX else folder / f"{safe_part(name)}{SUFFIX}"
