"""Water: waves, the sky and the set in them, and the sun on them, for every pixel of it.

A camera that stands still notes once what each of its pixels of water sees; then only the waves are new.
`shade` knows the same waves, for pixels that see an edge: the two must be changed together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.compiled import kernel, step
from studio.media.blocking_engine.shade_parts import RELIEF, SKY, haze_at

Floats = NDArray[np.float32]
FAR = 1e6
WATER = 3
DONE = 2
_NOTES = 12


def survey(kinds: NDArray[np.uint8], view: Floats, level: float, light: Floats, sky: Floats) -> Floats:
    """(n, 12) notes on the pixels of water: column, row, stage x, z, distance, direction (3), air 0–1, haze (3)."""
    rows, columns = np.nonzero(kinds == WATER)
    notes = np.empty((len(rows), _NOTES), np.float32)
    notes[:, 0], notes[:, 1] = columns, rows
    _note(notes, view, level, light, sky)
    return notes


@kernel
def _note(notes, view, level, light, sky):
    focal, cx, cy = view[4, 0], view[4, 1], view[4, 2]
    for index in range(len(notes)):
        rx, ry = (notes[index, 0] + 0.5 - cx) / focal, (cy - notes[index, 1] - 0.5) / focal
        wx = view[1, 0] * rx + view[2, 0] * ry + view[3, 0]
        wy = view[1, 1] * rx + view[2, 1] * ry + view[3, 1]
        wz = view[1, 2] * rx + view[2, 2] * ry + view[3, 2]
        length = np.sqrt(wx * wx + wy * wy + wz * wz)
        dx, dy, dz = wx / length, wy / length, wz / length
        along = (level - view[0, 1]) / dy
        clear = np.exp(-light[9, 0] * along)
        r, g, b = haze_at(dx, dz, light, sky)
        notes[index, 2], notes[index, 3], notes[index, 4] = view[0, 0] + dx * along, view[0, 2] + dz * along, along
        notes[index, 5], notes[index, 6], notes[index, 7], notes[index, 8] = dx, dy, dz, clear
        notes[index, 9], notes[index, 10], notes[index, 11] = r * (1 - clear), g * (1 - clear), b * (1 - clear)


@step
def _ripple(texture, u, v):
    """As in shade_parts, in single precision."""
    size = np.float32(RELIEF)
    fu, fv = (u - np.floor(u)) * size, (v - np.floor(v)) * size
    iu, iv = np.int32(fu), np.int32(fv)
    au, av = fu - np.float32(iu), fv - np.float32(iv)
    iu, iv = iu & np.int32(RELIEF - 1), iv & np.int32(RELIEF - 1)
    ju, jv = (iu + np.int32(1)) & np.int32(RELIEF - 1), (iv + np.int32(1)) & np.int32(RELIEF - 1)
    low_x = texture[iv, iu, 0] + (texture[iv, ju, 0] - texture[iv, iu, 0]) * au
    low_y = texture[iv, iu, 1] + (texture[iv, ju, 1] - texture[iv, iu, 1]) * au
    high_x = texture[jv, iu, 0] + (texture[jv, ju, 0] - texture[jv, iu, 0]) * au
    high_y = texture[jv, iu, 1] + (texture[jv, ju, 1] - texture[jv, iu, 1]) * au
    return low_x + (high_x - low_x) * av, low_y + (high_y - low_y) * av


@step
def _sky(sky, flat_sun_x, flat_sun_z, mx, my, mz):
    """As in shade_parts, without sun and stars, in single precision."""
    none, half, steps = np.float32(0), np.float32(0.5), np.float32(SKY - 1.001)
    flat = np.sqrt(mx * mx + mz * mz) + np.float32(1e-6)
    fu = np.sqrt(max(none, half - half * (mx * flat_sun_x + mz * flat_sun_z) / flat)) * steps
    fv = np.sqrt(max(none, my)) * steps
    iu, iv = min(np.int32(fu), np.int32(SKY - 2)), min(np.int32(fv), np.int32(SKY - 2))
    au, av = fu - np.float32(iu), fv - np.float32(iv)
    high = av
    low = np.float32(1) - av
    left = np.float32(1) - au
    wa, wb, wc, wd = left * low, au * low, left * high, au * high
    near, far = sky[iv], sky[iv + 1]
    r = near[iu, 0] * wa + near[iu + 1, 0] * wb + far[iu, 0] * wc + far[iu + 1, 0] * wd
    g = near[iu, 1] * wa + near[iu + 1, 1] * wb + far[iu, 1] * wc + far[iu + 1, 1] * wd
    b = near[iu, 2] * wa + near[iu + 1, 2] * wb + far[iu, 2] * wc + far[iu + 1, 2] * wd
    return r, g, b


def weather_of(view: Floats, light: Floats) -> Floats:
    """(11,) what all pixels of water share: drift of the waves, colour of the deep, way to the sun, its strength."""
    seconds = float(view[5, 0])
    drift = (0.035 * seconds, 0.05 * seconds, -0.06 * seconds, 0.08 * seconds, 0.02 * seconds)
    deep = (0.30, 0.34, 0.38) * light[3] * (0.55, 0.58, 0.62) + (0.05, 0.06, 0.07) * light[7] * (0.55, 0.58, 0.62)
    flat = max(1e-6, float(np.hypot(light[0, 0], light[0, 2])))
    return np.array([*drift, *deep, light[0, 0] / flat, light[0, 2] / flat, light[9, 1] * 1.4], np.float32)


@step
def _water(px, pz, along, dx, dy, dz, column, row, height, width, shared, view, light, sky, texture, mirror):
    """Linear RGB of one point of water, before the air."""
    one, half, none = np.float32(1), np.float32(0.5), np.float32(0)
    ninth, third, slow = np.float32(1 / 9.0), np.float32(1 / 3.1), np.float32(1 / 27.0)
    calm = one / (one + along * np.float32(0.02))
    a0, a1 = _ripple(texture, px * ninth + shared[0], pz * ninth + shared[1])
    b0, b1 = _ripple(texture, px * third + shared[2], pz * third + shared[3])
    c0, c1 = _ripple(texture, px * slow, pz * slow + shared[4])
    rough = np.float32(0.35) + np.float32(0.65) * calm
    fine = np.float32(0.05) * calm
    nx = (np.float32(0.075) * a0 + fine * b0 + np.float32(0.06) * c0) * rough
    nz = (np.float32(0.075) * a1 + fine * b1 + np.float32(0.06) * c1) * rough
    ny = one / np.sqrt(one + nx * nx + nz * nz)
    nx, nz = nx * ny, nz * ny
    facing = max(none, -(dx * nx + dy * ny + dz * nz))
    twice = facing + facing
    mx, my, mz = dx + twice * nx, abs(dy + twice * ny), dz + twice * nz
    r, g, b = _sky(sky, shared[8], shared[9], mx, my, mz)
    mirror_h, mirror_w = mirror.shape[0], mirror.shape[1]
    if mirror_h > 1:
        # A picture 360 high shifts by whole pixels; others in proportion.
        per_row = np.float32(900) / (np.float32(4) + along) * (np.float32(height) * np.float32(1 / 360.0))
        tilt_x = nx * view[1, 0] + nz * view[1, 2]
        tilt_z = nx * view[3, 0] + nz * view[3, 2]
        u = (column + half + tilt_x * per_row * half) * (np.float32(mirror_w) / np.float32(width)) - half
        v = (row + half + tilt_z * per_row) * (np.float32(mirror_h) / np.float32(height)) - half
        iu = min(mirror_w - 2, max(0, np.int32(u)))
        iv = min(mirror_h - 2, max(0, np.int32(v)))
        au, av = min(one, max(none, u - np.float32(iu))), min(one, max(none, v - np.float32(iv)))
        sum_r = sum_g = sum_b = seen = none
        for corner in range(4):
            ju, jv = iu + (corner & 1), iv + (corner >> 1)
            if mirror[jv, ju, 3] < np.float32(FAR * 0.5):
                part = (au if corner & 1 else one - au) * (av if corner >> 1 else one - av)
                sum_r += mirror[jv, ju, 0] * part
                sum_g += mirror[jv, ju, 1] * part
                sum_b += mirror[jv, ju, 2] * part
                seen += part
        r, g, b = r + sum_r - r * seen, g + sum_g - g * seen, b + sum_b - b * seen
    away = one - min(one, facing)
    square = away * away
    share = np.float32(0.06) + np.float32(0.80) * square * square * away
    r = shared[5] + (r - shared[5]) * share
    g = shared[6] + (g - shared[6]) * share
    b = shared[7] + (b - shared[7]) * share
    spark = mx * light[0, 0] + my * light[0, 1] + mz * light[0, 2]
    if spark > np.float32(0.94):
        # What is left out below is under 0.00002.
        glint = spark ** np.float32(180) * shared[10] * share
        r, g, b = r + glint * light[1, 0], g + glint * light[1, 1], b + glint * light[1, 2]
    return r, g, b


@step
def _beside(notes, index):
    """Whether a noted pixel and the next one are neighbours in a row."""
    return notes[index, 1] == notes[index + 1, 1] and notes[index, 0] + np.float32(1) == notes[index + 1, 0]


@step
def _near(one, other):
    """Whether two values of light are so close that their middle will do."""
    return abs(one - other) < np.float32(0.008) + np.float32(0.03) * (one + other)


@kernel
def waves(out, notes, shared, view, light, sky, texture, mirror):
    """Light the noted pixels of out (h, w, 4) anew: every second one of a row, and those between where they differ."""
    height, width = out.shape[0], out.shape[1]
    count = len(notes)
    for turn in range(2):
        for index in range(count):
            column = notes[index, 0]
            x, y = int(column), int(notes[index, 1])
            if (x & 1) != turn:
                continue
            if turn == 1 and 0 < index < count - 1 and _beside(notes, index - 1) and _beside(notes, index):
                r, g, b = out[y, x - 1, 0], out[y, x - 1, 1], out[y, x - 1, 2]
                u, v, w = out[y, x + 1, 0], out[y, x + 1, 1], out[y, x + 1, 2]
                if _near(r, u) and _near(g, v) and _near(b, w):
                    out[y, x, 0], out[y, x, 1] = np.float32(0.5) * (r + u), np.float32(0.5) * (g + v)
                    out[y, x, 2] = np.float32(0.5) * (b + w)
                    continue
            clear = notes[index, 8]
            r, g, b = _water(
                notes[index, 2], notes[index, 3], notes[index, 4], notes[index, 5], notes[index, 6], notes[index, 7],
                column, notes[index, 1], height, width, shared, view, light, sky, texture, mirror,
            )  # fmt: skip
            out[y, x, 0] = notes[index, 9] + r * clear
            out[y, x, 1] = notes[index, 10] + g * clear
            out[y, x, 2] = notes[index, 11] + b * clear


@kernel
def sea(
    out, ids, depth, samples, level, shared, view, light, sky, texture, mirror, kinds, edge, todo,
    top, bottom, left, right,
):  # fmt: skip
    """Light what is water and not yet done in a box of out (h, w, 4), but for pixels that see an edge."""
    height, width = out.shape[0], out.shape[1]
    focal, cx, cy, rise = view[4, 0], view[4, 1], view[4, 2], np.float32(level) - view[0, 1]
    half, one = np.float32(0.5), np.float32(1)
    for y in range(top, bottom):
        ry = (cy - np.float32(y) - half) / focal
        for place in range(2 * (right - left)):
            # Every second pixel of the row first, then those between.
            between = place >= right - left
            x = left + place - (right - left) if between else left + place
            if (x & 1) != between or todo[y, x] == DONE or edge[y, x]:
                continue
            rx = (np.float32(x) + half - cx) / focal
            wy = view[1, 1] * rx + view[2, 1] * ry + view[3, 1]
            if rise >= 0 or wy >= np.float32(-1e-5):
                continue
            forward = rise / wy
            if ids[y * samples, x * samples] >= 0 and depth[y * samples, x * samples] * forward > one:
                continue
            kinds[y, x] = WATER
            todo[y, x] = DONE
            wx = view[1, 0] * rx + view[2, 0] * ry + view[3, 0]
            wz = view[1, 2] * rx + view[2, 2] * ry + view[3, 2]
            length = np.sqrt(wx * wx + wy * wy + wz * wz)
            scale, along = one / length, forward * length
            out[y, x, 3] = along
            if between and left < x < right - 1 and kinds[y, x - 1] == WATER and kinds[y, x + 1] == WATER:
                r, g, b = out[y, x - 1, 0], out[y, x - 1, 1], out[y, x - 1, 2]
                u, v, w = out[y, x + 1, 0], out[y, x + 1, 1], out[y, x + 1, 2]
                sure = todo[y, x - 1] == DONE and todo[y, x + 1] == DONE
                if sure and _near(r, u) and _near(g, v) and _near(b, w):
                    out[y, x, 0], out[y, x, 1], out[y, x, 2] = half * (r + u), half * (g + v), half * (b + w)
                    continue
            dx, dy, dz = wx * scale, wy * scale, wz * scale
            r, g, b = _water(
                view[0, 0] + dx * along, view[0, 2] + dz * along, along, dx, dy, dz,
                np.float32(x), np.float32(y), height, width, shared, view, light, sky, texture, mirror,
            )  # fmt: skip
            clear = np.exp(-light[9, 0] * along)
            hr, hg, hb = haze_at(dx, dz, light, sky)
            out[y, x, 0] = hr + (r - hr) * clear
            out[y, x, 1] = hg + (g - hg) * clear
            out[y, x, 2] = hb + (b - hb) * clear
