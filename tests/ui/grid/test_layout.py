"""The board's geometry, against the plainest way to work it out."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.core.camera import ASPECTS
from studio.ui.grid.layout import GAP, HEADER, LARGEST, SMALLEST, STEP, Layout, card_size

WIDE = Fraction(16, 9)
COUNTS = st.lists(st.integers(0, 30), max_size=12)
WIDTHS = st.integers(250, 2600)


@pytest.mark.parametrize("width", range(SMALLEST, LARGEST + 1, STEP))
def test_pictures_at_16_to_9_are_whole_pixels_at_every_step(width: int) -> None:
    size = card_size(width, WIDE)
    assert size.width == width
    assert abs(Fraction(size.width) / WIDE - size.picture) <= Fraction(1, 2)


def test_the_three_sizes_are_those_of_the_look() -> None:
    assert [(s.width, s.height, s.letter) for s in (card_size(width, WIDE) for width in (208, 272, 400))] == [
        (208, 145, "S"),
        (272, 197, "M"),
        (400, 291, "L"),
    ]


@pytest.mark.parametrize(("asked", "given_"), [(0, 176), (183, 176), (185, 192), (271, 272), (9999, 480)])
def test_any_width_comes_to_a_step(asked: int, given_: int) -> None:
    assert card_size(asked, WIDE).width == given_


def test_three_cards_fit_the_middle_of_a_window_of_1440() -> None:
    assert Layout([6], 1440 - 216 - 336, card_size(272, WIDE)).columns == 3


@settings(deadline=None)
@given(COUNTS, WIDTHS, st.sampled_from([176, 272, 480]), st.sampled_from(ASPECTS))
def test_nothing_overlaps_and_every_point_finds_its_card(
    counts: list[int], width: int, card: int, aspect: object
) -> None:
    layout = Layout(counts, width, card_size(card, aspect.ratio))  # type: ignore[attr-defined]
    boxes = [layout.card(number) for number in range(layout.cards)]
    headers = [layout.header(scene) for scene in range(layout.scenes)]
    for number, box in enumerate(boxes):
        assert layout.card_at(box.x, box.y) == number
        assert layout.card_at(box.x + box.width - 1, box.bottom - 1) == number
        assert layout.header_at(box.y) is None
        assert number in layout.cards_of(layout.scene_of(number))
    for above, below in pairwise(boxes):
        assert below.y > above.y or below.x == above.x + above.width + GAP
    for scene, header in enumerate(headers):
        assert header.height == HEADER
        assert layout.header_at(header.y) == scene
    assert layout.height == 0 or layout.height > max((box.bottom for box in (*boxes, *headers)), default=0)


@settings(deadline=None)
@given(COUNTS, WIDTHS, st.integers(0, 20_000), st.integers(1, 1_000))
def test_what_a_stretch_shows_is_what_touches_it(counts: list[int], width: int, top: int, height: int) -> None:
    layout = Layout(counts, width, card_size(272, WIDE))
    bottom = top + height
    touching = [n for n in range(layout.cards) if layout.card(n).y < bottom and layout.card(n).bottom > top]
    assert list(layout.cards_in(top, bottom)) == touching
    for scene in range(layout.scenes):
        if layout.header(scene).y < bottom and layout.header(scene).bottom > top:
            assert scene in layout.headers_in(top, bottom)


@settings(deadline=None)
@given(COUNTS, WIDTHS)
def test_walking_down_passes_every_row_and_ends_at_the_last_card(counts: list[int], width: int) -> None:
    layout = Layout(counts, width, card_size(272, WIDE))
    if not layout.cards:
        return
    number, tops = 0, [layout.card(0).y]
    while layout.below(number) != number:
        number = layout.below(number)
        if layout.card(number).y == tops[-1]:
            break
        tops.append(layout.card(number).y)
    assert tops == sorted({layout.card(n).y for n in range(layout.cards)})


def test_up_and_down_keep_the_column_over_a_scene_border() -> None:
    layout = Layout([5, 0, 4], 888, card_size(272, WIDE))
    assert layout.below(3) == 5  # first column of a row of two → first column of the next scene that has cards
    assert layout.below(4) == 6
    assert layout.above(7) == 4  # third column above a row of two → its last card
    assert layout.above(0) == 0
    assert layout.below(8) == 8
