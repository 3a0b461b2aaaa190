"""A screenplay file of either kind, whatever its encoding."""

from __future__ import annotations

import codecs
from dataclasses import replace
from pathlib import Path

from studio.core.errors import InvalidInputError
from studio.core.script import Script
from studio.exchange.fountain import is_fountain, read_fountain
from studio.exchange.plain_text import read_plain_text

LARGEST_BYTES = 4_000_000
FOUNTAIN_ENDINGS = (".fountain", ".spmd")
_EXPORT = "Save it as Fountain or plain text in the program it comes from, and import that file."
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_script_file(path: Path) -> Script:
    """The script in a Fountain or plain text file; its title is the file's name where the text gives none.

    Raises InvalidInputError with a sentence when the file cannot be read, is too large, is no text or holds no word.
    """
    text = _text(path)
    if path.suffix.lower() in FOUNTAIN_ENDINGS or is_fountain(text):
        script = read_fountain(text)
    else:
        script = read_plain_text(text)
    if not script.scenes:
        raise InvalidInputError(f"{path.name} holds no scene and no word of action.", "Choose another file.")
    return script if script.title else replace(script, title=path.stem)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise InvalidInputError(f"{path.name} cannot be read ({reason}).", "Check that the file is there.") from error
    if len(data) > LARGEST_BYTES:
        raise InvalidInputError(f"{path.name} is larger than {LARGEST_BYTES // 1_000_000} MB.", "Import it in parts.")
    text = _decoded(data, path.name)
    if not text.strip("\ufeff \t\r\n"):
        raise InvalidInputError(f"{path.name} is empty.", "Choose another file.")
    return text


def _decoded(data: bytes, name: str) -> str:
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    for encoding in marked or ["utf-8", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text):
            return text
    raise InvalidInputError(f"{name} is not a text file.", _EXPORT)


def _reads_as_text(text: str) -> bool:
    """Text has no NUL and hardly any control character; pictures, PDF and Word files have plenty."""
    if "\0" in text or text.startswith("%PDF-"):
        return False
    strange = sum(1 for letter in text if letter < " " and letter not in "\t\n\r\f\v\x1a")
    return strange * 200 <= len(text)
