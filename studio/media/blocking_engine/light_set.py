"""A stage lit for a shot: key side, shadow maps, lamps and ground, all that stays the same in every picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Angle, Size, TimeOfDay, Weather
from studio.core.staging import Staging
from studio.media.blocking_engine import meter, shadow
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.lights import Light, light_of
from studio.media.blocking_engine.sky import sky_table
from studio.media.blocking_engine.stage import Lamp, Stage
from studio.media.blocking_engine.window_light import through_window

Floats = NDArray[np.float32]
_GROUNDS = {"none": 0.0, "plain": 1.0, "grid": 2.0}
_MAP = 1024
_SHAPES = (Size.EWS, Size.WS)
_WANTED = {TimeOfDay.DAWN: 0.66, TimeOfDay.DAY: 0.92, TimeOfDay.DUSK: 0.58, TimeOfDay.NIGHT: 0.5}
_THROUGH = {Weather.CLEAR: 1.0, Weather.FOG: 0.85, Weather.RAIN: 0.9, Weather.SNOW: 1.0}
"""Light that the brighter side of a face is given, before its own tint: what an hour and its air are printed at."""
_BRIGHTEST = 0.6
_DIMMED, _LIT = (0.02, 0.2), (0.1, 0.8)
"""Share of the picture that may burn and how far lamps go down for it: in a room, and in a street of windows."""
_ENOUGH = 12
_OPEN, _SHUT = 3.2, 0.5
_FACES = (Size.MS, Size.MCU, Size.CU, Size.ECU)
_THICKEST = 0.75
_CLAY_FLOOR = 0.6
"""The empty stage's floor is kept a value below those who stand on it."""


@dataclass(frozen=True, slots=True)
class Set:
    """A stage lit and ready: what stays the same in every picture of a shot."""

    stage: Stage
    weather: Weather
    light: Light
    table: Floats
    azimuth: float
    near_map: shadow.Shade
    far_map: shadow.Shade
    top_map: shadow.Shade
    lamps: Floats
    ground: Floats
    ground_colour: Floats
    texture: Floats
    sky: Floats
    reflects: bool
    seed: int


def lit(stage: Stage, staging: Staging, view: View, reach: Sequence[Vector], texture: Floats, seed: int) -> Set:
    """Light a stage for a shot that starts at `view` and whose subjects pass through the points `reach`."""
    light = light_of(staging.time_of_day, staging.weather)
    azimuth = _key_side(staging, view)
    if stage.indoors:
        light, azimuth = through_window(stage, _enclosed(light, staging.time_of_day), azimuth, view.yaw, reach)
    wet = 0.85 if staging.weather is Weather.RAIN and not stage.indoors else 0.0
    snow = 0.9 if staging.weather is Weather.SNOW and not stage.indoors else 0.0
    if staging.time_of_day is TimeOfDay.NIGHT and staging.camera.size in _FACES:
        # A face needs a key even where the street has none.
        red, green, blue = light.key
        light = replace(light, key=(red * 1.7, green * 1.7, blue * 1.7))
    if staging.time_of_day is TimeOfDay.NIGHT and staging.camera.size not in _SHAPES:
        # And a fill beside it, or the far side of the nose is a hole.
        red, green, blue = light.sky_fill
        light = replace(
            light,
            sky_fill=(red * 1.7, green * 1.7, blue * 1.7),
            ground_fill=(red * 0.9, green * 0.9, blue * 0.9),
        )
    if staging.camera.angle is Angle.OVERHEAD:
        light = replace(light, height=max(light.height, math.radians(24)))
    table = light.packed(azimuth, wet=wet, snow=snow)
    if stage.indoors:
        table[9, 0] = min(table[9, 0], 0.004)
    points = np.asarray(reach, dtype=np.float64)
    centre = (points.min(axis=0) + points.max(axis=0)) / 2
    spread = float(np.linalg.norm(points - centre, axis=1).max())
    near_radius = max(3.2, spread + 2.6)
    away = math.dist(view.position, tuple(centre))
    # However thick the air, half of the subject's own light comes through.
    table[9, 0] = min(table[9, 0], _THICKEST / max(1.0, away))
    far_radius = min(90.0, max(22.0, 1.6 * away + 14.0))
    toward = table[0]
    near_map = shadow.empty(toward, centre, near_radius, _MAP)
    far_map = shadow.empty(toward, centre, far_radius, _MAP)
    top_map = shadow.empty(np.array([0.03, 0.999, 0.02]), centre, max(6.0, min(14.0, spread + 6.0)), 320)
    for shade_map in (near_map, far_map):
        shadow.cast(shade_map, stage.scenery)
    if stage.indoors:
        top_map = shadow.none()
    else:
        shadow.cast(top_map, stage.scenery)
    burning = [*stage.lamps, *_key_lamp(stage, staging, view, azimuth)]
    lamps = np.zeros((len(burning), 7), np.float32)
    for index, lamp in enumerate(burning):
        lamps[index] = (*lamp.position, *lamp.colour, lamp.reach)
    _expose(table, stage, staging, view, (near_map, far_map), lamps)
    water = stage.water_y
    floor_tint = np.asarray(stage.ground_colour, np.float32) * np.float32(_CLAY_FLOOR if stage.ground == "grid" else 1)
    ground = np.array(
        [_GROUNDS[stage.ground], 0.0, water is not None, water if water is not None else 0.0, 16.0 + 1.2 * away],
        np.float32,
    )
    return Set(
        stage, staging.weather, light, table, azimuth, near_map, far_map, top_map, lamps, ground,
        floor_tint, texture, sky_table(light),
        reflects=(water is not None and stage.ground == "none") or wet > 0, seed=seed,
    )  # fmt: skip


