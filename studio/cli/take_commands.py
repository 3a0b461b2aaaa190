"""Commands about takes: takes, pick, deliver."""

import asyncio
from typing import Annotated

import typer

from studio.cli.find import cards_of, drawable, opened, take_of
from studio.cli.program import program_of
from studio.cli.project_commands import JsonOption, ProjectArgument
from studio.cli.render_commands import ShotsArgument
from studio.core.money import MICROS
from studio.core.take import Take
from studio.core.timebase import short_time

ShotArgument = Annotated[str, typer.Argument(help="A shot's code.", show_default=False)]


def add_take_commands(app: typer.Typer) -> None:
    """Registers the commands on `app`."""
    app.command("takes")(takes)
    app.command("pick")(pick)
    app.command("deliver")(deliver)


def takes(context: typer.Context, folder: ProjectArgument, shot: ShotArgument, as_json: JsonOption = False) -> None:
    """List a shot's takes.

    JSON: a list of {take, tier, model, seed, frames, width, height, cost_usd, stars, pick, file}.
    """
    program = program_of(context)

    async def work() -> None:
        async with opened(program, folder, read_only=True) as workspace:
            board = await workspace.board.read()
            card = cards_of(board, [shot])[0]
            detail = await workspace.board.detail(card.shot_id)
        if as_json:
            program.output.json([_fields(take, card.pick_number) for take in detail.takes])
            return
        rows = [
            (
                str(take.number),
                str(take.mark),
                take.model_label,
                f"{take.width}×{take.height}",
                short_time(take.frames, board.project.rate),
                str(take.cost),
                "★" * take.stars,
                "picked" if take.number == card.pick_number else "",
            )
            for take in detail.takes
        ]
        program.output.table(("Take", "Tier", "Model", "Size", "Length", "Cost", "Stars", ""), rows)

    asyncio.run(work())


def pick(
    context: typer.Context,
    folder: ProjectArgument,
    shot: ShotArgument,
    number: Annotated[int | None, typer.Argument(help="The take's number; the newest without one.")] = None,
) -> None:
    """Circle a take: it stands for its shot and is delivered."""
    program = program_of(context)

    async def work() -> None:
        async with opened(program, folder, read_only=False) as workspace:
            card = cards_of(await workspace.board.read(), [shot])[0]
            take = await take_of(workspace, card.shot_id, card.code, number)
            await workspace.editing.pick(take.id)
            files = await workspace.delivery.deliver([card.shot_id])
        for file in files:
            program.output.line(str(file))

    asyncio.run(work())


def deliver(context: typer.Context, folder: ProjectArgument, shots: ShotsArgument = None) -> None:
    """Write the picks' files to the project's delivery folder and print their paths."""
    program = program_of(context)

    async def work() -> None:
        async with opened(program, folder, read_only=False) as workspace:
            board = await workspace.board.read()
            cards = cards_of(board, shots) if shots else drawable(board)
            files = await workspace.delivery.deliver([card.shot_id for card in cards])
        for file in files:
            program.output.line(str(file))
        if not files:
            program.output.note("No shot has a pick yet. Pick one: shotboard pick PROJECT SHOT TAKE")

    asyncio.run(work())


def _fields(take: Take, pick: int | None) -> dict[str, object]:
    return {
        "take": take.number,
        "tier": take.tier.act.lower(),
        "model": take.model_id,
        "seed": take.seed,
        "frames": take.frames,
        "width": take.width,
        "height": take.height,
        "cost_usd": f"{take.cost.micros // MICROS}.{take.cost.micros % MICROS:06}",
        "stars": take.stars,
        "pick": take.number == pick,
        "file": take.file,
    }
