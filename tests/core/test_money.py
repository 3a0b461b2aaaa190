"""Money: whole micro-dollars, text by decimal."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.errors import InvalidInputError
from studio.core.money import MICROS, Money, parse_dollars, reserve_of


@pytest.mark.parametrize(
    ("micros", "text"),
    [(0, "$0.00"), (140_000, "$0.14"), (1_234_567_890, "$1,234.57"), (5_000, "$0.00"), (-5_000, "$0.00")],
)
def test_text_has_cents(micros: int, text: str) -> None:
    assert str(Money(micros)) == text


def test_text_with_four_places() -> None:
    assert Money(140_050).text(4) == "$0.1400"
    assert Money(-1_500_000).text() == "-$1.50"


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12))
def test_sums_are_exact(one: int, other: int) -> None:
    assert Money(one) + Money(other) - Money(other) == Money(one)
    assert Money() - Money(one) == -Money(one)
    assert bool(Money(one)) == (one != 0)


@given(st.decimals(0, 10_000, allow_nan=False, allow_infinity=False, places=9))
def test_a_reserve_is_never_less_than_the_price(price: Decimal) -> None:
    reserve = reserve_of(price)
    assert 0 <= Decimal(reserve.micros) - price * MICROS < 1


@pytest.mark.parametrize(("text", "amount"), [("0.14", "0.14"), (" $2 ", "2"), ("1e-3", "0.001")])
def test_prices_as_typed(text: str, amount: str) -> None:
    assert parse_dollars(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "-1", "NaN", "Infinity", "a lot", "1,50"])
def test_what_is_no_price_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="not an amount"):
        parse_dollars(text)
