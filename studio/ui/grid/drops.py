"""What a drop at a point of the board would mean: between two cards, at a scene's end, or onto a card."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from studio.core.board import Card
from studio.core.ids import SceneId, ShotId
from studio.ui.grid.layout import GAP, Box, Layout

ONTO = 0.22  # of a card's width at either side means beside it, the rest means onto it
REACH = 48  # from the viewport's edge, where the board begins to move
FASTEST = 24


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between cards: scene number, card number that it is before (None: the scene's end), bar to paint."""

    scene: int
    before: int | None
    bar: Box


def gap_at(layout: Layout, x: int, y: int) -> Gap | None:
    """The place nearest to a point of the board, None on an empty board."""
    if not layout.scenes:
        return None
    scene = layout.scene_at(y)
    cards = layout.cards_of(scene)
    header = layout.header(scene)
    if not cards:
        return Gap(scene, None, Box(layout.side, header.bottom - 4, layout.size.width, 2))
    if y < header.bottom:
        return _beside(layout, scene, cards[0], after=False)
    row = [number for number in layout.cards_in(y - GAP, y + 1) if number in cards] or [cards[-1]]
    # Of two rows that a gap lies between, the upper one is meant.
    row = [number for number in row if layout.card(number).y == layout.card(row[0]).y]
    for number in row:
        box = layout.card(number)
        if x < box.x + box.width // 2:
            return _beside(layout, scene, number, after=False)
    return _beside(layout, scene, row[-1], after=True)


def card_under(layout: Layout, x: int, y: int) -> int | None:
    """The card that a file would be dropped onto, None where it would go beside one."""
    number = layout.card_at(x, y)
    if number is None:
        return None
    box = layout.card(number)
    edge = box.width * ONTO
    return number if box.x + edge <= x < box.x + box.width - edge else None


def before_id(gap: Gap, cards: Sequence[Card], layout: Layout, moved: Set[ShotId] = frozenset()) -> ShotId | None:
    """The shot that the drop comes before, leaving out those that move themselves; None for the scene's end."""
    if gap.before is None:
        return None
    for number in range(gap.before, layout.cards_of(gap.scene).stop):
        if cards[number].shot_id not in moved:
            return cards[number].shot_id
    return None


def changes_order(cards: Sequence[Card], moved: Set[ShotId], scene: SceneId, before: ShotId | None) -> bool:
    """Whether moving the shots there would change anything."""
    if any(card.shot_id in moved and card.scene_id != scene for card in cards):
        return True
    now = [card.shot_id for card in cards if card.scene_id == scene]
    rest = [shot for shot in now if shot not in moved]
    at = rest.index(before) if before is not None and before in rest else len(rest)
    return [*rest[:at], *(shot for shot in now if shot in moved), *rest[at:]] != now


def pull(y: int, height: int) -> int:
    """Pixels to move the board by while something is held at `y` of the viewport: negative is up, 0 in the middle."""
    if y < REACH:
        return -max(1, FASTEST * (REACH - max(y, 0)) // REACH)
    if y > height - REACH:
        return max(1, FASTEST * (min(y, height) - height + REACH) // REACH)
    return 0


def _beside(layout: Layout, scene: int, number: int, *, after: bool) -> Gap:
    box = layout.card(number)
    x = box.x + box.width + GAP // 2 - 1 if after else box.x - GAP // 2 - 1
    following = number + 1 if after else number
    before = following if following in layout.cards_of(scene) else None
    return Gap(scene, before, Box(x, box.y, 2, box.height))
