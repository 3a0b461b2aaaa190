"""Open land: fields, woods, ridges, mountains, desert, road, village, farm and what lies about there."""

from __future__ import annotations

import math

import numpy as np

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.buildings import barn, house, tower
from studio.media.blocking_engine.dressing.furniture import bench
from studio.media.blocking_engine.dressing.nature import (
    bare_tree,
    bush,
    cloud_of_trees,
    fence,
    grass,
    hill,
    log,
    mountain,
    pine,
    rock,
    round_tree,
)
from studio.media.blocking_engine.dressing.primitives import beam, box, ground_patch, placed
from studio.media.blocking_engine.dressing.site import Path, Site
from studio.media.blocking_engine.dressing.yard import campfire, fountain, gravestone, sign, swing, tent
from studio.media.blocking_engine.mesh import FloatArray, joined

ACROSS = np.concatenate([np.linspace(-150, -32, 9), np.linspace(-26, 26, 33), np.linspace(32, 150, 9)])


def far_hills(site: Site, tint: p.Tint = p.GRASS) -> None:
    """Three ranks of soft hills, each farther and higher."""
    shade = site.ground_of(p.shaded(tint, 0.9))
    for x, z, width, height in ((-40, -75, 80, 7), (45, -95, 100, 11), (-10, -140, 170, 17)):
        site.add(hill((x, -0.6, z), width, height, shade, 0.4))


def field(site: Site) -> None:
    """A meadow with a fence, tufts and a lone tree."""
    site.ground_tint = site.ground_of(p.GRASS)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.add(*round_tree(site, (-7.5, 0, -13.0), 6.5), *fence((3.0, 0, -9.0), (22.0, 0, -12.5), 9))
    for _ in range(26):
        angle, away = site.spread(1.9, 4.4), site.spread(2.5, 13)
        site.add(*grass(site, (away * math.sin(angle), 0, away * math.cos(angle)), site.spread(0.25, 0.5)))
    cloud_of_trees(site, 8, 45, 75, "round")
    far_hills(site)


def forest(site: Site) -> None:
    """Bare trunks in many ranks."""
    site.named.append("tree")
    site.ground_tint = site.ground_of(p.shaded(p.EARTH, 0.95))
    site.run = Path((0.0, 0.0), math.pi - 0.3)
    for x, z, tall in (
        (-2.6, -1.6, 13),
        (3.1, -3.0, 12),
        (-5.0, -4.5, 12),
        (5.8, -6.0, 13),
        (-1.4, -7.5, 12),
        (1.9, -9.0, 13),
        (-7.5, 1.5, 12),
        (7.2, 2.0, 13),
    ):
        site.add(*bare_tree(site, (x, 0, z), tall, 6))
    for i in range(46):
        depth = 11 + 55 * ((i + 0.5) / 46) ** 1.4
        angle = math.pi + site.spread(-1.2, 1.2)
        site.add(
            *bare_tree(
                site, (depth * math.sin(angle), 0, depth * math.cos(angle)), site.spread(10, 16), 3 if i < 24 else 2
            )
        )
    for x, z in ((-3.4, -2.4), (2.4, -4.2), (4.4, -1.4)):
        site.add(*bush(site, (x, 0, z), 0.7))
    site.add(*log(site, (-4.2, 0, -3.6), 3.0))


def park(site: Site) -> None:
    """Lawn, round trees, a gravel way and benches."""
    site.named.append("tree")
    site.ground_tint = site.ground_of(p.GRASS)
    site.run = Path((0.3, 0.4), math.pi - 0.1)
    site.add(box((3.0, 0.02, 80.0), (0, 0, -20), site.ground_of(p.SAND)))
    for x, z, tall in ((-5.5, -5, 6), (6.2, -7, 7), (-9, -14, 7), (9.5, -17, 6), (-5, -22, 7), (5.5, -28, 7)):
        site.add(*round_tree(site, (x, 0, z), tall))
    for x, z, turn in ((-2.5, -3.2, 1.2), (2.5, -9.0, -1.2), (-2.5, -15, 1.2)):
        site.add(*[placed(part, (x, 0, z), turn) for part in bench()])
    for i in range(12):
        site.add(*bush(site, (site.spread(3, 12) * (-1) ** i, 0, site.spread(-30, -3)), site.spread(0.5, 1)))
    cloud_of_trees(site, 12, 38, 70, "round")


