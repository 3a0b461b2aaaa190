"""The sample project: made from its screenplay and its director's decisions, drafted, promoted and picked like any
other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

from studio.core.camera import Angle, Aspect, Move, Size, TimeOfDay, Weather, parse_aspect
from studio.core.errors import StudioError
from studio.core.ids import JobId
from studio.core.job import JobState
from studio.core.script import Script
from studio.core.tier import Tier, parse_tier
from studio.core.timebase import Rate, parse_rate
from studio.exchange.script_file import read_script_file
from studio.services.workspace import Workspace

Tell = Callable[[str, int, int], None]
PREPARING = "Preparing the blocking engine"
KINDS = {"size": Size, "angle": Angle, "move": Move, "time": TimeOfDay, "weather": Weather}
FIELDS = {"size": "size", "angle": "angle", "move": "move", "time": "time_of_day", "weather": "weather"}


@dataclass(frozen=True, slots=True)
class Sample:
    """The screenplay with, for each shot in its order, the fields, the highest tier and whether it is picked."""

    title: str
    script: Script
    aspect: Aspect
    rate: Rate
    shots: tuple[dict[str, object], ...]


def read_sample(folder: Path) -> Sample:
    """The sample in `folder`. Raises StudioError when it is incomplete."""
    table = tomllib.loads((folder / "sample.toml").read_text(encoding="utf-8"))
    script = read_script_file(folder / str(table["script"]))
    shots = tuple(cast(list[dict[str, object]], table["shot"]))
    actions = [shot.action for scene in script.scenes for shot in scene.shots]
    if len(shots) != len(actions) or not all(
        action.startswith(str(shot["begins"])) for shot, action in zip(shots, actions, strict=True)
    ):
        raise StudioError("The sample's decisions do not fit its screenplay.", "Install Shotboard again.")
    return Sample(str(table["title"]), script, parse_aspect(str(table["aspect"])), parse_rate(str(table["fps"])), shots)


async def make_sample(workspace: Workspace, sample: Sample, tell: Tell) -> None:
    """Fill an empty project with the sample: import, direct, draft, promote, pick. `tell(what, done, all)`."""
    report = await workspace.importing.write(sample.script)
    for shot_id, decided in zip(report.shot_ids, sample.shots, strict=True):
        fields = _fields(decided, sample.rate)
        if fields:
            await workspace.editing.edit([shot_id], **fields)
    tell(PREPARING, 0, 1)
    await workspace.keeper.prepare_to_draw()
    tell(PREPARING, 1, 1)
    await _made(workspace, await workspace.renders.draft(report.shot_ids), "Drafting", tell)
    for tier in (Tier.VALIDATION, Tier.EXPORT):
        rising = [
            shot_id for shot_id, decided in zip(report.shot_ids, sample.shots, strict=True) if _tier(decided) >= tier
        ]
        takes = [(await workspace.board.detail(shot_id)).takes[-1] for shot_id in rising]
        await _made(workspace, [await workspace.renders.promote(take.id) for take in takes], tier.doing, tell)
    picked = [shot_id for shot_id, decided in zip(report.shot_ids, sample.shots, strict=True) if decided.get("pick")]
    for shot_id in picked:
        await workspace.editing.pick((await workspace.board.detail(shot_id)).takes[-1].id)


async def _made(workspace: Workspace, jobs: Sequence[JobId], what: str, tell: Tell) -> None:
    """Wait for these takes. Raises StudioError when one of them is not made: a sample with holes is none."""
    await workspace.renders.wait_for(jobs, lambda done: tell(what, done, len(jobs)))
    for job in jobs:
        report = await workspace.renders.report(job)
        if report.state is not JobState.LANDED:
            raise StudioError(workspace.renders.paused() or f"The sample could not be made. {report.sentence()}")


def _fields(decided: dict[str, object], rate: Rate) -> dict[str, object]:
    fields: dict[str, object] = {FIELDS[key]: KINDS[key](str(value)) for key, value in decided.items() if key in KINDS}
    if "lens" in decided:
        fields["lens_mm"] = float(str(decided["lens"]))
    if "seconds" in decided:
        fields["frames"] = rate.frames(Fraction(str(decided["seconds"])))
    return fields


def _tier(decided: dict[str, object]) -> Tier:
    return parse_tier(str(decided["tier"])) if "tier" in decided else Tier.DISCOVERY
