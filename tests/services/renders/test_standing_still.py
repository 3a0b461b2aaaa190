"""A full disk, a killed program, a lost process: the queue stands still or goes on, and nothing is lost or doubled."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from studio.core.errors import ProjectError
from studio.core.job import AttemptState, JobState
from studio.core.money import Money
from tests.services.renders.room import House, Room
from tests.services.renders.stage import raises

FULL = ProjectError("The disk is full.", "Free some space.")


def test_a_disk_that_is_full_pauses_the_queue_with_a_sentence_and_resume_goes_on(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    room = house.room(tmp_path)
    room.stage.acts.append(raises(FULL))

    async def story() -> None:
        jobs = await room.renders.draft(await room.shots(3))
        await room.renders.idle()
        assert room.renders.paused() == "The disk is full. Free some space."
        assert [state for state, _ in room.states()] == ["active", "queued", "queued"]
        told: list[int] = []
        assert await room.renders.wait_for(jobs, told.append) == 3
        assert told[-1] == 0
        assert await room.renders.resume() == 1
        assert room.renders.paused() == ""
        await room.renders.idle()

    house.run(story())
    assert [state for state, _ in room.states()] == ["landed"] * 3
    assert room.money() == (0, 90_000)
    assert "paused" in caplog.text


def test_wherever_in_a_queue_the_disk_is_full_nothing_is_lost_or_doubled(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    paused = 0
    for spare in range(0, 40, 4):
        room = house.room(tmp_path / str(spare))

        async def story(room: Room = room, spare: int = spare) -> bool:
            shots = await room.shots(3)
            # A take keeps its request, so that each one that lands needs some pages more than there may be.
            await room.desk.editing.edit(shots, action="x" * 30_000)
            await room.renders.draft(shots)
            room.desk.store.limit_pages(room.desk.store.pages() + spare)
            await room.renders.idle()
            stood = bool(room.renders.paused())
            room.desk.store.limit_pages(2**30)
            await room.renders.resume()
            await room.renders.idle()
            return stood

        paused += house.run(story())
        assert [state for state, _ in room.states()] == ["landed"] * 3
        assert len({take.shot_id for take in room.landed}) == len(room.landed) == 3
        assert room.money()[0] == 0
        assert room.desk.store.problems() == []
        room.desk.store.close()
    assert paused >= 5
    assert "paused" in caplog.text


def test_the_queue_goes_on_by_itself_when_there_is_room_again(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    room = house.room(tmp_path, patience_s=0.02)
    room.stage.acts += [raises(FULL), raises(FULL)]

    async def story() -> None:
        shots = await room.shots(1)
        landed = asyncio.Event()
        room.desk.changes.subscribe(lambda change: landed.set() if change.takes else None)
        await room.renders.draft(shots)
        await landed.wait()
        await room.renders.idle()

    house.run(story())
    assert room.renders.paused() == ""
    assert room.states() == [("landed", ["failed", "failed", "stored"])]


def test_what_waits_in_a_paused_queue_can_be_cancelled(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    room = house.room(tmp_path)
    room.stage.acts.append(raises(FULL))

    async def story() -> None:
        jobs = await room.renders.draft(await room.shots(2))
        await room.renders.idle()
        await room.renders.cancel(jobs)
        await room.renders.resume()
        await room.renders.idle()

    house.run(story())
    assert [state for state, _ in room.states()] == ["cancelled", "cancelled"]
    assert room.money() == (0, 0)
    assert room.landed == []


BEFORE_THE_END = {
    AttemptState.RESERVED: "cancelled",
    AttemptState.SUBMITTING: "not_run",
    AttemptState.ACCEPTED: "failed",
    AttemptState.RUNNING: "failed",
    AttemptState.DONE: "lost_output",
}


@pytest.mark.parametrize("state", BEFORE_THE_END)
def test_after_a_kill_at_any_state_the_job_is_drawn_once_more_and_only_once(
    house: House, tmp_path: Path, state: AttemptState
) -> None:
    room = house.room(tmp_path)
    house.run(_brought_to(room, state))
    after = house.again(room)

    async def story() -> None:
        assert after.scheduler.resume() == 1
        assert after.resuming.run(after.scheduler.running()) == 0
        await after.renders.idle()
        assert after.scheduler.resume() == 0

    house.run(story())
    assert after.states() == [("landed", [BEFORE_THE_END[state], "stored"])]
    assert len(after.landed) == 1
    assert after.money()[0] == 0
    assert house.again(after).scheduler.resume() == 0


@pytest.mark.parametrize("state", BEFORE_THE_END)
def test_a_paid_submit_is_never_sent_again_by_itself(house: House, tmp_path: Path, state: AttemptState) -> None:
    room = house.room(tmp_path, replayable=False)
    house.run(_brought_to(room, state))
    before = room.money()
    after = house.again(room)
    assert house.run(_resumed(after)) == 0
    ending = "unknown" if state is AttemptState.SUBMITTING else state.value
    assert after.states() == [("active", [ending])]
    assert after.money() == before
    assert after.stage.seeds == []


def test_a_wish_to_stop_outlives_the_program(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)
    house.run(_brought_to(room, AttemptState.RUNNING))
    (job,) = room.desk.store.jobs.unfinished()
    with room.desk.store.write():
        room.desk.store.jobs.update(job.id, cancel_wanted=True)
    after = house.again(room)
    assert house.run(_resumed(after)) == 0
    assert after.states() == [("cancelled", ["failed"])]
    assert after.money() == (0, 0)


def test_a_request_that_cannot_be_read_any_more_fails_alone(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)
    house.run(_brought_to(room, AttemptState.RUNNING))
    (job,) = room.desk.store.jobs.unfinished()
    with room.desk.store.write():
        room.desk.store.jobs.update(job.id, request=b"{")
    after = house.again(room)
    assert house.run(_resumed(after)) == 0
    assert after.states() == [("failed", ["failed"])]


def test_a_process_that_dies_while_it_takes_a_clip_in_costs_nothing(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)

    async def story() -> None:
        room.stage.hold()
        await room.renders.draft(await room.shots(1))
        await asyncio.sleep(0.01)
        (pid,) = house.workers.pids()
        os.kill(pid, signal.SIGSTOP)  # so that the clip is surely inside when it dies
        room.stage.go()
        await asyncio.sleep(0.1)
        os.kill(pid, signal.SIGKILL)
        await room.renders.idle()

    house.run(story())
    assert room.states() == [("landed", ["stored"])]


async def _resumed(room: Room) -> int:
    again = room.scheduler.resume()
    await room.renders.idle()
    return again


async def _brought_to(room: Room, state: AttemptState) -> None:
    """One job of one shot whose attempt stands at `state`, with nobody following it."""
    room.stage.hold()
    if state is AttemptState.SUBMITTING:
        room.stage.slow_submit = asyncio.Event()
    (job,) = await room.renders.draft(await room.shots(1))
    await asyncio.sleep(0.01)
    await room.scheduler.aclose()
    attempt = room.desk.store.jobs.attempts(job)[-1]
    with room.desk.store.write():
        if state is AttemptState.DONE:
            room.book.settled(attempt, AttemptState.DONE, Money(), "{}")
        elif state in (AttemptState.RESERVED, AttemptState.ACCEPTED):
            room.desk.store.jobs.update_attempt(attempt.id, state=state)
    assert room.book.attempt(attempt.id).state is state
    assert room.book.job(job).state is JobState.ACTIVE
