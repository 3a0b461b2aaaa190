"""Where shots take place, what is inside and what outside, and what else belongs to a place."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table

OUTDOORS = table(
    Kind.PLACE,
    """
    pier: jetty, boardwalk, landing stage, breakwater
    quay: dock, harbour, harbor, wharf, port, marina, waterfront
    beach: shore, seashore, coast, seaside, strand
    sea: ocean, open water, bay
    lake: pond, reservoir, lagoon
    river: stream, creek, canal, riverbank
    field: meadow, pasture, plain, prairie, moor, grassland, farmland
    forest: wood, woodland, jungle, grove
    park: garden, orchard, lawn, yard, backyard
    ridge: hilltop, dune ridge, hillside
    mountains: summit, mountain pass, alps, mountainside, peak, valley
    cliff: cliffs, precipice, crag
    desert: dune, wasteland, sand dune
    island: isle, islet
    snowfield: tundra, ice field, glacier
    road: highway, motorway, country road, lane, path, track, trail, crossroad
    street: avenue, sidewalk, pavement, city, town, downtown, boulevard
    alley: alleyway, backstreet, side street
    square: plaza, marketplace, market, piazza, courtyard
    rooftop: roof, rooftops, terrace, balcony
    village: hamlet, settlement, house exterior
    lighthouse: beacon, lighthouse island
    bridge: footbridge, viaduct, overpass
    station: platform, train station, railway station, bus stop, railway
    cemetery: graveyard, churchyard
    farm: farmyard, barnyard, ranch
    car park: parking lot, gas station, petrol station, driveway
    airfield: airport, runway, tarmac
    camp: campsite, clearing
    playground: schoolyard, sports ground, stadium
    """,
)

INDOORS = table(
    Kind.PLACE,
    """
    room: living room, lounge, parlour, parlor, apartment, flat, interior, sitting room, hotel room, attic, \
    cellar, basement, study
    bedroom: nursery, dormitory
    kitchen: pantry, scullery
    bathroom: washroom, shower
    office: workplace, police station, headquarters, newsroom, meeting room
    bar: pub, tavern, saloon bar, inn, nightclub
    café: cafe, restaurant, diner, coffee shop, canteen
    shop: store, supermarket, bookshop, grocery, bakery, pharmacy
    classroom: school, lecture hall
    library: archive
    hospital: ward, hospital room, clinic
    cell: prison, jail, prison cell, dungeon
    corridor: passage, hallway, passageway, hall, tunnel, lobby
    staircase: stairs, stairwell, stairway, step
    warehouse: factory, garage, hangar, workshop, barn interior, studio, gym
    church: chapel, cathedral, nave, temple
    theatre: theater, cinema, auditorium, stage hall
    cave: cavern, grotto, mine
    """,
)

SCENERY = table(
    Kind.SCENERY,
    """
    water: wave, surf, tide, flood
    hill: knoll, slope, mound
    mountain: mountain range
    tree: oak, birch, bare tree, trunk, willow
    pine: fir, spruce, pine tree, evergreen, conifer
    palm: palm tree
    bush: shrub, hedge, thicket
    rock: boulder, stone
    grass: reed, wheat, corn
    log: fallen tree, stump
    fence: railing, palisade
    wall: brick wall, barrier
    street lamp: lamp post, lamppost, streetlight, street light, streetlamp
    building: tower block, skyscraper, house front, block of flats, hotel
    house: cottage, cabin, hut, villa, mansion, home
    tower: steeple, spire, belfry, chimney, castle
    barn: shed, stable, mill, windmill
    post: pole, pillar, column, bollard
    snowman: snow figure
    stall: market stall, kiosk, booth
    """,
)

WATERSIDE = frozenset({"pier", "quay", "beach", "sea", "lake", "river", "island", "bridge", "lighthouse"})

# What the same word means on the other side of the wall: INT. STREET is a corridor, EXT. OFFICE a street.
INSIDE_OF = {
    "house": "room",
    "building": "corridor",
    "tower": "staircase",
    "barn": "warehouse",
    "farm": "warehouse",
    "village": "room",
    "station": "corridor",
    "airfield": "corridor",
    "lighthouse": "staircase",
    "street": "corridor",
}
OUTSIDE_OF = {
    "church": "cemetery",
    "warehouse": "square",
    "cave": "cliff",
    "room": "village",
    "bedroom": "village",
    "kitchen": "village",
}

# How a place looks when another place is the one that the shot stands in.
SEEN_AS = {
    "sea": "water",
    "lake": "water",
    "river": "water",
    "beach": "water",
    "forest": "tree",
    "park": "tree",
    "field": "grass",
    "ridge": "hill",
    "mountains": "mountain",
    "cliff": "rock",
    "desert": "hill",
    "island": "hill",
    "village": "house",
    "street": "building",
    "square": "building",
    "rooftop": "building",
    "alley": "building",
    "lighthouse": "lighthouse",
    "bridge": "bridge",
    "church": "tower",
    "farm": "barn",
    "warehouse": "barn",
    "road": "post",
    "pier": "pier",
    "quay": "post",
    "camp": "tent",
    "staircase": "post",
    "corridor": "door",
    "snowfield": "hill",
}

# Where a shot stands whose words name only something that belongs to a place.
AROUND = {
    "water": "sea",
    "hill": "ridge",
    "mountain": "mountains",
    "tree": "field",
    "pine": "field",
    "palm": "beach",
    "bush": "park",
    "grass": "field",
    "log": "forest",
    "fence": "field",
    "street lamp": "street",
    "building": "street",
    "house": "village",
    "barn": "farm",
    "snowman": "snowfield",
    "stall": "square",
    "tower": "village",
    "rock": "beach",
}

# An indoor place that is a building of its own: without people or a side named, it is looked at from outside.
SEEN_FROM_OUTSIDE = {"church": "field"}

# What the camera measures where a place is named and nobody in it.
LANDMARKS = {"lighthouse": "lighthouse", "village": "house", "car park": "car", "camp": "tent", "farm": "barn"}
