"""The composition root: the only place that builds objects and says who gets whom."""

from __future__ import annotations

import asyncio
import logging
import os
import platform
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from studio import __version__, paths
from studio.cli import main as command_line
from studio.cli.output import Output
from studio.cli.probe import display_answers, qt_problem
from studio.cli.program import Program, RenderBoard
from studio.config import load_settings, save_settings
from studio.core.blocking import BlockingBrief
from studio.core.catalogue import Catalogue, parse_catalogue
from studio.core.errors import StudioError
from studio.core.provider import Progress, Provider
from studio.core.take import Take
from studio.core.tier import Tier
from studio.core.vocabulary import read
from studio.engine import Engine
from studio.media.blocking_engine.tasks import FirstPicture, FramesDone, draw_clip, draw_poster, draw_still
from studio.media.blocking_engine.version import DRAW_VERSION
from studio.media.frames import FrameReader
from studio.providers.blocking import BlockingProvider
from studio.services.animatic import Animatic
from studio.services.board import BoardService
from studio.services.changes import Changes
from studio.services.checking import Checking
from studio.services.clock import SystemClock
from studio.services.contexts import Contexts
from studio.services.delivery import Delivery
from studio.services.editing import Editing
from studio.services.finishing import Finishing
from studio.services.history import History
from studio.services.importing import Importing
from studio.services.keeper import Keeper
from studio.services.projects import Projects
from studio.services.references import References
from studio.services.renders.attempts import AttemptBook
from studio.services.renders.landing import Landing
from studio.services.renders.live import LiveJobs
from studio.services.renders.quiet import Quiet
from studio.services.renders.renders import Renders
from studio.services.renders.resuming import Resuming
from studio.services.renders.runner import Runner
from studio.services.renders.scheduler import Scheduler
from studio.services.sample import Sample, read_sample
from studio.services.spend import Spend
from studio.services.stills import Stills
from studio.services.upkeep import Upkeep
from studio.services.watching import Watching
from studio.services.workers import Lane, Workers
from studio.services.workspace import Workspace
from studio.store.store import Store
from studio.ui.start import Studio

log = logging.getLogger(__name__)

# Stills have a process of their own: the picture that follows a slider must not wait for a clip.
LANES = {"draw": Lane(), "still": Lane(), "media": Lane(niceness=5)}


class App:
    """The program behind the command line."""

    def __init__(self, open_window: Callable[[Path | None], int], render_board: RenderBoard) -> None:
        self._open_window = open_window
        self._render_board = render_board

    def run(self, arguments: Sequence[str]) -> int:
        """One command. Returns the exit code."""
        program = Program(
            output=Output(sys.stdout, sys.stderr),
            version=__version__,
            projects=build_projects,
            catalogue=read_catalogue,
            sample=bundled_sample,
            open_window=self._open_window,
            render_board=self._render_board,
            display_answers=display_answers,
            qt_problem=qt_problem,
            facts=_facts,
        )
        return command_line.run(program, arguments)


def build_studio() -> Studio:
    """The running program behind a window: an engine thread and the door to projects."""
    engine = Engine()
    engine.start()
    return Studio(engine, build_projects(), FrameReader)


def build_projects() -> Projects:
    """The door to projects, to be used in one event loop."""
    catalogue, person = read_catalogue(), load_settings(paths.user_data()).settings.person
    return Projects(
        bring_up=lambda store: build_workspace(store, catalogue, person),
        clock=SystemClock(),
        person=person,
        account=paths.user_data() / "account.db",
        recent=lambda: tuple(Path(one) for one in load_settings(paths.user_data()).settings.recent),
        remember=_remember,
        forget=_forget,
    )


