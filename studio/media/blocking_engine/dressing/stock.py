"""The prop store: every word of a thing, animal, vehicle or piece of scenery, and what is fetched for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from studio.media.blocking_engine.dressing import buildings as b
from studio.media.blocking_engine.dressing import fittings, furniture, small_props, tools, yard
from studio.media.blocking_engine.dressing import nature as n
from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing.primitives import box, cylinder
from studio.media.blocking_engine.dressing.site import Site
from studio.media.blocking_engine.mesh import Mesh

Maker = Callable[[], list[Mesh]]

STANDING: Mapping[str, Maker] = MappingProxyType(
    {
        "table": furniture.table,
        "desk": furniture.desk,
        "chair": furniture.chair,
        "armchair": furniture.armchair,
        "sofa": furniture.sofa,
        "stool": furniture.stool,
        "bench": furniture.bench,
        "bed": furniture.bed,
        "shelf": furniture.shelf,
        "wardrobe": furniture.wardrobe,
        "counter": fittings.counter,
        "stove": fittings.stove,
        "fridge": fittings.fridge,
        "sink": fittings.sink,
        "bathtub": fittings.bathtub,
        "fireplace": fittings.fireplace,
        "television": fittings.television,
        "piano": furniture.piano,
        "door": fittings.door,
        "window": fittings.window,
        "curtain": fittings.curtain,
        "rug": fittings.rug,
        "mirror": fittings.mirror,
        "plant": furniture.plant,
        "ladder": yard.ladder,
        "trash can": yard.trash_can,
        "mailbox": yard.mailbox,
        "sign": yard.sign,
        "campfire": yard.campfire,
        "gravestone": yard.gravestone,
        "fountain": yard.fountain,
        "statue": yard.statue,
        "well": yard.well,
        "tent": yard.tent,
        "flag": yard.flag,
        "telescope": yard.telescope,
        "phone booth": yard.phone_booth,
        "swing": yard.swing,
        "barrel": yard.barrel,
        "crate": yard.crate,
        "camera": yard.tripod_camera,
    }
)
ON_WALL: Mapping[str, Maker] = MappingProxyType(
    {"picture": fittings.picture, "clock": fittings.clock, "window": fittings.window, "curtain": fittings.curtain}
)
SMALL: Mapping[str, Maker] = MappingProxyType(
    {
        "lantern": small_props.lantern,
        "candle": small_props.candle,
        "torch": tools.torch,
        "umbrella": tools.umbrella,
        "cup": small_props.cup,
        "glass": small_props.glass,
        "bottle": small_props.bottle,
        "plate": small_props.plate,
        "bowl": small_props.bowl,
        "book": small_props.book,
        "letter": small_props.letter,
        "paper": small_props.paper,
        "map": small_props.map_,
        "phone": small_props.phone,
        "laptop": small_props.laptop,
        "radio": small_props.radio,
        "lamp": small_props.lamp,
        "vase": small_props.vase,
        "box": small_props.box_,
        "bag": small_props.bag,
        "suitcase": small_props.suitcase,
        "basket": small_props.basket,
        "bucket": small_props.bucket,
        "rope": tools.rope_coil,
        "key": tools.key,
        "knife": tools.knife,
        "sword": tools.sword,
        "axe": tools.axe,
        "shovel": tools.shovel,
        "broom": tools.broom,
        "guitar": tools.guitar,
        "ball": tools.ball,
        "hat": tools.hat,
        "fishing rod": tools.fishing_rod,
        "stick": tools.stick,
        "clock": small_props.desk_clock,
        "picture": small_props.small_picture,
    }
)
HAND: Mapping[str, Maker] = MappingProxyType(
    {
        "camera": tools.hand_camera,
        "flag": tools.hand_flag,
        "telescope": tools.spyglass,
        "plant": small_props.pot_plant,
        "letter": small_props.paper,
    }
)
BIG_SMALLS = frozenset(
    {
        "suitcase",
        "basket",
        "bucket",
        "axe",
        "shovel",
        "broom",
        "guitar",
        "stick",
        "umbrella",
        "sword",
        "fishing rod",
        "bag",
        "box",
        "ball",
        "rope",
    }
)

# How a hand carries a thing, and where the thing's origin is from the grip (x across, y up, z ahead), metres.
GRIPS: Mapping[str, tuple[str, tuple[float, float, float]]] = MappingProxyType(
    {
        "lantern": ("hang", (0, -0.41, 0)),
        "bag": ("low", (0, -0.43, 0)),
        "suitcase": ("low", (0, -0.49, 0)),
        "basket": ("hang", (0, -0.43, 0)),
        "bucket": ("low", (0, -0.42, 0)),
        "umbrella": ("raise", (0, 0, 0)),
        "cup": ("chest", (0, -0.05, 0.03)),
        "glass": ("chest", (0, -0.06, 0.03)),
        "bottle": ("hang", (0, -0.22, 0.02)),
        "plate": ("chest", (0, 0.03, 0.06)),
        "bowl": ("chest", (0, 0.02, 0.08)),
        "book": ("read", (0, -0.02, 0.08)),
        "letter": ("read", (-0.05, -0.05, 0.05)),
        "paper": ("read", (-0.05, -0.05, 0.05)),
        "map": ("read", (-0.1, 0.0, 0.12)),
        "phone": ("ear", (0, -0.03, 0)),
        "box": ("chest", (-0.14, -0.12, 0.17)),
        "torch": ("ahead", (0, -0.03, 0.05)),
        "candle": ("chest", (0, 0.0, 0.05)),
        "rope": ("low", (0, -0.2, 0)),
        "key": ("chest", (0, 0, 0.05)),
        "knife": ("chest", (0, 0, 0.04)),
        "sword": ("hang", (0, 0, 0.02)),
        "axe": ("chest", (0, -0.25, 0.03)),
        "shovel": ("low", (0, -0.75, 0.1)),
        "broom": ("hang", (0, -0.95, 0.05)),
        "camera": ("raise", (-0.1, -0.05, 0.08)),
        "guitar": ("chest", (-0.1, -0.35, 0.12)),
        "ball": ("chest", (-0.12, -0.1, 0.16)),
        "hat": ("low", (0, -0.1, 0)),
        "vase": ("chest", (0, -0.1, 0.07)),
        "stick": ("low", (0, -0.82, 0.06)),
        "telescope": ("raise", (-0.08, 0.02, 0.08)),
        "flag": ("raise", (0, -0.1, 0)),
        "radio": ("chest", (-0.12, -0.08, 0.12)),
        "clock": ("chest", (0, -0.05, 0.06)),
        "picture": ("read", (-0.04, -0.08, 0.06)),
        "laptop": ("chest", (-0.14, 0.0, 0.16)),
        "plant": ("chest", (-0.08, -0.06, 0.12)),
        "lamp": ("chest", (0, -0.12, 0.08)),
        "fishing rod": ("ahead", (0, 0, 0.05)),
    }
)
GLOWING: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "lantern": (0.12, 2.8, 7.0),
        "candle": (0.22, 1.2, 3.5),
        "lamp": (0.32, 2.2, 5.0),
        "campfire": (0.6, 3.2, 8.0),
        "fireplace": (0.4, 2.8, 6.0),
        "television": (0.8, 0.8, 3.0),
    }
)


def piece(site: Site, word: str, at: tuple[float, float, float]) -> list[Mesh]:
    """A piece of scenery by its word, standing at a spot of the site."""
    x, y, z = at
    makers: dict[str, Callable[[], list[Mesh]]] = {
        "hill": lambda: [n.hill((x, y - 0.5, z - 40), 60, 9, site.ground_of(p.shaded(p.GRASS, 0.9)), 0.45)],
        "mountain": lambda: n.mountain(site, (x * 3, y, z - 90), 80, 42),
        "tree": lambda: n.bare_tree(site, at, 8.0, 9) if site.snowy else n.round_tree(site, at, 7.0),
        "pine": lambda: n.pine(site, at, 8.0),
        "palm": lambda: n.palm(site, at, 6.0),
        "bush": lambda: n.bush(site, at, 1.0),
        "rock": lambda: n.rock(site, at, 1.6),
        "grass": lambda: [
            mesh for i in range(9) for mesh in n.grass(site, (x + 0.5 * (i % 3), y, z + 0.5 * (i // 3)), 0.6)
        ],
        "log": lambda: n.log(site, at, 2.6),
        "fence": lambda: n.fence((x - 4, y, z), (x + 4, y, z - 0.6), 6),
        "wall": lambda: [box((8.0, 1.5, 0.35), at, p.BRICK), box((8.2, 0.12, 0.5), (x, y + 1.5, z), p.STONE)],
        "street lamp": lambda: b.street_lamp(site, at, 0.0),
        "building": lambda: b.front(site, 11, 4, 9, (x, y, z - 10), 0.0, p.PLASTER, 4),
        "house": lambda: b.house(site, (x, y, z - 6), -0.1),
        "tower": lambda: b.tower(site, (x, y, z - 16)),
        "barn": lambda: b.barn(site, (x, y, z - 12), 0.2),
        "post": lambda: [cylinder(0.12, 1.2, at, p.DARK_WOOD, 12)],
        "snowman": lambda: n.snowman(at),
        "stall": lambda: b.stall(at),
        "lighthouse": lambda: b.lighthouse(site, (x, y, z - 30), 20.0),
        "bridge": lambda: b.bridge_arch(site, (x, y - 2, z - 45), 60, 7),
        "pier": lambda: [
            box((2.4, 0.2, 16), (x, y, z - 8), p.WOOD),
            *[
                cylinder(0.14, 2.2, (x + dx, y - 1.6, z - 1 - 3 * i), p.DARK_WOOD)
                for i in range(5)
                for dx in (-1.2, 1.2)
            ],
        ],
        "tent": yard.tent,
        "door": fittings.door,
    }
    return makers[word]()
