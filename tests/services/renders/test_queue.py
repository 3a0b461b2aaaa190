"""The queue: order, cancel, retry, refusals, and money that is right at every end."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

import pytest

from studio.core.board import Change, WorkState
from studio.core.errors import InvalidInputError, ProviderError, RefusedError
from studio.core.ids import JobId
from studio.core.money import Money
from studio.core.provider import Failed, Finished
from tests.services.renders.room import House, Room
from tests.services.renders.stage import does, raises

QUOTE = 80_000  # four seconds at two cents


async def _drafted(room: Room, count: int = 1) -> list[JobId]:
    jobs = await room.renders.draft(await room.shots(count))
    await room.renders.idle()
    return list(jobs)


def test_a_draft_becomes_a_take_whose_file_and_money_are_right(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)
    (job,) = house.run(_drafted(room))
    report = house.run(room.renders.report(job))
    (take,) = room.landed
    assert (report.sentence(), report.take) == ("0010 take 1 landed, $0.03", 1)
    assert (take.width, take.height, take.frames, take.seed, take.cost) == (64, 36, 6, 1, Money(30_000))
    file = room.desk.store.folder / take.file
    assert hashlib.sha256(file.read_bytes()).hexdigest() == take.sha256 == file.stem
    assert room.money() == (0, 30_000)
    assert room.states() == [("landed", ["stored"])]
    assert list(file.parent.glob("*.part")) == list(file.parents[1].glob("*.part")) == []


def test_while_it_runs_the_money_is_held_and_the_card_says_so(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)

    async def story() -> None:
        room.stage.hold()
        first, second = await room.shots(2)
        await room.renders.draft([first, second])
        await asyncio.sleep(0.02)
        works = [card.work for card in await room.desk.board.cards([first, second])]
        assert [work and work.state for work in works] == [WorkState.RUNNING, WorkState.QUEUED]
        assert room.money() == (2 * QUOTE, 0)
        room.stage.go()
        await room.renders.idle()
        assert room.money() == (0, 60_000)

    house.run(story())


def test_jobs_run_in_their_order_and_prefer_changes_it(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)

    async def story() -> None:
        room.stage.hold()
        (shot,) = await room.shots(1)
        jobs = await room.renders.draft([shot], count=4, seed=10)
        await asyncio.sleep(0.01)
        await room.renders.prefer([jobs[3], jobs[2]])
        room.stage.go()
        await room.renders.idle()

    house.run(story())
    assert room.stage.seeds == [10, 13, 12, 11]


def test_as_many_run_at_once_as_the_provider_takes(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path, at_once=2)

    async def story() -> None:
        room.stage.hold()
        await room.renders.draft(await room.shots(3))
        await asyncio.sleep(0.01)
        assert (room.renders.running(), len(room.stage.seeds)) == (2, 2)
        room.stage.go()
        await room.renders.idle()

    house.run(story())
    assert len(room.landed) == 3


def test_a_second_draft_before_the_first_has_landed_is_another_picture(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)

    async def story() -> None:
        (shot,) = await room.shots(1)
        await room.renders.draft([shot], count=2)
        await room.renders.draft([shot])
        await room.renders.idle()

    house.run(story())
    assert room.stage.seeds == [1, 2, 3]


def test_cancel_withdraws_what_waits_and_stops_what_runs(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)

    async def story() -> None:
        room.stage.hold()
        jobs = await room.renders.draft(await room.shots(3))
        await asyncio.sleep(0.01)
        await room.renders.cancel(jobs[:2])
        assert room.money() == (2 * QUOTE, 0)
        await asyncio.sleep(0.02)
        room.stage.go()
        await room.renders.idle()

    house.run(story())
    assert room.states() == [("cancelled", ["cancelled"]), ("cancelled", ["cancelled"]), ("landed", ["stored"])]
    assert room.money() == (0, 30_000)


def test_cancel_in_the_same_breath_as_draft_sends_nothing(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)

    async def story() -> None:
        jobs = await room.renders.draft(await room.shots(2))
        await room.renders.cancel(jobs)
        await room.renders.idle()
        await _drafted(room)

    house.run(story())
    assert room.states() == [("cancelled", ["cancelled"])] * 2 + [("landed", ["stored"])]
    assert len(room.stage.seeds) == 1


def test_cancel_while_the_request_is_on_its_way_is_not_forgotten(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)

    async def story() -> None:
        room.stage.slow_submit = asyncio.Event()
        room.stage.hold()
        (job,) = await room.renders.draft(await room.shots(1))
        await asyncio.sleep(0.01)
        await room.renders.cancel([job])
        room.stage.slow_submit.set()
        await room.renders.idle()

    house.run(story())
    assert room.states() == [("cancelled", ["cancelled"])]


@pytest.mark.parametrize(
    ("error", "ending"), [(RefusedError("Not this one."), "refused"), (ProviderError("It is down."), "failed")]
)
def test_a_submit_that_is_turned_down_gives_the_money_back(
    house: House, tmp_path: Path, error: ProviderError, ending: str
) -> None:
    room = house.room(tmp_path)
    room.stage.submitting.append(error)
    jobs = house.run(_drafted(room, 2))
    assert room.states() == [(ending, ["rejected"]), ("landed", ["stored"])]
    assert house.run(room.renders.report(jobs[0])).sentence() == f"0010 {ending}: {error}"
    assert room.money() == (0, 30_000)


def test_a_provider_bills_what_it_says_also_for_a_failure(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)
    room.stage.acts += [
        does(Failed("Not decent.", billed=Money(7), moderated=True)),
        does(Failed("Broke.", billed=Money(5))),
        does(Finished(billed=Money(150_000))),
    ]
    house.run(_drafted(room, 3))
    assert room.states() == [("refused", ["moderated"]), ("failed", ["failed"]), ("landed", ["stored"])]
    assert room.money() == (0, 150_012)
    assert room.landed[0].cost == Money(150_000)


def test_a_failed_job_can_be_asked_for_again_with_the_same_request(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)
    room.stage.acts.append(does(Failed("Broke.")))

    async def story() -> None:
        (job,) = await _drafted(room)
        (again,) = await room.renders.retry([job])
        await room.renders.idle()
        before, after = room.book.job(job), room.book.job(again)
        assert before.request == after.request
        with pytest.raises(InvalidInputError):
            await room.renders.retry([again])

    house.run(story())
    assert room.states() == [("failed", ["failed"]), ("landed", ["stored"])]


def test_a_clip_that_is_no_clip_is_reported_and_the_queue_goes_on(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)
    good = room.stage.clip
    room.stage.clip = tmp_path / "bad.mp4"
    room.stage.clip.write_bytes(good.read_bytes()[:200])

    async def story() -> list[JobId]:
        jobs = await _drafted(room)
        room.stage.clip = good
        return jobs + await _drafted(room)

    bad, _ = house.run(story())
    assert house.run(room.renders.report(bad)).problem.startswith("The clip was made but could not be kept. ")
    assert room.states() == [("failed", ["lost_output"]), ("landed", ["stored"])]
    assert room.money() == (0, 60_000)


def test_a_provider_that_is_lost_from_sight_ends_here_and_holds_money_elsewhere(house: House, tmp_path: Path) -> None:
    for replayable, state, held in ((True, ("failed", ["failed"]), 0), (False, ("active", ["unknown_remote"]), QUOTE)):
        room = house.room(tmp_path / str(replayable), replayable=replayable)
        room.stage.acts.append(raises(ProviderError("No answer.")))
        house.run(_drafted(room, 2))
        assert room.states() == [state, ("landed", ["stored"])]
        assert room.money() == (held, 30_000)


def test_a_fault_ends_its_own_job_with_a_sentence_and_no_other(
    house: House, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    room = house.room(tmp_path)
    room.stage.acts.append(raises(ZeroDivisionError("a bug")))
    jobs = house.run(_drafted(room, 2))
    assert room.states() == [("failed", ["failed"]), ("landed", ["stored"])]
    assert "its log says more" in house.run(room.renders.report(jobs[0])).problem
    assert "ZeroDivisionError" in caplog.text
    assert room.money() == (0, 30_000)


def test_what_happens_is_told_shot_by_shot(house: House, tmp_path: Path) -> None:
    room = house.room(tmp_path)
    heard: list[Change] = []

    async def story() -> None:
        (shot,) = await room.shots(1)
        room.desk.changes.subscribe(heard.append)
        await room.renders.draft([shot])
        await room.renders.idle()
        assert {one for change in heard for one in change.shots} == {shot}
        assert {one for change in heard for one in change.takes} == {room.landed[0].id}

    house.run(story())
