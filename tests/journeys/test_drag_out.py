"""The last step, with the real program on a real screen: two picks are dragged into a file manager's folder."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from studio.app import build_projects
from studio.core.naming import safe_part
from tests.conftest import ROOT
from tests.desktop import Desktop
from tests.media.clips import clip

pytestmark = [
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(shutil.which("pcmanfm") is None, reason="not on this machine: pcmanfm"),
]

NAME = "Zwei Boote & Café"
# Where the window lies on the screen, and where in it two cards are: scene list 184 wide, board padding 24, top bar
# 40, scene header 44, cards 272 wide with 12 between them.
WINDOW = (0, 0, 1110, 760)
FIRST, SECOND = (184 + 24 + 136, 40 + 44 + 90), (184 + 24 + 136 + 284, 40 + 44 + 90)
FOLDER = (1130, 0, 440, 600)


async def _make_project(folder: Path) -> Path:
    """Three shots, the first two with a picked clip; the third has nothing to drag."""
    projects = build_projects()
    try:
        workspace = await projects.create(folder, NAME)
        scene = await workspace.editing.add_scene("EXT. PIER - DUSK")
        shots = [await workspace.editing.add_shot(scene, None, f"A man waits {number}.") for number in range(3)]
        for number, shot in enumerate(shots[:2]):
            file = clip(folder / f"{number}.mp4", frames=12 + number, size=(320, 180))
            (take,) = await workspace.importing.clips(shot, [file])
            await workspace.editing.pick(take)
        await workspace.settle_down()
        return workspace.folder
    finally:
        await projects.aclose()


@pytest.mark.timeout(100)
def test_two_selected_cards_are_dragged_into_a_folder_and_copied(
    desktop: Desktop, tmp_path: Path, own_home: Path
) -> None:
    project = asyncio.run(_make_project(tmp_path))
    picks = sorted((project / "delivery").iterdir())
    assert [one.name for one in picks] == [f"{safe_part(NAME)}_1_0010.mp4", f"{safe_part(NAME)}_1_0020.mp4"]
    bin_of_the_editor = tmp_path / "editors-bin"
    bin_of_the_editor.mkdir()

    desktop.start("pcmanfm", "--no-desktop", str(bin_of_the_editor))
    desktop.start(sys.executable, "-m", "studio", "open", str(project), env={"PYTHONPATH": str(ROOT)})
    folder = desktop.window(bin_of_the_editor.name)
    window = desktop.window("Shotboard")
    _put(desktop, folder, FOLDER)
    _put(desktop, window, WINDOW)
    _board_is_there(desktop, window, tmp_path)

    _click(desktop, window, FIRST)
    desktop.run("xdotool", "keydown", "ctrl")
    _click(desktop, window, SECOND)
    desktop.run("xdotool", "keyup", "ctrl")

    desktop.run("xdotool", "key", "ctrl+c")
    assert desktop.wait_for(lambda: _clipboard(desktop), "files on the clipboard", 10) == picks

    _drag(desktop, window, FIRST, folder)
    copies = desktop.wait_for(lambda: _whole(bin_of_the_editor, picks), "two files in the folder", 10)
    assert [one.name for one in copies] == [one.name for one in picks]
    assert [one.read_bytes() for one in copies] == [one.read_bytes() for one in picks]
    assert all(one.exists() for one in picks), "a drag copies, it never moves"
    with closing(sqlite3.connect(f"{(project / 'project.db').as_uri()}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT code, delivery FROM shot ORDER BY code").fetchall()
    assert [(code, Path(file).name) for code, file in rows[:2]] == [("0010", picks[0].name), ("0020", picks[1].name)]
    assert "ERROR" not in (own_home / "logs" / "shotboard.log").read_text(encoding="utf-8")


def _put(desktop: Desktop, window: str, place: tuple[int, int, int, int]) -> None:
    x, y, width, height = map(str, place)
    desktop.run("xdotool", "windowsize", "--sync", window, width, height)
    desktop.run("xdotool", "windowmove", "--sync", window, x, y)
    time.sleep(0.3)


def _board_is_there(desktop: Desktop, window: str, folder: Path) -> None:
    """Wait until the two cards show something: the window comes first, the board a moment later."""
    picture = folder / "window.png"

    def look() -> bool:
        desktop.run("import", "-window", window, str(picture))
        return _differs(picture, FIRST, SECOND)

    desktop.wait_for(look, "two cards", 40)
    time.sleep(0.5)


def _differs(picture: Path, *places: tuple[int, int]) -> bool:
    """Whether these places are lighter than the empty board between the cards."""
    import cv2

    pixels = cv2.imread(str(picture))
    if pixels is None:
        return False
    return all(pixels[y - 40 : y, x - 40 : x + 40].mean() > 40 for x, y in places)


def _click(desktop: Desktop, window: str, place: tuple[int, int]) -> None:
    desktop.run("xdotool", "mousemove", "--window", window, str(place[0]), str(place[1]))
    time.sleep(0.1)
    desktop.run("xdotool", "click", "1")
    time.sleep(0.4)


def _drag(desktop: Desktop, window: str, start: tuple[int, int], target: str) -> None:
    x, y = start
    desktop.run("xdotool", "mousemove", "--window", window, str(x), str(y))
    time.sleep(0.3)
    desktop.run("xdotool", "mousedown", "1")
    time.sleep(0.2)
    for step in (8, 16, 24):
        desktop.run("xdotool", "mousemove", "--window", window, str(x + step), str(y + step))
        time.sleep(0.05)
    for step in range(8):
        desktop.run("xdotool", "mousemove", "--window", target, str(200 + 4 * step), str(300 + 4 * step))
        time.sleep(0.05)
    time.sleep(0.5)
    desktop.run("xdotool", "mouseup", "1")


def _clipboard(desktop: Desktop) -> list[Path]:
    try:
        desktop.run("xclip", "-o", "-selection", "clipboard", "-t", "TARGETS")
    except subprocess.CalledProcessError:
        return []  # nobody has copied anything yet
    lines = desktop.run("xclip", "-o", "-selection", "clipboard", "-t", "text/uri-list").split()
    return [Path(unquote(urlparse(line).path)) for line in lines]


def _whole(folder: Path, picks: list[Path]) -> list[Path]:
    """The files in the folder, once both are there in their full size."""
    found = sorted(folder.iterdir())
    return found if [one.stat().st_size for one in found] == [one.stat().st_size for one in picks] else []
