"""Events: what people and the program did, kept from the start for insight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from studio.core.ids import ShotId, TakeId


class EventKind(StrEnum):
    """The acts that are counted."""

    CREATED = "created"
    EDITED = "edited"
    DRAFTED = "drafted"
    FIRST_PICTURE = "first_picture"
    LANDED = "landed"
    PLAYED = "played"
    RATED = "rated"
    PICKED = "picked"
    PROMOTED = "promoted"
    DELIVERED = "delivered"
    DRAGGED = "dragged"


@dataclass(frozen=True, slots=True)
class Event:
    """One act. `detail` is a short text such as the field that was edited."""

    id: str
    kind: EventKind
    at: datetime
    by: str
    shot_id: ShotId | None = None
    take_id: TakeId | None = None
    detail: str = ""
