"""What the blocking engine is asked to draw: one value that holds everything; equal briefs give equal frames."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.camera import Aspect, Camera, TimeOfDay, Weather, parse_aspect
from studio.core.render import RenderRequest
from studio.core.timebase import Rate


@dataclass(frozen=True, slots=True)
class BlockingBrief:
    """A shot as the blocking engine sees it.

    `action` and `slugline` are the words it stages; camera, time and weather fields, where set, go before the words.
    `long_side` is the picture's longer edge in pixels, `frames` the clip's length, `picture` the file of a reference
    picture over which the camera moves instead of a stage.
    """

    action: str
    slugline: str
    camera: Camera
    aspect: Aspect
    rate: Rate
    frames: int
    long_side: int
    seed: int
    time_of_day: TimeOfDay | None = None
    weather: Weather | None = None
    picture: str | None = None


def brief_of(request: RenderRequest, picture: str | None) -> BlockingBrief:
    """The brief of a render request; `picture` is the file of its plate, None when it has none."""
    return BlockingBrief(
        action=request.action,
        slugline=request.slugline,
        camera=request.camera,
        aspect=parse_aspect(request.aspect),
        rate=request.rate,
        frames=request.frames,
        long_side=max(request.width, request.height),
        seed=request.seed,
        time_of_day=request.time_of_day,
        weather=request.weather,
        picture=picture,
    )
