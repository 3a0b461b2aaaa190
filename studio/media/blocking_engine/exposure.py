"""Exposing a canvas: z-buffer, then light for coarse pixels, then for what differs between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.finish import grain
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.settle import creases
from studio.media.blocking_engine.shade import shade
from studio.media.blocking_engine.shadow import Shade
from studio.media.blocking_engine.sparse import between, edges, skies, stir, wake
from studio.media.blocking_engine.water import sea, weather_of

Floats = NDArray[np.float32]
Box = tuple[int, int, int, int]
"""Rows top to bottom, columns left to right of a canvas; top and left are multiples of four."""
_BANDS = 6


@dataclass(frozen=True, slots=True)
class Canvas:
    """The buffers of one picture of `size` (width, height): made once, drawn over again and again by one thread at a
    time.
    """

    size: tuple[int, int]
    samples: int
    ids: NDArray[np.int32]
    depth: Floats
    light: Floats
    kinds: NDArray[np.uint8]
    edge: NDArray[np.uint8]
    todo: NDArray[np.uint8]
    noise: Floats

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
            grain(width),
        )

    @property
    def whole(self) -> Box:
        """All of it."""
        return 0, self.size[1], 0, self.size[0]

    def take(self, other: Canvas, seen: Box | None = None, told: Box | None = None) -> None:
        """Become a copy of another canvas of the same size but for its light: what is seen and what is told of it
        within a box each, all of it where none is given.
        """
        samples = self.samples
        top, bottom, left, right = seen or self.whole
        part = slice(top * samples, bottom * samples), slice(left * samples, right * samples)
        self.ids[part], self.depth[part] = other.ids[part], other.depth[part]
        top, bottom, left, right = told or self.whole
        part = slice(top, bottom), slice(left, right)
        self.kinds[part], self.edge[part] = other.kinds[part], other.edge[part]


@dataclass(frozen=True, slots=True)
class Eye:
    """A camera as the kernels take it: axes, place, lens in pixels; `mirrored` for the one below the water."""

    position: NDArray[np.float64]
    axes: NDArray[np.float64]
    focal: float
    near: float
    mirrored: bool

    def rows(self, size: tuple[int, int], seconds: float) -> Floats:
        width, height = size
        lens = (self.focal * width, width / 2, height / 2)
        return np.array([self.position, *self.axes, lens, (seconds, 0, 0)], dtype=np.float32)

    def into(self, points: Floats) -> Floats:
        offset = (self.axes @ self.position).astype(np.float32)
        return np.ascontiguousarray(points @ self.axes.T.astype(np.float32) - offset, dtype=np.float32)


def eye_of(view: View) -> Eye:
    return Eye(np.asarray(view.position), view.axes(), view.focal(1), view.near, mirrored=False)


def eye_below(view: View, level: float) -> Eye:
    position = np.array([view.position[0], 2 * level - view.position[1], view.position[2]])
    return Eye(position, view.axes() * np.array([1.0, -1.0, 1.0]), view.focal(1), view.near, mirrored=True)


def no_mirror() -> Floats:
    """Where nothing reflects."""
    return np.zeros((1, 1, 4), np.float32)


def spread(work: Callable[[Box], None], box: Box, run: Executor | None) -> None:
    """Do a box in bands of whole blocks of four rows, side by side where there are threads."""
    top, bottom, left, right = box
    if run is None:
        work(box)
        return
    lines = [top + min(bottom - top, -(-(bottom - top) * index // (4 * _BANDS)) * 4) for index in range(_BANDS + 1)]
    list(run.map(work, [(first, last, left, right) for first, last in pairwise(lines)]))


@dataclass(slots=True)
class Exposure:
    """One camera's look at one mesh, in progress on a canvas. `cam` are the mesh's vertices from the camera."""

    scene: Set
    eye: Eye
    seconds: float
    mesh: Mesh
    cam: Floats
    maps: Sequence[Shade]
    canvas: Canvas
    mirror: Floats
    run: Executor | None = None
    occlusion: Floats = field(default_factory=lambda: np.zeros((1, 1), np.float32))

    def see(self, box: Box, first: int = 0, *, afresh: bool = True) -> None:
        """The z-buffer of the faces from number `first` on: afresh with all pixels called, or over what is there."""
        canvas, mesh, samples = self.canvas, self.mesh, self.canvas.samples
        width, height = canvas.size
        faces = mesh.faces[first:]
        middle = (self.eye.focal * width * samples, width * samples / 2, height * samples / 2)

        def band(part: Box) -> None:
            top, bottom = part[0] * samples, part[1] * samples
            if afresh:
                canvas.ids[top:bottom] = -1
                canvas.depth[top:bottom] = 0
            perspective(
                self.cam, faces, len(faces), *middle, self.eye.near, self.eye.mirrored, first,
                canvas.depth, canvas.ids, top, bottom,
            )  # fmt: skip
            if afresh:
                edges(
                    canvas.ids, canvas.depth, samples, mesh.faces, mesh.normals, mesh.colours,
                    canvas.edge, canvas.todo, *part,
                )  # fmt: skip

        spread(band, box, self.run)

    def stir(
        self, box: Box, first: int, spans: NDArray[np.int32], places: NDArray[np.uint16], touched: NDArray[np.uint8]
    ) -> Box:
        """Open what shows faces from number `first` on in a box, and what lies in touched shadow; tells where it is."""
        canvas, mesh = self.canvas, self.mesh
        return stir(
            canvas.ids, canvas.depth, canvas.samples, first, mesh.faces, mesh.normals, mesh.colours,
            canvas.kinds, canvas.edge, canvas.todo, spans, places, touched, *box,
        )  # fmt: skip

    def settle(self) -> None:
        """Find the creases, for the light to come."""
        canvas, scene = self.canvas, self.scene
        size = (canvas.size[0] * canvas.samples, canvas.size[1] * canvas.samples)
        plane = np.array([scene.ground[0] > 0.5, scene.ground[1]], np.float32)
        rows = self.eye.rows(size, self.seconds)
        self.occlusion = creases(canvas.depth, canvas.ids, self.mesh.normals, self.mesh.faces, rows, plane)

    def wake(self, kind: int) -> None:
        """Call the pixels of one kind for new light, and no others."""
        wake(self.canvas.kinds, kind, self.canvas.todo)

    def light(self, box: Box) -> None:
        """Light the called pixels of a box and what lies between them."""
        canvas, mesh, scene, samples = self.canvas, self.mesh, self.scene, self.canvas.samples
        rows = self.eye.rows(canvas.size, self.seconds)
        near, far, top = self.maps
        starry = bool(scene.table[9, 2] > 0.3)

        def call(part: Box) -> None:
            shade(
                canvas.light, canvas.ids, canvas.depth, samples,
                self.cam, mesh.faces, mesh.normals, mesh.colours, mesh.glow,
                rows, scene.table, scene.sky, scene.lamps,
                near.depth, near.frame, far.depth, far.frame, top.depth, top.frame,
                scene.ground, scene.ground_colour, scene.texture, self.mirror, self.occlusion,
                canvas.kinds, canvas.edge, canvas.todo, self.eye.mirrored, *part,
            )  # fmt: skip

        def fill_skies(part: Box) -> None:
            skies(canvas.light, canvas.kinds, canvas.edge, canvas.ids, samples, starry, canvas.todo, *part)

        def fill_between(part: Box) -> None:
            between(
                canvas.light, canvas.kinds, canvas.edge, canvas.ids, canvas.depth, samples, mesh.faces, mesh.normals,
                mesh.colours, rows, scene.ground, canvas.todo, *part,
            )  # fmt: skip

        if scene.ground[0] < 0.5 and scene.ground[2] > 0.5 and not self.eye.mirrored:
            shared = weather_of(rows, scene.table)

            def flood(part: Box) -> None:
                sea(
                    canvas.light, canvas.ids, canvas.depth, samples, scene.ground[3], shared, rows, scene.table,
                    scene.sky, scene.texture, self.mirror, canvas.kinds, canvas.edge, canvas.todo, *part,
                )  # fmt: skip

            spread(flood, box, self.run)
        for work in (call, fill_skies, call, fill_between, call):
            spread(work, box, self.run)
