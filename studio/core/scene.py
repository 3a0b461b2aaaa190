"""A scene: an ordered group of shots under one slugline."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.ids import SceneId


@dataclass(frozen=True, slots=True)
class Scene:
    """`rank` is its place in the order (see core.ordering), `number` what the script calls it."""

    id: SceneId
    number: str
    slugline: str
    rank: str
