"""Opening a big board and moving a shot in it: our read-models against one bare SELECT of the same columns."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from studio.core.catalogue import Catalogue
from studio.core.ids import ProjectId
from studio.core.project import Project
from studio.core.vocabulary import read
from studio.services.board import BoardService
from studio.services.changes import Changes
from studio.services.clock import SystemClock
from studio.services.contexts import Contexts
from studio.services.editing import Editing
from studio.services.generator import Wanted, generate
from studio.services.history import History
from studio.services.upkeep import Upkeep
from studio.store.board import SELECT
from studio.store.opening import create_store, open_store
from studio.store.store import Store
from tests.bench.measure import PAIRS, Figure, counted, figure_of

SMALL, LARGE = 2_000, 20_000
TAKES_A_SHOT = 5


def figures() -> Iterator[Figure]:
    """board_open, board_open_growth, reorder."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_project(Path(folder), shots) for shots in (SMALL, LARGE))
        measured_small = [(_ours(small), _bare(small)) for _ in range(2 * PAIRS)]
        yield figure_of("board_open", measured_small, bound=3, note="2,000 shots, 10,000 takes")
        measured_large = [(_ours(large), _bare(large)) for _ in range(PAIRS)]
        ours = statistics.median(one for one, _ in measured_large) / statistics.median(one for one, _ in measured_small)
        bare = statistics.median(one for _, one in measured_large) / statistics.median(one for _, one in measured_small)
        yield figure_of("board_open_growth", [(ours, bare)] * PAIRS, unit="×", bound=1.25, note="to 20,000 shots")
        yield counted("reorder", asyncio.run(_rows_of_a_move(small)), "rows", bound=3, note="a move among 2,000 shots")


def _project(folder: Path, shots: int) -> Path:
    clock = SystemClock()
    project = folder / f"{shots}.shotboard"
    store = create_store(project, Project(ProjectId(clock.new_id()), "Bench"), folder / "account.db", clock, "bench")
    generate(store, Wanted(shots, shots * TAKES_A_SHOT))
    store.close()
    return project


def _ours(project: Path) -> float:
    """An opened file to filled read-models, in milliseconds of CPU time."""
    store = open_store(project, project.parent / "account.db", SystemClock(), read_only=True)
    board = BoardService(store, Catalogue(()), Contexts(store, read), lambda _job: b"")
    # A plain loop, as the engine thread has: asyncio.run writes the result's repr into a signal handler's error text.
    loop = asyncio.new_event_loop()
    gc.collect()
    begun = time.thread_time()
    loop.run_until_complete(board.read())
    took = (time.thread_time() - begun) * 1000
    loop.close()
    store.close()
    return took


def _bare(project: Path) -> float:
    """One SELECT of the same columns by sqlite3 alone, in milliseconds of CPU time."""
    database = sqlite3.connect(f"file:{project / 'project.db'}?mode=ro", uri=True)
    gc.collect()
    begun = time.thread_time()
    database.execute(SELECT).fetchall()
    took = (time.thread_time() - begun) * 1000
    database.close()
    return took


async def _rows_of_a_move(project: Path) -> int:
    """The most rows of shots and scenes that one of many moves writes."""
    store = open_store(project, project.parent / "account.db", SystemClock())
    try:
        clock = SystemClock()
        contexts = Contexts(store, read)
        history = History(store, Upkeep(store, contexts), Changes(), clock, "bench")
        editing = Editing(store, history, clock, "bench")
        most = 0
        shots = store.shots.all()
        for number in range(50):
            moved, before = shots[number * 7], shots[1000 + number * 3]
            ranks = _ranks(store)
            await editing.move([moved.id], before.scene_id, before.id)
            most = max(most, len(_ranks(store) - ranks))
        return most
    finally:
        store.close()


def _ranks(store: Store) -> set[tuple[str, str, str]]:
    return {(shot.id, shot.scene_id, shot.rank) for shot in store.shots.all()}
