"""What a crash left half-written goes at the next opening; what is anybody else's stays."""

from __future__ import annotations

from pathlib import Path

from studio.media.leftovers import sweep

UUID, OTHER = "0190c2f0-0000-7000-8000-0123456789ab", "0190c2f0-0000-7000-8000-0123456789ac"
OURS = (
    f"media/{UUID}.part",
    f"media/{UUID}.drawn",
    f"media/.{UUID}.drawn.0a1b2c3d.part",
    f"media/{UUID}.pasted.png",
    "media/.0a1b2c3d4e5f6071.part",
    "media/ab/.abcdef.proxy.mp4.0a1b2c3d.part",
    "delivery/.Film_1_0010.mp4.0a1b2c3d.part",
    "backups/project-20261101T101010-before-1.db.part",
)
NOT_OURS = (
    f"media/{OTHER}.part",  # still needed
    "media/ab/abcdef.mp4",
    "media/ab/abcdef.proxy.mp4",
    "delivery/download.mp4.part",
    "delivery/.hidden.part",
    "delivery/Film_1_0010.mp4",
    "backups/project-20261101T101010.db",
    "notes.part",
)


def test_only_half_written_files_of_ours_are_swept(tmp_path: Path) -> None:
    for name in (*OURS, *NOT_OURS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert sweep(tmp_path, {OTHER}) == len(OURS)
    left = {one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*") if one.is_file()}
    assert left == set(NOT_OURS)
    assert sweep(tmp_path, {OTHER}) == 0


def test_a_project_without_rooms_has_nothing_to_sweep(tmp_path: Path) -> None:
    assert sweep(tmp_path / "gone", ()) == 0
