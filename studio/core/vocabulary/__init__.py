"""The words that the blocking engine understands, and what they put on a stage."""

from __future__ import annotations

from studio.core.vocabulary.entry import Entry, Kind
from studio.core.vocabulary.lexicon import entries
from studio.core.vocabulary.reading import read

__all__ = ["Entry", "Kind", "entries", "read"]
