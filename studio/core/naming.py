"""Names of delivered files: readable, stable, and legal on every system that an editor may use.

The letters are a–z A–Z 0–9 . _ - alone; reserved names and rules about dots are those of Windows ("Naming Files,
Paths, and Namespaces"), the strictest of the three systems.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from studio.core.tier import TierMark

MOST = 120
EXTENSION_MOST = 10
NAMELESS = "untitled"
RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
SPELT = {
    **{"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"},
    **{
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "ŋ": "ng",
        "Ŋ": "Ng",
        "&": "and",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    },
}
# ruff: noqa: RUF001 (letters that look Latin and are not are the point of these tables)
CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True)) | {
    **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
    **{"є": "ye", "і": "i", "ґ": "g"},
}
GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)) | {"θ": "th", "χ": "ch", "ψ": "ps"}


def pick_name(project: str, scene: str, shot: str, extension: str) -> str:
    """`{project}_{scene}_{shot}.{ext}`: the same for every take that becomes the pick, so that a timeline refreshes."""
    return _joined((project, scene, shot), "", extension)


def take_name(project: str, scene: str, shot: str, take: int, mark: TierMark, extension: str) -> str:
    """`{project}_{scene}_{shot}_tk{take:02}_{tier}.{ext}`."""
    return _joined((project, scene, shot), f"_tk{take:02}_{_letters(mark.value, EXTENSION_MOST).lower()}", extension)


def safe_part(text: str, most: int = MOST) -> str:
    """`text` as a file name or a part of one: 1 to `most` allowed letters, `untitled` when nothing of it can be kept.

    Accents fall off, Greek and Cyrillic are spelt in Latin, spaces and everything else become single dashes.
    """
    return _unreserved(_letters(text, most), most)


def unique(name: str, taken: Container[str]) -> str:
    """`name`, or with `-2`, `-3`… before its extension, so that its case-folded form is not in `taken`."""
    stem, dot, extension = name.rpartition(".")
    if not stem:
        stem, dot, extension = name, "", ""
    number, candidate = 1, name
    while candidate.casefold() in taken:
        number += 1
        tail = f"-{number}{dot}{extension}"
        candidate = f"{stem[: MOST - len(tail)]}{tail}"
    return candidate


def _joined(parts: tuple[str, str, str], tail: str, extension: str) -> str:
    """The parts with underscores; the longest gives way first where the whole would be too long."""
    ending = f"{tail}.{_letters(extension, EXTENSION_MOST).lower()}"
    safe = [_letters(part, MOST) for part in parts]
    while sum(map(len, safe)) + len(safe) - 1 + len(ending) >= MOST:
        longest = max(range(len(safe)), key=lambda place: len(safe[place]))
        safe[longest] = safe[longest][:-1]
    return _unreserved("_".join(part.strip("-._") for part in safe) + ending, MOST)


def _letters(text: str, most: int) -> str:
    spelt = "".join(_spelt(letter) for letter in unicodedata.normalize("NFC", text[: 4 * MOST]))
    plain = unicodedata.normalize("NFKD", spelt)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    dashed = re.sub(r"[^A-Za-z0-9._-]+", "-", bare)
    single = re.sub(r"\.{2,}", ".", re.sub(r"-{2,}", "-", dashed))
    return single.strip("-._")[:most].strip("-._") or NAMELESS[:most]


def _unreserved(name: str, most: int) -> str:
    """Windows means a device by `nul`, and also by `nul.mp4`."""
    return f"_{name}"[:most] if name.split(".")[0].lower() in RESERVED else name


def _spelt(letter: str) -> str:
    if letter in SPELT:
        return SPELT[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    low = base.lower()
    latin = CYRILLIC.get(low, GREEK.get(low))
    if latin is None:
        return letter
    return latin if base == low else latin.capitalize()
