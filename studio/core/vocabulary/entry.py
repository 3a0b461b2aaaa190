"""One word that the blocking engine knows, and how tables of them are written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of word it is, which decides where it goes in a staging."""

    FIGURE = "figure"
    ANIMAL = "animal"
    VEHICLE = "vehicle"
    PROP = "prop"
    PLACE = "place"
    SCENERY = "scenery"
    POSE = "pose"
    TIME = "time"
    WEATHER = "weather"
    SIZE = "size"
    ANGLE = "angle"
    LENS = "lens"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, its kind, what else people call it, and for poses, light and camera the field value that it means."""

    word: str
    kind: Kind
    synonyms: tuple[str, ...] = ()
    means: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The word and its synonyms."""
        return (self.word, *self.synonyms)


def table(kind: Kind, text: str) -> tuple[Entry, ...]:
    """Entries from lines `word: synonym, synonym`; a line `word = value: synonym` also names what it means."""
    out: list[Entry] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        head, _, tail = line.partition(":")
        word, _, means = (part.strip() for part in head.partition("="))
        out.append(Entry(word, kind, tuple(part.strip() for part in tail.split(",") if part.strip()), means))
    return tuple(out)


def words(text: str) -> frozenset[str]:
    """The words of a text, for tables that are easier to read as lines."""
    return frozenset(text.split())
