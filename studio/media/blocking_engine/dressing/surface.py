"""Smooth closed meshes from distance fields: surface nets (Gibson 1998) in numpy."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from studio.media.blocking_engine.mesh import FloatArray, IntArray

Field = Callable[[FloatArray], FloatArray]


def surface(field: Field, low: ArrayLike, high: ArrayLike, cell: ArrayLike) -> tuple[FloatArray, FloatArray, IntArray]:
    """Vertices (n, 3), unit outward normals (n, 3) and faces (m, 3) of the set where `field` is negative.

    `field` maps points (n, 3) to signed distances (n,). The box low–high must hold the whole form; `cell` (3,) is the
    grid's step in metres, so that long forms may be cut coarser along their length.
    """
    step = np.asarray(cell, np.float32)
    corner = np.asarray(low, np.float32) - step
    shape = np.ceil((np.asarray(high, np.float32) + step - corner) / step).astype(int) + 1
    axes = [corner[i] + step[i] * np.arange(shape[i], dtype=np.float32) for i in range(3)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), 3)
    depth = field(grid.reshape(-1, 3)).reshape(shape)
    _close_sides(depth, float(step.min()))
    vertices, quads = _nets(depth, shape)
    vertices = _settled(field, vertices * step + corner, step)
    return vertices, slopes(field, vertices), _split(vertices, quads)


def _close_sides(depth: FloatArray, step: float) -> None:
    """Holds the outermost samples outside, so that a form which the box cuts is closed there."""
    for axis in range(3):
        for end in (0, -1):
            side = np.moveaxis(depth, axis, 0)[end]
            np.maximum(side, 0.3 * step, out=side)


def _nets(depth: FloatArray, shape: NDArray[np.int64]) -> tuple[FloatArray, IntArray]:
    """Cell vertices in grid units and quads wound counter-clockwise from outside."""
    cells = shape - 1
    total = np.zeros((int(np.prod(cells)), 3), np.float32)
    count = np.zeros(len(total), np.float32)
    quads: list[NDArray[np.int64]] = []
    for axis in range(3):
        first, second = (axis + 1) % 3, (axis + 2) % 3
        near = np.take(depth, range(shape[axis] - 1), axis)
        far = np.take(depth, range(1, shape[axis]), axis)
        index = np.argwhere((near < 0) != (far < 0))
        here, there = near[tuple(index.T)], far[tuple(index.T)]
        point = index.astype(np.float32)
        point[:, axis] += here / (here - there)
        around = []
        for back_first, back_second in ((0, 0), (1, 0), (1, 1), (0, 1)):
            cell = index.copy()
            cell[:, first] -= back_first
            cell[:, second] -= back_second
            flat = np.ravel_multi_index(tuple(cell.T), tuple(cells))
            total += np.stack([np.bincount(flat, point[:, i], len(total)) for i in range(3)], 1).astype(np.float32)
            count += np.bincount(flat, minlength=len(total)).astype(np.float32)
            around.append(flat)
        quad = np.stack(around, 1)
        quads.append(np.where((here < 0)[:, None], quad[:, ::1], quad[:, ::-1]))
    used = np.flatnonzero(count)
    number = np.full(len(total), -1, np.int64)
    number[used] = np.arange(len(used))
    return total[used] / count[used, None], number[np.concatenate(quads)].astype(np.int32)


def _settled(field: Field, points: NDArray[np.floating], step: FloatArray) -> FloatArray:
    """The points moved onto the surface by two Newton steps, each no longer than half a cell."""
    limit = float(step.min()) * 0.5
    points = points.astype(np.float32)
    for _ in range(2):
        slope = _gradient(field, points)
        steepness = np.maximum((slope**2).sum(1), 0.05)
        shift = np.clip(field(points) / steepness, -limit, limit)[:, None] * slope
        points = (points - shift).astype(np.float32)
    return points


def _gradient(field: Field, points: FloatArray, reach: float = 1.5e-3) -> FloatArray:
    """Slope of the field by a tetrahedron of four samples."""
    arms = np.array([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]], np.float32)
    samples = field((points[None] + arms[:, None] * np.float32(reach)).reshape(-1, 3).astype(np.float32)).reshape(4, -1)
    return (samples.T @ arms) / (4 * reach)


def slopes(field: Field, points: FloatArray) -> FloatArray:
    """Unit outward normals of the field at points (n, 3)."""
    slope = _gradient(field, points)
    length = np.linalg.norm(slope, axis=1, keepdims=True)
    return np.where(length > 1e-6, slope / np.maximum(length, 1e-6), [0, 1, 0]).astype(np.float32)


def _split(vertices: FloatArray, quads: IntArray) -> IntArray:
    """Two triangles for each quad, cut along the shorter diagonal."""
    a, b, c, d = (vertices[quads[:, i]] for i in range(4))
    short = ((a - c) ** 2).sum(1) <= ((b - d) ** 2).sum(1)
    first = np.where(short[:, None], quads[:, [0, 1, 2]], quads[:, [0, 1, 3]])
    second = np.where(short[:, None], quads[:, [0, 2, 3]], quads[:, [1, 2, 3]])
    return np.concatenate([first, second]).astype(np.int32)
