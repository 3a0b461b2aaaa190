"""The camera fields as rows of chips: size, angle, lens, move, time of day, weather, and the exact numbers under More.

Says each change at once as `edited({field: value})`, None to read it from the words again; while a number is dragged,
`previewed` follows with the value under the pointer.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from studio.core.camera import LENSES_MM, Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.ui.theme import Theme
from studio.ui.widgets import scales
from studio.ui.widgets.chips import TRAY_HEIGHT, Chip, ChipTray
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.section import Fold, label

ROW_HEIGHT = 27
LABEL_WIDTH = 48
_SHORT = {Angle.OVERHEAD: "Over", Size.INSERT: "Ins"}
_MOVES = (Move.STATIC, Move.PAN, Move.TILT, Move.PUSH_IN, Move.TRUCK, Move.CRANE)
_MORE = (("height_m", "Height", scales.HEIGHT), ("pitch_deg", "Pitch", scales.PITCH), ("roll_deg", "Roll", scales.ROLL))
_ELLIPSIS = "···"
MIXED = object()
"""Stands for "several values" where many shots are shown together: no chip is chosen, numbers show a dash."""


class CameraRows(QWidget):
    """All camera fields of what is shown."""

    edited = Signal(object)
    previewed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trays: dict[str, ChipTray] = {}
        self._numbers: dict[str, NumberField] = {}
        self._values: dict[str, object] = {}
        self._implied: dict[str, object] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._add_tray("size", "Size", [(_SHORT.get(size, size.value), size) for size in Size])
        self._add_tray("angle", "Angle", [(_SHORT.get(angle, angle.value), angle) for angle in Angle])
        lens = self._add_tray("lens_mm", "Lens", [(str(mm), float(mm)) for mm in LENSES_MM])
        self._lens = self._number("lens_mm", "Lens in millimetres", scales.LENS)
        self._lens.set_hint("mm")
        self._lens.setStyleSheet("QLineEdit { border: 0; background: transparent; padding: 0 2px; min-height: 18px; }")
        self._lens.setFixedSize(46, TRAY_HEIGHT)
        lens.add_widget(self._lens)
        move = self._add_tray("move", "Move", [(move.value, move) for move in _MOVES])
        self._other_move = _MoveMenu(theme, move)
        self._other_move.chosen.connect(lambda value: self._say("move", value))
        move.add_widget(self._other_move)
        self._add_tray("time_of_day", "Time", [(time.value, time) for time in TimeOfDay])
        self._add_tray("weather", "Weather", [(weather.value, weather) for weather in Weather])
        more = self._more(theme)
        self._fold = Fold(theme, "Height, pitch, roll", more)
        column.addWidget(self._fold)
        column.addWidget(more)

    def show_fields(self, values: Mapping[str, object], implied: Mapping[str, object]) -> None:
        """Show fields by name: `values` as typed (None: not typed, MIXED: several), `implied` as the words say."""
        self._values, self._implied = dict(values), dict(implied)
        for field, tray in self._trays.items():
            typed = values.get(field)
            tray.show_value(None if typed is MIXED else typed, None if typed is MIXED else implied.get(field))
        for field, number in self._numbers.items():
            number.show_value(*self._numbers_of(field))
        typed = values.get("move")
        self._other_move.show_value(None if typed is MIXED else typed, implied.get("move") if typed is None else None)
        if any(isinstance(values.get(field), float | int) for field, _, _ in _MORE):
            self._fold.set_open(True)

    def set_read_only(self, read_only: bool) -> None:
        """Whether fields only show."""
        self.setEnabled(not read_only)

    def flush(self) -> None:
        """Settle a half-typed number."""
        for number in self._numbers.values():
            number.flush()

    def _numbers_of(self, field: str) -> tuple[float | None, float | None]:
        typed, implied = self._values.get(field), self._implied.get(field)
        if typed is MIXED:
            return None, None
        if field == "lens_mm" and typed in LENSES_MM:
            # Its chip says it; the field only steps from there.
            return None, _number_or_none(typed)
        return _number_or_none(typed), _number_or_none(implied) if typed is None else None

    def _add_tray(
        self, field: str, name: str, choices: list[tuple[str, StrEnum]] | list[tuple[str, float]]
    ) -> ChipTray:
        tray = ChipTray(self._theme, name, choices)
        tray.chosen.connect(lambda value: self._say(field, value))
        row = len(self._trays)
        self._grid.setRowMinimumHeight(row, ROW_HEIGHT)
        words = label(self._theme, "hint", name)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(tray, row, 1)
        self._trays[field] = tray
        return tray

    def _number(self, field: str, name: str, scale: scales.Scale) -> NumberField:
        number = NumberField(self._theme, name, scale)
        number.moved.connect(lambda value: self.previewed.emit({field: value}))
        number.settled.connect(lambda value: self._say(field, value))
        self._numbers[field] = number
        return number

    def _more(self, theme: Theme) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        for field, name, scale in _MORE:
            number = self._number(field, name, scale)
            row.addWidget(label(theme, "hint", name))
            row.addWidget(number, 1)
        return content

    def _say(self, field: str, value: object) -> None:
        # The face changes at once; the stored value confirms it when it comes back.
        self.show_fields(self._values | {field: value}, self._implied)
        self.edited.emit({field: value})


class _MoveMenu(Chip):
    """The moves that have no chip of their own; wears the name of the one that holds."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, tray: ChipTray) -> None:
        super().__init__(theme, _ELLIPSIS, None, tray)
        self._typed: object = None
        self._menu = QMenu(self)
        for move in Move:
            if move not in _MOVES:
                action = self._menu.addAction(move.value)
                action.setCheckable(True)
                action.setData(move)
        self._menu.triggered.connect(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    @property
    def menu(self) -> QMenu:
        """The menu that a press opens."""
        return self._menu

    def show_value(self, typed: object, implied: object) -> None:
        """Wear the name of a typed or implied move of this menu, three dots for any other."""
        self._typed = typed
        # Qt hands an enumeration's bare text back.
        moves = [Move(action.data()) for action in self._menu.actions()]
        shown = next((move for move in (typed, implied) if move in moves), None)
        for action in self._menu.actions():
            action.setChecked(action.data() == typed)
        self.setChecked(shown is not None and shown == typed)
        self.implied = shown is not None and shown != typed
        self.setText(shown.value if isinstance(shown, Move) else _ELLIPSIS)
        self.setAccessibleName(f"More moves, {self.text()}" if shown else "More moves")
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, action: QAction) -> None:
        move = Move(action.data())
        self.chosen.emit(None if move == self._typed else move)


def fields_of(camera: Camera, time: TimeOfDay | None, weather: Weather | None) -> dict[str, object]:
    """A shot's camera fields by their names in `edit`."""
    return {
        "size": camera.size,
        "angle": camera.angle,
        "lens_mm": camera.lens_mm,
        "move": camera.move,
        "height_m": camera.height_m,
        "pitch_deg": camera.pitch_deg,
        "roll_deg": camera.roll_deg,
        "time_of_day": time,
        "weather": weather,
    }


def _number_or_none(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
