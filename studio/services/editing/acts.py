"""What every kind of edit is made of: the store, the history, words for steps, events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from studio.core.clock import Clock
from studio.core.errors import InvalidInputError
from studio.core.event import Event, EventKind
from studio.core.ids import ShotId, TakeId
from studio.core.shot import Shot
from studio.services.history import History
from studio.services.step import Patch
from studio.store.store import Store


class Acts:
    """The ground that the edits stand on; `studio.services.editing.Editing` is all of them together."""

    def __init__(self, store: Store, history: History, clock: Clock, person: str) -> None:
        self._store = store
        self._history = history
        self._clock = clock
        self._person = person

    def _event(self, kind: EventKind, shot_id: ShotId, detail: str = "", take_id: TakeId | None = None) -> Event:
        return Event(self._clock.new_id(), kind, self._clock.now(), self._person, shot_id, take_id, detail)

    def _patch(self, table: str, row_id: str, **after: object) -> Patch:
        """A patch from what the row holds now."""
        return Patch(table, row_id, *self._store.patches.plan(table, row_id, after))

    def _shots(self, shot_ids: Iterable[ShotId]) -> list[Shot]:
        """The shots that there are, in the order given. Raises InvalidInputError when none of them is left."""
        found = self._store.shots.some(shot_ids)
        if not found:
            raise InvalidInputError("None of these shots is in this project.", "Choose a shot on the board first.")
        return found


def of_shots(shots: Sequence[Shot]) -> str:
    """`0020` for one shot, `3 shots` for more."""
    return shots[0].code if len(shots) == 1 else f"{len(shots)} shots"


def clean(text: str) -> str:
    """Text as the database can hold it: halves of broken letters become `?`, NUL disappears."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
