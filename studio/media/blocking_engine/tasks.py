"""What a worker process is asked to draw.

Each process keeps one artist, so that the second picture costs a picture only. Whoever asks imports these functions to
name them; what they need to draw is imported in the worker alone, because it takes a second and a hundred megabytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.core.blocking import BlockingBrief
from studio.core.work import Reply

if TYPE_CHECKING:
    from studio.media.blocking_engine.artist import Artist


@dataclass(frozen=True, slots=True)
class FirstPicture:
    """The clip's first picture as JPEG."""

    jpeg: bytes


@dataclass(frozen=True, slots=True)
class FramesDone:
    """How far the clip is."""

    done: int
    total: int


def draw_clip(brief: BlockingBrief, part: Path, reply: Reply) -> None:
    """Draw a brief into the file `part`, sending FirstPicture and FramesDone. Raises as clip.write_clip."""
    from studio.media.blocking_engine.clip import write_clip

    part.parent.mkdir(parents=True, exist_ok=True)
    write_clip(
        _artist(reply),
        brief,
        part,
        on_first=lambda picture: reply(FirstPicture(picture)),
        on_progress=lambda done, total: reply(FramesDone(done, total)),
        cancelled=reply.cancelled,
    )


def draw_still(brief: BlockingBrief, reply: Reply) -> bytes:
    """The first picture of a brief as JPEG, in the clip's finish."""
    from studio.media.pictures import jpeg

    return jpeg(_artist(reply).still(brief))


def draw_poster(brief: BlockingBrief, reply: Reply) -> bytes:
    """The first picture of a brief as JPEG, in the settled finish."""
    from studio.media.blocking_engine.finish import Finish
    from studio.media.pictures import jpeg

    return jpeg(_artist(reply).still(brief, finish=Finish.POSTER))


def warm_up(reply: Reply) -> None:
    """Load the compiled code, or compile it, before anybody waits for it."""
    from studio.media.blocking_engine.draw import warm_up as compile_all

    compile_all(_artist(reply))


def _artist(reply: Reply) -> Artist:
    from studio.media.blocking_engine.artist import Artist
    from studio.media.blocking_engine.draw import new_artist

    return reply.state.keep(Artist, new_artist)
