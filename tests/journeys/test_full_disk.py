"""A disk that fills up while clips are drawn, and folders that may not be written: sentences, and nothing lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.shell import Shell

SCRIPT = "EXT. PIER - DUSK\n\nA man stands.\n\nA woman stands.\n"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes; only root may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "shotboard-test", str(place)]
    if not sys.platform.startswith("linux") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_full_holds_the_queue_and_room_lets_it_go_on(small_disk: Path, tmp_path: Path) -> None:
    shell = Shell(tmp_path, "Full")
    shell.project = small_disk / "Full.shotboard"
    shell.new(SCRIPT)
    shell.shorten(6)
    ballast = small_disk / "ballast"
    said: list[str] = []
    for spare in (24, 200):
        ballast.write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - spare * 1024))
        done = shell.ask("draft", shell.project)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode in (0, 1, 5), done.stderr
        said += [done.stderr] if done.returncode else []
        ballast.unlink()
    assert said
    assert all("full" in one or "No space" in one for one in said), said
    assert any("wait in the queue" in one for one in said), said
    shell.run("draft", shell.project, "0010")
    takes = shell.rows("SELECT count(*), count(DISTINCT job_id) FROM take")
    assert takes == shell.rows("SELECT count(*), count(*) FROM job")
    assert shell.rows("SELECT DISTINCT state FROM job") == [("landed",)]
    assert shell.rows("SELECT coalesce(sum(reserved_micros), 0) FROM ledger") == [(0,)]
    shell.run("check", shell.project)
    assert [one for one in shell.project.rglob("*") if one.suffix in (".part", ".drawn")] == []


@pytest.mark.skipif(
    sys.platform == "win32" or (os.getuid() == 0 and shutil.which("setpriv") is None),
    reason="nobody here is without the right to write",
)
def test_a_folder_that_may_not_be_written_opens_for_reading_and_says_why(tmp_path: Path) -> None:
    shell = Shell(tmp_path, "Shut").new(SCRIPT)
    folders = [shell.project, *(one for one in shell.project.rglob("*") if one.is_dir())]
    for one in folders:
        one.chmod(0o555)
    try:
        listed = _as_nobody(shell, tmp_path, "shots", str(shell.project))
        assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 2), listed.stderr
        refused = _as_nobody(shell, tmp_path, "draft", str(shell.project))
        assert refused.returncode == 1
        assert "reading only" in refused.stderr
        assert "cannot be written" in refused.stderr
        made = _as_nobody(shell, tmp_path, "new", str(shell.project / "Inner"))
        assert made.returncode == 1
        assert "cannot be made" in made.stderr
        for one in (listed, refused, made):
            assert "Traceback" not in one.stderr
    finally:
        for one in folders:
            one.chmod(0o755)


def _as_nobody(shell: Shell, place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command as a person without rights. Root may write everywhere, so it gives up what makes it root."""
    home = place / "nobody"
    home.mkdir(exist_ok=True)
    powerless = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.getuid() == 0 else []
    return subprocess.run(
        [*powerless, sys.executable, "-m", "studio", *words],
        env=shell.env | {"SHOTBOARD_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=home,
    )
