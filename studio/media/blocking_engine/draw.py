"""The blocking engine's front door: a brief in, pictures out.

How it draws, and why. Milliseconds of one core without a GPU for a frame of 640 × 360 of the pier at dusk with water
(21,000 triangles, of which 9,700 face the camera):

- Triangles painted far to near by cv2.fillConvexPoly, one flat tone each: 23 ms. Joints of limbs show through, and
  there is no shadow, no haze or water within a face; those would come on top, and no pixel could be skipped.
- moderngl over EGL: not measured. It needs libEGL and a driver on every machine, without a GPU it is a software
  rasteriser on these same two cores, and pictures would differ from machine to machine.
- numba, chosen: a z-buffer with four samples a pixel (4), shadow maps (2), water (5), light only where neighbouring
  pixels differ (16 to 20), film and screen code (2). It needs nothing but numpy's own kind, and equal seeds give equal
  pictures.

A camera on a tripod lights its set once and then only what moves (about 12 a picture): each pixel knows the block of
the shadow map that decides its light, and only blocks that the cast has touched are looked at again. Of those 12,
figures and their shadows take 5, water 2.5, the cast in the maps 2, skin 1.5, screen code 1.5. Two pictures are drawn
at once.

Against encoding alone (3.4 a frame) a clip of the pier takes 5 times the processor and 3 to 4 times the clock: both
cores draw, where encoding alone leaves most of the second one idle. Three is therefore about what two cores can give
to a picture of 10 to 12. A still of another size takes 30 to find its camera and to meter its light, on one core, and
then a picture of 36 on two, which is about 5 of the clip's frames; the first at a size also builds its set, which
makes it 14. A moving camera draws every picture whole.

The kernels take 22 seconds of one core to compile once per machine and about one to load after that: `warm_up` does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from studio.core.blocking import BlockingBrief
from studio.core.camera import Aspect, Camera, Size, TimeOfDay, Weather
from studio.core.timebase import Rate
from studio.core.vocabulary import read
from studio.media.blocking_engine.artist import Artist
from studio.media.blocking_engine.dressing import build
from studio.media.blocking_engine.finish import Finish
from studio.media.blocking_engine.paint import Picture
from studio.media.blocking_engine.version import DRAW_VERSION

__all__ = ["DRAW_VERSION", "draw_frames", "draw_still", "new_artist", "warm_up"]


def new_artist(threads: int = 2) -> Artist:
    """An artist who stages by the vocabulary and dresses with the engine's own clay."""
    return Artist(read, build, threads)


def draw_still(
    brief: BlockingBrief, *, seconds: float = 0.0, finish: Finish = Finish.CLIP, artist: Artist | None = None
) -> Picture:
    """The picture (h, w, 3 BGR) of a brief at `seconds`. Pass the artist of earlier calls to keep what he has built."""
    if artist is not None:
        return artist.still(brief, seconds=seconds, finish=finish)
    with new_artist() as fresh:
        return fresh.still(brief, seconds=seconds, finish=finish)


def draw_frames(brief: BlockingBrief, *, artist: Artist | None = None) -> Iterator[Picture]:
    """All pictures (h, w, 3 BGR) of a brief's clip in order."""
    if artist is not None:
        yield from artist.frames(brief)
        return
    with new_artist() as fresh:
        yield from fresh.frames(brief)


def warm_up(artist: Artist) -> None:
    """Compile, or load from the cache on disk, everything that drawing needs."""
    for weather, action in ((Weather.RAIN, "A woman stands in the street."), (Weather.CLEAR, "A boat on a lake.")):
        brief = BlockingBrief(
            action,
            "",
            Camera(size=Size.WS),
            Aspect("16:9", Fraction(16, 9)),
            Rate(24),
            2,
            128,
            1,
            TimeOfDay.DAY,
            weather,
        )
        for _ in artist.frames(brief):
            pass
        artist.still(brief, finish=Finish.POSTER)
