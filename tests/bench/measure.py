"""Measuring: alternating pairs, medians, and one JSON line a figure."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import asdict, dataclass

PAIRS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `value` and `against` are medians in `unit`, `spread` the quartile distance of the ratios.

    `bound` is the largest ratio (or value, where there is no `against`) that we hold ourselves to.
    """

    name: str
    value: float
    unit: str
    against: float
    ratio: float
    n: int
    spread: float
    bound: float
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the figure is within its bound."""
        return self.ratio <= self.bound

    def fields(self) -> dict[str, object]:
        """The fields of its JSON line."""
        return asdict(self)


def paired(
    name: str,
    ours: Callable[[], float],
    plain: Callable[[], float],
    *,
    bound: float,
    unit: str = "ms",
    pairs: int = PAIRS,
    note: str = "",
) -> Figure:
    """Measures `ours` and `plain` in turn, `pairs` times (at least 5), so that both meet the same noise."""
    measured = [(ours(), plain()) for _ in range(max(PAIRS, pairs))]
    return figure_of(name, measured, bound=bound, unit=unit, note=note)


def figure_of(
    name: str, measured: list[tuple[float, float]], *, bound: float, unit: str = "ms", note: str = ""
) -> Figure:
    """The figure of measured pairs (ours, plain): the median of the ratios, pair by pair."""
    ratios = [ours / plain for ours, plain in measured]
    return Figure(
        name=name,
        value=round(statistics.median(ours for ours, _ in measured), 3),
        unit=unit,
        against=round(statistics.median(plain for _, plain in measured), 3),
        ratio=round(statistics.median(ratios), 3),
        n=len(measured),
        spread=round(_quartiles(ratios), 3),
        bound=bound,
        note=note,
    )


def counted(name: str, value: float, unit: str, *, bound: float, note: str = "") -> Figure:
    """A figure that is a count or a size and needs no comparison."""
    return Figure(name, value, unit, 0, value, 1, 0, bound, note)


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` (0–1) of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def _quartiles(values: list[float]) -> float:
    low, _, high = statistics.quantiles(values, n=4)
    return high - low
