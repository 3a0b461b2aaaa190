"""What commands print and how they end, from a real process in a pipe."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from studio import __version__
from tests.cli.conftest import Here
from tests.journeys.shell import Shell
from tests.journeys.waiting import until

pytestmark = pytest.mark.xdist_group("commands")


def test_the_board_as_json_and_as_lines_of_tabs(shell: Shell, here: Here) -> None:
    first, second, third = json.loads(here("shots", shell.project, "--json").out)
    assert first == {
        "code": "0010",
        "scene": "1 EXT. PIER - DUSK",
        "status": "Drafted",
        "frames": 8,
        "seconds": 0.333,
        "action": "A man stands.",
        "camera": first["camera"],
        "takes": 2,
        "pick": 2,
        "spend_usd": "0.000000",
    }
    assert (second["status"], second["takes"], second["pick"]) == ("Empty", 0, None)
    lines = here("shots", shell.project).out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["0010", "0020", third["code"]]


def test_takes_as_json_and_as_lines(shell: Shell, here: Here) -> None:
    takes = json.loads(here("takes", shell.project, "0010", "--json").out)
    assert [(one["take"], one["frames"], one["width"], one["height"], one["pick"]) for one in takes] == [
        (1, 12, 320, 180, False),
        (2, 13, 320, 180, True),
    ]
    assert all((shell.project / one["file"]).is_file() for one in takes)
    assert len(here("takes", shell.project, "0010").out.splitlines()) == 2
    assert json.loads(here("takes", shell.project, "0020", "--json").out) == []


def test_the_catalogue_as_json(here: Here) -> None:
    models = json.loads(here("models", "--json").out)
    assert {"id", "provider", "label", "tiers", "long_side", "usd_per_second", "price_date"} == set(models[0])
    assert any(one["tiers"] == ["draft"] and one["usd_per_second"] == "0" for one in models)


def test_a_queued_draft_is_json_without_a_take(shell: Shell) -> None:
    (job,) = shell.json("draft", shell.project, "0030", "--no-wait")
    assert (job["shot"], job["state"], job["take"], job["cost_usd"], job["problem"]) == (
        "0030",
        job["state"],
        None,
        "0.000000",
        "",
    )
    assert job["state"] in ("queued", "active")


def test_progress_in_a_pipe_is_plain_lines_beside_the_result(shell: Shell) -> None:
    done = shell.ask("draft", shell.project, "0020", "--seed", "4")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["0020 take 1 landed, $0.00"]
    assert done.stderr.splitlines() == ["Drafting 0/1", "Drafting 1/1"]


def test_deliver_prints_the_files_in_board_order(shell: Shell) -> None:
    (file,) = shell.run("deliver", shell.project).splitlines()
    assert Path(file).name == "Pier_1_0010.mp4"
    assert Path(file).is_file()
    shell.run("pick", shell.project, "0010", "1")
    takes = shell.json("takes", shell.project, "0010")
    assert Path(file).read_bytes() == (shell.project / takes[0]["file"]).read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("draft",),
        ("nonsense",),
        ("draft", "PROJECT", "--count", "0"),
        ("draft", "PROJECT", "--count", "many"),
        ("draft", "PROJECT", "--unknown"),
        ("promote", "PROJECT"),
    ],
)
def test_what_cannot_be_typed_ends_with_2_and_one_plain_line(shell: Shell, here: Here, words: tuple[str, ...]) -> None:
    code, _, said = here(*(shell.project if word == "PROJECT" else word for word in words))
    assert code == 2
    assert "shotboard --help" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("draft", "PROJECT", "0999"), "There is no shot 0999 on the board."),
        (("draft", "PROJECT", "--model", "none-such"), "There is no model 'none-such'"),
        (("takes", "PROJECT", "0999"), "There is no shot 0999"),
        (("pick", "PROJECT", "0010", "99"), "has no take 99"),
        (("shots", "NOWHERE"), "There is no project in Nowhere.shotboard."),
        (("import", "PROJECT", "NOWHERE"), "Nowhere.shotboard"),
        (("new", "PROJECT"), "is already there"),
        (("new", "NEW", "--fps", "12345"), "12345"),
        (("new", "NEW", "--aspect", "round"), "round"),
    ],
)
def test_trouble_ends_with_1_and_a_sentence(shell: Shell, here: Here, words: tuple[str, ...], says: str) -> None:
    places = {
        "PROJECT": shell.project,
        "NOWHERE": shell.home / "Nowhere.shotboard",
        "NEW": shell.home / "New.shotboard",
    }
    code, _, said = here(*(places.get(word, word) for word in words))
    assert (code, says in said) == (1, True), said
    assert not places["NEW"].exists()


def test_a_real_process_ends_with_these_codes_too(shell: Shell) -> None:
    shell.trouble("draft", code=2)
    shell.trouble("shots", shell.home / "Nowhere.shotboard", code=1)


def test_reads_work_and_writes_say_so_while_somebody_has_the_project_open(shell: Shell, here: Here) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(shell.project)],
        env=shell.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        assert len(shell.json("shots", shell.project)) == 3
        assert len(here("takes", shell.project, "0010").out.splitlines()) == 2
        for words in (("draft", shell.project), ("pick", shell.project, "0010"), ("check", shell.project)):
            code, _, said = here(*words)
            assert (code, "is open for writing in another window or command" in said) == (1, True)
    finally:
        holder.communicate("", timeout=30)
    assert here("check", shell.project).code == 0


HOLD = """
import asyncio, sys
from pathlib import Path
from studio.app import build_projects

async def hold():
    projects = build_projects()
    await projects.open(Path(sys.argv[1]))
    print("open", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await projects.aclose()

asyncio.run(hold())
"""


def test_a_reader_that_leaves_is_no_fault_of_ours(shell: Shell) -> None:
    running = shell.start("shots", shell.project, "--json")
    assert running.stdout is not None
    running.stdout.close()
    until(lambda: running.poll() is not None, "the end of it")
    assert running.stderr is not None
    with running.stderr as words:
        assert "Traceback" not in words.read()


def test_version_help_and_doctor(shell: Shell, here: Here) -> None:
    assert here("--version").out.strip() == f"Shotboard {__version__}"
    helped = here("--help").out
    for command in (
        "new",
        "import",
        "shots",
        "models",
        "draft",
        "promote",
        "takes",
        "pick",
        "deliver",
        "check",
        "demo",
    ):
        assert command in helped
    assert "interrupted" in helped
    assert "Python: 3" in shell.run("doctor")
