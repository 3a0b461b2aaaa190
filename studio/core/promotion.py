"""A promotion as it is shown before money moves: what stays, what changes, what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.catalogue import ModelSpec, Quote
from studio.core.take import Take


@dataclass(frozen=True, slots=True)
class Promotion:
    """A take, one tier up. `choices` are the models of that tier; sentences in `stays` and `changes` are for a
    person.
    """

    take: Take
    target: ModelSpec
    choices: tuple[ModelSpec, ...]
    stays: tuple[str, ...]
    changes: tuple[str, ...]
    quote: Quote
    usual_s: float | None = None
