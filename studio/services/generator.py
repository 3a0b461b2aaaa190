"""A project of N shots and M takes, for tests and benchmarks: rows as real work would leave them, clips that are not
there.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import count

from studio.core.camera import Angle, Camera, Move, Size
from studio.core.camera_words import camera_line
from studio.core.ids import AttemptId, JobId, SceneId, ShotId, TakeId, uuid7
from studio.core.job import Attempt, AttemptState, Job, JobState
from studio.core.ledger import EntryKind, LedgerEntry, changes
from studio.core.money import Money
from studio.core.ordering import spread
from studio.core.scene import Scene
from studio.core.shot import Shot
from studio.core.take import Take, TakeTimes
from studio.core.tier import Tier
from studio.store.bulk import Landed
from studio.store.store import Store

BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)
ACTIONS = (
    "Two women run along a pier at dusk.",
    "A man sits at a table by the window and does not look up.",
    "A car waits in the rain.",
    "She lifts the lantern, and the room answers.",
    "The dog crosses the empty square.",
)
LENSES = (None, 24.0, 35.0, 50.0, 85.0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How big the project is to be; takes are spread evenly over shots, `poster` is the JPEG that each of them gets."""

    shots: int = 2000
    takes: int = 10_000
    shots_per_scene: int = 25
    poster: bytes = b""
    seed: int = 1


def generate(store: Store, wanted: Wanted, person: str = "generator") -> None:
    """Fills an empty project in one transaction. The same `wanted` gives the same rows."""
    chance = random.Random(wanted.seed)
    ids = _ids(chance)
    scenes, shots = _board(wanted, ids, chance)
    takes = wanted.takes if shots else 0
    landed = [
        _landed(shots[at % len(shots)], at // len(shots) + 1, ids, chance, wanted.poster, person) for at in range(takes)
    ]
    with store.write():
        for scene in scenes:
            store.scenes.add(scene, BEGAN, person)
        store.shots.add(shots, BEGAN, person)
        for shot in shots:
            store.shots.set_camera_line(shot.id, camera_line(shot.camera))
        store.bulk.land(landed)


def _landed(shot: Shot, number: int, ids: Iterator[str], chance: random.Random, poster: bytes, person: str) -> Landed:
    tier = chance.choice((Tier.DISCOVERY, Tier.DISCOVERY, Tier.VALIDATION, Tier.EXPORT))
    model, price = f"generated-{tier.name.lower()}", Money(chance.randint(0, 400_000) * (tier - 1))
    asked = BEGAN + timedelta(minutes=chance.randint(1, 100_000))
    landed = asked + timedelta(seconds=chance.randint(1, 300))
    job_id, attempt_id, take_id = JobId(next(ids)), AttemptId(next(ids)), TakeId(next(ids))
    sha256 = hashlib.sha256(take_id.encode()).hexdigest()
    job = Job(job_id, shot.id, tier, model, JobState.LANDED, "V", b"", asked, person, None, take_id, landed)
    attempt = Attempt(
        id=attempt_id,
        job_id=job_id,
        provider="generated",
        base_url="",
        account_fp="",
        model_id=model,
        adapter_version="1",
        price_revision="",
        request=b"",
        request_sha256="",
        nonce=chance.getrandbits(62),
        quote=price,
        state=AttemptState.STORED,
        remote_id=attempt_id,
        submitted_at=asked,
        done_at=landed,
    )
    entries = tuple(
        LedgerEntry(attempt_id, kind, *changes(kind, quote=price, actual=price), "generated", "{}", asked)
        for kind in (EntryKind.RESERVE, EntryKind.SETTLE)
    )
    take = Take(
        id=take_id,
        shot_id=shot.id,
        number=number,
        tier=tier,
        source="generated",
        model_id=model,
        model_label=model,
        file=f"media/{sha256[:2]}/{sha256}.mp4",
        sha256=sha256,
        size_bytes=100_000,
        width=640,
        height=360,
        rate=Fraction(24),
        frames=shot.frames,
        cost=price,
        times=TakeTimes(asked, asked, asked, landed, landed),
        made_by=person,
        job_id=job_id,
        attempt_id=attempt_id,
        stars=chance.randint(0, 5),
        rejected=chance.random() < 0.1,
    )
    return Landed(job, attempt, entries, take, poster)


def _ids(chance: random.Random) -> Iterator[str]:
    start = int(BEGAN.timestamp() * 1000)
    return (uuid7(start + number, chance.randbytes(10)) for number in count())


def _board(wanted: Wanted, ids: Iterator[str], chance: random.Random) -> tuple[list[Scene], list[Shot]]:
    scene_count = -(-wanted.shots // wanted.shots_per_scene)
    scenes = [
        Scene(SceneId(next(ids)), str(number), f"EXT. PIER {number} - DUSK", rank)
        for number, rank in enumerate(spread(scene_count), start=1)
    ]
    ranks = spread(wanted.shots_per_scene)
    shots = [
        Shot(
            id=ShotId(next(ids)),
            scene_id=scenes[number // wanted.shots_per_scene].id,
            code=f"{(number + 1) * 10:04}",
            rank=ranks[number % wanted.shots_per_scene],
            action=chance.choice(ACTIONS),
            camera=Camera(
                size=chance.choice((None, *Size)),
                angle=chance.choice((None, *Angle)),
                lens_mm=chance.choice(LENSES),
                move=chance.choice((None, *Move)),
            ),
            frames=chance.randint(24, 240),
        )
        for number in range(wanted.shots)
    ]
    return scenes, shots
