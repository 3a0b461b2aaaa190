"""Which pixels need light of their own: coarse ones first, then only where neighbours differ; the rest lie between."""

from __future__ import annotations

import numpy as np

from studio.media.blocking_engine.compiled import kernel

MIXED = 9
AGREE = 0.035
OPEN = 0
CALLED = 1
DONE = 2


@kernel
def alike(face, other, near, far, faces, normals, colours):
    """Whether two samples see one smooth surface. Compiled into `shade` too: after a change save shade.py as well."""
    if face == other:
        return True
    if face < 0 or other < 0 or abs(near - far) > 0.03 * near:
        return False
    p, q = faces[face, 0], faces[other, 0]
    turned = normals[p, 0] * normals[q, 0] + normals[p, 1] * normals[q, 1] + normals[p, 2] * normals[q, 2]
    return turned > 0.85 and abs(colours[p, 0] - colours[q, 0]) + abs(colours[p, 2] - colours[q, 2]) < 0.02


@kernel
def edges(ids, depth, samples, faces, normals, colours, edge, todo, top, bottom, left, right):
    """Mark the pixels of a box whose samples see several surfaces, and call every fourth pixel of it for light."""
    for y in range(top, bottom):
        for x in range(left, right):
            todo[y, x] = CALLED if (x & 3) == 0 and (y & 3) == 0 else OPEN
            if samples == 1:
                edge[y, x] = 0
                continue
            row, column = 2 * y, 2 * x
            first = ids[row, column]
            second, third, fourth = ids[row, column + 1], ids[row + 1, column], ids[row + 1, column + 1]
            if first == second and first == third and first == fourth:
                edge[y, x] = 0
                continue
            near = depth[row, column]
            edge[y, x] = not (
                alike(first, second, near, depth[row, column + 1], faces, normals, colours)
                and alike(first, third, near, depth[row + 1, column], faces, normals, colours)
                and alike(first, fourth, near, depth[row + 1, column + 1], faces, normals, colours)
            )


@kernel
def stir(  # noqa: C901 - one pixel, asked all its questions
    ids,
    depth,
    samples,
    first,
    faces,
    normals,
    colours,
    kinds,
    edge,
    todo,
    spans,
    places,
    touched,
    top,
    bottom,
    left,
    right,
):
    """Open the pixels that show faces from number `first` on within the given box, or lie in a touched block.

    Returns the box (top, bottom, left, right; whole blocks of four, empty if bottom is 0) that holds them all; outside
    it nothing is open. spans, places and touched as `dirt` has them.
    """
    height, width = todo.shape
    low, high, near, far = height, 0, width, 0
    todo[:] = DONE
    for y in range(height):
        begin, end = spans[y, 0], spans[y, 1]
        within = top <= y < bottom
        if within:
            begin, end = min(begin, left), max(end, right)
        for x in range(begin, end):
            state = DONE
            if within and left <= x < right:
                row, column = samples * y, samples * x
                one = ids[row, column]
                own = one >= first
                if samples == 2:
                    second, third, fourth = ids[row, column + 1], ids[row + 1, column], ids[row + 1, column + 1]
                    own = own or second >= first or third >= first or fourth >= first
                    if own:
                        edge[y, x] = 0
                        if one != second or one != third or one != fourth:
                            away = depth[row, column]
                            edge[y, x] = not (
                                alike(one, second, away, depth[row, column + 1], faces, normals, colours)
                                and alike(one, third, away, depth[row + 1, column], faces, normals, colours)
                                and alike(one, fourth, away, depth[row + 1, column + 1], faces, normals, colours)
                            )
                if own:
                    state = OPEN
            if state == DONE:
                stirred = touched[places[y, x, 0]] | touched[places[y, x, 1]]
                if stirred == 0 and kinds[y, x] == MIXED and 0 < y < height - 1 and 0 < x < width - 1:
                    # It sees several surfaces: what its neighbours see is among them.
                    for v, u in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                        stirred |= touched[places[v, u, 0]] | touched[places[v, u, 1]]
                if stirred:
                    state = OPEN
            if state == OPEN:
                low, high, near, far = min(low, y), max(high, y + 1), min(near, x), max(far, x + 1)
                todo[y, x] = CALLED if (x & 3) == 0 and (y & 3) == 0 else OPEN
    return low // 4 * 4, min(height, (high + 3) // 4 * 4), near // 4 * 4, min(width, (far + 3) // 4 * 4)


@kernel
def _agree(out, kinds, y, x, v, u):
    """Whether two lit pixels are of one kind and so near in light that what lies between can be read off them."""
    kind = kinds[y, x]
    if kind != kinds[v, u] or kind == MIXED:
        return False
    if kind == 1 and abs(out[y, x, 3] - out[v, u, 3]) > 0.06 * out[y, x, 3]:
        return False
    for channel in range(3):
        one, other = out[y, x, channel], out[v, u, channel]
        if abs(one - other) > 0.01 + AGREE * (one + other):
            return False
    return True


