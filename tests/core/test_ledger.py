"""The ledger's rules: money is set aside first, and leaves that state once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.ids import AttemptId
from studio.core.ledger import Balance, EntryKind, LedgerEntry, LedgerError, allowed, balance, changes
from studio.core.money import Money

AT = datetime(2026, 3, 2, tzinfo=UTC)


def entry(kind: EntryKind, quote: int, actual: int = 0) -> LedgerEntry:
    held, spent = changes(kind, quote=Money(quote), actual=Money(actual))
    return LedgerEntry(AttemptId("a"), kind, held, spent, "price list", "{}", AT)


@given(st.lists(st.sampled_from(EntryKind), max_size=8), st.integers(0, 10**9), st.integers(0, 10**9))
def test_whatever_order_is_tried_an_attempt_ends_settled_or_released_once(
    tried: list[EntryKind], quote: int, actual: int
) -> None:
    entries: list[LedgerEntry] = []
    for kind in tried:
        try:
            allowed(kind, [one.kind for one in entries])
        except LedgerError:
            continue
        entries.append(entry(kind, quote, actual))
    kinds = [one.kind for one in entries]
    closings = [kind for kind in kinds if kind in (EntryKind.SETTLE, EntryKind.RELEASE)]
    assert kinds.count(EntryKind.RESERVE) <= 1
    assert len(closings) <= 1
    held = balance(entries).held
    assert held == Money(quote if kinds and not closings else 0)
    assert kinds[:1] in ([], [EntryKind.RESERVE])


def test_settling_spends_what_it_cost_and_gives_the_reserve_back() -> None:
    entries = [entry(EntryKind.RESERVE, 140_000), entry(EntryKind.SETTLE, 140_000, 120_000)]
    assert balance(entries) == Balance(Money(0), Money(120_000))


def test_a_refund_comes_after_settling_and_is_added() -> None:
    entries = [entry(EntryKind.RESERVE, 100), entry(EntryKind.SETTLE, 100, 100), entry(EntryKind.ADJUST, 100, -40)]
    allowed(EntryKind.ADJUST, [one.kind for one in entries])
    assert balance(entries) == Balance(Money(0), Money(60))


def test_exposure_is_held_and_spent() -> None:
    assert Balance(Money(3), Money(4)).exposure == Money(7)


def test_nothing_is_spent_before_it_was_set_aside() -> None:
    with pytest.raises(LedgerError):
        allowed(EntryKind.SETTLE, [])
