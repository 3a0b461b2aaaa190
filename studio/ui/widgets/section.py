"""The small parts that panels are put together from: a labelled line, a plain label, an icon button, a fold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QToolButton, QWidget

from studio.ui import icons
from studio.ui.theme import Theme

LABEL_HEIGHT = 22


def label(theme: Theme, role: str, text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that shows its text as it is: foreign words never become markup."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    theme.dress(made, role)
    return made


def icon_button(theme: Theme, icon: str, name: str, size: int = 16, parent: QWidget | None = None) -> QToolButton:
    """A 26 px square button with an icon; its name is said and shown as its tooltip."""
    made = QToolButton(parent)
    theme.dress(made, "icon")
    made.setIcon(icons.icon(icon, theme.colour("text2"), size, disabled=theme.colour("line3")))
    made.setIconSize(QSize(size, size))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


class Heading(QWidget):
    """A section's name at the left, a count after it, a remark at the right."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(LABEL_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.name = label(theme, "label", text)
        self.count = label(theme, "hint")
        self.count.setFont(theme.font("mono_small"))
        self.remark = label(theme, "hint")
        row.addWidget(self.name)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.remark)


class Fold(QAbstractButton):
    """A caret and a word that show or fold `content`, which stands wherever its panel puts it."""

    def __init__(self, theme: Theme, text: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self.setText(text)
        self.setFont(theme.font("label"))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(24)
        self.setFixedWidth(round(QFontMetricsF(self.font()).horizontalAdvance(text)) + 16)
        self.clicked.connect(self.set_open)
        self.set_open(False)

    @property
    def open(self) -> bool:
        """Whether the content shows."""
        return self.isChecked()

    def set_open(self, open_: bool) -> None:
        """Show or fold the content."""
        self.setChecked(open_)
        self._content.setVisible(open_)
        self.setAccessibleName(f"{self.text()}, {'shown' if open_ else 'folded'}")

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._theme.colour("text2" if self.underMouse() else "text3")
        caret = QRectF(0, self.height() / 2 - 5.5, 11, 11)
        icons.draw(painter, "caret-down" if self.isChecked() else "caret-right", ink, caret)
        painter.setPen(ink)
        painter.drawText(self.rect().adjusted(15, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
