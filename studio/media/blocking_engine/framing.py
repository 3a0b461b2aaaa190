"""Where the camera stands: size, angle and lens turned into a place, an aim and a composition."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from studio.core.camera import Angle, Aspect, Camera, Move, Size
from studio.core.framing import CUTS, FACE, Cut
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.moves import Rig
from studio.media.blocking_engine.sight import Sight
from studio.media.blocking_engine.stage import Mark, Stage
from studio.media.blocking_engine.viewpoint import over_shoulder, point_of_view
from studio.media.blocking_engine.wishes import TOWERS, broad, establishing, landmark_cost, toward_landmark, wishes_of

_FLOOR = 0.12
_PERSON = 1.7
_ROOM_KEPT = (math.inf, 8.0, 5.0, 3.6, 2.7, 2.1, 1.7, 1.3, 1.0)
"""Metres before a subject that are kept of the set, tried in this order."""
_AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
_TIGHT = (Size.MCU, Size.CU, Size.ECU, Size.INSERT)
_WIDE = (Size.EWS, Size.WS)
_WHOLE = (Size.EWS, Size.WS, Size.FS, Size.MLS)
_SAFE = 0.92
"""How far from the middle, as a share of half the frame, a subject may reach."""


def compose(stage: Stage, camera: Camera, aspect: Aspect, seconds: float, seed: int, sight: Sight) -> Rig:
    """The camera for a shot of `seconds`, composed on its first picture.

    `sight` looks at the stage for it, so that nothing hides the subject and something stands behind.
    """
    marks = marks_of(stage, 0.0)
    later = marks_of(stage, seconds)
    size = camera.size or Size.FS
    angle = camera.angle or Angle.EYE
    lens = camera.lens_mm or 35.0
    rolled = 14.0 if angle is Angle.DUTCH else -7.0 if angle is Angle.OVERHEAD else 0.0
    blank = View(
        (0.0, 0.0, 0.0),
        0.0,
        0.0,
        math.radians(camera.roll_deg if camera.roll_deg is not None else rolled),
        lens,
        aspect.gate_mm(),
    )
    move = camera.move or Move.STATIC
    # Who is broader than tall (an animal, a car) looks through no camera: it is what somebody sees.
    if angle is Angle.POV and (len(marks) > 1 or not broad(marks[0])):
        return point_of_view(blank, marks, camera, move, seed)
    if angle is Angle.OTS:
        return over_shoulder(blank, marks, size, camera, move, seed, sight)
    wishes = wishes_of(marks, later, size, angle) if stage.subjects else establishing(angle)
    if stage.landmark is not None and size not in _TIGHT and angle is not Angle.OVERHEAD:
        wishes += toward_landmark(stage.landmark, marks[0])
    best: tuple[float, Rig] | None = None
    for wish in wishes:
        rig = _placed(blank, marks, size, angle, camera, wish.around, move, seed)
        cost = wish.cost + _misses(rig, marks, later, size)
        if stage.subjects:
            cost += 1.6 * sight.blocked(rig.view, _body(marks[0]), 0.7 * marks[0].width + 0.15)
        if size not in _TIGHT:
            # Where something stands behind, the picture has a third value and a place; half of it empty has none.
            left, right, wall = sight.behind(rig.view)
            cost -= 0.27 * min(1.0, (left + right) / 0.6)
            cost += 0.35 * abs(left - right) if max(left, right) > 0.6 else 0.0
            if not stage.indoors:
                cost += 0.35 * max(0.0, wall - 0.3)  # A wall that closes the picture leaves it no depth.
            cost += landmark_cost(stage.landmark, rig.view, marks[0])
        if best is None or cost < best[0] - 1e-9:
            best = (cost, rig)
    assert best is not None
    if not stage.subjects:
        return best[1]
    return _wild_wall(best[1], marks[0], sight)


def _wild_wall(rig: Rig, mark: Mark, sight: Sight) -> Rig:
    """The camera with what still stands before its subject taken out, as a studio takes out a wall."""
    body, slack = _body(mark), 0.7 * mark.width + 0.15
    away = rig.view.project(mark.face)[2]
    for kept in _ROOM_KEPT:
        view = replace(rig.view, near=max(rig.view.near, away - kept))
        if sight.blocked(view, body, slack) < 0.35:
            return replace(rig, view=view)
    return rig


def marks_of(stage: Stage, seconds: float) -> list[Mark]:
    """Where the subjects are; an empty stage is measured by someone who might stand in its middle."""
    if not stage.subjects:
        return [Mark((0.0, 0.0, 0.0), 0.0, 1.7, 1.58, (0.0, 1.58, 0.0), 0.45)]
    return [stage.mark(index, seconds) for index in range(stage.subjects)]


def _body(mark: Mark) -> list[Vector]:
    """Points on a subject that a viewer wants to see: its face most, then down its middle and either side."""
    fx, fy, fz = mark.face
    x, y, z = mark.feet
    wide = 0.35 * mark.width
    points = [(fx, fy, fz)] * 3
    for part in (0.15, 0.4, 0.65, 0.85):
        middle = (x + (fx - x) * part, y + (fy - y) * part, z + (fz - z) * part)
        points += [(middle[0] + wide * side, middle[1], middle[2] + wide * cross) for side, cross in _AROUND]
    return points


def _placed(
    blank: View, marks: list[Mark], size: Size, angle: Angle, camera: Camera, around: float, move: Move, seed: int
) -> Rig:
    """The camera at `around` degrees, at the distance at which the subject has its height in the frame."""
    mark = marks[0] if size is not Size.INSERT else _by_hands(marks[0])
    cut = _cut_for(mark, CUTS[size], blank)
    low, high = _span(mark, cut)
    middle = (mark.feet[0] + mark.face[0]) / 2, (low + high) / 2, (mark.feet[2] + mark.face[2]) / 2
    if size in (*_TIGHT, Size.MS):
        middle = (mark.face[0], middle[1], mark.face[2])
    if angle is Angle.OVERHEAD:
        middle = (mark.feet[0], mark.feet[1] + mark.height / 2, mark.feet[2])
    bearing = mark.heading + math.radians(around)
    away = (math.sin(bearing), 0.0, math.cos(bearing))
    lead = _lead(mark, bearing)
    across = _across(blank, size, lead) if size is not Size.INSERT else 0.0
    frame_height = high - low
    distance = frame_height * blank.lens / blank.gate[1]
    view = blank
    for _ in range(14):
        position = _stand(middle, mark, away, distance, size, angle, camera)
        view = _aim(blank.at(position), middle, across, camera, angle, bearing)
        got = _measured(view, mark, low, high, angle)
        if size in _TIGHT or angle is Angle.OVERHEAD:
            left, right = -1.0, 1.0
        else:
            left, right = _span_across(view, marks[:4])
            across = _balanced(across, left, right, len(marks) > 1)
            view = _aim(blank.at(position), middle, across, camera, angle, bearing)
        if size in _WHOLE and 1 < len(marks) < 5:
            # The frame holds a small group whole: what it lacks in breadth the camera steps back.
            got = max(got, (right - left) / (2 * _SAFE))
        wanted = 1.0
        if angle is Angle.OVERHEAD or camera.pitch_deg is not None:
            break
        distance *= max(0.5, min(2.0, got / wanted))
        if abs(got - wanted) < 0.002:
            break
    anchor = (mark.face[0], min(high, mark.face[1]), mark.face[2]) if size not in _WIDE else middle
    if angle is Angle.OVERHEAD:
        anchor = middle
    return Rig(view, anchor, lead, move, seed)


def _by_hands(mark: Mark) -> Mark:
    """The mark with its face where it would be if its hands stood in the middle of an insert."""
    if mark.hands is None:
        return mark
    x, y, z = mark.hands
    cut = CUTS[Size.INSERT]
    return replace(mark, face=(x, y + (FACE - (cut.top + cut.bottom) / 2) * mark.height, z))


def _cut_for(mark: Mark, cut: Cut, blank: View) -> Cut:
    """For things broader than tall (a car, a boat, someone lying) the frame also holds their breadth."""
    shape = blank.gate[0] / blank.gate[1]
    needed = mark.width * 1.15 / shape / mark.height
    if needed <= cut.top - cut.bottom or cut.bottom > 0:
        return cut
    grow = needed / (cut.top - cut.bottom)
    middle = (cut.top + cut.bottom) / 2
    return Cut(middle - (middle - cut.bottom) * grow, middle + (cut.top - middle) * grow)


def _span(mark: Mark, cut: Cut) -> tuple[float, float]:
    """Heights on the stage, in metres, of the frame's lower and upper edge at the subject."""
    tall = mark.height
    if cut.bottom > 0:
        # Cuts by the body hang from the face, wherever the pose has it.
        crown = mark.face[1] + (1 - FACE) * tall
        return crown - (1 - cut.bottom) * tall, crown + (cut.top - 1) * tall
    # Whole figures: seated or lying ones keep the scale and their feet's place.
    return mark.feet[1] + cut.bottom * tall, mark.feet[1] + cut.top * tall


