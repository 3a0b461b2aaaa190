"""Choosing among takes: stars, rejection, the pick, and taking a take's settings back into its shot."""

from __future__ import annotations

from studio.core.errors import InvalidInputError
from studio.core.event import EventKind
from studio.core.ids import ReferenceId, ShotId, TakeId
from studio.core.render import RenderRequest, request_from_bytes
from studio.core.shot import Reference, ReferenceRole
from studio.core.take import Take
from studio.services.editing.acts import Acts
from studio.services.step import Patch


class Choosing(Acts):
    """Acts on takes. They write marks alone: what a take is and what it cost never changes."""

    async def rate(self, take_id: TakeId, stars: int) -> None:
        """Gives a take 0 (none) to 5 stars. Raises InvalidInputError."""
        if not 0 <= stars <= 5:
            raise InvalidInputError(f"{stars} stars cannot be given.", "Give 0 to 5.")
        take = self._store.takes.get(take_id)
        event = self._event(EventKind.RATED, take.shot_id, f"{stars} stars", take_id)
        self._history.perform(f"Rate {self._of(take)}", [self._patch("take", take_id, stars=stars)], [event])

    async def reject(self, take_id: TakeId, rejected: bool) -> None:
        """Marks a take as not wanted, or takes that back."""
        take = self._store.takes.get(take_id)
        event = self._event(EventKind.RATED, take.shot_id, "rejected" if rejected else "not rejected", take_id)
        name = f"Reject {self._of(take)}" if rejected else f"Take back the rejection of {self._of(take)}"
        self._history.perform(name, [self._patch("take", take_id, rejected=rejected)], [event])

    async def pick(self, take_id: TakeId) -> None:
        """Lets a take stand for its shot."""
        take = self._store.takes.get(take_id)
        event = self._event(EventKind.PICKED, take.shot_id, take_id=take_id)
        self._history.perform(f"Pick {self._of(take)}", [self._patch("shot", take.shot_id, pick_id=take_id)], [event])

    async def unpick(self, shot_id: ShotId) -> None:
        """Lets no take stand for the shot."""
        shot = self._store.shots.get(shot_id)
        event = self._event(EventKind.EDITED, shot_id, "pick_id")
        self._history.perform(f"Clear the pick of {shot.code}", [self._patch("shot", shot_id, pick_id=None)], [event])

    async def use_settings(self, take_id: TakeId) -> None:
        """Puts the request that made a take back into its shot: words, camera, light, duration, references.

        Raises InvalidInputError for an imported take, which no request made.
        """
        take = self._store.takes.get(take_id)
        if not take.request:
            raise InvalidInputError(f"Take {take.number} was imported, so it has no settings.", "Choose another take.")
        request = request_from_bytes(take.request)
        camera = request.camera
        shot = self._patch(
            "shot",
            take.shot_id,
            action=request.action,
            size=camera.size,
            angle=camera.angle,
            lens_mm=camera.lens_mm,
            move=camera.move,
            height_m=camera.height_m,
            pitch_deg=camera.pitch_deg,
            roll_deg=camera.roll_deg,
            time_of_day=request.time_of_day,
            weather=request.weather,
            frames=request.frames,
        )
        patches, lost = self._references(take.shot_id, request)
        event = self._event(EventKind.EDITED, take.shot_id, "settings", take_id)

        def add() -> None:
            self._store.references.add(lost, self._clock.now(), self._person, withdrawn=True)

        self._history.perform(f"Use settings of {self._of(take)}", [shot, *patches], [event], first=add)

    def _references(self, shot_id: ShotId, request: RenderRequest) -> tuple[list[Patch], list[Reference]]:
        """Patches that leave the shot with the request's references, and rows for those that it never had."""
        wanted = {(one.role, one.sha256): one.file for one in request.references}
        patches: list[Patch] = []
        for shown, references in (
            (True, self._store.references.of_shot(shot_id)),
            (False, self._store.references.taken_off(shot_id)),
        ):
            for one in references:
                found = wanted.pop((one.role.value, one.sha256), None) is not None
                if found != shown:
                    patches.append(self._patch("reference", one.id, withdrawn=not found))
        lost = [
            Reference(ReferenceId(self._clock.new_id()), shot_id, ReferenceRole(role), "From a take", file, sha256)
            for (role, sha256), file in wanted.items()
        ]
        return [*patches, *(Patch("reference", one.id, {"withdrawn": 1}, {"withdrawn": 0}) for one in lost)], lost

    def _of(self, take: Take) -> str:
        return f"take {take.number} of {self._store.shots.get(take.shot_id).code}"
