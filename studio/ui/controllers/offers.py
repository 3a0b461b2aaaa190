"""What the inspector's foot offers: for each tier the model that would be used and its price for this shot."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject

from studio.core.catalogue import quote
from studio.core.errors import InvalidInputError
from studio.core.tier import Tier
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.inspector import InspectorController
from studio.ui.inspector.inspector import Inspector
from studio.ui.inspector.next_step import Offer


class OffersController(QObject):
    """Reckons anew when another shot is shown or its length changes."""

    def __init__(
        self, bridge: Bridge, board: BoardController, shown: InspectorController, inspector: Inspector, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._board, self._inspector = bridge, board, inspector
        self._frames = -1
        shown.shown.connect(self._reckon)
        bridge.opened.connect(self._forget)

    def _forget(self, workspace: object) -> None:
        self._frames = -1

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
            offers[tier] = Offer(model.label, quote(model, seconds).amount)
        self._inspector.set_foot(offers)
