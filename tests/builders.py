"""Real projects for tests: a store or services over SQLite files, on a clock that the test turns."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from studio.core.catalogue import Catalogue
from studio.core.ids import AttemptId, JobId, ProjectId, SceneId, ShotId, TakeId, uuid7
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.money import Money
from studio.core.project import CodeScheme, Project
from studio.core.take import Take, TakeTimes
from studio.core.tier import Tier
from studio.core.vocabulary import read
from studio.services.board import BoardService
from studio.services.changes import Changes
from studio.services.contexts import Contexts
from studio.services.editing import Editing
from studio.services.history import History
from studio.services.upkeep import Upkeep
from studio.store.opening import create_store, open_store
from studio.store.store import Store

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PERSON = "Ada"
T = TypeVar("T")


class TestClock:
    """Time stands still until a test moves it; identities are counted."""

    __test__ = False

    def __init__(self) -> None:
        self.seconds = 0.0
        self._ids = 0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def new_id(self) -> str:
        self._ids += 1
        return uuid7(int(self.now().timestamp() * 1000), self._ids.to_bytes(10))


def new_store(folder: Path, clock: TestClock | None = None, scheme: CodeScheme = CodeScheme.STEPS) -> Store:
    """A new, empty project `folder/Film.shotboard`."""
    project = Project(ProjectId("p"), "Film", scheme=scheme)
    return create_store(
        folder / "Film.shotboard", project, folder / "account" / "account.db", clock or TestClock(), PERSON
    )


def reopened(store: Store, *, read_only: bool = False, clock: TestClock | None = None) -> Store:
    """The same project, closed and opened again."""
    store.close()
    account = store.folder.parent / "account" / "account.db"
    return open_store(store.folder, account, clock or TestClock(), read_only=read_only)


@dataclass(frozen=True)
class Desk:
    """The services that need no media, over one store."""

    store: Store
    clock: TestClock
    changes: Changes
    history: History
    editing: Editing
    board: BoardService

    def run(self, work: Coroutine[object, object, T]) -> T:
        """What a service coroutine answers."""
        return asyncio.run(work)

    def scene(self, slugline: str = "EXT. PIER - DUSK") -> SceneId:
        """A new scene at the board's end."""
        return self.run(self.editing.add_scene(slugline))

    def shots(self, scene_id: SceneId, count: int) -> list[ShotId]:
        """New shots at a scene's end."""
        return [self.run(self.editing.add_shot(scene_id, None, f"A man waits {at}.")) for at in range(count)]

    def codes(self) -> list[str]:
        """The codes on the board, in its order."""
        return [card.code for card in self.run(self.board.read()).cards]


def new_desk(folder: Path, scheme: CodeScheme = CodeScheme.STEPS) -> Desk:
    """Services over a new, empty project."""
    clock = TestClock()
    return desk_over(new_store(folder, clock, scheme), clock)


def desk_over(store: Store, clock: TestClock) -> Desk:
    """Services over an open store."""
    changes, contexts = Changes(), Contexts(store, read)
    history = History(store, Upkeep(store, contexts), changes, clock, PERSON)
    board = BoardService(store, Catalogue(()), contexts, lambda _: b"")
    return Desk(store, clock, changes, history, Editing(store, history, clock, PERSON), board)


def a_job(clock: TestClock, shot_id: ShotId, place: str = "V", state: JobState = JobState.QUEUED) -> Job:
    """A wish for a draft."""
    return Job(JobId(clock.new_id()), shot_id, Tier.DISCOVERY, "blocking-640", state, place, b"{}", clock.now(), PERSON)


def an_attempt(clock: TestClock, job: Job, nonce: int = 1, remote_id: str | None = None) -> Attempt:
    """A submit that has not been sent."""
    return Attempt(
        id=AttemptId(clock.new_id()),
        job_id=job.id,
        provider="somewhere",
        base_url="",
        account_fp="",
        model_id=job.model_id,
        adapter_version="1",
        price_revision="",
        request=b"{}",
        request_sha256="",
        nonce=nonce,
        quote=Money(140_000),
        state=AttemptState.RESERVED,
        remote_id=remote_id,
    )


def a_take(
    store: Store,
    clock: TestClock,
    shot_id: ShotId,
    tier: Tier = Tier.DISCOVERY,
    request: bytes = b"",
    rejected: bool = False,
) -> Take:
    """The shot's next take, not landed yet."""
    take_id = TakeId(clock.new_id())
    return Take(
        id=take_id,
        shot_id=shot_id,
        number=store.takes.next_number(shot_id),
        tier=tier,
        source="blocking",
        model_id="blocking-640",
        model_label="Blocking",
        file=f"media/{take_id}.mp4",
        sha256=take_id,
        size_bytes=1000,
        width=640,
        height=360,
        rate=Fraction(24000, 1001),
        frames=96,
        cost=Money(),
        times=TakeTimes(clock.now(), landed=clock.now()),
        made_by=PERSON,
        request=request,
        rejected=rejected,
    )


def landed(
    desk: Desk, shot_id: ShotId, tier: Tier = Tier.DISCOVERY, request: bytes = b"", rejected: bool = False
) -> Take:
    """The shot's next take, landed."""
    take = a_take(desk.store, desk.clock, shot_id, tier, request, rejected)
    with desk.store.write():
        desk.store.takes.land(take, b"\xff\xd8poster")
    return take
