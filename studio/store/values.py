"""How core values stand in columns: times as ISO text, pictures of enums as their words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum

from studio.core.money import Money
from studio.core.timebase import Rate

Cell = str | int | float | bytes | None


def stamp(moment: datetime) -> str:
    """A UTC time as text of fixed width, so that text order is time order. Raises ValueError for a time without a
    zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a stored time needs a zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """The time that `stamp` wrote."""
    return datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> datetime | None:
    """The time that `stamp` wrote, None for none."""
    return None if text is None else datetime.fromisoformat(text)


def cell(value: object) -> Cell:
    """A core value as one column holds it. Raises TypeError for what no column holds."""
    match value:
        case None | bytes():
            return value
        case bool():
            return int(value)
        case Enum():
            return cell(value.value)
        case str() | int() | float():
            return value
        case datetime():
            return stamp(value)
        case Money():
            return value.micros
        case Rate():
            return str(value)
    raise TypeError(f"no column holds {value!r}")


def cells(values: Mapping[str, object]) -> dict[str, Cell]:
    """`cell` for every value."""
    return {name: cell(value) for name, value in values.items()}


def marks(count: int) -> str:
    """`?,?,?` for an IN list of `count` values."""
    return ",".join("?" * count)
