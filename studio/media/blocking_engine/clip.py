"""A brief as a finished clip: drawn and encoded side by side, its first picture handed out before
anything is written.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studio.core.blocking import BlockingBrief
from studio.core.errors import CancelledByUserError
from studio.media.blocking_engine.artist import Artist
from studio.media.clip_writer import Encoding, written_clip
from studio.media.pictures import jpeg

ENCODING = Encoding(crf=23, gop=12, preset="veryfast", index_first=True)


def write_clip(
    artist: Artist,
    brief: BlockingBrief,
    target: Path,
    *,
    on_first: Callable[[bytes], None],
    on_progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Draw `brief` into the MP4 `target`: exactly its frames at its rate.

    `on_first` gets the first picture as JPEG bytes before the file is begun, `on_progress` (frames done, all) after
    each frame.
    Raises CancelledByUserError once `cancelled()` says so, MediaError for an unreadable picture of the brief,
    ProjectError for
    disk trouble; after any of them nothing is left at `target`.
    """
    size = brief.aspect.pixels(brief.long_side)
    pictures = artist.frames(brief)
    first = next(pictures)
    on_first(jpeg(first))
    with written_clip(target, size, brief.rate.fps, ENCODING) as writer:
        writer.write(first)
        on_progress(1, brief.frames)
        for done, picture in enumerate(pictures, start=2):
            if cancelled():
                pictures.close()
                raise CancelledByUserError("Stopped before the clip was drawn.")
            writer.write(picture)
            on_progress(done, brief.frames)
