"""Tints of the clay as linear RGB: the few colours that everything on a stage is mixed from."""

from __future__ import annotations

import zlib

Tint = tuple[float, float, float]


def linear(code: str) -> Tint:
    """Linear RGB 0–1 of an sRGB colour like `#A08B78` (IEC 61966-2-1)."""
    red, green, blue = (_decoded(int(code[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def shaded(tint: Tint, factor: float) -> Tint:
    """The tint made darker (factor below 1) or lighter, kept within 0–1."""
    red, green, blue = (min(1.0, max(0.0, value * factor)) for value in tint)
    return red, green, blue


def pick(name: str, choices: int) -> int:
    """A stable number below `choices` for a name: the same in every run and on every machine."""
    return zlib.crc32(name.casefold().encode()) % choices


SKIN = linear("#D2BFAC")
HAIR = linear("#8A7566")
GREY_HAIR = linear("#A9A39B")
LEGS = linear("#6B625C")
SHOES = linear("#4A4440")
WOOD = linear("#A08B78")
DARK_WOOD = linear("#6E5B4C")
STONE = linear("#A7A29B")
PLASTER = linear("#B9B0A5")
BRICK = linear("#94705F")
ROOF = linear("#8A6658")
SLATE = linear("#6F7176")
METAL = linear("#5A5C60")
IRON = linear("#3F4043")
WHITE = linear("#D9D3C9")
RED = linear("#9C6350")
BLUE = linear("#6A7A8C")
GREEN = linear("#7E8A70")
LEAF = linear("#7B8669")
PINE = linear("#66705E")
BARK = linear("#7A6B5E")
SAND = linear("#BFAE96")
SNOW = linear("#D8DADD")
EARTH = linear("#94816D")
GRASS = linear("#8D8F74")
CLAY = linear("#B4ACA3")
PAVING = linear("#8E8B88")
ASPHALT = linear("#6E6D6E")
PAPER = linear("#DDD6CA")
GLASS = linear("#8798A6")
RUBBER = linear("#343434")
LAMP_LIGHT = linear("#FFD9A0")
WINDOW_LIGHT = linear("#FFCF8C")
DARK_WINDOW = linear("#4C5560")

COATS = (
    linear("#9A6F60"),
    linear("#707A88"),
    linear("#8B8468"),
    linear("#7F6E7E"),
    linear("#6F8280"),
    linear("#A38A6A"),
    linear("#85616A"),
    linear("#66707A"),
)
HAIRS = (HAIR, linear("#6E5A4C"), linear("#A08A6C"), linear("#5B4E46"))
SCARVES = (linear("#8C98A4"), linear("#A58E74"), linear("#8A6A64"), linear("#8B947E"))
