"""The ledger: append-only money entries that hang on attempts, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from studio.core.ids import AttemptId
from studio.core.money import Money


class EntryKind(StrEnum):
    """RESERVE sets money aside, RELEASE gives it back, SETTLE spends it, ADJUST corrects with evidence."""

    RESERVE = "reserve"
    RELEASE = "release"
    SETTLE = "settle"
    ADJUST = "adjust"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line. `reserved` and `spent` are changes and may be negative; `evidence` is the provider's own word as
    JSON.
    """

    attempt_id: AttemptId
    kind: EntryKind
    reserved: Money
    spent: Money
    source: str
    evidence: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Balance:
    """What is held and what is spent."""

    held: Money = field(default=Money())
    spent: Money = field(default=Money())

    @property
    def exposure(self) -> Money:
        """The most that may have been spent in the end."""
        return self.held + self.spent


class LedgerError(ValueError):
    """An entry that the rules of the ledger do not allow: a bug."""


def changes(kind: EntryKind, *, quote: Money, actual: Money = Money()) -> tuple[Money, Money]:  # noqa: B008
    """What an entry of `kind` changes: (held, spent), for an attempt quoted at `quote` that cost `actual`."""
    return {
        EntryKind.RESERVE: (quote, Money()),
        EntryKind.RELEASE: (-quote, Money()),
        EntryKind.SETTLE: (-quote, actual),
        EntryKind.ADJUST: (Money(), actual),
    }[kind]


def allowed(kind: EntryKind, so_far: Iterable[EntryKind]) -> None:
    """Raises LedgerError unless `kind` may follow what an attempt already has: one RESERVE first, then one SETTLE or
    RELEASE.
    """
    had = list(so_far)
    closed = EntryKind.SETTLE in had or EntryKind.RELEASE in had
    fits = {
        EntryKind.RESERVE: not had,
        EntryKind.RELEASE: EntryKind.RESERVE in had and not closed,
        EntryKind.SETTLE: EntryKind.RESERVE in had and not closed,
        EntryKind.ADJUST: closed,
    }[kind]
    if not fits:
        raise LedgerError(f"{kind} may not follow {[str(one) for one in had]}")


def balance(entries: Iterable[LedgerEntry]) -> Balance:
    """What a set of entries adds up to."""
    held = spent = 0
    for entry in entries:
        held += entry.reserved.micros
        spent += entry.spent.micros
    return Balance(Money(held), Money(spent))
