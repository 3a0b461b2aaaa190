"""What bodies do. Every form of a verb is understood: run, runs, running, ran."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table

POSES = table(
    Kind.POSE,
    """
    stand = stand: wait, look, watch, stare, gaze, talk, speak, say, tell, ask, listen, stop, turn, smile, laugh, \
    cry, nod, pause, lean, \
 think, argue, face, shout, whisper, scream, sing, see, hear, meet, glance, remain, appear, whistle, hesitate, \
    freeze, sigh, breathe, blink, answer, frown, float, burn, shine, glow, hang, park, linger, hide
    sit = sit: eat, drink, read, write, drive, ride, row, type, sip, perch, steer, study, kneel, crouch, squat, dine
    walk = walk: stroll, wander, enter, leave, approach, go, come, cross, arrive, exit, march, follow, pass, \
    step, climb, move, stagger, \
 limp, creep, pace, hike, trudge, return, stride, tiptoe, depart, drift, roam, saunter
    run = run: jog, sprint, race, rush, chase, flee, dash, hurry, escape, bolt, gallop, charge, hurtle, scramble, \
    speed, jump, leap, skip, fly, soar, glide, sail, swim, circle
    lie = lie: sleep, rest, fall, collapse, faint, dream, doze, drown, nap, recline
    reach = reach: point, touch, grab, open, close, knock, push, pull, wave, shake, offer, give, press, pick, \
    take, throw, catch, hit, \
 punch, greet, unlock, pour, light, hand, stroke, pet, feed, paint, work, fight, fix, repair, search, cook, dig, \
    dance, embrace, kiss
    hold = hold: carry, grip, clutch, bring, bear, wield, lift, raise, show, use, hug, drag, swing, brandish, \
    grasp, wear
    """,
)

# Past forms and others that no rule makes.
IRREGULAR = {
    "run": "ran",
    "sit": "sat",
    "lie": "lay lain lying",
    "stand": "stood",
    "hold": "held",
    "go": "went gone goes",
    "come": "came",
    "leave": "left",
    "speak": "spoke spoken",
    "say": "said",
    "tell": "told",
    "see": "saw seen",
    "hear": "heard",
    "meet": "met",
    "think": "thought",
    "sing": "sang sung",
    "freeze": "froze frozen",
    "eat": "ate eaten",
    "drink": "drank drunk",
    "write": "wrote written",
    "drive": "drove driven",
    "ride": "rode ridden",
    "kneel": "knelt",
    "creep": "crept",
    "stride": "strode",
    "flee": "fled",
    "speed": "sped",
    "leap": "leapt",
    "sleep": "slept asleep",
    "fall": "fell fallen",
    "dream": "dreamt",
    "shake": "shook shaken",
    "give": "gave given",
    "take": "took taken",
    "throw": "threw thrown",
    "catch": "caught",
    "hit": "hit",
    "fly": "flew flown",
    "swim": "swam swum",
    "hang": "hung",
    "burn": "burnt",
    "hide": "hid hidden",
    "shine": "shone",
    "light": "lit",
    "feed": "fed",
    "fight": "fought",
    "bring": "brought",
    "bear": "bore",
    "swing": "swung",
    "wear": "wore worn",
    "dig": "dug",
    "rest": "resting",
}

ABOARD = frozenset({"drive", "ride", "row", "steer"})
CARRYING = frozenset(
    {
        "hold",
        "carry",
        "grip",
        "clutch",
        "bring",
        "bear",
        "wield",
        "lift",
        "raise",
        "show",
        "use",
        "drag",
        "swing",
        "brandish",
        "grasp",
        "read",
        "drink",
        "sip",
        "hand",
        "give",
        "offer",
        "wear",
        "write",
    }
)
TALKING = frozenset(
    {
        "talk",
        "speak",
        "say",
        "tell",
        "ask",
        "listen",
        "smile",
        "laugh",
        "cry",
        "whisper",
        "nod",
        "shout",
        "stare",
        "think",
        "sing",
        "sigh",
        "blink",
        "frown",
        "answer",
        "hesitate",
        "scream",
        "gaze",
        "argue",
    }
)