def build_workspace(store: Store, catalogue: Catalogue, person: str) -> Workspace:
    """The services over an open store; what was under way goes on, unless the project is only for reading."""
    clock, changes, workers, folder = SystemClock(), Changes(), Workers(LANES), store.folder
    contexts = Contexts(store, read)
    history = History(store, Upkeep(store, contexts), changes, clock, person)
    editing = Editing(store, history, clock, person)
    live, quiet = LiveJobs(), Quiet()
    board = BoardService(store, catalogue, contexts, live.picture)
    book = AttemptBook(store, clock, person)
    providers: dict[str, Provider] = {
        "blocking": BlockingProvider(_clip_drawer(workers), folder / "media", folder.joinpath, DRAW_VERSION)
    }
    finishing = Finishing(
        store, workers, changes, store.scenes.project().rate, _poster_drawer(workers), _drawn_here(providers), quiet
    )
    landing = Landing(book, workers, changes, clock, folder, finishing.finish)
    runner, resuming = Runner(book, landing, live, changes, providers, catalogue), Resuming(book, catalogue, providers)
    scheduler = Scheduler(store, runner, resuming, providers, quiet, changes)
    references = References(store, editing, workers, clock, folder)
    delivery = Delivery(store, workers, changes, clock, folder, person)
    keeper = Keeper(store, scheduler, finishing, delivery, workers)
    draft_model = catalogue.default(Tier.DISCOVERY)
    workspace = Workspace(
        store=store,
        person=person,
        models=catalogue,
        changes=changes,
        contexts=contexts,
        history=history,
        editing=editing,
        board=board,
        references=references,
        importing=Importing(store, editing, references, finishing, workers, changes, clock, folder, person),
        renders=Renders(book, scheduler, live, changes, catalogue, providers, contexts.of, clock, person),
        stills=Stills(_still_drawer(workers), contexts.of, draft_model, lambda file: str(folder / file)),
        delivery=delivery,
        watching=Watching(store, clock, person),
        animatic=Animatic(store, board, workers, folder),
        spend=Spend(store, board),
        checking=Checking(store, workers, changes, folder),
        keeper=keeper,
    )
    if not store.read_only:
        keeper.begin()
    return workspace


def read_catalogue() -> Catalogue:
    """The bundled catalogue. Raises InvalidInputError when a row cannot be used."""
    return parse_catalogue(tomllib.loads((paths.resources() / "models.toml").read_text(encoding="utf-8")))


def bundled_sample() -> Sample:
    """The sample that comes with the program."""
    return read_sample(paths.resources() / "sample")


def _clip_drawer(workers: Workers) -> Callable:
    async def draw(brief: BlockingBrief, part: Path, tell: Callable[[Progress], None], cancel: asyncio.Event) -> None:
        def hear(message: object) -> None:
            match message:
                case FirstPicture(jpeg):
                    tell(Progress(picture=jpeg))
                case FramesDone(done, total):
                    tell(Progress(frames_done=done, frames_all=total))

        await workers.run(draw_clip, brief, part, lane="draw", on_message=hear, cancel=cancel)

    return draw


def _still_drawer(workers: Workers) -> Callable:
    async def draw(brief: BlockingBrief) -> bytes:
        return await workers.run(draw_still, brief, lane="still")

    return draw


def _poster_drawer(workers: Workers) -> Callable:
    async def draw(brief: BlockingBrief) -> bytes:
        return await workers.run(draw_poster, brief, lane="draw")

    return draw


def _drawn_here(providers: dict[str, Provider]) -> Callable[[Take], bool]:
    return lambda take: take.source in providers and providers[take.source].replayable


def _remember(folder: Path) -> None:
    settings = load_settings(paths.user_data()).settings
    try:
        save_settings(paths.user_data(), settings.with_recent(folder))
    except StudioError as error:
        log.warning("The project is not in the list of recent ones: %s", error)  # no reason not to open it


def _forget(folder: Path) -> None:
    settings = load_settings(paths.user_data()).settings
    save_settings(paths.user_data(), settings.without_recent(folder))


def _facts() -> dict[str, str]:
    return {
        "Shotboard": __version__,
        "Python": platform.python_version(),
        "System": platform.platform(),
        "Processors": str(os.cpu_count()),
        "Settings": str(paths.user_data()),
        "Log": str(paths.user_logs()),
        "Resources": str(paths.resources()),
        "Display": "answers" if display_answers() else "does not answer",
    }
