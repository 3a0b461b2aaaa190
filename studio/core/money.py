"""Money is whole micro-dollars; text comes in and goes out by decimal, never by float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal, InvalidOperation

from studio.core.errors import InvalidInputError

MICROS = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole micro-dollars; negative amounts appear only inside the ledger."""

    micros: int = 0

    def __add__(self, other: Money) -> Money:
        return Money(self.micros + other.micros)

    def __sub__(self, other: Money) -> Money:
        return Money(self.micros - other.micros)

    def __neg__(self) -> Money:
        return Money(-self.micros)

    def __bool__(self) -> bool:
        return self.micros != 0

    def text(self, places: int = 2) -> str:
        """`$0.14`; the ledger shows four places."""
        amount = Decimal(self.micros) / MICROS
        rounded = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
        return f"-${-rounded:,}" if rounded < 0 else f"${abs(rounded):,}"

    def __str__(self) -> str:
        return self.text()


def reserve_of(dollars: Decimal) -> Money:
    """The money to set aside for a price: rounded up to the next micro-dollar."""
    return Money(int((dollars * MICROS).to_integral_value(ROUND_CEILING)))


def parse_dollars(text: str) -> Decimal:
    """A price as typed or as a catalogue has it. Raises InvalidInputError unless it is finite and at least 0."""
    try:
        amount = Decimal(text.strip().removeprefix("$"))
    except InvalidOperation as error:
        raise InvalidInputError(f"{text!r} is not an amount of money.", "Write it like 0.14.") from error
    if not amount.is_finite() or amount < 0:
        raise InvalidInputError(f"{text!r} is not an amount of money.", "Write it like 0.14.")
    return amount
