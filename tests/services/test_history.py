"""Undo and redo: whatever a person did can be taken back whole, and money, jobs and takes stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from studio.core.board import Board
from studio.core.errors import ReadOnlyError
from studio.core.ledger import EntryKind, LedgerEntry, changes
from studio.core.tier import Tier
from tests.builders import Desk, a_job, an_attempt, desk_over, landed, new_desk, reopened

ACTS = ("edit", "add", "scene", "duplicate", "move", "bin", "restore", "rate", "reject", "pick", "unpick", "rename")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.store.close()


def untouchables(desk: Desk) -> list[object]:
    return [desk.store.takes.all(), desk.store.ledger.rows(), desk.store.jobs.unfinished()]


def board_of(desk: Desk) -> Board:
    return desk.run(desk.board.read())


def act(desk: Desk, kind: str, number: int, many: int) -> None:
    board = board_of(desk)
    ids = [card.shot_id for card in board.cards]
    chosen = [ids[(number + step) % len(ids)] for step in range(min(many, len(ids)))]
    scene = board.scenes[number % len(board.scenes)].id
    take = desk.store.takes.all()[number % 4]
    binned = [card.shot_id for card in desk.run(desk.board.binned())]
    odd, do = bool(number % 2), desk.editing
    acts: dict[str, Callable[[], Coroutine[object, object, object]]] = {
        "edit": lambda: do.edit(chosen, action=f"She runs {number}.", lens_mm=20 + number, on_hold=odd),
        "add": lambda: do.add_shot(scene, chosen[0] if odd else None, "A dog sits."),
        "scene": lambda: do.add_scene("INT. ROOM - NIGHT", scene if odd else None),
        "duplicate": lambda: do.duplicate(chosen),
        "move": lambda: do.move(chosen, scene, ids[number % len(ids)] if number % 3 else None),
        "bin": lambda: do.bin(chosen) if len(chosen) < len(ids) else do.edit(chosen, notes="Stay."),
        "restore": lambda: do.restore(binned[:many] or chosen),
        "rate": lambda: do.rate(take.id, number % 6),
        "reject": lambda: do.reject(take.id, odd),
        "pick": lambda: do.pick(take.id),
        "unpick": lambda: do.unpick(take.shot_id),
        "rename": lambda: do.rename_scene(scene, f"EXT. FIELD {number} - DAY"),
    }
    desk.run(acts[kind]())


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40), st.integers(1, 4)), min_size=1, max_size=14))
def test_whatever_was_done_can_be_undone_and_done_again(acts: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as name:
        desk = new_desk(Path(name))
        shots = desk.shots(desk.scene(), 3)
        for shot_id in (shots[0], shots[0], shots[1], shots[2]):
            landed(desk, shot_id)
        job = a_job(desk.clock, shots[0])
        attempt = an_attempt(desk.clock, job)
        held, spent = changes(EntryKind.RESERVE, quote=attempt.quote)
        with desk.store.write():
            desk.store.jobs.add(job)
            desk.store.jobs.add_attempt(attempt)
            entry = LedgerEntry(attempt.id, EntryKind.RESERVE, held, spent, "price list", "{}", desk.clock.now())
            desk.store.ledger.add(entry)
        begin, before, steps = board_of(desk), untouchables(desk), len(desk.history.state().names)
        used = desk.store.shots.codes()

        for kind, number, many in acts:
            desk.clock.seconds += 10
            act(desk, kind, number, many)
            assert used <= desk.store.shots.codes()
            used = desk.store.shots.codes()
        end, made = board_of(desk), len(desk.history.state().names) - steps
        for _ in range(made):
            assert desk.run(desk.history.undo())

        assert board_of(desk) == begin
        assert untouchables(desk) == before
        assert desk.store.shots.codes() == used
        for _ in range(made):
            assert desk.run(desk.history.redo())
        assert board_of(desk) == end
        assert desk.store.structure_problems() == ()
        desk.store.close()


def test_steps_have_names_and_a_multi_shot_act_is_one(desk: Desk) -> None:
    scene = desk.scene()
    shots = desk.shots(scene, 3)
    desk.run(desk.editing.edit(shots, size="CU"))
    desk.run(desk.editing.edit([shots[1]], action="He looks up."))
    desk.run(desk.editing.move([shots[2]], scene, shots[0]))
    state = desk.history.state()
    assert state.undo == "Move 0030"
    assert list(state.names[:3]) == ["Move 0030", "Edit action of 0020", "Edit size of 3 shots"]
    assert state.redo == ""
    assert desk.run(desk.history.undo()) == "Move 0030"
    assert desk.history.state().redo == "Move 0030"


def test_typing_in_one_field_is_one_step_until_a_pause(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    for text in ("A", "A m", "A man"):
        desk.clock.seconds += 1.5
        desk.run(desk.editing.edit([shot], action=text))
    desk.clock.seconds += 3
    desk.run(desk.editing.edit([shot], action="A man runs"))
    desk.run(desk.history.undo())
    assert desk.store.shots.get(shot).action == "A man"
    desk.run(desk.history.undo())
    assert desk.store.shots.get(shot).action == "A man waits 0."


def test_another_field_or_another_shot_is_another_step(desk: Desk) -> None:
    one, other = desk.shots(desk.scene(), 2)
    desk.run(desk.editing.edit([one], action="x"))
    desk.run(desk.editing.edit([one], notes="x"))
    desk.run(desk.editing.edit([other], notes="x"))
    assert list(desk.history.state().names[:3]) == ["Edit notes of 0020", "Edit notes of 0010", "Edit action of 0010"]


def test_two_hundred_steps_can_be_taken_back(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    for lens in range(20, 230):
        desk.run(desk.editing.edit([shot], lens_mm=lens))
    undone = 0
    while desk.run(desk.history.undo()):
        undone += 1
    assert undone >= 212
    assert desk.codes() == []


def test_a_new_act_forgets_what_was_undone(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    desk.run(desk.editing.edit([shot], size="CU"))
    desk.run(desk.history.undo())
    desk.run(desk.editing.edit([shot], size="WS"))
    assert desk.run(desk.history.redo()) is None


def test_an_act_that_changes_nothing_is_no_step(desk: Desk) -> None:
    scene = desk.scene()
    one, other = desk.shots(scene, 2)
    before = desk.history.state()
    desk.run(desk.editing.edit([one], action="A man waits 0.", size=None))
    desk.run(desk.editing.move([one], scene, other))
    desk.run(desk.editing.restore([one]))
    assert desk.history.state() == before


def test_a_take_that_lands_between_stays_and_is_shown_after_an_undo(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    first = landed(desk, shot)
    desk.run(desk.editing.pick(first.id))
    second = landed(desk, shot, Tier.EXPORT)
    desk.run(desk.history.undo())
    (card,) = board_of(desk).cards
    assert (card.pick_id, card.shown_id, card.take_count) == (None, second.id, 2)


def test_nothing_is_kept_of_an_act_in_a_project_open_for_reading(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    reading = desk_over(reopened(desk.store, read_only=True), desk.clock)
    with pytest.raises(ReadOnlyError, match="reading only"):
        reading.run(reading.editing.edit([shot], size="CU"))
    assert reading.history.state().names == ()
    reading.store.close()
