"""The fixed foot: what the next step would use and take, the one filled button, two ghosts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from studio.core.tier import Tier
from studio.ui.inspector.next_step import Act, NextStep, Offer, price_text
from studio.ui.theme import Theme
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.section import label

_GHOST = 28


class Foot(QWidget):
    """`acted` carries the step of the filled button; it keeps its height whatever it says."""

    acted = Signal(object)
    draft_again = Signal()
    framings = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: NextStep | None = None
        self._model = label(theme, "second")
        self._model.setFont(theme.font("small"))
        self._usual = label(theme, "hint")
        self.main = ActionButton(theme, "filled", 34)
        self.again = ActionButton(theme, "ghost", _GHOST)
        self.ten = ActionButton(theme, "ghost", _GHOST)
        self.main.clicked.connect(self._act)
        self.again.clicked.connect(self.draft_again)
        self.ten.clicked.connect(self.framings)
        self.ten.say("Ten framings", price="free", key="Shift G")
        facts = QHBoxLayout()
        facts.setSpacing(5)
        facts.addWidget(self._model)
        facts.addWidget(self._usual)
        facts.addStretch(1)
        ghosts = QHBoxLayout()
        ghosts.setSpacing(8)
        ghosts.addWidget(self.again, 1)
        ghosts.addWidget(self.ten, 1)
        acts = QWidget()
        column = QVBoxLayout(acts)
        column.setContentsMargins(16, 11, 16, 12)
        column.setSpacing(8)
        column.addLayout(facts)
        column.addWidget(self.main)
        column.addLayout(ghosts)
        closed = QWidget()
        reading = QVBoxLayout(closed)
        reading.setContentsMargins(16, 11, 16, 12)
        note = label(theme, "hint", "Open for reading only: nothing can be changed here.")
        note.setWordWrap(True)
        reading.addWidget(note)
        reading.addStretch(1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(acts)
        self._pages.addWidget(closed)

    @property
    def step(self) -> NextStep | None:
        """The step that the filled button stands for."""
        return self._step

    def show_step(self, step: NextStep, draft: Offer | None) -> None:
        """Show the next step, and beside it what one more draft costs."""
        self._step = step
        self.main.say(step.text, icon=step.icon, price=step.price, key=step.key)
        drafting = step.act is Act.DRAFT
        price = price_text(draft.price) if draft is not None and draft.price is not None else ""
        self.again.setVisible(not drafting)
        self.again.say("Draft again", price=price, key="G")
        self._model.setText(step.offer.model_label if step.offer is not None else _facts(step))
        usual = step.offer.usual_s if step.offer is not None else None
        self._usual.setText("" if usual is None else f"· usually {clock(usual)}")

    def set_read_only(self, read_only: bool) -> None:
        """Whether the foot says that nothing can be changed instead of offering it."""
        self._pages.setCurrentIndex(1 if read_only else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))

    def _act(self) -> None:
        if self._step is not None:
            self.acted.emit(self._step)


def clock(seconds: float) -> str:
    """`m:ss` of a duration that somebody waits for, at least a second."""
    whole = max(1, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def _facts(step: NextStep) -> str:
    if step.take is None:
        return ""
    if step.act is Act.PICK:
        return f"{step.take.mark.value}, {step.take.model_label}"
    tier = "Premium" if step.take.tier is Tier.EXPORT else step.take.mark.value
    return f"Take {step.take.number} is the pick, {tier.lower()}"
