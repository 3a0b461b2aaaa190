"""A take: one finished clip or still of a shot, numbered from 1, never reused, never deleted by us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from studio.core.ids import AttemptId, JobId, ShotId, TakeId
from studio.core.money import Money
from studio.core.tier import Tier, TierMark, mark_of


@dataclass(frozen=True, slots=True)
class TakeTimes:
    """When it was asked for, sent, first shown, done at the provider and landed here; None where it never happened.
    UTC.
    """

    asked: datetime
    sent: datetime | None = None
    first_progress: datetime | None = None
    done: datetime | None = None
    landed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """`file` is relative to the project folder; `source` is a provider's name or `imported`; `request` the frozen
    request bytes.

    `rate` and `frames` are the clip's own; `parent_id` the take that it was promoted or re-drafted from.
    """

    id: TakeId
    shot_id: ShotId
    number: int
    tier: Tier
    source: str
    model_id: str
    model_label: str
    file: str
    sha256: str
    size_bytes: int
    width: int
    height: int
    rate: Fraction
    frames: int
    cost: Money
    times: TakeTimes
    made_by: str
    parent_id: TakeId | None = None
    job_id: JobId | None = None
    attempt_id: AttemptId | None = None
    request: bytes = b""
    seed: int | None = None
    stars: int = 0
    rejected: bool = False
    missing: bool = False
    damaged: bool = False

    @property
    def mark(self) -> TierMark:
        """The word and shape that the take carries."""
        return mark_of(self.tier, self.source)


def shown_take(takes: list[Take], pick_id: TakeId | None) -> Take | None:
    """The take that stands for a shot: its pick, else the newest that is not rejected, else the newest."""
    if not takes:
        return None
    newest = sorted(takes, key=lambda take: take.number, reverse=True)
    for take in newest:
        if take.id == pick_id:
            return take
    return next((take for take in newest if not take.rejected), newest[0])