def _expose(
    table: Floats, stage: Stage, staging: Staging, view: View, maps: tuple[shadow.Shade, ...], lamps: Floats
) -> None:
    """Set the table's lamps and exposure for what this view sees, as a cinematographer does with a meter in hand."""
    seen = meter.look(stage, view, float(table[11, 1]))
    reading = meter.read(seen, table, maps, lamps)
    subject = seen.subject
    if stage.subjects:
        face = np.asarray(stage.mark(0, 0.0).face, np.float32)
        apart = np.linalg.norm(seen.places - face, axis=1)
        near = subject & (apart < max(0.3, 0.2 * stage.mark(0, 0.0).height))
        subject = near if near.sum() >= _ENOUGH else subject & (apart < 1.5 * stage.mark(0, 0.0).height)
    dimmed = meter.dimmer(reading, seen, float(table[10, 1]), _BRIGHTEST, *(_DIMMED if stage.indoors else _LIT))
    wanted = _WANTED[staging.time_of_day] * _THROUGH[staging.weather]
    found = meter.stop(reading, seen, subject, dimmed, wanted)
    usual = float(table[10, 2])
    # Half the way for the small figure of a wide shot, which may stay a shape against the light.
    shape = staging.camera.size in _SHAPES or staging.camera.angle is Angle.OVERHEAD
    shape = shape and staging.time_of_day is not TimeOfDay.NIGHT
    part = 0.5 if shape and stage.subjects else 0.9
    table[10, 1] = round(dimmed, 3)
    table[10, 2] = round(usual * min(_OPEN, max(_SHUT, found / usual)) ** part, 3)


def _key_lamp(stage: Stage, staging: Staging, view: View, azimuth: float) -> list[Lamp]:
    """A warm lamp out of frame, on the key's side of the face: what a gaffer brings where night has no key."""
    dark = staging.time_of_day is TimeOfDay.NIGHT and staging.camera.size not in _SHAPES
    if not dark or not stage.subjects or staging.camera.angle is Angle.OVERHEAD:
        return []
    mark = stage.mark(0, 0.0)
    # Between the key's side and the camera's, so that it turns the form and still reaches the face.
    side = view.yaw + math.copysign(math.radians(68), math.sin(azimuth - view.yaw))
    away = 0.75 * mark.height + 0.6
    x, y, z = mark.face
    strength = 1.3 if stage.indoors else 0.8
    tint = (1.0 * strength, 0.64 * strength, 0.34 * strength)
    return [Lamp((x + away * math.sin(side), y + 0.35 * away, z + away * math.cos(side)), tint, 3.2 * away)]


def _enclosed(light: Light, time: TimeOfDay) -> Light:
    """The light of an hour inside walls: less sky comes in, at night the lamps fill the room."""
    if time is TimeOfDay.NIGHT:
        red, green, blue = light.sky_fill
        return replace(light, sky_fill=(red + 0.16, green + 0.11, blue + 0.05), ground_fill=(0.09, 0.06, 0.035))
    # Walls give the daylight back in their own warm tone; the sun comes in low and warm through the window.
    red, green, blue = light.sky_fill
    key_red, key_green, key_blue = light.key
    return replace(
        light,
        key=(key_red * 1.05, key_green * 0.88, key_blue * 0.67),
        sky_fill=(red * 0.85 + 0.06, green * 0.78 + 0.03, blue * 0.66),
        ground_fill=(0.28, 0.22, 0.16),
    )


def _key_side(staging: Staging, view: View) -> float:
    """Where the key comes from, radians about +y: chosen from the camera as a gaffer would, so that forms turn."""
    ahead = view.yaw + math.pi
    size = staging.camera.size
    low_sun = staging.time_of_day in (TimeOfDay.DAWN, TimeOfDay.DUSK)
    if staging.camera.angle is Angle.OVERHEAD:
        side = 115.0
    elif staging.time_of_day is TimeOfDay.NIGHT:
        side = 102.0 if size in _FACES else 62.0
    elif low_sun and size in (Size.EWS, Size.WS):
        side = 27.0
    elif low_sun and size is Size.FS:
        side = 58.0
    elif low_sun:
        side = 100.0
    else:
        side = 118.0
    return ahead + math.radians(side)
