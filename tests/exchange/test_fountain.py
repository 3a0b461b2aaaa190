"""Fountain in: the marks of the format, and the odd texts that people really have."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from studio.core.script import Script, ScriptScene, ScriptShot
from studio.exchange.fountain import is_fountain, read_fountain


def only_scene(text: str) -> ScriptScene:
    (scene,) = read_fountain(text).scenes
    return scene


def only_shot(text: str) -> ScriptShot:
    (shot,) = only_scene(text).shots
    return shot


def sluglines(script: Script) -> list[str]:
    return [scene.slugline for scene in script.scenes]


def actions(script: Script) -> list[str]:
    return [shot.action for scene in script.scenes for shot in scene.shots]


def test_headings_of_every_kind_make_scenes() -> None:
    text = """INT. KITCHEN - DAY

A cat.

ext. garden - later

.THE MOON

..dots are no heading

.ÉCOLE

I/E CAR - NIGHT #12A#
"""
    script = read_fountain(text)
    assert sluglines(script) == ["INT. KITCHEN - DAY", "ext. garden - later", "THE MOON", "ÉCOLE", "I/E CAR - NIGHT"]
    assert [scene.number for scene in script.scenes] == ["1", "2", "3", "4", "12A"]
    assert "..dots are no heading" in actions(script)


def test_scene_numbers_of_the_script_are_never_given_twice() -> None:
    script = read_fountain("INT. A #2#\n\nINT. B\n\nINT. C #1#\n\nINT. D\n")
    assert [scene.number for scene in script.scenes] == ["2", "3", "1", "4"]


def test_each_paragraph_of_action_is_a_shot_and_keeps_its_lines() -> None:
    scene = only_scene("EXT. PIER\n\nShe runs.\nHe follows.\n\nThe sea.\n\n!INT. IS ONLY A WORD HERE\n")
    assert [shot.action for shot in scene.shots] == ["She runs.\nHe follows.", "The sea.", "INT. IS ONLY A WORD HERE"]


def test_dialogue_goes_to_the_shot_before_it() -> None:
    shot = only_shot(
        "INT. HALL\n\nShe turns.\n\nMARA (V.O.)\n(low)\nI know\nthis place.\n\n@McAvoy ^\nSo do I.\n\nMAMÁ\nAnd I.\n"
    )
    assert shot.dialogue == "MARA (V.O., low): I know this place.\nMcAvoy: So do I.\nMAMÁ: And I."
    assert shot.cast == ("MARA", "McAvoy", "MAMÁ")


def test_a_cue_may_begin_with_a_letter_beyond_ascii() -> None:
    shot = only_shot("INT. HALL\n\nShe turns.\n\nÉMILE\nC'est moi.\n")
    assert (shot.dialogue, shot.cast) == ("ÉMILE: C'est moi.", ("ÉMILE",))


def test_dialogue_without_a_shot_gets_one() -> None:
    shot = only_shot("INT. HALL\n\nMARA\nWho is there?\n")
    assert shot == ScriptShot("", "MARA: Who is there?", "", ("MARA",))


def test_songs_are_spoken_too() -> None:
    assert only_shot("INT. HALL\n\nShe sings.\n\nMARA\n~La la\n").dialogue == "MARA: La la"


def test_notes_go_to_their_shot() -> None:
    scene = only_scene(
        "[[for all]]\n\nINT. HALL [[which hall?]]\n\nShe turns. [[slowly,\nslowly]]\n\n[[and again]]\n\nHe waits.\n"
    )
    first, second = scene.shots
    assert (first.action, first.notes) == ("She turns.", "for all\nwhich hall?\nslowly, slowly\nand again")
    assert (second.action, second.notes) == ("He waits.", "")


def test_a_note_that_nothing_follows_is_kept() -> None:
    assert only_shot("INT. HALL [[empty so far]]\n").notes == "empty so far"


def test_boneyards_and_editing_words_are_dropped() -> None:
    text = """FADE IN:

INT. HALL

She turns. /* she used to
run here */

CUT TO:

> SMASH CUT:

FADE OUT.

===

= what this was about

# ACT TWO

She stops.
"""
    scene = only_scene(text)
    assert [shot.action for shot in scene.shots] == ["She turns.", "She stops."]


def test_an_unclosed_note_or_boneyard_swallows_nothing() -> None:
    scene = only_scene("INT. HALL\n\nShe /* turns.\n\nHe [[ waits.\n\nThey go.\n")
    assert [shot.action for shot in scene.shots] == ["She  turns.", "He  waits.", "They go."]


def test_the_title_page_gives_the_title() -> None:
    assert read_fountain("Title:\n    _**THE SPARE**_\n    LAMP\nAuthor: N. N.\n\nINT. A\n").title == "THE SPARE LAMP"


def test_a_first_line_with_a_colon_is_no_title_page() -> None:
    assert actions(read_fountain("Remember: she limps.\n\nINT. A\n\nA cat.\n")) == ["Remember: she limps.", "A cat."]


def test_text_before_the_first_heading_opens_the_film() -> None:
    assert sluglines(read_fountain("Black.\n\nINT. HALL\n\nShe turns.\n")) == ["Opening", "INT. HALL"]


def test_sections_are_scenes_where_there_are_no_headings() -> None:
    assert sluglines(read_fountain("# The hall\n\nShe turns.\n\n## The garden\n\nHe waits.\n")) == [
        "The hall",
        "The garden",
    ]


def test_emphasis_is_taken_off_and_stars_kept() -> None:
    shot = only_shot("INT. HALL\n\nShe *really* **runs**, ***fast***; _he_ \\*waits\\*, 3 * 4.\n")
    assert shot.action == "She really runs, fast; he *waits*, 3 * 4."


def test_windows_line_ends_change_nothing() -> None:
    text = "Title: A\n\nINT. HALL #3#\n\nShe turns.\n\nMARA\nOh.\n"
    assert read_fountain(text.replace("\n", "\r\n")) == read_fountain(text)


def test_a_hundred_thousand_characters_in_one_paragraph_stay_whole() -> None:
    words = ("A woman runs along a pier at dusk. " * 3000)[:100_000].strip()
    assert only_shot(f"EXT. PIER\n\n{words}\n").action == words


def test_long_odd_lines_take_no_square_time() -> None:
    start = time.process_time()
    for odd in ("(" * 100_000, "A" * 100_000, " " * 100_000 + "x", "[[" * 50_000, "/*" * 50_000, "# " * 50_000):
        read_fountain(f"INT. HALL\n\n{odd}\n\nShe turns.\n")
    assert time.process_time() - start < 5


def test_what_looks_like_a_screenplay() -> None:
    assert is_fountain("Some words\n\n  int. hall - day\n")
    assert not is_fountain("Interesting things happen.\n\nExternally too.\n")


@given(st.text(max_size=400))
def test_any_text_at_all_is_read(text: str) -> None:
    script = read_fountain(text)
    numbers = [scene.number for scene in script.scenes]
    assert "" not in numbers


WORDS = st.sampled_from(["woman", "runs", "pier", "at", "dusk", "two", "boats", "wait"])
PLAIN_WORDS = st.lists(WORDS, min_size=2, max_size=8)


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=12))
def test_no_word_of_action_is_lost(paragraphs: list[list[str]]) -> None:
    written = [" ".join(words) + "." for words in paragraphs]
    script = read_fountain("EXT. PIER - DUSK\n\n" + "\n\n".join(written) + "\n")
    assert actions(script) == written
