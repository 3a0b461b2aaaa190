"""Ten framings: choices, not steps."""

from __future__ import annotations

from itertools import product

import pytest

from studio.core.camera import Angle, Camera, Size
from studio.core.framings import ten_framings


@pytest.mark.parametrize("indoors", [False, True])
@pytest.mark.parametrize(("size", "angle"), list(product(Size, Angle)))
def test_there_are_ten_and_none_is_what_the_shot_has(size: Size, angle: Angle, indoors: bool) -> None:
    framings = ten_framings(Camera(size=size, angle=angle), indoors=indoors)
    looks = {(one.camera.size, one.camera.angle) for one in framings}
    assert len(looks) == 10
    assert (size, angle) not in looks
    assert [one.index for one in framings] == list(range(10))


def test_a_room_is_never_seen_from_outside_itself() -> None:
    assert Size.EWS not in {one.camera.size for one in ten_framings(Camera(), indoors=True)}
    assert Size.EWS in {one.camera.size for one in ten_framings(Camera(), indoors=False)}


def test_a_label_says_the_whole_camera() -> None:
    assert ten_framings(Camera())[1].label == "WS · low · 18 mm · push in"