def _ridge(x: FloatArray, z: FloatArray) -> FloatArray:
    crest = -0.0016 * x**2 + 0.10 * np.sin(x * 0.21)
    down = np.where(z > 0, 0.055 * z**1.35 if False else 0.055 * np.abs(z) ** 1.35, 0.09 * np.abs(z) ** 1.4)
    return np.maximum(crest - down - 0.0, -26).astype(np.float32)


def ridge(site: Site) -> None:
    """The crest of a hill against the sky; those on it walk along it."""
    site.ground = "none"
    site.floor = lambda x, z: float(_ridge(np.asarray(x, np.float32), np.asarray(z, np.float32)))
    site.run = Path((1.6, 0.0), -math.pi / 2)
    zs = np.concatenate([np.linspace(-60, -8, 12), np.linspace(-6, 6, 17), np.linspace(8, 60, 14)])
    site.add(ground_patch(_ridge, ACROSS, zs, site.ground_of(p.shaded(p.EARTH, 0.85))))
    site.add(
        hill((60, -9, -110), 110, 11, site.ground_of(FAR), 0.4),
        hill((-70, -10, -140), 120, 14, site.ground_of(FAR), 0.4),
    )
    site.add(*bush(site, (7.5, site.floor(7.5, -0.5), -0.5), 0.7))


FAR = p.shaded(p.EARTH, 0.8)


def mountains(site: Site) -> None:
    """A stony meadow under snow peaks."""
    site.ground_tint = site.ground_of(p.shaded(p.GRASS, 0.95))
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    for x, z, width, height in ((-55, -120, 80, 46), (10, -145, 100, 62), (70, -125, 80, 42), (-100, -150, 90, 50)):
        site.add(*mountain(site, (x, 0, z), width, height))
    far_hills(site)
    for x, z, size in ((-3.5, -4, 1.2), (4.2, -6, 1.7), (-6.5, -9, 2.2), (6.8, -3.2, 0.9), (1.8, -12, 1.4)):
        site.add(*rock(site, (x, 0, z), size))
    cloud_of_trees(site, 14, 25, 70)


def cliff(site: Site) -> None:
    """A cliff's edge high over the sea."""
    site.ground, site.water_y = "none", -24.0
    site.run = Path((0.0, 0.3), math.pi + 0.55)

    def top(x: FloatArray, z: FloatArray) -> FloatArray:
        edge = -3.2 + 0.8 * np.sin(x * 0.3) + 0.4 * np.sin(x * 0.9)
        over = np.clip((edge - z) / 1.4, 0, 1)
        return (-25.0 * over**0.6 + 0.12 * np.sin(x * 0.5) * np.clip((np.abs(x) - 3) / 5, 0, 1)).astype(np.float32)

    site.add(
        ground_patch(
            top,
            np.linspace(-60, 60, 90),
            np.concatenate([np.linspace(-8, -1, 24), np.linspace(0, 50, 14)]),
            site.ground_of(p.shaded(p.GRASS, 0.95)),
        )
    )
    for x, z in ((-5.0, -1.8), (4.4, -1.9), (6.2, 0.2)):
        site.add(*rock(site, (x, 0, z), site.spread(0.7, 1.3)))
    site.add(hill((70, -24, -60), 60, 27, FAR, 0.5), hill((-60, -24, -150), 120, 22, FAR, 0.3))


def _dunes(x: FloatArray, z: FloatArray) -> FloatArray:
    calm = np.clip((np.sqrt(x**2 + (z - 2) ** 2) - 5) / 18, 0, 1)
    wave = np.sin(x * 0.09 + 0.5 * np.sin(z * 0.05)) * np.sin(z * 0.07 + 0.8)
    behind = np.clip((-z - 10) / 60, 0, 1)
    return ((2.6 * wave + 3.5 * behind * (1 + np.sin(x * 0.05))) * calm * np.where(z > 4, 0.25, 1.0)).astype(np.float32)


