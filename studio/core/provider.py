"""The seam to whoever makes takes: a service on the network or the engine on this machine."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from studio.core.ids import AttemptId
from studio.core.money import Money
from studio.core.render import RenderRequest


@dataclass(frozen=True, slots=True)
class Progress:
    """A sign of life. `picture` is a first JPEG where the provider has one; frames only where they are really
    counted.
    """

    picture: bytes = b""
    frames_done: int | None = None
    frames_all: int | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """It is made and can be fetched. `billed` and `evidence` are the provider's own word about the money."""

    billed: Money = field(default=Money())
    evidence: str = "{}"


@dataclass(frozen=True, slots=True)
class Failed:
    """It will not be made. `moderated` when the provider refused the content; `cancelled` when it stopped on our
    wish.
    """

    reason: str
    billed: Money = field(default=Money())
    evidence: str = "{}"
    moderated: bool = False
    cancelled: bool = False


Step = Progress | Finished | Failed


class Provider(Protocol):
    """One service. Methods raise ProviderError or RefusedError with sentences, and ProjectError where the disk refuses;
    nothing else.

    `replayable` says that a submit whose fate is unknown may be sent again because it never costs anything (a local
    engine); for every paid service it is False.
    """

    name: str
    adapter_version: str
    base_url: str
    replayable: bool
    at_once: int

    async def submit(self, request: RenderRequest, attempt_id: AttemptId) -> str:
        """Sends the request once and returns the provider's own id for it."""
        ...

    def watch(self, remote_id: str) -> AsyncGenerator[Step, None]:
        """Follows it until Finished or Failed, which is the last step."""
        ...

    async def fetch(self, remote_id: str, part: Path) -> None:
        """Writes the finished clip to `part`."""
        ...

    async def cancel(self, remote_id: str) -> None:
        """Asks it to stop; a wish, `watch` tells what came of it."""
        ...
