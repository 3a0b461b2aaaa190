"""What the person has before them, in plain values: what every action decides by whether it can act."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.tier import Tier


@dataclass(frozen=True, slots=True)
class Situation:
    """First the project, then the selected shots taken together, last the take that the keys act on.

    `selected` counts shots, `undo` and `redo` name the next step ("" for none).
    """

    open: bool = False
    writable: bool = False
    scenes: int = 0
    shots: int = 0
    picks: int = 0
    binned: int = 0
    undo: str = ""
    redo: str = ""

    selected: int = 0
    working: bool = False
    failed: bool = False
    on_hold: bool = False
    omitted: bool = False
    approved: bool = False
    has_takes: bool = False
    first: bool = True
    last: bool = True

    take: bool = False
    missing: bool = False
    tier: Tier | None = None
    rejected: bool = False
    picked: bool = False
    pasteable: bool = False
    player: bool = False

    def is_open(self) -> bool:
        """A project is open."""
        return self.open

    def can_write(self) -> bool:
        """It is open and may be changed."""
        return self.writable

    def can_import(self) -> bool:
        """A script has a project to go to, or makes one."""
        return self.writable or not self.open

    def has_scenes(self) -> bool:
        """There is a scene to put something into."""
        return self.writable and self.scenes > 0

    def has_shots(self) -> bool:
        """There is a shot to look at."""
        return self.shots > 0

    def has_picks(self) -> bool:
        """Some shot has its pick."""
        return self.picks > 0

    def can_deliver(self) -> bool:
        """There are picks, and their files may be written."""
        return self.writable and self.picks > 0

    def has_binned(self) -> bool:
        """The bin holds something."""
        return self.binned > 0

    def can_undo(self) -> bool:
        """There is a step to take back."""
        return self.writable and bool(self.undo)

    def can_redo(self) -> bool:
        """There is a step to do again."""
        return self.writable and bool(self.redo)

    def can_edit(self) -> bool:
        """Shots are selected and may be changed."""
        return self.writable and self.selected > 0

    def can_edit_one(self) -> bool:
        """Exactly one shot is selected and may be changed."""
        return self.writable and self.selected == 1

    def can_move_left(self) -> bool:
        """The selected shots do not begin the board already."""
        return self.can_edit() and not self.first

    def can_move_right(self) -> bool:
        """The selected shots do not end the board already."""
        return self.can_edit() and not self.last

    def can_approve(self) -> bool:
        """The selected shots have something to approve."""
        return self.can_edit() and self.has_takes

    def can_cancel(self) -> bool:
        """Work on a selected shot can still be stopped."""
        return self.writable and self.working

    def can_retry(self) -> bool:
        """Work on a selected shot has failed."""
        return self.writable and self.failed

    def can_paste(self) -> bool:
        """The clipboard holds a picture, and one shot is there to take it."""
        return self.can_edit_one() and self.pasteable

    def can_play(self) -> bool:
        """There is a take under the keys whose file is there."""
        return self.take and not self.missing

    def can_judge(self) -> bool:
        """There is a take under the keys that may be rated, picked, rejected."""
        return self.writable and self.take

    def can_promote(self) -> bool:
        """The take under the keys has a tier above it."""
        return self.can_judge() and not self.missing and self.tier is not None and self.tier.above is not None

    def can_unpick(self) -> bool:
        """The shot under the keys has a pick."""
        return self.writable and self.picked

    def has_player(self) -> bool:
        """The player is open."""
        return self.player
