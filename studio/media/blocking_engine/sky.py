"""The sky of a light as a table: colour by height and by how far it lies from the sun."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.lights import Light
from studio.media.blocking_engine.shade_parts import SKY


def sky_table(light: Light) -> NDArray[np.float32]:
    """(SKY, SKY, 3) linear RGB. Row: square root of the direction's y. Column: sine of half the angle off the sun,
    flat on the map.

    The lowest row is what distance fades to, so that land and water meet the sky without an edge.
    """
    rise = (np.linspace(0, 1, SKY) ** 2)[:, None]
    away = (np.linspace(0, 1, SKY) ** 2)[None, :]
    ahead = 1 - away
    flat = np.sqrt(1 - rise**2)
    toward = np.maximum(0, rise * np.sin(light.height) + flat * np.cos(light.height) * (1 - 2 * away))
    warm = ahead**2 * min(1.0, 0.25 + light.sun)
    glow = light.sun * (0.10 * toward**6 + 0.28 * toward**40)
    top, middle, horizon = (np.array(colour) for colour in (light.sky_top, light.sky_middle, light.horizon))
    haze, sunward = np.array(light.haze), np.array(light.toward_sun)
    high = (1 - np.exp(-rise * 2.2))[..., None] + 0 * warm[..., None]
    low = (np.exp(-rise * 7.0) * (0.55 + 0.45 * warm))[..., None]
    air = np.exp(-rise * 26.0)[..., None]
    colour = middle + (top - middle) * high
    colour = colour + (horizon - colour) * low
    colour = colour + (haze + (sunward - haze) * warm[..., None] - colour) * air
    return np.ascontiguousarray(colour + glow[..., None] * sunward, dtype=np.float32)
