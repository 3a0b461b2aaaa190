"""What stands on the stage of a shot: subjects, their poses, the place and the light, read from words and fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from studio.core.camera import Camera, TimeOfDay, Weather


class Pose(StrEnum):
    """What a figure's body does."""

    STAND = "stand"
    SIT = "sit"
    WALK = "walk"
    RUN = "run"
    LIE = "lie"
    REACH = "reach"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a shot is about, or that moves: a figure, an animal, a vehicle, a prop.

    `kind` is a word of the vocabulary (`woman`, `dog`, `car` …), `name` the cast member's name where the words give
    one, `holding` a prop's kind.
    """

    kind: str
    pose: Pose = Pose.STAND
    name: str = ""
    holding: str = ""


@dataclass(frozen=True, slots=True)
class Staging:
    """Everything that the words and fields put on the stage, with the camera completed.

    `subjects` are in order of mention, the first is what the camera measures; `props` stand about; `place` is one
    word of the vocabulary (`stage` when the words name none) and `scenery` what else belongs to it (`water`, `hill`,
    `tree` …). `unread` lists the words that were not understood, in the order they were written.
    """

    subjects: tuple[Subject, ...]
    place: str
    time_of_day: TimeOfDay
    weather: Weather
    camera: Camera
    indoors: bool = False
    props: tuple[str, ...] = ()
    scenery: tuple[str, ...] = ()
    unread: tuple[str, ...] = field(default=())
