"""What several shots have in common: one value where they agree, MIXED where they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from studio.core.board import Card
from studio.ui.inspector.camera_rows import MIXED, fields_of


def shared(cards: Sequence[Card], of: Callable[[Card], object]) -> object:
    """The value that all cards have, else MIXED. Raises IndexError for no cards."""
    first = of(cards[0])
    return first if all(of(card) == first for card in cards[1:]) else MIXED


def shared_camera(cards: Sequence[Card]) -> dict[str, object]:
    """The camera fields of several cards by their names in `edit`, MIXED where they differ."""
    each = [fields_of(card.camera, card.time_of_day, card.weather) for card in cards]
    return {name: each[0][name] if all(one[name] == each[0][name] for one in each) else MIXED for name in each[0]}
