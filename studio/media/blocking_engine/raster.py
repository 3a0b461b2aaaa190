"""The z-buffer: which triangle each sample of the picture sees."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.compiled import kernel

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@kernel
def _fill(  # noqa: C901 - the innermost loop, unrolled by hand
    x0, y0, w0, x1, y1, w1, x2, y2, w2, face, depth, ids, keep, top, bottom
):
    """One triangle into `depth` (larger is nearer); `ids` gets `face` where it wins and `keep` is set."""
    low = max(min(y0, min(y1, y2)), float(top))
    high = min(max(y0, max(y1, y2)), float(bottom))
    first = int(np.ceil(low - 0.5))
    last = int(np.ceil(high - 0.5))
    if first < top:
        first = top
    if last > bottom:
        last = bottom
    if last <= first:
        return
    width = depth.shape[1]
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    if area == 0.0:
        return
    slope_x = ((w1 - w0) * (y2 - y0) - (w2 - w0) * (y1 - y0)) / area
    slope_y = ((w2 - w0) * (x1 - x0) - (w1 - w0) * (x2 - x0)) / area
    for row in range(first, last):
        y = row + 0.5
        left = 1e30
        right = -1e30
        for edge in range(3):
            if edge == 0:
                ax, ay, bx, by = x0, y0, x1, y1
            elif edge == 1:
                ax, ay, bx, by = x1, y1, x2, y2
            else:
                ax, ay, bx, by = x2, y2, x0, y0
            if (ay <= y) != (by <= y):
                x = ax + (y - ay) * (bx - ax) / (by - ay)
                left = min(left, x)
                right = max(right, x)
        if right <= left:
            continue
        begin = int(np.ceil(max(left, 0.0) - 0.5))
        end = int(np.ceil(min(right, float(width)) - 0.5))
        value = w0 + (begin + 0.5 - x0) * slope_x + (y - y0) * slope_y
        for column in range(begin, end):
            if value > depth[row, column]:
                depth[row, column] = value
                if keep:
                    ids[row, column] = face
            value += slope_x


@kernel
def perspective(  # noqa: C901 - clipping stays with the faces it clips
    cam, faces, count, focal, cx, cy, near, flip, offset, depth, ids, top, bottom
):
    """Draw the first `count` faces of `cam` (n, 3: right, up, forward in metres) into rows top–bottom.

    depth (h, w) holds 1 / forward distance, ids (h, w) the face number plus `offset`. focal, cx, cy in samples.
    Faces that turn
    their back are left out (`flip` for a mirrored camera); what is nearer than `near` metres is cut away.
    """
    width = depth.shape[1]
    polygon = np.empty((4, 3))
    for face in range(count):
        a, b, c = faces[face, 0], faces[face, 1], faces[face, 2]
        z0, z1, z2 = float(cam[a, 2]), float(cam[b, 2]), float(cam[c, 2])
        if z0 < near and z1 < near and z2 < near:
            continue
        ax, ay, bx, by, dx, dy = cam[a, 0], cam[a, 1], cam[b, 0], cam[b, 1], cam[c, 0], cam[c, 1]
        # The side that is seen: sign of the triple product of the corners.
        turn = ax * (by * z2 - z1 * dy) - ay * (bx * z2 - z1 * dx) + z0 * (bx * dy - by * dx)
        if flip:
            turn = -turn
        if turn <= 0.0:
            continue
        corners = 0
        if z0 >= near and z1 >= near and z2 >= near:
            polygon[0, 0], polygon[0, 1], polygon[0, 2] = ax, ay, z0
            polygon[1, 0], polygon[1, 1], polygon[1, 2] = bx, by, z1
            polygon[2, 0], polygon[2, 1], polygon[2, 2] = dx, dy, z2
            corners = 3
        else:
            for side in range(3):
                p = faces[face, side]
                q = faces[face, (side + 1) % 3]
                pz, qz = float(cam[p, 2]), float(cam[q, 2])
                if pz >= near:
                    polygon[corners, 0], polygon[corners, 1], polygon[corners, 2] = cam[p, 0], cam[p, 1], pz
                    corners += 1
                if (pz >= near) != (qz >= near):
                    part = (near - pz) / (qz - pz)
                    polygon[corners, 0] = cam[p, 0] + (cam[q, 0] - cam[p, 0]) * part
                    polygon[corners, 1] = cam[p, 1] + (cam[q, 1] - cam[p, 1]) * part
                    polygon[corners, 2] = near
                    corners += 1
        low_x = low_y = 1e30
        high_x = high_y = -1e30
        for corner in range(corners):
            inverse = 1.0 / polygon[corner, 2]
            x = cx + focal * polygon[corner, 0] * inverse
            y = cy - focal * polygon[corner, 1] * inverse
            polygon[corner, 0], polygon[corner, 1], polygon[corner, 2] = x, y, inverse
            low_x, high_x = min(low_x, x), max(high_x, x)
            low_y, high_y = min(low_y, y), max(high_y, y)
        if high_x < 0 or low_x > width or high_y < top or low_y > bottom:
            continue
        for corner in range(1, corners - 1):
            _fill(
                polygon[0, 0], polygon[0, 1], polygon[0, 2],
                polygon[corner, 0], polygon[corner, 1], polygon[corner, 2],
                polygon[corner + 1, 0], polygon[corner + 1, 1], polygon[corner + 1, 2],
                face + offset, depth, ids, True, top, bottom,
            )  # fmt: skip


@kernel
def parallel(points, faces, count, depth, ids):
    """Draw `count` faces of `points` (n, 3: column, row, height toward the light) as seen from a far light."""
    height, width = depth.shape
    for face in range(count):
        a, b, c = faces[face, 0], faces[face, 1], faces[face, 2]
        x0, y0, x1, y1, x2, y2 = points[a, 0], points[a, 1], points[b, 0], points[b, 1], points[c, 0], points[c, 1]
        if max(x0, max(x1, x2)) < 0 or min(x0, min(x1, x2)) > width:
            continue
        if max(y0, max(y1, y2)) < 0 or min(y0, min(y1, y2)) > height:
            continue
        _fill(
            float(x0), float(y0), float(points[a, 2]),
            float(x1), float(y1), float(points[b, 2]),
            float(x2), float(y2), float(points[c, 2]),
            face, depth, ids, False, 0, height,
        )  # fmt: skip
