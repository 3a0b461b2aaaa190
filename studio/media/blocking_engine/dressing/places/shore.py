"""Places by the water: pier, quay, beach, open water, river, island, lighthouse, bridge."""

from __future__ import annotations

import math

import numpy as np

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.buildings import house, lighthouse, street_lamp
from studio.media.blocking_engine.dressing.nature import bush, cloud_of_trees, hill, pine, rock
from studio.media.blocking_engine.dressing.primitives import box, cylinder, ground_patch, placed, ring, rope
from studio.media.blocking_engine.dressing.site import Path, Site
from studio.media.blocking_engine.dressing.tools import rope_coil
from studio.media.blocking_engine.dressing.vehicles import boat
from studio.media.blocking_engine.dressing.yard import barrel, crate
from studio.media.blocking_engine.mesh import FloatArray, joined

FAR_LAND = p.shaded(p.EARTH, 0.85)


def far_shore(site: Site) -> None:
    """Two long hills and an islet on the horizon."""
    y = site.water_y or 0.0
    site.add(
        hill((45, y, -135), 120, 15, FAR_LAND, 0.3),
        hill((-60, y, -150), 110, 10, FAR_LAND, 0.3),
        hill((58, y, -70), 16, 2.0, FAR_LAND, 0.4),
    )


def pier(site: Site) -> None:
    """A plank pier that runs out at a slight angle to a lighthouse on its rock."""
    site.ground, site.water_y = "none", -1.35
    turn = 0.24
    site.run = Path((0.0, 0.5), math.pi - turn)
    parts = []
    for i in range(76):
        z = 9.0 - i * 0.62
        parts.append(
            box((3.5, 0.09, 0.6), (site.spread(-0.02, 0.02), -0.09, z), p.shaded(p.WOOD, site.spread(0.86, 1.08)))
        )
    parts += [box((0.18, 0.24, 47.5), (x, -0.33, -14.5), p.DARK_WOOD) for x in (-1.5, 0.0, 1.5)]
    for i in range(16):
        z = 8.4 - i * 3.0
        for side in (-1, 1):
            tall = i % 2 == 0 if side < 0 else i % 4 == 2
            parts.append(cylinder(0.15, 2.6 + (1.05 if tall else 0.5), (side * 1.72, -2.6, z), p.DARK_WOOD, 10))
        if i % 2 == 0 and i < 14:
            parts.append(rope((-1.72, 0.93, z), (-1.72, 0.93, z - 6.0), 0.42, p.SAND))
    site.add(placed(joined(parts), (0, 0, 0), turn))
    c, s = math.cos(turn), math.sin(turn)

    def along(x: float, z: float) -> tuple[float, float]:
        return x * c + z * s, -x * s + z * c

    lamp_x, lamp_z = along(1.5, -21.0)
    site.add(*street_lamp(site, (lamp_x, 0, lamp_z), turn - math.pi / 2, 3.9))
    box_x, box_z = along(1.2, -9.5)
    site.add(*[placed(part, (box_x, 0, box_z), turn + 0.1) for part in crate()])
    end_x, end_z = along(1.0, -52.0)
    site.add(hill((end_x, site.water_y, end_z), 30, 1.9, p.shaded(p.EARTH, 0.8), 0.55))
    site.known_by, site.berth = (end_x - 1.0, 0.2, end_z, 14.5), (6.5, -5.0)
    site.named.append("lighthouse")
    if site.landmark != "lighthouse":
        site.add(*lighthouse(site, (end_x - 1.0, 0.2, end_z), 14.5))
    site.add(*house(site, (end_x + 6.5, -0.1, end_z - 0.5), -0.1, 6.2, 4.6, 2.6))
    far_shore(site)


