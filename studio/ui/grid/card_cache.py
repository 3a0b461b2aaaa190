"""Composed cards, newest last, made between frames in slices of 3 ms so that scrolling never waits for one."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from studio.core.board import Card
from studio.core.ids import ShotId
from studio.core.timebase import Rate
from studio.ui.grid.compose import compose, placeholder
from studio.ui.grid.face import Face
from studio.ui.grid.layout import CardSize
from studio.ui.grid.words import Over, words
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme

SLICE_S = 0.003
PAUSE_MS = 3  # so that the frame that asked is on the screen first
BYTES = 64 << 20
WAITING = 120


@dataclass(slots=True)
class _Entry:
    card: Card
    still: bool
    pixmap: QPixmap


class CardCache(QObject):
    """`get` answers at once, with what is there; `composed(shot id)` tells when there is better."""

    composed = Signal(str)

    def __init__(self, theme: Theme, images: ImageCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._images = images
        self._entries: OrderedDict[ShotId, _Entry] = OrderedDict()
        self._wanted: OrderedDict[ShotId, tuple[Card, bool]] = OrderedDict()
        self._hanging: dict[str, dict[ShotId, tuple[Card, bool]]] = {}
        self._size: CardSize | None = None
        self._ratio = 1.0
        self._rate = Rate(24)
        self._placeholder = QPixmap()
        self._turn = QTimer(self)
        self._turn.setInterval(PAUSE_MS)
        self._turn.timeout.connect(self.work)
        images.ready.connect(self._arrived)

    def resize(self, size: CardSize, ratio: float, rate: Rate) -> None:
        """Make cards of this size, device pixel ratio and project rate from now on."""
        if (size, ratio, rate) == (self._size, self._ratio, self._rate):
            return
        self._size, self._ratio, self._rate = size, ratio, rate
        self._placeholder = placeholder(self._theme, size, ratio)
        self.clear()

    def clear(self) -> None:
        """Let every card go."""
        self._entries.clear()
        self._wanted.clear()
        self._hanging.clear()

    def get(self, card: Card, still: bool) -> QPixmap:
        """The card's picture: the right one, else its last one, else a flat card."""
        entry = self._entries.get(card.shot_id)
        # A fresh reading of the board brings equal cards as new objects.
        if entry is not None and entry.still == still and (entry.card is card or entry.card == card):
            entry.card = card
            self._entries.move_to_end(card.shot_id)
            return entry.pixmap
        self._wanted[card.shot_id] = (card, still)
        self._wanted.move_to_end(card.shot_id)
        if len(self._wanted) > WAITING:
            self._wanted.popitem(last=False)
        if not self._turn.isActive():
            self._turn.start()
        return entry.pixmap if entry is not None else self._placeholder

    def busy(self) -> bool:
        """Whether cards are still to be composed."""
        return bool(self._wanted or self._hanging)

    def work(self) -> None:
        """Compose for 3 ms, newest first."""
        until = perf_counter() + SLICE_S
        while self._wanted:
            shot_id, (card, still) = self._wanted.popitem()
            self._compose(shot_id, card, still)
            if perf_counter() > until:
                return
        self._turn.stop()

    def poster(self, card: Card) -> QPixmap | None:
        """The picture that stands for a shot, at card size, None while it is not here."""
        if card.picture is None or self._size is None:
            return None
        return self._images.ask(
            card.picture, round(self._size.width * self._ratio), round(self._size.picture * self._ratio)
        )

    def _compose(self, shot_id: ShotId, card: Card, still: bool) -> None:
        if self._size is None:
            return
        said = words(card, stands_still=still)
        poster = None
        if card.picture is not None and said.over not in (Over.EMPTY, Over.MISSING):
            poster = self.poster(card)
            if poster is None and not self._images.lacks(card.picture):
                self._hanging.setdefault(card.picture, {})[shot_id] = (card, still)
                return
        pixmap = compose(self._theme, Face(card, said, self._size, self._rate), poster, self._ratio)
        self._entries[shot_id] = _Entry(card, still, pixmap)
        self._entries.move_to_end(shot_id)
        limit = max(48, BYTES // max(1, pixmap.width() * pixmap.height() * 4))
        while len(self._entries) > limit:
            self._entries.popitem(last=False)
        self.composed.emit(shot_id)

    def _arrived(self, key: str) -> None:
        hanging = self._hanging.pop(key, None)
        if hanging:
            self._wanted.update(hanging)
            self._turn.start()
