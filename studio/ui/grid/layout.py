"""Where everything lies on the board: scene headers and rows of cards, in whole logical pixels from the board's top.

Scenes are found by bisection and cards by arithmetic, so that 20,000 shots cost no more to paint or to hit than 20.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

GAP = 12
SIDE = 24
NARROW_SIDE = 20
LEAST_SIDE = 16
HEADER = 38
STUCK = 39
FIRST_EXTRA = 11  # the hairline under the stuck header and the air below it
AFTER = 6
END = 24
SMALLEST, LARGEST, STEP = 176, 480, 16
NARROW = 800


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in whole logical pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The y just below it."""
        return self.y + self.height

    def holds(self, x: int, y: int) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class CardSize:
    """A card's measures at one zoom: `letter` is S, M or L."""

    width: int
    picture: int
    foot: int
    letter: str

    @property
    def height(self) -> int:
        """Picture and foot."""
        return self.picture + self.foot


def card_size(width: int, ratio: Fraction) -> CardSize:
    """The card of a zoom width, brought to the nearest step, with a picture of the board's shape in whole pixels."""
    stepped = min(max(round((width - SMALLEST) / STEP), 0), (LARGEST - SMALLEST) // STEP) * STEP + SMALLEST
    picture = round(stepped / ratio)
    if stepped < 224:
        return CardSize(stepped, picture, 28, "S")
    if stepped < 336:
        return CardSize(stepped, picture, 44, "M")
    return CardSize(stepped, picture, 66, "L")


class Layout:
    """The geometry of one board at one width.

    `counts` are the shots each scene shows, 0 for a folded one; `width` is the whole board's including the scroll bar.
    """

    def __init__(self, counts: Sequence[int], width: int, size: CardSize) -> None:
        self.size = size
        self.width = width
        self.columns = max(1, (width - 2 * LEAST_SIDE + GAP) // (size.width + GAP))
        spare = width - self.columns * (size.width + GAP) + GAP
        # One column more is worth a few pixels of the margin.
        self.side = max(LEAST_SIDE, min(SIDE if width >= NARROW else NARROW_SIDE, spare // 2))
        self._counts = tuple(counts)
        self._tops: list[int] = []
        self._firsts: list[int] = []
        y = first = 0
        for place, count in enumerate(self._counts):
            self._tops.append(y)
            self._firsts.append(first)
            y += HEADER + (FIRST_EXTRA if place == 0 else 0)
            rows = -(-count // self.columns)
            y += rows * (size.height + GAP) - (GAP if rows else 0) + AFTER
            first += count
        self.cards = first
        self.height = y + END if self._counts else 0

    @property
    def scenes(self) -> int:
        """How many scenes there are."""
        return len(self._counts)

    @property
    def row_height(self) -> int:
        """From one row of cards to the next."""
        return self.size.height + GAP

    def scene_of(self, card: int) -> int:
        """The scene that card number `card` stands in."""
        place = bisect_right(self._firsts, card) - 1
        while self._counts[place] == 0:
            place -= 1
        return place

    def cards_of(self, scene: int) -> range:
        """The numbers of a scene's cards."""
        return range(self._firsts[scene], self._firsts[scene] + self._counts[scene])

    def header(self, scene: int) -> Box:
        """The box of a scene's header across the whole board."""
        return Box(0, self._tops[scene], self.width, HEADER)

    def card(self, number: int) -> Box:
        """The box of a card. Raises IndexError for a number that is not on the board."""
        if not 0 <= number < self.cards:
            raise IndexError(number)
        scene = self.scene_of(number)
        row, column = divmod(number - self._firsts[scene], self.columns)
        x = self.side + column * (self.size.width + GAP)
        return Box(x, self._grid(scene) + row * self.row_height, self.size.width, self.size.height)

    def scene_at(self, y: int) -> int:
        """The scene whose header or cards are at height `y`, the nearest one outside. -1 on an empty board."""
        return min(max(bisect_right(self._tops, y) - 1, 0), self.scenes - 1)

    def header_at(self, y: int) -> int | None:
        """The scene whose header is at height `y`."""
        scene = self.scene_at(y)
        return scene if scene >= 0 and 0 <= y - self._tops[scene] < HEADER else None

    def card_at(self, x: int, y: int) -> int | None:
        """The card at a point, None between cards."""
        for number in self.cards_in(y, y + 1):
            if self.card(number).holds(x, y):
                return number
        return None

    def headers_in(self, top: int, bottom: int) -> range:
        """The scenes whose headers touch a stretch of the board, and perhaps one more."""
        if not self.scenes:
            return range(0)
        return range(self.scene_at(top), bisect_right(self._tops, max(bottom - 1, 0)))

    def cards_in(self, top: int, bottom: int) -> range:
        """The cards whose rows touch a stretch of the board, in board order, without a gap."""
        if not self.cards or bottom <= top:
            return range(0)
        return range(self._first_below(top), self._first_below(bottom - 1, past=True))

    def below(self, number: int) -> int:
        """The card one row further down, over scene borders; the last where there is none."""
        return self._step(number, 1)

    def above(self, number: int) -> int:
        """The card one row further up; the first where there is none."""
        return self._step(number, -1)

    def _grid(self, scene: int) -> int:
        return self._tops[scene] + HEADER + (FIRST_EXTRA if scene == 0 else 0)

    def _first_below(self, y: int, *, past: bool = False) -> int:
        """The first card of the row at height `y`; with `past` the first card after that row."""
        scene = self.scene_at(y)
        inside = y - self._grid(scene)
        if inside < 0:
            return self._firsts[scene]
        row = inside // self.row_height + (1 if past else 0)
        if not past and inside % self.row_height >= self.size.height:
            row += 1
        return self._firsts[scene] + min(row * self.columns, self._counts[scene])

    def _step(self, number: int, way: int) -> int:
        scene = self.scene_of(number)
        within = number - self._firsts[scene]
        row, column = divmod(within, self.columns)
        rows = -(-self._counts[scene] // self.columns)
        if 0 <= row + way < rows:
            return self._firsts[scene] + min((row + way) * self.columns + column, self._counts[scene] - 1)
        scene += way
        while 0 <= scene < self.scenes and self._counts[scene] == 0:
            scene += way
        if not 0 <= scene < self.scenes:
            return self.cards - 1 if way > 0 else 0
        row = 0 if way > 0 else -(-self._counts[scene] // self.columns) - 1
        return self._firsts[scene] + min(row * self.columns + column, self._counts[scene] - 1)
