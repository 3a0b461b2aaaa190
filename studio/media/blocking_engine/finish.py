"""From light to picture: glow around what is bright, film curve, grade, vignette, a dither against bands; two grades
of finish.
"""

from __future__ import annotations

from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.compiled import kernel

Floats = NDArray[np.float32]
_BRIGHTEST = 8.0
_GRAIN = 64


class Finish(StrEnum):
    """How far a picture is worked out."""

    CLIP = "clip"
    POSTER = "poster"


def bloom(light: Floats, strength: float) -> Floats:
    """(h/4, w/4, 4) of light that spills over: what is brighter than paper white, spread in three widths."""
    height, width = light.shape[:2]
    small = cv2.resize(light, (max(2, width // 4), max(2, height // 4)), interpolation=cv2.INTER_AREA)
    spill = np.minimum(np.maximum(small - np.float32(0.88), np.float32(0)), np.float32(3))
    spill[..., 3] = 0
    scale = max(height, width) / 640
    near = cv2.GaussianBlur(spill, (0, 0), 1.2 * scale)
    half = cv2.resize(spill, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    wide = cv2.GaussianBlur(half, (0, 0), 3.0 * scale)
    quarter = cv2.resize(half, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    veil = cv2.GaussianBlur(quarter, (0, 0), 6.0 * scale)
    size = (spill.shape[1], spill.shape[0])
    # The veil goes by way of the wide glow's size: growing is what costs.
    outer = 0.55 * wide + 0.65 * cv2.resize(veil, (wide.shape[1], wide.shape[0]))
    return np.asarray((0.55 * near + cv2.resize(outer, size)) * np.float32(strength), np.float32)


def grain(width: int) -> Floats:
    """(_GRAIN, 4 width) of a fixed fine noise about 0.5, triangular and half a code value strong, against bands."""
    random = np.random.default_rng(7)
    single = (random.random((_GRAIN, width)) + random.random((_GRAIN, width))) / 2
    return np.repeat(single, 4, axis=1).astype(np.float32)


def lens_columns(width: int) -> tuple[Floats, NDArray[np.int32], Floats]:
    """For each column of a picture `width` wide: its squared distance from the middle in widths, once for each
    channel; the column of a quarter-size picture left of it, and how far it lies toward the next (0–1).
    """
    middle = np.arange(width) + 0.5
    small = max(2, width // 4)
    place = np.clip(middle * small / width - 0.5, 0, small - 1)
    left = np.minimum(place.astype(np.int32), small - 2)
    away = np.repeat((middle / width - 0.5) ** 2, 4)
    return away.astype(np.float32), left, (place - left).astype(np.float32)


@kernel
def develop(light, glow, noise, away, lefts, parts, out, top, bottom, left, right):
    """A box of `light` (h, 4 w: linear RGB and one more) plus what spills over, as screen codes in `out` (h, 4 w
    bytes).

    glow (h/4, w/4, 4) is the spill; away, lefts and parts are the lens' columns.

    The film curve and the screen's code are one rational function of the light's square root, fitted to a straight line
    that bends into a soft shoulder at 0.55 and then the sRGB curve; it is off by less than three codes and never falls.
    """
    height = light.shape[0]
    rows = glow.shape[0]
    line = np.empty((glow.shape[1], 4), np.float32)
    shed = np.empty(4 * (right - left), np.float32)
    one, none, full, brightest = np.float32(1), np.float32(0), np.float32(255), np.float32(_BRIGHTEST)
    p1, p2, p3, p4 = np.float32(0.59426985), np.float32(5.2899758), np.float32(-11.9035495), np.float32(11.73409661)
    q1, q2, q3, q4 = np.float32(0.09804879), np.float32(5.34686835), np.float32(-12.05417697), np.float32(11.79180264)
    for y in range(top, bottom):
        down = (y + 0.5) / height - 0.5
        down2 = np.float32(down * down)
        row = y % noise.shape[0]
        # Slices, because only a loop that counts from nought is made eight wide.
        lit, fine = light[y, 4 * left : 4 * right], noise[row, 4 * left : 4 * right]
        aside, codes = away[4 * left : 4 * right], out[y, 4 * left : 4 * right]
        place = min(max((y + 0.5) * rows / height - 0.5, 0.0), rows - 1.0)
        upper = min(int(place), rows - 2)
        lower = np.float32(place - upper)
        for i in range(len(line)):
            for channel in range(4):
                start = glow[upper, i, channel]
                line[i, channel] = start + (glow[upper + 1, i, channel] - start) * lower
        for i in range(right - left):
            column, part = lefts[left + i], parts[left + i]
            for channel in range(4):
                start = line[column, channel]
                shed[4 * i + channel] = start + (line[column + 1, channel] - start) * part
        for i in range(len(codes)):
            radius = aside[i] + down2
            vignette = one - radius * (np.float32(0.42) + np.float32(0.40) * radius)
            value = min(brightest, max(none, (lit[i] + shed[i]) * vignette))
            s = np.sqrt(value)
            code = s * (p1 + s * (p2 + s * (p3 + s * p4))) / (one + s * (q1 + s * (q2 + s * (q3 + s * q4))))
            codes[i] = np.uint8(min(full, full * code + fine[i]))
