"""Signed distances of soft forms, and the blends that melt one into another. Points (n, 3) in, distances (n,) out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.floating]
Place = ArrayLike


def ball(points: Points, centre: Place, radius: float) -> Points:
    """A sphere."""
    return np.linalg.norm(points - np.asarray(centre, np.float32), axis=1) - np.float32(radius)


def egg(points: Points, centre: Place, radii: Place) -> Points:
    """An ellipsoid; near its surface the value is close to the distance."""
    away = points - np.asarray(centre, np.float32)
    size = np.asarray(radii, np.float32)
    scaled = away / size
    near = np.sqrt(np.einsum("ij,ij->i", scaled, scaled))
    steep = np.sqrt(np.einsum("ij,ij->i", scaled / size, scaled / size))
    return near * (near - 1) / np.maximum(steep, np.float32(1e-6))


def limb(points: Points, start: Place, end: Place, radius: float, radius_end: float) -> Points:
    """A capsule whose radius runs from one end's to the other's."""
    origin = np.asarray(start, np.float32)
    axis = np.asarray(end, np.float32) - origin
    away = points - origin
    along = np.clip(away @ axis / np.float32(axis @ axis), 0, 1)
    off = away - along[:, None] * axis
    return np.sqrt(np.einsum("ij,ij->i", off, off)) - (np.float32(radius) + np.float32(radius_end - radius) * along)


def slab(points: Points, centre: Place, half: Place, soft: float) -> Points:
    """A box of half sizes `half` whose edges are rounded by `soft` metres (the rounding lies inside the box)."""
    away = np.abs(points - np.asarray(centre, np.float32)) - (np.asarray(half, np.float32) - np.float32(soft))
    outside = np.linalg.norm(np.maximum(away, 0), axis=1)
    return outside + np.minimum(away.max(1), 0) - np.float32(soft)


def column(points: Points, rows: Sequence[tuple[float, float, float, float]]) -> Points:
    """An upright form cut from oval sections: rows of (height, half width, half depth, z of the middle), bottom up."""
    table = np.asarray(rows, float)
    y = points[:, 1]
    wide, deep, middle = (_eased(y, table[:, 0], table[:, i]) for i in (1, 2, 3))
    section = np.sqrt((points[:, 0] / wide) ** 2 + ((points[:, 2] - middle) / deep) ** 2)
    side = (section - 1) * np.minimum(wide, deep) * np.float32(0.9)
    ends = np.maximum(table[0, 0] - y, y - table[-1, 0])
    return np.maximum(side, ends).astype(np.float32)


def _eased(y: Points, heights: Points, values: Points) -> Points:
    """Values between rows on a curve without kinks (cubic Hermite with Fritsch–Carlson-limited slopes)."""
    gap = np.diff(heights)
    rise = np.diff(values) / gap
    flat = rise[:-1] * rise[1:] <= 0
    inner = np.where(flat, 0, 2 * rise[:-1] * rise[1:] / np.where(flat, 1, rise[:-1] + rise[1:]))
    slope = np.concatenate([rise[:1], inner, rise[-1:]])
    clipped = np.clip(y, heights[0], heights[-1])
    i = np.clip(np.searchsorted(heights, clipped, "right") - 1, 0, len(gap) - 1)
    t = (clipped - heights[i]) / gap[i]
    left = (1 + 2 * t) * (1 - t) ** 2 * values[i] + t * (1 - t) ** 2 * gap[i] * slope[i]
    right = t * t * (3 - 2 * t) * values[i + 1] - t * t * (1 - t) * gap[i] * slope[i + 1]
    return (left + right).astype(np.float32)


def melted(first: Points, second: Points, soft: float) -> Points:
    """The union of two forms with a fillet about `soft` metres wide (polynomial smooth minimum)."""
    mix = np.maximum(np.float32(soft) - np.abs(first - second), 0)
    return np.minimum(first, second) - mix * mix * np.float32(0.25 / soft)


def carved(form: Points, tool: Points, soft: float) -> Points:
    """The form with the tool's volume taken away, its edge rounded by `soft` metres."""
    return -melted(-form, tool, soft)


def kept(form: Points, within: Points, soft: float) -> Points:
    """What of the form lies inside the other one, its edge rounded by `soft` metres."""
    return -melted(-form, -within, soft)
