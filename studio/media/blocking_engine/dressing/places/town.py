"""Places of a town: street, alley, square, rooftops, station, car park, and the bare stage."""

from __future__ import annotations

import math

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.buildings import front, house, street_lamp, tower
from studio.media.blocking_engine.dressing.furniture import bench
from studio.media.blocking_engine.dressing.primitives import beam, box, cylinder, placed, prism, tube
from studio.media.blocking_engine.dressing.site import Path, Site
from studio.media.blocking_engine.dressing.vehicles import car
from studio.media.blocking_engine.dressing.yard import fountain, sign, trash_can
from studio.media.blocking_engine.mesh import joined

WALLS = (p.PLASTER, p.BRICK, p.STONE, p.shaded(p.BLUE, 0.95), p.shaded(p.SAND, 0.95))


def _row(site: Site, side: int, x: float, first: float, count: int, storeys: tuple[int, int]) -> None:
    """Fronts along a street on one side (−1 left, +1 right), facing its middle."""
    z = first
    for _ in range(count):
        width = site.spread(9, 12)
        tall = site.chance.randint(*storeys)
        site.add(
            *front(
                site, width, tall, 9.0, (side * x, 0, z - width / 2), -side * math.pi / 2, site.chance.choice(WALLS), 4
            )
        )
        z -= width + 0.1


def street(site: Site) -> None:
    """A street with kerbs, fronts with lit windows on both sides, lamps, closed at its end."""
    site.ground_tint = site.ground_of(p.ASPHALT)
    site.run = Path((0.4, 0.6), math.pi - 0.1)
    for side in (-1, 1):
        site.add(
            box((2.6, 0.14, 90.0), (side * 5.6, 0, -32.0), site.ground_of(p.PAVING)),
            box((0.22, 0.16, 90.0), (side * 4.35, 0, -32.0), p.STONE),
        )
        _row(site, side, 6.9, 6.0, 6, (3, 4))
    site.add(*front(site, 26, 4, 9, (0, 0, -62), 0.0, p.shaded(p.PLASTER, 0.9), 8))
    for side, z in ((-1, -1.5), (1, -9.0), (-1, -17.5), (1, -26.0), (-1, -36.0)):
        site.add(*street_lamp(site, (side * 4.7, 0.14, z), -side * math.pi / 2))
    site.add(*[box((0.14, 0.012, 1.8), (0, 0, 8 - 4.2 * i), p.shaded(p.PAPER, 0.8)) for i in range(16)])
    site.add(*[placed(part, (5.6, 0.14, -4.0)) for part in trash_can()])


def alley(site: Site) -> None:
    """A narrow way between high walls, one lamp."""
    site.ground_tint = site.ground_of(p.shaded(p.PAVING, 0.9))
    site.run = Path((0.1, 0.5), math.pi)
    _row(site, -1, 2.1, 4.0, 3, (3, 4))
    _row(site, 1, 2.1, 4.0, 3, (3, 4))
    site.add(
        *front(site, 10, 4, 6, (0, 0, -30), 0.0, p.BRICK, 3), *street_lamp(site, (-1.9, 0, -6.5), math.pi / 2, 3.8)
    )
    for x, z in ((1.6, -2.6), (1.6, -3.3), (-1.6, -9.0)):
        site.add(*[placed(part, (x, 0, z)) for part in trash_can()])
    site.add(
        box((0.9, 0.9, 0.7), (-1.5, 0, -4.2), p.WOOD, 0.2),
        tube([(2.05, 0, -1.4), (2.05, 4, -1.4), (2.05, 9, -1.4)], 0.07, p.METAL, 8),
    )


def square(site: Site) -> None:
    """A paved square with a fountain, fronts around and a tower."""
    site.ground_tint = site.ground_of(p.PAVING)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    for i in range(15):
        site.add(
            box((40, 0.012, 0.04), (0, 0, 12 - 3 * i), p.shaded(p.PAVING, 0.82)),
            box((0.04, 0.012, 44), (-21 + 3 * i, 0, -10), p.shaded(p.PAVING, 0.82)),
        )
    for i in range(4):
        site.add(*front(site, 10.5, site.chance.randint(2, 4), 8, (-16.5 + 11 * i, 0, -30), 0.0, WALLS[i], 4))
    _row(site, -1, 20, 4, 3, (2, 4))
    _row(site, 1, 20, 4, 3, (2, 4))
    site.add(*tower(site, (9, 0, -48), 28), *[placed(part, (-3.6, 0, -11)) for part in fountain()])
    for x, z in ((-8, -6), (8, -8), (-8, -20), (8, -21)):
        site.add(*street_lamp(site, (x, 0, z), 0.0))
    site.add(*[placed(part, (4.4, 0, -5), -0.5) for part in bench()])


