"""A workspace: everything of one open project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from studio.core.catalogue import Catalogue
from studio.core.project import Project
from studio.services.animatic import Animatic
from studio.services.board import BoardService
from studio.services.changes import Changes
from studio.services.checking import Checking
from studio.services.contexts import Contexts
from studio.services.delivery import Delivery
from studio.services.editing import Editing
from studio.services.history import History
from studio.services.importing import Importing
from studio.services.keeper import Keeper
from studio.services.references import References
from studio.services.renders.renders import Renders
from studio.services.spend import Spend
from studio.services.stills import Stills
from studio.services.watching import Watching
from studio.store.store import Store


@dataclass(frozen=True, eq=False)
class Workspace:
    """The services of one open project."""

    store: Store
    person: str
    models: Catalogue
    changes: Changes
    contexts: Contexts
    history: History
    editing: Editing
    board: BoardService
    references: References
    importing: Importing
    renders: Renders
    stills: Stills
    delivery: Delivery
    watching: Watching
    animatic: Animatic
    spend: Spend
    checking: Checking
    keeper: Keeper

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

    async def settle_down(self) -> None:
        """Wait until the queue has run dry and the quiet work behind it is done."""
        await self.keeper.settle_down()

    async def aclose(self) -> None:
        """Lets go of the project; what was under way goes on when it is opened again."""
        await self.keeper.aclose()
        self.store.close()
