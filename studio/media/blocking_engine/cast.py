"""Those who act at a moment, in their set and in its shadow maps: buffers that one thread fills again and again."""

from __future__ import annotations

from studio.media.blocking_engine.dirt import GRID, untouched
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.mesh import Mesh, joined
from studio.media.blocking_engine.shadow import Casting, Shade

_TOP_SPREAD = 2.2


class Cast:
    """`enter` puts those who act into `whole` (scenery first), `maps` and `touched`, where they stay until the next."""

    def __init__(self, scene: Set) -> None:
        self.touched = untouched()
        softness = float(scene.table[10, 0])
        spreads = (softness, softness, _TOP_SPREAD)
        maps = (scene.near_map, scene.far_map, scene.top_map)
        self._castings = [
            Casting(base, spread, self.touched, number * GRID * GRID)
            for number, (base, spread) in enumerate(zip(maps, spreads, strict=True))
        ]
        self._scenery = scene.stage.scenery
        self.acting = joined([])
        self.whole = self._scenery
        self.maps: list[Shade] = list(maps)

    def enter(self, acting: Mesh) -> None:
        """Take the stage as `acting` stands on it now."""
        near, far, top = self._castings
        self.maps = [
            near.recast(acting),
            far.emptied() if near.holds(acting, far) else far.recast(acting),
            top.recast(acting),
        ]
        vertices, faces = len(self._scenery.vertices), len(self._scenery.faces)
        if len(acting.vertices) != len(self.acting.vertices) or len(acting.faces) != len(self.acting.faces):
            self.whole = joined([self._scenery, acting])
        else:
            self.whole.vertices[vertices:] = acting.vertices
            self.whole.normals[vertices:] = acting.normals
            self.whole.faces[faces:] = acting.faces + vertices
            self.whole.colours[vertices:] = acting.colours
            self.whole.glow[vertices:] = acting.glow
        self.acting = acting
