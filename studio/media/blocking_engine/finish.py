"""From light to picture: glow around what is bright, film curve, grade, vignette, a dither against bands; two grades of finish."""

from __future__ import annotations

from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.colour import encoded
from studio.media.blocking_engine.compiled import kernel

Floats = NDArray[np.float32]
BRIGHTEST = 8.0
_STEPS = 4096
_SHOULDER = 0.55


class Finish(StrEnum):
    """How far a picture is worked out."""

    CLIP = "clip"
    POSTER = "poster"


def film() -> Floats:
    """(n,) sRGB codes 0–255 for linear light 0–BRIGHTEST in even steps of its square root: straight, then a soft shoulder."""
    light = (np.arange(_STEPS + 1) / _STEPS) ** 2 * BRIGHTEST
    room = 1 - _SHOULDER
    bent = np.where(light > _SHOULDER, _SHOULDER + room * (1 - np.exp(-(light - _SHOULDER) / room)), light)
    return (encoded(bent) * 255).astype(np.float32)


def bloom(light: Floats, strength: float) -> Floats:
    """(h/4, w/4, 3) of light that spills over: what is brighter than paper white, spread in three widths."""
    height, width = light.shape[:2]
    small = cv2.resize(light, (max(2, width // 4), max(2, height // 4)), interpolation=cv2.INTER_AREA)[..., :3]
    spill = np.minimum(np.maximum(small - 0.92, 0.0), 3.0)
    scale = max(height, width) / 640
    near = cv2.GaussianBlur(spill, (0, 0), 1.2 * scale)
    half = cv2.resize(spill, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    wide = cv2.GaussianBlur(half, (0, 0), 3.0 * scale)
    quarter = cv2.resize(half, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    veil = cv2.GaussianBlur(quarter, (0, 0), 6.0 * scale)
    size = (spill.shape[1], spill.shape[0])
    total = 0.45 * near + 0.35 * cv2.resize(wide, size) + 0.40 * cv2.resize(veil, size)
    return np.ascontiguousarray(total * strength, dtype=np.float32)


@kernel
def develop(light, spill, table, out, top, bottom):
    """Rows top–bottom of `light` (h, w, 4 linear) plus `spill` as screen BGR bytes."""
    height, width = light.shape[0], light.shape[1]
    small_h, small_w = spill.shape[0], spill.shape[1]
    steps = table.shape[0] - 1
    scale = steps * steps / BRIGHTEST
    for y in range(top, bottom):
        fy = max(0.0, (y + 0.5) * small_h / height - 0.5)
        iy = min(small_h - 2, int(fy))
        ay = fy - iy
        vy = (y + 0.5) / height - 0.5
        for x in range(width):
            fx = max(0.0, (x + 0.5) * small_w / width - 0.5)
            ix = min(small_w - 2, int(fx))
            ax = fx - ix
            vx = (x + 0.5) / width - 0.5
            radius = vx * vx + vy * vy
            vignette = 1.0 - radius * (0.42 + 0.40 * radius)
            # A fixed fine grain, triangular, half a code value strong.
            seed = np.uint32(x) * np.uint32(0x9E3779B1) ^ np.uint32(y) * np.uint32(0x85EBCA77)
            seed = (seed ^ (seed >> np.uint32(15))) * np.uint32(0x2C1B3C6D)
            seed = seed ^ (seed >> np.uint32(12))
            grain = ((seed & np.uint32(255)) + ((seed >> np.uint32(8)) & np.uint32(255))) / 510.0
            for channel in range(3):
                value = light[y, x, channel]
                value += (spill[iy, ix, channel] * (1 - ax) + spill[iy, ix + 1, channel] * ax) * (1 - ay) + (
                    spill[iy + 1, ix, channel] * (1 - ax) + spill[iy + 1, ix + 1, channel] * ax
                ) * ay
                place = np.sqrt(max(0.0, value * vignette) * scale)
                index = min(steps - 1, int(place))
                part = min(1.0, place - index)
                code = table[index] + (table[index + 1] - table[index]) * part
                out[y, x, 2 - channel] = np.uint8(min(255.0, max(0.0, code + grain)))
