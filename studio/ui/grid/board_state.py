"""The board as it is looked at: cards by scene, what a filter and folded scenes leave of them, scene headers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from studio.core.board import Board, Card
from studio.core.camera import ASPECTS
from studio.core.ids import SceneId, ShotId
from studio.core.project import Project
from studio.core.scene import Scene
from studio.core.timebase import Rate
from studio.ui.grid.header import SceneHead, head_of

Filter = Callable[[Card], bool]


class BoardState:
    """Holds cards by scene so that one changed card costs one scene's header and nothing else."""

    def __init__(self) -> None:
        self._board: Board | None = None
        self._cards: dict[SceneId, dict[ShotId, Card]] = {}
        self._scene_of: dict[ShotId, SceneId] = {}
        self._folded: set[SceneId] = set()
        self._filter: Filter | None = None
        self._shown: list[Scene] = []
        self._heads: dict[SceneId, SceneHead] = {}

    @property
    def project(self) -> Project | None:
        """The project that is shown."""
        return self._board.project if self._board else None

    @property
    def rate(self) -> Rate:
        """Its rate, 24 before there is one."""
        return self._board.project.rate if self._board else Rate(24)

    @property
    def aspect(self) -> Fraction:
        """Width to height of its pictures."""
        return (self._board.project.aspect if self._board else ASPECTS[0]).ratio

    @property
    def read_only(self) -> bool:
        """Whether shots may not be moved."""
        return self._board is None or self._board.read_only

    @property
    def folded(self) -> frozenset[SceneId]:
        """The scenes that show their header alone."""
        return frozenset(self._folded)

    @property
    def scenes(self) -> Sequence[Scene]:
        """The scenes that are shown, in order."""
        return self._shown

    @property
    def total(self) -> int:
        """How many shots the project has."""
        return len(self._scene_of)

    @property
    def filtered(self) -> bool:
        """Whether a filter is set."""
        return self._filter is not None

    def take(self, board: Board | None) -> None:
        """Show another reading of the project, or none."""
        self._board = board
        self._cards = {scene.id: {} for scene in board.scenes} if board else {}
        self._scene_of = {}
        for card in board.cards if board else ():
            self._cards[card.scene_id][card.shot_id] = card
            self._scene_of[card.shot_id] = card.scene_id
        self._folded &= set(self._cards)
        self._heads.clear()

    def replace(self, cards: Iterable[Card]) -> tuple[list[Card], bool]:
        """Put new cards of shots that are here in their place.

        Returns those that differ, and whether what is shown has to be laid out anew because the filter sees them
        otherwise than before.
        """
        changed: list[Card] = []
        anew = False
        for card in cards:
            scene = self._scene_of.get(card.shot_id)
            if scene is None or scene != card.scene_id:
                continue
            before = self._cards[scene][card.shot_id]
            if before == card:
                continue
            self._cards[scene][card.shot_id] = card
            self._heads.pop(scene, None)
            changed.append(card)
            anew = anew or (self._filter is not None and self._filter(before) != self._filter(card))
        return changed, anew

    def set_filter(self, matches: Filter | None) -> None:
        """Show only shots that match; None shows all."""
        self._filter = matches

    def set_folded(self, scenes: Iterable[SceneId]) -> None:
        """Show these scenes' headers alone."""
        self._folded = set(scenes) & set(self._cards)
        self._heads.clear()

    def toggle(self, scene: SceneId) -> None:
        """Fold an open scene, open a folded one."""
        self._folded ^= {scene}
        self._heads.clear()

    def lay_out(self) -> tuple[list[Card], list[int]]:
        """The cards to show in board order, and how many of them each shown scene has."""
        shown: list[Card] = []
        counts: list[int] = []
        self._shown = []
        for scene in self._board.scenes if self._board else ():
            matching = [card for card in self._cards[scene.id].values() if self._filter is None or self._filter(card)]
            if self._filter is not None and not matching:
                continue
            self._shown.append(scene)
            kept = [] if scene.id in self._folded else matching
            counts.append(len(kept))
            shown += kept
        return shown, counts

    def head(self, place: int) -> SceneHead:
        """The header of the shown scene number `place`."""
        scene = self._shown[place]
        head = self._heads.get(scene.id)
        if head is None:
            cards = self._cards[scene.id].values()
            head = self._heads[scene.id] = head_of(scene, cards, self.rate, folded=scene.id in self._folded)
        return head

    def shots_of(self, scene: SceneId) -> list[ShotId]:
        """All shots of a scene, in order."""
        return list(self._cards.get(scene, {}))

    def names(self) -> dict[str, str]:
        """How each scene is called aloud, by its id."""
        return {scene.id: f"Scene {scene.number}, {scene.slugline}" for scene in self._shown}
