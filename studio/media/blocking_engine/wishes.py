"""Ways to look at a subject or a place, best liked first, and what a landmark in the picture is worth."""

from __future__ import annotations

import math
from dataclasses import dataclass

from studio.core.camera import Angle, Size
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.stage import Mark

TOWERS = 3.6
"""Metres from which on a thing is a building."""
Landmark = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Wish:
    """One way to look at the subject: degrees around it from its front (positive: its left side), how liked it is (0
    best).
    """

    around: float
    cost: float


def wishes_of(marks: list[Mark], later: list[Mark], size: Size, angle: Angle) -> list[Wish]:
    """Ways round the subject, best liked first."""
    travel = math.dist(marks[0].feet, later[0].feet)
    if angle is Angle.OVERHEAD:
        return [Wish(180.0, 0.0)]
    if marks[0].height > TOWERS:
        order = (24, -24, 38, -38, 10, -10, 54, -54)
    elif broad(marks[0]):
        order = (58, -58, 40, -40, 122, -122, 80, -80, 28, -28)
    elif travel > 0.5 and size in (Size.EWS, Size.WS, Size.FS):
        order = (152, -152, 168, -168, 130, -130, 28, -28, 100, -100)
    elif size is Size.EWS:
        order = (150, -150, 35, -35, 120, -120, 75, -75, 170, 10)
    elif size in (Size.CU, Size.ECU):
        order = (24, -24, 38, -38, 12, -12, 60, -60)
    else:
        order = (32, -32, 48, -48, 18, -18, 62, -62, 80, -80, 120, -120)
    backs = 0.0 if (travel > 0.5 and not broad(marks[0])) or size is Size.EWS else 0.2
    return [Wish(float(around), 0.05 * place + backs * (abs(around) > 100)) for place, around in enumerate(order)]


def establishing(angle: Angle) -> list[Wish]:
    """Ways to look at a place where nobody is: into its depth, from where its sets are open."""
    order = (180,) if angle is Angle.OVERHEAD else (10, -10, 24, -24, 0, 40, -40)
    return [Wish(float(around), 0.05 * place) for place, around in enumerate(order)]


def toward_landmark(landmark: Landmark, mark: Mark) -> list[Wish]:
    """Ways that have the landmark behind the subject and beside it."""
    behind = math.degrees(math.atan2(mark.feet[0] - landmark[0], mark.feet[2] - landmark[2]) - mark.heading)
    return [Wish(behind + aside, 0.08) for aside in (10.0, -10.0, 18.0, -18.0)]


def landmark_cost(landmark: Landmark | None, view: View, mark: Mark) -> float:
    """What a wide picture gains by a landmark that stands in it whole and clear of the subject; loses by a cut one."""
    if landmark is None:
        return 0.0
    x, y, z, tall = landmark
    foot, top = view.project((x, y, z)), view.project((x, y + 1.12 * tall, z))
    if foot[2] < 1.0 or abs(foot[0]) > 1.15:
        return 0.0
    if abs(foot[0]) > 0.86 or top[1] > 0.96:
        return 0.12
    return -0.5 if abs(foot[0] - view.project(mark.face)[0]) > 0.14 else 0.1


def broad(mark: Mark) -> bool:
    return mark.width > 1.1 * mark.height
