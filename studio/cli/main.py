"""The command line: builds the commands, runs them, turns trouble into a sentence and an exit code."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from studio.cli.demo_command import demo
from studio.cli.exits import Exit, exit_of
from studio.cli.program import Program, program_of
from studio.cli.project_commands import add_project_commands
from studio.cli.render_commands import add_render_commands
from studio.cli.take_commands import add_take_commands
from studio.core.errors import StudioError

HELP = (
    "Draft shots in seconds, promote the ones that won.\n\n"
    "Exit codes: 0 done · 1 fault · 2 usage · 3 stopped by a cap · 4 refused by a provider · 5 partly failed · "
    "6 outcome unknown, money held · 130 interrupted."
)
FAULT = "Shotboard met a fault that it did not expect. Its log says more; `shotboard doctor` says where that is."

log = logging.getLogger(__name__)


def command_line() -> typer.Typer:
    """All commands."""
    app = typer.Typer(help=HELP, no_args_is_help=False, add_completion=False, rich_markup_mode=None)
    app.callback(invoke_without_command=True)(start)
    app.command("open")(open_project)
    add_project_commands(app)
    add_render_commands(app)
    add_take_commands(app)
    app.command("demo")(demo)
    app.command("doctor")(doctor)
    return app


def run(program: Program, arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    app = command_line()
    try:
        result = app(list(arguments), prog_name="shotboard", standalone_mode=False, obj=program)
    except TyperException as error:
        program.output.trouble(f"{error.format_message()} `shotboard --help` lists what can be typed.")
        return Exit.USAGE
    except (typer.Abort, KeyboardInterrupt):
        result = Exit.INTERRUPTED
    except StudioError as error:
        program.output.trouble(str(error))
        return exit_of(error)
    except BrokenPipeError:
        return Exit.FAULT  # whoever read the output has gone
    except Exception:
        log.exception("A command met a fault.")
        program.output.trouble(FAULT)
        return Exit.FAULT
    if result == Exit.INTERRUPTED:
        program.output.note("Interrupted. What was queued goes on when the project is opened again.")
    return int(result or 0)


def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """A storyboard studio: draft shots in seconds, promote the ones that won."""
    if version:
        program_of(context).output.line(f"Shotboard {program_of(context).version}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(program_of(context).open_window(None))


def open_project(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="The project to open.", show_default=False)] = None,
) -> None:
    """Open the window. The same as `shotboard` alone, with a project."""
    raise typer.Exit(program_of(context).open_window(folder.absolute() if folder else None))


def doctor(context: typer.Context) -> None:
    """Say what this machine has and lacks."""
    program = program_of(context)
    for name, fact in program.facts().items():
        program.output.line(f"{name}: {fact}")
    problem = program.qt_problem()
    if problem:
        program.output.trouble(problem)
        raise typer.Exit(Exit.FAULT)
