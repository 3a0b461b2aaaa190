"""Numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.errors import InvalidInputError
from studio.core.timebase import RATES, Rate
from studio.ui.widgets import scales

FILM = Rate(24000, 1001)


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("5:12", 132),
        ("5:00", 120),
        ("0:01", 1),
        ("1:05:12", 1572),
        (":12", 12),
        ("132f", 132),
        ("4", 96),
        ("4,5 s", 108),
    ],
)
def test_a_length_is_read(text: str, frames: int) -> None:
    assert scales.parse_length(text, FILM if text in ("5:12", "5:00") else Rate(24)) == frames


@pytest.mark.parametrize("text", ["", "abc", "5:24", "-1:00", "1/0", "1:2:3:4", "f", "٣:xx"])
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="is not a length"):
        scales.parse_length(text, Rate(24))


@given(st.sampled_from(RATES), st.integers(1, 14_000))
def test_a_shown_length_reads_back_the_same(rate: Rate, frames: int) -> None:
    scale = scales.duration(rate)
    assert scale.parse(scale.show(frames)) == frames


@given(st.sampled_from([scales.LENS, scales.HEIGHT, scales.PITCH, scales.ROLL]), st.data())
def test_a_shown_number_reads_back_the_same(scale: scales.Scale, data: st.DataObject) -> None:
    steps = data.draw(st.integers(round(scale.low / scale.step), round(scale.high / scale.step)))
    value = scale.clamp(steps * scale.step)
    assert scale.parse(scale.show(value)) == pytest.approx(value)
    assert scale.low <= value <= scale.high
