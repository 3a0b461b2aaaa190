"""Spend as it is reported: per shot, with the board's total."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.money import Money


@dataclass(frozen=True, slots=True)
class ShotSpend:
    """One shot's money: takes made, spent, still held."""

    scene: str
    code: str
    action: str
    takes: int
    picked: int | None
    spent: Money
    held: Money
