"""What a settled picture has over a clip's: creases that darken, and a lens that is sharp only where it is focused."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.compiled import kernel

Floats = NDArray[np.float32]
_REACH = 0.32
_TAPS = 20
_STOP = 2.8
_LEVELS = (1.5, 3.5, 8.0, 16.0)


@kernel
def _point(depth, view, plane, column, row):
    """Camera-space place (right, up, forward) of a sample: on a mesh, on the floor, or forward 0 for sky."""
    rx = (column + 0.5 - view[4, 1]) / view[4, 0]
    ry = (view[4, 2] - row - 0.5) / view[4, 0]
    forward = 0.0
    if depth[row, column] > 0:
        forward = 1.0 / depth[row, column]
    fall = view[1, 1] * rx + view[2, 1] * ry + view[3, 1]
    if plane[0] > 0.5 and fall < -1e-5:
        floor = (plane[1] - view[0, 1]) / fall
        if floor > 0 and (forward == 0.0 or floor < forward):
            forward = floor
    return rx * forward, ry * forward, forward


@kernel
def _creases(depth, ids, normals, faces, view, plane, reach, out):
    """out (h, w) 0–1: how open each second sample is within `reach` metres (McGuire's obscurance estimator)."""
    height, width = out.shape
    rows, columns = depth.shape
    for y in range(height):
        for x in range(width):
            row, column = 2 * y, 2 * x
            px, py, pz = _point(depth, view, plane, column, row)
            out[y, x] = 1.0
            if pz <= 0.0 or pz > 60.0:
                continue
            face = ids[row, column]
            wx, wy, wz = 0.0, 1.0, 0.0
            if face >= 0 and depth[row, column] * pz > 0.999:
                a, b, c = faces[face, 0], faces[face, 1], faces[face, 2]
                wx = (normals[a, 0] + normals[b, 0] + normals[c, 0]) / 3
                wy = (normals[a, 1] + normals[b, 1] + normals[c, 1]) / 3
                wz = (normals[a, 2] + normals[b, 2] + normals[c, 2]) / 3
            nx = view[1, 0] * wx + view[1, 1] * wy + view[1, 2] * wz
            ny = view[2, 0] * wx + view[2, 1] * wy + view[2, 2] * wz
            nz = view[3, 0] * wx + view[3, 1] * wy + view[3, 2] * wz
            spread = min(90.0, view[4, 0] * reach / pz)
            if spread < 2.0:
                continue
            # A spiral whose start turns from pixel to pixel; the blur after takes the pattern out.
            turn = ((x & 3) * 4 + (y & 3)) * 0.3927
            total = 0.0
            for tap in range(_TAPS):
                far = spread * (tap + 0.7) / _TAPS
                angle = turn + tap * 2.399963
                u, v = int(column + far * np.cos(angle)), int(row + far * np.sin(angle))
                if u < 0 or v < 0 or u >= columns or v >= rows:
                    continue
                qx, qy, qz = _point(depth, view, plane, u, v)
                if qz <= 0.0:
                    continue
                dx, dy, dz = qx - px, qy - py, qz - pz
                square = dx * dx + dy * dy + dz * dz
                rise = dx * nx + dy * ny + dz * nz - 0.012 - 0.002 * pz
                edge = reach * reach - square
                if edge > 0.0 and rise > 0.0:
                    total += edge * edge * edge * rise / (square + 0.0004)
            total = total * 5.0 / (reach**6 * _TAPS) * reach * 0.9
            out[y, x] = max(0.0, 1.0 - total)


def creases(
    depth: Floats, ids: NDArray[np.int32], normals: Floats, faces: NDArray[np.int32], view: Floats, plane: Floats
) -> Floats:
    """(h, w) 0–1 for a z-buffer of (2h, 2w): how much of the sky's light reaches into corners and under things.

    view is the shading's camera rows for the z-buffer's size; plane (has floor, level).
    """
    rows, columns = depth.shape
    small = np.empty((rows // 2, columns // 2), np.float32)
    _creases(depth, ids, normals, faces, view, plane, _REACH, small)
    even = cv2.blur(small, (5, 5))
    return np.asarray(np.clip(even, 0.25, 1.0), np.float32)


def focused(light: Floats, focus: float, lens: float, gate_width: float) -> Floats:
    """`light` (h, w, 4: linear RGB and distance) through a lens of `lens` mm at f/2.8, sharp at `focus` metres.

    A point's blur is the circle of confusion f² / (N (s − f)) × |d − s| / d. What is sharp does not spill into what
    is not.
    """
    distance = light[..., 3]
    focal = lens / 1000
    scale = focal * focal / (_STOP * max(0.05, focus - focal)) / (gate_width / 1000) * light.shape[1]
    with np.errstate(divide="ignore"):
        blur = scale * np.abs(distance - focus) / np.maximum(distance, 0.05) / 2
    blur = np.minimum(blur, _LEVELS[-1] * light.shape[1] / 1280).astype(np.float32)
    # What lies before the focus spills over its own edge.
    near = np.where(distance < focus * 0.8, blur, 0).astype(np.float32)
    blur = np.maximum(blur, cv2.GaussianBlur(near, (0, 0), 4.0))
    result = light.copy()
    for level in _LEVELS:
        sigma = level * light.shape[1] / 1280
        if float(blur.max()) < sigma * 0.4:
            break
        weight = np.clip(blur / sigma, 0.02, 1.0)[..., None]
        step = 1 if sigma < 4 else 2 ** int(math.log2(sigma / 2))
        size = (light.shape[1], light.shape[0])
        packed = np.concatenate([light[..., :3] * weight, weight], axis=2)
        small = (
            cv2.resize(packed, (size[0] // step, size[1] // step), interpolation=cv2.INTER_AREA) if step > 1 else packed
        )
        soft = cv2.GaussianBlur(small, (0, 0), sigma / step)
        if step > 1:
            soft = cv2.resize(soft, size, interpolation=cv2.INTER_LINEAR)
        colour = soft[..., :3] / np.maximum(soft[..., 3:], 1e-4)
        part = np.clip(blur / sigma * 1.6 - 0.6, 0, 1)[..., None]
        result[..., :3] += (colour - result[..., :3]) * part
    return result
