"""Shot codes: a shot's identity for the production. Never changed by moving, never used twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import count, product

from studio.core.project import CodeScheme

# I and O are skipped because a slate in bad light reads them as 1 and 0.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_STEP = re.compile(r"(\d{4,})([A-Z]*)")
_LETTER = re.compile(r"(.*?)([A-HJ-NP-Z]+)(\d*)")


class CodeBook:
    """Every code that a project ever gave. It gives new ones and never the same twice."""

    def __init__(self, scheme: CodeScheme, used: Iterable[str]) -> None:
        self._scheme = scheme
        self._used = set(used)
        self._top = max((_number(code) or 0 for code in self._used), default=0)

    def give(self, *, scene: str = "", before: str | None = None, after: str | None = None) -> str:
        """A fresh code for a new shot between `before` and `after`, the codes of its neighbours on the board.

        None stands for the board's ends; `scene` is the scene's number, for the 12A scheme. Between 0020 and 0030 comes
        0025, and 0020A when the numbers are used up; after 12A comes the next free letter.
        """
        if self._scheme is CodeScheme.LETTERS:
            wanted = _lettered(scene or "1", before)
        else:
            wanted = _stepped(before, after, self._top)
        code = next(code for code in wanted if code not in self._used)
        self._used.add(code)
        self._top = max(self._top, _number(code) or 0)
        return code


def next_code(
    scheme: CodeScheme, used: Collection[str], *, scene: str = "", before: str | None = None, after: str | None = None
) -> str:
    """One code that is not in `used`; see `CodeBook.give`."""
    return CodeBook(scheme, used).give(scene=scene, before=before, after=after)


def _stepped(before: str | None, after: str | None, top: int) -> Iterator[str]:
    low, high = _number(before) or 0, _number(after)
    if after is None:
        yield from (f"{number:04}" for number in count(top // 10 * 10 + 10, 10))
    middle = (low + (high or 0)) // 2
    yield from (
        f"{number:04}"
        for offset in range((high or 0) - low)
        for number in (middle + offset, middle - offset)
        if low < number < (high or 0)
    )
    yield from (f"{low:04}{suffix}" for suffix in _suffixes())


def _number(code: str | None) -> int | None:
    match = _STEP.fullmatch(code or "")
    return int(match[1]) if match else None


def _lettered(scene: str, before: str | None) -> Iterator[str]:
    letters = _suffixes()
    match = _LETTER.fullmatch(before or "")
    if match and match[1] == scene:
        for suffix in letters:
            if suffix == match[2]:
                break
    yield from (f"{scene}{suffix}" for suffix in letters)


def _suffixes() -> Iterator[str]:
    for length in count(1):
        yield from ("".join(letters) for letters in product(LETTERS, repeat=length))
