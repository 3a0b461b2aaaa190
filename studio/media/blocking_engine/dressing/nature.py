"""Trees, bushes, rocks, hills and what else grows or lies on open land."""

from __future__ import annotations

import numpy as np

from studio.media.blocking_engine.dressing import palette
from studio.media.blocking_engine.dressing.primitives import Point, box, cone, cylinder, ellipsoid, lathe, placed, tube
from studio.media.blocking_engine.dressing.site import Site
from studio.media.blocking_engine.mesh import Mesh


def bare_tree(site: Site, at: Point, height: float, branches: int = 7) -> list[Mesh]:
    """A trunk that tapers and a few rising branches."""
    x, y, z = at
    bend = site.spread(-0.03, 0.03) * height
    girth = height * 0.022 + 0.04
    trunk = [
        (x, y - 0.1, z),
        (x + bend * 0.4, y + height * 0.35, z),
        (x + bend, y + height * 0.7, z),
        (x + bend * 1.2, y + height, z),
    ]
    out = [tube(trunk, [girth * 1.25, girth * 0.85, girth * 0.55, girth * 0.12], palette.BARK, 8)]
    for i in range(branches):
        share = 0.38 + 0.55 * (i + 0.5) / max(branches, 1)
        angle = i * 2.4 + site.spread(0, 1)
        reach = height * 0.20 * (1.25 - share) + 0.3
        root = np.array([x + bend * share * 1.1, y + height * share, z])
        side = np.array([np.cos(angle), 0.0, np.sin(angle)])
        middle, tip = root + side * reach * 0.55 + [0, reach * 0.35, 0], root + side * reach + [0, reach * 0.95, 0]
        out.append(tube([root, middle, tip], [girth * 0.36, girth * 0.24, girth * 0.07], palette.BARK, 5))
    return out


def round_tree(site: Site, at: Point, height: float) -> list[Mesh]:
    """A trunk under three soft balls of leaves."""
    x, y, z = at
    crown = palette.SNOW if site.snowy else palette.shaded(palette.LEAF, site.spread(0.85, 1.1))
    out = [
        tube(
            [(x, y - 0.1, z), (x, y + height * 0.3, z), (x, y + height * 0.6, z)],
            [height * 0.035, height * 0.025, height * 0.02],
            palette.BARK,
            8,
        )
    ]
    for dx, dy, dz, size in ((0, 0.70, 0, 0.30), (0.17, 0.60, 0.08, 0.21), (-0.16, 0.58, -0.07, 0.22)):
        spot = (x + dx * height, y + dy * height, z + dz * height)
        out.append(ellipsoid((size * height, size * height * 0.88, size * height), spot, crown, 20))
    return out


def pine(site: Site, at: Point, height: float) -> list[Mesh]:
    """A fir of four stacked skirts."""
    x, y, z = at
    tint = palette.shaded(palette.PINE, site.spread(0.85, 1.1))
    out = [cylinder(height * 0.025, height * 0.2, (x, y - 0.05, z), palette.BARK, 7)]
    for i in range(4):
        low, size = 0.13 + 0.205 * i, (0.205 - 0.042 * i) * height
        skirt = lathe(
            [
                (size * 0.2, 0.02 * height),
                (size, 0),
                (size * 0.52, 0.13 * height),
                (0.0, (0.30 if i < 3 else 0.26) * height),
            ],
            (x, y + low * height, z),
            palette.SNOW if site.snowy and i % 2 else tint,
            9,
        )
        out.append(skirt)
    return out


def palm(site: Site, at: Point, height: float) -> list[Mesh]:
    """A leaning trunk with a crown of arched fronds."""
    x, y, z = at
    lean = site.spread(0.08, 0.18) * height
    top = np.array([x + lean, y + height, z])
    out = [
        tube([(x, y - 0.1, z), (x + lean * 0.25, y + height * 0.5, z), tuple(top)], [0.16, 0.12, 0.10], palette.BARK, 8)
    ]
    for i in range(8):
        angle = i * 2 * np.pi / 8 + 0.3
        side = np.array([np.cos(angle), 0, np.sin(angle)])
        path = [
            top,
            top + side * height * 0.14 + [0, height * 0.06, 0],
            top + side * height * 0.27,
            top + side * height * 0.34 - [0, height * 0.12, 0],
        ]
        out.append(tube(path, [0.05, 0.16, 0.13, 0.02], palette.LEAF, 5))
    return out


def bush(site: Site, at: Point, size: float) -> list[Mesh]:
    """A low clump of leaves."""
    x, y, z = at
    tint = palette.SNOW if site.snowy else palette.shaded(palette.LEAF, site.spread(0.8, 1.05))
    return [
        ellipsoid((size * 0.6, size * 0.5, size * 0.55), (x, y + size * 0.32, z), tint, 18),
        ellipsoid((size * 0.4, size * 0.36, size * 0.4), (x + size * 0.45, y + size * 0.22, z + size * 0.1), tint, 16),
    ]


