"""Spend as CSV: exact money, and nothing that a spreadsheet would reckon with."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from studio.core.money import Money
from studio.core.spend import ShotSpend
from studio.exchange.spend_csv import HEADER, spend_csv

SIGNS = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001
texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40)
rows = st.builds(
    ShotSpend,
    scene=texts,
    code=texts,
    action=texts,
    takes=st.integers(0, 99),
    picked=st.none() | st.integers(1, 99),
    spent=st.integers(0, 10**12).map(Money),
    held=st.integers(0, 10**12).map(Money),
)


def read_back(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@given(st.lists(rows, max_size=6))
def test_totals_are_exact_and_no_text_begins_like_a_formula(spends: list[ShotSpend]) -> None:
    head, *lines, total = read_back(spend_csv(spends))
    assert head == list(HEADER)
    assert len(lines) == len(spends)
    assert Decimal(total[5]) == sum((Decimal(line[5]) for line in lines), Decimal(0))
    assert Decimal(total[5]) * 1_000_000 == sum(one.spent.micros for one in spends)
    assert Decimal(total[6]) * 1_000_000 == sum(one.held.micros for one in spends)
    for line in lines:
        assert not any(cell.lstrip(" \ufeff").startswith(SIGNS) for cell in line[:3])


@given(rows)
def test_a_text_is_kept_whole_behind_its_guard(spend: ShotSpend) -> None:
    _, line, _ = read_back(spend_csv([spend]))
    assert [cell.removeprefix("'") for cell in line[:3]] == [
        text.removeprefix("'") for text in (spend.scene, spend.code, spend.action)
    ]
