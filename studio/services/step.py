"""Steps of the history: what a person did, as columns before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Patch:
    """Columns of one row before and after an act; both have the same keys."""

    table: str
    row_id: str
    before: dict[str, object]
    after: dict[str, object]

    def __bool__(self) -> bool:
        return self.before != self.after

    def reversed(self) -> Patch:
        """The patch that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the undo menu. `typing` says which field of which rows was typed in, () for a single act."""

    name: str
    patches: tuple[Patch, ...]
    typing: tuple[str, ...] = ()
    at: float = 0.0

    def reversed(self) -> tuple[Patch, ...]:
        """The patches that take the step back, the last first."""
        return tuple(patch.reversed() for patch in reversed(self.patches))

    def followed_by(self, later: Step) -> Step:
        """Both as one step: before of the first, after of the second. They touch the same columns of the same rows."""
        return replace(
            later,
            patches=tuple(
                replace(new, before=old.before) for old, new in zip(self.patches, later.patches, strict=True)
            ),
        )


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What the menu shows: names of the steps that undo and redo would take ("" none), all names from the newest."""

    undo: str
    redo: str
    names: Sequence[str]
