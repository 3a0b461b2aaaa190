"""The light meter: what falls on the subject and on what is seen around it, and the stop and dimmer that follow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine import shadow
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.mesh import joined
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.stage import Stage

Floats = NDArray[np.float32]
_WIDE = 64
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
_FLOOR = 1e-4
_PAPER = 0.62
_SNOW = 0.74
_CLAY = 0.62
"""The share of light that the shading lets clay give back, beside its tint."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a small picture of the stage holds: places and normals (n, 3) of what is not sky, its reflectance (n,),
    and which of it is the subject (n,). `burning` is the share (0–1) of the picture that gives off light itself.
    """

    places: Floats
    normals: Floats
    tint: Floats
    subject: NDArray[np.bool_]
    burning: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Light (n,) on each place of a look, in luminance: from key and fills, and from lamps at full strength."""

    open: Floats
    lamps: Floats


def look(stage: Stage, view: View, snow: float) -> Look:
    """The stage at its first moment as `view` sees it, on a small grid; lamps and lit windows are left out. `snow` is
    the share (0–1) of the ground that it covers.
    """
    height = max(8, round(_WIDE * view.gate[1] / view.gate[0]))
    acting = stage.acting(0.0)
    mesh = joined([stage.scenery, acting])
    ids = np.full((height, _WIDE), -1, np.int32)
    depth = np.zeros((height, _WIDE), np.float32)
    focal = view.focal(_WIDE)
    perspective(
        view.into(mesh.vertices), mesh.faces, len(mesh.faces), focal, _WIDE / 2, height / 2,
        view.near, False, 0, depth, ids, 0, height,
    )  # fmt: skip
    rows, columns = np.mgrid[0:height, 0:_WIDE]
    rays = np.stack([(columns + 0.5 - _WIDE / 2) / focal, (height / 2 - rows - 0.5) / focal, np.ones_like(depth)], -1)
    rays = (rays @ view.axes()).astype(np.float32)
    away = np.where(ids >= 0, 1 / np.maximum(depth, 1e-6), np.inf)
    corners = mesh.faces[np.maximum(ids, 0)] if len(mesh.faces) else np.zeros((height, _WIDE, 3), np.int32)
    bare = not len(mesh.faces)
    normals = np.zeros_like(rays) if bare else mesh.normals[corners].mean(axis=2)
    tint = np.zeros_like(depth) if bare else mesh.colours[corners].mean(axis=2) @ _LUMA
    glow = np.zeros_like(depth) if bare else mesh.glow[corners].max(axis=2)
    subject = (ids >= len(stage.scenery.faces)) & (glow <= 0)
    if stage.ground != "none":
        floor = np.where(rays[..., 1] < -1e-4, -view.position[1] / np.minimum(rays[..., 1], -1e-4), np.inf)
        ground = (floor > 0) & (floor < away)
        away, subject = np.where(ground, floor, away), subject & ~ground
        normals = np.where(ground[..., None], np.array([0, 1, 0], np.float32), normals)
        bare_ground = float(np.asarray(stage.ground_colour) @ _LUMA)
        tint = np.where(ground, bare_ground + (_SNOW - bare_ground) * snow, tint)
        glow = np.where(ground, 0, glow)
    seen = np.isfinite(away) & (glow <= 0)
    places = np.asarray(view.position, np.float32) + rays[seen] * away[seen, None]
    return Look(
        places.astype(np.float32),
        normals[seen].astype(np.float32),
        tint[seen],
        subject[seen],
        float((glow > 1.0).mean()),
    )


def read(seen: Look, table: Floats, maps: tuple[shadow.Shade, ...], lamps: Floats) -> Reading:
    """Light on a look: the key where the maps let it through, the fills by how far a place faces up, the lamps."""
    toward = seen.normals @ table[0]
    key = np.maximum(0, (toward + 0.12) / 1.12)
    known = np.zeros(len(key), bool)
    for shade in maps:
        at = seen.places @ shade.frame[:3, :3].T + shade.frame[:3, 3]
        size = shade.depth.shape[0]
        inside = ~known & (at[:, :2] >= 0).all(axis=1) & (at[:, :2] < size).all(axis=1)
        columns, rows = at[inside, 0].astype(int), at[inside, 1].astype(int)
        key[inside] *= shade.depth[rows, columns] <= at[inside, 2] + 0.06
        known |= inside
    up = (0.5 + 0.5 * seen.normals[:, 1]).astype(np.float32)
    sky, ground = float(table[7] @ _LUMA), float(table[8] @ _LUMA)
    fills = ground + (sky - ground) * up
    warm = np.zeros(len(key), np.float32)
    for lamp in lamps:
        apart = lamp[:3] - seen.places
        square = np.einsum("ij,ij->i", apart, apart)
        side = (np.einsum("ij,ij->i", apart, seen.normals) / np.sqrt(square + 1e-6) + 0.25) / 1.25
        near = np.maximum(0, 1 - square / (lamp[6] * lamp[6]))
        warm += np.maximum(0, side) * near * near / (0.35 + 2.2 * square / lamp[6]) * float(lamp[3:6] @ _LUMA)
    return Reading((key * float(table[1] @ _LUMA) + fills).astype(np.float32), warm)


def dimmer(reading: Reading, seen: Look, lamps: float, most: float, burning: float, least: float) -> float:
    """How far the lamps burn, of `lamps`: so that what they light brightest gives back no more than `most`, and lower
    where more than the share `burning` of the picture burns; never below the share `least`.
    """
    # A lamp that fills the picture would burn it out: the more of it is seen, the lower it burns.
    least *= lamps
    lamps *= min(1.0, (burning / max(_FLOOR, seen.burning)) ** 0.6)
    back = _CLAY * seen.tint * reading.lamps
    if not len(back):
        return max(least, lamps)
    brightest = float(np.percentile(back, 95))
    return max(least, min(lamps, most / max(_FLOOR, brightest)))


def stop(reading: Reading, seen: Look, subject: NDArray[np.bool_], lamps: float, wanted: float) -> float:
    """The exposure at which the light on the subject's brighter half comes to `wanted`, short of burning out what
    stands about (snow, a white wall).
    """
    light = reading.open + lamps * reading.lamps
    about = _CLAY * (light * seen.tint)[~subject]
    most = _PAPER / max(_FLOOR, float(np.percentile(about, 85))) if len(about) else np.inf
    light = light[subject] if subject.any() else light
    if not len(light):
        return 1.0
    bright = light[light >= np.median(light)]
    return min(most, wanted / max(_FLOOR, _CLAY * float(bright.mean())))
