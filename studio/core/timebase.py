"""Time as frames on an exact rational rate; seconds are never a float."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from studio.core.errors import InvalidInputError


@dataclass(frozen=True, slots=True)
class Rate:
    """Frames a second as a fraction: 24000/1001 is exact."""

    numerator: int
    denominator: int = 1

    @property
    def fps(self) -> Fraction:
        """Frames a second."""
        return Fraction(self.numerator, self.denominator)

    @property
    def base(self) -> int:
        """Frames that timecode counts in a second: 24 for 23.976."""
        return -(-self.numerator // self.denominator)

    @property
    def label(self) -> str:
        """As film people say it: 23.976, 24, 29.97."""
        if self.denominator == 1:
            return str(self.numerator)
        return f"{self.numerator / self.denominator:.3f}".rstrip("0")

    def seconds(self, frames: int) -> Fraction:
        """How long `frames` last, in seconds."""
        return Fraction(frames) / self.fps

    def frames(self, seconds: Fraction | int | str) -> int:
        """The whole number of frames nearest to `seconds` (halves up)."""
        return int(Fraction(seconds) * self.fps + Fraction(1, 2))

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}" if self.denominator != 1 else str(self.numerator)


RATES = (Rate(24000, 1001), Rate(24), Rate(25), Rate(30000, 1001), Rate(30))


def parse_rate(text: str) -> Rate:
    """A rate from `24`, `24000/1001`, `23.976` or `29.97`. Raises InvalidInputError for anything unknown."""
    wanted = text.strip()
    for rate in RATES:
        if wanted in (str(rate), rate.label) or (wanted == "23.98" and rate.label == "23.976"):
            return rate
    known = ", ".join(rate.label for rate in RATES)
    raise InvalidInputError(f"Frame rate {text!r} is not one that Shotboard knows.", f"Use one of {known}.")


def short_time(frames: int, rate: Rate) -> str:
    """`s:ff` or `m:ss:ff` as a card shows it: 132 frames at 24 are 5:12."""
    seconds, rest = divmod(frames, rate.base)
    if seconds < 60:
        return f"{seconds}:{rest:02}"
    return f"{seconds // 60}:{seconds % 60:02}:{rest:02}"


def minutes(frames: int, rate: Rate) -> str:
    """`m:ss`, rounded down, as a scene or the whole board shows its length."""
    seconds = int(rate.seconds(frames))
    return f"{seconds // 60}:{seconds % 60:02}"


def timecode(frames: int, rate: Rate, start_hour: int = 1) -> str:
    """Non-drop `HH:MM:SS:FF`, counted from `start_hour` (01:00:00:00 by film custom)."""
    frames += start_hour * 3600 * rate.base
    seconds, rest = divmod(frames, rate.base)
    return f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}:{seconds % 60:02}:{rest:02}"
