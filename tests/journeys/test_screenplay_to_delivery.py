"""The story from the outside: a screenplay becomes a board, drafts, a promotion, a pick and a file for the editor."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import av
import pytest

from tests.journeys.shell import Shell

# The drafting is done once, so one process tells the whole story.
pytestmark = pytest.mark.xdist_group("screenplay")

SCRIPT = """Title: Two Boats

EXT. PIER - DUSK

Two women run along a pier.

A man stands by a boat.

INT. KITCHEN - NIGHT

A girl sits at a table.
"""


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("person"))
    shell.new(SCRIPT)
    shell.shorten(24)
    return shell


def test_a_screenplay_becomes_scenes_and_coded_shots(shell: Shell) -> None:
    shots = shell.json("shots", shell.project)
    assert [one["code"] for one in shots] == ["0010", "0020", "0030"]
    assert shots[2]["status"] == "Empty"
    assert shots[0]["action"] == "Two women run along a pier."
    assert "PIER" in shots[0]["scene"]


@pytest.fixture(scope="module")
def drafted(shell: Shell) -> Shell:
    """The first shot with two drafts and a promotion of the second."""
    drafts = shell.json("draft", shell.project, "0010", "--count", "2", "--seed", "7")
    assert [(one["state"], one["take"], one["cost_usd"]) for one in drafts] == [
        ("landed", 1, "0.000000"),
        ("landed", 2, "0.000000"),
    ]
    promoted = shell.json("promote", shell.project, "0010", "--take", "2", "--yes")
    assert [(one["state"], one["take"]) for one in promoted] == [("landed", 3)]
    return shell


def test_from_draft_to_a_file_with_the_productions_name(drafted: Shell) -> None:
    shell = drafted
    takes = shell.json("takes", shell.project, "0010")
    assert [(one["tier"], one["seed"], one["width"]) for one in takes] == [
        ("draft", 7, 640),
        ("draft", 8, 640),
        ("validate", 8, 1280),
    ]
    (delivered,) = shell.run("pick", shell.project, "0010", "3").splitlines()
    assert Path(delivered).name == "Two-Boats_1_0010.mp4"
    clip = shell.project / takes[2]["file"]
    assert Path(delivered).read_bytes() == clip.read_bytes()
    assert hashlib.sha256(clip.read_bytes()).hexdigest() == clip.stem
    with av.open(delivered) as container:
        assert sum(1 for _ in container.decode(video=0)) == takes[2]["frames"]


def test_every_attempt_has_its_money_written_down(drafted: Shell) -> None:
    shell = drafted
    kinds = "SELECT group_concat(kind, ' ') FROM (SELECT * FROM ledger ORDER BY id) GROUP BY attempt_id"
    assert shell.rows(kinds) == [("reserve settle",)] * 3
    assert shell.rows("SELECT DISTINCT state FROM attempt") == [("stored",)]
    assert shell.rows("SELECT sum(reserved_micros), sum(spent_micros) FROM ledger") == [(0, 0)]
    with closing(sqlite3.connect(shell.project / "project.db")) as database, pytest.raises(sqlite3.DatabaseError):
        database.execute("DELETE FROM ledger")


def test_a_promotion_asks_first_and_a_pipe_cannot_answer(drafted: Shell) -> None:
    shell = drafted
    said = shell.trouble("promote", shell.project, "0010", code=2)
    assert "Add --yes" in said
    assert shell.rows("SELECT count(*) FROM job") == [(3,)]


def test_check_finds_a_missing_clip_and_deletes_nothing(drafted: Shell) -> None:
    shell = drafted
    ((file,),) = shell.rows("SELECT file FROM take WHERE number = 1")
    clip = shell.project / file
    clip.rename(clip.with_suffix(".away"))
    assert file in shell.run("check", shell.project, code=1)
    clip.with_suffix(".away").rename(clip)
    assert shell.run("check", shell.project).splitlines() == ["3 takes checked, 0 problems"]
