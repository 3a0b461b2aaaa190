"""A shot: one cell of the board, what is to be seen and how the camera sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from studio.core.camera import Camera, TimeOfDay, Weather
from studio.core.ids import ReferenceId, SceneId, ShotId, TakeId
from studio.core.tier import Tier


class ShotStatus(StrEnum):
    """How far a shot has come. On hold and omitted stand beside it and keep the code."""

    EMPTY = "Empty"
    DRAFTING = "Drafting"
    DRAFTED = "Drafted"
    VALIDATED = "Validated"
    PREMIUM = "Premium"
    APPROVED = "Approved"


class ReferenceRole(StrEnum):
    """What a reference picture is for."""

    PLATE = "Plate"
    CAST = "Cast"
    PLACE = "Place"
    LOOK = "Look"


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture that a shot is guided by; `file` is relative to the project folder, the blocking engine moves over a
    plate.
    """

    id: ReferenceId
    shot_id: ShotId
    role: ReferenceRole
    name: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A shot's own fields. `code` never changes and never comes back; `frames` counts on the project's rate."""

    id: ShotId
    scene_id: SceneId
    code: str
    rank: str
    action: str = ""
    dialogue: str = ""
    notes: str = ""
    camera: Camera = field(default=Camera())
    time_of_day: TimeOfDay | None = None
    weather: Weather | None = None
    frames: int = 96
    on_hold: bool = False
    omitted: bool = False
    approved: bool = False
    pick_id: TakeId | None = None


def status_of(best: Tier | None, *, running: bool, approved: bool) -> ShotStatus:
    """The status that follows from the best tier among a shot's takes and whether work is under way."""
    if approved and best is not None:
        return ShotStatus.APPROVED
    if best is None:
        return ShotStatus.DRAFTING if running else ShotStatus.EMPTY
    return {
        Tier.DISCOVERY: ShotStatus.DRAFTED,
        Tier.VALIDATION: ShotStatus.VALIDATED,
        Tier.EXPORT: ShotStatus.PREMIUM,
    }[best]


CAMERA_FIELDS = frozenset({"size", "angle", "lens_mm", "move", "height_m", "pitch_deg", "roll_deg"})


def with_fields(shot: Shot, fields: Mapping[str, object]) -> Shot:
    """The shot with `fields` typed over it; camera fields go by their names. Raises InvalidInputError, TypeError."""
    camera = {name: value for name, value in fields.items() if name in CAMERA_FIELDS}
    rest = {name: value for name, value in fields.items() if name not in CAMERA_FIELDS}
    return replace(shot, camera=replace(shot.camera, **camera), **rest)  # pyright: ignore[reportArgumentType]
