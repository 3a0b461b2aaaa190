"""Buildings that a shot can be about: lighthouse, house, barn, church."""

from __future__ import annotations

from studio.core.staging import Staging
from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.actors import Thing, Track
from studio.media.blocking_engine.dressing.buildings import barn, house, lighthouse, tower
from studio.media.blocking_engine.dressing.nature import hill
from studio.media.blocking_engine.dressing.site import Site
from studio.media.blocking_engine.mesh import Mesh, joined

LANDMARKS = ("lighthouse", "house", "barn", "church")
_RISE = 4.2


def landmark(site: Site, kind: str, staging: Staging) -> Thing:
    """A building where its place has it, on a rise of its own where the words speak of a hill."""
    x, y, z, _ = site.known_by or (0.0, 0.0, -6.0, 0.0)
    form = joined(_made(site, kind, staging.place))
    if staging.place != "pier" and "hill" in staging.scenery:
        site.add(hill((x, y - 0.4, z), 42.0, _RISE + 0.4, site.ground_of(p.shaded(p.GRASS, 0.95)), 0.8))
        return Thing(form, Track(x, z, 0.25, 0.0, None, y + _RISE - 0.25))
    return Thing(form, Track(x, z, 0.25, 0.0, site.floor, y - site.floor(x, z)))


def _made(site: Site, kind: str, place: str) -> list[Mesh]:
    origin = (0.0, 0.0, 0.0)
    if kind == "lighthouse":
        return lighthouse(site, origin, 14.5 if place == "pier" else 22.0)
    if kind == "church":
        return [*house(site, (0, 0, -5.5), 0.0, 8.0, 11.0, 4.6, p.STONE), *tower(site, (0, 0, 1.6), 18.0)]
    return house(site, origin) if kind == "house" else barn(site, origin)
