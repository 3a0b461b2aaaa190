"""Colours between the screen's code and linear light."""

from __future__ import annotations

Colour = tuple[float, float, float]


def linear(code: str) -> Colour:
    """Linear RGB (0–1) of an sRGB colour like `#F2A873` (IEC 61966-2-1)."""
    channels = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue
