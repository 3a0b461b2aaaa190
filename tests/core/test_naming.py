"""Delivery names: legal everywhere, readable, stable, never empty."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.naming import MOST, pick_name, safe_part, take_name, unique
from studio.core.tier import TierMark

texts = st.text(max_size=300) | st.sampled_from(
    [
        "",
        ".",
        "..",
        "../../etc/passwd",
        "CON",
        "nul.txt",
        "COM1",
        "LPT9.",
        "a\u202eb",
        "🎬",
        "x" * 10_000,
        "-rf",
        "$(x)",
    ]
)
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


def is_legal(name: str) -> bool:
    """What Windows, macOS, Linux and a shell all take as one plain file name."""
    return (
        re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", name) is not None
        and len(name) <= MOST
        and not name.endswith(".")
        and ".." not in name
        and not RESERVED.match(name)
    )


def test_names_are_as_production_knows_them() -> None:
    assert pick_name("Pier", "3", "0010", ".mp4") == "Pier_3_0010.mp4"
    assert take_name("Pier", "3", "0010", 2, TierMark.DRAFT, "mp4") == "Pier_3_0010_tk02_draft.mp4"
    assert take_name("Pier", "3", "12A", 117, TierMark.PREMIUM, ".mov") == "Pier_3_12A_tk117_premium.mov"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Café Größe", "Cafe-Grosse"),
        ("Пристань", "Pristan"),
        ("Щука ёж", "Shchuka-ezh"),
        ("Αθήνα", "Athina"),
        ("Łódź & Øre", "Lodz-and-Ore"),
        ("cafe\u0301", "cafe"),
        ("a/b\\c:d", "a-b-c-d"),
        ("../../etc/passwd", "etc-passwd"),
        ("right\u202eleft", "right-left"),
        ("half\N{FULLWIDTH DIGIT ONE}", "half1"),
        ("日本", "untitled"),
        ("🎬", "untitled"),
        ("", "untitled"),
        ("...", "untitled"),
        ("CON", "_CON"),
        ("nul.mp4", "_nul.mp4"),
        ("console", "console"),
        ("v1..2", "v1.2"),
    ],
)
def test_letters_are_spelt_or_dropped(text: str, safe: str) -> None:
    assert safe_part(text) == safe


def test_a_composed_and_a_decomposed_name_are_the_same() -> None:
    assert safe_part("été") == safe_part("e\u0301te\u0301")


@given(texts)
def test_any_text_makes_a_legal_name(text: str) -> None:
    assert is_legal(safe_part(text))
    assert safe_part(safe_part(text)) == safe_part(text)


@given(texts, texts, texts, st.integers(1, 100_000), st.sampled_from(TierMark), texts)
def test_any_texts_make_legal_delivery_names(
    project: str, scene: str, shot: str, take: int, mark: TierMark, extension: str
) -> None:
    pick = pick_name(project, scene, shot, extension)
    named = take_name(project, scene, shot, take, mark, extension)

    assert is_legal(pick)
    assert is_legal(named)
    assert f"_tk{take:02}_{mark.value.lower()}." in named
    assert pick == pick_name(project, scene, shot, extension)


@given(st.text(min_size=100, max_size=400))
def test_a_long_project_name_never_costs_the_shot_its_code(project: str) -> None:
    assert pick_name(project, "12", "0010", "mp4").endswith("_12_0010.mp4")


@given(st.lists(st.sampled_from(["a.mp4", "A.MP4", "a-2.mp4", "b", "x" * 116 + ".mp4", "_.mp4"]), max_size=12))
def test_unique_names_do_not_meet_on_any_system(wished: list[str]) -> None:
    taken = set[str]()
    for wish in wished:
        name = unique(wish, taken)
        assert name.casefold() not in taken
        assert is_legal(name)
        taken.add(name.casefold())


def test_a_free_name_is_kept() -> None:
    assert unique("film_1_0010.mp4", {"film_1_0020.mp4"}) == "film_1_0010.mp4"
    assert unique("Film.mp4", {"film.mp4", "film-2.mp4"}) == "Film-3.mp4"
