"""What a card says in each of its states."""

from __future__ import annotations

from datetime import timedelta

import pytest

from studio.core.board import Card, WorkState
from studio.core.money import Money
from studio.core.tier import Tier, TierMark
from studio.core.timebase import Rate
from studio.ui.grid.words import Over, bar_of, clock, pick_words, spoken, stalled, words
from tests.ui.grid.conftest import NOW, card, empty, work

RATE = Rate(24)


@pytest.mark.parametrize(
    ("shown", "shape", "word", "tint"),
    [
        (card("1", mark=TierMark.BLOCKING), "blocking", "Blocking", "blocking"),
        (card("1", mark=TierMark.DRAFT), "draft", "Draft", "draft"),
        (card("1", mark=TierMark.VALIDATION), "validation", "Validation", "validation"),
        (card("1", mark=TierMark.PREMIUM), "premium", "Premium", "premium"),
        (card("1", mark=TierMark.IMPORTED), "imported", "Imported", "imported"),
        (empty("1"), None, "", "text3"),
        (card("1", work=work(WorkState.QUEUED, place=3)), "queued", "Queued", "text2"),
        (card("1", work=work(WorkState.RUNNING)), "running", "Drafting", "amber"),
        (card("1", work=work(WorkState.RUNNING, tier=Tier.VALIDATION)), "running", "Validating", "amber"),
        (card("1", work=work(WorkState.RUNNING, tier=Tier.EXPORT)), "running", "Rendering", "amber"),
        (card("1", work=work(WorkState.STALLED)), "running", "Stalled", "amber"),
        (card("1", work=work(WorkState.UNKNOWN)), "unknown", "Looking for it", "amber"),
        (card("1", work=work(WorkState.REFUSED)), "failed", "Refused", "red"),
        (card("1", work=work(WorkState.FAILED)), "failed", "Failed", "red"),
        (card("1", missing=True), "failed", "File missing", "red"),
        (card("1", on_hold=True), "draft", "On hold", "draft"),
        (card("1", omitted=True), "draft", "Omitted", "draft"),
    ],
)
def test_shape_word_and_colour_of_every_state(shown: Card, shape: str | None, word: str, tint: str) -> None:
    said = words(shown)
    assert (said.shape, said.word, said.tint) == (shape, word, tint)


def test_an_older_look_keeps_its_tier() -> None:
    said = words(card("1", mark=TierMark.PREMIUM), older_look=True)
    assert (said.shape, said.word, said.tint) == ("premium", "Older look", "premium")


def test_trouble_says_why_what_it_cost_and_what_to_do() -> None:
    refused = words(card("1", work=work(WorkState.REFUSED, problem="Prompt flagged: “drowned”")))
    assert (refused.first, refused.second, refused.action) == ("Prompt flagged: “drowned”", "Not billed", "Edit")
    failed = words(card("1", work=work(WorkState.FAILED, problem="Download broken", billed=Money(2_400_000))))
    assert (failed.second, failed.action) == ("Billed $2.40", "Try again")
    missing = words(card("1", missing=True, shown_number=3))
    assert (missing.over, missing.first, missing.action) == (Over.MISSING, "tk3 is not in media", "Relink")


def test_money_that_is_held_is_told_with_the_unknown() -> None:
    said = words(card("1", work=work(WorkState.UNKNOWN, held=Money(140_000))))
    assert said.second == "$0.14 held, not sent again"
    assert said.first.startswith("Sent ")


@pytest.mark.parametrize(
    ("place", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_a_place_in_line_is_an_ordinal(place: int, said: str) -> None:
    assert words(card("1", work=work(WorkState.QUEUED, place=place))).aside == f"{said} in line"


def test_three_times_the_usual_time_is_stalled() -> None:
    running = work(WorkState.RUNNING)
    assert not stalled(running, NOW + timedelta(seconds=90))
    assert stalled(running, NOW + timedelta(seconds=94))
    assert words(card("1", work=running), stands_still=True).word == "Stalled"
    unlearnt = work(WorkState.RUNNING, usual_s=None)
    assert not stalled(unlearnt, NOW + timedelta(days=1))


def test_takes_without_a_pick_are_counted() -> None:
    assert pick_words(card("1", pick_number=None, take_count=5)) == "5 takes, no pick"
    assert pick_words(card("1", pick_number=None, take_count=1)) == "1 take, no pick"
    assert pick_words(card("1")) == ""
    assert pick_words(empty("1")) == ""


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (card("0040", work=work(WorkState.RUNNING)), "0040, drafting, 21 seconds, usually 38"),
        (card("0040", work=work(WorkState.RUNNING, usual_s=5.0)), "0040, stalled, 21 seconds, usually 5"),
        (card("0240", work=work(WorkState.QUEUED, place=3)), "0240, queued, 3rd in line"),
        (
            card("0080", work=work(WorkState.REFUSED, problem="Prompt flagged")),
            "0080, refused, Prompt flagged, Not billed",
        ),
        (empty("0190"), "0190, no take yet, 4 seconds 00 frames"),
        (card("0010", stars=4, mark=TierMark.PREMIUM), "0010, premium, 4 seconds 00 frames, pick 2, 4 stars"),
        (card("0180", missing=True), "0180, file missing, tk2 is not in media, Drive not there?"),
    ],
)
def test_a_card_read_aloud(shown: Card, said: str) -> None:
    assert spoken(shown, RATE, NOW) == said


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (38.9, "0:38"), (401, "6:41"), (3723, "1:02:03")])
def test_a_wait_is_told_in_minutes_and_hours(seconds: float, said: str) -> None:
    assert clock(seconds) == said


def test_bars_of_a_ribbon() -> None:
    assert bar_of(empty("1")) == "empty"
    assert bar_of(card("1", mark=TierMark.PREMIUM)) == "premium"
    assert bar_of(card("1", work=work(WorkState.RUNNING))) == "running"
    assert bar_of(card("1", work=work(WorkState.FAILED))) == "failed"
