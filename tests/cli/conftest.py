"""A project with three shots, the first of them with two imported takes, the second picked: nothing has to be drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from studio.app import App, build_projects
from tests.journeys.shell import Shell
from tests.media.clips import clip


class Said(NamedTuple):
    """How a command ended, its result, and what it said beside it."""

    code: int
    out: str
    err: str


Here = Callable[..., Said]
SCRIPT = "EXT. PIER - DUSK\n\nA man stands.\n\nA woman stands.\n\nA dog stands.\n"


async def _with_takes(project: Path, clips: list[Path]) -> None:
    projects = build_projects()
    try:
        workspace = await projects.open(project)
        (first, *_) = (await workspace.board.read()).cards
        takes = await workspace.importing.clips(first.shot_id, clips)
        await workspace.editing.pick(takes[-1])
        await workspace.settle_down()
    finally:
        await projects.aclose()


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    home = tmp_path_factory.mktemp("person")
    shell = Shell(home, "Pier").new(SCRIPT)
    shell.shorten(8)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SHOTBOARD_HOME", shell.env["SHOTBOARD_HOME"])
        clips = [clip(home / f"{number}.mp4", frames=12 + number, size=(320, 180)) for number in range(2)]
        asyncio.run(_with_takes(shell.project, clips))
    return shell


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str]) -> Here:
    """Runs a command in this process, which saves its start."""

    def run(*words: str | Path) -> Said:
        code = App(_no_window, _no_picture).run([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(code, out, err.strip())

    return run


def _no_window(project: Path | None) -> int:
    raise AssertionError("no command here opens a window")


def _no_picture(project: Path, target: Path) -> None:
    raise AssertionError("no command here renders the window")
