"""What shading asks of sky, haze, shadow, relief and grid at one point.

Compiled into `shade`. The cache on disk goes by the kernel's own file: after a change in here save shade.py too.
"""

from __future__ import annotations

import numpy as np

from studio.media.blocking_engine.compiled import kernel

SKY = 96
RELIEF = 256


@kernel
def sky_at(dx, dy, dz, light, sky, disc):
    """Linear RGB of the sky in a unit direction, from its table; `disc` 1 adds the sun and stars, 0
    leaves a soft sky.
    """
    flat = np.sqrt(dx * dx + dz * dz) * light[12, 0] + 1e-6
    away = 0.5 - 0.5 * (dx * light[0, 0] + dz * light[0, 2]) / flat
    fu = np.sqrt(max(0.0, away)) * (SKY - 1.001)
    fv = np.sqrt(max(0.0, dy)) * (SKY - 1.001)
    iu, iv = min(np.uint32(fu), SKY - 2), min(np.uint32(fv), SKY - 2)
    au, av = fu - iu, fv - iv
    wa, wb, wc, wd = (1 - au) * (1 - av), au * (1 - av), (1 - au) * av, au * av
    r = sky[iv, iu, 0] * wa + sky[iv, iu + 1, 0] * wb + sky[iv + 1, iu, 0] * wc + sky[iv + 1, iu + 1, 0] * wd
    g = sky[iv, iu, 1] * wa + sky[iv, iu + 1, 1] * wb + sky[iv + 1, iu, 1] * wc + sky[iv + 1, iu + 1, 1] * wd
    b = sky[iv, iu, 2] * wa + sky[iv, iu + 1, 2] * wb + sky[iv + 1, iu, 2] * wc + sky[iv + 1, iu + 1, 2] * wd
    if disc > 0.0:
        toward = dx * light[0, 0] + dy * light[0, 1] + dz * light[0, 2]
        if toward > 0.985:
            halo = light[9, 1] * 0.5 * toward**600
            r += halo * light[6, 0]
            g += halo * light[6, 1]
            b += halo * light[6, 2]
            if light[9, 1] > 0.7:
                edge = min(1.0, max(0.0, (toward - 0.99945) / 0.00010))
                r += edge * 1.1
                g += edge * 0.85
                b += edge * 0.5
        if light[9, 2] > 0.3 and dy > 0.08:
            # Stars: one in a few cells of a grid on the sky, its place and brightness from the cell's number.
            u, v = dx / (dy + 0.6) * 90.0, dz / (dy + 0.6) * 90.0
            nu, nv = np.floor(u), np.floor(v)
            seed = np.sin(nu * 127.1 + nv * 311.7) * 43758.5453
            seed -= np.floor(seed)
            if seed > 0.93:
                ox, oy = u - nu - 0.5, v - nv - 0.5
                spot = max(0.0, 1.0 - (ox * ox + oy * oy) * 40.0)
                star = spot * (seed - 0.93) * 9.0 * light[9, 2] * min(1.0, (dy - 0.08) * 4.0)
                r += star
                g += star
                b += star
    return r, g, b


@kernel
def haze_at(dx, dz, light, sky):
    """Linear RGB that distance fades to: the lowest row of the sky."""
    flat = np.sqrt(dx * dx + dz * dz) * light[12, 0] + 1e-6
    fu = np.sqrt(max(0.0, 0.5 - 0.5 * (dx * light[0, 0] + dz * light[0, 2]) / flat)) * (SKY - 1.001)
    iu = min(np.uint32(fu), SKY - 2)
    au = fu - iu
    return (
        sky[0, iu, 0] + (sky[0, iu + 1, 0] - sky[0, iu, 0]) * au,
        sky[0, iu, 1] + (sky[0, iu + 1, 1] - sky[0, iu, 1]) * au,
        sky[0, iu, 2] + (sky[0, iu + 1, 2] - sky[0, iu, 2]) * au,
    )


