"""Half-written files that a crash left behind in a project, told by the names that only we give."""

from __future__ import annotations

import os
import re
from collections.abc import Container
from contextlib import suppress
from pathlib import Path

ROOMS = ("media", "delivery", "backups")
# Of disk.replacing and blobs.adopt_copy · of clips that are drawn, fetched or pasted, by their UUID · of backups.
OURS = re.compile(
    r"\..+\.[0-9a-f]{8}\.part|\.[0-9a-f]{16}\.part"
    r"|(?P<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(part|drawn|pasted\.png)"
    r"|project-[0-9TZa-z-]+\.db\.part"
)


def sweep(folder: Path, needed: Container[str]) -> int:
    """Remove leftovers below the project `folder`, but for those whose UUID is `needed`; how many these were.

    Only for who holds the project's lock: another's half-written files look the same. What cannot be removed stays.
    """
    rooms = [folder / room for room in ROOMS]
    rooms += [Path(one.path) for one in _entries(folder / "media") if one.is_dir(follow_symlinks=False)]
    swept = 0
    for room in rooms:
        for one in _entries(room):
            found = OURS.fullmatch(one.name)
            if found is not None and found["id"] not in needed:
                with suppress(OSError):
                    Path(one.path).unlink()
                    swept += 1
    return swept


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
