"""Bodies in numbers: how tall, how broad and how dressed each kind of figure is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proportions:
    """One kind of body. Lengths are shares of `height` unless they say metres.

    `head` is the head's height (1/7.5 for a grown person), `shoulder` from the middle to its joint, `hip` to the hip
    joint, `hem` how high the coat ends, `flare` how much wider it ends than the hips, `stoop` the bend of the back.
    """

    height: float
    head: float
    shoulder: float
    hip: float
    bulk: float
    waist: float
    hem: float
    flare: float
    bust: float = 0.0
    stoop: float = 0.0

    @property
    def head_m(self) -> float:
        """Chin to crown in metres."""
        return self.height * self.head

    @property
    def neck_m(self) -> float:
        """Height of the joint that the head turns on, in metres."""
        return self.height - 0.83 * self.head_m


MAN = Proportions(height=1.82, head=1 / 7.5, shoulder=0.094, hip=0.050, bulk=1.0, waist=0.97, hem=0.405, flare=1.06)
WOMAN = Proportions(
    height=1.68, head=1 / 7.45, shoulder=0.084, hip=0.050, bulk=0.90, waist=0.84, hem=0.345, flare=1.24, bust=0.014
)
OLD_MAN = Proportions(
    height=1.74, head=1 / 7.4, shoulder=0.090, hip=0.050, bulk=1.02, waist=1.06, hem=0.385, flare=1.1, stoop=0.2
)
OLD_WOMAN = Proportions(
    height=1.58,
    head=1 / 7.3,
    shoulder=0.084,
    hip=0.052,
    bulk=1.0,
    waist=1.0,
    hem=0.27,
    flare=1.22,
    bust=0.012,
    stoop=0.24,
)
BOY = Proportions(height=1.24, head=1 / 5.9, shoulder=0.090, hip=0.050, bulk=0.94, waist=1.02, hem=0.43, flare=1.06)
GIRL = Proportions(height=1.20, head=1 / 5.8, shoulder=0.084, hip=0.049, bulk=0.90, waist=0.96, hem=0.37, flare=1.38)
TEEN = Proportions(height=1.62, head=1 / 7.0, shoulder=0.086, hip=0.049, bulk=0.88, waist=0.95, hem=0.43, flare=1.05)
BABY = Proportions(height=0.78, head=1 / 4.4, shoulder=0.092, hip=0.062, bulk=1.12, waist=1.1, hem=0.3, flare=1.05)
