"""A whole figure at rest: every garment cut from its soft form, tinted and tied to the joints."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import ArrayLike

from studio.media.blocking_engine.dressing.figures import clothes, head
from studio.media.blocking_engine.dressing.figures.proportions import Proportions
from studio.media.blocking_engine.dressing.figures.skeleton import Joint, Skeleton, skeleton
from studio.media.blocking_engine.dressing.figures.skin import Skin, along_bones, coat_shares, rigid, stitched
from studio.media.blocking_engine.dressing.figures.wardrobe import Look
from studio.media.blocking_engine.dressing.palette import Tint
from studio.media.blocking_engine.dressing.primitives import solid
from studio.media.blocking_engine.dressing.surface import Field, surface
from studio.media.blocking_engine.dressing.vectors import vec
from studio.media.blocking_engine.mesh import FloatArray, IntArray, Mesh

Shape = tuple[FloatArray, FloatArray, IntArray]


@dataclass(frozen=True, slots=True)
class Body:
    """A figure at rest: its joints and its skin."""

    bones: Skeleton
    skin: Skin


class Tailor:
    """Cuts bodies and keeps the forms that several figures of one stage share.

    `fine` scales the grid that forms are cut on: 1 for a figure near the camera, 1.6 for one in a crowd.
    """

    def __init__(self) -> None:
        self._shapes: dict[tuple[object, ...], Shape] = {}

    def body(self, look: Look, fine: float = 1.0) -> Body:
        """The rest body of a figure."""
        bones = skeleton(look.body)
        parts = [
            self._coat(look, bones, fine),
            self._legs(look, bones, fine),
            *self._ends(look, bones, fine),
            *self._head(look, fine),
        ]
        return Body(bones, stitched(parts))

    def _cut(self, key: tuple[object, ...], field: Field, low: ArrayLike, high: ArrayLike, cell: ArrayLike) -> Shape:
        if key not in self._shapes:
            self._shapes[key] = surface(field, low, high, cell)
        return self._shapes[key]

    def _coat(self, look: Look, bones: Skeleton, fine: float) -> Skin:
        body, h = look.body, look.body.height
        wide = float(bones.rest[Joint.HAND_L][0]) + 0.05 * h
        low = np.array([-wide, body.hem * h - 0.01, -0.2 * h * body.bulk])
        low[1] = min(low[1], float(bones.rest[Joint.HAND_L][1]) - 0.03 * h)
        high = np.array([wide, float(bones.rest[Joint.ARM_L][1]) + 0.06 * h, 0.2 * h * body.bulk])
        cell = np.array([0.0165, 0.025, 0.0165]) * h * fine
        field = partial(clothes.coat, body=body, bones=bones)
        return coat_shares(
            _tinted(self._cut(("coat", body, fine), field, low, high, cell), look.coat), bones, body.hem * h
        )

    def _legs(self, look: Look, bones: Skeleton, fine: float) -> Skin:
        body, h, rest = look.body, look.body.height, bones.rest
        wide = body.hip * h + 0.06 * h
        low = np.array([-wide, 0.03 * h, -0.075 * h])
        high = np.array([wide, float(rest[Joint.THIGH_L][1]) + 0.08 * h, 0.075 * h])
        cell = np.array([0.0155, 0.034, 0.0155]) * h * fine
        field = partial(clothes.legs, body=body, bones=bones)
        mesh = _tinted(self._cut(("legs", body, fine), field, low, high, cell), look.legs)
        ends = [(Joint.PELVIS, rest[Joint.PELVIS] + vec([0, 0.05 * h, 0]), rest[Joint.PELVIS])]
        for thigh, shin, foot in (
            (Joint.THIGH_L, Joint.SHIN_L, Joint.FOOT_L),
            (Joint.THIGH_R, Joint.SHIN_R, Joint.FOOT_R),
        ):
            ends += [(thigh, rest[thigh], rest[shin]), (shin, rest[shin], rest[foot])]
        return along_bones(mesh, ends, len(Joint), sharp=5.0)

    def _ends(self, look: Look, bones: Skeleton, fine: float) -> list[Skin]:
        body, h, rest = look.body, look.body.height, bones.rest
        out = []
        for side, foot, wrist in ((1, Joint.FOOT_L, Joint.HAND_L), (-1, Joint.FOOT_R, Joint.HAND_R)):
            x = float(rest[foot][0])
            low, high = np.array([x - 0.06 * h, -0.004, -0.07 * h]), np.array([x + 0.06 * h, 0.12 * h, 0.14 * h])
            field = partial(clothes.shoe, body=body, bones=bones, side=side)
            shape = self._cut(("shoe", body, side, fine), field, low, high, np.full(3, 0.0145 * h * fine))
            out.append(rigid(_tinted(shape, look.shoes), foot, len(Joint)))
            middle = rest[wrist] + (rest[wrist] - rest[foot - 6 if side > 0 else foot - 7]) * 0
            low, high = middle - 0.125 * h, middle + np.array([0.09, 0.06, 0.06]) * h
            if side < 0:
                low, high = middle - np.array([0.09, 0.125, 0.06]) * h, middle + np.array([0.125, 0.06, 0.06]) * h
            else:
                low = middle - np.array([0.06, 0.125, 0.06]) * h
            field = partial(clothes.hand, body=body, bones=bones, side=side)
            shape = self._cut(("hand", body, side, fine), field, low, high, np.full(3, 0.0092 * h * fine))
            out.append(rigid(_tinted(shape, look.skin), wrist, len(Joint)))
        return out

    def _head(self, look: Look, fine: float) -> list[Skin]:
        body = look.body
        size = body.head_m
        origin = np.array([0, body.height - size, 0.002 * body.height])
        shape = self._cut(
            ("face", fine),
            head.face,
            np.array([-0.42, -0.72, -0.52]),
            np.array([0.40, 1.02, 0.52]),
            np.array([0.054, 0.056, 0.054]) * fine,
        )
        mesh = _placed(shape, size, origin, look.skin)
        parts = [along_bones(mesh, self._neck(body), len(Joint), sharp=4.0)]
        cover = self._cut(
            ("hair", look.hair, fine),
            partial(head.hair, style=look.hair),
            np.array([-0.5, -0.55, -0.68]),
            np.array([0.5, 1.12, 0.62]),
            np.full(3, 0.058 * fine),
        )
        parts.append(rigid(_placed(cover, size, origin, look.hair_tint), Joint.HEAD, len(Joint)))
        if look.scarf:
            middle = np.array([0, body.height - 1.1 * size, 0])
            shape = self._cut(
                ("scarf", body, fine),
                partial(clothes.scarf, body=body),
                middle - 0.5 * size,
                middle + 0.5 * size,
                np.full(3, 0.014 * body.height * fine),
            )
            parts.append(rigid(_tinted(shape, look.scarf), Joint.CHEST, len(Joint)))
        return parts

    def _neck(self, body: Proportions) -> list[tuple[int, FloatArray, FloatArray]]:
        turn, h = body.neck_m, body.height
        top = vec([0, h, 0])
        joint, base = vec([0, turn + 0.02 * h, 0]), vec([0, turn - 0.055 * h, 0])
        return [(Joint.HEAD, joint, top), (Joint.CHEST, base, base - vec([0, 0.1, 0]))]


def _tinted(shape: Shape, tint: Tint) -> Mesh:
    return solid(shape[0], shape[1], shape[2], tint)


def _placed(shape: Shape, size: float, origin: ArrayLike, tint: Tint) -> Mesh:
    return solid(shape[0] * size + np.asarray(origin), shape[1], shape[2], tint)
