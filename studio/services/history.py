"""History: every act of a person as a named step that can be taken back and done again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence

from studio.core.board import Change
from studio.core.clock import Clock
from studio.core.event import Event, EventKind
from studio.services.changes import Changes
from studio.services.step import HistoryState, Patch, Step
from studio.services.upkeep import Upkeep
from studio.store.store import Store

MOST_STEPS = 500
TYPING_S = 2.0


class History:
    """Steps live as long as the project is open. They touch only what a person may change: money and takes stay."""

    def __init__(self, store: Store, upkeep: Upkeep, changes: Changes, clock: Clock, person: str) -> None:
        self._store = store
        self._upkeep = upkeep
        self._changes = changes
        self._clock = clock
        self._person = person
        self._done: deque[Step] = deque(maxlen=MOST_STEPS)
        self._undone: list[Step] = []

    def perform(
        self,
        name: str,
        patches: Iterable[Patch],
        events: Sequence[Event] = (),
        *,
        typing: tuple[str, ...] = (),
        first: Callable[[], None] = lambda: None,
    ) -> None:
        """Writes an act in one transaction and makes it a step; an act that changes nothing leaves no trace.

        `first` adds the rows that the patches then bring to light. With `typing`, an act within two seconds of the
        last in the same field goes into the same step. Raises ReadOnlyError, ProjectError; then nothing has happened.
        """
        step = Step(name, tuple(patch for patch in patches if patch), typing, self._clock.monotonic())
        if not step.patches:
            return
        merged = self._merged(step)
        with self._store.write():
            first()
            change = self._write(step.patches)
            self._store.events.add(*(() if merged else events))
        if merged:
            self._done[-1] = merged
        else:
            self._done.append(step)
        self._undone.clear()
        self._changes.publish(change)

    async def undo(self) -> str | None:
        """Takes the newest step back; its name, None when there is none. Raises ReadOnlyError, ProjectError."""
        if not self._done:
            return None
        step = self._done[-1]
        change = self._replay(step.reversed(), f"undo: {step.name}")
        self._undone.append(self._done.pop())
        self._changes.publish(change)
        return step.name

    async def redo(self) -> str | None:
        """Does the step again that was taken back last; its name, None when there is none. Raises as undo."""
        if not self._undone:
            return None
        step = self._undone[-1]
        change = self._replay(step.patches, f"redo: {step.name}")
        self._done.append(self._undone.pop())
        self._changes.publish(change)
        return step.name

    def state(self) -> HistoryState:
        """What the menu shows."""
        return HistoryState(
            self._done[-1].name if self._done else "",
            self._undone[-1].name if self._undone else "",
            tuple(step.name for step in reversed(self._done)),
        )

    def _replay(self, patches: tuple[Patch, ...], detail: str) -> Change:
        with self._store.write():
            change = self._write(patches)
            self._store.events.add(
                Event(self._clock.new_id(), EventKind.EDITED, self._clock.now(), self._person, detail=detail)
            )
        return change

    def _write(self, patches: tuple[Patch, ...]) -> Change:
        for patch in patches:
            self._store.patches.write(patch.table, patch.row_id, patch.after)
        return self._upkeep.after(patches)

    def _merged(self, step: Step) -> Step | None:
        if not step.typing or not self._done or self._undone:
            return None
        last = self._done[-1]
        same = last.typing == step.typing and step.at - last.at <= TYPING_S and len(last.patches) == len(step.patches)
        return last.followed_by(step) if same else None