def desert(site: Site) -> None:
    """Dunes to the horizon."""
    site.ground = "none"
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.add(
        ground_patch(
            _dunes,
            ACROSS,
            np.concatenate([np.linspace(-150, -34, 22), np.linspace(-30, 12, 34), np.linspace(16, 60, 8)]),
            site.ground_of(p.SAND),
        )
    )
    site.add(*rock(site, (5.5, 0.1, -6.0), 1.0))


def snowfield(site: Site) -> None:
    """Snow with soft drifts and a line of firs."""
    site.ground_tint = p.SNOW
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    for x, z, size in ((-5, -4, 3.5), (6, -6, 5), (-9, -11, 7), (3, -15, 8)):
        site.add(hill((x, -0.1, z), size, size * 0.09, p.SNOW, 0.7))
    cloud_of_trees(site, 24, 22, 70)
    for x, z, width, height in ((-50, -110, 110, 12), (50, -130, 130, 18)):
        site.add(hill((x, -0.6, z), width, height, p.SNOW, 0.4))


def road(site: Site) -> None:
    """A country road with its middle line, posts and wires, running to the hills."""
    site.ground_tint = site.ground_of(p.GRASS)
    turn = 0.16
    site.run = Path((0.9, 0.4), math.pi + turn)
    parts = [box((6.4, 0.03, 190.0), (0, 0, -70.0), p.ASPHALT)]
    parts += [box((0.14, 0.045, 2.0), (0, 0, 20 - i * 5.0), p.PAPER) for i in range(32)] + [
        box((0.1, 0.045, 190.0), (x, 0, -70), p.PAPER) for x in (-2.95, 2.95)
    ]
    poles = [(-6.0, 6.0 - i * 16.0) for i in range(7)]
    for x, z in poles:
        parts += [beam((x, 0, z), (x, 6.6, z), 0.2, p.DARK_WOOD), box((1.6, 0.12, 0.12), (x, 5.9, z), p.DARK_WOOD)]
    site.add(placed(joined(parts), (0, 0, 0), turn))
    for i in range(10):
        site.add(*bush(site, (site.spread(5, 14) * (-1) ** i, 0, site.spread(-34, -4)), site.spread(0.4, 0.9)))
    cloud_of_trees(site, 10, 30, 80, "round")
    far_hills(site)


def village(site: Site) -> None:
    """A house with lit windows, neighbours and firs behind."""
    site.ground_tint = site.ground_of(p.EARTH)
    site.run = Path((-1.2, 1.4), math.pi - 0.25)
    site.known_by = (1.4, 0.0, -8.5, 6.6)
    site.named.append("house")
    if site.landmark != "house":
        site.add(*house(site, (1.4, 0, -8.5), -0.12))
    site.add(
        *house(site, (-14, 0, -20), 0.4, 6.5, 6, 2.8, p.PLASTER), *house(site, (15, 0, -24), -0.5, 7.5, 6, 3.2, p.STONE)
    )
    site.add(*tower(site, (-5, 0, -42), 19))
    for x, z, tall in ((-5.5, -9, 6.5), (-7.5, -12, 8), (8.5, -12.5, 7.5), (-9.5, -9.5, 5), (7.4, -16, 9)):
        site.add(*pine(site, (x, 0, z), tall))
    site.add(*fence((-10, 0, -4.6), (-3.2, 0, -4.9), 5))
    cloud_of_trees(site, 12, 36, 70)
    far_hills(site)


def cemetery(site: Site) -> None:
    """Rows of headstones, a chapel tower and bare trees."""
    site.ground_tint = site.ground_of(p.GRASS)
    site.run = Path((0.0, 0.4), math.pi)
    for row in range(4):
        for column in range(7):
            x = (column - 3) * 2.3 + (0.9 if column >= 3 else -0.9)
            site.add(*[placed(part, (x, 0, -3.5 - row * 3.2), site.spread(-0.1, 0.1)) for part in gravestone()])
    site.add(*tower(site, (-7, 0, -24), 17), *house(site, (-1, 0, -26), 0, 8, 10, 4.5, p.STONE))
    for x, z in ((-9, -6), (9.5, -9), (11, -3)):
        site.add(*bare_tree(site, (x, 0, z), 8, 7))
    far_hills(site)


