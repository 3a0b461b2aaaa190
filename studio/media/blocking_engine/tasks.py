"""What a worker process is asked to draw.

Each process keeps one artist, so that the second picture costs a picture only.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from studio.core.blocking import BlockingBrief
from studio.core.work import Reply
from studio.media.blocking_engine.artist import Artist
from studio.media.blocking_engine.clip import write_clip
from studio.media.blocking_engine.draw import new_artist
from studio.media.blocking_engine.draw import warm_up as compile_all
from studio.media.blocking_engine.finish import Finish
from studio.media.pictures import jpeg


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
    return jpeg(_artist(reply).still(brief))


def draw_poster(brief: BlockingBrief, reply: Reply) -> bytes:
    """The first picture of a brief as JPEG, in the settled finish."""
    return jpeg(_artist(reply).still(brief, finish=Finish.POSTER))


def warm_up(reply: Reply) -> None:
    """Load the compiled code and make the artist, before anybody waits for it."""
    compile_all(_artist(reply))


def _artist(reply: Reply) -> Artist:
    return reply.state.keep(Artist, new_artist)
