"""Collects what a screenplay says, in order, into scenes and shots."""

from __future__ import annotations

from dataclasses import dataclass, field

from studio.core.script import Script, ScriptScene, ScriptShot

OPENING = "Opening"


@dataclass(slots=True)
class _Shot:
    action: str = ""
    dialogue: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])
    cast: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class _Scene:
    slugline: str
    number: str
    shots: list[_Shot] = field(default_factory=list[_Shot])


class ScriptBuilder:
    """Feed it in the order of the text; `script()` at the end."""

    def __init__(self) -> None:
        self._scenes: list[_Scene] = []
        self._waiting: list[str] = []  # notes that stand before the first shot of their scene

    def scene(self, slugline: str, number: str = "") -> None:
        """A new scene begins."""
        self._scenes.append(_Scene(slugline, number))

    def action(self, text: str) -> None:
        """A moment to see: a new shot."""
        self._add(_Shot(action=text))

    def speech(self, name: str, manner: str, words: str) -> None:
        """Words spoken over the shot before, or over a shot of their own where the scene has none yet."""
        shot = self._last() or self._add(_Shot())
        shot.dialogue.append(f"{name} ({manner}): {words}" if manner else f"{name}: {words}")
        if name not in shot.cast:
            shot.cast.append(name)

    def note(self, text: str) -> None:
        """A note to the shot before, or to the first one that comes."""
        shot = self._last()
        (shot.notes if shot else self._waiting).append(text)

    def script(self, title: str) -> Script:
        """The whole, with a number for every scene."""
        if self._waiting:  # nothing came after them, and no word gets lost
            self._add(_Shot())
        taken = {scene.number for scene in self._scenes}
        count = 0
        scenes: list[ScriptScene] = []
        for scene in self._scenes:
            if not scene.number:
                count += 1
                while str(count) in taken:
                    count += 1
            scenes.append(ScriptScene(scene.number or str(count), scene.slugline, tuple(map(_finished, scene.shots))))
        return Script(title, tuple(scenes))

    def _last(self) -> _Shot | None:
        return self._scenes[-1].shots[-1] if self._scenes and self._scenes[-1].shots else None

    def _add(self, shot: _Shot) -> _Shot:
        if not self._scenes:
            self.scene(OPENING)
        shot.notes[:0] = self._waiting
        self._waiting = []
        self._scenes[-1].shots.append(shot)
        return shot


def _finished(shot: _Shot) -> ScriptShot:
    return ScriptShot(shot.action, "\n".join(shot.dialogue), "\n".join(shot.notes), tuple(shot.cast))
