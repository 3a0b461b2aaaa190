"""A camera on a tripod: the set is lit once, and only who moves, their shadow and the water are drawn again."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Weather
from studio.media.blocking_engine import water
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.cast import Cast
from studio.media.blocking_engine.dirt import NOWHERE, blocks_of
from studio.media.blocking_engine.exposure import Box, Canvas, Exposure, Eye, Floats, eye_below, eye_of, no_mirror
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.paint import Picture, Print
from studio.media.blocking_engine.shade import GROUND

_MARGIN = 2
NOBODY: Box = (0, 0, 0, 0)


class Backdrop:
    """What one fixed eye sees of the set without those who act."""

    def __init__(self, scene: Set, eye: Eye, size: tuple[int, int], samples: int, run: Executor) -> None:
        self.scene, self.eye = scene, eye
        self.canvas = Canvas.of(size, samples)
        self.cam = eye.into(scene.stage.scenery.vertices)
        maps = (scene.near_map, scene.far_map, scene.top_map)
        exposure = Exposure(scene, eye, 0.0, scene.stage.scenery, self.cam, maps, self.canvas, no_mirror(), run)
        exposure.see(self.canvas.whole)
        exposure.light(self.canvas.whole)
        self.places = np.full((size[1], size[0], 2), NOWHERE, np.uint16)
        near, far, top = maps
        self.spans = np.zeros((size[1], 2), np.int32)
        blocks_of(
            self.canvas.light, self.canvas.kinds, eye.rows(size, 0.0), near.depth.shape[0], near.frame,
            far.depth.shape[0], far.frame, top.depth.shape[0], top.frame, self.places, self.spans,
        )  # fmt: skip

    def box_of(self, cam: Floats) -> Box:
        """The part of the picture that holds `cam` (n, 3: right, up, forward in metres)."""
        width, height = self.canvas.size
        if not len(cam):
            return NOBODY
        if cam[:, 2].min() < max(self.eye.near, 0.05):
            return self.canvas.whole
        focal = self.eye.focal * width
        columns = width / 2 + focal * cam[:, 0] / cam[:, 2]
        rows = height / 2 - focal * cam[:, 1] / cam[:, 2]
        return (
            int(np.clip(rows.min() - _MARGIN, 0, height)),
            int(np.clip(rows.max() + _MARGIN + 1, 0, height)),
            int(np.clip(columns.min() - _MARGIN, 0, width)),
            int(np.clip(columns.max() + _MARGIN + 1, 0, width)),
        )


class Pane:
    """One thread's copy of a backdrop, with those who act drawn over it anew for every picture."""

    def __init__(self, backdrop: Backdrop) -> None:
        self.backdrop = backdrop
        self.canvas = Canvas.of(backdrop.canvas.size, backdrop.canvas.samples)
        self.canvas.take(backdrop.canvas)
        np.copyto(self.canvas.light, backdrop.canvas.light)
        self.changed = self._own = NOBODY
        self._under: Floats | None = None
        self._cam = backdrop.cam

    def wipe(self) -> None:
        """Take those who act out again; water stays as it was under them."""
        self.canvas.take(self.backdrop.canvas, self._own, self.changed)
        if self._under is not None:
            top, bottom, left, right = self.changed
            self.canvas.light[top:bottom, left:right] = self._under
        self._own = self.changed = NOBODY
        self._under = None

    def exposure(self, cast: Cast, seconds: float, mirror: Floats) -> Exposure:
        """A look at the set and its cast."""
        backdrop, acting = self.backdrop, cast.acting
        first = len(backdrop.cam)
        if len(self._cam) != len(cast.whole.vertices):
            self._cam = np.concatenate([backdrop.cam, np.empty_like(acting.vertices)])
        self._cam[first:] = backdrop.eye.into(acting.vertices)
        return Exposure(backdrop.scene, backdrop.eye, seconds, cast.whole, self._cam, cast.maps, self.canvas, mirror)

    def act(self, cast: Cast, seconds: float, mirror: Floats) -> None:
        """Draw the cast, and light what they and their shadows touch."""
        scenery = self.backdrop.scene.stage.scenery
        exposure = self.exposure(cast, seconds, mirror)
        own = self.backdrop.box_of(exposure.cam[len(scenery.vertices) :])
        exposure.see(own, len(scenery.faces), afresh=False)
        box = exposure.stir(own, len(scenery.faces), self.backdrop.spans, self.backdrop.places, cast.touched)
        self._own = own
        self.changed = box if box[1] > box[0] else NOBODY
        top, bottom, left, right = self.changed
        self._under = self.canvas.light[top:bottom, left:right].copy()
        if bottom:
            exposure.light(self.changed)


