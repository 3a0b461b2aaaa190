"""What a card says: its state as shape, word and colour, the lines over its picture, and the same read aloud."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from studio.core.board import Card, Work, WorkState
from studio.core.timebase import Rate, short_time
from studio.ui.paint import Bar, Shape, shape_of

STALLED_AFTER = 3.0


class Over(StrEnum):
    """What lies over a card's picture."""

    NOTHING = "nothing"
    EMPTY = "empty"
    QUEUED = "queued"
    RUNNING = "running"
    UNKNOWN = "unknown"
    TROUBLE = "trouble"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Words:
    """A card in words. `tint` is a colour token; `first` and `second` lie over the picture, `action` is what to do.

    `aside` stands right on the line: a place in line. `shielded` puts a shield before the second line.
    """

    over: Over
    shape: Shape | None
    word: str
    tint: str
    first: str = ""
    second: str = ""
    action: str = ""
    aside: str = ""
    shielded: bool = False


def words(card: Card, *, stands_still: bool = False, older_look: bool = False) -> Words:
    """What the card of a shot shows, apart from what runs on with the clock; `stands_still` as `stalled` found it."""
    if card.work is not None:
        still = stands_still and card.work.state is WorkState.RUNNING
        return _at_work(replace(card.work, state=WorkState.STALLED) if still else card.work)
    if card.missing:
        take = f"tk{card.shown_number}" if card.shown_number else "The take"
        return Words(
            Over.MISSING, "failed", "File missing", "red", f"{take} is not in media", "Drive not there?", "Relink"
        )
    if card.mark is None:
        word = "Omitted" if card.omitted else "On hold" if card.on_hold else ""
        return Words(Over.EMPTY, None, word, "text3")
    word = card.mark.value
    if card.omitted or card.on_hold:
        word = "Omitted" if card.omitted else "On hold"
    elif older_look:
        word = "Older look"
    return Words(Over.NOTHING, shape_of(card.mark), word, card.mark.value.lower())


def _at_work(work: Work) -> Words:
    match work.state:
        case WorkState.QUEUED:
            place = f"{_ordinal(work.place)} in line" if work.place else "waiting"
            return Words(Over.QUEUED, "queued", "Queued", "text2", first=work.model_label, aside=place)
        case WorkState.RUNNING:
            return Words(Over.RUNNING, "running", work.tier.doing, "amber", first=work.model_label)
        case WorkState.STALLED:
            return Words(Over.RUNNING, "running", "Stalled", "amber", first="Still watching")
        case WorkState.UNKNOWN:
            sent = (work.started or work.asked).astimezone()
            held = f"{work.held} held, not sent again" if work.held else "Not sent again"
            return Words(Over.UNKNOWN, "unknown", "Looking for it", "amber", f"Sent {sent:%H:%M}, no answer yet", held)
        case WorkState.REFUSED | WorkState.FAILED:
            refused = work.state is WorkState.REFUSED
            return Words(
                Over.TROUBLE,
                "failed",
                work.state.value,
                "red",
                work.problem or ("The provider said no" if refused else "It did not finish"),
                f"Billed {work.billed}" if work.billed else "Not billed",
                "Edit" if refused else "Try again",
                shielded=True,
            )


def stalled(work: Work, now: datetime) -> bool:
    """Whether work has run past three times its usual time, or is known to stand still."""
    if work.state is WorkState.STALLED:
        return True
    return bool(work.usual_s) and elapsed(work, now) > STALLED_AFTER * (work.usual_s or 0)


def elapsed(work: Work, now: datetime) -> float:
    """Seconds since work was sent, at least 0."""
    return max(0.0, (now - (work.started or work.asked)).total_seconds())


def clock(seconds: float) -> str:
    """`m:ss`, from an hour on `h:mm:ss`, rounded down."""
    whole = int(seconds)
    if whole >= 3600:
        return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
    return f"{whole // 60}:{whole % 60:02}"


def pick_words(card: Card) -> str:
    """What stands before a dashed ring, "" where the shot has its pick or no take."""
    if card.pick_number is not None or not card.take_count:
        return ""
    return "1 take, no pick" if card.take_count == 1 else f"{card.take_count} takes, no pick"


def spoken(card: Card, rate: Rate, now: datetime) -> str:
    """The card read aloud: code, state, and what the state means ("0040, drafting, 21 seconds, usually 38")."""
    said = words(card)
    parts = [card.code, said.word.lower() or "no take yet"]
    work = card.work
    if said.over is Over.RUNNING and work is not None:
        if stalled(work, now):
            parts[1] = "stalled"
        parts.append(f"{int(elapsed(work, now))} seconds")
        if work.usual_s:
            parts.append(f"usually {work.usual_s:.0f}")
    elif said.over is Over.QUEUED:
        parts.append(said.aside)
    elif said.first:
        parts += [said.first, said.second]
    else:
        parts.append(f"{short_time(card.frames, rate).replace(':', ' seconds ', 1)} frames")
        if card.pick_number is not None:
            parts.append(f"pick {card.pick_number}")
        elif card.take_count:
            parts.append(pick_words(card))
    if card.stars:
        parts.append("1 star" if card.stars == 1 else f"{card.stars} stars")
    return ", ".join(part for part in parts if part)


def bar_of(card: Card) -> Bar:
    """The colour of a shot's bar in a ribbon."""
    if card.work is not None:
        return "failed" if card.work.state in (WorkState.REFUSED, WorkState.FAILED) else "running"
    if card.missing:
        return "failed"
    if card.mark is None:
        return "empty"
    shape = shape_of(card.mark)
    return shape if shape in ("blocking", "draft", "validation", "premium", "imported") else "empty"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
