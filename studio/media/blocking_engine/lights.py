"""The light of an hour and its weather: sky, haze, key and fills, as one array that the shading reads."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.core.camera import TimeOfDay, Weather
from studio.media.blocking_engine.colour import Colour, linear

ROWS = 14


@dataclass(frozen=True, slots=True)
class Light:
    """One light set-up. Colours are linear RGB; `key` and the fills carry their strength; density per metre.

    `height` is the key's angle above the horizon in radians. `sun` is how much of the key shows as a disc and glow
    in the sky.
    `bounce` lifts what the key does not reach, in the key's own colour.
    """

    sky_top: Colour
    sky_middle: Colour
    horizon: Colour
    haze: Colour
    toward_sun: Colour
    key: Colour
    height: float
    sky_fill: Colour
    ground_fill: Colour
    density: float
    sun: float
    stars: float
    softness: float
    lamps: float
    exposure: float

    def packed(self, azimuth: float, *, wet: float, snow: float) -> NDArray[np.float32]:
        """(ROWS, 3) for the shading; `azimuth` radians about +y is where the key comes from (0 is +z)."""
        flat = math.cos(self.height)
        toward = (math.sin(azimuth) * flat, math.sin(self.height), math.cos(azimuth) * flat)
        rows = [
            toward,
            self.key,
            self.sky_top,
            self.sky_middle,
            self.horizon,
            self.haze,
            self.toward_sun,
            self.sky_fill,
            self.ground_fill,
            (self.density, self.sun, self.stars),
            (self.softness, self.lamps, self.exposure),
            (wet, snow, 0.0),
            (flat, 0.0, 0.0),
        ]
        table = np.zeros((ROWS, 3), np.float32)
        table[: len(rows)] = rows
        return table


def _scaled(code: str, strength: float) -> Colour:
    red, green, blue = linear(code)
    return red * strength, green * strength, blue * strength


def _light(
    sky: tuple[str, str, str],
    haze: tuple[str, str],
    key: tuple[str, float, float],
    sky_fill: tuple[str, float],
    ground_fill: tuple[str, float],
    *,
    density: float,
    sun: float,
    stars: float = 0.0,
    softness: float = 1.0,
    lamps: float = 0.25,
    exposure: float = 1.0,
) -> Light:
    return Light(
        linear(sky[0]), linear(sky[1]), linear(sky[2]), linear(haze[0]), linear(haze[1]),
        _scaled(key[0], key[1]), math.radians(key[2]), _scaled(*sky_fill), _scaled(*ground_fill),
        density, sun, stars, softness, lamps, exposure,
    )  # fmt: skip


_HOURS = {
    TimeOfDay.DAWN: _light(
        ("#5C7EA6", "#A9B7C6", "#F6D3B0"), ("#CFC9C8", "#FBDCB8"), ("#FFDDBC", 1.9, 14),
        ("#E0EBFF", 0.52), ("#FFEEEE", 0.21),
        density=0.006, sun=0.8, lamps=0.5,
    ),
    TimeOfDay.DAY: _light(
        ("#4F80B8", "#8FB3D4", "#DFE6E6"), ("#CFD9DD", "#ECE6D6"), ("#FFF7E7", 2.5, 40),
        ("#D7E8FF", 0.66), ("#FFFAE8", 0.21),
        density=0.006, sun=0.25, lamps=0.15, exposure=0.76,
    ),
    TimeOfDay.DUSK: _light(
        ("#23355C", "#6F6A94", "#F2A873"), ("#B98F8C", "#F4B078"), ("#FFBF8B", 2.3, 11),
        ("#C8D1FF", 0.37), ("#FFDFDB", 0.14),
        density=0.007, sun=1.0, stars=0.15, lamps=1.0, exposure=1.1,
    ),
    TimeOfDay.NIGHT: _light(
        ("#0A1226", "#16233F", "#33466A"), ("#26334F", "#3B4D74"), ("#B1CAFF", 0.4, 38),
        ("#ADC9FF", 0.16), ("#C5D5FF", 0.05),
        density=0.008, sun=0.12, stars=1.0, lamps=1.5, exposure=1.35,
    ),
}  # fmt: skip
_FOG = _light(
    ("#A9B4B9", "#C2C9CA", "#DCDFDC"), ("#D3D7D5", "#ECE9DD"), ("#FFFAF1", 0.75, 40),
        ("#F5FCFF", 0.53), ("#FFFFFF", 0.20),
    density=0.046, sun=0.0, softness=4.0, lamps=0.9,
)  # fmt: skip
_RAIN = _light(
    ("#2D3743", "#4A5866", "#77838C"), ("#65727C", "#7D8A92"), ("#E4F2FF", 0.32, 55),
        ("#DAEEFF", 0.27), ("#FFFFFF", 0.10),
    density=0.026, sun=0.0, softness=4.0, lamps=1.2, exposure=1.3,
)  # fmt: skip


def light_of(time: TimeOfDay, weather: Weather) -> Light:
    """The light for an hour and its weather: fog and rain take the colour out of the hour, snow greys it a little."""
    hour = _HOURS[time]
    if weather is Weather.FOG:
        return replace(
            _mixed(hour, _FOG, 0.75 if time is not TimeOfDay.NIGHT else 0.35), density=0.046, sun=0.0, stars=0.0
        )
    if weather is Weather.RAIN:
        return replace(
            _mixed(hour, _RAIN, 0.85 if time is not TimeOfDay.NIGHT else 0.45), density=0.026, sun=0.0, stars=0.0
        )
    if weather is Weather.SNOW:
        return replace(
            _mixed(hour, _FOG, 0.4 if time is not TimeOfDay.NIGHT else 0.12), density=0.016, sun=0.0, stars=0.0
        )
    return hour


def _mixed(first: Light, second: Light, part: float) -> Light:
    def number(a: float, b: float) -> float:
        return a + (b - a) * part

    def colour(a: Colour, b: Colour) -> Colour:
        return number(a[0], b[0]), number(a[1], b[1]), number(a[2], b[2])

    return Light(
        sky_top=colour(first.sky_top, second.sky_top),
        sky_middle=colour(first.sky_middle, second.sky_middle),
        horizon=colour(first.horizon, second.horizon),
        haze=colour(first.haze, second.haze),
        toward_sun=colour(first.toward_sun, second.toward_sun),
        key=colour(first.key, second.key),
        height=number(first.height, second.height),
        sky_fill=colour(first.sky_fill, second.sky_fill),
        ground_fill=colour(first.ground_fill, second.ground_fill),
        density=number(first.density, second.density),
        sun=number(first.sun, second.sun),
        stars=number(first.stars, second.stars),
        softness=number(first.softness, second.softness),
        lamps=number(first.lamps, second.lamps),
        exposure=number(first.exposure, second.exposure),
    )
