"""Every written form of every word, looked up longest phrase first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from studio.core.vocabulary import animals, lens, light, people, places, props, vehicles, verbs
from studio.core.vocabulary.entry import Entry, Kind
from studio.core.vocabulary.forms import inflected, plurals


@dataclass(frozen=True, slots=True)
class Match:
    """A word found in a text: its entry, the form that was written (`ran`, `women`) and whether that is a plural."""

    entry: Entry
    spoken: str
    plural: bool = False


@cache
def entries() -> tuple[Entry, ...]:
    """The whole vocabulary, table by table: for help pages and for tests."""
    return (
        *people.FIGURES,
        *animals.ANIMALS,
        *vehicles.VEHICLES,
        *props.PROPS,
        *places.OUTDOORS,
        *places.INDOORS,
        *places.SCENERY,
        *verbs.POSES,
        *light.TIMES,
        *light.WEATHERS,
        *lens.SIZES,
        *lens.ANGLES,
        *lens.LENSES,
        *lens.MOVES,
    )


@cache
def _forms() -> Mapping[str, tuple[Match, ...]]:
    found: dict[str, list[Match]] = {}
    for entry in entries():
        for word in entry.forms:
            if entry.kind is Kind.POSE:
                matches = [(form, Match(entry, word)) for form in inflected(word)]
            elif entry.kind is Kind.MOVE:
                matches = [(form, Match(entry, word)) for form in (word, *_conjugated(word))]
            else:
                more = () if entry.kind in (Kind.TIME, Kind.WEATHER, Kind.LENS) else plurals(word)
                matches = [
                    (word, Match(entry, word)),
                    *((form, Match(entry, word, True)) for form in more if form != word),
                ]
            for form, match in matches:
                seen = found.setdefault(form.replace("'s ", " ").strip("."), [])
                if all(other.entry is not entry for other in seen):
                    seen.append(match)
    return MappingProxyType({form: tuple(matches) for form, matches in found.items()})


def _conjugated(phrase: str) -> tuple[str, ...]:
    """Verb forms of a camera move: `pan to` gives `pans to` and `panning to`."""
    verb, _, rest = phrase.partition(" ")
    tail = f" {rest}" if rest else ""
    return tuple(form + tail for form in inflected(verb)) if verb.isalpha() and verb not in ("dolly", "crash") else ()


@cache
def longest() -> int:
    """How many tokens the longest phrase has."""
    return max(form.count(" ") for form in _forms()) + 1


def lookup(words: Sequence[str]) -> tuple[int, tuple[Match, ...]]:
    """(how many of the leading words are one known phrase, its readings); (0, ()) when even the first is unknown."""
    for count in range(min(longest(), len(words)), 0, -1):
        matches = _forms().get(" ".join(words[:count]))
        if matches:
            return count, matches
    return 0, ()
