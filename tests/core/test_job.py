"""Jobs and attempts: which state follows which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.job import HOLDING, JOB_STEPS, STEPS, AttemptState, JobState, StepError, job_step, step

ENDS = frozenset(AttemptState) - STEPS.keys()


@given(st.lists(st.sampled_from(AttemptState), max_size=20))
def test_no_walk_leaves_an_end_or_sends_what_may_have_been_sent(wishes: list[AttemptState]) -> None:
    now, sent = AttemptState.RESERVED, False
    for wish in wishes:
        try:
            after = step(now, wish)
        except StepError:
            continue
        assert now not in ENDS
        assert not (sent and after is AttemptState.SUBMITTING)
        # Only a submit whose fate is known may be repeated, and that goes back over RESERVED.
        sent = sent or after in (AttemptState.UNKNOWN, AttemptState.ACCEPTED)
        now = after


def test_every_state_can_be_reached() -> None:
    reached, edge = {AttemptState.RESERVED}, [AttemptState.RESERVED]
    while edge:
        for after in STEPS.get(edge.pop(), frozenset()) - reached:
            reached.add(after)
            edge.append(after)
    assert reached == set(AttemptState)


def test_money_is_held_until_the_fate_is_known() -> None:
    assert AttemptState.UNKNOWN in HOLDING
    assert AttemptState.STALLED in HOLDING
    assert HOLDING.isdisjoint(ENDS | {AttemptState.DONE})


def test_a_finished_job_stays_finished() -> None:
    for state in JobState:
        for wish in JobState:
            if wish in JOB_STEPS.get(state, frozenset()):
                assert job_step(state, wish) is wish
            else:
                with pytest.raises(StepError):
                    job_step(state, wish)
    assert set(JobState) - JOB_STEPS.keys() == {
        JobState.LANDED,
        JobState.REFUSED,
        JobState.FAILED,
        JobState.CANCELLED,
    }
