"""A render request: everything needed to make a take, frozen as bytes before anything is sent."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields, replace
from decimal import Decimal
from typing import TypeVar, cast

from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.core.errors import InvalidInputError
from studio.core.ids import ShotId, TakeId
from studio.core.timebase import Rate, parse_rate

_Enum = TypeVar("_Enum", Size, Angle, Move, TimeOfDay, Weather)


@dataclass(frozen=True, slots=True)
class RequestReference:
    """A reference picture as it was when the request was frozen: its role, its file in the project and its hash."""

    role: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """One take to be made.

    `prompt` is composed and adapted; the shot's own words and camera travel beside it so that a local engine can
    stage them and a promotion can carry them. `adapted` lists in words what the model made necessary.
    """

    shot_id: ShotId
    code: str
    tier: int
    model_id: str
    prompt: str
    action: str
    slugline: str
    camera: Camera
    time_of_day: TimeOfDay | None
    weather: Weather | None
    seed: int
    width: int
    height: int
    aspect: str
    frames: int
    rate: Rate
    references: tuple[RequestReference, ...] = ()
    parent_id: TakeId | None = None
    adapted: tuple[str, ...] = ()

    @property
    def seconds(self) -> Decimal:
        """How long the clip will last."""
        return Decimal(self.frames) * self.rate.denominator / self.rate.numerator

    def to_bytes(self) -> bytes:
        """Canonical JSON: equal requests give equal bytes."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()

    def sha256(self) -> str:
        """The hash of `to_bytes`, in hexadecimal."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


def request_from_bytes(data: bytes) -> RenderRequest:
    """The request that `to_bytes` wrote; keys of a later version are ignored. Raises InvalidInputError when it is
    none.
    """
    try:
        raw = cast(dict[str, object], json.loads(data))
        if not isinstance(raw, dict):  # pyright: ignore[reportUnnecessaryIsInstance] -- the cast is a hope
            raise ValueError("it is no JSON object")
        known = {field.name for field in fields(RenderRequest)}
        values = {key: value for key, value in raw.items() if key in known}
        camera = cast(dict[str, object], values["camera"])
        rate = cast(dict[str, int], values["rate"])
        references = cast(list[dict[str, str]], values["references"])
        values["camera"] = Camera(
            size=_maybe(Size, camera["size"]),
            angle=_maybe(Angle, camera["angle"]),
            lens_mm=cast(float | None, camera["lens_mm"]),
            move=_maybe(Move, camera["move"]),
            height_m=cast(float | None, camera["height_m"]),
            pitch_deg=cast(float | None, camera["pitch_deg"]),
            roll_deg=cast(float | None, camera["roll_deg"]),
        )
        values["rate"] = parse_rate(str(Rate(rate["numerator"], rate["denominator"])))
        values["time_of_day"] = _maybe(TimeOfDay, values["time_of_day"])
        values["weather"] = _maybe(Weather, values["weather"])
        values["references"] = tuple(RequestReference(**reference) for reference in references)
        values["adapted"] = tuple(cast(list[str], values["adapted"]))
        return RenderRequest(**values)  # pyright: ignore[reportArgumentType] -- checked by the round trip's tests
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInputError(f"A saved render request cannot be read: {error}.") from error


def _maybe(kind: type[_Enum], value: object) -> _Enum | None:
    return None if value is None else kind(str(value))


def with_seed(request: RenderRequest, seed: int) -> RenderRequest:
    """The same wish with another seed."""
    return replace(request, seed=seed)
