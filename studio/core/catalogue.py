"""The catalogue: models as rows of data, what each can do and costs. No model is known to the code by name."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast

from studio.core.errors import InvalidInputError, StudioError
from studio.core.money import Money, parse_dollars, reserve_of
from studio.core.tier import Tier, parse_tier

MAX_MODELS = 2000


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a second of clip, as they were on a date, with the source that said so."""

    dollars_per_second: Decimal
    valid_from: date
    source: str

    @property
    def revision(self) -> str:
        """What an attempt keeps to tell later which price it was quoted."""
        return f"{self.dollars_per_second}/s@{self.valid_from.isoformat()}"


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """One row: `long_side` in pixels, clip length `seconds` as (least, most), `prompt_chars` the longest prompt it
    takes.
    """

    id: str
    provider: str
    label: str
    tiers: frozenset[Tier]
    long_side: int
    seconds: tuple[Decimal, Decimal]
    prompt_chars: int
    price: Price
    aspects: frozenset[str] = frozenset()
    seed: bool = True
    references: int = 0

    @property
    def local(self) -> bool:
        """Whether it draws on this machine and so costs nothing, ever."""
        return self.provider == "blocking"


@dataclass(frozen=True, slots=True)
class Quote:
    """What a request will cost, with the price it was reckoned by."""

    amount: Money
    price: Price


class Catalogue:
    """All models, in the order of their rows; the first row of a tier is that tier's default."""

    def __init__(self, models: tuple[ModelSpec, ...]) -> None:
        self.models = models
        self._by_id = {model.id: model for model in models}

    def get(self, model_id: str) -> ModelSpec:
        """A model by its id. Raises InvalidInputError with the known ids."""
        if model_id not in self._by_id:
            known = ", ".join(self._by_id)
            raise InvalidInputError(f"There is no model {model_id!r} in the catalogue.", f"Known models: {known}.")
        return self._by_id[model_id]

    def find(self, model_id: str) -> ModelSpec | None:
        """A model by its id, None when the catalogue no longer has it."""
        return self._by_id.get(model_id)

    def of_tier(self, tier: Tier) -> tuple[ModelSpec, ...]:
        """The models that work on a tier."""
        return tuple(model for model in self.models if tier in model.tiers)

    def default(self, tier: Tier) -> ModelSpec:
        """The model that a tier uses when nobody chose one. Raises InvalidInputError when there is none."""
        for model in self.of_tier(tier):
            return model
        raise InvalidInputError(f"No model in the catalogue can {tier.act.lower()}.", "Add a row for one.")


def quote(model: ModelSpec, seconds: Decimal) -> Quote:
    """What `seconds` of clip will cost on `model`, rounded up to the micro-dollar."""
    return Quote(reserve_of(model.price.dollars_per_second * seconds), model.price)


def parse_catalogue(document: Mapping[str, object]) -> Catalogue:
    """The catalogue in a parsed TOML document. Raises InvalidInputError with one sentence for the first faulty row."""
    found = document.get("model")
    rows = cast(list[object], found) if isinstance(found, list) else []
    if not rows:
        raise InvalidInputError("The catalogue has no [[model]] rows.")
    if len(rows) > MAX_MODELS:
        raise InvalidInputError(f"The catalogue has {len(rows)} rows; {MAX_MODELS} are the most.")
    models: list[ModelSpec] = []
    for number, row in enumerate(rows, start=1):
        try:
            if not isinstance(row, dict):
                raise InvalidInputError("it is not a table")
            models.append(_model(cast(dict[str, object], row)))
        except StudioError as error:
            raise InvalidInputError(f"Model row {number} of the catalogue cannot be used: {error}") from error
    ids = [model.id for model in models]
    for doubled in {one for one in ids if ids.count(one) > 1}:
        raise InvalidInputError(f"The catalogue has the model id {doubled!r} twice.")
    return Catalogue(tuple(models))


def _model(row: dict[str, object]) -> ModelSpec:
    limits = _table(row, "limits")
    price = _table(row, "price")
    least, most = (_decimal(limits, key) for key in ("seconds_least", "seconds_most"))
    valid_from = price.get("valid_from")
    if not isinstance(valid_from, date):
        raise InvalidInputError("price.valid_from must be a date such as 2026-11-01")
    aspects = limits.get("aspects", [])
    if not isinstance(aspects, list):
        raise InvalidInputError("limits.aspects must be a list of picture shapes")
    tiers = row.get("tiers")
    if not isinstance(tiers, list) or not tiers:
        raise InvalidInputError("tiers must be a list such as ['draft']")
    return ModelSpec(
        id=_text(row, "id"),
        provider=_text(row, "provider"),
        label=_text(row, "label"),
        tiers=frozenset(parse_tier(str(tier)) for tier in cast(list[object], tiers)),
        long_side=_whole(limits, "long_side"),
        seconds=(least, most),
        prompt_chars=_whole(limits, "prompt_chars"),
        price=Price(parse_dollars(_text(price, "usd_per_second")), valid_from, _text(price, "source")),
        aspects=frozenset(str(aspect) for aspect in cast(list[object], aspects)),
        seed=bool(limits.get("seed", True)),
        references=_whole(limits, "references") if "references" in limits else 0,
    )


def _table(row: Mapping[str, object], key: str) -> dict[str, object]:
    value = row.get(key)
    if not isinstance(value, dict):
        raise InvalidInputError(f"the table {key} is missing")
    return cast(dict[str, object], value)


def _text(row: Mapping[str, object], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InvalidInputError(f"{key} must be a text")
    return value


def _whole(row: Mapping[str, object], key: str) -> int:
    value = row.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise InvalidInputError(f"{key} must be a whole number of at least 0")
    return value


def _decimal(row: Mapping[str, object], key: str) -> Decimal:
    value = row.get(key)
    if not isinstance(value, (int, str)) or isinstance(value, bool):
        raise InvalidInputError(f"{key} must be a number in quotes")
    amount = parse_dollars(str(value))
    if not math.isfinite(amount):
        raise InvalidInputError(f"{key} must be finite")
    return amount
