"""Spend out as CSV, safe to open in a spreadsheet: what could be a formula is led by an apostrophe (ASVS 1.2.10)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from studio.core.money import MICROS, Money
from studio.core.spend import ShotSpend

HEADER = ("Scene", "Shot", "Action", "Takes", "Pick", "Spent USD", "Held USD")
DANGEROUS = tuple("=+-@\t\r\n\0＝＋－＠")  # noqa: RUF001 -- spreadsheets read the full-width signs too


def spend_csv(rows: Iterable[ShotSpend]) -> str:
    """The whole file as text: a header, one line a shot, a line with the totals; money has six places."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(HEADER)
    spent = held = Money()
    takes = 0
    for row in rows:
        pick = row.picked if row.picked is not None else ""
        writer.writerow(
            (
                guarded(row.scene),
                guarded(row.code),
                guarded(row.action),
                row.takes,
                pick,
                dollars(row.spent),
                dollars(row.held),
            )
        )
        spent, held, takes = spent + row.spent, held + row.held, takes + row.takes
    writer.writerow(("Total", "", "", takes, "", dollars(spent), dollars(held)))
    return out.getvalue()


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet reckons with."""
    return f"'{text}" if text.lstrip(" \ufeff").startswith(DANGEROUS) or text.startswith(DANGEROUS) else text


def dollars(amount: Money) -> Decimal:
    """Dollars with six places, exact."""
    return (Decimal(amount.micros) / MICROS).quantize(Decimal("0.000001"))