def rock(site: Site, at: Point, size: float) -> list[Mesh]:
    """A boulder half in the ground."""
    x, y, z = at
    radii = (size * site.spread(0.5, 0.7), size * site.spread(0.35, 0.5), size * site.spread(0.42, 0.6))
    tint = palette.shaded(palette.STONE, site.spread(0.75, 0.95))
    return [placed(ellipsoid(radii, (0, size * 0.12, 0), tint, 12), (x, y, z), site.spread(0, 3))]


def grass(site: Site, at: Point, size: float) -> list[Mesh]:
    """A tuft of blades."""
    x, y, z = at
    out = []
    for i in range(5):
        lean = np.array([np.cos(i * 2.5), 0, np.sin(i * 2.5)]) * size * 0.22
        root = np.array([x, y, z]) + lean * 0.3
        out.append(
            tube(
                [root, root + lean * 0.4 + [0, size * 0.5, 0], root + lean + [0, size, 0]],
                [size * 0.035, size * 0.028, size * 0.006],
                palette.GRASS,
                4,
            )
        )
    return out


def log(site: Site, at: Point, length: float) -> list[Mesh]:
    """A fallen trunk."""
    x, y, z = at
    r = length * 0.08
    return [
        tube(
            [(x - length / 2, y + r, z), (x, y + r, z + 0.1), (x + length / 2, y + r * 0.9, z + 0.3)],
            [r, r * 0.95, r * 0.8],
            palette.BARK,
            10,
        )
    ]


def hill(at: Point, width: float, height: float, tint: palette.Tint, depth: float = 0.6) -> Mesh:
    """A far, soft hill: the upper part of a lying egg."""
    x, y, z = at
    return ellipsoid((width / 2, height, width / 2 * depth), (x, y, z), tint, 32)


def mountain(site: Site, at: Point, width: float, height: float) -> list[Mesh]:
    """A peak of three ridged cones, white at the top."""
    x, y, z = at
    out = []
    for dx, share in ((0.0, 1.0), (-0.28, 0.68), (0.30, 0.60)):
        r, h = width * 0.5 * share, height * share
        spot = (x + dx * width, y - 0.5, z + abs(dx) * width * 0.2)
        turn = site.spread(0, 3)
        out.append(
            placed(
                lathe(
                    [(r, 0), (r * 0.62, h * 0.34), (r * 0.30, h * 0.70)],
                    (0, 0, 0),
                    palette.shaded(palette.SLATE, 0.95),
                    9,
                ),
                spot,
                turn,
            )
        )
        out.append(
            placed(
                lathe([(r * 0.31, h * 0.69), (r * 0.10, h * 0.92), (0.0, h)], (0, 0, 0), palette.SNOW, 9), spot, turn
            )
        )
    return out


def snowman(at: Point) -> list[Mesh]:
    """Three balls and a hat."""
    x, y, z = at
    out = [ellipsoid((r, r, r), (x, y + h, z), palette.SNOW, 14) for r, h in ((0.42, 0.38), (0.31, 0.98), (0.22, 1.42))]
    out += [
        cylinder(0.2, 0.03, (x, y + 1.58, z), palette.IRON, 12),
        cylinder(0.14, 0.2, (x, y + 1.6, z), palette.IRON, 12),
    ]
    return [*out, cone(0.03, 0.2, (x, y + 1.38, z + 0.2), palette.RED, 7)]


def cloud_of_trees(site: Site, count: int, near: float, far: float, kind: str = "pine") -> None:
    """Trees in an arc behind the subjects, denser and larger with distance."""
    for i in range(count):
        depth = near + (far - near) * ((i + 0.5) / count) ** 1.3
        angle = np.pi + site.spread(-1.15, 1.15)
        x, z = depth * float(np.sin(angle)), depth * float(np.cos(angle))
        height = site.spread(5, 9) * (1 + depth / 120)
        spot = (x, site.floor(x, z), z)
        if kind == "pine":
            site.add(*pine(site, spot, height))
        elif kind == "round":
            site.add(*round_tree(site, spot, height * 0.8))
        else:
            site.add(*bare_tree(site, spot, height * 1.4, 5))


def fence(start: Point, end: Point, posts: int) -> list[Mesh]:
    """Posts and two rails."""
    a, b = np.asarray(start), np.asarray(end)
    out = [box((0.11, 1.1, 0.11), tuple(a + (b - a) * i / (posts - 1)), palette.WOOD) for i in range(posts)]
    for height in (0.5, 0.92):
        lift = np.array([0, height, 0])
        out.append(tube([a + lift, (a + b) / 2 + lift, b + lift], 0.04, palette.WOOD, 6))
    return out
