"""Commands about projects: new, import, shots, check."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from studio.cli.exits import Exit
from studio.cli.find import opened
from studio.cli.program import program_of
from studio.core.board import Card
from studio.core.camera import parse_aspect
from studio.core.project import CodeScheme
from studio.core.timebase import Rate, parse_rate, short_time

ProjectArgument = Annotated[Path, typer.Argument(help="The project folder, Name.shotboard.", show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of a table.")]


def add_project_commands(app: typer.Typer) -> None:
    """Registers the commands on `app`."""
    app.command("new")(new)
    app.command("import")(import_script)
    app.command("shots")(shots)
    app.command("check")(check)


def new(
    context: typer.Context,
    folder: ProjectArgument,
    aspect: Annotated[str, typer.Option(help="Picture shape: 16:9, 9:16, 1:1, 4:5, 2.39:1, 1.85:1, 4:3.")] = "16:9",
    fps: Annotated[str, typer.Option(help="Frame rate: 23.976, 24, 25, 29.97, 30.")] = "24",
    codes: Annotated[CodeScheme, typer.Option(help="How shots are numbered.")] = CodeScheme.STEPS,
) -> None:
    """Make an empty project."""
    program = program_of(context)

    async def work() -> None:
        projects = program.projects()
        try:
            workspace = await projects.create(folder, folder.stem, parse_rate(fps), parse_aspect(aspect), codes)
            program.output.line(str(workspace.folder))
        finally:
            await projects.aclose()

    asyncio.run(work())


def import_script(
    context: typer.Context,
    folder: ProjectArgument,
    script: Annotated[Path, typer.Argument(help="A Fountain or plain text screenplay.", show_default=False)],
) -> None:
    """Turn a screenplay into scenes and shots at the board's end."""
    program = program_of(context)

    async def work() -> None:
        async with opened(program, folder, read_only=False) as workspace:
            report = await workspace.importing.script(script)
        program.output.line(f"{report.scenes} scenes, {report.shots} shots")

    asyncio.run(work())


def shots(context: typer.Context, folder: ProjectArgument, as_json: JsonOption = False) -> None:
    """List the board.

    JSON: a list of {code, scene, status, frames, seconds, action, camera, takes, pick, spend_usd}.
    """
    program = program_of(context)

    async def work() -> None:
        async with opened(program, folder, read_only=True) as workspace:
            board = await workspace.board.read()
        scenes = {scene.id: f"{scene.number} {scene.slugline}" for scene in board.scenes}
        rate = board.project.rate
        if as_json:
            program.output.json([_fields(card, scenes[card.scene_id], rate) for card in board.cards])
            return
        columns = ("Shot", "Scene", "Status", "Length", "Takes", "Pick", "Spend", "Action")
        program.output.table(columns, [_row(card, scenes[card.scene_id], rate) for card in board.cards])

    asyncio.run(work())


def check(context: typer.Context, folder: ProjectArgument, as_json: JsonOption = False) -> None:
    """Verify structure and hashes; bad media is set aside, nothing is deleted. JSON: {takes, problems}."""
    program = program_of(context)

    async def work() -> bool:
        async with opened(program, folder, read_only=False) as workspace:
            with program.output.progress() as tell:
                report = await workspace.checking.run(lambda done, total: tell("Checking takes", done, total))
        if as_json:
            program.output.json({"takes": report.takes, "problems": list(report.problems)})
        else:
            for problem in report.problems:
                program.output.line(problem)
            program.output.line(f"{report.takes} takes checked, {len(report.problems)} problems")
        return not report.problems

    if not asyncio.run(work()):
        raise typer.Exit(Exit.FAULT)


def _row(card: Card, scene: str, rate: Rate) -> tuple[str, ...]:
    pick = str(card.pick_number) if card.pick_number is not None else ""
    length = short_time(card.frames, rate)
    return (card.code, scene, _status(card), length, str(card.take_count), pick, str(card.spend), card.action)


def _status(card: Card) -> str:
    return "On hold" if card.on_hold else "Omitted" if card.omitted else str(card.status)


def _fields(card: Card, scene: str, rate: Rate) -> dict[str, object]:
    return {
        "code": card.code,
        "scene": scene,
        "status": _status(card),
        "frames": card.frames,
        "seconds": round(float(rate.seconds(card.frames)), 3),
        "action": card.action,
        "camera": card.camera_line,
        "takes": card.take_count,
        "pick": card.pick_number,
        "spend_usd": f"{card.spend.micros / 1_000_000:.6f}",
    }
