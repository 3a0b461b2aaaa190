"""Plurals and verb forms, made by rule and by a short list of exceptions."""

from __future__ import annotations

from studio.core.vocabulary.verbs import IRREGULAR

_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people persons",
    "foot": "feet",
    "goose": "geese",
    "mouse": "mice",
    "ox": "oxen",
    "sheep": "sheep",
    "deer": "deer",
    "elk": "elk",
    "moose": "moose",
    "cattle": "cattle",
    "aircraft": "aircraft",
    "wolf": "wolves",
    "knife": "knives",
    "shelf": "shelves",
    "bookshelf": "bookshelves",
    "wife": "wives",
    "thief": "thieves",
    "leaf": "leaves",
    "calf": "calves",
    "passer-by": "passers-by",
    "stairs": "stairs",
    "mountains": "mountains",
    "cliffs": "cliffs",
    "rooftops": "rooftops",
    "lips": "lips",
    "fingers": "fingers",
    "roof": "roofs",
    "eye": "eyes",
    "bystander": "bystanders",
}


def plurals(word: str) -> tuple[str, ...]:
    """The plural forms of a noun or a noun phrase (its last word, before any ` of `)."""
    if " of " in word:
        head, _, tail = word.partition(" of ")
        return tuple(f"{form} of {tail}" for form in plurals(head))
    lead, _, last = word.rpartition(" ")
    lead = f"{lead} " if lead else ""
    if last in _PLURALS:
        return tuple(lead + form for form in _PLURALS[last].split())
    for ending in ("woman", "man"):
        if last.endswith(ending):
            return (lead + last.removesuffix("man") + "men",)
    if last.endswith(("s", "x", "ch", "sh", "z")):
        return (f"{lead}{last}es",)
    if last.endswith("y") and last[-2] not in "aeiou":
        return (f"{lead}{last[:-1]}ies",)
    return (f"{lead}{last}s",)


def inflected(verb: str) -> tuple[str, ...]:
    """The forms of a verb: third person, -ing, past."""
    stem = verb
    if verb.endswith("e") and not verb.endswith(("ee", "ie")):
        stem = verb[:-1]
    elif _doubles(verb):
        stem = verb + verb[-1]
    third = (
        f"{verb[:-1]}ies"
        if _y(verb)
        else f"{verb}es"
        if verb.endswith(("s", "x", "ch", "sh", "z", "o"))
        else f"{verb}s"
    )
    past = f"{verb[:-1]}ied" if _y(verb) else f"{stem}ed"
    ing = f"{verb[:-2]}ying" if verb.endswith("ie") else f"{stem}ing"
    return (verb, third, ing, past, *IRREGULAR.get(verb, "").split())


def _y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"


def _doubles(verb: str) -> bool:
    """Whether a short verb doubles its last letter: run, sit, stop, but not look, row, lean, listen."""
    short = (
        len(verb) <= 4
        and verb[-1] not in "aeiouwxy"
        and verb[-2] in "aeiou"
        and (len(verb) < 3 or verb[-3] not in "aeiou")
    )
    return short and verb not in ("open",)
