"""What is written: whole or not there, kept, never linked, and a sentence for disk trouble."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studio.core.errors import MediaError, ProjectError
from studio.core.timebase import Rate
from studio.media.animatic import AnimaticItem, write_animatic
from studio.media.blobs import adopt, adopt_copy, blob_path, copy_out, hash_file, set_aside, verify
from studio.media.disk import replacing, writing
from studio.media.proxy import write_proxy
from tests.media import clips

NOBODY = 65534


def file_of(path: Path, content: bytes = b"content of a clip" * 1000) -> Path:
    path.write_bytes(content)
    return path


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def disk_full_after(length: int) -> Iterator[None]:
    """No file may grow beyond `length` bytes; the system says so at the write itself, as it does for a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder with one clip that this process may read and not write, whoever runs the tests."""
    folder = Path(tempfile.mkdtemp())
    clips.clip(folder / "clip.mp4")
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_part_becomes_a_blob_under_its_hash(tmp_path: Path) -> None:
    part = file_of(tmp_path / "a.part")
    content = part.read_bytes()
    blob = adopt(part, tmp_path / "media", ".mp4")

    assert blob.sha256 == hashlib.sha256(content).hexdigest()
    assert blob.path == f"{blob.sha256[:2]}/{blob.sha256}.mp4" == blob_path(blob.sha256, ".mp4")
    assert blob.bytes == len(content)
    assert everything_in(tmp_path) == {f"media/{blob.path}": content}
    assert verify(tmp_path / "media" / blob.path, blob.sha256)


def test_the_same_content_twice_is_one_file(tmp_path: Path) -> None:
    media = tmp_path / "media"
    first = adopt(file_of(tmp_path / "a.part"), media, ".mp4")
    touched = (media / first.path).stat().st_mtime_ns
    second = adopt(file_of(tmp_path / "b.part"), media, ".mp4")

    assert first == second
    assert (media / first.path).stat().st_mtime_ns == touched
    assert len(everything_in(tmp_path)) == 1


def test_a_damaged_blob_is_mended_by_the_next_whole_one(tmp_path: Path) -> None:
    media = tmp_path / "media"
    blob = adopt(file_of(tmp_path / "a.part"), media, ".mp4")
    (media / blob.path).write_bytes(b"bit rot")
    assert not verify(media / blob.path, blob.sha256)

    adopt(file_of(tmp_path / "b.part"), media, ".mp4")
    assert verify(media / blob.path, blob.sha256)


def test_a_strangers_file_is_copied_and_stays(tmp_path: Path) -> None:
    source = file_of(tmp_path / "holiday.mov")
    (tmp_path / "media").mkdir()
    blob = adopt_copy(source, tmp_path / "media", ".mov")

    assert set(everything_in(tmp_path)) == {"holiday.mov", f"media/{blob.path}"}
    assert not source.samefile(tmp_path / "media" / blob.path)


def test_a_file_that_is_gone_is_not_verified_and_not_hashed(tmp_path: Path) -> None:
    assert not verify(tmp_path / "gone.mp4", "00")
    with pytest.raises(MediaError, match=r"gone\.mp4"):
        hash_file(tmp_path / "gone.mp4")


def test_setting_aside_never_deletes_and_never_overwrites(tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    first = set_aside(file_of(tmp_path / "x.mp4", b"one"), bad)
    second = set_aside(file_of(tmp_path / "x.mp4", b"two"), bad)

    assert first != second
    assert sorted(everything_in(tmp_path).values()) == [b"one", b"two"]
    assert {path.suffix for path in bad.iterdir()} == {".mp4"}


def test_a_delivery_is_a_copy_and_replaces_its_forerunner_at_once(tmp_path: Path) -> None:
    source, target = file_of(tmp_path / "blob.mp4"), tmp_path / "delivery" / "film_1_0010.mp4"
    copy_out(file_of(tmp_path / "old.mp4", b"old pick"), target)
    with target.open("rb") as editor:
        copy_out(source, target)
        assert editor.read() == b"old pick"
    assert target.read_bytes() == source.read_bytes()
    assert target.stat().st_nlink == source.stat().st_nlink == 1

    target.write_bytes(b"an editor wrote into it")
    assert source.read_bytes() == b"content of a clip" * 1000


def test_a_delivery_of_a_missing_file_leaves_the_old_one(tmp_path: Path) -> None:
    target = file_of(tmp_path / "film.mp4", b"old pick")
    with pytest.raises(MediaError, match=r"gone\.mp4"):
        copy_out(tmp_path / "gone.mp4", target)
    assert everything_in(tmp_path) == {"film.mp4": b"old pick"}


def test_whatever_goes_wrong_while_writing_the_old_file_stays(tmp_path: Path) -> None:
    target = file_of(tmp_path / "film.mp4", b"old")

    def fail_half_way() -> None:
        with replacing(target) as part:
            part.write_bytes(b"half of the ne")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert everything_in(tmp_path) == {"film.mp4": b"old"}


def write_copy(source: Path, target: Path) -> None:
    copy_out(source, target)


def write_small_proxy(source: Path, target: Path) -> None:
    write_proxy(source, target, Rate(24))


def write_film(source: Path, target: Path) -> None:
    write_animatic([AnimaticItem(source, 24, "0010", "")], target, Rate(24), (320, 180))


WRITERS = [write_copy, write_small_proxy, write_film]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("room", [0, 1, 47, 1000, 0.5, 0.99])
def test_a_full_disk_is_told_and_changes_nothing(
    tmp_path: Path, write: Callable[[Path, Path], None], room: float
) -> None:
    source, target = clips.clip(tmp_path / "clip.mp4", size=(320, 180)), tmp_path / "out.mp4"
    write(source, target)
    length = room if room >= 1 else int(room * target.stat().st_size)
    before = everything_in(tmp_path)

    with disk_full_after(int(length)), pytest.raises(ProjectError, match="is full") as caught:
        write(source, target)
    assert "Free some space" in caught.value.remedy
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("write", WRITERS)
def test_a_read_only_folder_is_told(read_only_folder: Path, write: Callable[[Path, Path], None]) -> None:
    with pytest.raises(ProjectError, match="may not write") as caught:
        write(read_only_folder / "clip.mp4", read_only_folder / "out.mp4")
    assert "choose another folder" in caught.value.remedy
    assert [path.name for path in read_only_folder.iterdir()] == ["clip.mp4"]


def test_a_part_stays_when_the_media_folder_cannot_be_written(read_only_folder: Path) -> None:
    with pytest.raises(ProjectError, match="may not write"):
        adopt(read_only_folder / "clip.mp4", read_only_folder / "media", ".mp4")
    assert (read_only_folder / "clip.mp4").exists()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EROFS, "may not write"),
        (errno.EACCES, "may not write"),
        (errno.EIO, "failed"),
    ],
)
def test_disk_trouble_names_the_folder_and_the_way_out(tmp_path: Path, number: int, sentence: str) -> None:
    with pytest.raises(ProjectError, match=sentence) as caught, writing(tmp_path):
        raise OSError(number, os.strerror(number))
    assert str(tmp_path) in caught.value.message
    assert caught.value.remedy
