"""A model for tests that only compose requests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from studio.core.catalogue import ModelSpec, Price
from studio.core.tier import Tier

LOCAL = ModelSpec(
    id="blocking-640",
    provider="blocking",
    label="Blocking",
    tiers=frozenset(Tier),
    long_side=640,
    seconds=(Decimal("0.04"), Decimal(60)),
    prompt_chars=100_000,
    price=Price(Decimal(0), date(2026, 11, 1), "local"),
    references=4,
)
