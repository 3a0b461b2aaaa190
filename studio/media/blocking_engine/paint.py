"""One picture of a lit stage: z-buffer, shadows, reflection, light, air and finish, in that order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Weather
from studio.media.blocking_engine import shadow, weather
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.finish import bloom, develop, grain
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.settle import creases, focused
from studio.media.blocking_engine.shade import shade
from studio.media.blocking_engine.sparse import between, edges, skies

Floats = NDArray[np.float32]
Picture = NDArray[np.uint8]
_NEAR = 0.08
_BANDS = 6


@dataclass(frozen=True, slots=True)
class Canvas:
    """The buffers of one picture of `size` (width, height): made once, drawn over again and again by one thread at a time."""

    size: tuple[int, int]
    samples: int
    ids: NDArray[np.int32]
    depth: Floats
    light: Floats
    kinds: NDArray[np.uint8]
    edge: NDArray[np.uint8]
    todo: NDArray[np.uint8]

    @classmethod
    def of(cls, size: tuple[int, int], samples: int) -> Canvas:
        """Fresh buffers; each pixel has `samples` × `samples` samples (1 or 2)."""
        width, height = size
        return cls(
            size,
            samples,
            np.empty((height * samples, width * samples), np.int32),
            np.empty((height * samples, width * samples), np.float32),
            np.empty((height, width, 4), np.float32),
            np.empty((height, width), np.uint8),
            np.empty((height, width), np.uint8),
            np.empty((height, width), np.uint8),
        )


@dataclass(frozen=True, slots=True)
class _Eye:
    """A camera as the kernels take it: axes, place, lens in pixels; `mirrored` for the one below the water."""

    position: NDArray[np.float64]
    axes: NDArray[np.float64]
    focal: float
    mirrored: bool

    def rows(self, size: tuple[int, int], seconds: float) -> Floats:
        width, height = size
        lens = (self.focal * width, width / 2, height / 2)
        return np.array([self.position, *self.axes, lens, (seconds, 0, 0)], dtype=np.float32)

    def into(self, points: Floats) -> Floats:
        offset = (self.axes @ self.position).astype(np.float32)
        return np.ascontiguousarray(points @ self.axes.T.astype(np.float32) - offset, dtype=np.float32)


def _eye(view: View) -> _Eye:
    return _Eye(np.asarray(view.position), view.axes(), view.focal(1), mirrored=False)


def _reflected(view: View, level: float) -> _Eye:
    position = np.array([view.position[0], 2 * level - view.position[1], view.position[2]])
    return _Eye(position, view.axes() * np.array([1.0, -1.0, 1.0]), view.focal(1), mirrored=True)


def paint(
    scene: Set, view: View, seconds: float, canvas: Canvas, run: Executor | None = None, focus: float | None = None
) -> Picture:
    """The picture (h, w, 3 BGR) that `view` sees at `seconds`.

    With `run`, bands of it are drawn side by side. With `focus` metres it is settled: creases darken, and the lens is sharp
    at that distance alone.
    """
    stage = scene.stage
    acting = stage.acting(seconds)
    whole = _whole(stage.scenery, acting)
    maps = [shadow.with_cast(item, acting) for item in (scene.near_map, scene.far_map, scene.top_map)]
    width, height = canvas.size
    if scene.reflects:
        level = float(scene.ground[3] if scene.ground[0] < 0.5 else scene.ground[1])
        below = Canvas.of((width // 2, height // 2), 1)
        _light(scene, _reflected(view, level), seconds, whole, maps, below, np.zeros((1, 1, 4), np.float32), run)
        mirror = below.light
    else:
        mirror = np.zeros((1, 1, 4), np.float32)
    _light(scene, _eye(view), seconds, whole, maps, canvas, mirror, run, settled=focus is not None)
    if focus is not None:
        canvas.light[:] = focused(canvas.light, focus, view.lens, view.gate[0])
    if scene.weather is not Weather.CLEAR and not stage.indoors:
        tint = np.minimum(0.55 * scene.table[5] + 0.9 * scene.table[7] + 0.05, 0.9).astype(np.float32)
        weather.fall(canvas.light, scene.weather, view, seconds, scene.seed, tint)
    return _developed(canvas, run)


def _developed(canvas: Canvas, run: Executor | None) -> Picture:
    width, height = canvas.size
    spill = bloom(canvas.light, 1.0).reshape(height, width * 4)
    light, noise = canvas.light.reshape(height, width * 4), grain(width)
    codes = np.empty((height, width * 4), np.uint8)
    _spread(lambda rows: develop(light, spill, noise, codes, rows[0], rows[1]), height, run)
    return np.asarray(cv2.cvtColor(codes.reshape(height, width, 4), cv2.COLOR_RGBA2BGR), dtype=np.uint8)


def _whole(scenery: Mesh, acting: Mesh) -> Mesh:
    offset = np.int32(len(scenery.vertices))
    return Mesh(
        np.concatenate([scenery.vertices, acting.vertices]),
        np.concatenate([scenery.normals, acting.normals]),
        np.concatenate([scenery.faces, acting.faces + offset]),
        np.concatenate([scenery.colours, acting.colours]),
        np.concatenate([scenery.glow, acting.glow]),
    )


def _light(
    scene: Set, eye: _Eye, seconds: float, mesh: Mesh, maps: Sequence[shadow.Shade], canvas: Canvas, mirror: Floats,
    run: Executor | None, *, settled: bool = False,
) -> None:  # fmt: skip
    """Fill the canvas' light: z-buffer, then coarse pixels, then what differs between them."""
    width, height = canvas.size
    samples, ids, depth, kinds, edge, todo = (
        canvas.samples, canvas.ids, canvas.depth, canvas.kinds, canvas.edge, canvas.todo,
    )  # fmt: skip
    cam = eye.into(mesh.vertices)
    rows = eye.rows(canvas.size, seconds)
    focal = eye.focal * width * samples
    occlusion = np.zeros((1, 1), np.float32)
    near, far, top = maps
    starry = bool(scene.table[9, 2] > 0.3)

    def see(band: tuple[int, int]) -> None:
        first, last = band[0] * samples, band[1] * samples
        ids[first:last] = -1
        depth[first:last] = 0
        perspective(
            cam, mesh.faces, len(mesh.faces), focal, width * samples / 2, height * samples / 2, _NEAR, eye.mirrored, 0,
            depth, ids, first, last,
        )  # fmt: skip
        edges(ids, depth, samples, mesh.faces, mesh.normals, mesh.colours, edge, todo, *band, 0, width)

    def call(band: tuple[int, int]) -> None:
        shade(
            canvas.light, ids, depth, samples, cam, mesh.faces, mesh.normals, mesh.colours, mesh.glow, rows, scene.table,
            scene.sky, scene.lamps, near.depth, near.frame, far.depth, far.frame, top.depth, top.frame,
            scene.ground, scene.ground_colour, scene.texture, mirror, occlusion, kinds, edge, todo, eye.mirrored, *band, 0, width,
        )  # fmt: skip

    def fill_skies(band: tuple[int, int]) -> None:
        skies(canvas.light, kinds, edge, ids, samples, starry, todo, *band, 0, width)

    def fill_between(band: tuple[int, int]) -> None:
        between(
            canvas.light, kinds, edge, ids, depth, samples, mesh.faces, mesh.normals, mesh.colours, rows, scene.ground,
            todo, *band, 0, width,
        )  # fmt: skip

    _spread(see, height, run)
    if settled:
        solid = scene.ground[0] > 0.5
        plane = np.array([solid, scene.ground[1]], np.float32)
        rows_of_samples = eye.rows((width * samples, height * samples), seconds)
        occlusion = creases(depth, ids, mesh.normals, mesh.faces, rows_of_samples, plane)
    for work in (call, fill_skies, call, fill_between, call):
        _spread(work, height, run)


def _spread(work: Callable[[tuple[int, int]], None], height: int, run: Executor | None) -> None:
    """Do the rows 0–height in bands (of whole blocks of four rows), side by side where there are threads."""
    if run is None:
        work((0, height))
        return
    edges_ = [min(height, -(-height * index // (4 * _BANDS)) * 4) for index in range(_BANDS + 1)]
    list(run.map(work, zip(edges_, edges_[1:], strict=False)))
