"""What must be there: a row that somebody named."""

from __future__ import annotations

from studio.core.errors import InvalidInputError


def not_here(what: str) -> InvalidInputError:
    """The error for a row that is not in the project; `what` is a word such as "take"."""
    return InvalidInputError(f"That {what} is not in this project.", "Look again: the board may have changed.")
