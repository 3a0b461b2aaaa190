"""The media folder: every file under the hash of its content, written once, never changed, never deleted by us."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from studio.core.errors import MediaError
from studio.media.disk import move_whole, replacing, sync_folder, writing

FICLONE = 0x40049409
NO_CLONE = (errno.EOPNOTSUPP, errno.ENOTTY, errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EPERM)


@dataclass(frozen=True, slots=True)
class Blob:
    """A file in the media folder: the SHA-256 of its content in hex, its path below the folder, its bytes."""

    sha256: str
    path: str
    bytes: int


def blob_path(sha256: str, suffix: str) -> str:
    """Where below the media folder a file of this content is: `ab/<sha256>.mp4`. The suffix brings its dot."""
    return f"{sha256[:2]}/{sha256}{suffix}"


def hash_file(path: Path) -> str:
    """The SHA-256 of the file's content in hex. Raises MediaError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise MediaError(
            f"“{path.name}” cannot be read ({error.strerror}).", "Check that the file is there and the disk is well."
        ) from error


def adopt(part: Path, media: Path, suffix: str) -> Blob:
    """Move `part`, which is complete and was checked, into `media` under its hash; both on the same disk.

    Synced before and after, so that a row written afterwards never points at nothing. A file of the same content that
    is there already is kept when its content is right. Raises ProjectError for disk trouble, with `part` left where
    it is.
    """
    sha256 = hash_file(part)
    blob = Blob(sha256, blob_path(sha256, suffix), part.stat().st_size)
    target = media / blob.path
    with writing(media):
        if not target.parent.exists():
            target.parent.mkdir(parents=True)
            sync_folder(media)
        if target.exists() and verify(target, sha256):
            part.unlink()
        else:
            move_whole(part, target)
    return blob


def adopt_copy(source: Path, media: Path, suffix: str) -> Blob:
    """Take a copy of a stranger's file into `media`; the original stays as it is.

    Raises as `adopt` and `copy_out` do.
    """
    part = media / f".{secrets.token_hex(8)}.part"
    copy_out(source, part)
    try:
        return adopt(part, media, suffix)
    finally:
        part.unlink(missing_ok=True)


def verify(path: Path, sha256: str) -> bool:
    """Whether the file is there with this content. Raises MediaError when it is there and cannot be read."""
    return path.exists() and hash_file(path) == sha256


def set_aside(path: Path, bad: Path) -> Path:
    """Move a file that is not what it should be into `bad`, under a free name; returns where it is now."""
    with writing(bad):
        bad.mkdir(parents=True, exist_ok=True)
        target = bad / path.name
        while target.exists():
            target = bad / f"{path.stem}.{secrets.token_hex(4)}{path.suffix}"
        path.replace(target)
        sync_folder(bad)
    return target


def copy_out(source: Path, target: Path) -> None:
    """Copy byte for byte, as a clone that shares blocks where the disk can, in place of whatever was named `target`.

    Never a hard link: editors write into the media they are given. Raises MediaError when `source` cannot be read,
    ProjectError for trouble at the target, which then is as before.
    """
    try:
        opened = source.open("rb")
    except OSError as error:
        raise MediaError(
            f"“{source.name}” cannot be read ({error.strerror}).", "Run Check project, or use another take."
        ) from error
    with opened as reader, replacing(target) as part, part.open("xb") as writer:
        if not _clone(reader.fileno(), writer.fileno()):
            shutil.copyfileobj(reader, writer, 1024 * 1024)
            writer.flush()
        if writer.seek(0, os.SEEK_END) != os.fstat(reader.fileno()).st_size:
            raise MediaError(f"“{source.name}” changed while it was copied.", "Try again.")


def _clone(source: int, target: int) -> bool:
    """Let `target` share the blocks of `source` (Btrfs, XFS, bcachefs on Linux); False where that cannot be."""
    if sys.platform != "linux":
        return False
    import fcntl

    try:
        fcntl.ioctl(target, FICLONE, source)
    except OSError as error:
        if error.errno in NO_CLONE:
            return False
        raise
    return True
