"""What must be there: a row that somebody named."""

from __future__ import annotations

from typing import TypeVar

from studio.core.errors import InvalidInputError

T = TypeVar("T")


def needed(found: T | None, what: str) -> T:
    """`found`, when it was found. Raises InvalidInputError: `what` (such as "take") is not in the project."""
    if found is None:
        raise InvalidInputError(f"That {what} is not in this project.", "Look again: the board may have changed.")
    return found