def quay(site: Site) -> None:
    """A stone quay with bollards, barrels and crates, boats moored along its edge."""
    site.ground, site.water_y = "none", -1.3
    site.run = Path((0.4, 0.8), math.pi - 0.35)
    edge = 3.6
    site.berth = (edge + 5.0, -3.0)
    site.add(
        box((34.0, 2.4, 74.0), (edge - 17.0, -2.4, -16.0), p.PAVING),
        box((0.5, 0.16, 74.0), (edge - 0.25, 0, -16.0), p.STONE),
    )
    for i in range(14):
        site.add(box((33.4, 0.012, 0.03), (edge - 17.3, 0.0, 16.0 - i * 4.0), p.shaded(p.PAVING, 0.8)))
        site.add(box((0.03, 0.012, 73.0), (edge - 2.4 - i * 2.4, 0.0, -16.0), p.shaded(p.PAVING, 0.8)))
    for z in (7.0, 1.5, -4.0, -9.5, -15.0, -20.5):
        site.add(
            cylinder(0.2, 0.5, (edge - 0.55, 0, z), p.IRON, 14), cylinder(0.28, 0.12, (edge - 0.55, 0.5, z), p.IRON, 14)
        )
    for x, z, turn in ((-3.4, -3.0, 0.2), (-4.1, -3.2, 0.0), (-3.7, -4.0, 0.5), (-4.6, 0.6, 0.3), (-2.9, -5.2, 0.9)):
        site.add(*[placed(part, (x, 0, z), turn) for part in crate()])
    site.add(*[placed(part, (-3.5, 0.6, -3.15), 0.4) for part in crate()])
    for x, z in ((-2.2, -6.2), (-1.5, -6.5), (-0.7, -6.3), (0.2, -6.6)):
        site.add(*[placed(part, (x, 0, z)) for part in barrel()])
    site.add(*[placed(part, (1.6, 0, -1.6)) for part in rope_coil()])
    for z in (-0.5, -6.5, -13.0):
        site.add(placed(joined(boat()), (edge + 1.4, site.water_y, z), site.spread(-0.12, 0.12)))
        site.add(rope((edge - 0.55, 0.45, z + 2.0), (edge + 1.3, -0.8, z + 1.9), 0.25, p.SAND, 0.02))
    site.add(*street_lamp(site, (-0.6, 0, -9.0), math.pi / 2), *street_lamp(site, (-0.6, 0, -23.0), math.pi / 2))
    for i, z in enumerate((-16.0, -26.0, -38.0)):
        site.add(*house(site, (-12.5 - i, 0, z), 0.9, 9.0, 7.0, 4.6, p.shaded(p.BRICK, 0.9 + 0.1 * i)))
    site.add(ring(0.33, 0.07, (-0.62, 1.2, -8.82), p.RED, True))
    far_shore(site)


def _strand(x: FloatArray, z: FloatArray) -> FloatArray:
    away = np.clip((-z - 7.0) / 16.0, 0, 1.2)
    dune = 0.9 * np.exp(-(((x + 13) / 7) ** 2) - ((z + 4) / 9) ** 2) + 0.5 * np.exp(
        -(((x - 14) / 6) ** 2) - ((z - 1) / 8) ** 2
    )
    return (
        -1.1 * away**1.3 + dune + 0.025 * np.sin(x * 1.1 + z * 0.4) * np.clip((np.abs(z + 2) - 2) / 4, 0, 1)
    ).astype(np.float32)


def beach(site: Site) -> None:
    """Sand that slopes into the sea, dunes at the sides, rocks and a boat drawn up."""
    site.ground, site.water_y = "none", -0.30
    site.berth = (2.0, -19.0)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.add(
        ground_patch(
            _strand,
            np.linspace(-70, 70, 57),
            np.concatenate([np.linspace(-26, 10, 30), np.linspace(14, 60, 8)]),
            site.ground_of(p.SAND),
        )
    )
    site.add(placed(joined(boat()), (-5.4, 0.12, -5.2), 0.9))
    for x, z, size in ((5.5, -6.8, 0.9), (6.6, -7.6, 1.4), (4.6, -8.3, 0.6), (-9.0, -9.5, 1.6)):
        site.add(*rock(site, (x, -0.1, z), size))
    for x, z in ((-8.0, -3.0), (-9.5, -1.6), (9.8, -2.2), (-7.4, -4.4)):
        site.add(*bush(site, (x, float(_strand(np.asarray(x, np.float32), np.asarray(z, np.float32))), z), 0.7))
    far_shore(site)


def sea(site: Site) -> None:
    """Open water with far land."""
    site.ground, site.water_y = "none", 0.0
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    far_shore(site)


def lake(site: Site) -> None:
    """Still water between a wooded tongue of land and hills."""
    site.ground, site.water_y = "none", 0.0
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    site.add(
        hill((-26, 0, -44), 34, 2.4, site.ground_of(p.GRASS), 0.3),
        hill((30, 0, -120), 130, 20, FAR_LAND, 0.35),
        hill((-70, 0, -130), 100, 14, FAR_LAND, 0.35),
    )
    for i in range(11):
        x = -35 + i * 1.9
        site.add(*pine(site, (x, 1.6 - 0.012 * (x + 26) ** 2, -44 + site.spread(-2, 2)), site.spread(5, 9)))


def _banks(x: FloatArray, z: FloatArray) -> FloatArray:
    middle = -8.0 + 2.2 * np.sin(x * 0.09)
    away = np.abs(z - middle)
    return (-1.2 * np.exp(-((away / 3.4) ** 4))).astype(np.float32)


def river(site: Site) -> None:
    """A river between grass banks, trees on the far side."""
    site.ground, site.water_y = "none", -0.42
    site.berth = (0.0, -8.0)
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    zs = np.concatenate([np.linspace(-120, -22, 10), np.linspace(-18, 2, 26), np.linspace(6, 60, 8)])
    site.add(ground_patch(_banks, np.linspace(-80, 80, 50), zs, site.ground_of(p.GRASS)))
    for x, z in ((-5.0, -2.9), (-2.0, -3.6), (3.5, -3.3), (6.5, -2.6), (1.0, -12.6)):
        site.add(*bush(site, (x, -0.08, z), site.spread(0.4, 0.8)))
    for x, z in ((2.2, -4.4), (-3.4, -5.2), (5.0, -5.4)):
        site.add(*rock(site, (x, -0.5, z), 0.8))
    cloud_of_trees(site, 16, 18, 60, "round")
    site.add(hill((30, 0, -130), 140, 18, FAR_LAND, 0.3))


