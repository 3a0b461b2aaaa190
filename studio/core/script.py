"""A screenplay as a board needs it: scenes, and in each the moments that become shots."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScriptShot:
    """One paragraph of action, with what is said over it.

    `dialogue` has a line a speech (`MARA (low): Come in.`), `notes` what the writer noted for the makers, `cast` the
    names of those who speak, each once, in the order they first do. `action` is empty where a scene begins with speech.
    """

    action: str
    dialogue: str = ""
    notes: str = ""
    cast: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScriptScene:
    """A scene under its slugline. `number` is the script's own (`12A`) where it has one, else the next free count."""

    number: str
    slugline: str
    shots: tuple[ScriptShot, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A whole screenplay. `title` is empty where the script names none."""

    title: str
    scenes: tuple[ScriptScene, ...]

    @property
    def shot_count(self) -> int:
        """How many shots the board will get."""
        return sum(len(scene.shots) for scene in self.scenes)
