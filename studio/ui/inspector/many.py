"""The inspector's page for several shots: what they share, a dash where they differ; an edit acts on all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.core.board import Card
from studio.core.ids import ShotId
from studio.core.money import Money
from studio.core.project import Project
from studio.core.tier import Tier
from studio.core.timebase import RATES, Rate, minutes
from studio.ui.inspector.body import Body
from studio.ui.inspector.camera_rows import CameraRows
from studio.ui.inspector.next_step import Offer
from studio.ui.inspector.shared import shared, shared_camera
from studio.ui.theme import Theme
from studio.ui.widgets import scales
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.section import Heading, label


class ManyShots(QWidget):
    """Count, length and spend of the selection, its camera fields and duration, and drafting all of it."""

    edited = Signal(object)
    previewed = Signal(object)
    draft_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self._rate: Rate = RATES[1]
        self._offers: dict[Tier, Offer] = {}
        self._read_only = False
        self.count = label(theme, "title")
        self._codes = label(theme, "hint")
        self._codes.setWordWrap(True)
        self._sums = label(theme, "number")
        self.duration = NumberField(theme, "Duration of each", scales.duration(self._rate))
        self.camera = CameraRows(theme)
        self._hint = label(theme, "hint", "— stands for several values. What you change is set on all of them.")
        self._hint.setWordWrap(True)
        self.draft = ActionButton(theme, "filled", 34)
        self._lay_out(theme)
        self.duration.settled.connect(lambda frames: self.edited.emit({"frames": int(frames)}))
        self.camera.edited.connect(self.edited)
        self.camera.previewed.connect(self.previewed)
        self.draft.clicked.connect(self.draft_requested)

    @property
    def shot_ids(self) -> tuple[ShotId, ...]:
        """The shots that an edit acts on."""
        return tuple(card.shot_id for card in self._cards)

    def show_cards(self, cards: Sequence[Card], project: Project) -> None:
        """Show what these cards share. Raises IndexError for none."""
        self._cards = tuple(cards)
        if project.rate != self._rate:
            self._rate = project.rate
            self.duration.set_scale(scales.duration(project.rate))
        frames = sum(card.frames for card in cards)
        spent = sum((card.spend for card in cards), Money())
        self.count.setText(f"{len(cards)} shots")
        self._codes.setText(codes_text([card.code for card in cards]))
        self._sums.setText(f"{minutes(frames, self._rate)} long   {spent} spent")
        length = shared(cards, lambda card: card.frames)
        self.duration.show_value(length if isinstance(length, int) else None)
        self.camera.show_fields(shared_camera(cards), {})
        self._show_step()

    def set_offers(self, offers: dict[Tier, Offer]) -> None:
        """What each tier would be rendered with; the draft's price is for one shot."""
        self._offers = offers
        self._show_step()

    def set_read_only(self, read_only: bool) -> None:
        """Whether everything only shows."""
        self._read_only = read_only
        self.camera.set_read_only(read_only)
        self.duration.setReadOnly(read_only)
        self.draft.setVisible(not read_only)

    def flush(self) -> None:
        """Say what is typed now."""
        self.duration.flush()
        self.camera.flush()

    def _show_step(self) -> None:
        offer = self._offers.get(Tier.DISCOVERY)
        price = ""
        if offer is not None and offer.price is not None:
            price = "free" if not offer.price else str(Money(offer.price.micros * len(self._cards)))
        self.draft.say(f"Draft {len(self._cards)} shots", icon="lightning", price=price, key="G")

    def _lay_out(self, theme: Theme) -> None:
        body = Body(theme)
        length = QHBoxLayout()
        length.addWidget(label(theme, "label", "Duration of each"))
        length.addStretch(1)
        self.duration.setFixedSize(72, 26)
        length.addWidget(self.duration)
        column = body.column
        column.addSpacing(12)
        column.addWidget(self.count)
        column.addSpacing(2)
        column.addWidget(self._codes)
        column.addSpacing(6)
        column.addWidget(self._sums)
        column.addSpacing(10)
        column.addWidget(Heading(theme, "Set on all"))
        column.addLayout(length)
        column.addSpacing(6)
        column.addWidget(self.camera)
        column.addSpacing(8)
        column.addWidget(self._hint)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 11, 16, 12)
        foot.addWidget(self.draft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(body, 1)
        whole.addLayout(foot)


def codes_text(codes: Sequence[str], most: int = 12) -> str:
    """Codes in a row, the rest as a number."""
    shown = ", ".join(codes[:most])
    return shown if len(codes) <= most else f"{shown} and {len(codes) - most} more"