def rooftop(site: Site) -> None:
    """A flat roof with parapet and chimneys over a sea of gables and a spire."""
    site.ground = "none"
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.add(box((15.9, 8.9, 13.9), (0, -9, 1), p.BRICK), box((16, 0.05, 14), (0, -0.05, 1), site.roof(p.SLATE)))
    site.add(
        box((16.2, 0.5, 0.35), (0, 0, -5.9), p.STONE), *[box((0.35, 0.5, 14), (x, 0, 1), p.STONE) for x in (-7.9, 7.9)]
    )
    for x, z, tall in ((-4.6, -4.2, 2.0), (5.2, -3.6, 2.4)):
        site.add(
            box((1.3, tall, 0.9), (x, 0, z), p.BRICK),
            box((1.5, 0.18, 1.1), (x, tall, z), p.STONE),
            *[cylinder(0.14, 0.5, (x + dx, tall + 0.18, z), p.shaded(p.RED, 0.8), 10) for dx in (-0.35, 0.0, 0.35)],
        )
    for i in range(26):
        away = 14 + 75 * (i / 26) ** 1.2
        x = site.spread(-0.85, 0.85) * away
        size = site.spread(7, 11)
        site.add(
            *house(
                site,
                (x, -11 + site.spread(-1, 1.5), -away),
                site.spread(-0.7, 0.7),
                size,
                size * 0.9,
                site.spread(5.5, 8.5),
                WALLS[i % 5],
            )
        )
    site.lamps.clear()
    site.add(*tower(site, (-16, -11, -60), 34))
    site.lamp(1.5, -2.0, -14.0, 2.0, 12.0)


def station(site: Site) -> None:
    """A platform under a roof, a track beside it, a clock post and benches."""
    site.ground = "none"
    site.run = Path((-0.6, 0.4), math.pi)
    site.add(box((9, 1.1, 80), (-2.2, -1.1, -26), p.PAVING), box((0.5, 0.02, 80), (1.8, 0, -26), p.PAPER))
    site.add(box((120, 0.1, 120), (40, -1.2, -30), p.EARTH), box((40, 0.1, 120), (-26, -1.2, -30), p.EARTH))
    for x in (3.2, 4.65):
        site.add(box((0.09, 0.15, 90), (x, -1.0, -28), p.METAL))
    site.add(*[box((2.6, 0.12, 0.28), (3.9, -1.12, 14 - 1.3 * i), p.DARK_WOOD) for i in range(60)])
    for i in range(6):
        z = -1.0 - i * 7.0
        site.add(
            beam((-3.4, 0, z), (-3.4, 4.2, z), 0.16, p.IRON, 10), beam((-3.4, 3.4, z), (-1.6, 4.25, z), 0.1, p.IRON)
        )
        if site.lit:
            site.add(box((0.9, 0.08, 0.3), (-1.8, 4.05, z), p.LAMP_LIGHT, glow=2.2))
            site.lamp(-1.8, 3.9, z, 2.2, 8.0)
    site.add(
        prism([(-6.6, 4.6), (0.8, 4.25), (0.8, 4.37), (-6.6, 4.8)], 46, (0, 0, -20), site.roof(p.SLATE)),
        *front(site, 40, 1, 6, (-6.6, 0, -18), math.pi / 2, p.BRICK, 12),
    )
    site.add(
        *[placed(part, (-4.6, 0, -4.5), math.pi / 2) for part in bench()],
        *[placed(part, (-2.6, 0, -7.5), 0.3) for part in sign()],
    )


def car_park(site: Site) -> None:
    """Marked bays with cars, lamps and a low wall."""
    site.ground_tint = site.ground_of(p.ASPHALT)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.add(*[box((0.1, 0.012, 4.8), (-12 + 2.7 * i, 0, -8.5), p.PAPER) for i in range(10)])
    parked = joined(car(False, p.BLUE))
    for x in (-7.9, 5.6, 8.3):
        site.add(placed(parked, (x, 0, -8.5), math.pi if x > 6 else 0.0))
    site.add(
        box((60, 0.9, 0.4), (0, 0, -13.5), p.PAVING),
        *street_lamp(site, (-4.2, 0, -12.6), 0.0),
        *street_lamp(site, (7.0, 0, -12.6), 0.0),
    )
    for i in range(4):
        site.add(*front(site, 14, site.chance.randint(2, 5), 8, (-24 + 15 * i, 0, -36), 0.0, WALLS[i], 5))


def stage(site: Site) -> None:
    """No place at all: the clay floor with its grid, blocks and posts to give it depth."""
    site.ground, site.ground_tint = "grid", site.ground_of(p.CLAY)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    if site.lit:
        site.lamp(-3.0, 3.2, -2.0, 1.6, 9.0)
    for x, z, size in (
        (-4.4, -3.6, (1.0, 0.7, 1.0)),
        (-5.3, -5.2, (1.4, 1.9, 1.2)),
        (5.2, -7.5, (1.8, 1.1, 1.6)),
        (-11, -19, (3, 2.4, 3)),
        (13, -26, (4, 3.4, 4)),
        (-17, -40, (6, 5, 5)),
        (22, -55, (8, 6, 7)),
    ):
        site.add(box(size, (x, 0, z), site.ground_of(p.CLAY), 0.25))
    for x, z, tall in ((4.4, -3.4, 2.7), (-7.2, -10, 3.2), (8.0, -14, 3.4), (-3.2, -24, 3.4), (15, -40, 4)):
        site.add(cylinder(0.13, tall, (x, 0, z), p.shaded(p.CLAY, 0.9), 14))


TOWN = {
    "street": street,
    "alley": alley,
    "square": square,
    "rooftop": rooftop,
    "station": station,
    "car park": car_park,
    "stage": stage,
}
