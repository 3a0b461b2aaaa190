"""Exit codes: what a script is told about how a command ended."""

from __future__ import annotations

from enum import IntEnum

from studio.core.errors import CancelledByUserError, CapReachedError, ProviderError, RefusedError, StudioError
from studio.core.job import AttemptState, JobState


class Exit(IntEnum):
    """What the shell is told. 130 is an interrupt, by the custom of shells (128 + SIGINT)."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    CAP = 3
    REFUSED = 4
    PARTLY = 5
    UNKNOWN = 6
    INTERRUPTED = 130


def exit_of(error: StudioError) -> Exit:
    """The code that fits an error."""
    match error:
        case CapReachedError():
            return Exit.CAP
        case RefusedError() | ProviderError():
            return Exit.REFUSED
        case CancelledByUserError():
            return Exit.INTERRUPTED
        case _:
            return Exit.FAULT


def exit_of_jobs(states: list[tuple[JobState, AttemptState | None]]) -> Exit:
    """The code for jobs that were waited for: the gravest of what became of them, PARTLY where some landed."""
    landed = [state for state, _ in states if state is JobState.LANDED]
    if any(attempt is AttemptState.UNKNOWN for _, attempt in states):
        return Exit.UNKNOWN
    if len(landed) == len(states):
        return Exit.DONE
    if landed:
        return Exit.PARTLY
    return Exit.REFUSED if any(state is JobState.REFUSED for state, _ in states) else Exit.FAULT
