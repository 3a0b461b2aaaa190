"""What the inspector's foot offers for each tier: the model, its price for this shot, its usual time."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject

from studio.core.board import Change
from studio.core.catalogue import quote
from studio.core.errors import InvalidInputError
from studio.core.tier import Tier
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.inspector import InspectorController
from studio.ui.inspector.inspector import Inspector
from studio.ui.inspector.next_step import Offer
from studio.ui.tasks import Tasks


class OffersController(QObject):
    """Reckons anew when another shot is shown or its length changes."""

    def __init__(
        self,
        bridge: Bridge,
        tasks: Tasks,
        board: BoardController,
        shown: InspectorController,
        inspector: Inspector,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._board, self._inspector = bridge, tasks, board, inspector
        self._frames = -1
        self._usual: dict[str, float] = {}
        shown.shown.connect(self._reckon)
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)

    def _opened(self, workspace: object) -> None:
        self._frames = -1
        if workspace is not None:
            self._tasks.latest("usual times", self._learn(), "reading usual times")

    def _changed(self, change: Change) -> None:
        if change.takes:  # something has landed, so that there is another time to learn from
            self._tasks.latest("usual times", self._learn(), "reading usual times")

    async def _learn(self) -> None:
        workspace = self._bridge.workspace
        if workspace is None:
            return
        usual = await self._bridge.run(workspace.renders.usual_times())
        if usual != self._usual:
            self._usual, self._frames = usual, -1
            self._reckon()

    def _reckon(self) -> None:
        workspace, board, selected = self._bridge.workspace, self._board.board, self._board.selected()
        frames = sum(card.frames for card in selected)
        if workspace is None or board is None or frames == self._frames:
            return
        self._frames = frames
        exact = board.project.rate.seconds(frames)
        seconds = Decimal(exact.numerator) / Decimal(exact.denominator)
        offers: dict[Tier, Offer] = {}
        for tier in Tier:
            try:
                model = workspace.models.default(tier)
            except InvalidInputError:
                continue
            offers[tier] = Offer(model.label, quote(model, seconds).amount, self._usual.get(model.id))
        self._inspector.set_foot(offers)
