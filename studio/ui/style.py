"""The style: Fusion with the look's measures and one focus ring, 2 px of accent 2 px off the control."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)
from shiboken6 import isValid

from studio.ui import fonts, stylesheet
from studio.ui.theme import Theme

OWN_FOCUS = "ownFocus"
"""A widget with this property set paints its own focus."""

_RING = 4


def apply(app: QApplication, theme: Theme) -> FocusRing:
    """Dress the whole application; keep the returned ring for as long as the application runs."""
    fonts.load(app)
    app.setStyle(Style(theme))
    app.setPalette(theme.palette())
    app.setStyleSheet(stylesheet.of(theme))
    return FocusRing(app)


class Style(QProxyStyle):
    """Fusion, with our focus frame, sliders and no focus rectangles of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """The look's measures, Fusion's for the rest."""
        match metric:
            case QStyle.PixelMetric.PM_FocusFrameHMargin | QStyle.PixelMetric.PM_FocusFrameVMargin:
                return _RING
            case QStyle.PixelMetric.PM_SliderThickness | QStyle.PixelMetric.PM_SliderControlThickness:
                return 24
            case QStyle.PixelMetric.PM_SliderLength:
                return 12
            case QStyle.PixelMetric.PM_ButtonShiftHorizontal | QStyle.PixelMetric.PM_ButtonShiftVertical:
                return 0
            case QStyle.PixelMetric.PM_SmallIconSize:
                return 16
            case _:
                return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: object = None,
    ) -> int:
        """A click on a slider's tray moves the handle there; menus open without delay."""
        match hint:
            case QStyle.StyleHint.SH_Slider_AbsoluteSetButtons:
                return Qt.MouseButton.LeftButton.value
            case QStyle.StyleHint.SH_FocusFrame_AboveWidget:
                return 1
            case QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
                return 500
            case _:
                return super().styleHint(hint, option, widget, returnData)  # type: ignore[arg-type]

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """The focus frame is ours."""
        if element is QStyle.ControlElement.CE_FocusFrame:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 9, 9)
            painter.restore()
            return
        super().drawControl(element, option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """The ring says where the focus is, so the dotted rectangle goes."""
        if element is not QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A slider is a 2 px tray with a round handle."""
        if control is not QStyle.ComplexControl.CC_Slider or not isinstance(option, QStyleOptionSlider):
            super().drawComplexControl(control, option, painter, widget)
            return
        handle = self.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, widget)  # type: ignore[arg-type]
        self._slider(painter, option, QRectF(handle))

    def _slider(self, painter: QPainter, option: QStyleOptionSlider, handle: QRectF) -> None:
        tray = QRectF(option.rect)
        if option.orientation is Qt.Orientation.Horizontal:  # type: ignore[attr-defined]
            tray = QRectF(tray.x(), tray.center().y() - 1, tray.width(), 2)
        else:
            tray = QRectF(tray.center().x() - 1, tray.y(), 2, tray.height())
        held = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken))  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(tray, 1, 1)
        painter.fillPath(path, QBrush(self._theme.colour("line3" if held else "line2")))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("text" if held else "text2"))
        painter.drawEllipse(QPointF(handle.center()), 5, 5)
        painter.restore()

    def standardPalette(self) -> QPalette:
        """The theme's palette, also before the application sets it."""
        return self._theme.palette()


class FocusRing(QObject):
    """Shows the focus frame around the control that has the keyboard.

    Item views and widgets with the property `ownFocus` paint their own. A click does not show it: the ring is for
    the keyboard.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._moved)

    @property
    def around(self) -> QWidget | None:
        """The widget that the ring is around, None while it is hidden."""
        frame = self._living()
        return frame.widget() if frame is not None else None

    def _moved(self, old: QWidget | None, now: QWidget | None) -> None:
        wanted = now if now is not None and self._rings(now) else None
        frame = self._living()
        if wanted is None:
            if frame is not None:
                frame.setWidget(None)  # type: ignore[arg-type]
            return
        if frame is None:
            frame = self._frame = QFocusFrame()
            frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        frame.setWidget(wanted)
        # Qt has moved it into the control's window, which will delete it; told so, Python does not delete it again.
        frame.setParent(frame.parentWidget())

    def _living(self) -> QFocusFrame | None:
        """The frame, unless it went with its window."""
        return self._frame if self._frame is not None and isValid(self._frame) else None

    @staticmethod
    def _rings(widget: QWidget) -> bool:
        if isinstance(widget, QAbstractItemView) or widget.property(OWN_FOCUS) or widget.parentWidget() is None:
            return False
        return QApplication.mouseButtons() == Qt.MouseButton.NoButton
