"""From a staging to a stage: the place is dressed, the scenery added, the subjects composed."""

from __future__ import annotations

import zlib
from random import Random

from studio.core.camera import Angle
from studio.core.staging import Staging
from studio.media.blocking_engine.dressing.actors import Actor
from studio.media.blocking_engine.dressing.compose import Composer
from studio.media.blocking_engine.dressing.landmarks import LANDMARKS
from studio.media.blocking_engine.dressing.places import PLACES
from studio.media.blocking_engine.dressing.site import Site
from studio.media.blocking_engine.dressing.stock import piece
from studio.media.blocking_engine.mesh import Mesh, joined
from studio.media.blocking_engine.stage import Mark, Stage

# Where further scenery stands, one after the other: (x, z), to the sides and behind.
SPOTS = (
    (-4.6, -5.4),
    (4.8, -6.4),
    (-7.4, -9.0),
    (7.8, -10.0),
    (-2.8, -12.0),
    (3.2, -13.5),
    (-11.0, -14.0),
    (11.5, -15.0),
    (0.4, -18.0),
    (-6.0, -20.0),
    (7.0, -22.0),
    (-14.0, -24.0),
)

# Scenery that a picture is known by: how far behind its spot it stands and how tall it is, in metres.
_TALL = {"lighthouse": (30.0, 20.0), "tower": (16.0, 18.0), "barn": (12.0, 7.4)}


def build(staging: Staging, seed: int) -> Stage:
    """The stage of a staging. Equal stagings and seeds give equal stages; a place is the same for all subjects."""
    site = Site(
        Random(zlib.crc32(f"{staging.place}|{seed}".encode())),
        staging.time_of_day,
        staging.weather,
        staging.indoors,
        staging.subjects[0].kind if staging.subjects else "",
    )
    site.covered = staging.camera.angle not in (Angle.HIGH, Angle.OVERHEAD)
    PLACES.get(staging.place, PLACES["stage"])(site)
    # What a place is known by is there already.
    wanted = [word for word in staging.scenery if word != "water" and word not in site.named]
    for number, word in enumerate(wanted):
        x, z = SPOTS[number % len(SPOTS)]
        if site.wall is None:
            if word in _TALL and site.known_by is None:
                behind, tall = _TALL[word]
                site.known_by = (x, site.floor(x, z), z - behind, tall)
            site.add(*piece(site, word, (x, site.floor(x, z), z)))
            site.named.append(word)
    if "water" in staging.scenery and site.water_y is None and not staging.indoors:
        _flood(site)
    actors = Composer(staging, site).actors()
    return _Set(joined(site.pieces), actors).stage(site)


def _flood(site: Site) -> None:
    """Water behind a place that has none: the ground becomes a bank that ends a few metres back."""
    if site.ground != "none":
        from studio.media.blocking_engine.dressing.primitives import box

        site.add(box((160.0, 0.6, 66.0), (0, -0.6, 28.5), site.ground_of(site.ground_tint)))
        site.ground = "none"
    site.water_y = -0.35


class _Set:
    """Scenery and actors as the renderer asks for them; what stands still is joined once."""

    def __init__(self, scenery: Mesh, actors: list[Actor]) -> None:
        self._scenery = scenery
        self._actors = actors
        self._moving = [actor for actor in actors if actor.moves]
        self._still = joined([actor.mesh(0.0) for actor in actors if not actor.moves])

    def stage(self, site: Site) -> Stage:
        """The stage over this set."""
        return Stage(
            scenery=self._scenery,
            acting=self._acting,
            mark=self._mark,
            subjects=len(self._actors),
            ground=site.ground,
            ground_colour=site.ground_tint,
            water_y=site.water_y,
            indoors=site.indoors,
            lamps=tuple(site.lamps[:24]),
            landmark=None if site.indoors or site.landmark in LANDMARKS else site.known_by,
        )

    def _acting(self, t: float) -> Mesh:
        if not self._moving:
            return self._still
        return joined([self._still, *(actor.mesh(t) for actor in self._moving)])

    def _mark(self, index: int, t: float) -> Mark:
        return self._actors[index].mark(t)
