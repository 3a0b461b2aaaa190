"""Rain and snow in the air between the camera and the set: the same drops for the same seed and moment."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Weather
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.compiled import kernel

Floats = NDArray[np.float32]
_RAIN_DROPS = 900
_SNOW_FLAKES = 1300
_BOX = np.array([16.0, 9.0, 16.0])


@kernel
def streak(light, drops, tint):
    """Soft lines mixed into `light` (h, w, 4) where nothing nearer stands.

    drops (n, 7): from x, y to x, y in pixels, half width, distance in metres, strength 0–1.
    """
    height, width = light.shape[0], light.shape[1]
    for index in range(len(drops)):
        ax, ay, bx, by = drops[index, 0], drops[index, 1], drops[index, 2], drops[index, 3]
        reach = drops[index, 4] + 1.0
        x0, x1 = min(ax, bx) - reach, max(ax, bx) + reach
        y0, y1 = min(ay, by) - reach, max(ay, by) + reach
        if x1 < 0 or y1 < 0 or x0 > width or y0 > height:
            continue
        along_x, along_y = bx - ax, by - ay
        square = along_x * along_x + along_y * along_y + 1e-6
        for y in range(max(0, int(y0)), min(height, int(y1) + 1)):
            for x in range(max(0, int(x0)), min(width, int(x1) + 1)):
                if light[y, x, 3] < drops[index, 5]:
                    continue
                px, py = x + 0.5 - ax, y + 0.5 - ay
                part = min(1.0, max(0.0, (px * along_x + py * along_y) / square))
                ox, oy = px - part * along_x, py - part * along_y
                cover = 1.0 - np.sqrt(ox * ox + oy * oy) / reach
                if cover > 0.0:
                    cover *= drops[index, 6] * min(1.0, cover * 2.0)
                    for channel in range(3):
                        light[y, x, channel] += (tint[channel] - light[y, x, channel]) * cover


def fall(light: Floats, weather: Weather, view: View, seconds: float, seed: int, tint: NDArray[np.float32]) -> None:
    """Let it rain or snow into `light` (h, w, 4). `tint` (3,) is the colour that drops catch."""
    if weather is Weather.RAIN:
        _fall(light, view, seconds, seed, tint, _RAIN_DROPS, 8.5, 0.0, 0.055)
    elif weather is Weather.SNOW:
        _fall(light, view, seconds, seed, tint, _SNOW_FLAKES, 0.9, 0.35, 0.0)


def _fall(
    light: Floats,
    view: View,
    seconds: float,
    seed: int,
    tint: Floats,
    count: int,
    speed: float,
    sway: float,
    open_s: float,
) -> None:
    random = np.random.default_rng([seed, count])
    places = random.uniform(0, 1, (count, 3)) * _BOX
    size = random.uniform(0.6, 1.3, count)
    phase = random.uniform(0, 2 * math.pi, count)
    drift = np.array([0.9 if sway == 0 else 0.25, -speed, 0.2])
    moved = places + drift * seconds * (0.85 + 0.3 * size[:, None] / 1.3)
    moved[:, 0] += sway * np.sin(phase + seconds * 1.4)
    moved[:, 2] += sway * np.cos(phase * 1.7 + seconds * 1.1)
    # The air is one box repeated without end; the copy round the camera is drawn.
    corner = np.asarray(view.position) - _BOX / 2
    head = corner + np.mod(moved - corner, _BOX)
    tail = head - drift * open_s
    start, end = view.into(head), view.into(tail)
    seen = (start[:, 2] > 0.5) & (end[:, 2] > 0.5)
    start, end, size = start[seen], end[seen], size[seen]
    height, width = light.shape[:2]
    focal = view.focal(width)
    ax, ay = width / 2 + focal * start[:, 0] / start[:, 2], height / 2 - focal * start[:, 1] / start[:, 2]
    bx, by = width / 2 + focal * end[:, 0] / end[:, 2], height / 2 - focal * end[:, 1] / end[:, 2]
    scale = max(height, width) / 640
    if sway:
        radius = np.clip(size * 0.011 * focal / start[:, 2], 0.45 * scale, 4.0 * scale)
        strength = 0.75 * np.clip(1.6 - 0.09 * start[:, 2], 0.2, 1.0) * np.clip(start[:, 2] / 2.0, 0.15, 1)
    else:
        radius = np.clip(size * 0.0022 * focal / start[:, 2], 0.12 * scale, 0.9 * scale)
        strength = 0.34 * np.clip(1.3 - 0.08 * start[:, 2], 0.1, 1.0) * np.clip(start[:, 2] / 2.5, 0.2, 1)
    drops = np.stack([ax, ay, bx, by, radius, start[:, 2], strength], axis=1).astype(np.float32)
    streak(light, drops, tint)
