"""Rooms of every sort: one shell with walls at the back and the sides, fitted out for what happens in it."""

from __future__ import annotations

import math
from collections.abc import Callable

from studio.media.blocking_engine.dressing import fittings, furniture, small_props, yard
from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.places.halls import (
    cave,
    cell,
    church,
    classroom,
    corridor,
    hospital,
    library,
    staircase,
    theatre,
    warehouse,
)
from studio.media.blocking_engine.dressing.places.shells import pendant, put, shell
from studio.media.blocking_engine.dressing.primitives import box, cylinder
from studio.media.blocking_engine.dressing.site import Site


def room(site: Site) -> None:
    """A living room: sofa, shelf, picture, lamp, plant and rug."""
    shell(site, 6.4, 3.2)
    put(site, furniture.sofa(), (1.3, 0, -2.6), 0.0)
    put(site, furniture.shelf(), (-1.7, 0, -2.95))
    put(site, fittings.picture(), (1.2, 0.1, -3.2))
    put(site, furniture.floor_lamp(), (2.75, 0, -2.5))
    put(site, furniture.plant(), (-2.7, 0, -2.5))
    put(site, fittings.rug(), (0, 0, -0.6))
    put(site, fittings.door(), (3.12, 0, -0.2), -math.pi / 2)
    if site.lit:
        site.lamp(2.75, 1.5, -2.3, 2.6, 6.0)


def bedroom(site: Site) -> None:
    """A bedroom: wardrobe, bedside table with lamp, picture, curtain."""
    shell(site, 5.6, 3.4, tint=p.shaded(p.BLUE, 1.25))
    put(site, furniture.wardrobe(), (2.1, 0, -3.0))
    put(site, furniture.stool(), (-0.5, 0, -2.9))
    put(site, small_props.lamp(), (-0.5, 0.47, -2.9))
    put(site, fittings.picture(), (0.5, 0.1, -3.4))
    put(site, fittings.rug(), (0.2, 0, -0.4))
    put(site, fittings.curtain(), (-2.68, 0, -1.25), math.pi / 2)
    if site.lit:
        site.lamp(-0.5, 0.9, -2.7, 2.2, 5.0)


def kitchen(site: Site) -> None:
    """A kitchen: counter, stove, fridge, wall shelf, hanging lamp."""
    shell(site, 5.8, 3.0, floor=p.STONE, boards=False)
    put(site, fittings.counter(), (-0.7, 0, -2.68))
    put(site, fittings.stove(), (0.55, 0, -2.68))
    put(site, fittings.fridge(), (1.6, 0, -2.66))
    put(site, fittings.wall_shelf(), (-0.9, 0, -3.0))
    put(site, small_props.bowl(), (-1.2, 0.925, -2.6))
    put(site, small_props.bottle(), (-0.4, 0.925, -2.7))
    put(site, small_props.pot_plant(), (-2.78, 0.95, -1.0))
    put(site, fittings.door(), (2.82, 0, -0.6), -math.pi / 2)
    pendant(site, 0.3, -1.5)


def bathroom(site: Site) -> None:
    """A bathroom: tub, basin, mirror."""
    shell(site, 4.4, 2.6, tint=p.shaded(p.GREEN, 1.35), floor=p.STONE, boards=False)
    put(site, fittings.bathtub(), (-1.0, 0, -2.1))
    put(site, fittings.sink(), (1.1, 0, -2.3))
    put(site, fittings.picture(), (1.1, 0.0, -2.6))
    pendant(site, 0.2, -1.4, 2.1)


