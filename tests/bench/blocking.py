"""How fast the blocking engine draws, against encoding alone and against its own clip."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from studio.core.blocking import BlockingBrief
from studio.core.camera import ASPECTS, LENSES_MM, Camera, Size
from studio.core.timebase import Rate
from studio.core.vocabulary import read
from studio.media.blocking_engine.artist import Artist
from studio.media.blocking_engine.clip import ENCODING, write_clip
from studio.media.blocking_engine.dressing import build
from studio.media.clip_writer import written_clip
from studio.media.pictures import jpeg
from tests.bench.measure import PAIRS, Figure, figure_of, percentile

PIER = BlockingBrief(
    action="Two women run along a pier at dusk.",
    slugline="EXT. PIER - DUSK",
    camera=Camera(),
    aspect=ASPECTS[0],
    rate=Rate(24),
    frames=96,
    long_side=640,
    seed=1,
)
STILLS = 40


def figures() -> Iterator[Figure]:
    """blocking_clip, blocking_still (median) and blocking_still_p95."""
    with Artist(read, build) as artist, tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "clip.mp4"
        _clip(artist, target)  # warm
        pictures = list(artist.frames(PIER))
        measured: list[tuple[float, float]] = []
        for _ in range(PAIRS):
            drawn = _clip(artist, target)
            measured.append((drawn, _encode(pictures, target)))
        yield figure_of("blocking_clip", measured, bound=3, note="field to playable file against encoding alone")
        mean_frame = sorted(drawn for drawn, _ in measured)[PAIRS // 2] / PIER.frames
        stills = [_still(artist, index) for index in range(STILLS)]
        pairs = [(still, mean_frame) for still in stills]
        yield figure_of("blocking_still", pairs, bound=4, note="field change to encoded picture against a clip's frame")
        yield figure_of("blocking_still_p95", [(percentile(stills, 0.95), mean_frame)] * PAIRS, bound=10)


def _clip(artist: Artist, target: Path) -> float:
    begun = time.perf_counter()
    write_clip(
        artist,
        PIER,
        target,
        on_first=lambda _: None,
        on_progress=lambda _done, _total: None,
        cancelled=lambda: False,
    )
    return (time.perf_counter() - begun) * 1000


def _encode(pictures: list, target: Path) -> float:
    begun = time.perf_counter()
    with written_clip(target, PIER.aspect.pixels(PIER.long_side), PIER.rate.fps, ENCODING) as writer:
        for picture in pictures:
            writer.write(picture)
    return (time.perf_counter() - begun) * 1000


def _still(artist: Artist, index: int) -> float:
    """A director turning the lens and the size, as the inspector asks for it."""
    camera = Camera(size=list(Size)[index % 7], lens_mm=LENSES_MM[index % len(LENSES_MM)])
    begun = time.perf_counter()
    jpeg(artist.still(replace(PIER, camera=camera)))
    return (time.perf_counter() - begun) * 1000
