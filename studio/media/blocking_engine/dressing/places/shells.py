"""The shell that rooms share: walls open toward the camera, a window for the key light, hanging lamps."""

from __future__ import annotations

import math

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import Point, box, cylinder, ellipsoid, placed
from studio.media.blocking_engine.dressing.site import Path, Site
from studio.media.blocking_engine.mesh import Mesh

_KEY_WINDOW = 0.25


def put(site: Site, parts: list[Mesh], at: Point, turn: float = 0.0) -> None:
    """Stands a thing somewhere on the set."""
    site.add(*[placed(part, at, turn) for part in parts])


def shell(
    site: Site,
    width: float,
    back: float,
    height: float = 2.9,
    tint: Tint = p.PLASTER,
    floor: Tint = p.WOOD,
    near: float = 3.6,
    boards: bool = True,
) -> None:
    """Walls at x ± width/2 and z −back, open toward the camera, with a window in the left wall for the key light."""
    site.ground, site.ground_tint, site.wall = "plain", floor, -back
    half, low = width / 2, 0.95
    site.add(
        box((width + 0.4, height, 0.2), (0, 0, -back - 0.1), tint),
        box((0.2, height, back + near), (half + 0.1, 0, (near - back) / 2), tint),
    )
    # The window that is seen, and before it the one that lights a face from the side.
    first = -back * 0.62
    edge = -back
    for start, end, sill, head in ((first, first + 1.7, low, 2.35), (_KEY_WINDOW, _KEY_WINDOW + 1.9, 0.7, 2.6)):
        site.add(_left_wall(half, edge, start, 0.0, height, tint), *_opening(half, start, end, sill, head))
        site.add(_left_wall(half, start, end, 0.0, sill, tint), _left_wall(half, start, end, head, height - head, tint))
        edge = end
    site.add(_left_wall(half, edge, near, 0.0, height, tint))
    if site.covered:
        site.add(box((width + 0.4, 0.2, back + near), (0, height, (near - back) / 2), p.shaded(tint, 1.1)))
    base = p.shaded(tint, 0.72)
    site.add(
        box((width, 0.12, 0.03), (0, 0, -back + 0.015), base),
        *[box((0.03, 0.12, back + near), (x * (half - 0.015), 0, (near - back) / 2), base) for x in (-1, 1)],
    )
    site.add(
        box((width, 0.05, 0.04), (0, 0.98, -back + 0.02), base),
        box((0.04, 0.05, back + near), (half - 0.02, 0.98, (near - back) / 2), base),
    )
    if boards:
        site.add(
            *[
                box((0.012, 0.004, back + near), (-half + 0.22 * i, 0, (near - back) / 2), p.shaded(floor, 0.7))
                for i in range(1, int(width / 0.22))
            ]
        )
    if site.lit:
        site.lamp(half * 0.5, 2.0, -back * 0.55, 2.6, 7.0)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.top = height


def _left_wall(half: float, back: float, front: float, foot: float, height: float, tint: Tint) -> Mesh:
    return box((0.2, height, front - back), (-half - 0.1, foot, (front + back) / 2), tint)


def _opening(half: float, first: float, last: float, low: float, high: float) -> list[Mesh]:
    """Frame, cross bars and sill of a window in the left wall."""
    middle, wide = (first + last) / 2, last - first
    posts = [
        box((0.12, high - low, 0.06), (-half - 0.08, low, z), p.PAPER) for z in (first + 0.03, middle, last - 0.03)
    ]
    bars = [box((0.12, 0.06, wide), (-half - 0.08, y, middle), p.PAPER) for y in (low, (low + high) / 2, high - 0.06)]
    return [*posts, *bars, box((0.34, 0.06, wide + 0.2), (-half + 0.03, low - 0.06, middle), p.WOOD)]


def pendant(site: Site, x: float, z: float, height: float = 2.05) -> None:
    """A hanging lamp with its light."""
    site.add(cylinder(0.01, 0.95, (x, height, z), p.IRON, 5))
    site.add(ellipsoid((0.17, 0.12, 0.17), (x, height, z), p.LAMP_LIGHT, 14, glow=1.8 if site.lit else 0.25))
    if site.lit:
        site.lamp(x, height - 0.2, z, 2.4, 6.0)
