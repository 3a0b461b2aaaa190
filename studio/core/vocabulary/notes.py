"""What a text said, kind by kind, as the scan notes it down."""

from __future__ import annotations

from dataclasses import dataclass, field

from studio.core.vocabulary.cast import Cast
from studio.core.vocabulary.entry import Kind


@dataclass(slots=True)
class Notes:
    """What a text said, in the order it said it."""

    cast: Cast = field(default_factory=Cast)
    found: dict[Kind, list[str]] = field(default_factory=dict)
    weak_size: str = ""
    talking: bool = False
    pronoun: str = ""
    over: str = ""
    unread: list[str] = field(default_factory=list)

    def all(self, kind: Kind) -> list[str]:
        """The words of a kind."""
        return self.found.get(kind, [])

    def part_size(self, named: str) -> str:
        """The size that was named; what part of a body is meant tells it where none was, or makes a close one exact."""
        if self.weak_size and (not named or named in ("CU", "ECU")):
            return self.weak_size
        return named

    def note(self, kind: Kind, word: str, count: int = 1) -> None:
        """One more word of a kind."""
        self.found.setdefault(kind, []).extend([word] * count)