def office(site: Site) -> None:
    """An office: desks with lamps, shelf, clock, board."""
    shell(site, 7.0, 3.6, tint=p.shaded(p.STONE, 1.05), floor=p.shaded(p.SLATE, 1.1), boards=False)
    for x, z, turn in ((-1.9, -2.6, 0.0), (1.9, -2.4, 0.0)):
        put(site, furniture.desk(), (x, 0, z), turn)
        put(site, small_props.lamp(), (x + 0.45, 0.75, z - 0.1))
        put(site, small_props.laptop(), (x - 0.15, 0.75, z), 0.2)
        put(site, furniture.chair(), (x, 0, z - 0.62), 0.0)
    put(site, fittings.clock(), (0.2, 0.2, -3.58))
    put(site, furniture.shelf(), (0.1, 0, -3.4))
    put(site, furniture.plant(), (3.1, 0, -3.1))
    put(site, fittings.door(), (3.42, 0, -0.4), -math.pi / 2)


def bar(site: Site) -> None:
    """A bar: counter with stools, bottles on shelves, hanging lamps."""
    shell(site, 7.0, 3.8, tint=p.shaded(p.ROOF, 0.9), floor=p.DARK_WOOD)
    put(site, fittings.bar_counter(), (0.8, 0, -2.3))
    for i in range(4):
        put(site, furniture.bar_stool(), (-0.4 + 0.8 * i, 0, -1.65))
    for y in (1.25, 1.7):
        site.add(box((3.4, 0.04, 0.25), (0.8, y, -3.65), p.WOOD))
        for i in range(12):
            put(site, small_props.bottle() if i % 3 else small_props.glass(), (-0.7 + 0.27 * i, y + 0.04, -3.65))
    for x in (-0.3, 0.9, 2.1):
        pendant(site, x, -2.2, 1.95)
    put(site, furniture.table(), (-2.4, 0, -2.6), math.pi / 2)


def cafe(site: Site) -> None:
    """A café: small tables with chairs, a counter, a wide window."""
    shell(site, 7.4, 3.8, tint=p.shaded(p.SAND, 1.05))
    put(site, fittings.counter(), (2.2, 0, -3.2))
    put(site, small_props.cup(), (1.8, 0.93, -3.1))
    for x, z in ((-2.3, -2.5), (0.2, -2.9), (-2.9, -0.6)):
        site.add(
            cylinder(0.36, 0.04, (x, 0.71, z), p.WOOD, 20),
            cylinder(0.04, 0.71, (x, 0, z), p.IRON, 8),
            cylinder(0.22, 0.03, (x, 0, z), p.IRON, 14),
        )
        put(site, small_props.cup(), (x + 0.1, 0.75, z))
        put(site, furniture.chair(), (x - 0.62, 0, z), math.pi / 2)
        put(site, furniture.chair(), (x + 0.62, 0, z), -math.pi / 2)
    put(site, fittings.picture(), (0.1, 0.1, -3.8))
    put(site, fittings.picture(), (-1.6, 0.1, -3.8))
    for x in (-2.3, 0.2, 2.2):
        pendant(site, x, -2.7, 2.0)


def shop(site: Site) -> None:
    """A shop: shelves of goods, a counter, crates."""
    shell(site, 7.0, 3.8, floor=p.STONE, boards=False)
    for x in (-2.4, -1.1, 0.2):
        put(site, furniture.shelf(), (x, 0, -3.55))
    put(site, fittings.counter(), (2.2, 0, -2.2), -0.5)
    put(site, small_props.radio(), (2.3, 0.93, -2.2), -0.5)
    for x, z in ((-2.9, -1.8), (-2.9, -1.1)):
        put(site, yard.crate(), (x, 0, z))
    put(site, fittings.door(), (3.42, 0, 0.2), -math.pi / 2)
    pendant(site, 0.3, -2.0, 2.2)


INTERIORS: dict[str, Callable[[Site], None]] = {
    "room": room,
    "bedroom": bedroom,
    "kitchen": kitchen,
    "bathroom": bathroom,
    "office": office,
    "bar": bar,
    "café": cafe,
    "shop": shop,
    "classroom": classroom,
    "library": library,
    "hospital": hospital,
    "cell": cell,
    "corridor": corridor,
    "staircase": staircase,
    "warehouse": warehouse,
    "church": church,
    "theatre": theatre,
    "cave": cave,
}
