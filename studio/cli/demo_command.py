"""The demo: the sample project from screenplay to picks, then the window, or its pictures where no display answers."""

import asyncio
import shutil
from pathlib import Path
from typing import Annotated

import typer

from studio.cli.exits import Exit
from studio.cli.output import Tell
from studio.cli.program import Program, program_of
from studio.services.sample import Sample, make_sample
from studio.services.workspace import Workspace

PROJECT_FILE = "project.db"
UNFINISHED = ".unfinished"


def demo(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="Where the sample project goes.", show_default=False)] = None,
    window: Annotated[bool, typer.Option(help="Open the window when a display answers.")] = True,
) -> None:
    """Draft the sample storyboard, promote and pick a few shots, and open the window on it. Costs nothing."""
    program = program_of(context)
    sample = program.sample()
    project = (folder or Path("demo") / f"{sample.title}.shotboard").absolute()
    _prepare(program, project, sample)
    if window and program.display_answers():
        raise typer.Exit(program.open_window(project))
    program.output.note("No display answers, so the board is written to files instead of a window.")
    raise typer.Exit(_write_files(program, project))


def _prepare(program: Program, project: Path, sample: Sample) -> None:
    if (project / PROJECT_FILE).exists() and not (project / UNFINISHED).exists():
        program.output.note(f"The sample is here already: {project}")
        return
    if project.exists():
        # A demo that was cut short holds nothing that anybody made.
        shutil.rmtree(project)
    asyncio.run(_make(program, project, sample))
    (project / UNFINISHED).unlink()


async def _make(program: Program, project: Path, sample: Sample) -> None:
    projects = program.projects()
    try:
        workspace = await projects.create(project, sample.title, sample.rate, sample.aspect)
        await asyncio.to_thread((project / UNFINISHED).touch)
        with program.output.progress() as tell:
            await make_sample(workspace, sample, tell)
    finally:
        await projects.aclose()


def _write_files(program: Program, project: Path) -> Exit:
    out = project.parent
    asyncio.run(_write_clips(program, project, out))
    missing = program.qt_problem()
    if missing:
        program.output.trouble(missing)
    else:
        program.render_board(project, out / "board.png")
    program.output.line(f"Written to {out}")
    for name in sorted(path.relative_to(out).as_posix() for path in _written(out)):
        program.output.line(f"  {name}")
    return Exit.FAULT if missing else Exit.DONE


async def _write_clips(program: Program, project: Path, out: Path) -> None:
    projects = program.projects()
    try:
        workspace = await projects.open(project)
        await workspace.keeper.rest()
        board = await workspace.board.read()
        shown = [card.shown_id for card in board.cards if card.shown_id is not None]
        files = await workspace.delivery.prepare(shown)
        await asyncio.to_thread((out / "clips").mkdir, exist_ok=True)
        for file in files.values():
            await asyncio.to_thread(shutil.copyfile, file, out / "clips" / file.name)
        await workspace.spend.write_csv(out / "spend.csv")
        with program.output.progress() as tell:
            await _animatic(workspace, out / "animatic.mp4", tell, len(board.cards))
    finally:
        await projects.aclose()


async def _animatic(workspace: Workspace, target: Path, tell: Tell, count: int) -> None:
    tell("Animatic", 0, count)
    await workspace.animatic.write(target, lambda _message: None)
    tell("Animatic", count, count)


def _written(out: Path) -> list[Path]:
    return [path for path in (*out.glob("*.*"), *out.glob("clips/*")) if path.is_file()]
