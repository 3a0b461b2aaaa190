"""A project: the settings that all its shots share."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from studio.core.camera import ASPECTS, Aspect
from studio.core.ids import ProjectId
from studio.core.timebase import Rate

DEFAULT_SECONDS = 4


class CodeScheme(StrEnum):
    """How new shots are numbered: 0010, 0020 … or scene and letter, 12A, 12B …"""

    STEPS = "0010"
    LETTERS = "12A"


@dataclass(frozen=True, slots=True)
class Project:
    """What a project folder is about. `style` is the look in words that every prompt begins with."""

    id: ProjectId
    name: str
    rate: Rate = field(default=Rate(24))
    aspect: Aspect = ASPECTS[0]
    scheme: CodeScheme = CodeScheme.STEPS
    style: str = ""
