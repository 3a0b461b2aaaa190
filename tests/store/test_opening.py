"""Opening a project: whose it is, whether it is sound, how old it is."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from studio.core.errors import ProjectError, ProjectLockedError, ReadOnlyError
from studio.store.opening import open_store
from studio.store.store import Store
from tests.builders import TestClock, new_desk, new_store, reopened

RELEASED = Path(__file__).parents[1] / "data" / "projects"


def open_at(folder: Path, *, read_only: bool = False) -> Store:
    return open_store(folder, folder.parent / "account" / "account.db", TestClock(), read_only=read_only)


def test_what_was_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    scene = desk.scene("INT. KITCHEN - NIGHT")
    desk.shots(scene, 2)
    store = reopened(desk.store)
    assert [one.slugline for one in store.scenes.all()] == ["INT. KITCHEN - NIGHT"]
    assert [shot.code for shot in store.shots.all()] == ["0010", "0020"]
    assert not store.unclean
    store.close()


def test_a_second_opener_is_told_to_read_and_can(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with pytest.raises(ProjectLockedError, match="reading only"):
        open_at(store.folder)
    reader = open_at(store.folder, read_only=True)
    assert reader.scenes.project().name == "Film"
    with pytest.raises(ReadOnlyError), reader.write():
        pass
    reader.close()
    store.close()
    open_at(store.folder).close()


def test_a_project_can_be_read_by_somebody_who_never_made_one(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    folder = store.folder
    store.close()
    reader = open_store(folder, tmp_path / "nobody" / "account.db", TestClock(), read_only=True)
    assert reader.timings.usual("blocking-640", 640) is None
    assert not (tmp_path / "nobody").exists()
    reader.close()


def test_the_lock_falls_with_a_killed_process_and_the_next_knows(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.close()
    hold = (
        "import sys; from pathlib import Path; from studio.store.folder import FolderLock;"
        "lock = FolderLock(Path(sys.argv[1])); lock.take(); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, store.folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(ProjectLockedError):
            open_at(store.folder)
        child.kill()
    after = open_at(store.folder)
    assert after.unclean
    after.close()


def test_a_newer_file_opens_for_reading_with_a_sentence(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.close()
    raw = sqlite3.connect(store.folder / "project.db")
    raw.execute("PRAGMA user_version = 999")
    raw.close()
    newer = open_at(store.folder)
    assert newer.read_only
    assert "newer Shotboard" in newer.notices[0]
    with pytest.raises(ReadOnlyError, match="newer"), newer.write():
        pass
    newer.close()


@pytest.mark.parametrize("harm", ["truncated", "scribbled", "text", "empty"])
def test_a_damaged_file_is_left_as_it_is_and_the_last_good_copy_is_named(tmp_path: Path, harm: str) -> None:
    store = new_store(tmp_path)
    reopened(store).close()  # makes the day's copy
    file = store.folder / "project.db"
    data = file.read_bytes()
    damaged = {
        "truncated": data[: len(data) // 2],
        "scribbled": data[:4096] + b"\xaa" * 8192 + data[12288:],
        "text": b"not a database at all",
        "empty": b"",
    }[harm]
    file.write_bytes(damaged)
    with pytest.raises(ProjectError, match=r"damaged.*last good copy is .*project-2026"):
        open_at(store.folder)
    assert file.read_bytes() == damaged
    file.write_bytes(data)
    open_at(store.folder).close()


def test_a_folder_that_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no project"):
        open_at(tmp_path)


def test_a_project_is_not_made_over_another(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with pytest.raises(ProjectError, match="already there"):
        new_store(tmp_path)
    store.close()


@pytest.mark.parametrize("name", ["100% real?#1.shotboard", "Füße 🎬.shotboard", "a'b;c.shotboard"])
def test_folders_with_awkward_names(tmp_path: Path, name: str) -> None:
    store = new_store(tmp_path)
    store.close()
    moved = store.folder.rename(tmp_path / name)
    for read_only in (False, True):
        opened = open_at(moved, read_only=read_only)
        assert opened.scenes.project().name == "Film"
        opened.close()


def test_a_damaged_previews_file_is_begun_again(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    store.close()
    (store.folder / "previews.db").write_bytes(b"rubbish" * 1000)
    open_at(store.folder, read_only=True).close()
    again = open_at(store.folder)
    assert (store.folder / "previews.broken").exists()
    again.close()


def test_ten_copies_are_kept_one_a_day(tmp_path: Path) -> None:
    clock, store = TestClock(), new_store(tmp_path)
    for _ in range(14):
        clock.seconds += 86_400
        for _ in range(2):
            (store.folder / "project.db").touch()
            os.utime(store.folder / "project.db")
            store = reopened(store, clock=clock)
    store.close()
    copies = sorted(file.name for file in (store.folder / "backups").iterdir())
    assert len(copies) == 10
    assert len({name[:16] for name in copies}) == 10


@pytest.mark.parametrize("version", sorted(one.name for one in RELEASED.iterdir()))
def test_projects_of_every_released_schema_open(tmp_path: Path, version: str) -> None:
    folder = tmp_path / "Old.shotboard"
    folder.mkdir()
    raw = sqlite3.connect(folder / "project.db")
    raw.executescript((RELEASED / version / "project.sql").read_text(encoding="utf-8"))
    raw.close()
    store = open_at(folder)
    assert [shot.code for shot in store.shots.all()] == ["0010", "0020", "0030"]
    assert [take.number for take in store.takes.of_shot(store.shots.all()[0].id)] == [1, 2]
    assert store.ledger.total().spent.micros > 0
    assert store.structure_problems() == ()
    with store.write():
        store.shots.refresh([shot.id for shot in store.shots.all()])
    store.close()