def farm(site: Site) -> None:
    """A yard with a barn, the farmhouse and a fence."""
    site.ground_tint = site.ground_of(p.EARTH)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.known_by = (-9.0, 0.0, -17.0, 7.4)
    site.named.append("barn")
    if site.landmark != "barn":
        site.add(*barn(site, (-9, 0, -17), 0.35))
    site.add(
        *house(site, (10, 0, -16), -0.4, 7, 6, 3.2, p.PLASTER),
        *fence((-3.5, 0, -10), (5.5, 0, -10.5), 6),
        *round_tree(site, (4.8, 0, -20), 8),
    )
    cloud_of_trees(site, 10, 40, 75, "round")
    far_hills(site)


def camp(site: Site) -> None:
    """A clearing with a tent and a fire."""
    site.ground_tint = site.ground_of(p.EARTH)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    if site.landmark != "tent":
        site.add(*[placed(part, (-3.2, 0, -3.8), 0.5) for part in tent()])
    site.add(*[placed(part, (1.9, 0, -1.6)) for part in campfire()], *log(site, (2.4, 0, -3.2), 2.0))
    site.lamp(1.9, 0.7, -1.6, 3.0, 8.0)
    for x, z in ((-6, -6), (5.5, -6.5), (7.5, -2)):
        site.add(*pine(site, (x, 0, z), site.spread(6, 9)))
    cloud_of_trees(site, 30, 14, 60)


def playground(site: Site) -> None:
    """Swings, a bench and trees round a sandy ground."""
    site.ground_tint = site.ground_of(p.SAND)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.add(
        *[placed(part, (-3.2, 0, -4.4), 0.3) for part in swing()],
        *[placed(part, (3.6, 0, -3.6), -0.4) for part in bench()],
    )
    site.add(box((0.5, 2.2, 0.5), (3.6, 0, -7.0), p.BLUE), beam((3.6, 2.1, -6.8), (1.0, 0.2, -5.6), 0.5, p.RED, 8))
    for x, z in ((-8, -9), (8, -10), (0, -14)):
        site.add(*round_tree(site, (x, 0, z), 6))
    cloud_of_trees(site, 10, 28, 60, "round")
    site.add(*fence((-14, 0, -12), (14, 0, -13), 12))


def airfield(site: Site) -> None:
    """A runway with its lights, a hangar and hills."""
    site.ground_tint = site.ground_of(p.GRASS)
    site.run = Path((0.0, 0.4), math.pi - 0.1)
    site.add(
        box((16, 0.03, 220), (0, 0, -80), p.ASPHALT),
        *[box((0.3, 0.045, 5.0), (0, 0, 14 - 10 * i), p.PAPER) for i in range(18)],
    )
    site.add(
        *[
            box((0.14, 0.22, 0.14), (x, 0, 8 - 8 * i), p.LAMP_LIGHT, glow=2.0 if site.lit else 0.2)
            for i in range(14)
            for x in (-8.4, 8.4)
        ]
    )
    site.add(*barn(site, (-24, 0, -32), 0.6))
    far_hills(site)


def crossing_sign(site: Site) -> None:
    """A signpost and a fountain, for grounds that want a mark."""
    site.add(*[placed(part, (-3, 0, -3)) for part in sign()], *[placed(part, (3, 0, -8)) for part in fountain()])


COUNTRY = {
    "field": field,
    "forest": forest,
    "park": park,
    "ridge": ridge,
    "mountains": mountains,
    "cliff": cliff,
    "desert": desert,
    "snowfield": snowfield,
    "road": road,
    "village": village,
    "cemetery": cemetery,
    "farm": farm,
    "camp": camp,
    "playground": playground,
    "airfield": airfield,
}
