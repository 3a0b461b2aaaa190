"""One card to paint."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.board import Card
from studio.core.timebase import Rate
from studio.ui.grid.layout import CardSize
from studio.ui.grid.words import Words


@dataclass(frozen=True, slots=True)
class Face:
    """One card to paint: the shot, what it says, its size, and the project's rate for its duration."""

    card: Card
    words: Words
    size: CardSize
    rate: Rate
