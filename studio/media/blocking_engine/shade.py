"""Light on every pixel: key with soft shadow, sky and ground fill, lamps, rim, haze, water, ground and sky in one
pass.
"""

from __future__ import annotations

import numpy as np

from studio.media.blocking_engine.compiled import kernel
from studio.media.blocking_engine.shade_parts import haze_at, line_cover, reaches, ripple, sky_at
from studio.media.blocking_engine.sparse import alike

FAR = 1e6
MIXED = 9
CALLED = 1
DONE = 2
GROUND = 2
WATER = 3


# One pass over a pixel: a call per step would cost more than the step.
@kernel
def shade(  # noqa: C901, PLR0915
    out, ids, depth, samples, cam, faces, normals, colours, glow,
    view, light, sky, lamps, near_map, near_frame, far_map, far_frame, top_map, top_frame,
    ground, ground_colour, texture, mirror, occlusion, kinds, edge, todo, mirrored,
    top, bottom, first_column, last_column,
):  # fmt: skip
    """Fill rows top–bottom of out (h, w, 4: linear RGB and distance in metres) from the z-buffer.

    view rows: position; right; up; forward; (focal px, cx, cy); (seconds, −, −). ground: (kind 0 none 1 plain 2
    grid, level,
    has water, water level, fade). `mirrored` draws what water and wet ground reflect: no ground, nothing below the
    level.
    """
    height, width = out.shape[0], out.shape[1]
    ox, oy, oz = view[0, 0], view[0, 1], view[0, 2]
    focal, cx, cy = view[4, 0], view[4, 1], view[4, 2]
    seconds = view[5, 0]
    kind = ground[0]
    level = ground[1]
    water = ground[2] > 0.5
    surface = ground[3]
    density = light[9, 0]
    softness = light[10, 0]
    exposure = light[10, 2]
    wet = light[11, 0]
    has_mirror = mirror.shape[0] > 1
    has_occlusion = occlusion.shape[0] > 1
    told = np.empty((4, 4))
    told_face = np.empty(4, np.int64)
    for y in range(top, bottom):
        for x in range(first_column, last_column):
            if todo[y, x] != CALLED:
                continue
            todo[y, x] = DONE
            first = ids[y * samples, x * samples]
            if mirrored and first < 0:
                out[y, x, 0] = out[y, x, 1] = out[y, x, 2] = 0.0
                out[y, x, 3] = FAR
                kinds[y, x] = 0
                continue
            mixed = samples > 1 and edge[y, x] != 0
            count = samples * samples if mixed else 1
            sum_r = sum_g = sum_b = sum_w = 0.0
            nearest = FAR
            last = 0
            alone = True
            for k in range(count):
                sx, sy = x + 0.5, y + 0.5
                face = first
                if mixed:
                    row, column = y * samples + (k >> 1), x * samples + (k & 1)
                    face = ids[row, column]
                    told_face[k] = face
                    match = -1
                    for j in range(k):
                        other = told_face[j]
                        if match < 0 and (face == other or alike(
                            face, other, depth[row, column], depth[y * samples + (j >> 1), x * samples + (j & 1)],
                            faces, normals, colours,
                        )):  # fmt: skip
                            match = j
                    if match >= 0:
                        # One light will do for two samples of one surface.
                        for channel in range(4):
                            told[k, channel] = told[match, channel]
                        sum_r += told[k, 0]
                        sum_g += told[k, 1]
                        sum_b += told[k, 2]
                        sum_w += told[k, 3]
                        continue
                    sx = x + 0.25 + 0.5 * (k & 1)
                    sy = y + 0.25 + 0.5 * (k >> 1)
                # The ray, with forward part 1 in camera space and in stage space.
                rx = (sx - cx) / focal
                ry = (cy - sy) / focal
                wx = view[1, 0] * rx + view[2, 0] * ry + view[3, 0]
                wy = view[1, 1] * rx + view[2, 1] * ry + view[3, 1]
                wz = view[1, 2] * rx + view[2, 2] * ry + view[3, 2]
                length = np.sqrt(wx * wx + wy * wy + wz * wz)
                dx, dy, dz = wx / length, wy / length, wz / length
                what = 0  # 0 sky, 1 mesh, 2 ground, 3 water
                along = FAR
                nx, ny, nz = 0.0, 1.0, 0.0
                cr = cg = cb = 0.0
                shine = 0.0
                if face >= 0:
                    a, b, c = faces[face, 0], faces[face, 1], faces[face, 2]
                    ax, ay, az = cam[a, 0], cam[a, 1], cam[a, 2]
                    bx, by, bz = cam[b, 0], cam[b, 1], cam[b, 2]
                    ex, ey, ez = cam[c, 0], cam[c, 1], cam[c, 2]
                    wa = rx * (by * ez - bz * ey) + ry * (bz * ex - bx * ez) + (bx * ey - by * ex)
                    wb = rx * (ey * az - ez * ay) + ry * (ez * ax - ex * az) + (ex * ay - ey * ax)
                    wc = rx * (ay * bz - az * by) + ry * (az * bx - ax * bz) + (ax * by - ay * bx)
                    total = wa + wb + wc
                    if total == 0.0:
                        total = 1e-9
                    wa, wb, wc = wa / total, wb / total, wc / total
                    if not mixed:
                        # The pixel's middle may lie just outside the face that its first sample saw.
                        wa = min(1.3, max(-0.3, wa))
                        wb = min(1.3, max(-0.3, wb))
                        wc = 1.0 - wa - wb
                    forward = wa * az + wb * bz + wc * ez
                    along = forward * length
                    nx = wa * normals[a, 0] + wb * normals[b, 0] + wc * normals[c, 0]
                    ny = wa * normals[a, 1] + wb * normals[b, 1] + wc * normals[c, 1]
                    nz = wa * normals[a, 2] + wb * normals[b, 2] + wc * normals[c, 2]
                    size = 1.0 / (np.sqrt(nx * nx + ny * ny + nz * nz) + 1e-9)
                    nx, ny, nz = nx * size, ny * size, nz * size
                    cr = wa * colours[a, 0] + wb * colours[b, 0] + wc * colours[c, 0]
                    cg = wa * colours[a, 1] + wb * colours[b, 1] + wc * colours[c, 1]
                    cb = wa * colours[a, 2] + wb * colours[b, 2] + wc * colours[c, 2]
                    shine = wa * glow[a] + wb * glow[b] + wc * glow[c]
                    what = 1
                floor = surface if water and kind < 0.5 else level
                if mirrored:
                    # dy is of the mirrored camera, which looks up from below the surface.
                    if what == 1 and oy + dy * along < floor - 0.02:
                        what = 0
                        along = FAR
                elif dy < -1e-5 and oy > floor and (kind > 0.5 or water):
                    hit = (floor - oy) / dy
                    if hit < along:
                        along = hit
                        what = 3 if kind < 0.5 else 2
                        shine = 0.0
                        nx, ny, nz = 0.0, 1.0, 0.0
                px, py, pz = ox + dx * along, oy + dy * along, oz + dz * along
                if what == 0:
                    r, g, b_ = sky_at(dx, dy, dz, light, sky, 0.0 if mirrored else 1.0)
                    along = FAR
                else:
                    if what == 2:
                        cr, cg, cb = ground_colour[0], ground_colour[1], ground_colour[2]
                        # Clay is never quite even.
                        m0, m1 = ripple(texture, px / 13.0, pz / 13.0)
                        m2, m3 = ripple(texture, px / 2.9 + 0.3, pz / 2.9)
                        tone = 1.0 + (0.05 * (m0 + m1) + 0.03 * (m2 + m3)) / (1.0 + along * 0.03)
                        if light[11, 1] > 0.0:
                            cr += (0.72 - cr) * light[11, 1]
                            cg += (0.75 - cg) * light[11, 1]
                            cb += (0.80 - cb) * light[11, 1]
                            nx, nz = m0 * 0.12, m1 * 0.12
                        cr, cg, cb = cr * tone, cg * tone, cb * tone
                        if kind > 1.5:
                            # How far one pixel reaches on the ground, along both axes.
                            tx = along / focal * length / length
                            ux, uy, uz = view[1, 0], view[1, 1], view[1, 2]
                            vx, vy, vz = view[2, 0], view[2, 1], view[2, 2]
                            foot_x = (abs(ux - dx * uy / dy) + abs(vx - dx * vy / dy)) * tx / length + 1e-4
                            foot_z = (abs(uz - dz * uy / dy) + abs(vz - dz * vy / dy)) * tx / length + 1e-4
                            fine = max(line_cover(px, 1.0, 0.016, foot_x), line_cover(pz, 1.0, 0.016, foot_z))
                            strong = max(line_cover(px, 5.0, 0.034, foot_x), line_cover(pz, 5.0, 0.034, foot_z))
                            fade = np.exp(-along * along / (ground[4] * ground[4]))
                            lines = min(1.0, 0.30 * fine + 0.45 * strong) * fade * (1.0 - light[11, 1])
                            cr += (0.85 - cr) * lines
                            cg += (0.85 - cg) * lines
                            cb += (0.85 - cb) * lines
                    if what == 3 or (what == 2 and wet > 0.0):
                        calm = 1.0 / (1.0 + along * 0.02)
                        if what == 3:
                            a0, a1 = ripple(texture, px / 9.0 + seconds * 0.035, pz / 9.0 + seconds * 0.05)
                            b0, b1 = ripple(texture, px / 3.1 - seconds * 0.06, pz / 3.1 + seconds * 0.08)
                            c0, c1 = ripple(texture, px / 27.0, pz / 27.0 + seconds * 0.02)
                            nx = (0.075 * a0 + 0.05 * b0 * calm + 0.06 * c0) * (0.35 + 0.65 * calm)
                            nz = (0.075 * a1 + 0.05 * b1 * calm + 0.06 * c1) * (0.35 + 0.65 * calm)
                        else:
                            a0, a1 = ripple(texture, px / 1.7, pz / 1.7)
                            b0, b1 = ripple(texture, px / 0.9 + seconds * 0.4, pz / 0.9 - seconds * 0.3)
                            nx = (0.022 * a0 + 0.018 * b0) * calm
                            nz = (0.060 * a1 + 0.040 * b1) * calm
                        size = 1.0 / np.sqrt(1.0 + nx * nx + nz * nz)
                        nx, ny, nz = nx * size, size, nz * size
                    facing = -(dx * nx + dy * ny + dz * nz)
                    if facing < 0.0:
                        facing = 0.0
                    toward = nx * light[0, 0] + ny * light[0, 1] + nz * light[0, 2]
                    wrap = 0.12 + 0.10 * min(softness - 1.0, 2.0)
                    key = (toward + wrap) / (1.0 + wrap)
                    if key > 0.0 and what != 3:
                        lit = reaches(near_map, near_frame, px, py, pz, nx, ny, nz, softness)
                        if lit < 0.0:
                            lit = reaches(far_map, far_frame, px, py, pz, nx, ny, nz, softness)
                        if lit >= 0.0:
                            key *= lit
                    else:
                        key = 0.0
                    # Sky above, ground below; what stands over a point keeps the sky from it.
                    up = 0.5 + 0.5 * ny
                    open_ = -1.0
                    if what != 3:
                        open_ = reaches(top_map, top_frame, px, py, pz, nx, ny, nz, 2.2)
                    if open_ < 0.0:
                        open_ = 1.0
                    open_ = 0.45 + 0.55 * open_ if ny > -0.2 else 1.0
                    if has_occlusion:
                        open_ *= occlusion[y, x]
                    fr = light[8, 0] + (light[7, 0] - light[8, 0]) * up
                    fg = light[8, 1] + (light[7, 1] - light[8, 1]) * up
                    fb = light[8, 2] + (light[7, 2] - light[8, 2]) * up
                    lr = light[1, 0] * key + fr * open_
                    lg = light[1, 1] * key + fg * open_
                    lb = light[1, 2] * key + fb * open_
                    for index in range(lamps.shape[0] if what != 3 else 0):
                        vx = lamps[index, 0] - px
                        vy = lamps[index, 1] - py
                        vz = lamps[index, 2] - pz
                        square = vx * vx + vy * vy + vz * vz
                        reach = lamps[index, 6]
                        if square < reach * reach:
                            away = np.sqrt(square) + 1e-4
                            side = ((vx * nx + vy * ny + vz * nz) / away + 0.25) / 1.25
                            if side > 0.0:
                                near = 1.0 - square / (reach * reach)
                                part = (
                                    side
                                    * near
                                    * near
                                    / (0.35 + 2.2 * square / reach)
                                    * light[10, 1]
                                    * (0.4 + 0.6 * open_)
                                )
                                lr += lamps[index, 3] * part
                                lg += lamps[index, 4] * part
                                lb += lamps[index, 5] * part
                    r = cr * lr * exposure * 0.62
                    g = cg * lg * exposure * 0.62
                    b_ = cb * lb * exposure * 0.62
                    if what == 1:
                        # Rim: light that grazes the edge, strongest against the key.
                        graze = 1.0 - facing
                        graze = graze * graze * graze
                        back = 0.35 + 0.65 * max(0.0, dx * light[0, 0] + dy * light[0, 1] + dz * light[0, 2])
                        rim = graze * back * (0.25 + 0.75 * max(0.0, 0.5 + 0.5 * toward)) * open_
                        r += rim * (0.10 * light[1, 0] + 0.16 * light[7, 0]) * (0.4 + cr)
                        g += rim * (0.10 * light[1, 1] + 0.16 * light[7, 1]) * (0.4 + cg)
                        b_ += rim * (0.10 * light[1, 2] + 0.16 * light[7, 2]) * (0.4 + cb)
                        if shine > 0.0:
                            bright = shine * (0.35 + 0.65 * min(1.5, light[10, 1]))
                            r += cr * bright
                            g += cg * bright
                            b_ += cb * bright
                    if what == 3 or (what == 2 and wet > 0.0):
                        mx = dx + 2.0 * facing * nx
                        my = abs(dy + 2.0 * facing * ny)
                        mz = dz + 2.0 * facing * nz
                        qr, qg, qb = sky_at(mx, my, mz, light, sky, 0.0)
                        if has_mirror:
                            mirror_h, mirror_w = mirror.shape[0], mirror.shape[1]
                            shift = 900.0 / (4.0 + along)
                            tilt_x = nx * view[1, 0] + nz * view[1, 2]
                            tilt_z = nx * view[3, 0] + nz * view[3, 2]
                            u = (sx + tilt_x * shift * 0.5 * height / 360.0) / width * mirror_w
                            v = (sy + tilt_z * shift * height / 360.0) / height * mirror_h
                            iu = min(mirror_w - 2, max(0, int(u - 0.5)))
                            iv = min(mirror_h - 2, max(0, int(v - 0.5)))
                            au = min(1.0, max(0.0, u - 0.5 - iu))
                            av = min(1.0, max(0.0, v - 0.5 - iv))
                            hr = hg = hb = ha = 0.0
                            for corner in range(4):
                                ju, jv = iu + corner % 2, iv + corner // 2
                                if mirror[jv, ju, 3] < FAR * 0.5:
                                    share = (au if corner % 2 else 1.0 - au) * (av if corner // 2 else 1.0 - av)
                                    hr += mirror[jv, ju, 0] * share
                                    hg += mirror[jv, ju, 1] * share
                                    hb += mirror[jv, ju, 2] * share
                                    ha += share
                            qr = qr * (1.0 - ha) + hr
                            qg = qg * (1.0 - ha) + hg
                            qb = qb * (1.0 - ha) + hb
                        away = 1.0 - min(1.0, facing)
                        fresnel = away * away * away * away * away
                        if what == 3:
                            share = 0.06 + 0.80 * fresnel
                            # Deep water: the sky's own blue, darker.
                            r = (0.30 * light[3, 0] + 0.05 * light[7, 0]) * (0.5 + 0.5 * open_)
                            g = (0.34 * light[3, 1] + 0.06 * light[7, 1]) * (0.5 + 0.5 * open_)
                            b_ = (0.38 * light[3, 2] + 0.07 * light[7, 2]) * (0.5 + 0.5 * open_)
                            r, g, b_ = r * 0.55, g * 0.58, b_ * 0.62
                        else:
                            share = wet * (0.10 + 0.70 * fresnel)
                            r, g, b_ = r * (1 - 0.45 * wet), g * (1 - 0.45 * wet), b_ * (1 - 0.45 * wet)
                        r += (qr - r) * share
                        g += (qg - g) * share
                        b_ += (qb - b_) * share
                        spark = max(0.0, mx * light[0, 0] + my * light[0, 1] + mz * light[0, 2])
                        if spark > 0.94:
                            # What is left out below is under 0.00002.
                            spark = spark**180 * light[9, 1] * 1.4 * share
                            r += spark * light[1, 0]
                            g += spark * light[1, 1]
                            b_ += spark * light[1, 2]
                    clear = np.exp(-density * along)
                    hr, hg, hb = haze_at(dx, dz, light, sky)
                    keep = min(1.0, shine * 0.25)
                    clear = clear + (1.0 - clear) * keep
                    r = hr + (r - hr) * clear
                    g = hg + (g - hg) * clear
                    b_ = hb + (b_ - hb) * clear
                nearest = min(nearest, along)
                alone = alone and what > 1 and (k == 0 or what == last)
                last = what
                weight = 1.0
                if mixed:
                    weight = 1.0 / (1.0 + 0.5 * (r + g + b_))
                told[k, 0], told[k, 1], told[k, 2], told[k, 3] = r * weight, g * weight, b_ * weight, weight
                sum_r += told[k, 0]
                sum_g += told[k, 1]
                sum_b += told[k, 2]
                sum_w += weight
            out[y, x, 0] = sum_r / sum_w
            out[y, x, 1] = sum_g / sum_w
            out[y, x, 2] = sum_b / sum_w
            out[y, x, 3] = nearest
            # Edges of what lies under water or ground are no edges.
            kinds[y, x] = MIXED if mixed and not alone else last
