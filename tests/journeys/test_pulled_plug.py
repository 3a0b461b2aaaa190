"""kill -9 while shots are drafted: opened again, the work goes on by itself; nothing is lost, doubled or left over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from tests.journeys.shell import Shell, interrupt
from tests.journeys.waiting import until

SCRIPT = "EXT. PIER - DUSK\n\nA man stands.\n\nA woman stands.\n\nA dog stands.\n"
UNFINISHED = "SELECT count(*) FROM job WHERE state IN ('queued', 'active')"


@pytest.fixture
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("person"), "Plug").new(SCRIPT)
    shell.shorten(6)
    return shell


def _queued(shell: Shell) -> set[object]:
    return set(shell.rows("SELECT id FROM job"))


def _running(shell: Shell) -> set[object]:
    return set(shell.rows("SELECT id FROM attempt WHERE state IN ('accepted', 'running')"))


def _half_drawn(shell: Shell) -> set[object]:
    return set(shell.project.glob("media/.*.drawn.*.part"))


def _drawn(shell: Shell) -> set[object]:
    return {*shell.project.glob("media/*.drawn"), *shell.project.glob("media/*-*.part")}


def _landed(shell: Shell) -> set[object]:
    return set(shell.rows("SELECT id FROM take"))


@pytest.mark.timeout(200)
def test_whenever_the_plug_is_pulled_every_wish_becomes_one_take(shell: Shell) -> None:
    for moment in (_queued, _running, _half_drawn, _drawn, _landed):
        _killed_at(moment, shell)
    assert shell.rows(UNFINISHED)[0][0] > 0
    # Any command that may write picks the work up; this one waits until all of it is done.
    shell.run("draft", shell.project, "0030")
    assert shell.rows("SELECT count(*) FROM job") == [(11,)]
    _everything_is_in_order(shell)


def test_ctrl_c_says_130_and_the_queue_survives(shell: Shell) -> None:
    running = shell.start("draft", shell.project)
    try:
        until(lambda: _running(shell), "a drawing")
        interrupt(running)
        _, words = running.communicate(timeout=30)
    finally:
        running.kill()
    assert running.returncode == 130, words
    assert "goes on when the project is opened again" in words
    assert "Traceback" not in words
    assert shell.rows(UNFINISHED)[0][0] > 0
    shell.run("draft", shell.project, "0010")
    _everything_is_in_order(shell)


def _killed_at(moment: Callable[[Shell], set[object]], shell: Shell) -> None:
    before = moment(shell)
    shell.kill_when(lambda: moment(shell) - before, "draft", shell.project, "0010", "0020")


def _everything_is_in_order(shell: Shell) -> None:
    assert shell.rows("SELECT DISTINCT state FROM job") == [("landed",)]
    assert shell.rows("SELECT count(*) FROM job") == shell.rows("SELECT count(DISTINCT job_id) FROM take")
    assert shell.rows("SELECT count(*) FROM job") == shell.rows("SELECT count(*) FROM take")
    assert shell.rows("SELECT coalesce(sum(reserved_micros), 0) FROM ledger") == [(0,)]
    stored = "SELECT count(*) FROM attempt WHERE state = 'stored' GROUP BY job_id"
    assert {row[0] for row in shell.rows(stored)} == {1}
    for file, sha256 in shell.rows("SELECT file, sha256 FROM take"):
        assert hashlib.sha256((shell.project / file).read_bytes()).hexdigest() == sha256
    numbers = shell.rows("SELECT shot_id, group_concat(number) FROM (SELECT * FROM take ORDER BY number) GROUP BY 1")
    for _, taken in numbers:
        assert [int(one) for one in taken.split(",")] == list(range(1, taken.count(",") + 2))
    assert [one for one in shell.project.rglob("*") if one.suffix in (".part", ".drawn")] == []
    shell.run("check", shell.project)
