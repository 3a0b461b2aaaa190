"""Watching: what a person looked at. It changes nothing and is counted all the same."""

from __future__ import annotations

from studio.core.clock import Clock
from studio.core.event import Event, EventKind
from studio.core.ids import TakeId
from studio.services.needed import needed
from studio.store.store import Store


class Watching:
    """Writes events of one project; nothing where it is open for reading only."""

    def __init__(self, store: Store, clock: Clock, person: str) -> None:
        self._store = store
        self._clock = clock
        self._person = person

    async def played(self, take_id: TakeId) -> None:
        """A take was played. Raises InvalidInputError when the project has no such take."""
        if self._store.read_only:
            return
        take = needed(self._store.takes.get(take_id), "take")
        event = Event(self._clock.new_id(), EventKind.PLAYED, self._clock.now(), self._person, take.shot_id, take.id)
        with self._store.write():
            self._store.events.add(event)
