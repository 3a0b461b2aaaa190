"""Tiers: how far an idea has come, and the mark that shows it."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from studio.core.errors import InvalidInputError


class Tier(IntEnum):
    """Discovery, validation, export; the screen calls the acts Draft, Validate and Premium."""

    DISCOVERY = 1
    VALIDATION = 2
    EXPORT = 3

    @property
    def act(self) -> str:
        """What the person does: Draft, Validate, Premium."""
        return {1: "Draft", 2: "Validate", 3: "Premium"}[self]

    @property
    def doing(self) -> str:
        """The word while it runs."""
        return {1: "Drafting", 2: "Validating", 3: "Rendering"}[self]

    @property
    def above(self) -> Tier | None:
        """The next tier up, None at the top."""
        return Tier(self + 1) if self < Tier.EXPORT else None


class TierMark(StrEnum):
    """The word beside the shape on a card."""

    BLOCKING = "Blocking"
    DRAFT = "Draft"
    VALIDATION = "Validation"
    PREMIUM = "Premium"
    IMPORTED = "Imported"


def mark_of(tier: Tier, source: str) -> TierMark:
    """The mark of a take: a draft of the blocking engine and an imported clip have their own."""
    if source == "imported":
        return TierMark.IMPORTED
    if tier is Tier.DISCOVERY:
        return TierMark.BLOCKING if source == "blocking" else TierMark.DRAFT
    return TierMark.VALIDATION if tier is Tier.VALIDATION else TierMark.PREMIUM


def parse_tier(text: str) -> Tier:
    """A tier by its act or its name, any case. Raises InvalidInputError for anything else."""
    words = {tier.act.lower(): tier for tier in Tier} | {tier.name.lower(): tier for tier in Tier}
    if text.lower() not in words:
        raise InvalidInputError(f"{text!r} is not a tier.", "Use draft, validate or premium.")
    return words[text.lower()]
