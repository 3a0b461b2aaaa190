"""How film people talk about the camera: size, angle, lens and move."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table

SIZES = table(
    Kind.SIZE,
    """
    extreme wide = EWS: extreme wide shot, ews, establishing, establishing shot, extreme long shot, vista, panorama
    wide = WS: wide shot, ws, wide on, long shot, master shot, master
    full shot = FS: fs, full figure, full body, full length, head to toe
    medium long shot = MLS: mls, medium long, medium wide, cowboy shot, american shot, knee shot
    medium shot = MS: ms, mid shot, medium, medium on, waist up, two shot, two-shot
    medium close-up = MCU: mcu, medium close, medium close up, head and shoulders, bust shot
    close-up = CU: cu, close up, closeup, close on, close, tight on, tight shot, face, portrait shot
    extreme close-up = ECU: ecu, extreme close, extreme close up, extreme closeup, macro, eye, lips, detail of
    insert = Insert: insert on, insert shot, detail, cutaway, angle on hand, fingers, finger, hand
    """,
)

ANGLES = table(
    Kind.ANGLE,
    """
    eye level = Eye: eye-level, at eye height
    low angle = Low: low-angle, from below, worm's eye, worm's-eye view, looking up, from the ground, \
    from ground level, low camera
    high angle = High: high-angle, from above, looking down, high camera
    overhead = Overhead: top shot, bird's eye, bird's-eye view, birds eye view, god's eye, from directly above, \
    straight down, drone shot, aerial
    dutch = Dutch: dutch angle, dutch tilt, canted, tilted frame, canted angle
    over the shoulder = OTS: over-the-shoulder, ots, over her shoulder, over his shoulder, over shoulder, \
    over their shoulder
    pov = POV: point of view, p.o.v., through the eyes of, subjective camera
    """,
)

LENSES = table(
    Kind.LENS,
    """
    fisheye = 18: fish-eye, ultra wide lens, super wide
    wide lens = 24: wide-angle, wide angle, wide-angle lens, wide angle lens, short lens
    normal lens = 35: standard lens
    portrait lens = 85
    long lens = 135: telephoto, telephoto lens, tele lens
    """,
)

MOVES = table(
    Kind.MOVE,
    """
    static = Static: locked off, locked-off, lock off, static shot, camera still, fixed camera
    pan = Pan: pan left, pan right, pan across, pan to, panning shot, whip pan
    tilt = Tilt: tilt up, tilt down, tilt shot
    push in = Push in: push-in, pushing in, pushes in, dolly in, dollies in, track in, move in on, moves in on, \
    camera approaches, creep in, creeps in
    pull out = Pull out: pull back, pulls out, pulls back, pulling back, pulling out, dolly out, dolly back, \
    track out, pull away, pulls away
    truck = Truck: tracking shot, tracking, track with, tracks with, dolly, trucking shot, camera follows, \
    travelling shot, track left, track right, \
 trucks left, trucks right, truck left, truck right, lateral move
    pedestal = Pedestal: boom up, boom down, booms up, rise up, camera rises, ped up, ped down
    crane = Crane: crane shot, crane up, crane down, cranes up, cranes down, jib, craning
    orbit = Orbit: circle around, circles around, arc around, arcs around, orbit around, camera circles, \
    arc shot, orbiting, circling
    handheld = Handheld: hand-held, hand held, shaky, shaky camera, steadicam
    zoom = Zoom: zoom in, zoom out, crash zoom, slow zoom, zooming
    dolly zoom = Dolly zoom: vertigo effect, vertigo shot, zolly, trombone shot
    """,
)

# A body part or a bare adjective is a weaker word about size than a term of the trade.
WEAK = frozenset(
    {
        "face",
        "eye",
        "lips",
        "hand",
        "fingers",
        "finger",
        "close",
        "medium",
        "master",
        "detail",
        "vista",
        "panorama",
        "wide",
    }
)
