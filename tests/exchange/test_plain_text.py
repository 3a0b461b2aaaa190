"""Plain text in: paragraphs, headings, lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.exchange.plain_text import read_plain_text


def outline(text: str) -> list[tuple[str, str, list[str]]]:
    return [(one.number, one.slugline, [shot.action for shot in one.shots]) for one in read_plain_text(text).scenes]


def test_paragraphs_are_shots() -> None:
    text = "A woman runs\nalong a pier.\n\n \t\nA boat.\n"
    assert outline(text) == [("1", "Opening", ["A woman runs\nalong a pier.", "A boat."])]


def test_headings_are_scenes() -> None:
    text = (
        "Int. hall - day\nShe turns.\n\nScene 7: the garden\n\nHe waits.\n\n## The sea\nWaves.\n\nSCENE NINE\n\nNight."
    )
    assert outline(text) == [
        ("1", "Int. hall - day", ["She turns."]),
        ("7", "the garden", ["He waits."]),
        ("2", "The sea", ["Waves."]),
        ("3", "SCENE NINE", ["Night."]),
    ]


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "12) ", "(3) "])
def test_each_line_of_a_list_is_a_shot(mark: str) -> None:
    assert outline(f"Before.\n\n{mark}A cat.\n{mark}A dog.\n") == [("1", "Opening", ["Before.", "A cat.", "A dog."])]


def test_without_empty_lines_every_line_is_a_shot() -> None:
    text = "INT. HALL\nShe turns.\nHe waits.\nEXT. SEA\nWaves.\n"
    assert outline(text) == [("1", "INT. HALL", ["She turns.", "He waits."]), ("2", "EXT. SEA", ["Waves."])]


def test_words_that_begin_like_a_heading_are_action() -> None:
    text = "Internal doubts.\n\nExtras walk by.\n\nScenery passes.\n\n3 men wait."
    assert outline(text) == [
        ("1", "Opening", ["Internal doubts.", "Extras walk by.", "Scenery passes.", "3 men wait."])
    ]


@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    scenes = read_plain_text(text).scenes
    assert len({scene.number for scene in scenes}) <= len(scenes)
    assert all(shot.action for scene in scenes for shot in scene.shots)
