"""Taking a slugline apart for display: `EXT. SKERRY PIER — DUSK` is the place Skerry pier, outside, at dusk."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFIX = re.compile(r"(?i)\s*(int\.?/ext|ext\.?/int|int|ext|est|i/e)[.\s]+")
_DASH = re.compile(r"\s+[-–—]+\s+")
_SETTINGS = {"int": "INT", "ext": "EXT", "est": "EXT", "i/e": "INT/EXT"}


@dataclass(frozen=True, slots=True)
class Slugline:
    """`place` in sentence case, `setting` INT, EXT or INT/EXT, `time` in lower case; "" where the line does not say."""

    place: str
    setting: str = ""
    time: str = ""

    @property
    def second_line(self) -> str:
        """`EXT · dusk`."""
        return " · ".join(part for part in (self.setting, self.time) if part)


def parse_slugline(text: str) -> Slugline:
    """The parts of a slugline; what follows no custom is all place."""
    line = " ".join(text.split())
    setting = ""
    if prefix := _PREFIX.match(line):
        word = prefix[1].lower().replace(".", "")
        setting = _SETTINGS.get(word, "INT/EXT")
        line = line[prefix.end() :]
    parts = _DASH.split(line)
    time = parts.pop().lower() if len(parts) > 1 else ""
    return Slugline(_sentence_case(" – ".join(parts)), setting, time)


def _sentence_case(text: str) -> str:
    """Capitals throughout become a sentence; what was typed with care stays."""
    return text.capitalize() if text.isupper() else text
