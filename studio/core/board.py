"""Read-models: what the board, the inspector and the shell show, frozen at the moment of reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from studio.core.camera import Camera, TimeOfDay, Weather
from studio.core.ids import JobId, SceneId, ShotId, TakeId
from studio.core.money import Money
from studio.core.project import Project
from studio.core.scene import Scene
from studio.core.shot import Reference, ShotStatus
from studio.core.take import Take
from studio.core.tier import Tier, TierMark


class WorkState(StrEnum):
    """What a shot's newest unfinished or failed job is doing, in the word that the card shows."""

    QUEUED = "Queued"
    RUNNING = "Running"
    STALLED = "Stalled"
    UNKNOWN = "Looking for it"
    REFUSED = "Refused"
    FAILED = "Failed"


@dataclass(frozen=True, slots=True)
class Work:
    """A job as a card shows it.

    `started` is when it was sent (UTC, None while queued), `usual_s` the model's usual seconds (None until learnt),
    `place` its place in line from 1, `pictured` whether a first picture has come, `problem` a sentence when refused
    or failed, `billed` what that cost.
    """

    job_id: JobId
    state: WorkState
    tier: Tier
    model_label: str
    asked: datetime
    started: datetime | None = None
    usual_s: float | None = None
    place: int = 0
    problem: str = ""
    held: Money = field(default=Money())
    billed: Money = field(default=Money())
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One shot as the grid shows it.

    `camera_line` is the camera in words (`EWS · eye · 27 mm · push in`), `delivery` the absolute path of the file
    that a drag hands over ("" while there is none), `spend` what the shot has cost so far.
    """

    shot_id: ShotId
    scene_id: SceneId
    code: str
    rank: str
    action: str
    dialogue: str
    notes: str
    camera: Camera
    time_of_day: TimeOfDay | None
    weather: Weather | None
    camera_line: str
    frames: int
    status: ShotStatus
    on_hold: bool
    omitted: bool
    approved: bool
    pick_id: TakeId | None
    pick_number: int | None
    take_count: int
    shown_id: TakeId | None
    shown_number: int | None
    mark: TierMark | None
    stars: int
    missing: bool
    spend: Money
    references: int = 0
    delivery: str = ""
    work: Work | None = None

    @property
    def picture(self) -> TakeId | JobId | None:
        """Whose picture stands on the card: the running job's first one where there is one, else the shown take's."""
        return self.work.job_id if self.work is not None and self.work.pictured else self.shown_id


@dataclass(frozen=True, slots=True)
class Board:
    """A whole project as the window shows it: scenes in order, cards in board order, number of things in the bin."""

    project: Project
    scenes: tuple[Scene, ...]
    cards: tuple[Card, ...]
    binned: int
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class ShotDetail:
    """A shot as the inspector shows it: takes in order of their numbers, references, words that staging did not
    understand.
    """

    card: Card
    takes: tuple[Take, ...]
    references: tuple[Reference, ...]
    effective: Camera
    effective_time: TimeOfDay
    effective_weather: Weather
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What has changed, in ids and flags only; views ask again for what is named."""

    shots: frozenset[ShotId] = frozenset()
    takes: frozenset[TakeId] = frozenset()
    structure: bool = False
    project: bool = False
    ledger: bool = False
    history: bool = False

    def __or__(self, other: Change) -> Change:
        return Change(
            self.shots | other.shots,
            self.takes | other.takes,
            self.structure or other.structure,
            self.project or other.project,
            self.ledger or other.ledger,
            self.history or other.history,
        )
