"""The kinds of numbers that fields take: a length on the project's rate, a lens, a height, an angle."""

from __future__ import annotations

from fractions import Fraction

from studio.core.errors import InvalidInputError
from studio.core.timebase import Rate, short_time
from studio.ui.widgets.number_field import Scale

MOST_FRAMES_S = 600


def duration(rate: Rate) -> Scale:
    """Whole frames from 1 to ten minutes, shown as `s:ff`; typed as `5:12`, `1:05:12`, `132f` or seconds like `5.5`."""
    most = rate.frames(MOST_FRAMES_S)
    return Scale(1, most, 1, rate.base, lambda text: parse_length(text, rate), lambda n: short_time(int(n), rate))


def parse_length(text: str, rate: Rate) -> int:
    """Frames from a typed length. Raises InvalidInputError for anything that is none."""
    words = text.strip().lower()
    try:
        if ":" in words:
            parts = [int(part or "0") for part in words.split(":")]
            if len(parts) > 3 or min(parts) < 0 or parts[-1] >= rate.base:
                raise ValueError
            whole, frames = parts[:-1], parts[-1]
            seconds = sum(part * 60**power for power, part in enumerate(reversed(whole)))
            return seconds * rate.base + frames
        if words.endswith("f"):
            return int(words[:-1])
        # Fraction("1/0") is no length either.
        return rate.frames(Fraction(words.removesuffix("s").strip().replace(",", ".")))
    except (ValueError, ZeroDivisionError) as error:
        raise InvalidInputError(
            f"{text!r} is not a length.", "Write seconds and frames as 5:12, frames as 132f or seconds as 5.5."
        ) from error


def measure(unit: str, low: float, high: float, step: float, leap: float, places: int = 0) -> Scale:
    """A number with a unit that may be left open, shown with `places` decimals: `27 mm`, `1.40 m`, `−3°`."""
    gap = "" if unit == "°" else " "

    def parse(text: str) -> float:
        words = text.strip().lower().removesuffix(unit).strip().replace("−", "-").replace(",", ".")
        try:
            return float(Fraction(words))
        except (ValueError, ZeroDivisionError) as error:
            raise InvalidInputError(f"{text!r} is not a number.", f"Write it like {show(max(low, step))}.") from error

    def show(value: float) -> str:
        exact = f"{value:.{places}f}" if places and value != int(value) else f"{value:g}"
        return f"{exact.replace('-', '−')}{gap}{unit}"

    return Scale(low, high, step, leap, parse, show, optional=True)


LENS = measure("mm", 8, 300, 1, 10)
HEIGHT = measure("m", 0.05, 60, 0.05, 1, places=2)
PITCH = measure("°", -90, 90, 1, 10)
ROLL = measure("°", -45, 45, 1, 5)
