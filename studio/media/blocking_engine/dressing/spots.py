"""Where figures stand: in a row, in talk, in a crowd, or on their way into the depth of the set."""

from __future__ import annotations

import math
from collections.abc import Sequence

from studio.core.camera import Angle, Size
from studio.core.staging import Pose, Staging, Subject
from studio.media.blocking_engine.dressing.site import Path, Site

GOING = (Pose.WALK, Pose.RUN)
_NEAR = (Size.MLS, Size.MS, Size.MCU, Size.CU, Size.ECU, Size.INSERT)


def around_table(count: int) -> list[tuple[float, float, float]]:
    """(x, z, heading) of each who sits at a table 1.5 × 0.85 m in the middle: ends first, its near side left open."""
    if count == 2:
        return [(-0.98, -0.12, math.pi / 2 - 0.25), (0.98, -0.12, -math.pi / 2 + 0.25)]
    ends = [(-1.02, 0.0, math.pi / 2 - 0.15), (1.02, 0.0, -math.pi / 2 + 0.15)]
    behind = [((i - (count - 3) / 2) * 0.72, -0.78, 0.05) for i in range(count - 2)]
    return [ends[0], *behind, ends[1]]


class Spots:
    """The spots of one staging on its site."""

    def __init__(self, staging: Staging, site: Site) -> None:
        self._staging = staging
        self._site = site

    def spots(self, people: Sequence[Subject]) -> list[tuple[float, float, float]]:
        """(x, z, heading) of each figure."""
        away = self._staging.camera.size is Size.EWS and not self._staging.indoors
        going = [s for s in people if s.pose in GOING]
        still = [s for s in people if s.pose not in GOING]
        out: list[tuple[float, float, float]] = []
        moved = stood = 0
        for subject in people:
            if subject.pose in GOING:
                path = self.path()
                row, side = divmod(moved, 2)
                across = (-0.62 if side == 0 else 0.62) if len(going) > 1 else 0.0
                back = 1.0 * (side == 1) + 1.9 * row + (0.25 * math.sin(moved * 2.1) if len(going) > 2 else 0.0)
                c, s = math.cos(path.heading), math.sin(path.heading)
                out.append((path.start[0] + across * c - back * s, path.start[1] - across * s - back * c, path.heading))
                moved += 1
            else:
                x, z, heading = self._still_spot(stood, len(still))
                if going:
                    x, z = x + 1.9, z - 1.6
                out.append((x, z, heading - 2.0 if away else heading))
                stood += 1
        return out

    def path(self) -> Path:
        """The way that walkers take: into the depth of the set, or toward a camera that is close on their faces."""
        path = self._site.run
        if self._staging.camera.size in _NEAR:
            return Path((path.start[0], path.start[1] - 1.6), path.heading + math.pi)
        return path

    def _still_spot(self, number: int, count: int) -> tuple[float, float, float]:
        if count == 1:
            return 0.0, 0.0, -0.5
        if count == 2:
            if self._staging.camera.angle in (Angle.OTS, Angle.POV):
                return (-0.55, 0.0, 1.45) if number == 0 else (0.55, -0.1, -1.45)
            return (-0.66, 0.06, 0.80) if number == 0 else (0.66, -0.16, -0.75)
        if count <= 5:
            share = number / (count - 1) - 0.5
            return (
                share * 1.15 * (count - 1),
                -0.55 * math.cos(share * 2.6) + 0.4 + 0.18 * (number % 2),
                -0.4 if number == 0 else -share * 1.1 + 0.1,
            )
        row, column = divmod(number, 5)
        jitter = self._site.spread(-0.2, 0.2)
        return (column - 2) * 0.95 + 0.42 * (row % 2) + jitter, -0.9 * row + jitter, self._site.spread(-0.45, 0.45)
