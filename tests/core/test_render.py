"""Render requests: frozen bytes that come back as the same value."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.core.errors import InvalidInputError
from studio.core.ids import ShotId, TakeId
from studio.core.render import RenderRequest, RequestReference, request_from_bytes, with_seed
from studio.core.timebase import RATES

CAMERAS = st.builds(
    Camera,
    size=st.none() | st.sampled_from(Size),
    angle=st.none() | st.sampled_from(Angle),
    lens_mm=st.none() | st.floats(8, 300),
    move=st.none() | st.sampled_from(Move),
    height_m=st.none() | st.floats(0.05, 60),
    pitch_deg=st.none() | st.floats(-90, 90),
    roll_deg=st.none() | st.floats(-45, 45),
)
REFERENCES = st.builds(RequestReference, role=st.text(), file=st.text(), sha256=st.text())
REQUESTS = st.builds(
    RenderRequest,
    shot_id=st.text().map(ShotId),
    code=st.text(),
    tier=st.integers(1, 3),
    model_id=st.text(),
    prompt=st.text(),
    action=st.text(),
    slugline=st.text(),
    camera=CAMERAS,
    time_of_day=st.none() | st.sampled_from(TimeOfDay),
    weather=st.none() | st.sampled_from(Weather),
    seed=st.integers(0, 2**62),
    width=st.integers(2, 4000),
    height=st.integers(2, 4000),
    aspect=st.text(),
    frames=st.integers(1, 10_000),
    rate=st.sampled_from(RATES),
    references=st.lists(st.builds(RequestReference, role=st.text(), file=st.text(), sha256=st.text()), max_size=3).map(
        tuple
    ),
    parent_id=st.none() | st.text().map(TakeId),
    adapted=st.lists(st.text(), max_size=3).map(tuple),
)


@given(REQUESTS)
def test_a_request_comes_back_from_its_bytes(request: RenderRequest) -> None:
    again = request_from_bytes(request.to_bytes())
    assert again == request
    assert again.to_bytes() == request.to_bytes()
    assert again.sha256() == request.sha256()


@given(REQUESTS, st.integers(0, 2**62))
def test_another_seed_changes_nothing_else(request: RenderRequest, seed: int) -> None:
    assert with_seed(with_seed(request, seed), request.seed) == request


@given(REQUESTS)
def test_keys_of_a_later_version_are_ignored(request: RenderRequest) -> None:
    raw = json.loads(request.to_bytes()) | {"grain": "fine"}
    assert request_from_bytes(json.dumps(raw).encode()) == request


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b"\xff", b'{"camera": 1}'])
def test_what_is_no_request_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidInputError, match="cannot be read"):
        request_from_bytes(data)
