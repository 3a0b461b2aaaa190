"""The real command line in a process of its own, with its own home."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.journeys.waiting import until

PATIENCE_S = 100


class Shell:
    """`shotboard` as a person types it; `project` is the project that the story is about."""

    def __init__(self, home: Path, name: str = "Two Boats") -> None:
        self.home = home
        self.project = home / f"{name}.shotboard"
        # An installed command finds its package by itself; a source tree is found by this.
        self.env = {**os.environ, "SHOTBOARD_HOME": str(home / "own"), "PYTHONPATH": str(ROOT)}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            self.env.pop(name, None)

    def ask(self, *words: str | Path, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command to its end, whatever that is."""
        return subprocess.run(
            self._command(words),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
            cwd=self.home,
            env=self.env | dict(env or {}),
            stdin=subprocess.DEVNULL,
        )

    def run(self, *words: str | Path, code: int = 0) -> str:
        """What a command printed, once it has ended with `code`."""
        done = self.ask(*words)
        assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout

    def trouble(self, *words: str | Path, code: int = 1) -> str:
        """The sentence that a command failed with."""
        done = self.ask(*words)
        assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
        return done.stderr.strip()

    def json(self, *words: str | Path, code: int = 0) -> Any:
        """The JSON document that a command printed."""
        return json.loads(self.run(*words, "--json", code=code))

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        """Start a command in a process group of its own and do not wait for it."""
        return subprocess.Popen(
            self._command(words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            cwd=self.home,
            env=self.env,
            start_new_session=True,
        )

    def kill_when(self, look: Callable[[], object], *words: str | Path, seconds: float = 60) -> None:
        """Start a command and pull its plug the moment that `look` finds something. It must not end before."""
        running = self.start(*words)
        try:

            def seen() -> bool:
                assert running.poll() is None, f"it ended first: {running.communicate()}"
                return bool(look())

            until(seen, f"the moment to kill {words}", seconds, pause=0.002)
        finally:
            # The program alone: its workers have to notice by themselves.
            running.kill()
            running.communicate()

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the project's database, read from outside. A commit that was cut off is finished by whoever reads."""
        with closing(sqlite3.connect(f"{(self.project / 'project.db').as_uri()}?mode=rw", uri=True)) as database:
            return database.execute(sql).fetchall()

    def new(self, script: str = "", *options: str) -> Shell:
        """Make the project, with a script in it where one is given."""
        self.run("new", self.project, *options)
        if script:
            file = self.home / "script.fountain"
            file.write_text(script, encoding="utf-8")
            self.run("import", self.project, file)
        return self

    def shorten(self, frames: int) -> None:
        """Make every shot this short, so that drawing it takes a moment: a test's clock, not a director's."""
        with closing(sqlite3.connect(self.project / "project.db")) as database, database:
            database.execute("UPDATE shot SET frames = ?", (frames,))

    def _command(self, words: Sequence[str | Path]) -> list[str]:
        return [sys.executable, "-m", "studio", *map(str, words)]


def interrupt(running: subprocess.Popen[str]) -> None:
    """Ctrl+C: a terminal sends it to the whole group, workers too."""
    os.killpg(running.pid, signal.SIGINT)
