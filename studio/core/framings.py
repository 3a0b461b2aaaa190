"""Ten framings of one shot: the choices a director would want to see side by side."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.camera import Angle, Camera, Move, Size

# Each differs from its neighbours in more than one respect, so that the sheet shows choices and not steps.
CHOICES = (
    (Size.EWS, Angle.EYE, 24.0, Move.STATIC),
    (Size.WS, Angle.LOW, 18.0, Move.PUSH_IN),
    (Size.WS, Angle.HIGH, 35.0, Move.CRANE),
    (Size.FS, Angle.EYE, 50.0, Move.TRUCK),
    (Size.MLS, Angle.LOW, 27.0, Move.ORBIT),
    (Size.MS, Angle.EYE, 35.0, Move.PUSH_IN),
    (Size.MS, Angle.DUTCH, 24.0, Move.HANDHELD),
    (Size.MCU, Angle.EYE, 85.0, Move.STATIC),
    (Size.CU, Angle.EYE, 85.0, Move.PUSH_IN),
    (Size.EWS, Angle.OVERHEAD, 27.0, Move.STATIC),
)
INSTEAD = (
    (Size.FS, Angle.HIGH, 24.0, Move.PULL_OUT),
    (Size.ECU, Angle.EYE, 135.0, Move.STATIC),
    (Size.MLS, Angle.EYE, 50.0, Move.PAN),
)
# From as far as an extreme wide shot stands, a room is a box on a plain.
INDOORS = {
    (Size.EWS, Angle.EYE): (Size.WS, Angle.EYE, 18.0, Move.STATIC),
    (Size.EWS, Angle.OVERHEAD): (Size.MLS, Angle.OVERHEAD, 24.0, Move.STATIC),
}


@dataclass(frozen=True, slots=True)
class Framing:
    """One of the ten; `index` counts from 0, `label` is its camera in words."""

    index: int
    camera: Camera
    label: str


def ten_framings(now: Camera, *, indoors: bool = False) -> tuple[Framing, ...]:
    """Ten different framings, none with the size and angle that the shot has; indoors none is extreme wide."""
    choices = [INDOORS.get(choice[:2], choice) if indoors else choice for choice in (*CHOICES, *INSTEAD)]
    fresh = {choice[:2]: choice for choice in reversed(choices) if choice[:2] != (now.size, now.angle)}
    return tuple(_framing(index, *choice) for index, choice in enumerate(list(reversed(fresh.values()))[:10]))


def _framing(index: int, size: Size, angle: Angle, lens_mm: float, move: Move) -> Framing:
    camera = Camera(size=size, angle=angle, lens_mm=lens_mm, move=move)
    return Framing(index, camera, f"{size} · {angle.lower()} · {lens_mm:g} mm · {move.lower()}")
