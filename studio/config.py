"""The person's settings: one frozen value, kept in settings.toml and written whole or not at all."""

from __future__ import annotations

import base64
import binascii
import getpass
import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from studio.core.errors import StudioError
from studio.core.toml_text import toml_text

SCHEMA = 1
FILE_NAME = "settings.toml"
THEMES = ("dark", "light", "system")
MOST_RECENT = 12
SMALLEST_SCALE, LARGEST_SCALE = 0.5, 4.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has chosen. Change it with `dataclasses.replace` and save the new value.

    `scale` multiplies the screen's own (0.5–4), `recent` lists project folders, newest first; `window_geometry` is
    Qt's own bytes; `tier_models` names the default model of a tier; `view` is how the window was left (card
    width, panels shown); `unknown` holds what a newer version wrote, and goes back into the file.
    """

    person: str = ""
    theme: str = "dark"
    scale: float = 1.0
    reduced_motion: bool = False
    recent: tuple[str, ...] = ()
    project_folder: str = ""
    window_geometry: bytes = b""
    whats_new_seen: str = ""
    hints_seen: tuple[str, ...] = ()
    tier_models: Mapping[str, str] = field(default_factory=dict)
    view: Mapping[str, int] = field(default_factory=dict)
    unknown: Mapping[str, object] = field(default_factory=dict)

    def with_recent(self, project: Path) -> Settings:
        """These settings with `project` as the newest of at most twelve."""
        first = str(project)
        return replace(self, recent=(first, *(other for other in self.recent if other != first))[:MOST_RECENT])

    def without_recent(self, project: Path) -> Settings:
        """These settings without `project` in the list."""
        return replace(self, recent=tuple(other for other in self.recent if other != str(project)))


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as found, and a sentence for the person where something in the file could not be used."""

    settings: Settings
    notice: str = ""


def load_settings(folder: Path) -> LoadedSettings:
    """The settings in `folder`, or the usual ones. Never raises: a file that is damaged is set aside and kept."""
    file = folder / FILE_NAME
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return LoadedSettings(Settings(person=os_person()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return LoadedSettings(Settings(person=os_person()), _set_aside(file))
    except OSError as error:
        notice = f"The settings in {file} cannot be read ({error.strerror}); the usual ones are used."
        return LoadedSettings(Settings(person=os_person()), notice)
    return _from_table(table)


def save_settings(folder: Path, settings: Settings) -> None:
    """Write `settings` to `folder`, whole or not at all. Raises StudioError when the disk refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=FILE_NAME, suffix=".part", dir=folder)
        part = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(toml_text(_to_table(settings)))
                file.flush()
                os.fsync(file.fileno())
            part.replace(folder / FILE_NAME)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StudioError(
            f"The settings cannot be written to {folder} ({error.strerror}).",
            "Make room there or give the folder back its write permission; the settings of before are untouched.",
        ) from error


def os_person() -> str:
    """The name the operating system knows the person by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "someone"


def _set_aside(file: Path) -> str:
    aside = file.with_name(f"{FILE_NAME}.broken")
    number = 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"{FILE_NAME}.broken{number}")
    try:
        file.replace(aside)
    except OSError as error:
        return f"The settings in {file} are damaged and cannot be moved ({error.strerror}); the usual ones are used."
    return f"The settings were damaged. They are kept as {aside.name}, and the usual ones are used."


def _to_table(settings: Settings) -> dict[str, object]:
    return {
        **settings.unknown,
        "schema": max(SCHEMA, _schema(settings.unknown)),
        "person": settings.person,
        "theme": settings.theme,
        "scale": settings.scale,
        "reduced_motion": settings.reduced_motion,
        "recent": list(settings.recent),
        "project_folder": settings.project_folder,
        "window_geometry": base64.b64encode(settings.window_geometry).decode(),
        "whats_new_seen": settings.whats_new_seen,
        "hints_seen": list(settings.hints_seen),
        "tier_models": dict(settings.tier_models),
        "view": dict(settings.view),
    }


def _schema(table: Mapping[str, object]) -> int:
    found = table.get("schema", SCHEMA)
    return found if isinstance(found, int) else SCHEMA


def _from_table(table: dict[str, object]) -> LoadedSettings:
    """Every key by itself: one wrong value costs that value and nothing else."""
    usual = _to_table(Settings(person=os_person()))
    wrong = [name for name in usual if name in table and not _fits(name, table[name])]
    good = {name: table[name] if name in table and name not in wrong else value for name, value in usual.items()}
    settings = Settings(
        person=str(good["person"]).strip() or os_person(),
        theme=str(good["theme"]),
        scale=float(str(good["scale"])),
        reduced_motion=bool(good["reduced_motion"]),
        recent=_texts(good["recent"])[:MOST_RECENT],
        project_folder=str(good["project_folder"]),
        window_geometry=base64.b64decode(str(good["window_geometry"])),
        whats_new_seen=str(good["whats_new_seen"]),
        hints_seen=_texts(good["hints_seen"]),
        tier_models=_pairs(good["tier_models"]),
        view=_numbers(good["view"]),
        unknown={name: value for name, value in table.items() if name not in usual or name == "schema"},
    )
    if not wrong:
        return LoadedSettings(settings)
    return LoadedSettings(
        settings, f"Not understood and back to the usual in the settings: {', '.join(sorted(wrong))}."
    )


def _fits(name: str, value: object) -> bool:
    match name:
        case "schema":
            return isinstance(value, int) and not isinstance(value, bool)
        case "theme":
            return value in THEMES
        case "scale":
            return type(value) in (int, float) and SMALLEST_SCALE <= float(str(value)) <= LARGEST_SCALE
        case "reduced_motion":
            return isinstance(value, bool)
        case "recent" | "hints_seen":
            return isinstance(value, list) and len(_texts(value)) == len(value)
        case "tier_models":
            return isinstance(value, dict) and len(_pairs(value)) == len(value)
        case "view":
            return isinstance(value, dict) and len(_numbers(value)) == len(value)
        case "window_geometry":
            return isinstance(value, str) and _is_base64(value)
        case _:
            return isinstance(value, str)


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except binascii.Error:
        return False
    return True


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, (list, tuple)) else ()


def _pairs(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: model for name, model in value.items() if isinstance(name, str) and isinstance(model, str)}


def _numbers(value: object) -> dict[str, int]:
    if not isinstance(value, dict):
        return {}
    return {name: number for name, number in value.items() if isinstance(name, str) and type(number) is int}
