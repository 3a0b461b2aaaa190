"""`make bench`: prints a JSON line per figure and a table; names on the command line choose figures."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from importlib import import_module

from rich.console import Console
from rich.table import Table

from tests.bench.measure import Figure

# Name of the figure's family → module; imported only when chosen, so that no figure carries another's imports.
FAMILIES = {
    "blocking": "tests.bench.blocking",
    "board": "tests.bench.board",
    "grid": "tests.bench.grid",
    "startup": "tests.bench.startup",
    "memory": "tests.bench.memory",
}


def main(chosen: Iterable[str]) -> int:
    """Runs the chosen families (all without names). Returns 1 when a bound does not hold."""
    # Where no display answers too; each figure compares like with like.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    console = Console()
    figures: list[Figure] = []
    wanted = list(chosen) or list(FAMILIES)
    for family in wanted:
        figures_of: Callable[[], Iterable[Figure]] = import_module(FAMILIES[family]).figures
        for figure in figures_of():
            console.file.write(json.dumps(figure.fields()) + "\n")
            console.file.flush()
            figures.append(figure)
    table = Table("Figure", "Value", "Against", "Ratio", "Bound", "n", "Spread", box=None)
    for one in figures:
        against = f"{one.against:g} {one.unit}" if one.against else "–"
        style = "" if one.holds else "bold red"
        cells = (
            f"{one.value:g} {one.unit}",
            against,
            f"{one.ratio:g}",
            f"≤ {one.bound:g}",
            str(one.n),
            f"{one.spread:g}",
        )
        table.add_row(one.name, *cells, style=style)
    console.print(table)
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
