"""The board as one film: every shot at its length, one after the other, a slate where there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path

import numpy as np

from studio.core.errors import CancelledByUserError, MediaError
from studio.core.timebase import Rate
from studio.core.work import Reply
from studio.media.clip_writer import Encoding, written_clip
from studio.media.decode import CONVERT, Pixels, display_size, opened, upright
from studio.media.slate import slate
from studio.media.timing import conformed, read_timing

ENCODING = Encoding(crf=20, gop=24, index_first=True)
PROGRESS_EVERY = 24
GROUND = 0


@dataclass(frozen=True, slots=True)
class AnimaticItem:
    """A shot of the film: `frames` long, shown by `clip`, or by a slate with `code` and `text` when that is None."""

    clip: Path | None
    frames: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class AnimaticFacts:
    """How long the film became, in frames, and the codes of shots whose clip could not be read and got a slate."""

    frames: int
    unreadable: tuple[str, ...]


def write_animatic(
    items: Sequence[AnimaticItem], target: Path, rate: Rate, size: tuple[int, int], reply: Reply | None = None
) -> AnimaticFacts:
    """Write the film of `items` at `rate` and `size` (width, height; made even) to `target`, without sound.

    A clip that is longer than its shot is cut at the end, a shorter one holds its last frame; one of another shape
    gets bars. `reply` gets the share done (0–1) now and then and may cancel. Raises MediaError when there is nothing
    to write, ProjectError for disk trouble, CancelledByUserError; a former `target` is then as it was.
    """
    total = sum(max(0, shot.frames) for shot in items)
    if not total:
        raise MediaError("The board has no shots to make an animatic of.", "Add a shot first.")
    even = (size[0] + size[0] % 2, size[1] + size[1] % 2)
    unreadable = list[str]()
    with written_clip(target, even, rate.fps, ENCODING) as writer:
        for shot in items:
            for picture in _pictures(shot, rate, even, unreadable):
                writer.write(picture)
                if reply is not None and writer.frames % PROGRESS_EVERY == 0:
                    if reply.cancelled():
                        raise CancelledByUserError("The animatic was not written.")
                    reply(writer.frames / total)
    return AnimaticFacts(total, tuple(unreadable))


def _pictures(shot: AnimaticItem, rate: Rate, size: tuple[int, int], unreadable: list[str]) -> Iterator[Pixels]:
    """Exactly `shot.frames` pictures, whatever is wrong with its clip."""
    given, last = 0, None
    if shot.clip is not None and shot.frames > 0:
        try:
            for last in _clip_pictures(shot.clip, shot.frames, rate, size):
                given += 1
                yield last
        except MediaError:
            unreadable.append(shot.code)
            last = slate(size, shot.code, shot.text, "The clip of this shot cannot be read.")
    if last is None:
        last = slate(size, shot.code, shot.text)
    yield from repeat(last, shot.frames - given)


def _clip_pictures(path: Path, frames: int, rate: Rate, size: tuple[int, int]) -> Iterator[Pixels]:
    with opened(path) as clip:
        shown = conformed(clip.frames(), read_timing(clip), rate.fps, frames)
        first = next(shown, None)
        if first is None:
            raise MediaError(f"No frame of “{path.name}” can be decoded.", CONVERT)
        inner = _inside(display_size(clip, first), size)
        before, held = None, np.empty(0, dtype=np.uint8)
        for frame in chain((first,), shown):
            if frame is not before:  # a held frame is converted once
                held, before = _centred(upright(clip, frame, inner), size), frame
            yield held


def _inside(shape: tuple[int, int], size: tuple[int, int]) -> tuple[int, int]:
    """The largest even (width, height) of that shape inside `size`."""
    scale = min(size[0] / shape[0], size[1] / shape[1])
    return max(2, 2 * round(shape[0] * scale / 2)), max(2, 2 * round(shape[1] * scale / 2))


def _centred(picture: Pixels, size: tuple[int, int]) -> Pixels:
    height, width = picture.shape[:2]
    if (width, height) == size:
        return picture
    whole = np.full((size[1], size[0], 3), GROUND, dtype=np.uint8)
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    whole[top : top + height, left : left + width] = picture
    return whole
