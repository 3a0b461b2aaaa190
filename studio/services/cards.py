"""From the board's rows to cards: fast, because a board has thousands and is read whole."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from studio.core.board import Card, Work, WorkState
from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.core.catalogue import Catalogue
from studio.core.ids import JobId, ShotId
from studio.core.job import AttemptState, JobState
from studio.core.money import Money
from studio.core.shot import ShotStatus, status_of
from studio.core.tier import Tier, TierMark
from studio.store.store import Store
from studio.store.values import moment, moment_or_none

# A lookup is ten times faster than making an enum of its value, and a board makes tens of thousands.
_SIZES: Mapping[str | None, Size | None] = {None: None, **{one.value: one for one in Size}}
_ANGLES: Mapping[str | None, Angle | None] = {None: None, **{one.value: one for one in Angle}}
_MOVES: Mapping[str | None, Move | None] = {None: None, **{one.value: one for one in Move}}
_TIMES: Mapping[str | None, TimeOfDay | None] = {None: None, **{one.value: one for one in TimeOfDay}}
_WEATHERS: Mapping[str | None, Weather | None] = {None: None, **{one.value: one for one in Weather}}
_MARKS: Mapping[str | None, TierMark | None] = {None: None, **{one.value: one for one in TierMark}}
_STATUS: Mapping[tuple[int | None, bool, bool], ShotStatus] = {
    (best, running, approved): status_of(None if best is None else Tier(best), running=running, approved=approved)
    for best in (None, *Tier)
    for running in (False, True)
    for approved in (False, True)
}
_ATTEMPTS = {
    AttemptState.STALLED: WorkState.STALLED,
    AttemptState.UNKNOWN: WorkState.UNKNOWN,
    AttemptState.UNKNOWN_REMOTE: WorkState.UNKNOWN,
}
_JOBS = {
    JobState.QUEUED: WorkState.QUEUED,
    JobState.REFUSED: WorkState.REFUSED,
    JobState.FAILED: WorkState.FAILED,
}
_GOING = frozenset({WorkState.QUEUED, WorkState.RUNNING, WorkState.STALLED, WorkState.UNKNOWN})


def cards_of(rows: Sequence[tuple], work: Mapping[ShotId, Work], folder: Path) -> list[Card]:
    """A card for each row of studio.store.board, in the same order; equal cameras and amounts are shared."""
    cameras: dict[tuple, Camera] = {}
    moneys: dict[int, Money] = {}
    home = f"{folder}/"
    cards: list[Card] = []
    # One flat loop: a call or a slice for each of thousands of rows costs as much as the card itself.
    for (
        shot_id, scene_id, code, rank, action, dialogue, notes, size, angle, lens, move, height, pitch, roll,
        time_of_day, weather, line, frames, best, on_hold, omitted, approved, pick_id, pick_number,
        takes, shown_id, shown_number, mark, stars, missing, spend, references, delivery, work_id,
    ) in rows:  # fmt: skip
        lens_and_all = size, angle, lens, move, height, pitch, roll
        if (camera := cameras.get(lens_and_all)) is None:
            camera = Camera(_SIZES[size], _ANGLES[angle], lens, _MOVES[move], height, pitch, roll)
            cameras[lens_and_all] = camera
        if (money := moneys.get(spend)) is None:
            money = moneys[spend] = Money(spend)
        job = work.get(shot_id) if work_id else None
        running = job is not None and job.state in _GOING
        cards.append(
            Card(
                shot_id,
                scene_id,
                code,
                rank,
                action,
                dialogue,
                notes,
                camera,
                _TIMES[time_of_day],
                _WEATHERS[weather],
                line,
                frames,
                _STATUS[best, running, approved == 1],
                on_hold == 1,
                omitted == 1,
                approved == 1,
                pick_id,
                pick_number,
                takes,
                shown_id,
                shown_number,
                _MARKS[mark],
                stars,
                missing == 1,
                money,
                references,
                home + delivery if delivery else "",
                job,
            )
        )
    return cards


def work_of(
    store: Store,
    catalogue: Catalogue,
    first_picture: Callable[[JobId], bytes],
    shot_ids: Sequence[ShotId] | None = None,
) -> dict[ShotId, Work]:
    """What is under way or went wrong, of every shot or of these."""
    rows = store.board.work(shot_ids)
    if not rows:
        return {}
    places = {job_id: place for place, job_id in enumerate(store.board.line(), start=1)}
    usual: dict[str, float | None] = {}
    found: dict[ShotId, Work] = {}
    for shot_id, job_id, state, tier, model_id, asked, problem, attempt_state, sent, held, spent in rows:
        model = catalogue.find(model_id)
        if model_id not in usual:
            usual[model_id] = store.timings.usual(model_id, model.long_side) if model else None
        found[shot_id] = Work(
            job_id=job_id,
            state=_state(JobState(state), attempt_state),
            tier=Tier(tier),
            model_label=model.label if model else model_id,
            asked=moment(asked),
            started=moment_or_none(sent),
            usual_s=usual[model_id],
            place=places.get(job_id, 0),
            problem=problem,
            held=Money(held),
            billed=Money(spent),
            pictured=bool(first_picture(job_id)),
        )
    return found


def _state(job: JobState, attempt: str | None) -> WorkState:
    if job is not JobState.ACTIVE:
        return _JOBS[job]
    return _ATTEMPTS.get(AttemptState(attempt), WorkState.RUNNING) if attempt else WorkState.RUNNING


@contextmanager
def without_collector() -> Iterator[None]:
    """Rows and cards hold no cycles, and a collector that walks through thousands of them finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
