"""Where the camera stands: size, angle and lens turned into a place, an aim and a composition."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from studio.core.camera import Angle, Aspect, Camera, Move, Size
from studio.core.framing import CUTS, FACE, Cut
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.moves import Rig
from studio.media.blocking_engine.sight import Sight
from studio.media.blocking_engine.stage import Mark, Stage

_FLOOR = 0.12
_ROOM_KEPT = (math.inf, 8.0, 5.0, 3.6, 2.7, 2.1, 1.7, 1.3, 1.0)
"""Metres before a subject that are kept of the set, tried in this order."""
_AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
_TIGHT = (Size.MCU, Size.CU, Size.ECU, Size.INSERT)
_WIDE = (Size.EWS, Size.WS)


@dataclass(frozen=True, slots=True)
class _Wish:
    """One way to look at the subject: degrees around it from its front (positive: its left side), how liked it is (0
    best).
    """

    around: float
    cost: float


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
    if angle is Angle.POV:
        return _point_of_view(blank, marks, camera, move, seed)
    if angle is Angle.OTS:
        return _over_shoulder(blank, marks, size, camera, move, seed)
    best: tuple[float, Rig] | None = None
    for wish in _wishes(marks, later, size, angle):
        rig = _placed(blank, marks, size, angle, camera, wish.around, move, seed)
        cost = wish.cost + _misses(rig, marks, later, size)
        cost += 1.6 * sight.blocked(rig.view, _body(marks[0]), 0.7 * marks[0].width + 0.15)
        if size not in _TIGHT:
            # Where something stands behind, the picture has a third value and a place.
            cost -= 0.3 * min(1.0, sight.backdrop(rig.view) / 0.3)
        if best is None or cost < best[0] - 1e-9:
            best = (cost, rig)
    assert best is not None
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


def _wishes(marks: list[Mark], later: list[Mark], size: Size, angle: Angle) -> list[_Wish]:
    """Ways round the subject, best liked first."""
    travel = math.dist(marks[0].feet, later[0].feet)
    if angle is Angle.OVERHEAD:
        return [_Wish(180.0, 0.0)]
    if marks[0].width > 1.1 * marks[0].height:
        order = (58, -58, 40, -40, 122, -122, 80, -80, 28, -28)
    elif travel > 0.5 and size in (Size.EWS, Size.WS, Size.FS):
        order = (152, -152, 168, -168, 130, -130, 28, -28, 100, -100)
    elif size is Size.EWS:
        order = (150, -150, 35, -35, 120, -120, 75, -75, 170, 10)
    elif size in (Size.CU, Size.ECU):
        order = (24, -24, 38, -38, 12, -12, 60, -60)
    else:
        order = (32, -32, 48, -48, 18, -18, 70, -70, 110, -110, 145, -145)
    return [_Wish(float(around), 0.05 * place) for place, around in enumerate(order)]


def _placed(
    blank: View, marks: list[Mark], size: Size, angle: Angle, camera: Camera, around: float, move: Move, seed: int
) -> Rig:
    """The camera at `around` degrees, at the distance at which the subject has its height in the frame."""
    mark = marks[0]
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
    across = _across(blank, size, lead)
    frame_height = high - low
    distance = frame_height * blank.lens / blank.gate[1]
    view = blank
    for _ in range(14):
        position = _stand(middle, mark, away, distance, size, angle, camera)
        view = _aim(blank.at(position), middle, across, camera, angle, bearing)
        if len(marks) > 1 and size not in _TIGHT and angle is not Angle.OVERHEAD:
            across = _balanced(view, marks, across)
            view = _aim(blank.at(position), middle, across, camera, angle, bearing)
        got = _measured(view, mark, low, high, angle)
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


def _balanced(view: View, marks: list[Mark], across: float) -> float:
    """Where the first subject goes so that the whole group stands in the middle, as far as it can be held."""
    places = [view.project(mark.face) for mark in marks]
    own = places[0][0]
    seen = [x - own for x, _, depth in places if depth > 0.4 and abs(x - own) < 1.7]
    if len(seen) < 2:
        return across
    return max(-0.72, min(0.72, -(min(seen) + max(seen)) / 2))


def _stand(
    middle: Vector, mark: Mark, away: Vector, distance: float, size: Size, angle: Angle, camera: Camera
) -> Vector:
    """Where the camera stands, `distance` metres from the middle of the frame, at the height of its angle."""
    if angle is Angle.OVERHEAD:
        height = camera.height_m if camera.height_m is not None else middle[1] + distance
        return middle[0] + away[0] * 0.02, height, middle[2] + away[2] * 0.02
    base = mark.feet[1]
    if camera.height_m is not None:
        height = camera.height_m
    elif angle is Angle.LOW:
        height = base + (0.42 if size not in _TIGHT else max(0.42, mark.eye * 0.72))
    elif angle is Angle.HIGH:
        height = middle[1] + distance * math.sin(math.radians(33))
    elif size is Size.EWS:
        height = base + max(2.6, 1.5 * mark.eye)
    elif size is Size.WS:
        height = base + 0.95 * mark.eye
    elif size in (Size.FS, Size.MLS):
        height = base + 0.86 * mark.eye
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


def _point_of_view(blank: View, marks: list[Mark], camera: Camera, move: Move, seed: int) -> Rig:
    """From the eyes of the first subject: at the second where there is one, else straight ahead."""
    mark = marks[0]
    eyes = (mark.face[0], camera.height_m if camera.height_m is not None else mark.feet[1] + mark.eye, mark.face[2])
    ahead = (math.sin(mark.heading), 0.0, math.cos(mark.heading))
    view = blank.at((eyes[0] + ahead[0] * 0.14, eyes[1], eyes[2] + ahead[2] * 0.14))
    target = marks[1].face if len(marks) > 1 else (eyes[0] + ahead[0] * 8, eyes[1], eyes[2] + ahead[2] * 8)
    view = view.aimed((target[0], target[1] - 0.2, target[2]), 0.0, 0.0)
    if camera.pitch_deg is not None:
        view = replace(view, pitch=math.radians(camera.pitch_deg))
    return Rig(view, target, 1.0, move, seed)


def _over_shoulder(blank: View, marks: list[Mark], size: Size, camera: Camera, move: Move, seed: int) -> Rig:
    """Past the near one's shoulder: at the first subject past the second, or past the only one at what it sees."""
    near = marks[1] if len(marks) > 1 else marks[0]
    if len(marks) > 1:
        target = marks[0].face
    else:
        target = (
            near.face[0] + math.sin(near.heading) * 9,
            near.face[1] - 0.3,
            near.face[2] + math.cos(near.heading) * 9,
        )
    dx, dz = near.face[0] - target[0], near.face[2] - target[2]
    length = math.hypot(dx, dz) or 1.0
    dx, dz = dx / length, dz / length
    back = max(0.75, 1.15 * blank.lens / 45) + 0.25 * near.width
    aside = 0.55 * near.width + 0.22
    height = camera.height_m if camera.height_m is not None else near.face[1] + 0.06
    position = (near.face[0] + dx * back + dz * aside, height, near.face[2] + dz * back - dx * aside)
    view = blank.at(position).aimed(target, 0.36, 0.16)
    if camera.pitch_deg is not None:
        view = replace(view, pitch=math.radians(camera.pitch_deg))
    return Rig(view, target, 1.0, move, seed)