def _lead(mark: Mark, bearing: float) -> float:
    """The side of the picture that the subject faces: −1 left, 1 right."""
    # The camera looks along −bearing; its right is (cos, −sin) of the bearing.
    facing = math.sin(mark.heading) * math.cos(bearing) - math.cos(mark.heading) * math.sin(bearing)
    return 1.0 if facing >= 0 else -1.0


def _across(blank: View, size: Size, lead: float) -> float:
    """Where the subject goes, −1 left to 1 right: on a third with the room before it, nearer the middle as sizes
    tighten.
    """
    third = {
        Size.EWS: 0.34, Size.WS: 0.32, Size.FS: 0.28, Size.MLS: 0.26, Size.MS: 0.24, Size.MCU: 0.18, Size.CU: 0.12,
    }  # fmt: skip
    room = min(1.0, blank.gate[0] / blank.gate[1] / 1.6)
    return -lead * third.get(size, 0.0) * room


def _span_across(view: View, marks: list[Mark]) -> tuple[float, float]:
    """The picture x of the leftmost and rightmost of the subjects that stand before the camera."""
    right = view.axes()[0]
    places = []
    for mark in marks:
        along = (math.sin(mark.heading), math.cos(mark.heading)) if broad(mark) else (float(right[0]), float(right[2]))
        half = mark.width / 2 if broad(mark) else 0.3 * mark.width
        x, y, z = mark.feet
        ends = [(x + side * half * along[0], y, z + side * half * along[1]) for side in (-1, 1)]
        seen = [view.project(end) for end in (*ends, mark.face)]
        if min(depth for _, _, depth in seen) > 0.4:
            places += [place for place, _, _ in seen]
    return (min(places), max(places)) if places else (-0.1, 0.1)


