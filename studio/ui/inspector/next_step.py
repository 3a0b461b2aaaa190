"""What a shot needs next: the one filled button of the inspector, decided from values alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from studio.core.board import Card, ShotDetail, WorkState
from studio.core.errors import InvalidInputError
from studio.core.money import Money
from studio.core.render import request_from_bytes
from studio.core.take import Take
from studio.core.tier import Tier


class Act(Enum):
    """What pressing the filled button does."""

    DRAFT = "draft"
    PICK = "pick"
    PROMOTE = "promote"
    APPROVE = "approve"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a tier would be rendered with now: model, price for this shot, usual seconds; None until known."""

    model_label: str
    price: Money | None = None
    usual_s: float | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """The button's words and what it acts on. `offer` is the model that would work, None where no model does."""

    act: Act
    text: str
    icon: str
    key: str = ""
    take: Take | None = None
    tier: Tier | None = None
    offer: Offer | None = None

    @property
    def price(self) -> str:
        """The price in the button: `free` for a draft that costs nothing, `$0.00` for a promotion, "" without one."""
        if self.offer is None or self.offer.price is None:
            return ""
        return price_text(self.offer.price) if self.act is Act.DRAFT else str(self.offer.price)


def price_text(price: Money) -> str:
    """An amount, `free` for none."""
    return str(price) if price else "free"


def next_step(detail: ShotDetail, chosen: Take | None, offers: dict[Tier, Offer]) -> NextStep:
    """The next step of a shot whose takes strip has `chosen` under its ring; `offers` holds a model for each tier.

    No take, or none that was made of the fields as they are now: draft. No pick: pick the chosen take. Picked: promote
    to the tier above while there is one with a model, then approve, then hand the clip over.
    """
    card = detail.card
    usable = [take for take in detail.takes if not take.rejected and not take.missing]
    pick = next((take for take in detail.takes if take.id == card.pick_id), None)
    stale = not card.approved and not any(_made_of(take, card) for take in (*usable, *([pick] if pick else [])))
    if stale or (not usable and (pick is None or pick.missing)):
        text = "Draft again" if detail.takes else "Draft another" if _under_way(detail) else "Draft"
        return NextStep(Act.DRAFT, text, "lightning", "G", tier=Tier.DISCOVERY, offer=offers.get(Tier.DISCOVERY))
    if pick is None:
        wanted = chosen if chosen in usable else usable[-1]
        return NextStep(Act.PICK, f"Pick take {wanted.number}", "circle-dashed", "P", take=wanted)
    above = pick.tier.above
    if above is not None and above in offers and not pick.missing:
        word = "Validation" if above is Tier.VALIDATION else "Premium"
        return NextStep(
            Act.PROMOTE, f"Promote to {word}", "arrow-fat-up", "Ctrl ⏎", take=pick, tier=above, offer=offers[above]
        )
    if not card.approved:
        return NextStep(Act.APPROVE, "Approve", "check", take=pick)
    return NextStep(Act.COPY, "Copy clip for the edit", "copy", "Ctrl C", take=pick)


def _made_of(take: Take, card: Card) -> bool:
    """Whether a take shows the shot as it is written now; one that holds no readable request counts as if it did."""
    try:
        made = request_from_bytes(take.request)
    except InvalidInputError:
        return True
    now = (card.action, card.camera, card.time_of_day, card.weather, card.frames)
    return (made.action, made.camera, made.time_of_day, made.weather, made.frames) == now


def _under_way(detail: ShotDetail) -> bool:
    work = detail.card.work
    return work is not None and work.state in (WorkState.QUEUED, WorkState.RUNNING, WorkState.STALLED)
