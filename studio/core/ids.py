"""Names for identities: UUIDv7 text, which sorts by the time it was made."""

from __future__ import annotations

from typing import NewType
from uuid import UUID

ProjectId = NewType("ProjectId", str)
SceneId = NewType("SceneId", str)
ShotId = NewType("ShotId", str)
ReferenceId = NewType("ReferenceId", str)
TakeId = NewType("TakeId", str)
JobId = NewType("JobId", str)
AttemptId = NewType("AttemptId", str)


def uuid7(milliseconds: int, entropy: bytes) -> str:
    """A UUID version 7 (RFC 9562 §5.7) of a Unix time in milliseconds and ten random bytes."""
    if len(entropy) != 10:
        raise ValueError(f"ten random bytes are needed, not {len(entropy)}")
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(entropy)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))
