"""Frames of the whole and frames of its clips."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from studio.core.timebase import RATES, Rate
from studio.ui.player import PlayerClip
from studio.ui.player.frame_clock import SECOND_NS, FrameClock
from studio.ui.player.sequence import ClipSequence, Place

FILM = Rate(24000, 1001)


def clip(frames: int, rate: Rate = FILM) -> PlayerClip:
    return PlayerClip("0010", Path("a.mp4"), rate, frames)


def test_clips_follow_each_other_frame_by_frame() -> None:
    whole = ClipSequence([clip(3), clip(2), clip(1)], FILM)
    assert whole.frames == 6
    assert [whole.place(frame) for frame in range(6)] == [
        Place(0, 0),
        Place(0, 1),
        Place(0, 2),
        Place(1, 0),
        Place(1, 1),
        Place(2, 0),
    ]
    assert whole.place(-5) == Place(0, 0)
    assert whole.place(99) == Place(2, 0)


def test_a_clip_of_another_rate_keeps_its_duration() -> None:
    whole = ClipSequence([clip(30, Rate(30)), clip(12, Rate(24))], Rate(24))
    assert whole.starts == (0, 24, 36)
    assert [whole.place(frame).frame for frame in range(5)] == [0, 1, 2, 3, 5]
    assert whole.place(23) == Place(0, 28)


@given(st.lists(st.tuples(st.integers(1, 500), st.sampled_from(RATES)), min_size=1), st.sampled_from(RATES), st.data())
def test_every_frame_of_the_whole_is_a_frame_of_a_clip(
    lengths: list[tuple[int, Rate]], rate: Rate, data: st.DataObject
) -> None:
    whole = ClipSequence([clip(frames, own) for frames, own in lengths], rate)
    frame = data.draw(st.integers(0, whole.frames - 1))
    place, following = whole.place(frame), whole.place(frame + 1)
    assert 0 <= place.frame < lengths[place.clip][0]
    assert (place.clip, place.frame) <= (following.clip, following.frame)


@given(st.sampled_from(RATES), st.sampled_from([-8, -1, 1, 2]), st.integers(0, 10**12))
def test_the_clock_counts_exactly(rate: Rate, speed: int, passed: int) -> None:
    now = [0]
    clock = FrameClock(lambda: now[0])
    clock.start(1000, speed, rate)
    now[0] = passed
    frames = passed * rate.numerator * abs(speed) // (SECOND_NS * rate.denominator)
    assert clock.due() == 1000 + (frames if speed > 0 else -frames)
    now[0] += clock.wait_ms() * 1_000_000
    assert abs(clock.due() - 1000) > frames
