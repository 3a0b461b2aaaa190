"""Every place by its word: a function that dresses the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from studio.media.blocking_engine.dressing.places.country import COUNTRY
from studio.media.blocking_engine.dressing.places.interiors import INTERIORS
from studio.media.blocking_engine.dressing.places.shore import SHORE
from studio.media.blocking_engine.dressing.places.town import TOWN
from studio.media.blocking_engine.dressing.site import Site

PLACES: Mapping[str, Callable[[Site], None]] = MappingProxyType({**SHORE, **COUNTRY, **TOWN, **INTERIORS})