def _balanced(across: float, left: float, right: float, group: bool) -> float:
    """Where the first subject goes so that a group stands in the middle, or one alone does not leave the frame."""
    if group or right - left > 2 * _SAFE:
        across -= (left + right) / 2
    elif right > _SAFE:
        across -= right - _SAFE
    elif left < -_SAFE:
        across -= left + _SAFE
    return max(-0.8, min(0.8, across))


def _stand(
    middle: Vector, mark: Mark, away: Vector, distance: float, size: Size, angle: Angle, camera: Camera
) -> Vector:
    """Where the camera stands, `distance` metres from the middle of the frame, at the height of its angle."""
    if angle is Angle.OVERHEAD:
        height = camera.height_m if camera.height_m is not None else middle[1] + distance
        return middle[0] + away[0] * 0.02, height, middle[2] + away[2] * 0.02
    # What towers or flies is seen from where people stand.
    tall = mark.height > TOWERS or mark.feet[1] > TOWERS
    base, eye = (0.0, max(_PERSON, 0.18 * mark.height)) if tall else (mark.feet[1], mark.eye)
    if mark.feet[1] > TOWERS:
        base = max(base, mark.feet[1] - 0.3 * distance)
    if camera.height_m is not None:
        height = camera.height_m
    elif angle is Angle.LOW:
        height = base + (0.42 if size not in _TIGHT else max(0.42, eye * 0.72))
    elif angle is Angle.HIGH:
        height = middle[1] + distance * math.sin(math.radians(33))
    elif size is Size.EWS:
        height = base + max(2.6, 1.5 * eye)
    elif size is Size.WS:
        height = base + 0.95 * eye
    elif size in (Size.FS, Size.MLS):
        height = base + 0.86 * eye
    else:
        height = mark.face[1] if size in _TIGHT else mark.face[1] - 0.06 * mark.height
        if size is Size.INSERT:
            height = middle[1] + 0.25 * distance
    height = max(base + _FLOOR if base > 0 else _FLOOR, height) if camera.height_m is None else height
    rise = height - middle[1]
    flat = math.sqrt(max(0.09 * distance * distance, distance * distance - rise * rise))
    return middle[0] + away[0] * flat, height, middle[2] + away[2] * flat


def _aim(view: View, middle: Vector, across: float, camera: Camera, angle: Angle, bearing: float) -> View:
    if angle is Angle.OVERHEAD:
        pitch = math.radians(camera.pitch_deg if camera.pitch_deg is not None else -90)
        return replace(view, yaw=bearing, pitch=pitch)
    aimed = view.aimed(middle, across, 0.0)
    if camera.pitch_deg is not None:
        aimed = replace(aimed, pitch=math.radians(camera.pitch_deg))
    return aimed


def _measured(view: View, mark: Mark, low: float, high: float, angle: Angle) -> float:
    """How many frame heights the wanted span takes, measured upright through the subject, roll left out."""
    level = replace(view, roll=0.0)
    x, z = (mark.face[0], mark.face[2]) if low > mark.feet[1] else (mark.feet[0], mark.feet[2])
    # Measured on the body itself: air above and below follows in proportion.
    foot, head = max(low, mark.feet[1]), min(high, mark.feet[1] + mark.height)
    if low > mark.feet[1]:
        head = high
    _, y0, z0 = level.project((x, foot, z))
    _, y1, z1 = level.project((x, head, z))
    if z0 < 0.05 or z1 < 0.05:
        return 2.0
    return (y1 - y0) / 2 * (high - low) / (head - foot)


def _misses(rig: Rig, marks: list[Mark], later: list[Mark], size: Size) -> float:
    """What a composition lacks: other subjects outside the frame, the first one leaving it on a tripod."""
    cost = 0.0
    if size not in _TIGHT:
        for mark in marks[1:4]:
            x, _, depth = rig.view.project(mark.face)
            if depth < 0.5 or abs(x) > 0.92:
                cost += 0.4
            elif depth < 0.55 * rig.view.project(marks[0].face)[2]:
                cost += 0.6
        for one, other in pairwise(marks[:4]):
            apart = abs(rig.view.project(one.face)[0] - rig.view.project(other.face)[0])
            if apart < 0.10:
                cost += 0.25
    if rig.move in (Move.STATIC, Move.ZOOM):
        x, _, depth = rig.view.project(later[0].face)
        if depth < 0.6 or abs(x) > 0.95:
            cost += 0.8
    return cost
