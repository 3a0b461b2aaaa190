"""Making: new scenes and shots, single, copied, from a script or from pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from studio.core.codes import LETTERS, CodeBook
from studio.core.event import EventKind
from studio.core.ids import ReferenceId, SceneId, ShotId
from studio.core.ordering import several
from studio.core.project import DEFAULT_SECONDS
from studio.core.scene import Scene
from studio.core.script import Script, ScriptShot
from studio.core.shot import Reference, ReferenceRole, Shot
from studio.services.editing.acts import clean, of_shots
from studio.services.editing.arranging import Arranging
from studio.services.step import Patch
from studio.store.shots import Place


class Making(Arranging):
    """Acts that add. Rows are written out of sight and the step brings them to light, so that an undo can hide them
    again.
    """

    async def add_shot(self, scene_id: SceneId, before: ShotId | None = None, action: str = "") -> ShotId:
        """A new shot in front of `before`, or at the scene's end."""
        scene = self._store.scenes.get(scene_id)
        (shot,) = self._new_shots(scene, before, [ScriptShot(action)])
        self._make(f"Add {shot.code}", [], [shot], [])
        return shot.id

    async def add_scene(self, slugline: str, before: SceneId | None = None) -> SceneId:
        """A new scene in front of `before`, or at the board's end. Between 4 and 5 comes 4A."""
        scene = Scene(
            SceneId(self._clock.new_id()),
            self._scene_number(before),
            clean(slugline).strip(),
            self._scene_ranks(before, 1)[0],
        )
        self._make(f"Add scene {scene.number}", [scene], [], [])
        return scene.id

    async def duplicate(self, shot_ids: Iterable[ShotId]) -> tuple[ShotId, ...]:
        """A copy right after each shot, with its fields and references and a code of its own, without takes."""
        sources = self._shots(shot_ids)
        book = self._book()
        copies: list[Shot] = []
        references: list[Reference] = []
        for source in sources:
            scene = self._store.scenes.get(source.scene_id)
            after = self._after(source)
            (rank,) = self._ranks(scene.id, after.shot_id if after else None, 1)
            high = after.code if after else self._next_code(scene)
            code = book.give(scene=scene.number, before=source.code, after=high)
            copy = replace(source, id=ShotId(self._clock.new_id()), code=code, rank=rank, pick_id=None, approved=False)
            copies.append(copy)
            references += self._hung(self._store.references.of_shot(source.id), copy.id)
        self._make(f"Duplicate {of_shots(sources)}", [], copies, references)
        return tuple(copy.id for copy in copies)

    async def add_script(self, script: Script) -> tuple[ShotId, ...]:
        """A whole screenplay at the board's end, one step; a scene number that is taken gives way to the next free
        one.
        """
        numbers = self._store.scenes.numbers()
        book, rate = self._book(), self._store.scenes.project().rate
        before = self._last_code()
        scenes: list[Scene] = []
        shots: list[Shot] = []
        for scene, rank in zip(script.scenes, self._scene_ranks(None, len(script.scenes)), strict=True):
            number = scene.number if scene.number and scene.number not in numbers else _next_number(numbers)
            numbers.add(number)
            scenes.append(Scene(SceneId(self._clock.new_id()), number, clean(scene.slugline), rank))
            for moment, place in zip(scene.shots, several(None, None, len(scene.shots)), strict=True):
                before = book.give(scene=number, before=before)
                shots.append(self._shot(scenes[-1], before, place, moment, rate.frames(DEFAULT_SECONDS)))
        self._make("Import script", scenes, shots, [])
        return tuple(shot.id for shot in shots)

    async def add_picture_shots(
        self, scene_id: SceneId, before: ShotId | None, pictures: Sequence[Reference]
    ) -> tuple[ShotId, ...]:
        """A new shot for each picture, which becomes its reference; one step."""
        scene = self._store.scenes.get(scene_id)
        shots = self._new_shots(scene, before, [ScriptShot("") for _ in pictures])
        references = [replace(picture, shot_id=shot.id) for picture, shot in zip(pictures, shots, strict=True)]
        self._make(f"Add {of_shots(shots)} from pictures" if shots else "Add pictures", [], shots, references)
        return tuple(shot.id for shot in shots)

    async def add_references(self, shot_id: ShotId, references: Sequence[Reference]) -> None:
        """Hangs pictures on a shot."""
        shot = self._store.shots.get(shot_id)
        self._make(f"Add reference to {shot.code}", [], [], references, of=shot)

    async def remove_reference(self, reference_id: ReferenceId) -> None:
        """Takes a picture off its shot; the file stays."""
        shot = self._store.shots.get(self._store.references.get(reference_id).shot_id)
        patch = self._patch("reference", reference_id, withdrawn=True)
        event = self._event(EventKind.EDITED, shot.id, "references")
        self._history.perform(f"Remove reference from {shot.code}", [patch], [event])

    async def set_reference_role(self, reference_id: ReferenceId, role: ReferenceRole) -> None:
        """Says anew what a picture is for: a plate is drawn over, the other roles guide."""
        shot = self._store.shots.get(self._store.references.get(reference_id).shot_id)
        patch = self._patch("reference", reference_id, role=role.value)
        event = self._event(EventKind.EDITED, shot.id, "references")
        self._history.perform(f"Make reference of {shot.code} {role.value.lower()}", [patch], [event])

    def _make(
        self,
        name: str,
        scenes: Sequence[Scene],
        shots: Sequence[Shot],
        references: Sequence[Reference],
        of: Shot | None = None,
    ) -> None:
        now = self._clock.now()

        def add() -> None:
            for scene in scenes:
                self._store.scenes.add(scene, now, self._person, withdrawn=True)
            self._store.shots.add(shots, now, self._person, withdrawn=True)
            self._store.references.add(references, now, self._person, withdrawn=True)

        made = [("scene", scene.id) for scene in scenes] + [("shot", shot.id) for shot in shots]
        made += [("reference", reference.id) for reference in references]
        patches = [Patch(table, row_id, {"withdrawn": 1}, {"withdrawn": 0}) for table, row_id in made]
        events = [self._event(EventKind.CREATED, shot.id, shot.code) for shot in shots]
        if of is not None and references:
            events.append(self._event(EventKind.EDITED, of.id, "references"))
        self._history.perform(name, patches, events, first=add)

    def _new_shots(self, scene: Scene, before: ShotId | None, moments: Sequence[ScriptShot]) -> list[Shot]:
        standing = self._store.shots.places(scene.id)
        index = next((at for at, place in enumerate(standing) if place.shot_id == before), len(standing))
        low = standing[index - 1].code if index else self._last_code(scene)
        high = standing[index].code if index < len(standing) else self._next_code(scene)
        frames = self._store.scenes.project().rate.frames(DEFAULT_SECONDS)
        book = self._book()
        shots: list[Shot] = []
        for moment, rank in zip(moments, self._ranks(scene.id, before, len(moments)), strict=True):
            low = book.give(scene=scene.number, before=low, after=high)
            shots.append(self._shot(scene, low, rank, moment, frames))
        return shots

    def _shot(self, scene: Scene, code: str, rank: str, moment: ScriptShot, frames: int) -> Shot:
        texts = clean(moment.action), clean(moment.dialogue), clean(moment.notes)
        return Shot(ShotId(self._clock.new_id()), scene.id, code, rank, *texts, frames=frames)

    def _hung(self, references: Iterable[Reference], shot_id: ShotId) -> list[Reference]:
        return [replace(one, id=ReferenceId(self._clock.new_id()), shot_id=shot_id) for one in references]

    def _book(self) -> CodeBook:
        return CodeBook(self._store.scenes.project().scheme, self._store.shots.codes())

    def _last_code(self, scene: Scene | None = None) -> str | None:
        """The last code on the board before `scene`, or of the whole board."""
        codes = self._store.shots.board_codes()
        upto = [code for rank, code in codes if scene is None or rank < scene.rank]
        return upto[-1] if upto else None

    def _next_code(self, scene: Scene) -> str | None:
        """The first code on the board after `scene`."""
        return next((code for rank, code in self._store.shots.board_codes() if rank > scene.rank), None)

    def _scene_number(self, before: SceneId | None) -> str:
        numbers = self._store.scenes.numbers()
        standing = self._store.scenes.all()
        index = next((at for at, scene in enumerate(standing) if scene.id == before), len(standing))
        if 0 < index < len(standing):
            between = (f"{standing[index - 1].number}{letter}" for letter in LETTERS)
            return next((number for number in between if number not in numbers), _next_number(numbers))
        return _next_number(numbers)

    def _after(self, shot: Shot) -> Place | None:
        standing = self._store.shots.places(shot.scene_id)
        index = next((at for at, place in enumerate(standing) if place.shot_id == shot.id), len(standing))
        return standing[index + 1] if index + 1 < len(standing) else None


def _next_number(numbers: Iterable[str]) -> str:
    """The count after the highest scene number there ever was: 13 after 12A."""
    counts = [int(match[0]) for number in numbers if (match := re.match(r"\d{1,6}", number))]
    return str(max(counts, default=0) + 1)
