"""Killed in the middle of a commit: SQLite's journal is still hot, and the project opens all the same."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studio.services.workspace import Workspace
from tests.journeys.inside import made, opened

# The page cache is made so small that pages reach the file before the commit; then the plug is pulled.
DIE_WHILE_WRITING = """
import os, signal, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size=1")
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE shot SET notes = hex(randomblob(200000)), action = 'half written'")
raw.execute("UPDATE shot SET dialogue = hex(randomblob(200000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


async def _two_shots(workspace: Workspace) -> None:
    scene = await workspace.editing.add_scene("EXT. PIER - DUSK")
    for _ in range(2):
        await workspace.editing.add_shot(scene, None, "A man stands.")


async def _actions(workspace: Workspace) -> list[str]:
    return [card.action for card in (await workspace.board.read()).cards]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("read_only", [False, True])
def test_a_project_whose_last_commit_was_cut_off_opens_as_it_was_before_it(tmp_path: Path, read_only: bool) -> None:
    project, _ = made(tmp_path, _two_shots)
    died = subprocess.run([sys.executable, "-c", DIE_WHILE_WRITING, str(project / "project.db")], check=False)
    assert died.returncode == -signal.SIGKILL
    assert (project / "project.db-journal").stat().st_size > 0
    assert opened(project, _actions, read_only=read_only) == ["A man stands."] * 2
