"""Vessels. Each floats with its waterline at y 0, its bow toward +z."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.fields import slab
from studio.media.blocking_engine.dressing.machine_parts import cut
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import (
    beam,
    box,
    cylinder,
    ellipsoid,
    lathe,
    loft,
    solid,
    tube,
)
from studio.media.blocking_engine.dressing.site import Site
from studio.media.blocking_engine.mesh import Mesh


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
        cut(
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
        sail([(0, 1.85, 0.8), (0, 8.9, 0.85), (0, 1.85, -2.5)], 0.35),
        sail([(0, 1.0, 3.3), (0, 7.6, 0.95), (0, 1.3, 0.95)], 0.3),
    ]
    return out


def sail(corners: Sequence[Sequence[float]], belly: float) -> Mesh:
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


def raft(site: Site, z: float) -> None:
    """Something to stand on where the place is all water; one for everybody."""
    if "raft" not in site.named:
        site.named.append("raft")
        site.add(
            box((4.2, 0.2, 7.0), (0.0, -0.2, -1.0), p.WOOD),
            *[box((4.3, 0.16, 0.35), (0.0, -0.42, z + i * 2.0), p.DARK_WOOD) for i in (-2, -1, 0, 1)],
        )
    if site.water_y == 0.0:
        site.water_y = -0.42