@kernel
def reaches(  # noqa: C901 - taps unrolled
    shadow, frame, px, py, pz, nx, ny, nz, spread
):
    """How much of the light reaches a point (0–1), or −1 outside the map. frame (3, 4) turns metres into texels."""
    size = shadow.shape[0]
    # Lifted off the surface by as much as the widest tap could sink into it, more the flatter the light falls.
    flat = nx * frame[2, 0] + ny * frame[2, 1] + nz * frame[2, 2]
    lift = frame[3, 0] * (0.8 + 1.7 * spread) * np.sqrt(max(0.02, 1.0 - flat * flat))
    px += nx * lift
    py += ny * lift
    pz += nz * lift
    u = frame[0, 0] * px + frame[0, 1] * py + frame[0, 2] * pz + frame[0, 3]
    v = frame[1, 0] * px + frame[1, 1] * py + frame[1, 2] * pz + frame[1, 3]
    margin = 3.0 + 1.5 * spread
    if u < margin or v < margin or u > size - margin - 1 or v > size - margin - 1:
        return -1.0
    depth = frame[2, 0] * px + frame[2, 1] * py + frame[2, 2] * pz + frame[2, 3] + frame[3, 1]
    # Four far taps first: where they agree the rest would too.
    reach = 1.5 * spread
    lit = 0
    for k in range(4):
        ou = reach if k % 2 == 0 else -reach
        ov = reach if k < 2 else -reach
        if shadow[int(v + ov), int(u + ou)] <= depth:
            lit += 1
    if lit == 4 and shadow[int(v), int(u)] <= depth:
        return 1.0
    if lit == 0 and shadow[int(v), int(u)] > depth:
        return 0.0
    total = 0.0
    for row in range(-1, 2):
        for column in range(-1, 2):
            fu = u - 0.5 + column * spread
            fv = v - 0.5 + row * spread
            iu, iv = np.uint32(fu), np.uint32(fv)
            au, av = fu - iu, fv - iv
            part = 0.0
            if shadow[iv, iu] <= depth:
                part += (1 - au) * (1 - av)
            if shadow[iv, iu + 1] <= depth:
                part += au * (1 - av)
            if shadow[iv + 1, iu] <= depth:
                part += (1 - au) * av
            if shadow[iv + 1, iu + 1] <= depth:
                part += au * av
            total += part * (2 - abs(row)) * (2 - abs(column))
    return total / 16.0


@kernel
def ripple(texture, u, v):
    """Two slopes of the tileable relief (RELIEF, RELIEF, 2) at u, v in tiles."""
    fu = (u - np.floor(u)) * RELIEF
    fv = (v - np.floor(v)) * RELIEF
    iu, iv = np.uint32(fu), np.uint32(fv)
    au, av = fu - iu, fv - iv
    iu &= np.uint32(RELIEF - 1)
    iv &= np.uint32(RELIEF - 1)
    ju, jv = (iu + np.uint32(1)) & np.uint32(RELIEF - 1), (iv + np.uint32(1)) & np.uint32(RELIEF - 1)
    wa, wb, wc, wd = (1 - au) * (1 - av), au * (1 - av), (1 - au) * av, au * av
    x = texture[iv, iu, 0] * wa + texture[iv, ju, 0] * wb + texture[jv, iu, 0] * wc + texture[jv, ju, 0] * wd
    y = texture[iv, iu, 1] * wa + texture[iv, ju, 1] * wb + texture[jv, iu, 1] * wc + texture[jv, ju, 1] * wd
    return x, y


@kernel
def line_cover(value, every, width, footprint):
    """Coverage 0–1 of grid lines `width` wide at every multiple of `every`, filtered by the pixel's footprint."""
    away = abs(value / every - np.floor(value / every + 0.5)) * every
    half = 0.5 * max(width, footprint)
    return min(1.0, max(0.0, (half + 0.5 * footprint - away) / footprint)) * width / max(width, footprint)
