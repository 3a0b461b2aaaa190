"""The set while it is being dressed: a place function puts meshes, lamps and the lie of the land on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from studio.core.camera import TimeOfDay, Weather
from studio.media.blocking_engine.dressing import palette
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.stage import Lamp


@dataclass(frozen=True, slots=True)
class Path:
    """The way that walkers take: where they are at 0 s (x, z) and their heading in radians about +y (0 toward +z)."""

    start: tuple[float, float] = (0.0, 0.3)
    heading: float = 3.7


def level(_x: float, _z: float) -> float:
    """Ground at 0 everywhere."""
    return 0.0


@dataclass(slots=True)
class Site:
    """A set in the making. `lit` tells whether windows and street lamps burn; `wall` is the back wall's z indoors.

    `known_by` is the place's landmark (x, y, z of its foot, height), `berth` where a boat lies (x, z), `covered`
    whether rooms have their ceiling (a camera above takes it out).
    """

    chance: Random
    time: TimeOfDay
    weather: Weather
    indoors: bool
    landmark: str = ""
    pieces: list[Mesh] = field(default_factory=list)
    lamps: list[Lamp] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    ground: str = "plain"
    ground_tint: Tint = palette.CLAY
    water_y: float | None = None
    floor: Callable[[float, float], float] = level
    run: Path = Path()
    wall: float | None = None
    top: float | None = None
    known_by: tuple[float, float, float, float] | None = None
    berth: tuple[float, float] = (0.0, 0.0)
    covered: bool = True

    @property
    def lit(self) -> bool:
        """Whether lamps and windows burn."""
        return self.time in (TimeOfDay.NIGHT, TimeOfDay.DUSK) or self.weather is Weather.RAIN

    @property
    def snowy(self) -> bool:
        """Whether roofs and ground are white."""
        return self.weather is Weather.SNOW

    def add(self, *meshes: Mesh) -> None:
        """Puts meshes on the set."""
        self.pieces.extend(meshes)

    def lamp(self, x: float, y: float, z: float, strength: float, reach: float) -> None:
        """A warm point light."""
        r, g, b = palette.LAMP_LIGHT
        self.lamps.append(Lamp((x, y, z), (r * strength, g * strength, b * strength), reach))

    def ground_of(self, tint: Tint) -> Tint:
        """The tint of open ground: snow where it snows."""
        return palette.SNOW if self.snowy else tint

    def roof(self, tint: Tint) -> Tint:
        """The tint of a roof: snow where it snows."""
        return palette.SNOW if self.snowy else tint

    def spread(self, low: float, high: float) -> float:
        """A number between two, of this set's own chance."""
        return self.chance.uniform(low, high)
