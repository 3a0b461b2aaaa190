"""A text as tokens: words as written, where sentences begin, and what stands between."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9'\-/]*(?:\.(?=[a-zA-Z]\b)[a-zA-Z])*|[.!?:;,()\n—–]")
_SPEECH = re.compile(r"[\"“”«»][^\"“”«»]*[\"“”«»]")
_MILLIMETRES = re.compile(r"\b(\d{1,3}(?:\.\d)?)\s?mm\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `text` as written without a possessive, `lower` for looking up; `first` in a sentence; `shout`ed."""

    text: str
    lower: str
    first: bool
    after: str
    owner: bool = False
    shout: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokens(text: str) -> list[Token]:
    """The words of a text; what is said in quotation marks is left out. Text longer than 4,000 characters is cut."""
    text = _SPEECH.sub(" ", text[:4000].replace("’", "'").replace("\u2018", "'"))
    out: list[Token] = []
    first, mark = True, ""
    for piece in _TOKEN.findall(_MILLIMETRES.sub(" ", text)):
        if not piece[0].isalnum():
            first = first or piece in ".!?:;\n—–"
            mark = piece
            if piece == "!" and out:
                out[-1] = _shouted(out[-1])
            continue
        owner = piece.lower().endswith("'s")
        word = (piece[:-2] if owner else piece).strip("'-/.")
        if word:
            out.append(Token(word, word.lower(), first, mark, owner))
            first, mark = False, ""
    return out


def _shouted(token: Token) -> Token:
    return Token(token.text, token.lower, token.first, token.after, token.owner, True)


def millimetres(text: str) -> float | None:
    """A focal length that the text names, like `35mm`; None without one or outside 8–300."""
    for found in _MILLIMETRES.findall(text[:4000]):
        if 8 <= float(found) <= 300:
            return float(found)
    return None
