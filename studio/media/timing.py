"""When a clip's frames are shown: their rate, whether it is even, and putting them on an even one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from av.video.frame import VideoFrame

from studio.core.errors import MediaError
from studio.core.timebase import RATES
from studio.media.decode import OpenClip

USUAL_RATES = (*(rate.fps for rate in RATES), *(Fraction(n) for n in (12, 15, 16, 48, 50, 60)), Fraction(60000, 1001))
LONGEST_S = 3600
COARSE_CLOCK = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of a clip's frames.

    `times` ascend, in ticks of `base` seconds · `rate` is frames a second, the mean one when `variable`.
    """

    times: list[int]
    base: Fraction
    rate: Fraction
    variable: bool

    @property
    def seconds(self) -> Fraction:
        """How long the clip lasts."""
        return len(self.times) / self.rate


def read_timing(clip: OpenClip) -> Timing:
    """The timing of the open clip, from its packets, without decoding.

    Raises MediaError for a clip of no frames and for one that says that it lasts more than an hour.
    """
    times = clip.times()
    if not times:
        raise MediaError(f"“{clip.path.name}” has no frames.", "Use a clip with video.")
    base = clip.stream.time_base or COARSE_CLOCK
    declared = clip.stream.average_rate or clip.stream.guessed_rate or Fraction(24)
    timing = Timing(times, base, *measured_rate(times, base, declared))
    if timing.seconds > LONGEST_S:
        raise MediaError(f"“{clip.path.name}” is longer than an hour.", "Cut out the part that you need and use that.")
    return timing


def measured_rate(times: list[int], base: Fraction, declared: Fraction) -> tuple[Fraction, bool]:
    """(frames a second, whether they come unevenly).

    Coarse clocks (WebM counts milliseconds) let even frames jitter by a tick; there the `declared` rate decides, as
    far as it agrees with the times. A rate within 0.05 % of a usual one is that one.
    """
    if len(times) < 2 or times[-1] == times[0]:
        return _usual(declared), False
    mean = Fraction(times[-1] - times[0], len(times) - 1)
    exact = 1 / (mean * base)
    if any(abs(later - earlier - mean) > max(1, mean / 10) for earlier, later in pairwise(times)):
        return _plain(exact), True
    jitter = Fraction(1, times[-1] - times[0])
    return _usual(declared if abs(declared / exact - 1) <= jitter else exact), False


def conformed(frames: Iterable[VideoFrame], timing: Timing, fps: Fraction, total: int) -> Iterator[VideoFrame]:
    """`total` frames on the even rate `fps`: each source frame from the moment nearest to its time on, until the next.

    A source frame may come several times or not at all; what did not decode is filled by the one before it.
    """
    given, held = 0, None
    for frame in frames:
        moment = (frame.pts - timing.times[0]) * timing.base if frame.pts is not None else given / fps
        until = min(round(moment * fps), total)
        while given < until:
            yield held or frame
            given += 1
        held = frame
        if given >= total:
            return
    while held is not None and given < total:
        yield held
        given += 1


def _usual(rate: Fraction) -> Fraction:
    nearest = min(USUAL_RATES, key=lambda usual: abs(usual - rate))
    return nearest if abs(nearest / rate - 1) < Fraction(1, 2000) else _plain(rate)


def _plain(rate: Fraction) -> Fraction:
    return rate.limit_denominator(1001) if rate >= 1 else rate
