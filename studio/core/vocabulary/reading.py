"""From a brief to a staging: fields first, else the slugline, else the action, else what films usually do."""

from __future__ import annotations

import re
from dataclasses import replace

from studio.core.blocking import BlockingBrief
from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.core.staging import Pose, Staging, Subject
from studio.core.vocabulary import animals, people, places
from studio.core.vocabulary.entry import Kind
from studio.core.vocabulary.notes import Notes
from studio.core.vocabulary.props import INDOOR
from studio.core.vocabulary.scan import Scan
from studio.core.vocabulary.tokens import Token, millimetres, tokens

_SIDE = re.compile(r"^\s*(?:(INT)\.?\s*/\s*EXT|(EXT)\.?\s*/\s*INT|(INT)|(EXT)|(I)/E)\b\.?", re.IGNORECASE)
_INDOORS = frozenset(entry.word for entry in places.INDOORS)
_WATERS = frozenset({"sea", "lake", "river", "beach"})
_LENS_OF = {
    Size.EWS: 24,
    Size.WS: 27,
    Size.FS: 27,
    Size.MLS: 35,
    Size.MS: 35,
    Size.MCU: 50,
    Size.CU: 50,
    Size.ECU: 85,
    Size.INSERT: 50,
}
_ON_ROADS = frozenset({"car", "taxi", "van", "truck", "bus", "motorcycle"})
_FIGURES = frozenset(entry.word for entry in people.FIGURES)
_ANIMALS = frozenset(entry.word for entry in animals.ANIMALS)
_MACHINES = frozenset(
    [
        "car",
        "taxi",
        "van",
        "truck",
        "bus",
        "bicycle",
        "motorcycle",
        "train",
        "tram",
        "boat",
        "sailboat",
        "ship",
        "plane",
        "helicopter",
        "tractor",
        "cart",
    ]
)


def read(brief: BlockingBrief) -> Staging:
    """What the words and fields of a shot put on the stage, with size, angle, lens and move of the camera filled in."""
    side, slug_words = _slugline(brief.slugline)
    slug, told = Scan(slug_words).run(), Scan(tokens(brief.action)).run()
    subjects, props = _subjects(brief, slug, told)
    place, indoors, scenery = _place(side, slug, told, subjects, props)
    if told.over and len(subjects) > 1:
        subjects = tuple(sorted(subjects, key=lambda subject: subject.name == told.over))
    open_air = told.all(Kind.SCENERY) or told.all(Kind.WEATHER)
    if not subjects and not side and open_air and place in places.SEEN_FROM_OUTSIDE:
        place, indoors = places.SEEN_FROM_OUTSIDE[place], False
        subjects = (Subject("church"),)
    if not subjects and place in places.LANDMARKS and not indoors:
        subjects = (Subject(places.LANDMARKS[place]),)
    return Staging(
        subjects=subjects,
        place=place,
        time_of_day=brief.time_of_day or TimeOfDay(_first(Kind.TIME, slug, told) or "Day"),
        weather=brief.weather or Weather(_first(Kind.WEATHER, told, slug) or "Clear"),
        camera=_camera(brief, told, subjects, place, indoors),
        indoors=indoors,
        props=props,
        scenery=scenery,
        unread=tuple(dict.fromkeys(told.unread)),
    )


def _slugline(text: str) -> tuple[str, list[Token]]:
    """(`INT`, `EXT` or nothing, the words behind it)."""
    found = _SIDE.match(text)
    if not found:
        return "", tokens(text.lower())
    side = next(group for group in found.groups() if group).upper()
    return {"I": "INT"}.get(side, side), tokens(text[found.end() :].lower())


def _first(kind: Kind, *notes: Notes) -> str:
    return next((note.all(kind)[0] for note in notes if note.all(kind)), "")


def _subjects(brief: BlockingBrief, slug: Notes, told: Notes) -> tuple[tuple[Subject, ...], tuple[str, ...]]:
    """Who is there; a prop where nobody is; somebody where only a verb or a pronoun is, or nothing at all."""
    props = tuple(told.all(Kind.PROP))[:12]
    cast = told.cast
    people = [draft for draft in cast.drafts if draft.sort is Kind.FIGURE]
    if told.pronoun and not people:
        pose = cast.ahead or (Pose.SIT if any(draft.sort is Kind.VEHICLE for draft in cast.drafts) else Pose.STAND)
        if cast.holding_ahead and pose is Pose.STAND:
            pose = Pose.HOLD
        kinds = ("woman", "man") if told.pronoun == "both" else (told.pronoun,)
        return _aboard(
            (*(Subject(kind, pose, holding=cast.holding_ahead) for kind in kinds), *cast.subjects()), slug
        ), props
    if cast.drafts:
        return _aboard(cast.subjects(), slug), props
    if (cast.ahead is not None or cast.holding_ahead) and (not props or cast.ahead is Pose.SIT):
        return (Subject("woman", cast.ahead or Pose.HOLD, holding=cast.holding_ahead),), props
    if props:
        return (Subject(props[0]),), props[1:]
    vehicles = [draft.kind for draft in slug.cast.drafts if draft.sort is Kind.VEHICLE]
    if vehicles:
        return (Subject("woman", Pose.SIT), Subject(vehicles[0], Pose.RUN)), props
    spoken = slug.found.keys() | told.found.keys()
    nowhere = not spoken & {Kind.PLACE, Kind.SCENERY}
    return (
        (Subject("woman"),)
        if nowhere or (not brief.action.strip() and not slug.all(Kind.PLACE) + slug.all(Kind.SCENERY))
        else ()
    ), props


