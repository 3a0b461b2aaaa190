"""What a director says about the camera: size, angle, lens, move, height, tilt and roll."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from studio.core.errors import InvalidInputError

GATE_WIDTH_MM = 24.89
GATE_HEIGHT_MM = 18.66
LENSES_MM = (18, 24, 27, 35, 50, 85, 135)


class Size(StrEnum):
    """How much of the subject the frame holds."""

    EWS = "EWS"
    WS = "WS"
    FS = "FS"
    MLS = "MLS"
    MS = "MS"
    MCU = "MCU"
    CU = "CU"
    ECU = "ECU"
    INSERT = "Insert"


class Angle(StrEnum):
    """Where the camera looks from."""

    LOW = "Low"
    EYE = "Eye"
    HIGH = "High"
    OVERHEAD = "Overhead"
    DUTCH = "Dutch"
    OTS = "OTS"
    POV = "POV"


class Move(StrEnum):
    """How the camera moves over the shot."""

    STATIC = "Static"
    PAN = "Pan"
    TILT = "Tilt"
    PUSH_IN = "Push in"
    PULL_OUT = "Pull out"
    TRUCK = "Truck"
    PEDESTAL = "Pedestal"
    CRANE = "Crane"
    ORBIT = "Orbit"
    HANDHELD = "Handheld"
    ZOOM = "Zoom"
    DOLLY_ZOOM = "Dolly zoom"


class TimeOfDay(StrEnum):
    """The light of the hour."""

    DAWN = "Dawn"
    DAY = "Day"
    DUSK = "Dusk"
    NIGHT = "Night"


class Weather(StrEnum):
    """What is in the air."""

    CLEAR = "Clear"
    FOG = "Fog"
    RAIN = "Rain"
    SNOW = "Snow"


@dataclass(frozen=True, slots=True)
class Camera:
    """Camera fields of a shot. None means: read it from the words, else take the usual.

    lens_mm 8–300 · height_m above the ground 0.05–60 · pitch_deg −90 (down) to 90 (up) · roll_deg −45 to 45
    (clockwise).
    """

    size: Size | None = None
    angle: Angle | None = None
    lens_mm: float | None = None
    move: Move | None = None
    height_m: float | None = None
    pitch_deg: float | None = None
    roll_deg: float | None = None

    def __post_init__(self) -> None:
        if self.lens_mm is not None:
            _within("Lens", self.lens_mm, 8, 300, "mm")
        if self.height_m is not None:
            _within("Camera height", self.height_m, 0.05, 60, "m")
        if self.pitch_deg is not None:
            _within("Pitch", self.pitch_deg, -90, 90, "degrees")
        if self.roll_deg is not None:
            _within("Roll", self.roll_deg, -45, 45, "degrees")


def _within(name: str, value: float, low: float, high: float, unit: str) -> None:
    if not low <= value <= high:
        raise InvalidInputError(f"{name} {value:g} {unit} is outside {low:g} to {high:g}.")


@dataclass(frozen=True, slots=True)
class Aspect:
    """A picture shape, width to height."""

    label: str
    ratio: Fraction

    def pixels(self, long_side: int) -> tuple[int, int]:
        """Even (width, height) whose long side is `long_side` and whose shape is nearest to the ratio."""
        if self.ratio >= 1:
            return long_side, 2 * round(long_side / self.ratio / 2)
        return 2 * round(long_side * self.ratio / 2), long_side

    def gate_mm(self) -> tuple[float, float]:
        """The largest crop of the camera gate with this shape: (width, height) in millimetres."""
        width = min(GATE_WIDTH_MM, GATE_HEIGHT_MM * float(self.ratio))
        return width, width / float(self.ratio)


ASPECTS = (
    Aspect("16:9", Fraction(16, 9)),
    Aspect("9:16", Fraction(9, 16)),
    Aspect("1:1", Fraction(1)),
    Aspect("4:5", Fraction(4, 5)),
    Aspect("2.39:1", Fraction(239, 100)),
    Aspect("1.85:1", Fraction(185, 100)),
    Aspect("4:3", Fraction(4, 3)),
)


def parse_aspect(text: str) -> Aspect:
    """An aspect by its label. Raises InvalidInputError for an unknown one."""
    for aspect in ASPECTS:
        if text.strip() in (aspect.label, aspect.label.removesuffix(":1")):
            return aspect
    known = ", ".join(aspect.label for aspect in ASPECTS)
    raise InvalidInputError(f"Picture shape {text!r} is not one that Shotboard knows.", f"Use one of {known}.")
