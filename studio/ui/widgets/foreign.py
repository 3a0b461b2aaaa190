"""Somebody's words where Qt would take them for markup, for a key, or for as much room as they like."""

from __future__ import annotations

from html import escape

LONG = 600
"""A tooltip shows so many characters: the whole text is in its field."""


def tip(words: str) -> str:
    """A tooltip that shows `words` as they are, whatever they look like; "" for none."""
    return f"<qt>{escape(short(words, LONG))}</qt>" if words else ""


def face(words: str, most: int = 60) -> str:
    """Text for a menu or a button: one line of at most so many characters, an ampersand stays one."""
    return short(" ".join(words.split()), most).replace("&", "&&")


def short(words: str, most: int) -> str:
    """At most so many characters, with three dots where the rest is cut off."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
