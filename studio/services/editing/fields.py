"""Edits of fields: what is seen and said in a shot, its camera, length and flags; the scenes’ and the project’s own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from studio.core.camera import Angle, Aspect, Camera, Move, Size, TimeOfDay, Weather, parse_aspect
from studio.core.errors import InvalidInputError
from studio.core.event import EventKind
from studio.core.ids import SceneId, ShotId
from studio.core.shot import CAMERA_FIELDS
from studio.services.editing.acts import Acts, clean, of_shots

TEXTS = ("action", "dialogue", "notes")
CHOICES = {"size": Size, "angle": Angle, "move": Move, "time_of_day": TimeOfDay, "weather": Weather}
NUMBERS = ("lens_mm", "height_m", "pitch_deg", "roll_deg")
FLAGS = {
    "on_hold": ("Put {} on hold", "Take {} off hold"),
    "omitted": ("Omit {}", "Take {} back in"),
    "approved": ("Approve {}", "Take back the approval of {}"),
}
WORDS = {
    "lens_mm": "lens",
    "height_m": "camera height",
    "pitch_deg": "pitch",
    "roll_deg": "roll",
    "time_of_day": "time of day",
    "frames": "duration",
}
# A field that is dragged or typed in makes one step of many small acts.
TYPED = frozenset({*TEXTS, "height_m", "pitch_deg", "roll_deg", "frames"})
MOST_FRAMES = 60 * 60 * 30


class Fields(Acts):
    """Typing into shots, scenes and the project."""

    async def edit(self, shot_ids: Iterable[ShotId], **fields: object) -> None:
        """Writes the same values into every shot, one step; None clears a camera, time or weather field.

        Fields: action dialogue notes frames size angle lens_mm move height_m pitch_deg roll_deg time_of_day weather
        on_hold omitted approved. Choices may be given as their words. Raises InvalidInputError naming what cannot be.
        """
        values = {name: _checked(name, value) for name, value in fields.items()}
        camera = {name: values[name] for name in values.keys() & CAMERA_FIELDS}
        Camera(**camera)  # pyright: ignore[reportArgumentType] -- it is made for the ranges that it refuses
        shots = self._shots(shot_ids)
        patches = [self._patch("shot", shot.id, **values) for shot in shots]
        detail = " ".join(sorted(values))
        edited = [shot for shot, patch in zip(shots, patches, strict=True) if patch]
        events = [self._event(EventKind.EDITED, shot.id, detail) for shot in edited]
        typing = (detail, *(shot.id for shot in shots)) if values.keys() <= TYPED and len(values) == 1 else ()
        self._history.perform(_name(values, of_shots(shots)), patches, events, typing=typing)

    async def rename_scene(self, scene_id: SceneId, slugline: str) -> None:
        """Gives a scene another slugline."""
        scene = self._store.scenes.get(scene_id)
        patch = self._patch("scene", scene_id, slugline=clean(slugline).strip() or scene.slugline)
        self._history.perform(f"Rename scene {scene.number}", [patch], typing=("slugline", scene_id))

    async def set_project(
        self, *, name: str | None = None, style: str | None = None, aspect: Aspect | str | None = None
    ) -> None:
        """Changes what is given of the project's settings. Raises InvalidInputError for an empty name or unknown
        aspect.
        """
        values: dict[str, object] = {}
        if name is not None:
            if not name.strip():
                raise InvalidInputError("A project needs a name.")
            values["name"] = clean(name).strip()
        if style is not None:
            values["style"] = clean(style)
        if aspect is not None:
            values["aspect"] = (parse_aspect(aspect) if isinstance(aspect, str) else aspect).label
        project = self._store.scenes.project()
        words = {"name": "Rename project", "style": "Edit style", "aspect": "Change picture shape"}
        what = words[next(iter(values))] if len(values) == 1 else "Edit project"
        typing = ("style", project.id) if values.keys() == {"style"} else ()
        self._history.perform(what, [self._patch("project", project.id, **values)], typing=typing)


def _checked(name: str, value: object) -> object:
    """The value as the column holds it. Raises InvalidInputError for what it cannot be, TypeError for an unknown
    field.
    """
    if name in TEXTS:
        return clean(str(value))
    if name in FLAGS:
        return bool(value)
    if name == "frames":
        if not isinstance(value, int) or not 1 <= value <= MOST_FRAMES:
            raise InvalidInputError("A shot lasts from one frame to an hour.", "Type another duration.")
        return value
    if name in NUMBERS:
        return None if value is None else _number(name, value)
    if name in CHOICES:
        return None if value is None else _choice(name, value)
    raise TypeError(f"a shot has no field {name!r}")


def _choice(name: str, value: object) -> str:
    kind = cast(Callable[[object], Size], CHOICES[name])
    try:
        return kind(value).value
    except ValueError as error:
        known = ", ".join(one.value for one in CHOICES[name])
        raise InvalidInputError(f"{value} is no {WORDS.get(name, name)}.", f"Use one of {known}.") from error


def _number(name: str, value: object) -> float:
    try:
        return float(str(value))
    except ValueError as error:
        raise InvalidInputError(f"{value!r} is not a number for the {WORDS[name]}.") from error


def _name(values: Mapping[str, object], whom: str) -> str:
    if len(values) != 1:
        return f"Edit {whom}"
    field, value = next(iter(values.items()))
    if field in FLAGS:
        return FLAGS[field][0 if value else 1].format(whom)
    return f"Edit {WORDS.get(field, field)} of {whom}"