def _aboard(subjects: tuple[Subject, ...], slug: Notes) -> tuple[Subject, ...]:
    """The subjects of a shot whose slugline is a vehicle: those in it sit, and it is there."""
    vehicles = [draft.kind for draft in slug.cast.drafts if draft.sort is Kind.VEHICLE]
    if not vehicles:
        return subjects
    seated = tuple(
        replace(s, pose=Pose.SIT) if s.pose in (Pose.STAND, Pose.HOLD) and s.kind in _FIGURES else s for s in subjects
    )
    there = any(s.kind == vehicles[0] for s in seated)
    return seated if there else (*seated, Subject(vehicles[0], Pose.STAND))


def _place(
    side: str, slug: Notes, told: Notes, subjects: tuple[Subject, ...], props: tuple[str, ...]
) -> tuple[str, bool, tuple[str, ...]]:
    """(place, whether indoors, scenery): the slugline's place, else the action's, else what its things suggest."""
    named = slug.all(Kind.PLACE) or sorted(told.all(Kind.PLACE), key=lambda word: word in _WATERS)
    slugged = slug.all(Kind.SCENERY)
    scenery = [*slugged, *(word for word in told.all(Kind.SCENERY) if word not in slugged)]
    things = {*props, *(subject.kind for subject in subjects)}
    riding = side == "INT" and any(draft.sort is Kind.VEHICLE for draft in slug.cast.drafts)
    place = named[0] if named else _unnamed(side, riding, scenery, things)
    if side == "INT" and place not in _INDOORS and not riding:
        place = places.INSIDE_OF.get(place, "room")
    if side == "EXT" and place in _INDOORS:
        place = places.OUTSIDE_OF.get(place, "street")
    indoors = place in _INDOORS
    seen = [
        places.SEEN_AS[word]
        for word in (*named[1:], *(told.all(Kind.PLACE) if slug.all(Kind.PLACE) else ()))
        if word in places.SEEN_AS and word != place
    ]
    water = ["water"] if place in places.WATERSIDE else []
    kept = [word for word in scenery if not (indoors and places.INSIDE_OF.get(word) == place)]
    # A roof stands among roofs: no front rises beside it.
    seen = [word for word in seen if not (place == "rooftop" and word == "building")]
    return (
        place,
        indoors,
        tuple(dict.fromkeys(water)) + tuple(word for word in [*kept, *seen] if word not in water)[:12],
    )


def _unnamed(side: str, riding: bool, scenery: list[str], things: set[str]) -> str:
    """The place that the things of a shot suggest where none is named."""
    afloat = bool(things & {"boat", "sailboat", "ship"})
    around = [places.AROUND[word] for word in scenery if word in places.AROUND]
    inside = [places.INSIDE_OF[word] for word in scenery if word in places.INSIDE_OF]
    if riding:
        return "sea" if afloat else "road"
    if side == "INT":
        return inside[0] if inside else "room"
    if around:
        return around[0]
    if side != "EXT" and things & INDOOR:
        return "room"
    return "sea" if afloat else "road" if things & _ON_ROADS else "stage"


def _camera(brief: BlockingBrief, told: Notes, subjects: tuple[Subject, ...], place: str, indoors: bool) -> Camera:
    typed = brief.camera
    angle = typed.angle or Angle(
        _first(Kind.ANGLE, told) or (Angle.OTS if told.over and len(subjects) > 1 else Angle.EYE)
    )
    size = typed.size or Size(
        told.part_size(_first(Kind.SIZE, told)) or _usual_size(subjects, told, angle, place, indoors)
    )
    lens = typed.lens_mm or millimetres(brief.action) or float(_first(Kind.LENS, told) or _usual_lens(size, angle))
    move = typed.move or Move(_first(Kind.MOVE, told) or Move.STATIC)
    return Camera(size, angle, lens, move, typed.height_m, typed.pitch_deg, typed.roll_deg)


def _usual_size(subjects: tuple[Subject, ...], told: Notes, angle: Angle, place: str, indoors: bool) -> Size:
    """The size that a film would take: closer the fewer there are, the calmer they are and the more they talk."""
    moving = any(subject.pose in (Pose.RUN, Pose.WALK) for subject in subjects)
    count = len(subjects)
    if not count:
        return Size.WS if indoors else Size.EWS
    if angle in (Angle.OTS, Angle.OVERHEAD):
        return Size.MS if angle is Angle.OTS else Size.WS
    if subjects[0].kind in _MACHINES or any(subject.kind in ("boat", "sailboat", "ship") for subject in subjects):
        return Size.FS
    if subjects[0].kind in _ANIMALS and not told.talking:
        return Size.FS
    if count > 5:
        return Size.WS
    if moving:
        return Size.WS if count > 1 and not indoors else Size.FS
    if count > 2 or subjects[0].pose is Pose.LIE:
        return Size.FS
    if count == 2:
        return Size.MS if told.talking else Size.MLS
    if told.talking or indoors or subjects[0].pose is Pose.SIT:
        return Size.MCU if told.talking else Size.MS
    return Size.FS if place != "stage" else Size.MLS


def _usual_lens(size: Size, angle: Angle) -> float:
    if angle is Angle.OTS:
        return 50.0
    return float(
        min(_LENS_OF[size], 24) if angle is Angle.LOW and size in (Size.WS, Size.FS, Size.MLS) else _LENS_OF[size]
    )
