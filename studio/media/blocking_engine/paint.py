"""One picture of a lit stage: z-buffer, shadows, reflection, light, air and finish, in that order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Weather
from studio.media.blocking_engine import shadow, weather
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.finish import Finish, bloom, develop
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.shade import FAR, shade

Floats = NDArray[np.float32]
Picture = NDArray[np.uint8]
_NEAR = 0.08


def seen_by(
    view: View,
    meshes: Sequence[Mesh],
    size: tuple[int, int],
    samples: int,
    bands: Sequence[tuple[int, int]],
    run: Executor | None,
) -> tuple[NDArray[np.int32], Floats, list[Floats]]:
    """The z-buffer of meshes whose face numbers run on from one to the next: (ids, 1 / distance, camera-space vertices)."""
    width, height = size[0] * samples, size[1] * samples
    ids = np.full((height, width), -1, np.int32)
    depth = np.zeros((height, width), np.float32)
    cams = [view.into(mesh.vertices) for mesh in meshes]
    focal = view.focal(width)

    def band(rows: tuple[int, int]) -> None:
        first = 0
        for mesh, cam in zip(meshes, cams, strict=True):
            perspective(
                cam, mesh.faces, len(mesh.faces), focal, width / 2, height / 2, _NEAR, False, first, depth, ids,
                rows[0] * samples, rows[1] * samples,
            )  # fmt: skip
            first += len(mesh.faces)

    _spread(band, bands, run)
    return ids, depth, cams


def _spread(work: Callable[[tuple[int, int]], None], bands: Sequence[tuple[int, int]], run: Executor | None) -> None:
    if run is None:
        for rows in bands:
            work(rows)
    else:
        list(run.map(work, bands))


def paint(
    scene: Set, view: View, seconds: float, size: tuple[int, int], finish: Finish, run: Executor | None = None
) -> Picture:
    """The picture (h, w, 3 BGR) that `view` sees at `seconds`; `size` is (width, height)."""
    scale = 2 if finish is Finish.POSTER else 1
    width, height = size[0] * scale, size[1] * scale
    stage = scene.stage
    acting = stage.acting(seconds)
    whole = _whole(stage.scenery, acting)
    bands = _bands(height, 8 if run is not None else 1)
    light = _light_picture(scene, view, seconds, whole, acting, (width, height), bands, run)
    tint = 0.55 * scene.table[5] + 0.45 * scene.table[7] * 2 + 0.05
    if scene.weather is not Weather.CLEAR and not stage.indoors:
        weather.fall(light, scene.weather, view, seconds, scene.seed, np.minimum(tint, 0.9).astype(np.float32))
    spill = bloom(light, 1.0)
    picture = np.empty((height, width, 3), np.uint8)
    _spread(lambda rows: develop(light, spill, scene.codes, picture, rows[0], rows[1]), bands, run)
    if scale > 1:
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return picture


def _whole(scenery: Mesh, acting: Mesh) -> Mesh:
    offset = len(scenery.vertices)
    return Mesh(
        np.concatenate([scenery.vertices, acting.vertices]),
        np.concatenate([scenery.normals, acting.normals]),
        np.concatenate([scenery.faces, acting.faces + np.int32(offset)]),
        np.concatenate([scenery.colours, acting.colours]),
        np.concatenate([scenery.glow, acting.glow]),
    )


def _light_picture(
    scene: Set, view: View, seconds: float, whole: Mesh, acting: Mesh, size: tuple[int, int],
    bands: Sequence[tuple[int, int]], run: Executor | None,
) -> Floats:  # fmt: skip
    width, height = size
    maps = [shadow.with_cast(item, acting) for item in (scene.near_map, scene.far_map, scene.top_map)]
    ids, depth, cams = seen_by(view, [whole], size, 2, bands, run)
    cam = cams[0]
    mirror = (
        _mirror(scene, view, seconds, whole, maps, (width // 2, height // 2), run)
        if scene.reflects
        else np.zeros((1, 1, 4), np.float32)
    )
    out = np.empty((height, width, 4), np.float32)
    rows = _view_rows(view, size, seconds)
    none = np.zeros((1, 1), np.float32)

    def band(part: tuple[int, int]) -> None:
        shade(
            out, ids, depth, 2, cam, whole.faces, whole.normals, whole.colours, whole.glow, rows, scene.table, scene.sky, scene.lamps,
            maps[0].depth, maps[0].frame, maps[1].depth, maps[1].frame, maps[2].depth, maps[2].frame,
            scene.ground, scene.ground_colour, scene.texture, mirror, none, False, part[0], part[1],
        )  # fmt: skip

    _spread(band, bands, run)
    return out


def _view_rows(view: View, size: tuple[int, int], seconds: float) -> Floats:
    width, height = size
    axes = view.axes()
    return np.array(
        [view.position, *axes, (view.focal(width), width / 2, height / 2), (seconds, 0, 0)], dtype=np.float32
    )


def _mirror(
    scene: Set,
    view: View,
    seconds: float,
    whole: Mesh,
    maps: list[shadow.Shade],
    size: tuple[int, int],
    run: Executor | None,
) -> Floats:
    """What the water or wet ground reflects, seen from below it: (h, w, 4), distance FAR where only sky is."""
    width, height = size
    level = float(scene.ground[3] if scene.ground[0] < 0.5 else scene.ground[1])
    axes = view.axes() * np.array([1.0, -1.0, 1.0])
    position = np.array([view.position[0], 2 * level - view.position[1], view.position[2]])
    cam = np.ascontiguousarray(
        (whole.vertices - position.astype(np.float32)) @ axes.T.astype(np.float32), dtype=np.float32
    )
    ids = np.full((height, width), -1, np.int32)
    depth = np.zeros((height, width), np.float32)
    out = np.full((height, width, 4), FAR, np.float32)
    focal = view.focal(width)
    rows = np.array([position, *axes, (focal, width / 2, height / 2), (seconds, 0, 0)], dtype=np.float32)
    none = np.zeros((1, 1), np.float32)

    def band(part: tuple[int, int]) -> None:
        perspective(
            cam,
            whole.faces,
            len(whole.faces),
            focal,
            width / 2,
            height / 2,
            _NEAR,
            True,
            0,
            depth,
            ids,
            part[0],
            part[1],
        )
        shade(
            out, ids, depth, 1, cam, whole.faces, whole.normals, whole.colours, whole.glow, rows, scene.table, scene.sky, scene.lamps,
            maps[0].depth, maps[0].frame, maps[1].depth, maps[1].frame, maps[2].depth, maps[2].frame,
            scene.ground, scene.ground_colour, scene.texture, np.zeros((1, 1, 4), np.float32), none, True, part[0], part[1],
        )  # fmt: skip

    _spread(band, _bands(height, 4 if run is not None else 1), run)
    return out


def _bands(height: int, count: int) -> list[tuple[int, int]]:
    edges = [height * index // count for index in range(count + 1)]
    return [(edges[index], edges[index + 1]) for index in range(count)]
