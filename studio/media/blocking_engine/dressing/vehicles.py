"""Vehicles: each stands on the ground at the origin, its nose toward +z. A boat floats with its waterline at y 0."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.fields import egg, melted, slab
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cone,
    cylinder,
    ellipsoid,
    lathe,
    loft,
    prism,
    ring,
    solid,
    tube,
    turn_x,
    turn_z,
)
from studio.media.blocking_engine.dressing.surface import surface
from studio.media.blocking_engine.dressing.vectors import vec
from studio.media.blocking_engine.mesh import FloatArray, Mesh

ORIGIN = (0.0, 0.0, 0.0)


def _at(x: float, y: float, z: float) -> FloatArray:
    return np.array([x, y, z], np.float32)


def wheel(radius: float, width: float, x: float, z: float) -> list[Mesh]:
    """A wheel across x: tyre and hub, standing on the ground."""
    half = width / 2
    tyre = lathe(
        [(radius * 0.9, -half), (radius, -half * 0.6), (radius, half * 0.6), (radius * 0.9, half)], ORIGIN, p.RUBBER, 20
    )
    hub = lathe(
        [(radius * 0.5, -half * 1.04), (radius * 0.56, -half), (radius * 0.56, half), (radius * 0.5, half * 1.04)],
        ORIGIN,
        p.STONE,
        16,
    )
    return [part.moved(turn_z(math.pi / 2), _at(x, radius, z)) for part in (tyre, hub)]


def _cut(field, low: Sequence[float], high: Sequence[float], cell: Sequence[float], tint: Tint) -> Mesh:
    return solid(*surface(field, low, high, cell), tint)


def car(lit: bool, tint: Tint = p.RED, open_top: bool = False) -> list[Mesh]:
    """A rounded saloon, 4.4 m long; `open_top` takes the roof off so that people inside are seen."""

    def body(points: FloatArray) -> FloatArray:
        mirrored = np.abs(points) * vec([1, 0, 0]) + points * vec([0, 1, 1])
        form = slab(points, (0, 0.66, -0.05), (0.76, 0.27, 2.02), 0.22)
        form = melted(form, slab(points, (0, 0.83, 1.22), (0.50, 0.21, 0.86), 0.19), 0.14)
        form = melted(form, slab(points, (0, 0.84, -1.45), (0.60, 0.20, 0.62), 0.19), 0.16)
        for z in (1.38, -1.32):
            form = melted(form, egg(mirrored, (0.66, 0.60, z), (0.23, 0.36, 0.62)), 0.10)
        wheels = np.minimum(_well(points, 1.38), _well(points, -1.32))
        return np.maximum(form, -wheels)

    out = [_cut(body, (-1, 0.2, -2.3), (1, 1.2, 2.3), (0.075, 0.065, 0.1), tint)]
    if open_top:
        out += [
            _cut(
                lambda q: slab(q, (0, 1.05, 0.55), (0.6, 0.16, 0.03), 0.02),
                (-0.7, 0.8, 0.4),
                (0.7, 1.3, 0.7),
                (0.1, 0.05, 0.03),
                p.GLASS,
            )
        ]
        out += [
            _cut(
                lambda q, x=x: slab(q, (x, 0.98, -0.55), (0.26, 0.26, 0.12), 0.09),
                (x - 0.3, 0.6, -0.8),
                (x + 0.3, 1.3, -0.3),
                (0.07, 0.07, 0.05),
                p.DARK_WOOD,
            )
            for x in (-0.33, 0.33)
        ]
        out.append(ring(0.17, 0.015, (0.33, 1.02, 0.28), p.IRON, True))
    else:
        out += [
            _cut(
                lambda q: slab(q, (0, 1.14, -0.28), (0.60, 0.33, 0.98 - 0.0), 0.24),
                (-0.7, 0.75, -1.4),
                (0.7, 1.55, 0.85),
                (0.09, 0.07, 0.1),
                p.DARK_WINDOW,
            ),
            _cut(
                lambda q: slab(q, (0, 1.42, -0.30), (0.59, 0.10, 0.84), 0.10),
                (-0.7, 1.25, -1.3),
                (0.7, 1.6, 0.7),
                (0.09, 0.045, 0.1),
                tint,
            ),
        ]
        for x in (-0.58, 0.58):
            for low, high in ((0.70, 0.42), (-0.28, -0.28), (-1.24, -1.04)):
                out.append(beam((x, 0.9, low), (x * 0.97, 1.42, high), 0.07, tint))
    for x in (-0.74, 0.74):
        for z in (1.38, -1.32):
            out += wheel(0.335, 0.21, x, z)
    for x in (-0.56, 0.56):
        out += [
            ellipsoid(
                (0.135, 0.135, 0.07), (x, 0.74, 1.97), p.LAMP_LIGHT if lit else p.PAPER, 14, glow=3.5 if lit else 0.05
            ),
            ellipsoid((0.09, 0.06, 0.04), (x, 0.74, -2.06), p.RED, 10, glow=1.0 if lit else 0.0),
        ]
    for z in (2.07, -2.14):
        out.append(
            tube(
                [
                    (-0.78, 0.48, z - 0.06 * (z > 0) * 2),
                    (-0.5, 0.48, z),
                    (0.5, 0.48, z),
                    (0.78, 0.48, z - 0.06 * (z > 0) * 2),
                ],
                0.055,
                p.STONE,
                8,
            )
        )
    out += [
        box((0.5, 0.2, 0.05), (0, 0.58, 1.96), p.IRON),
        *[box((0.04, 0.03, 0.14), (x, 0.93, -0.05), p.METAL) for x in (-0.765, 0.765)],
    ]
    return out


def _well(points: FloatArray, z: float) -> FloatArray:
    away = np.sqrt((points[:, 1] - 0.335) ** 2 + (points[:, 2] - z) ** 2) - np.float32(0.39)
    return np.maximum(away, 0.52 - np.abs(points[:, 0]))


def taxi(lit: bool) -> list[Mesh]:
    """A pale cab with a lit roof sign."""
    return [
        *car(lit, p.linear("#C2A873")),
        box((0.42, 0.16, 0.18), (0, 1.51, -0.25), p.PAPER, glow=1.2 if lit else 0.2),
    ]


def _coach(
    length: float, width: float, height: float, floor: float, tint: Tint, lit: bool, windows: int, band: float = 0.55
) -> list[Mesh]:
    middle = floor + height / 2
    half = (width / 2, height / 2, length / 2)
    out = [
        _cut(
            lambda q: slab(q, (0, middle, 0), half, 0.22),
            (-width / 2, floor, -length / 2),
            (width / 2, floor + height, length / 2),
            (0.16, 0.17, 0.5),
            tint,
        )
    ]
    pane = p.WINDOW_LIGHT if lit else p.DARK_WINDOW
    step = (length - 0.9) / windows
    for i in range(windows):
        z = -length / 2 + 0.45 + step * (i + 0.5)
        out.append(
            box(
                (width + 0.03, height * 0.30, step * 0.82),
                (0, floor + height * band, z),
                pane,
                glow=1.1 if lit else 0.0,
            )
        )
    out.append(box((width * 0.86, height * 0.36, 0.06), (0, floor + height * 0.50, length / 2), p.DARK_WINDOW))
    return out


def _lights(x: float, y: float, z: float, lit: bool) -> list[Mesh]:
    return [
        ellipsoid((0.12, 0.12, 0.06), (side * x, y, z), p.LAMP_LIGHT if lit else p.PAPER, 12, glow=3.5 if lit else 0.05)
        for side in (-1, 1)
    ]


def van(lit: bool) -> list[Mesh]:
    """A delivery van."""

    def body(q: FloatArray) -> FloatArray:
        return melted(
            slab(q, (0, 1.25, -0.45), (0.92, 0.92, 1.95), 0.2), slab(q, (0, 0.85, 1.6), (0.86, 0.5, 0.7), 0.22), 0.25
        )

    out = [_cut(body, (-1, 0.3, -2.5), (1, 2.3, 2.4), (0.12, 0.11, 0.16), p.PAPER)]
    out += [
        box((1.5, 0.55, 0.3), (0, 1.42, 1.42), p.DARK_WINDOW),
        *[box((0.06, 0.5, 0.8), (x, 1.4, 0.8), p.DARK_WINDOW) for x in (-0.91, 0.91)],
    ]
    for x in (-0.8, 0.8):
        for z in (1.5, -1.5):
            out += wheel(0.36, 0.22, x, z)
    return [*out, *_lights(0.62, 0.85, 2.27, lit), box((1.7, 0.14, 0.12), (0, 0.42, 2.27), p.METAL)]


def truck(lit: bool) -> list[Mesh]:
    """A lorry with a cab and a boarded box."""
    out = [
        _cut(
            lambda q: slab(q, (0, 1.55, 2.6), (1.12, 0.95, 0.85), 0.22),
            (-1.2, 0.5, 1.6),
            (1.2, 2.6, 3.6),
            (0.12, 0.12, 0.12),
            p.BLUE,
        )
    ]
    out += [
        box((1.9, 0.7, 0.1), (0, 1.75, 3.40), p.DARK_WINDOW),
        *[box((0.06, 0.6, 0.8), (x, 1.75, 2.7), p.DARK_WINDOW) for x in (-1.11, 1.11)],
    ]
    out += [
        box((2.3, 2.3, 4.8), (0, 0.95, -0.95), p.shaded(p.WOOD, 1.05)),
        *[box((2.36, 0.1, 4.86), (0, y, -0.95), p.shaded(p.WOOD, 0.75)) for y in (0.95, 2.0, 3.15)],
        box((1.0, 0.3, 6.2), (0, 0.55, -0.1), p.IRON),
    ]
    for x in (-0.98, 0.98):
        for z in (2.5, -1.4, -2.45):
            out += wheel(0.46, 0.3, x, z)
    return [*out, *_lights(0.85, 1.0, 3.42, lit), box((2.2, 0.24, 0.16), (0, 0.55, 3.45), p.METAL)]


def bus(lit: bool) -> list[Mesh]:
    """A city bus."""
    out = _coach(9.6, 2.5, 2.6, 0.42, p.RED, lit, 7)
    for x in (-1.1, 1.1):
        for z in (3.0, -2.6):
            out += wheel(0.46, 0.3, x, z)
    return [
        *out,
        *_lights(0.95, 0.85, 4.8, lit),
        box((1.5, 0.3, 0.1), (0, 2.55, 4.78), p.LAMP_LIGHT, glow=0.9 if lit else 0.1),
    ]


def train(lit: bool) -> list[Mesh]:
    """A railway carriage on its track."""
    out = _coach(16.0, 2.9, 2.9, 0.9, p.shaded(p.GREEN, 0.7), lit, 10)
    out += [box((2.4, 0.5, 14.0), (0, 0.5, 0), p.IRON)]
    for z in (-6, -4.4, 4.4, 6):
        for x in (-0.75, 0.75):
            out += wheel(0.42, 0.12, x, z)
    rails = [box((0.09, 0.12, 17.0), (x, -0.06, 0), p.METAL) for x in (-0.75, 0.75)]
    return [
        *out,
        *rails,
        *[box((2.4, 0.05, 0.25), (0, -0.03, z), p.DARK_WOOD) for z in np.arange(-8.4, 8.5, 1.4)],
        *_lights(0.9, 1.5, 8.02, lit),
    ]


def tram(lit: bool) -> list[Mesh]:
    """A tram with its pantograph."""
    out = _coach(11.0, 2.4, 2.7, 0.5, p.linear("#B79F76"), lit, 8)
    out += [
        box((2.0, 0.35, 9.0), (0, 0.2, 0), p.IRON),
        *[beam((0, 3.2, -0.8), (0, 3.9, 0.1 * s), 0.05, p.IRON) for s in (-8, 8)],
        box((1.6, 0.05, 0.08), (0, 3.9, 0), p.IRON),
    ]
    out += [box((0.08, 0.03, 12.0), (x, -0.012, 0), p.METAL) for x in (-0.7, 0.7)]
    return [*out, *_lights(0.7, 1.1, 5.52, lit)]


def bicycle(_lit: bool = False) -> list[Mesh]:
    """A bicycle along z."""
    out = []
    for z in (-0.52, 0.52):
        wheel_ = [
            ring(0.33, 0.018, ORIGIN, p.RUBBER, True, 24),
            *[
                beam(
                    (0.32 * math.cos(a), 0.32 * math.sin(a), 0),
                    (-0.32 * math.cos(a), -0.32 * math.sin(a), 0),
                    0.008,
                    p.METAL,
                    4,
                )
                for a in (0, 0.785, 1.57, 2.356)
            ],
        ]
        out += [part.moved(turn_y90(), _at(0, 0.345, z)) for part in wheel_]
    frame = [
        ((0, 0.30, -0.06), (0, 0.82, -0.2)),
        ((0, 0.30, -0.06), (0, 0.80, 0.36)),
        ((0, 0.76, -0.18), (0, 0.84, 0.35)),
        ((0, 0.345, -0.52), (0, 0.30, -0.06)),
        ((0, 0.345, -0.52), (0, 0.76, -0.18)),
        ((0, 0.345, 0.52), (0, 0.98, 0.31)),
    ]
    out += [beam(a, b, 0.035, p.GREEN) for a, b in frame]
    bar = tube(
        [(-0.27, 1.0, 0.2), (-0.2, 1.03, 0.3), (0.0, 1.0, 0.32), (0.2, 1.03, 0.3), (0.27, 1.0, 0.2)], 0.014, p.METAL, 6
    )
    return [
        *out,
        bar,
        ellipsoid((0.08, 0.035, 0.14), (0, 0.86, -0.22), p.DARK_WOOD, 12),
        beam((-0.14, 0.22, 0.0), (0.14, 0.38, -0.12), 0.03, p.IRON),
    ]


def turn_y90() -> FloatArray:
    """A quarter turn about +y."""
    return np.array([[0, 0, 1], [0, 1, 0], [-1, 0, 0]], np.float32)


def motorcycle(lit: bool) -> list[Mesh]:
    """A motorcycle along z."""
    out = []
    for z in (-0.68, 0.70):
        tyre = lathe(
            [(0.25, -0.05), (0.3, -0.06), (0.33, -0.02), (0.33, 0.02), (0.3, 0.06), (0.25, 0.05)], ORIGIN, p.RUBBER, 22
        )
        out += [
            part.moved(turn_z(math.pi / 2), _at(0, 0.33, z))
            for part in (tyre, cylinder(0.24, 0.09, (0, -0.045, 0), p.METAL, 16))
        ]
    out += [
        ellipsoid((0.15, 0.15, 0.31), (0, 0.80, 0.14), p.RED, 16),
        ellipsoid((0.15, 0.09, 0.38), (0, 0.76, -0.38), p.DARK_WOOD, 14),
        ellipsoid((0.19, 0.21, 0.27), (0, 0.47, 0.04), p.METAL, 14),
        ellipsoid((0.10, 0.09, 0.22), (0, 0.66, -0.72), p.RED, 12),
    ]
    out += [beam((x, 0.34, 0.70), (x, 0.98, 0.42), 0.045, p.METAL) for x in (-0.09, 0.09)]
    out += [
        tube([(-0.36, 0.98, 0.22), (-0.25, 1.02, 0.36), (0.25, 1.02, 0.36), (0.36, 0.98, 0.22)], 0.018, p.IRON, 6),
        ellipsoid((0.09, 0.09, 0.06), (0, 0.88, 0.56), p.LAMP_LIGHT if lit else p.PAPER, 12, glow=3.0 if lit else 0.0),
    ]
    return [*out, tube([(0.16, 0.34, 0.2), (0.18, 0.26, -0.2), (0.18, 0.3, -0.85)], [0.035, 0.045, 0.055], p.METAL, 8)]


def hull(
    length: float, beam_: float, height: float, below: float, tint: Tint, inner: Tint, thick: float = 0.05
) -> list[Mesh]:
    """An open boat: skin with thickness, pointed bow at +z, narrower stern; waterline at y 0."""
    stations = np.linspace(-1, 1, 17)
    rings = []
    for s in stations:
        width = beam_ / 2 * max(1 - max(s, 0) ** 2.3, 0.03) * (1 - 0.42 * max(-s, 0) ** 2.2)
        sheer = height + 0.16 * height * 2 * abs(s) ** 2.4
        keel = -below + (below + height * 0.4) * max(s, 0) ** 5
        floor = keel + thick
        outer = [
            (1.0, sheer),
            (0.97, 0.45 * sheer),
            (0.78, keel + (sheer - keel) * 0.18),
            (0.34, keel + 0.02),
            (0.0, keel),
        ]
        left = [(x * width, y) for x, y in outer]
        right = [(-x, y) for x, y in left[-2::-1]]
        slim = max(width - thick, width * 0.4)
        within = [
            (-slim, sheer),
            (-slim * 0.95, max(0.45 * sheer, floor)),
            (-slim * 0.72, floor + (sheer - floor) * 0.16),
            (0.0, floor + 0.02),
            (slim * 0.72, floor + (sheer - floor) * 0.16),
            (slim * 0.95, max(0.45 * sheer, floor)),
            (slim, sheer),
        ]
        rings.append([(x, y, s * length / 2) for x, y in [*left, *right, *within]])
    skin = loft(np.array(rings)[:, ::-1], tint)
    colours = skin.colours.copy()
    segments = 16
    which = np.arange(len(colours)) % segments
    colours[which < 7] = inner
    return [Mesh(skin.vertices, skin.normals, skin.faces, colours, skin.glow)]


def boat(_lit: bool = False) -> list[Mesh]:
    """A rowing boat with thwarts and oars, 4.4 m; seats at 0.28 m over the water."""
    out = hull(4.4, 1.45, 0.42, 0.16, p.WOOD, p.shaded(p.WOOD, 0.8))
    out += [
        box((w, 0.04, 0.26), (0, 0.24, z), p.shaded(p.WOOD, 1.1))
        for w, z in ((1.28, 0.5), (1.32, -0.45), (0.98, -1.55))
    ]
    for side in (-1, 1):
        out += [
            tube([(side * 0.22, 0.62, -0.02), (side * 0.72, 0.50, -0.35), (side * 1.75, 0.05, -0.8)], 0.026, p.WOOD, 8),
            ellipsoid((0.3, 0.03, 0.08), (side * 1.95, -0.02, -0.88), p.WOOD, 10),
            cylinder(0.02, 0.1, (side * 0.70, 0.42, -0.33), p.IRON, 6),
        ]
    return out


def sailboat(_lit: bool = False) -> list[Mesh]:
    """A small yacht with main and jib."""
    out = hull(7.0, 2.2, 0.7, 0.3, p.PAPER, p.WOOD)
    out += [
        box((1.5, 0.08, 4.6), (0, 0.5, -0.2), p.WOOD),
        _cut(
            lambda q: slab(q, (0, 0.78, 0.6), (0.55, 0.26, 0.95), 0.14),
            (-0.7, 0.45, -0.5),
            (0.7, 1.2, 1.7),
            (0.11, 0.09, 0.13),
            p.PAPER,
        ),
        beam((0, 0.5, 0.9), (0, 9.2, 0.9), 0.12, p.WOOD),
        beam((0, 1.7, 0.9), (0, 1.7, -2.6), 0.09, p.WOOD),
    ]
    out += [
        _sail([(0, 1.85, 0.8), (0, 8.9, 0.85), (0, 1.85, -2.5)], 0.35),
        _sail([(0, 1.0, 3.3), (0, 7.6, 0.95), (0, 1.3, 0.95)], 0.3),
    ]
    return out


def _sail(corners: Sequence[Sequence[float]], belly: float) -> Mesh:
    a, b, c = (np.asarray(corner, float) for corner in corners)
    rows, front = 7, []
    for i in range(rows):
        left, right = a + (b - a) * i / (rows - 1), c + (b - c) * i / (rows - 1)
        for j in range(rows):
            share = j / (rows - 1)
            front.append(
                left + (right - left) * share + [belly * math.sin(math.pi * share) * (1 - i / (rows - 1)) ** 0.7, 0, 0]
            )
    outer, inner = np.array(front), np.array(front) - [0.02, 0, 0]
    grid = np.arange(rows * rows).reshape(rows, rows)
    quads = np.stack([grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]], 2).reshape(-1, 4)
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    flat = np.cross(outer[faces[:, 1]] - outer[faces[:, 0]], outer[faces[:, 2]] - outer[faces[:, 0]])
    if flat[:, 0].sum() < 0:
        faces, flat = faces[:, ::-1], -flat
    normals = np.zeros_like(outer)
    for i in range(3):
        np.add.at(normals, faces[:, i], flat)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(length > 1e-9, normals / np.maximum(length, 1e-9), [1.0, 0, 0])
    return solid(
        np.concatenate([outer, inner]),
        np.concatenate([normals, -normals]),
        np.concatenate([faces, faces[:, ::-1] + len(outer)]),
        p.PAPER,
    )


def ship(lit: bool) -> list[Mesh]:
    """A coaster: hull, deck house, funnel and masts; 38 m."""
    out = hull(38.0, 8.0, 3.2, 1.4, p.shaded(p.RED, 0.6), p.WOOD, 0.3)
    out += [
        box((6.6, 0.3, 31.0), (0, 2.4, -1.5), p.WOOD),
        box((5.6, 2.6, 8.0), (0, 2.7, -11), p.PAPER),
        box((4.8, 2.4, 5.0), (0, 5.3, -11), p.PAPER),
        box((5.6, 0.25, 5.6), (0, 7.7, -11), p.PAPER),
    ]
    out += [
        box((4.9, 0.9, 5.06), (0, 6.2, -11), p.WINDOW_LIGHT if lit else p.DARK_WINDOW, glow=1.2 if lit else 0),
        lathe([(1.1, 0), (1.0, 3.6), (1.12, 3.6), (1.12, 3.9)], (0, 7.6, -13.0), p.RED, 18),
    ]
    out += [beam((0, 2.6, z), (0, 13.5, z), 0.28, p.IRON) for z in (8.0, -7.0)] + [
        beam((0, 4.0, 8.0), (0, 10.5, 1.5), 0.2, p.IRON),
        box((3.4, 1.0, 5.0), (0, 2.7, 2.0), p.shaded(p.GREEN, 0.8)),
    ]
    out += [
        ellipsoid(
            (0.05, 0.3, 0.3),
            (side * 2.82, 4.0, z),
            p.WINDOW_LIGHT if lit else p.DARK_WINDOW,
            10,
            glow=1.2 if lit else 0,
        )
        for side in (-1, 1)
        for z in (-8, -10, -12, -14)
    ]
    return out


def plane(_lit: bool = False) -> list[Mesh]:
    """A small propeller plane on its wheels."""
    out = [
        tube(
            [(0, 1.5, -3.9), (0, 1.45, -2.2), (0, 1.38, 0.2), (0, 1.35, 1.8), (0, 1.34, 2.5)],
            [0.14, 0.38, 0.62, 0.58, 0.36],
            p.PAPER,
            16,
        ),
        ellipsoid((0.48, 0.36, 0.95), (0, 1.88, 0.5), p.DARK_WINDOW, 14),
    ]
    out += [
        ellipsoid((5.2, 0.10, 0.72), (0, 1.2, 0.75), p.RED, 24),
        ellipsoid((1.7, 0.06, 0.42), (0, 1.6, -3.6), p.RED, 16),
        ellipsoid((0.06, 0.85, 0.5), (0, 2.25, -3.65), p.RED, 14),
    ]
    out += [
        cone(0.16, 0.34, ORIGIN, p.METAL, 12).moved(turn_x(math.pi / 2), _at(0, 1.34, 2.5)),
        box((0.14, 2.1, 0.03), (0, 0.3, 2.62), p.DARK_WOOD),
    ]
    for x in (-1.0, 1.0):
        out += [*wheel(0.27, 0.14, x, 1.1), beam((x, 0.27, 1.1), (x * 0.6, 1.15, 0.9), 0.09, p.METAL)]
    return [*out, *wheel(0.14, 0.1, 0.0, -3.6)]


def helicopter(_lit: bool = False) -> list[Mesh]:
    """A helicopter on skids."""
    out = [
        ellipsoid((0.95, 0.98, 1.65), (0, 1.5, 0.3), p.BLUE, 22),
        ellipsoid((0.84, 0.72, 0.95), (0, 1.68, 1.12), p.DARK_WINDOW, 18),
        tube([(0, 1.75, -0.8), (0, 1.9, -2.6), (0, 2.0, -4.8)], [0.5, 0.24, 0.14], p.BLUE, 12),
    ]
    out += [
        ellipsoid((0.05, 0.7, 0.35), (0, 2.4, -4.8), p.RED, 12),
        cylinder(0.09, 0.55, (0, 2.35, 0.1), p.IRON, 8),
        *[box((9.0, 0.05, 0.22), (0, 2.86, 0.1), p.IRON, turn) for turn in (0.4, 0.4 + math.pi / 2)],
    ]
    for x in (-0.85, 0.85):
        out += [
            tube([(x, 0.2, -1.4), (x, 0.06, -1.1), (x, 0.06, 1.3), (x, 0.28, 1.75)], 0.05, p.METAL, 8),
            *[beam((x, 0.06, z), (x * 0.5, 0.8, z * 0.7), 0.06, p.METAL) for z in (-0.7, 0.8)],
        ]
    return out


def tractor(lit: bool) -> list[Mesh]:
    """A farm tractor."""
    out = [
        _cut(
            lambda q: slab(q, (0, 1.15, 0.85), (0.36, 0.34, 0.95), 0.15),
            (-0.5, 0.7, -0.3),
            (0.5, 1.6, 1.9),
            (0.08, 0.08, 0.12),
            p.RED,
        ),
        box((0.9, 0.2, 1.6), (0, 0.75, -0.3), p.IRON),
    ]
    out += [
        box((1.3, 0.08, 1.2), (0, 2.35, -0.6), p.RED),
        *[beam((x, 1.1, z), (x, 2.35, z), 0.06, p.IRON) for x in (-0.55, 0.55) for z in (-1.1, -0.1)],
        ellipsoid((0.24, 0.2, 0.24), (0, 1.15, -0.7), p.DARK_WOOD, 12),
        ring(0.2, 0.02, (0, 1.5, -0.2), p.IRON, True),
        cylinder(0.045, 0.8, (0.2, 1.45, 1.3), p.IRON, 8),
    ]
    for x in (-0.75, 0.75):
        out += [*wheel(0.78, 0.36, x, -0.65), *wheel(0.42, 0.24, x * 0.8, 1.35)]
    return [*out, *_lights(0.24, 1.25, 1.8, lit)]


def cart(_lit: bool = False) -> list[Mesh]:
    """A two-wheeled cart with shafts."""
    out = [
        box((1.2, 0.08, 1.9), (0, 0.72, -0.2), p.WOOD),
        *[box((0.06, 0.42, 1.9), (x, 0.8, -0.2), p.WOOD) for x in (-0.58, 0.58)],
        box((1.2, 0.42, 0.06), (0, 0.8, -1.12), p.WOOD),
        *[beam((x, 0.74, 0.7), (x * 0.8, 0.55, 2.4), 0.07, p.WOOD) for x in (-0.5, 0.5)],
    ]
    for x in (-0.72, 0.72):
        rim = [
            ring(0.56, 0.04, ORIGIN, p.DARK_WOOD, True, 24),
            *[
                beam(
                    (0.55 * math.cos(a), 0.55 * math.sin(a), 0),
                    (-0.55 * math.cos(a), -0.55 * math.sin(a), 0),
                    0.04,
                    p.DARK_WOOD,
                    5,
                )
                for a in (0, 0.785, 1.57, 2.356)
            ],
            ellipsoid((0.1, 0.1, 0.1), ORIGIN, p.DARK_WOOD, 10),
        ]
        out += [part.moved(turn_y90(), _at(x, 0.6, -0.2)) for part in rim]
    return [*out, prism([(-0.4, 1.2), (0.4, 1.2), (0.25, 1.5), (-0.25, 1.5)], 1.2, (0, 0, -0.3), p.SAND)]


VEHICLES = {
    "car": car,
    "taxi": taxi,
    "van": van,
    "truck": truck,
    "bus": bus,
    "train": train,
    "tram": tram,
    "bicycle": bicycle,
    "motorcycle": motorcycle,
    "boat": boat,
    "sailboat": sailboat,
    "ship": ship,
    "plane": plane,
    "helicopter": helicopter,
    "tractor": tractor,
    "cart": cart,
}
AFLOAT = frozenset({"boat", "sailboat", "ship"})

# Where somebody sits: (x, seat height, z, hands) on or in a vehicle.
SEATS: dict[str, tuple[tuple[float, float, float, str], ...]] = {
    "boat": ((0, 0.28, -0.45, "oars"), (0, 0.28, 0.72, "lap"), (0, 0.28, -1.55, "lap")),
    "car": ((0.33, 0.56, -0.35, "table"), (-0.33, 0.56, -0.35, "lap")),
    "taxi": ((0.33, 0.56, -0.35, "table"), (-0.33, 0.56, -0.35, "lap")),
    "bicycle": ((0, 0.86, -0.2, "oars"),),
    "motorcycle": ((0, 0.82, -0.3, "oars"), (0, 0.84, -0.62, "lap")),
    "horse": ((0, 1.41, 0.05, "oars"),),
    "tractor": ((0, 1.3, -0.65, "oars"),),
    "cart": ((0, 0.85, 0.4, "lap"), (0.3, 0.85, -0.4, "lap")),
    "sailboat": ((0.3, 0.6, -1.8, "lap"), (-0.3, 0.6, -1.4, "lap")),
}