@kernel
def _on_line(view, ground, y, x):
    """Whether a line of the metre grid passes within a pixel or so."""
    focal = view[4, 0]
    rx = (x + 0.5 - view[4, 1]) / focal
    ry = (view[4, 2] - y - 0.5) / focal
    wy = view[1, 1] * rx + view[2, 1] * ry + view[3, 1]
    if wy > -1e-6:
        return False
    forward = (ground[1] - view[0, 1]) / wy
    px = view[0, 0] + (view[1, 0] * rx + view[2, 0] * ry + view[3, 0]) * forward
    pz = view[0, 2] + (view[1, 2] * rx + view[2, 2] * ry + view[3, 2]) * forward
    # One pixel across the ground, longer the flatter it is seen.
    across = forward / focal * 1.2
    slant = across * min(8.0, 1.0 / max(0.02, -wy)) + 0.02
    return abs(px - np.floor(px + 0.5)) < slant or abs(pz - np.floor(pz + 0.5)) < slant


@kernel
def wake(kinds, kind, todo):
    """Open the pixels of one kind for new light; all others are done."""
    for y in range(todo.shape[0]):
        for x in range(todo.shape[1]):
            if kinds[y, x] != kind:
                todo[y, x] = DONE
            elif (x & 3) == 0 and (y & 3) == 0:
                todo[y, x] = CALLED
            else:
                todo[y, x] = OPEN


@kernel
def skies(  # noqa: C901 - one block, looked at from all sides
    out, kinds, edge, ids, samples, starry, todo, top, bottom, left, right
):
    """Blocks of four by four between lit corners: sky that agrees is filled in, all else gets every second pixel
    called.
    """
    height, width = out.shape[0], out.shape[1]
    for y in range(top, bottom, 4):
        for x in range(left, right, 4):
            waiting = False
            for v in range(y, min(height, y + 4)):
                for u in range(x, min(width, x + 4)):
                    waiting |= todo[v, u] == OPEN
            if not waiting:
                continue
            plain = False
            if y + 4 < height and x + 4 < width and kinds[y, x] == 0 and not starry:
                plain = (
                    _agree(out, kinds, y, x, y, x + 4)
                    and _agree(out, kinds, y, x, y + 4, x)
                    and _agree(out, kinds, y, x, y + 4, x + 4)
                    and _agree(out, kinds, y, x + 4, y + 4, x)
                )
                if plain:
                    for v in range(y, y + 4):
                        for u in range(x, x + 4):
                            if edge[v, u] or ids[v * samples, u * samples] >= 0:
                                plain = False
            if not plain:
                for v in range(y, min(height, y + 4), 2):
                    for u in range(x, min(width, x + 4), 2):
                        if todo[v, u] == OPEN:
                            todo[v, u] = CALLED
                continue
            for channel in range(4):
                a, b = out[y, x, channel], out[y, x + 4, channel]
                c, d = out[y + 4, x, channel], out[y + 4, x + 4, channel]
                for v in range(4):
                    start = a + (c - a) * v * 0.25
                    step = (b + (d - b) * v * 0.25 - start) * 0.25
                    for u in range(4):
                        out[y + v, x + u, channel] = start + step * u
            for v in range(y, y + 4):
                for u in range(x, x + 4):
                    kinds[v, u] = 0
                    todo[v, u] = DONE


@kernel
def between(  # noqa: C901 - one block, looked at from all sides
    out, kinds, edge, ids, depth, samples, faces, normals, colours, view, ground, todo, top, bottom, left, right
):
    """Blocks of two by two between lit corners: what lies between agreeing ones is filled in, all else called for
    light.
    """
    height, width = out.shape[0], out.shape[1]
    grid = ground[0] > 1.5
    for y in range(top, bottom, 2):
        for x in range(left, right, 2):
            last_row, last_column = y + 2 >= height, x + 2 >= width
            waiting = x + 1 < width and todo[y, x + 1] == OPEN
            if y + 1 < height:
                waiting |= todo[y + 1, x] == OPEN or (x + 1 < width and todo[y + 1, x + 1] == OPEN)
            if not waiting:
                continue
            across = not last_column and _agree(out, kinds, y, x, y, x + 2)
            down = not last_row and _agree(out, kinds, y, x, y + 2, x)
            middle = (
                across and down and _agree(out, kinds, y, x, y + 2, x + 2) and _agree(out, kinds, y, x + 2, y + 2, x)
            )
            face = ids[y * samples, x * samples]
            near = depth[y * samples, x * samples]
            for k in range(1, 4):
                v, u = y + (k >> 1), x + (k & 1)
                if v >= height or u >= width or todo[v, u] != OPEN:
                    continue
                todo[v, u] = CALLED
                if edge[v, u] or not (across if k == 1 else down if k == 2 else middle):
                    continue
                if not alike(
                    face, ids[v * samples, u * samples], near, depth[v * samples, u * samples], faces, normals, colours
                ):
                    continue
                if grid and kinds[y, x] == 2 and _on_line(view, ground, v, u):
                    continue
                far_v, far_u = y + 2 * (k >> 1), x + 2 * (k & 1)
                for channel in range(4):
                    out[v, u, channel] = 0.25 * (
                        out[y, x, channel]
                        + out[y, far_u, channel]
                        + out[far_v, x, channel]
                        + out[far_v, far_u, channel]
                    )
                kinds[v, u] = kinds[y, x]
                todo[v, u] = DONE
