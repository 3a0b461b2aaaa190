"""The stage: what `build` makes of a staging, as the renderer takes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from studio.media.blocking_engine.mesh import Mesh


@dataclass(frozen=True, slots=True)
class Lamp:
    """A warm point light: position in metres, linear RGB colour × strength, reach in metres."""

    position: tuple[float, float, float]
    colour: tuple[float, float, float]
    reach: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a subject stands at a moment: feet (x, y, z), heading in radians about +y (0 faces +z), standing height,
    eye height.

    `face` is the middle of its face (or of the thing itself where it has none), `width` its breadth; metres. `hands`
    is the middle between its hands, if it has any.
    """

    feet: tuple[float, float, float]
    heading: float
    height: float
    eye: float
    face: tuple[float, float, float]
    width: float
    hands: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A dressed set.

    `scenery` never moves. `acting(t)` gives the moving meshes at t seconds (subjects and what they hold; boats, rain
    is the renderer's). `mark(i, t)` tells where subject i is. `water_y` is the level of a water plane or None;
    `ground` tells how the ground is drawn: "grid" (clay floor with the metre grid), "plain" (clay floor), "none"
    (scenery brings its own). `landmark` is what the place is known by: x, y, z of its foot and its height.
    """

    scenery: Mesh
    acting: Callable[[float], Mesh]
    mark: Callable[[int, float], Mark]
    subjects: int
    ground: str
    ground_colour: tuple[float, float, float]
    water_y: float | None
    indoors: bool
    lamps: tuple[Lamp, ...] = ()
    landmark: tuple[float, float, float, float] | None = None
