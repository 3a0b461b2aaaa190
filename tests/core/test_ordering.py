"""Fractional keys: there is always room, and moving one thing writes one key."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.ordering import DIGITS, between, several, spread


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=120))
def test_there_is_always_a_key_at_any_place(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        keys.insert(at, between(keys[at - 1] if at else None, keys[at] if at < len(keys) else None))
    assert keys == sorted(set(keys))
    assert all(key and set(key) <= set(DIGITS) and not key.endswith(DIGITS[0]) for key in keys)


@pytest.mark.parametrize(("before", "after"), [("V", "V"), ("W", "V"), ("V1", "V")])
def test_there_is_no_key_between_the_same_or_turned_round(before: str, after: str) -> None:
    with pytest.raises(ValueError, match="no key fits"):
        between(before, after)


def test_adding_a_thousand_at_the_end_keeps_keys_short() -> None:
    last = None
    for _ in range(1000):
        last = between(last, None)
    assert last is not None
    assert len(last) < 40


@given(st.integers(0, 3000))
def test_spread_gives_keys_in_order_with_room_between(count: int) -> None:
    keys = spread(count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    assert all(key and not key.endswith(DIGITS[0]) for key in keys)
    for low, high in pairwise(keys):
        assert low < between(low, high) < high


@given(st.integers(0, 400), st.sampled_from([(None, None), ("V", None), (None, "V"), ("V", "W"), ("V", "V1")]))
def test_several_fill_a_gap_with_short_keys(count: int, gap: tuple[str | None, str | None]) -> None:
    keys = several(*gap, count)
    low, high = gap
    assert len(keys) == count
    assert [low or "", *keys] == sorted({low or "", *keys})
    assert high is None or all(key < high for key in keys)
    assert max(map(len, keys), default=0) <= 6
