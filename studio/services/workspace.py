"""A workspace: everything of one open project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.core.blocking import BlockingBrief
from studio.core.catalogue import Catalogue
from studio.core.clock import Clock
from studio.core.project import Project
from studio.core.staging import Staging
from studio.services.board import BoardService
from studio.services.changes import Changes
from studio.services.contexts import Contexts
from studio.services.editing import Editing
from studio.services.history import History
from studio.services.upkeep import Upkeep
from studio.store.store import Store


@dataclass(frozen=True, eq=False)
class Workspace:
    """The services of one open project, built by `open_workspace`."""

    store: Store
    person: str
    models: Catalogue
    changes: Changes
    contexts: Contexts
    history: History
    editing: Editing
    board: BoardService

    @property
    def project(self) -> Project:
        """The project's settings as they are now."""
        return self.store.scenes.project()

    @property
    def folder(self) -> Path:
        """The project folder."""
        return self.store.folder

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed; `notices` then says why."""
        return self.store.read_only

    @property
    def unclean(self) -> bool:
        """Whether the last who had the project open never closed it."""
        return self.store.unclean

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the person from the opening."""
        return self.store.notices

    async def aclose(self) -> None:
        """Lets go of the project."""
        self.store.close()


def open_workspace(
    store: Store,
    *,
    clock: Clock,
    person: str,
    catalogue: Catalogue,
    read_staging: Callable[[BlockingBrief], Staging],
) -> Workspace:
    """The services over an open store."""
    changes = Changes()
    contexts = Contexts(store, read_staging)
    history = History(store, Upkeep(store, contexts), changes, clock, person)
    return Workspace(
        store=store,
        person=person,
        models=catalogue,
        changes=changes,
        contexts=contexts,
        history=history,
        editing=Editing(store, history, clock, person),
        board=BoardService(store, catalogue, contexts),
    )