def island(site: Site) -> None:
    """A low island with a few trees, water all round."""
    site.ground, site.water_y = "none", -0.5
    site.berth = (3.0, 13.0)

    def land(x: FloatArray, z: FloatArray) -> FloatArray:
        away = np.sqrt((x / 1.5) ** 2 + (z + 1.0) ** 2)
        return (0.0 - 1.1 * np.clip((away - 5.5) / 5.0, 0, 1) ** 1.6).astype(np.float32)

    site.add(ground_patch(land, np.linspace(-17, 17, 44), np.linspace(-13, 11, 36), site.ground_of(p.SAND)))
    for x, z, tall in ((-3.2, -3.0, 4.8), (3.0, -3.8, 5.6), (-4.4, -4.0, 4.0)):
        from studio.media.blocking_engine.dressing.nature import palm

        site.add(*palm(site, (x, -0.05, z), tall))
    for x, z in ((5.2, -1.5), (-5.8, 0.2), (6.2, -2.2)):
        site.add(*rock(site, (x, -0.1, z), 0.9))
    site.run = Path((0.0, 0.3), math.pi + 0.55)
    far_shore(site)


def lighthouse_rock(site: Site) -> None:
    """A lighthouse on its headland, with the keeper's house and a fence."""
    site.ground, site.water_y = "none", -2.6

    def land(x: FloatArray, z: FloatArray) -> FloatArray:
        away = np.sqrt((x / 1.25) ** 2 + ((z + 4.0) / 1.15) ** 2)
        return (-3.6 * np.clip((away - 15) / 9.0, 0, 1) ** 1.5).astype(np.float32)

    site.add(
        ground_patch(land, np.linspace(-34, 34, 44), np.linspace(-34, 26, 40), site.ground_of(p.shaded(p.EARTH, 0.95)))
    )
    site.known_by, site.berth = (1.4, 0.0, -9.5, 22.0), (6.0, 26.0)
    site.named.append("lighthouse")
    if site.landmark != "lighthouse":
        site.add(*lighthouse(site, (1.4, 0, -9.5), 22.0))
    site.add(*house(site, (9.2, 0, -10.0), -0.35, 6.0, 5.0, 2.6))
    for i in range(7):
        site.add(box((0.12, 1.05, 0.12), (-11.0 + i * 1.15, 0, -9.0 + i * 0.15), p.DARK_WOOD))
    for x, z in ((-8.0, -3.0), (7.5, -3.2), (-9.0, -4.0)):
        site.add(*rock(site, (x, -0.05, z), site.spread(0.6, 1.2)))
    site.run = Path((-1.4, 2.0), math.pi - 0.2)
    far_shore(site)


def bridge(site: Site) -> None:
    """A bridge deck with railings and lamps over water, towers at its far end."""
    site.ground, site.water_y = "none", -6.0
    site.berth = (12.0, -10.0)
    turn = 0.2
    parts = [
        box((5.2, 0.6, 90.0), (0, -0.6, -30.0), p.PAVING),
        *[box((0.5, 0.14, 90.0), (x, 0, -30), p.STONE) for x in (-2.35, 2.35)],
    ]
    for i in range(31):
        z = 13.0 - i * 2.6
        parts += [box((0.09, 1.05, 0.09), (x, 0.14, z), p.IRON) for x in (-2.35, 2.35)]
    parts += [box((0.1, 0.08, 90.0), (x, y, -30), p.IRON) for x in (-2.35, 2.35) for y in (0.62, 1.15)]
    for z in (-22, -50):
        parts += [box((0.9, 16.0, 1.2), (x, -6.0, z), p.STONE) for x in (-2.9, 2.9)] + [
            box((6.6, 1.0, 1.0), (0, 8.4, z), p.STONE)
        ]
        for x in (-2.9, 2.9):
            parts += [
                rope((x, 9.2, z), (x, 1.3, z + 16), 0.8, p.IRON, 0.06),
                rope((x, 9.2, z), (x, 1.3, z - 14), 0.8, p.IRON, 0.06),
            ]
    site.add(placed(joined(parts), (0, 0, 0), turn))
    for z in (-7.0, -17.0, -29.0):
        x, away = -2.35 * math.cos(turn) + z * math.sin(turn), 2.35 * math.sin(turn) + z * math.cos(turn)
        site.add(*street_lamp(site, (x, 0, away), turn + math.pi / 2, 4.2))
    site.run = Path((0.2, 0.4), math.pi + turn)
    far_shore(site)


SHORE = {
    "pier": pier,
    "quay": quay,
    "beach": beach,
    "sea": sea,
    "lake": lake,
    "river": river,
    "island": island,
    "lighthouse": lighthouse_rock,
    "bridge": bridge,
}
