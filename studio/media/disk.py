"""Writing files so that a final name only ever holds a whole file, and disk trouble becomes a sentence."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from av.error import FFmpegError

from studio.core.errors import ProjectError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn disk trouble below `folder` into ProjectError.

    What FFmpeg reports of the disk counts too; the rest passes.
    """
    try:
        yield
    except (OSError, FFmpegError) as error:
        number = error.errno or 0
        if number in FULL:
            raise ProjectError(
                f"The disk that holds “{folder}” is full; nothing was changed.", "Free some space and try again."
            ) from error
        if number in FORBIDDEN:
            raise ProjectError(
                f"Shotboard may not write into “{folder}”.", "Allow writing there, or choose another folder."
            ) from error
        if isinstance(error, OSError) and not isinstance(error, FFmpegError):
            raise ProjectError(
                f"Writing into “{folder}” failed ({os.strerror(number)}).", "Check the disk and try again."
            ) from error
        raise


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A fresh `.part` path beside `target` to write into; on leaving it is synced and takes the name `target`.

    When the block raises, the part is removed and `target` is as before. Raises ProjectError for disk trouble.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    with writing(target.parent):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            yield part
            move_whole(part, target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def move_whole(part: Path, target: Path) -> None:
    """Sync `part`, give it the name `target` on the same disk, and make the new name survive a power cut."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut. Windows keeps them by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
