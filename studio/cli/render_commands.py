"""Commands that make takes: models, draft, promote."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

import typer

from studio.cli.exits import Exit, exit_of_jobs
from studio.cli.find import cards_of, drawable, opened, take_of
from studio.cli.program import Program, program_of
from studio.cli.project_commands import JsonOption, ProjectArgument
from studio.core.ids import JobId
from studio.core.money import Money
from studio.core.promotion import Promotion
from studio.services.workspace import Workspace

ShotsArgument = Annotated[list[str] | None, typer.Argument(help="Shot codes; none means the whole board.")]
ModelOption = Annotated[str | None, typer.Option("--model", help="A model's id (see `shotboard models`).")]
NoWaitOption = Annotated[bool, typer.Option("--no-wait", help="Queue and return; an open window goes on with it.")]


def add_render_commands(app: typer.Typer) -> None:
    """Registers the commands on `app`."""
    app.command("models")(models)
    app.command("draft")(draft)
    app.command("promote")(promote)


def models(context: typer.Context, as_json: JsonOption = False) -> None:
    """List the catalogue. JSON: a list of {id, provider, label, tiers, long_side, usd_per_second, price_date}."""
    program = program_of(context)
    catalogue = program.catalogue()
    if as_json:
        program.output.json(
            [
                {
                    "id": model.id,
                    "provider": model.provider,
                    "label": model.label,
                    "tiers": [tier.act.lower() for tier in sorted(model.tiers)],
                    "long_side": model.long_side,
                    "usd_per_second": str(model.price.dollars_per_second),
                    "price_date": model.price.valid_from.isoformat(),
                }
                for model in catalogue.models
            ]
        )
        return
    rows = [
        (
            model.id,
            model.label,
            ", ".join(tier.act for tier in sorted(model.tiers)),
            str(model.long_side),
            "free" if not model.price.dollars_per_second else f"${model.price.dollars_per_second}/s",
        )
        for model in catalogue.models
    ]
    program.output.table(("Model", "Name", "Tier", "Pixels", "Price"), rows)


def draft(
    context: typer.Context,
    folder: ProjectArgument,
    shots: ShotsArgument = None,
    model: ModelOption = None,
    count: Annotated[int, typer.Option("--count", help="Drafts a shot.", min=1, max=20)] = 1,
    seed: Annotated[int | None, typer.Option("--seed", help="The first draft's seed; the next ones count up.")] = None,
    no_wait: NoWaitOption = False,
    as_json: JsonOption = False,
) -> None:
    """Draft shots. JSON: a list of {shot, job, state, take, cost_usd, problem}."""
    program = program_of(context)

    async def work() -> Exit:
        async with opened(program, folder, read_only=False) as workspace:
            board = await workspace.board.read()
            cards = cards_of(board, shots) if shots else drawable(board)
            jobs = await workspace.renders.draft([card.shot_id for card in cards], model, count, seed)
            return await _follow(program, workspace, jobs, "Drafting", as_json=as_json, wait=not no_wait)

    _leave(asyncio.run(work()))


def promote(
    context: typer.Context,
    folder: ProjectArgument,
    shots: Annotated[list[str], typer.Argument(help="Shot codes.", show_default=False)],
    take: Annotated[int | None, typer.Option("--take", help="A take's number; else the pick or newest.")] = None,
    model: ModelOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask about the price.")] = False,
    no_wait: NoWaitOption = False,
    as_json: JsonOption = False,
) -> None:
    """Render takes again one tier up; asks before money moves. JSON as for draft."""
    program = program_of(context)

    async def work() -> Exit:
        async with opened(program, folder, read_only=False) as workspace:
            board = await workspace.board.read()
            promotions = [
                await workspace.renders.promotion((await take_of(workspace, card.shot_id, card.code, take)).id, model)
                for card in cards_of(board, shots)
            ]
            _ask(program, promotions, yes=yes)
            jobs = [await workspace.renders.promote(one.take.id, one.target.id) for one in promotions]
            return await _follow(program, workspace, jobs, "Promoting", as_json=as_json, wait=not no_wait)

    _leave(asyncio.run(work()))


def _ask(program: Program, promotions: Sequence[Promotion], *, yes: bool) -> None:
    price = Money(sum(one.quote.amount.micros for one in promotions))
    targets = ", ".join(sorted({one.target.label for one in promotions}))
    program.output.note(f"{len(promotions)} to promote on {targets}: {price}")
    if yes:
        return
    if not program.output.asks():
        program.output.trouble("Promoting asks first, and there is no terminal to answer. Add --yes.")
        raise typer.Exit(Exit.USAGE)
    if not typer.confirm(f"Render for {price}?", err=True):
        program.output.note("Nothing was sent.")
        raise typer.Exit(Exit.DONE)


async def _follow(
    program: Program, workspace: Workspace, jobs: Sequence[JobId], what: str, *, as_json: bool, wait: bool
) -> Exit:
    if wait:
        with program.output.progress() as tell:
            left = await workspace.renders.wait_for(jobs, lambda done: tell(what, done, len(jobs)))
        if left:
            program.output.trouble(f"{workspace.renders.paused()} {left} of {len(jobs)} wait in the queue.".strip())
        await workspace.keeper.rest()
    reports = [await workspace.renders.report(job) for job in jobs]
    if as_json:
        program.output.json([report.fields() for report in reports])
    else:
        for report in reports:
            program.output.line(report.sentence())
    if not wait:
        return Exit.DONE
    return exit_of_jobs([(report.state, report.attempt_state) for report in reports])


def _leave(code: Exit) -> None:
    if code is not Exit.DONE:
        raise typer.Exit(code)
