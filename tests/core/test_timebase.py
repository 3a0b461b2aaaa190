"""Time on exact rates."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.errors import InvalidInputError
from studio.core.timebase import RATES, Rate, minutes, parse_rate, short_time, timecode


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("24", Rate(24)),
        ("23.976", Rate(24000, 1001)),
        ("23.98", Rate(24000, 1001)),
        ("30000/1001", Rate(30000, 1001)),
        (" 29.97 ", Rate(30000, 1001)),
        ("25", Rate(25)),
    ],
)
def test_rates_as_people_write_them(text: str, rate: Rate) -> None:
    assert parse_rate(text) == rate


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_comes_back_from_its_text_and_its_label(rate: Rate) -> None:
    assert parse_rate(str(rate)) == parse_rate(rate.label) == rate


def test_an_unknown_rate_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidInputError, match=r"23\.976, 24, 25, 29\.97, 30"):
        parse_rate("12")


@given(st.sampled_from(RATES), st.integers(0, 10_000_000))
def test_frames_survive_the_way_over_seconds(rate: Rate, frames: int) -> None:
    assert rate.frames(rate.seconds(frames)) == frames


def test_an_hour_at_23_976_is_exact() -> None:
    assert Rate(24000, 1001).seconds(86_400) == Fraction(36036, 10)


@pytest.mark.parametrize(("frames", "text"), [(0, "0:00"), (132, "5:12"), (23, "0:23"), (24 * 61 + 5, "1:01:05")])
def test_short_time(frames: int, text: str) -> None:
    assert short_time(frames, Rate(24)) == text


def test_minutes_are_rounded_down() -> None:
    assert minutes(24 * 119 + 23, Rate(24)) == "1:59"


@pytest.mark.parametrize(
    ("frames", "rate", "text"),
    [(0, Rate(24), "01:00:00:00"), (25, Rate(24), "01:00:01:01"), (30, Rate(30000, 1001), "01:00:01:00")],
)
def test_timecode_counts_whole_frames_from_one_hour(frames: int, rate: Rate, text: str) -> None:
    assert timecode(frames, rate) == text
