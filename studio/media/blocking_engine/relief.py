"""A tileable relief of small waves: ripples for water, unevenness for clay."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.shade_parts import RELIEF as SIZE


def relief() -> NDArray[np.float32]:
    """(SIZE, SIZE, 2) slopes of one tile, about unit strength. Always the same: a sum of waves with whole periods per
    tile.
    """
    random = np.random.default_rng(20)
    row, column = np.mgrid[0:SIZE, 0:SIZE] * (2 * np.pi / SIZE)
    slopes = np.zeros((SIZE, SIZE, 2))
    for _ in range(64):
        across, down = random.integers(-11, 12, 2)
        length = float(np.hypot(across, down))
        if length < 1.5:
            continue
        wave = np.cos(across * column + down * row + random.uniform(0, 2 * np.pi)) / length**0.6
        slopes[..., 0] += wave * across / length
        slopes[..., 1] += wave * down / length
    return np.ascontiguousarray(slopes / slopes.std(), dtype=np.float32)
