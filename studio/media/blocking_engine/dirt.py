"""Which part of a picture those who act have changed: by their own pixels, and by the shadow-map blocks they touch.

A map is looked at as GRID × GRID blocks. `touched` is one flat row of bytes for several maps, GRID² for each from its
`offset` on; its last place, NOWHERE, is never touched.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.compiled import kernel

GRID = 128
NOWHERE = 65535
Bytes = NDArray[np.uint8]


def untouched() -> Bytes:
    """Marks for up to three maps, none set."""
    return np.zeros(NOWHERE + 1, np.uint8)


@kernel
def touch(points, faces, size, margin, touched, offset):
    """Mark the blocks of a map of `size` within `margin` texels of the faces of `points` (n, 3: column, row, −)."""
    scale, end = np.float32(GRID / size), np.float32(size - 1)
    none, margin = np.float32(0), np.float32(margin)
    done_left = done_top = 1
    done_right = done_bottom = 0
    for face in range(len(faces)):
        a, b, c = faces[face, 0], faces[face, 1], faces[face, 2]
        x0, x1, x2 = points[a, 0], points[b, 0], points[c, 0]
        y0, y1, y2 = points[a, 1], points[b, 1], points[c, 1]
        left, right = min(x0, min(x1, x2)) - margin, max(x0, max(x1, x2)) + margin
        top, bottom = min(y0, min(y1, y2)) - margin, max(y0, max(y1, y2)) + margin
        if right < 0 or bottom < 0 or left >= size or top >= size:
            continue
        first, last = int(max(left, none) * scale), int(min(right, end) * scale)
        upper, lower = int(max(top, none) * scale), int(min(bottom, end) * scale)
        # Most faces lie where the one before them does.
        if first >= done_left and last <= done_right and upper >= done_top and lower <= done_bottom:
            continue
        done_left, done_right, done_top, done_bottom = first, last, upper, lower
        for row in range(upper, lower + 1):
            for column in range(first, last + 1):
                touched[offset + row * GRID + column] = 1


@kernel
def restore(depth, base, touched, offset):
    """Copy the marked blocks of `base` into `depth` (both (n, n)) and take the marks away."""
    size = depth.shape[0]
    for row in range(GRID):
        top, bottom = row * size // GRID, -((-(row + 1) * size) // GRID)
        for column in range(GRID):
            place = offset + row * GRID + column
            if touched[place] == 0:
                continue
            touched[place] = 0
            left, right = column * size // GRID, -((-(column + 1) * size) // GRID)
            for y in range(top, bottom):
                for x in range(left, right):
                    depth[y, x] = base[y, x]


@kernel
def _block(frame, size, px, py, pz, offset):
    """The place in `touched` of a stage point, or NOWHERE outside the map."""
    u = frame[0, 0] * px + frame[0, 1] * py + frame[0, 2] * pz + frame[0, 3]
    v = frame[1, 0] * px + frame[1, 1] * py + frame[1, 2] * pz + frame[1, 3]
    if u < 0 or v < 0 or u >= size or v >= size:
        return NOWHERE
    return offset + int(v * GRID / size) * GRID + int(u * GRID / size)


@kernel
def blocks_of(out, kinds, view, near_size, near_frame, far_size, far_frame, top_size, top_frame, places, spans):
    """places (h, w, 2): the blocks that decide the key and the sky's light of each pixel of a lit picture; spans
    (h, 2): from which column to which there are any.

    Sky and water are in nobody's shadow. view as the shading takes it.
    """
    focal, cx, cy = view[4, 0], view[4, 1], view[4, 2]
    for y in range(out.shape[0]):
        spans[y, 0], spans[y, 1] = out.shape[1], 0
        for x in range(out.shape[1]):
            places[y, x, 0] = places[y, x, 1] = NOWHERE
            if kinds[y, x] == 0 or kinds[y, x] == 3:
                continue
            spans[y, 0], spans[y, 1] = min(spans[y, 0], x), x + 1
            rx, ry = (x + 0.5 - cx) / focal, (cy - y - 0.5) / focal
            along = out[y, x, 3] / np.sqrt(1.0 + rx * rx + ry * ry)
            px = view[0, 0] + (view[1, 0] * rx + view[2, 0] * ry + view[3, 0]) * along
            py = view[0, 1] + (view[1, 1] * rx + view[2, 1] * ry + view[3, 1]) * along
            pz = view[0, 2] + (view[1, 2] * rx + view[2, 2] * ry + view[3, 2]) * along
            place = _block(near_frame, near_size, px, py, pz, 0)
            row, column = place // GRID, place % GRID
            # Near its border a map is not asked.
            if place == NOWHERE or row < 2 or column < 2 or row > GRID - 3 or column > GRID - 3:
                place = _block(far_frame, far_size, px, py, pz, GRID * GRID)
            places[y, x, 0] = place
            if top_size > 1:
                places[y, x, 1] = _block(top_frame, top_size, px, py, pz, 2 * GRID * GRID)
