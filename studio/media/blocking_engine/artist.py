"""The one who draws: keeps built stages and threads between pictures, so that a changed field
costs one picture only.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import cv2
import numpy as np

from studio.core.blocking import BlockingBrief
from studio.core.camera import Camera, Move
from studio.core.staging import Staging
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.finish import Finish
from studio.media.blocking_engine.framing import compose, marks_of
from studio.media.blocking_engine.light_set import Set, lit
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.moves import Rig, view_at
from studio.media.blocking_engine.paint import Easel, Paper, Picture, paint
from studio.media.blocking_engine.picture import Plate
from studio.media.blocking_engine.relief import relief
from studio.media.blocking_engine.sight import Sight
from studio.media.blocking_engine.stage import Stage
from studio.media.blocking_engine.tripod import Desk, Tripod

Dress = Callable[[BlockingBrief], Staging]
Build = Callable[[Staging, int], Stage]
_STAGES_KEPT = 18
_PLATES_KEPT = 6
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class _Shot:
    """A brief made ready: stage lit, camera composed."""

    brief: BlockingBrief
    scene: Set
    rig: Rig

    def view(self, seconds: float) -> View:
        length = float(self.brief.rate.seconds(max(1, self.brief.frames - 1)))
        start, now = (marks_of(self.scene.stage, moment)[0].feet for moment in (0.0, seconds))
        drift = (now[0] - start[0], now[1] - start[1], now[2] - start[2])
        return view_at(self.rig, seconds / length, seconds, drift)

    def moments(self, first: int) -> tuple[float, ...]:
        """When frame number `first` and the one after it are, in seconds."""
        return tuple(float(self.brief.rate.seconds(index)) for index in range(first, min(first + 2, self.brief.frames)))


class Artist:
    """Draws briefs with `threads` threads. `read` turns a brief's words and fields into a staging, `build` that into a
    stage.

    Holds the last few stages and plates; close it when done. One caller at a time.
    """

    def __init__(self, read: Dress, build: Build, threads: int = 2) -> None:
        self._read = read
        self._build = build
        self._threads = ThreadPoolExecutor(threads, "blocking")
        self._stages: OrderedDict[tuple[Staging, int], Stage] = OrderedDict()
        self._plates: OrderedDict[tuple[str, int, int], Plate] = OrderedDict()
        self._relief = relief()
        self._paper: Paper | None = None

    def close(self) -> None:
        """Let the threads go."""
        self._threads.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def still(self, brief: BlockingBrief, *, seconds: float = 0.0, finish: Finish = Finish.CLIP) -> Picture:
        """The picture (h, w, 3 BGR) at `seconds` into the shot. Raises MediaError for an unreadable picture of the
        brief.
        """
        size = brief.aspect.pixels(brief.long_side)
        if brief.picture is not None:
            return self._plate(brief).frame(brief, seconds, size)
        shot = self._ready(brief)
        scale = 2 if finish is Finish.POSTER else 1
        easel = Easel(shot.scene, self._paper_of((size[0] * scale, size[1] * scale), keep=finish is Finish.CLIP))
        view = shot.view(seconds)
        focus = max(0.4, view.project(marks_of(shot.scene.stage, seconds)[0].face)[2]) if scale > 1 else None
        picture = paint(easel, view, seconds, self._threads, focus)
        if scale > 1:
            picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        return picture

    def frames(self, brief: BlockingBrief) -> Generator[Picture]:
        """All pictures of the clip in order, drawn a few ahead; leaving the iterator early stops the drawing."""
        size = brief.aspect.pixels(brief.long_side)
        if brief.picture is not None:
            plate = self._plate(brief)
            for index in range(brief.frames):
                yield plate.frame(brief, float(brief.rate.seconds(index)), size)
            return
        shot = self._ready(brief)

        work = self._on_tripod(shot, size) if shot.rig.move is Move.STATIC else self._on_the_move(shot, size)
        waiting: deque[Future[list[Picture]]] = deque()
        begun = 0
        try:
            while waiting or begun < brief.frames:
                while begun < brief.frames and len(waiting) < _AHEAD:
                    waiting.append(self._threads.submit(work, begun))
                    begun += 2
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def _on_the_move(self, shot: _Shot, size: tuple[int, int]) -> Callable[[int], list[Picture]]:
        """Draws frames number n and n + 1 with a camera that moves."""
        easels: deque[Easel] = deque()

        def pair(first: int) -> list[Picture]:
            easel = easels.pop() if easels else Easel(shot.scene, Paper(size))
            pictures = [paint(easel, shot.view(moment), moment) for moment in shot.moments(first)]
            easels.append(easel)
            return pictures

        return pair

    def _on_tripod(self, shot: _Shot, size: tuple[int, int]) -> Callable[[int], list[Picture]]:
        """Draws frames number n and n + 1 with a camera that stands still."""
        tripod = Tripod(shot.scene, shot.rig.view, size, self._threads)
        desks: deque[Desk] = deque()

        def pair(first: int) -> list[Picture]:
            desk = desks.pop() if desks else tripod.desk()
            pictures = tripod.pair(shot.moments(first), desk)
            desks.append(desk)
            return pictures

        return pair

    def view(self, brief: BlockingBrief, seconds: float = 0.0) -> View:
        """Where the camera of a brief is at a moment."""
        return self._ready(brief).view(seconds)

    def _ready(self, brief: BlockingBrief) -> _Shot:
        staging = self._read(brief)
        # A set is dressed for a size and an angle; lens, move and the rest change the camera alone.
        dressed = replace(staging, camera=Camera(size=staging.camera.size, angle=staging.camera.angle), unread=())
        stage = self._stage(dressed, brief.seed)
        seconds = float(brief.rate.seconds(max(1, brief.frames - 1)))
        rig = compose(stage, staging.camera, brief.aspect, seconds, brief.seed, Sight(stage, brief.aspect))
        path = [mark.feet for part in (0.0, 0.5, 1.0) for mark in marks_of(stage, seconds * part)[:3]]
        return _Shot(brief, lit(stage, staging, rig.view, path, self._relief, brief.seed), rig)

    def _stage(self, staging: Staging, seed: int) -> Stage:
        key = (staging, seed)
        if key not in self._stages:
            stage = self._build(staging, seed)
            self._stages[key] = replace(stage, acting=_opening_kept(stage.acting))
            while len(self._stages) > _STAGES_KEPT:
                self._stages.popitem(last=False)
        self._stages.move_to_end(key)
        return self._stages[key]

    def _paper_of(self, size: tuple[int, int], *, keep: bool) -> Paper:
        """Paper for one still; the last one kept serves again where it fits."""
        if self._paper is not None and self._paper.canvas.size == size:
            return self._paper
        paper = Paper(size)
        if keep:
            self._paper = paper
        return paper

    def _plate(self, brief: BlockingBrief) -> Plate:
        assert brief.picture is not None
        key = (
            brief.picture,
            Path(brief.picture).stat().st_mtime_ns if Path(brief.picture).exists() else 0,
            brief.long_side,
        )
        if key not in self._plates:
            self._plates[key] = Plate.read(Path(brief.picture), brief.long_side)
            while len(self._plates) > _PLATES_KEPT:
                self._plates.popitem(last=False)
        return self._plates[key]


def _opening_kept(acting: Callable[[float], Mesh]) -> Callable[[float], Mesh]:
    """`acting` with its first moment kept: camera, light meter and first picture all ask for it."""
    opening: list[Mesh] = []

    def kept(seconds: float) -> Mesh:
        if seconds:
            return acting(seconds)
        if not opening:
            opening.append(acting(0.0))
        return opening[0]

    return kept
