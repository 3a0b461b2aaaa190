"""The catalogue: rows of data, each refused by name when it cannot be used."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from studio.core.catalogue import Catalogue, parse_catalogue, quote
from studio.core.errors import InvalidInputError
from studio.core.money import Money
from studio.core.tier import Tier

ROW = """
[[model]]
id = "m"
provider = "p"
label = "M"
tiers = ["draft", "validate"]
[model.limits]
long_side = 640
seconds_least = "1"
seconds_most = "8"
prompt_chars = 1000
[model.price]
usd_per_second = "0.0333333"
valid_from = 2026-11-01
source = "price page"
"""


def read(text: str) -> Catalogue:
    return parse_catalogue(tomllib.loads(text))


def test_the_bundled_catalogue_has_a_free_local_model_for_every_tier() -> None:
    bundled = read((Path(__file__).parents[2] / "resources" / "models.toml").read_text(encoding="utf-8"))
    for tier in Tier:
        model = bundled.default(tier)
        assert model.local
        assert quote(model, Decimal(60)).amount == Money(0)
    assert [bundled.default(tier).long_side for tier in Tier] == [640, 1280, 1920]


def test_a_row_is_found_by_id_and_by_tier() -> None:
    catalogue = read(ROW)
    assert catalogue.get("m").tiers == {Tier.DISCOVERY, Tier.VALIDATION}
    assert catalogue.default(Tier.VALIDATION).id == "m"
    assert catalogue.find("gone") is None
    with pytest.raises(InvalidInputError, match="can premium"):
        catalogue.default(Tier.EXPORT)
    with pytest.raises(InvalidInputError, match="Known models: m"):
        catalogue.get("gone")


def test_a_quote_is_rounded_up_to_the_micro_dollar() -> None:
    made = quote(read(ROW).get("m"), Decimal(4))
    assert made.amount == Money(133_334)
    assert made.price.revision == "0.0333333/s@2026-11-01"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('usd_per_second = "0.0333333"', 'usd_per_second = "NaN"', "amount of money"),
        ('usd_per_second = "0.0333333"', 'usd_per_second = "-1"', "amount of money"),
        ('usd_per_second = "0.0333333"', "usd_per_second = 0.03", "usd_per_second must be a text"),
        ("long_side = 640", "long_side = -1", "long_side"),
        ("long_side = 640", "long_side = true", "long_side"),
        ('tiers = ["draft", "validate"]', 'tiers = ["best"]', "not a tier"),
        ('tiers = ["draft", "validate"]', "tiers = []", "tiers"),
        ('id = "m"', 'id = " "', "id must be a text"),
        ("valid_from = 2026-11-01", 'valid_from = "soon"', "must be a date"),
        ("[model.limits]", "[model.bounds]", "table limits is missing"),
    ],
)
def test_a_faulty_row_is_refused_in_one_sentence_with_its_number(old: str, new: str, says: str) -> None:
    assert old in ROW
    with pytest.raises(InvalidInputError, match=f"Model row 1 .*{says}"):
        read(ROW.replace(old, new))


def test_the_same_id_twice_and_an_empty_catalogue_are_refused() -> None:
    with pytest.raises(InvalidInputError, match="'m' twice"):
        read(ROW + ROW)
    with pytest.raises(InvalidInputError, match="has no"):
        parse_catalogue({})
    with pytest.raises(InvalidInputError, match="2001 rows"):
        parse_catalogue({"model": [{}] * 2001})
