"""From shots to requests: composed from what was written, adapted in words, refused by the field's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.camera import ASPECTS, Angle, Aspect, Camera, Move, Size, TimeOfDay, Weather
from studio.core.catalogue import ModelSpec, Price
from studio.core.compose import ShotContext, compose_request, promote_request
from studio.core.errors import RequestError
from studio.core.ids import ProjectId, ReferenceId, SceneId, ShotId, TakeId
from studio.core.money import Money
from studio.core.project import Project
from studio.core.prompt import camera_sentence, compose_prompt
from studio.core.render import request_from_bytes
from studio.core.shot import Reference, ReferenceRole, Shot
from studio.core.staging import Staging
from studio.core.take import Take, TakeTimes
from studio.core.tier import Tier

CAMERA = Camera(Size.EWS, Angle.EYE, 27.0, Move.PUSH_IN)
SHOT = Shot(ShotId("s"), SceneId("c"), "0010", "V", action="Maren runs toward the light.", frames=96)
STAGING = Staging((), "pier", TimeOfDay.DUSK, Weather.FOG, CAMERA)
PLATE = Reference(ReferenceId("r"), ShotId("s"), ReferenceRole.PLATE, "plate.png", "media/aa/x.png", "ab" * 32)


def model(**limits: object) -> ModelSpec:
    """A row that takes everything, but for what `limits` says."""
    price = Price(Decimal("0.10"), date(2026, 11, 1), "its price list")
    usual: dict[str, object] = {
        "id": "m",
        "provider": "somewhere",
        "label": "Model",
        "tiers": frozenset(Tier),
        "long_side": 1280,
        "seconds": (Decimal(1), Decimal(10)),
        "prompt_chars": 2000,
        "price": price,
        "references": 4,
    }
    return ModelSpec(**(usual | limits))  # pyright: ignore[reportArgumentType]


def context(shot: Shot = SHOT, references: tuple[Reference, ...] = (), style: str = "Super 16 grain") -> ShotContext:
    return ShotContext(shot, Project(ProjectId("p"), "Film", style=style), "EXT. PIER - DUSK", references, STAGING)


def take_of(request: bytes) -> Take:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return Take(
        TakeId("t"),
        ShotId("s"),
        3,
        Tier.DISCOVERY,
        "blocking",
        "m",
        "Model",
        "media/x.mp4",
        "00",
        1,
        640,
        360,
        Fraction(24),
        96,
        Money(),
        TakeTimes(now),
        "me",
        request=request,
    )


def test_a_prompt_goes_from_style_by_camera_and_hour_to_the_action() -> None:
    request = compose_request(context(), model(), Tier.DISCOVERY, seed=7)
    assert request.prompt == (
        "Super 16 grain. Extreme wide shot, eye level, 27 mm, slow push in. Dusk, fog. "
        "EXT. PIER - DUSK. Maren runs toward the light."
    )
    assert (request.width, request.height, request.seed, request.adapted) == (1280, 720, 7, ())


def test_what_nobody_said_leaves_no_gap() -> None:
    said = compose_prompt(style="", camera=Camera(), time_of_day=None, weather=None, slugline="", action="A door")
    assert said == "A door."
    assert camera_sentence(Camera()) == ""


@pytest.mark.parametrize("frames", [23, 241])
def test_a_length_that_the_model_cannot_make_is_refused_by_name(frames: int) -> None:
    with pytest.raises(RequestError, match=r"^Duration: Model makes clips of 1 to 10 seconds, and shot 0010 lasts"):
        compose_request(context(replace(SHOT, frames=frames)), model(), Tier.DISCOVERY, 1)


def test_a_shape_that_the_model_cannot_make_is_refused_by_name() -> None:
    with pytest.raises(RequestError, match=r"^Picture shape: Model cannot make 16:9"):
        compose_request(context(), model(aspects=frozenset({"9:16"})), Tier.DISCOVERY, 1)


@given(st.text(min_size=1, max_size=400), st.integers(20, 200))
def test_a_prompt_is_never_longer_than_the_model_takes_and_a_cut_is_said(action: str, most: int) -> None:
    request = compose_request(context(replace(SHOT, action=action)), model(prompt_chars=most), Tier.DISCOVERY, 1)
    assert len(request.prompt) <= most
    whole = compose_request(context(replace(SHOT, action=action)), model(prompt_chars=10**6), Tier.DISCOVERY, 1)
    assert whole.prompt.startswith(request.prompt)
    assert (request.prompt != whole.prompt) == bool(request.adapted)


def test_references_that_do_not_fit_are_left_out_in_words() -> None:
    three = tuple(replace(PLATE, id=ReferenceId(str(number))) for number in range(3))
    request = compose_request(context(references=three), model(references=1), Tier.DISCOVERY, 1)
    assert len(request.references) == 1
    assert request.adapted == ("2 reference pictures will not be sent.",)


def test_a_promotion_carries_the_takes_own_words_not_todays() -> None:
    draft = compose_request(context(references=(PLATE,)), model(long_side=640), Tier.DISCOVERY, seed=7)
    take = take_of(draft.to_bytes())
    risen = promote_request(take, model(long_side=1920, id="big"), Tier.VALIDATION)
    kept = ("prompt", "action", "camera", "seed", "frames", "rate", "references")
    assert all(getattr(risen, name) == getattr(draft, name) for name in kept)
    assert (risen.width, risen.height, risen.model_id, risen.parent_id) == (1920, 1080, "big", take.id)
    assert Tier(risen.tier) is Tier.VALIDATION
    assert request_from_bytes(risen.to_bytes()) == risen


def test_an_imported_take_has_nothing_to_carry() -> None:
    with pytest.raises(RequestError, match="imported"):
        promote_request(take_of(b""), model(), Tier.VALIDATION)


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.label)
@pytest.mark.parametrize("long_side", [640, 1280, 1920])
def test_every_shape_has_even_pixels_near_its_ratio(aspect: Aspect, long_side: int) -> None:
    width, height = aspect.pixels(long_side)
    assert width % 2 == height % 2 == 0
    assert max(width, height) == long_side
    assert abs(width / height - float(aspect.ratio)) < 0.01
