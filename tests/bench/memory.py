"""What a big board costs in memory: the real window scrolled through, workers counted, above the same window empty."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtWidgets import QApplication

from studio.__main__ import start_of
from studio.core.ids import ProjectId
from studio.core.project import Project
from studio.log import Redactor
from studio.services.clock import SystemClock
from studio.services.generator import Wanted, generate
from studio.store.opening import create_store
from studio.ui import style
from studio.ui.frame import Frame
from studio.ui.grid.board_view import BoardView
from studio.ui.theme import Theme
from tests.bench.measure import PAIRS, Figure, counted

SHOTS, TAKES = 2_000, 10_000
LIMIT_MB = 350
PATIENCE_S, EMPTY_S, STEADY_S = 60.0, 8.0, 0.5
CHILD = "from tests.bench.memory import window_alone; window_alone()"


def figures() -> Iterator[Figure]:
    """memory."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        project = _project(home)
        above = [_resident_mb(home, project) - _resident_mb(home, None) for _ in range(PAIRS)]
    yield counted(
        "memory", round(statistics.median(above), 1), "MB", bound=LIMIT_MB, note="2,000 shots, scrolled through"
    )


def window_alone() -> None:
    """The child: opens the window of the project in argv, scrolls the board to its end, prints its own size in MB."""
    project = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    app = QApplication(["shotboard"])
    app.setQuitOnLastWindowClosed(False)
    theme = Theme.of("dark")
    frame = Frame(theme, b"")
    frame.show()

    from studio.ui.life import Life  # qasync takes the application that is there when it is imported

    life = Life(app, frame, theme, start_of(Redactor(), project), style.apply(app, theme))

    async def scroll() -> None:
        await life.settled(PATIENCE_S if project else EMPTY_S, STEADY_S)
        view = frame.findChild(BoardView)
        bar = view.verticalScrollBar() if view is not None and project is not None else None
        while bar is not None and bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
            await asyncio.sleep(0.05)
        await life.settled(PATIENCE_S if project else 0, STEADY_S)
        sys.stdout.write(str(_tree_mb(os.getpid())))
        sys.stdout.flush()
        os._exit(0)

    life.run(scroll())


def _tree_mb(pid: int) -> float:
    """Resident memory of a process and its children, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return resident / 1024 + sum(_tree_mb(int(child)) for child in children)


def _project(home: Path) -> Path:
    clock = SystemClock()
    folder = home / "Memory.shotboard"
    noise = np.random.default_rng(1).integers(0, 255, (36, 64, 3), np.uint8)
    _, poster = cv2.imencode(".jpg", cv2.resize(noise, (640, 360), interpolation=cv2.INTER_CUBIC))
    store = create_store(folder, Project(ProjectId(clock.new_id()), "Memory"), home / "account.db", clock, "bench")
    generate(store, Wanted(SHOTS, TAKES, poster=poster.tobytes()))
    store.close()
    return folder


def _resident_mb(home: Path, project: Path | None) -> float:
    environment = os.environ | {"SHOTBOARD_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-c", CHILD, *([str(project)] if project else [])]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True, timeout=180)
    return float(done.stdout)
