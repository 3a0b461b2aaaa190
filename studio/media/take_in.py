"""Taking a clip in: from a file of whatever origin to a checked blob with its facts and its poster."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.media.blobs import Blob, adopt, adopt_copy
from studio.media.pictures import poster_from_clip
from studio.media.probe import ClipFacts, probe_clip

POSTER_WIDTH = 640


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A clip that is safely in the media folder, and what is known of it. `poster` is a JPEG."""

    facts: ClipFacts
    blob: Blob
    poster: bytes


def take_in(part: Path, media: Path, at: Fraction) -> TakenIn:
    """Check `part` and move it into `media` under its hash; its poster is taken `at` (0 first frame … 1 last).

    The check comes first: a file that fails it stays where it is. Raises MediaError and ProjectError.
    """
    facts = probe_clip(part)
    poster = poster_from_clip(part, _poster_width(facts), at)
    return TakenIn(facts, adopt(part, media, facts.suffix), poster)


def take_in_copy(source: Path, media: Path, at: Fraction) -> TakenIn:
    """As `take_in`, for somebody's own file: it stays where it is and is copied, byte for byte."""
    facts = probe_clip(source)
    poster = poster_from_clip(source, _poster_width(facts), at)
    return TakenIn(facts, adopt_copy(source, media, facts.suffix), poster)


def _poster_width(facts: ClipFacts) -> int:
    longest = max(facts.width, facts.height)
    return max(2, round(facts.width * min(1, POSTER_WIDTH / longest)))
