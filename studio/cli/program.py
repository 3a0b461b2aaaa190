"""What the commands need of the program, handed over by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import typer

from studio.cli.output import Output
from studio.core.catalogue import Catalogue
from studio.services.projects import Projects
from studio.services.sample import Sample


class RenderBoard(Protocol):
    """Renders the real window of a project, without a display, to a PNG. Raises StudioError naming what Qt lacks."""

    def __call__(self, project: Path, target: Path, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Program:
    """The parts that commands act on. `projects` is made anew in each command's event loop."""

    output: Output
    version: str
    projects: Callable[[], Projects]
    catalogue: Callable[[], Catalogue]
    sample: Callable[[], Sample]
    open_window: Callable[[Path | None], int]
    render_board: RenderBoard
    display_answers: Callable[[], bool]
    qt_problem: Callable[[], str]
    facts: Callable[[], dict[str, str]]


def program_of(context: typer.Context) -> Program:
    """The program that `run` put into the context of every command."""
    program = context.find_object(Program)
    if program is None:
        raise RuntimeError("a command was run without its program")
    return program
