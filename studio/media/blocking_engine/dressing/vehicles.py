"""Vehicles: each stands on the ground at the origin, its nose toward +z. A boat floats with its waterline at y 0."""

from __future__ import annotations

from studio.media.blocking_engine.dressing.aircraft import helicopter, plane
from studio.media.blocking_engine.dressing.boats import boat, sailboat, ship
from studio.media.blocking_engine.dressing.motors import bus, car, motorcycle, taxi, tractor, truck, van
from studio.media.blocking_engine.dressing.rails import bicycle, cart, train, tram

VEHICLES = {
    "car": car,
    "taxi": taxi,
    "van": van,
    "truck": truck,
    "bus": bus,
    "train": train,
    "tram": tram,
    "bicycle": bicycle,
    "motorcycle": motorcycle,
    "boat": boat,
    "sailboat": sailboat,
    "ship": ship,
    "plane": plane,
    "helicopter": helicopter,
    "tractor": tractor,
    "cart": cart,
}


AFLOAT = frozenset({"boat", "sailboat", "ship"})


# Where somebody sits: (x, seat height, z, hands) on or in a vehicle.
SEATS: dict[str, tuple[tuple[float, float, float, str], ...]] = {
    "boat": ((0, 0.28, -0.45, "oars"), (0, 0.28, 0.72, "lap"), (0, 0.28, -1.55, "lap")),
    "car": ((0.33, 0.56, -0.35, "table"), (-0.33, 0.56, -0.35, "lap")),
    "taxi": ((0.33, 0.56, -0.35, "table"), (-0.33, 0.56, -0.35, "lap")),
    "bicycle": ((0, 0.86, -0.2, "oars"),),
    "motorcycle": ((0, 0.82, -0.3, "oars"), (0, 0.84, -0.62, "lap")),
    "horse": ((0, 1.41, 0.05, "oars"),),
    "tractor": ((0, 1.3, -0.65, "oars"),),
    "cart": ((0, 0.85, 0.4, "lap"), (0.3, 0.85, -0.4, "lap")),
    "sailboat": ((0.3, 0.6, -1.8, "lap"), (-0.3, 0.6, -1.4, "lap")),
}
