"""Things that stand, lie and hang about, and those of them that a hand can hold."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table, words

PROPS = table(
    Kind.PROP,
    """
    table: dining table, coffee table, kitchen table
    desk: workbench, writing desk
    chair: seat
    armchair: easy chair, rocking chair, throne
    sofa: couch, settee
    stool: bar stool, footstool
    bench: park bench, pew
    bed: mattress, bunk, cot, crib
    lamp: desk lamp, table lamp, floor lamp
    lantern: oil lamp, storm lantern
    candle: candlestick
    torch: flashlight, flaming torch
    umbrella: parasol
    cup: mug, coffee, tea, teacup
    glass: wine glass, tumbler, drink
    bottle: flask, wine, beer
    plate: dish, meal, dinner, breakfast
    bowl: soup, basin
    book: novel, diary, notebook, bible
    letter: note, envelope, postcard, telegram
    paper: sheet of paper, document, photograph, photo, ticket, newspaper, page, contract
    map: chart, blueprint
    phone: telephone, mobile, cellphone, cell phone, smartphone
    laptop: computer, keyboard, typewriter
    television: tv, monitor, television set
    radio: gramophone, record player
    clock: wall clock, alarm clock
    picture: painting, portrait, picture frame, poster
    mirror: looking glass
    shelf: bookshelf, bookcase
    wardrobe: cupboard, closet, cabinet, locker
    counter: kitchen counter, worktop
    stove: cooker, oven
    fridge: refrigerator, icebox
    sink: washbasin
    bathtub: bath, tub
    fireplace: hearth, mantelpiece
    door: doorway, gate
    window: windowpane
    curtain: drape
    rug: carpet, mat
    plant: potted plant, flowerpot
    vase: flower, bouquet, rose
    box: parcel, package, carton, gift, present
    crate: wooden box, chest, pallet
    barrel: cask, drum, keg
    bag: handbag, backpack, rucksack, sack, purse
    suitcase: briefcase, luggage
    basket: hamper
    bucket: pail
    ladder: stepladder
    rope: coil of rope, cable
    key: keyring
    knife: dagger
    sword: blade
    axe: hatchet
    shovel: spade, pitchfork
    broom: mop, rake
    camera: film camera, tripod
    guitar: violin, cello
    piano: grand piano, organ
    ball: football, basketball, globe
    hat: helmet
    fishing rod: rod
    stick: cane, staff, walking stick, crutch
    trash can: dustbin, garbage can, rubbish bin
    mailbox: letterbox, post box
    sign: signpost, road sign, billboard
    campfire: fire, bonfire, flame
    gravestone: grave, tombstone, headstone
    fountain: water fountain
    statue: monument, sculpture
    well: water well
    tent: marquee
    flag: banner
    telescope: spyglass, binocular
    phone booth: phone box, telephone box
    swing: seesaw
    """,
)

HELD = words(
    """
    lantern candle torch umbrella cup glass bottle plate bowl book letter paper map phone box bag suitcase
    basket bucket rope key knife sword axe shovel broom camera guitar ball hat vase stick telescope flag radio
    clock picture laptop plant lamp
    """
) | {"fishing rod"}
INDOOR = words(
    """
    desk armchair sofa bed television shelf wardrobe counter stove fridge sink bathtub fireplace window curtain
    rug piano mirror picture laptop clock table chair lamp
    """
)
