"""Script files: encodings, and a sentence for everything that is no script."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.core.errors import InvalidInputError
from studio.exchange.script_file import LARGEST_BYTES, read_script_file

SCRIPT = "INT. CAFÉ - DAY\n\nZoë “waits”.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_common_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "Her café.fountain"
    file.write_bytes(SCRIPT.encode(encoding))
    script = read_script_file(file)
    (scene,) = script.scenes
    assert (script.title, scene.slugline, scene.shots[0].action) == ("Her café", "INT. CAFÉ - DAY", "Zoë “waits”.")


def test_a_screenplay_in_a_plain_text_file_is_read_as_one(tmp_path: Path) -> None:
    file = tmp_path / "script.txt"
    file.write_text("Title: Salt\n\nEXT. PIER - DUSK\n\nShe runs.\n\nMARA\nWait!\n", encoding="utf-8")
    script = read_script_file(file)
    assert (script.title, script.scenes[0].shots[0].dialogue) == ("Salt", "MARA: Wait!")


def test_a_plain_text_file_is_titled_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Anna\n\nShe runs.\n", encoding="utf-8")
    script = read_script_file(file)
    assert (script.title, script.shot_count) == ("notes", 2)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.fountain", b"", "empty.fountain is empty"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\t\n", "blank.txt is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "is not a text file"),
        ("script.pdf", b"%PDF-1.7\n1 0 obj <</Type/Catalog>>", "is not a text file"),
        ("noise.fountain", bytes(range(1, 32)) * 40, "is not a text file"),
        ("only_title.fountain", b"Title: Salt\n", "no scene and no word"),
        ("huge.txt", b"A woman runs. " * (LARGEST_BYTES // 14 + 1), "larger than 4 MB"),
    ],
)
def test_what_is_no_script_says_so(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(InvalidInputError, match=says) as caught:
        read_script_file(file)
    assert caught.value.remedy


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.fountain", tmp_path):
        with pytest.raises(InvalidInputError, match="cannot be read"):
            read_script_file(path)


def test_a_prompt_of_a_hundred_thousand_characters_is_kept_whole(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    words = "x" * 99_990 + " the end."
    file.write_text(words, encoding="utf-8")
    assert read_script_file(file).scenes[0].shots[0].action == words
