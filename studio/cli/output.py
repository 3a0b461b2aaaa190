"""What the commands print: plain lines, rich tables and bars in a terminal, JSON where asked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text


class Tell(Protocol):
    """Progress of a named piece of work."""

    def __call__(self, what: str, done: int, total: int) -> None: ...


class Output:
    """Prints results to `out` and everything else to `err`, so that a pipe gets results alone."""

    def __init__(self, out: IO[str], err: IO[str]) -> None:
        self._out = Console(file=out, soft_wrap=True, highlight=False)
        self._err = Console(file=err, soft_wrap=True, highlight=False)

    def line(self, text: str) -> None:
        """One line of result. Text is text: no markup."""
        self._out.print(Text(text))

    def note(self, text: str) -> None:
        """One line beside the result."""
        self._err.print(Text(text))

    def trouble(self, text: str) -> None:
        """A sentence about what went wrong."""
        self._err.print(Text(text, style="red" if self._err.is_terminal else ""))

    def json(self, value: object) -> None:
        """One JSON document."""
        self._out.file.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table in a terminal; tab-separated lines in a pipe."""
        if not self._out.is_terminal:
            for row in rows:
                self._out.file.write("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) + "\n")
            return
        table = Table(*columns, box=None, pad_edge=False, header_style="dim")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        self._out.print(table)

    def asks(self) -> bool:
        """Whether there is a person to answer a question."""
        return self._err.is_terminal

    @contextmanager
    def progress(self) -> Iterator[Tell]:
        """A bar in a terminal; a line for each new count in a pipe."""
        if not self._err.is_terminal:
            last: dict[str, int] = {}

            def tell_line(what: str, done: int, total: int) -> None:
                if last.get(what) != done:
                    last[what] = done
                    self.note(f"{what} {done}/{total}")

            yield tell_line
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=self._err) as bar:
            tasks = {}

            def tell_bar(what: str, done: int, total: int) -> None:
                if what not in tasks:
                    tasks[what] = bar.add_task(what, total=total)
                bar.update(tasks[what], completed=done, total=total)

            yield tell_bar
