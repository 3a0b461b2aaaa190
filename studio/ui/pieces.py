"""Small pieces of the bars: the mark, icons, elided names, the search field, the rail of tiers, pills."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from studio.core.tier import TierMark
from studio.ui import icons, paint
from studio.ui.theme import Theme
from studio.ui.widgets import foreign

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class PaintedButton(QAbstractButton):
    """A button that paints itself: `paint_ground` gives it the look's hover and press."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paint_ground(self, painter: QPainter) -> None:
        """Nothing at rest, a rounded ground under the pointer and while it is held."""
        if not self.isEnabled() or not (self.underMouse() or self.isDown()):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("press" if self.isDown() else "hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.restore()


class Logo(PaintedButton):
    """The mark of the program, and the button that opens the menu."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedSize(26, 26)
        self.setAccessibleName("Menu")
        self.setToolTip("Menu (F10)")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button's ground, and the mark on it."""
        painter = QPainter(self)
        self.paint_ground(painter)
        paint.logo(painter, self.theme, QRectF(3, 3, 20, 20))


class Choice(QComboBox):
    """A box to choose one of a few from; it shows that it opens."""

    def __init__(self, theme: Theme, said: str, entries: Sequence[str], chosen: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self.addItems(list(entries))
        self.setCurrentIndex(chosen)
        self.setAccessibleName(said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and a caret at its right end."""
        super().paintEvent(event)
        box = QRectF(self.width() - 20, (self.height() - 12) / 2, 12, 12)
        icons.draw(QPainter(self), "caret-down", self._theme.colour("text3"), box)


class Tick(QCheckBox):
    """A box to tick, with its words."""

    def __init__(self, theme: Theme, words: str, *, on: bool) -> None:
        super().__init__(words)
        self._theme = theme
        self.setChecked(on)
        self.setMinimumHeight(24)

    def sizeHint(self) -> QSize:
        """Box, gap, words."""
        return QSize(26 + self.fontMetrics().horizontalAdvance(self.text()), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A box of 16, filled and checked while it is on."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - 16) / 2 + 0.5, 15, 15)
        edge = "accent" if self.isChecked() else "line3" if self.underMouse() else "line2"
        painter.setPen(theme.colour(edge))
        painter.setBrush(theme.colour("accent" if self.isChecked() else "well"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            icons.draw(painter, "check", theme.colour("on_accent"), box.adjusted(2, 2, -2, -2))
        painter.setPen(theme.colour("text" if self.isEnabled() else "text3"))
        painter.drawText(QRectF(26, 0, self.width() - 26, self.height()), _MIDDLE, self.text())


class ScrolledArea(QScrollArea):
    """Scrolls `content` upright where there is no room for all of it, and wishes for room for all of it."""

    def __init__(self, theme: Theme, content: QWidget) -> None:
        super().__init__()
        self._content = content
        theme.dress(content, "scrolled")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """As high as the content."""
        wished = self._content.sizeHint()
        return QSize(wished.width() + 12, wished.height())


class Glyph(QWidget):
    """An icon that is no control."""

    def __init__(self, theme: Theme, name: str, size: int, token: str = "text3") -> None:
        super().__init__()
        self._name, self._colour = name, theme.colour(token)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon alone."""
        icons.draw(QPainter(self), self._name, self._colour, QRectF(self.rect()))


class IconButton(QToolButton):
    """An icon that is a control; its name is said and shown when the pointer rests on it."""

    def __init__(self, theme: Theme, name: str, said: str, size: int = 16) -> None:
        super().__init__()
        self.setIcon(icons.icon(name, theme.colour("text2"), size, disabled=theme.colour("line3")))
        self.setIconSize(QSize(size, size))
        self.setAccessibleName(said)
        self.setToolTip(said)
        theme.dress(self, "icon")
        self.setFixedSize(26, 26)


class Elided(QWidget):
    """One line of somebody's words, cut at the end where there is no room; the whole is its tooltip."""

    def __init__(self, theme: Theme, font: str, room: int) -> None:
        super().__init__()
        self._colour, self._room, self._text = theme.colour("text"), room, ""
        self.setFont(theme.font(font))
        self.setFixedHeight(26)

    def set_text(self, text: str) -> None:
        """Show `text` on one line."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self._fit()

    def set_room(self, room: int) -> None:
        """Allow `room` pixels."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        wanted = self.fontMetrics().horizontalAdvance(self._text) + 1
        self.setFixedWidth(min(wanted, self._room))
        self.setToolTip(foreign.tip(self._text) if wanted > self._room else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words as far as they fit."""
        painter = QPainter(self)
        painter.setPen(self._colour)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), _MIDDLE, shown)


class SearchField(QLineEdit):
    """Filters the board while one types. Esc empties it, then leaves it; `left` follows Enter and Esc."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._narrow = theme, False
        self.setPlaceholderText("Search")
        self.setAccessibleName("Search codes, action and dialogue")
        self.setTextMargins(20, 0, 0, 0)
        self.setFixedHeight(26)
        self.setMaxLength(200)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Less room, and no key cap."""
        self._narrow = narrow
        self.setFixedWidth(104 if narrow else 190)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc give the keyboard back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, its glass, and its keys while it is empty and out of focus."""
        super().paintEvent(event)
        painter = QPainter(self)
        icons.draw(painter, "magnifying-glass", self._theme.colour("text3"), QRectF(8, 6, 14, 14))
        if not self._narrow and not self.text() and not self.hasFocus():
            cap = paint.keycap(painter, self._theme, "F", self.width() - 24, 13)
            painter.setFont(self._theme.font("keycap"))
            wide = painter.fontMetrics().horizontalAdvance("Ctrl") + 10
            paint.keycap(painter, self._theme, "Ctrl", cap.left() - wide - 4, 13)


class TierRail(QWidget):
    """Draft, Validation, Premium, each with how many shots have come that far."""

    _STEPS = ((TierMark.DRAFT, "Draft"), (TierMark.VALIDATION, "Validation"), (TierMark.PREMIUM, "Premium"))

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts = (0, 0, 0)
        self._words, self._mono = theme.font("body"), theme.font("mono_medium")
        self.setFixedHeight(26)

    def show_counts(self, counts: tuple[int, int, int]) -> None:
        """Shots whose best take is a draft, a validation, a premium render."""
        self._counts = counts
        said = (f"{count} {word.lower()}" for count, (_, word) in zip(counts, self._STEPS, strict=True))
        self.setAccessibleName("Shots: " + ", ".join(said))
        self.setFixedWidth(round(self._walk(None)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, word, count; a caret between."""
        self._walk(QPainter(self))

    def _walk(self, painter: QPainter | None) -> float:
        """Paint from left to right, or only measure; returns the width."""
        words, mono = _metrics(self, self._words), _metrics(self, self._mono)
        x = 9.0
        for index, (mark, word) in enumerate(self._STEPS):
            if index:
                if painter:
                    icons.draw(painter, "caret-right", self._theme.colour("line3"), QRectF(x, 7.5, 11, 11))
                x += 11 + 9
            count = str(self._counts[index])
            if painter:
                kind = paint.shape_of(mark)
                paint.shape(painter, kind, self._theme.tier(mark), QRectF(x, 8, 10, 10))
                painter.setFont(self._words)
                painter.setPen(self._theme.colour("text2"))
                painter.drawText(QRectF(x + 16, 0, 200, 26), _MIDDLE, word)
                painter.setFont(self._mono)
                painter.setPen(self._theme.colour("text"))
                painter.drawText(QRectF(x + 22 + words(word), 0, 99, 26), _MIDDLE, count)
            x += 16 + words(word) + 6 + mono(count) + 9
        return x


class Pill(QWidget):
    """A figure with its word in a rounded frame, with a shape before it where there is one."""

    def __init__(self, theme: Theme, shape: paint.Shape | None) -> None:
        super().__init__()
        self._theme = theme
        self._shape: paint.Shape | None = shape
        self._figure = self._word = self._rest = ""
        self._words, self._mono = theme.font("body"), theme.font("mono_medium")
        self.setFixedHeight(26)

    def show_words(self, figure: str, word: str, rest: str) -> None:
        """A figure in the foreground, its word, and what is less important."""
        self._figure, self._word, self._rest = figure, word, rest
        self.setAccessibleName(" ".join(part for part in (figure, word, rest) if part))
        self.setFixedSize(QSize(round(self._walk(None)), 26))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, shape, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line2"))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12.5, 12.5)
        self._walk(painter)

    def _walk(self, painter: QPainter | None) -> float:
        words, mono = _metrics(self, self._words), _metrics(self, self._mono)
        x = 12.0
        if self._shape:
            if painter:
                paint.shape(painter, self._shape, self._theme.colour("amber"), QRectF(x, 7.5, 11, 11))
            x += 18
        parts = (
            (self._figure, self._mono, mono, "text"),
            (self._word, self._words, words, "text2"),
            (self._rest, self._words, words, "text3"),
        )
        for text, font, measure, token in parts:
            if not text:
                continue
            if painter:
                painter.setFont(font)
                painter.setPen(self._theme.colour(token))
                painter.drawText(QRectF(QPointF(x, 0), QSize(300, 26)), _MIDDLE, text)
            x += measure(text) + 7
        return x + 5


def _metrics(widget: QWidget, font: QFont) -> Callable[[str], float]:
    return QFontMetricsF(font, widget).horizontalAdvance
