"""A disk that is full, fails or may not be written: a sentence, nothing lost, and on when there is room again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy.exc import IntegrityError

from studio.core.errors import ProjectError
from studio.core.ids import ShotId
from studio.store.store import Store
from tests.builders import TestClock, a_job, a_take, landed, new_desk, new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path)
    yield store
    store.close()


def test_a_full_disk_at_any_write_loses_nothing_and_the_next_write_works(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    shots = desk.shots(desk.scene(), 2)
    take = landed(desk, shots[0])
    pages = desk.store.pages()
    board = desk.run(desk.board.read())
    # A page at a time, so that the disk is full at every write of the act in turn.
    refused: list[str] = []
    for room in range(12):
        desk.store.limit_pages(pages + room)
        try:
            desk.run(desk.editing.edit(shots, action="x" * 30_000, notes="y" * 9000))
        except ProjectError as error:
            refused.append(str(error))
            assert desk.run(desk.board.read()) == board
            assert desk.history.state().undo == "Add 0020"
        else:
            break
    assert len(refused) >= 3
    assert all("is full. Free some room" in sentence for sentence in refused)
    desk.store.limit_pages(2**30)
    desk.run(desk.editing.pick(take.id))
    assert desk.run(desk.board.detail(shots[0])).card.pick_id == take.id
    assert desk.store.structure_problems() == ()
    desk.store.close()


def test_a_take_that_does_not_fit_is_not_there_in_part(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    (shot,) = desk.shots(desk.scene(), 1)
    take = a_take(desk.store, desk.clock, shot)
    desk.store.limit_pages(desk.store.pages() + 2)
    with pytest.raises(ProjectError, match="full"), desk.store.write():
        desk.store.takes.land(take, b"p" * 100_000)
    desk.store.limit_pages(2**30)
    assert desk.store.takes.of_shot(shot) == []
    with desk.store.write():
        desk.store.takes.land(take, b"p" * 100_000)
    assert desk.store.takes.posters([take.id]) == {take.id: b"p" * 100_000}
    desk.store.close()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from sqlalchemy.exc import IntegrityError

from studio.core.errors import ProjectError
from studio.core.ids import ShotId
from tests.builders import new_desk
desk = new_desk(Path(sys.argv[1]))
shots = desk.shots(desk.scene(), 1)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = (desk.store.folder / "project.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, resource.RLIM_INFINITY))
try:
    desk.run(desk.editing.edit(shots, action="x" * 200_000))
except ProjectError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
desk.run(desk.editing.edit(shots, action="Short."))
print(desk.store.shots.get(shots[0]).action, desk.store.structure_problems())
desk.store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of this kind")
def test_a_disk_that_stops_taking_bytes_in_the_middle_of_a_write(tmp_path: Path) -> None:
    told = child(LIMITED, tmp_path)
    assert "The disk that holds Film.shotboard" in told
    assert "Short. ()" in told


READING = """
import os, sys
from pathlib import Path
from studio.core.errors import ReadOnlyError
from studio.store.opening import open_store
from tests.builders import TestClock
folder, account = Path(sys.argv[1]) / "Film.shotboard", Path(sys.argv[1]) / "account" / "account.db"
open_store(folder, account, TestClock(), read_only=True).close()  # loads what only root may read
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
store = open_store(folder, account, TestClock())
print(store.read_only, store.notices, store.scenes.project().name)
try:
    with store.write():
        print("wrote")
except ReadOnlyError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders of Windows have no such bits")
def test_a_folder_that_may_not_be_written_opens_for_reading_and_says_why() -> None:
    with TemporaryDirectory() as name:
        place = Path(name)
        store = new_store(place)
        store.close()
        place.chmod(0o755)
        store.folder.chmod(0o555)
        try:
            told = child(READING, place)
        finally:
            store.folder.chmod(0o755)
        assert told.startswith("True")
        assert "The folder Film.shotboard cannot be written" in told
        assert "wrote" not in told
        assert not list(store.folder.glob(".probe*"))


def child(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_usual_times_are_kept_in_the_same_transaction_as_the_take(store: Store, tmp_path: Path) -> None:
    shot = ShotId("nobody")

    def take_and_time() -> None:
        with store.write():
            store.timings.add("m", 640, 96, 3.0)
            store.jobs.add(a_job(TestClock(), shot))

    with pytest.raises(IntegrityError):
        take_and_time()
    assert store.timings.usual("m", 640) is None
    with store.write():
        for seconds in (2.0, 4.0, 9.0):
            store.timings.add("m", 640, 96, seconds)
    assert store.timings.usual("m", 640) == 4.0
    assert store.timings.slow("m", 640) == pytest.approx(8.0)
    assert store.timings.usual("m", 1280) is None
    assert (tmp_path / "account" / "account.db").exists()