@dataclass(slots=True)
class Desk:
    """What one thread works on. `seen` is what it printed last."""

    cast: Cast
    pane: Pane
    below: Pane | None
    print: Print
    seen: tuple[Floats, Picture] | None = field(default=None)


class Tripod:
    """Draws the pictures of one fixed view. Water and wet ground move on twos: a pair of pictures shares them.

    Made with the threads of `run`; after that each thread draws at a desk of its own.
    """

    def __init__(self, scene: Set, view: View, size: tuple[int, int], run: Executor) -> None:
        self._scene = scene
        self._view = view
        self._front = Backdrop(scene, eye_of(view), size, 2, run)
        self._below: Backdrop | None = None
        self._notes: NDArray[np.float32] | None = None
        if scene.reflects:
            wet = scene.ground[0] > 0.5
            level = float(scene.ground[1] if wet else scene.ground[3])
            self._below = Backdrop(scene, eye_below(view, level), (size[0] // 2, size[1] // 2), 1, run)
            if not wet:
                rows = self._front.eye.rows(size, 0.0)
                self._notes = water.survey(self._front.canvas.kinds, rows, level, scene.table, scene.sky)

    def desk(self) -> Desk:
        """A place for one thread to draw at."""
        front = self._front
        below = None if self._below is None else Pane(self._below)
        return Desk(
            Cast(self._scene), Pane(front), below, Print(front.canvas.size)
        )  # fmt: skip

    def pair(self, moments: tuple[float, ...], desk: Desk) -> list[Picture]:
        """The pictures at one or two neighbouring moments."""
        return [self._picture(desk, index, seconds, moments[0]) for index, seconds in enumerate(moments)]

    def _picture(self, desk: Desk, index: int, seconds: float, rippled: float) -> Picture:
        scene, pane = self._scene, desk.pane
        falls = scene.weather in (Weather.RAIN, Weather.SNOW) and not scene.stage.indoors
        acting = scene.stage.acting(seconds)
        alike = desk.seen is not None and np.array_equal(desk.seen[0], acting.vertices)
        if desk.seen is not None and alike and not falls and (index == 1 or not scene.reflects):
            return desk.seen[1]
        desk.cast.enter(acting)
        before = pane.changed
        pane.wipe()
        if scene.reflects and index == 0:
            self._ripple(desk, seconds)
        pane.act(desk.cast, rippled, no_mirror() if desk.below is None else desk.below.canvas.light)
        part = _around(before, pane.changed) if index == 1 and not falls else None
        picture = desk.print.of(scene, self._view, seconds, pane.canvas, part)
        desk.seen = acting.vertices, picture
        return picture

    def _ripple(self, desk: Desk, seconds: float) -> None:
        """The water or wet ground of a pair of pictures."""
        assert desk.below is not None
        scene, pane, below = self._scene, desk.pane, desk.below
        below.wipe()
        below.act(desk.cast, seconds, no_mirror())
        mirror = below.canvas.light
        if self._notes is not None:
            rows = self._front.eye.rows(pane.canvas.size, seconds)
            shared = water.weather_of(rows, scene.table)
            water.waves(pane.canvas.light, self._notes, shared, rows, scene.table, scene.sky, scene.texture, mirror)
            return
        exposure = pane.exposure(desk.cast, seconds, mirror)
        exposure.wake(GROUND)
        exposure.light(pane.canvas.whole)


def _around(one: Box, other: Box) -> Box:
    """The smallest box around two; an empty one has no say."""
    if one[1] <= one[0]:
        return other
    if other[1] <= other[0]:
        return one
    return min(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), max(one[3], other[3])
