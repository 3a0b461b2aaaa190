"""The board as it is read: every card says what the rows say, however it came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.core.board import WorkState
from studio.core.errors import InvalidInputError
from studio.core.ids import ShotId
from studio.core.job import AttemptState, JobState
from studio.core.ledger import Balance, EntryKind, LedgerEntry, LedgerError, changes
from studio.core.money import Money
from studio.core.shot import ShotStatus
from studio.core.take import shown_take
from studio.core.tier import Tier, TierMark
from studio.services.generator import Wanted, generate
from tests.builders import Desk, a_job, a_take, an_attempt, desk_over, landed, new_desk, reopened


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.store.close()


@pytest.fixture
def shot(desk: Desk) -> ShotId:
    return desk.shots(desk.scene(), 1)[0]


def test_a_generated_project_reads_back_the_same_whole_in_parts_and_after_a_restart(desk: Desk) -> None:
    generate(desk.store, Wanted(shots=60, takes=200, shots_per_scene=7))
    board = desk.run(desk.board.read())
    assert [len(board.scenes), len(board.cards), sum(card.take_count for card in board.cards)] == [9, 60, 200]
    ids = [card.shot_id for card in board.cards]
    assert desk.run(desk.board.cards(reversed(ids))) == tuple(reversed(board.cards))
    ranks = {scene.id: scene.rank for scene in board.scenes}
    assert [(ranks[card.scene_id], card.rank) for card in board.cards] == sorted(
        (ranks[card.scene_id], card.rank) for card in board.cards
    )
    spent = desk.store.ledger.by_shot()
    for card in board.cards:
        detail = desk.run(desk.board.detail(card.shot_id))
        shown = shown_take(list(detail.takes), card.pick_id)
        assert detail.card == card
        assert shown is not None
        assert (card.shown_id, card.shown_number, card.stars) == (shown.id, shown.number, shown.stars)
        assert card.mark is shown.mark
        assert card.spend == spent.get(card.shot_id, Balance()).spent
    with desk.store.write():
        desk.store.shots.refresh(ids)
    assert desk.run(desk.board.read()) == board
    again = desk_over(reopened(desk.store), desk.clock)
    assert again.run(again.board.read()) == board
    again.store.close()


def test_status_follows_the_best_take_and_approval(desk: Desk, shot: ShotId) -> None:
    def status() -> ShotStatus:
        return desk.run(desk.board.cards([shot]))[0].status

    seen = [status()]
    for tier in (Tier.DISCOVERY, Tier.VALIDATION, Tier.EXPORT, Tier.DISCOVERY):
        landed(desk, shot, tier)
        seen.append(status())
    desk.run(desk.editing.edit([shot], approved=True))
    seen.append(status())
    assert seen == [
        ShotStatus.EMPTY, ShotStatus.DRAFTED, ShotStatus.VALIDATED, ShotStatus.PREMIUM, ShotStatus.PREMIUM,
        ShotStatus.APPROVED,
    ]  # fmt: skip


def test_the_shown_take_is_the_pick_else_the_newest_that_is_not_rejected(desk: Desk, shot: ShotId) -> None:
    one, two, three = (landed(desk, shot) for _ in range(3))

    def shown() -> int | None:
        return desk.run(desk.board.cards([shot]))[0].shown_number

    assert shown() == 3
    desk.run(desk.editing.reject(three.id, True))
    assert shown() == 2
    desk.run(desk.editing.pick(one.id))
    assert shown() == 1
    desk.run(desk.editing.unpick(shot))
    desk.run(desk.editing.reject(two.id, True))
    desk.run(desk.editing.reject(one.id, True))
    assert shown() == 3


def test_marks_of_a_missing_clip_are_on_the_card_and_in_the_detail(desk: Desk, shot: ShotId) -> None:
    take = landed(desk, shot)
    with desk.store.write():
        desk.store.takes.mark_missing(take.id)
        desk.store.takes.mark_damaged(take.id)
    card = desk.run(desk.board.cards([shot]))[0]
    assert (card.missing, card.mark) == (True, TierMark.BLOCKING)
    assert desk.run(desk.board.detail(shot)).takes == (replace(take, missing=True, damaged=True),)
    with desk.store.write():
        desk.store.takes.mark_missing(take.id, missing=False)
    assert not desk.run(desk.board.cards([shot]))[0].missing


def test_a_card_shows_what_runs_then_what_waits_then_what_went_wrong(desk: Desk, shot: ShotId) -> None:
    first, second = a_job(desk.clock, shot, "V"), a_job(desk.clock, shot, "W")
    attempt = an_attempt(desk.clock, second)

    def work() -> tuple[WorkState, int, str] | None:
        found = desk.run(desk.board.cards([shot]))[0].work
        return found and (found.state, found.place, found.problem)

    def now(job_id: str, **columns: object) -> tuple[WorkState, int, str] | None:
        job = first if job_id == first.id else second
        with desk.store.write():
            desk.store.jobs.update(job.id, **columns)
        return work()

    with desk.store.write():
        desk.store.jobs.add(first)
        desk.store.jobs.add(second)
        desk.store.jobs.add_attempt(attempt)
    assert work() == (WorkState.QUEUED, 1, "")
    assert now(second.id, state=JobState.ACTIVE) == (WorkState.RUNNING, 0, "")
    with desk.store.write():
        desk.store.jobs.update_attempt(attempt.id, state=AttemptState.STALLED)
    assert work() == (WorkState.STALLED, 0, "")
    assert desk.run(desk.board.cards([shot]))[0].status is ShotStatus.DRAFTING
    assert now(second.id, state=JobState.FAILED, problem="No luck.") == (WorkState.QUEUED, 1, "")
    assert now(first.id, state=JobState.CANCELLED) == (WorkState.FAILED, 0, "No luck.")
    assert desk.run(desk.board.cards([shot]))[0].status is ShotStatus.EMPTY
    third = a_job(desk.clock, shot, "X", JobState.LANDED)
    desk.clock.seconds += 1
    with desk.store.write():
        desk.store.jobs.add(replace(third, asked_at=desk.clock.now()))
    assert work() is None


def test_held_and_spent_money_are_on_the_card(desk: Desk, shot: ShotId) -> None:
    job = replace(a_job(desk.clock, shot), state=JobState.ACTIVE)
    attempt = an_attempt(desk.clock, job)

    def enter(kind: EntryKind, actual: int = 0) -> None:
        held, spent = changes(kind, quote=attempt.quote, actual=Money(actual))
        with desk.store.write():
            desk.store.ledger.add(LedgerEntry(attempt.id, kind, held, spent, "it", "{}", desk.clock.now()))

    with desk.store.write():
        desk.store.jobs.add(job)
        desk.store.jobs.add_attempt(attempt)
    enter(EntryKind.RESERVE)
    (card,) = desk.run(desk.board.cards([shot]))
    assert card.work is not None
    assert (card.spend, card.work.held, card.work.billed) == (Money(0), Money(140_000), Money(0))
    with pytest.raises(LedgerError):
        enter(EntryKind.RESERVE)
    enter(EntryKind.SETTLE, 120_000)
    enter(EntryKind.ADJUST, -20_000)
    enter(EntryKind.ADJUST, -20_000)
    (card,) = desk.run(desk.board.cards([shot]))
    assert card.work is not None
    assert (card.spend, card.work.held, card.work.billed) == (Money(80_000), Money(0), Money(80_000))
    assert desk.store.ledger.total() == Balance(Money(0), Money(80_000))
    assert [entry.kind.value for entry in desk.store.ledger.rows()] == ["reserve", "settle", "adjust", "adjust"]


def test_jobs_wait_in_the_order_of_their_places(desk: Desk, shot: ShotId) -> None:
    jobs = [a_job(desk.clock, shot, place) for place in ("V", "X", "F")]
    with desk.store.write():
        for job in jobs:
            desk.store.jobs.add(job)
    assert [job.place for job in desk.store.jobs.queued()] == ["F", "V", "X"]
    assert (desk.store.jobs.first_place(), desk.store.jobs.last_place()) == ("F", "X")
    assert desk.store.jobs.get(jobs[1].id) == jobs[1]


def test_take_numbers_are_never_given_twice(desk: Desk, shot: ShotId) -> None:
    takes = [landed(desk, shot) for _ in range(3)]
    assert [take.number for take in takes] == [1, 2, 3]
    assert a_take(desk.store, desk.clock, shot).number == 4
    assert desk.store.takes.of_shot(shot) == takes
    with pytest.raises(ValueError, match="never changes its number"):
        desk.store.takes.update(takes[0].id, number=9)


def test_a_shot_in_the_bin_is_off_the_board_but_has_its_detail(desk: Desk, shot: ShotId) -> None:
    take = landed(desk, shot)
    desk.run(desk.editing.bin([shot]))
    board = desk.run(desk.board.read())
    assert (board.cards, board.binned) == ((), 1)
    assert desk.run(desk.board.cards([shot])) == ()
    assert desk.run(desk.board.detail(shot)).takes == (take,)
    assert desk.run(desk.board.posters([take.id])) == {take.id: b"\xff\xd8poster"}
    with pytest.raises(InvalidInputError, match="not in this project"):
        desk.run(desk.board.detail(ShotId("gone")))


def test_words_that_were_not_understood_are_listed(desk: Desk, shot: ShotId) -> None:
    desk.run(desk.editing.edit([shot], action="A man juggles quixotic flanges."))
    detail = desk.run(desk.board.detail(shot))
    assert "quixotic" in detail.unread
    assert detail.effective.size is not None
    assert detail.effective.lens_mm is not None


def test_filmstrips_and_files_of_takes(desk: Desk, shot: ShotId) -> None:
    take = landed(desk, shot)
    assert desk.run(desk.board.filmstrip(take.id)) is None
    desk.store.previews.set_filmstrip(take.id, b"strip")
    assert desk.run(desk.board.filmstrip(take.id)) == b"strip"
    assert desk.run(desk.board.clip(take.id)) == desk.store.folder / take.file
    assert desk.run(desk.board.proxy(take.id)) is None
