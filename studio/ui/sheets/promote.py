"""The promote sheet: what stays, what changes and what it costs, before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from studio.core.promotion import Promotion
from studio.core.tier import Tier
from studio.core.timebase import Rate, short_time
from studio.ui import icons, paint
from studio.ui.inspector.foot import clock
from studio.ui.sheets.base import Sheet
from studio.ui.sheets.model_choice import ModelChoice
from studio.ui.theme import Theme
from studio.ui.widgets.action_button import ActionButton
from studio.ui.widgets.decoder import Decoder
from studio.ui.widgets.picture import chip, fitted, foot_fade
from studio.ui.widgets.section import label

WIDTH = 904
_LEFT_WIDTH = 392
_PICTURE_HEIGHT = 198


class PromoteSheet(Sheet):
    """Accepted means: render `model_id`. `model_chosen` carries another model's id: answer with `show_promotion`.

    The button has the keyboard when the sheet opens; Enter anywhere else sends nothing.
    """

    model_chosen = Signal(str)

    def __init__(self, theme: Theme, host: QWidget, code: str, promotion: Promotion, picture: bytes | None) -> None:
        tier = promotion.take.tier.above or Tier.EXPORT
        word = "Validation" if tier is Tier.VALIDATION else "Premium"
        super().__init__(theme, host, code, f"Promote take {promotion.take.number} to {word}", WIDTH)
        self._theme = theme
        self._tier = tier
        self._promotion = promotion
        self._decoder = Decoder(self)
        self._picture = _TakePicture(theme, promotion)
        self._decoder.decoded.connect(lambda _name, image: self._picture.show_image(image))
        self._choices = [ModelChoice(theme, model) for model in promotion.choices]
        self._stays = _Points(theme, "Stays", "check", "green")
        self._changes = _Points(theme, "Changes", "arrows-left-right", "amber")
        self._money = _Points(theme, "Money", "", "text3")
        self._usual = label(theme, "second")
        self._usual.setFont(theme.font("small"))
        self.not_now = ActionButton(theme, "ghost", 34)
        self.not_now.say("Not now", key="Esc")
        self.render_button = ActionButton(theme, "filled", 34)
        self._lay_out(theme)
        self.not_now.clicked.connect(self.reject)
        self.render_button.clicked.connect(self.accept)
        self.show_promotion(promotion)
        if picture:
            self._decoder.decode("take", picture, QSize(1024, 1024))

    @property
    def model_id(self) -> str:
        """The model that accepting would render with."""
        return self._promotion.target.id

    def show_promotion(self, promotion: Promotion) -> None:
        """Show what promoting with another model would keep, change and cost."""
        self._promotion = promotion
        price = str(promotion.quote.amount)
        usual = "" if promotion.usual_s is None else f"usually {clock(promotion.usual_s)}"
        for choice in self._choices:
            ours = choice.model.id == promotion.target.id
            choice.setChecked(ours)
            choice.show_price(price if ours else "", usual if ours else "")
        self._stays.show_points(promotion.stays)
        self._changes.show_points(promotion.changes or ("Nothing that the model could not keep",))
        spec = promotion.quote.price
        reckoned = f"{_dollars(spec.dollars_per_second)} a second, price of {spec.valid_from.isoformat()}"
        free = "Drawn on this machine: it costs nothing, and nothing is sent."
        self._money.show_points((free,) if promotion.target.local else (price, reckoned))
        known = (
            f"Usually {clock(promotion.usual_s)}"
            if promotion.usual_s is not None
            else "Too few renders to say how long"
        )
        self._usual.setText(known)
        word = "Render validation" if self._tier is Tier.VALIDATION else "Render premium"
        self.render_button.setEnabled(True)
        self.render_button.say(word, icon="arrow-fat-up", price=price, key="⏎")
        if self.isVisible():
            self._cover()

    def first_focus(self) -> QWidget:
        """The button that renders."""
        return self.render_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and len(self._choices) > 1:
            here = next(place for place, one in enumerate(self._choices) if one.isChecked())
            self._choose(self._choices[(here + steps[Qt.Key(event.key())]) % len(self._choices)])
            event.accept()
            return
        super().keyPressEvent(event)

    def _choose(self, choice: ModelChoice) -> None:
        if choice.model.id != self._promotion.target.id:
            choice.setChecked(True)
            # The old price must not be paid for the new model.
            self.render_button.setEnabled(False)
            self.model_chosen.emit(choice.model.id)

    def _lay_out(self, theme: Theme) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setContentsMargins(20, 16, 20, 16)
        left.setSpacing(0)
        left.addWidget(self._picture)
        left.addSpacing(6)
        left.addWidget(self._origin(theme))
        left.addSpacing(12)
        left.addWidget(_heading(theme, "Render with"))
        left.addSpacing(4)
        for choice in self._choices:
            choice.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
            left.addWidget(choice)
        left.addStretch(1)
        right.setContentsMargins(20, 16, 20, 16)
        right.setSpacing(16)
        for part in (self._stays, self._changes, self._money):
            right.addWidget(part)
        right.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(_LEFT_WIDTH)
        holder.setLayout(left)
        upright = QFrame()
        theme.dress(upright, "upright")
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(holder)
        columns.addWidget(upright)
        columns.addLayout(right, 1)
        self.body.addLayout(columns)
        self.render_button.setMinimumWidth(214)
        self.render_button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.not_now.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.foot.addWidget(self._usual)
        self.foot.addStretch(1)
        self.foot.addWidget(self.not_now)
        self.foot.addWidget(self.render_button)

    def _origin(self, theme: Theme) -> QLabel:
        take = self._promotion.take
        seed = f" · seed {take.seed}" if take.seed is not None else ""
        return label(theme, "hint", f"{take.model_label}, {take.width} × {take.height}{seed}")


class _TakePicture(QWidget):
    """The take's own picture with its number, tier, length and cost, as on a card."""

    def __init__(self, theme: Theme, promotion: Promotion) -> None:
        super().__init__()
        self._theme = theme
        self._take = promotion.take
        self._image: QImage | None = None
        self.setFixedHeight(_PICTURE_HEIGHT)
        self.setAccessibleName(f"Take {self._take.number}")

    def show_image(self, image: QImage) -> None:
        self._image = None if image.isNull() else image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, take = self._theme, self._take
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(box, 6, 6)
        painter.setClipPath(clip)
        painter.fillRect(box, theme.colour("picture"))
        if self._image is not None:
            painter.drawImage(fitted(self._image.size(), box), self._image)
            foot_fade(painter, theme, box)
        painter.setFont(theme.font("code"))
        number = f"tk{take.number}"
        width = painter.fontMetrics().horizontalAdvance(number) + 10
        chip(painter, theme, QRectF(6, 6, width, 18))
        painter.setPen(theme.colour("on_picture"))
        painter.drawText(QRectF(6, 6, width, 18), Qt.AlignmentFlag.AlignCenter, number)
        painter.setFont(theme.font("tier"))
        width = painter.fontMetrics().horizontalAdvance(take.mark.value) + 27
        ground = QRectF(box.right() - 6 - width, 6, width, 18)
        chip(painter, theme, ground)
        colour = theme.tier(take.mark, over_picture=True)
        paint.shape(painter, paint.shape_of(take.mark), colour, QRectF(ground.x() + 6, ground.y() + 4, 10, 10))
        painter.setPen(theme.colour("on_picture"))
        painter.drawText(ground.adjusted(21, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, take.mark.value)
        painter.setFont(theme.font("mono_small"))
        line = QRectF(8, box.bottom() - 24, box.width() - 16, 18)
        rate = Rate(take.rate.numerator, take.rate.denominator)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, short_time(take.frames, rate))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, str(take.cost))


class _Points(QWidget):
    """A heading and sentences under it, each with the same mark before it."""

    def __init__(self, theme: Theme, title: str, icon: str, colour: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_heading(theme, title))
        column.addLayout(self._lines)

    def show_points(self, sentences: Sequence[str]) -> None:
        """Show these sentences, plain."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            self._lines.addWidget(self._line(sentence))

    def _line(self, sentence: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        if self._icon:
            mark = QLabel()
            mark.setPixmap(icons.pixmap(self._icon, self._theme.colour(self._colour), 15, self.devicePixelRatioF()))
            mark.setFixedSize(15, 17)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = label(self._theme, "body", sentence)
        words.setFont(self._theme.font("body"))
        words.setWordWrap(True)
        row.addWidget(words, 1)
        return line


def _dollars(amount: Decimal) -> str:
    """A price with two decimals, more only where it has more."""
    cents = amount.quantize(Decimal("0.01"))
    return f"${cents if cents == amount else amount.normalize():f}"


def _heading(theme: Theme, text: str) -> QLabel:
    made = label(theme, "second", text)
    made.setFont(theme.font("slug"))
    return made
