"""The one filled button, for every state that a shot can be in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from studio.core.board import ShotDetail, Work, WorkState
from studio.core.ids import JobId
from studio.core.money import Money
from studio.core.render import RenderRequest
from studio.core.tier import Tier
from studio.core.timebase import Rate
from studio.ui.inspector.next_step import Act, Offer, next_step
from tests.ui.inspector.made import OFFERS, detail, take

RUNNING = Work(JobId("j"), WorkState.RUNNING, Tier.DISCOVERY, "Blocking engine", datetime(2026, 1, 1, tzinfo=UTC))
VALIDATED = take(2, Tier.VALIDATION)
PREMIUM = take(3, Tier.EXPORT)


@pytest.mark.parametrize(
    ("shot", "act", "text", "price"),
    [
        pytest.param(detail(), Act.DRAFT, "Draft", "free", id="empty"),
        pytest.param(detail(work=RUNNING), Act.DRAFT, "Draft another", "free", id="drafting"),
        pytest.param(detail([take(1, rejected=True)]), Act.DRAFT, "Draft again", "free", id="all rejected"),
        pytest.param(detail([take(1, missing=True)], 1), Act.DRAFT, "Draft again", "free", id="pick is missing"),
        pytest.param(detail([take(1), take(2)]), Act.PICK, "Pick take 2", "", id="no pick"),
        pytest.param(detail([take(1), take(2, rejected=True)]), Act.PICK, "Pick take 1", "", id="newest rejected"),
        pytest.param(detail([take(1)], 1), Act.PROMOTE, "Promote to Validation", "$0.00", id="draft picked"),
        pytest.param(detail([take(1), VALIDATED], 2), Act.PROMOTE, "Promote to Premium", "$2.40", id="validated"),
        pytest.param(detail([PREMIUM], 3), Act.APPROVE, "Approve", "", id="premium"),
        pytest.param(detail([PREMIUM], 3, approved=True), Act.COPY, "Copy clip for the edit", "", id="approved"),
    ],
)
def test_next_step(shot: ShotDetail, act: Act, text: str, price: str) -> None:
    step = next_step(shot, None, OFFERS)
    assert (step.act, step.text, step.price) == (act, text, price)


def test_the_chosen_take_is_the_one_to_pick() -> None:
    shot = detail([take(1), take(2), take(3)])
    assert next_step(shot, shot.takes[1], OFFERS).take == shot.takes[1]


def test_a_tier_without_a_model_is_not_offered() -> None:
    without = {Tier.DISCOVERY: OFFERS[Tier.DISCOVERY], Tier.VALIDATION: OFFERS[Tier.VALIDATION]}
    assert next_step(detail([VALIDATED], 2), None, without).act is Act.APPROVE


def test_a_draft_that_costs_says_what() -> None:
    costly = {Tier.DISCOVERY: Offer("Model", Money(30_000))}
    assert next_step(detail(), None, costly).price == "$0.03"
    assert next_step(detail(), None, {Tier.DISCOVERY: Offer("Model")}).price == ""


def test_a_shot_that_was_written_anew_is_drafted_again() -> None:
    card = detail().card
    request = RenderRequest(
        shot_id=card.shot_id,
        code=card.code,
        tier=1,
        model_id="blocking-640",
        prompt="",
        action=card.action,
        slugline="",
        camera=card.camera,
        time_of_day=card.time_of_day,
        weather=card.weather,
        seed=1,
        width=640,
        height=360,
        aspect="16:9",
        frames=card.frames,
        rate=Rate(24),
    )
    same, older = (take(1, request=one.to_bytes()) for one in (request, replace(request, action="As it was.")))
    assert next_step(detail([same], 1), None, OFFERS).act is Act.PROMOTE
    assert next_step(detail([older], 1), None, OFFERS).text == "Draft again"
    assert next_step(detail([older], 1, approved=True), None, OFFERS).act is Act.PROMOTE
