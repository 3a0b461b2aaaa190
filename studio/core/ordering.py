"""Fractional keys: text that sorts between its neighbours, so that a move writes one row."""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def between(before: str | None, after: str | None) -> str:
    """A key that sorts after `before` and before `after`; None stands for the open end.

    Keys are base-62 fractions without a trailing zero, so there is always room. Raises ValueError unless before <
    after.
    """
    low, high = before or "", after
    if high is not None and low >= high:
        raise ValueError(f"no key fits between {before!r} and {after!r}")
    prefix = ""
    while True:
        place = len(prefix)
        left = DIGITS.index(low[place]) if place < len(low) else 0
        right = DIGITS.index(high[place]) if high is not None and place < len(high) else len(DIGITS)
        if right - left > 1:
            # At the open end go on by one digit: appending a thousand shots must not halve the gap a thousand times.
            step = left + 1 if after is None and low else (left + right) // 2
            return prefix + DIGITS[step]
        prefix += DIGITS[left]
        if right > left:
            high = None


def several(before: str | None, after: str | None, count: int) -> list[str]:
    """`count` keys in order between `before` and `after`, halving the room so that they stay short."""
    if count <= 0:
        return []
    if after is None:
        first = between(before, None)
        return [first, *several(first, between(first, None), count - 1)]
    middle = between(before, after)
    left = several(before, middle, (count - 1) // 2)
    return [*left, middle, *several(middle, after, count - 1 - len(left))]


def spread(count: int) -> list[str]:
    """`count` keys in order, evenly spaced and of equal length."""
    width, room = 1, len(DIGITS)
    while room <= count * 2:
        width, room = width + 1, room * len(DIGITS)
    step = room // (count + 1)
    return [_digits((index + 1) * step, width).rstrip("0") for index in range(count)]


def _digits(value: int, width: int) -> str:
    text = ""
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        text = DIGITS[digit] + text
    return text
