"""Who looks how: body, hair and tints of a figure, the same in every shot of a cast member."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studio.media.blocking_engine.dressing import palette
from studio.media.blocking_engine.dressing.figures import proportions as bodies
from studio.media.blocking_engine.dressing.figures.head import Hair
from studio.media.blocking_engine.dressing.figures.proportions import Proportions
from studio.media.blocking_engine.dressing.palette import Tint


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that tells one figure from another."""

    body: Proportions
    hair: Hair
    hair_tint: Tint
    coat: Tint
    legs: Tint = palette.LEGS
    shoes: Tint = palette.SHOES
    skin: Tint = palette.SKIN
    scarf: Tint | None = None


_BODIES = {
    "man": bodies.MAN,
    "woman": bodies.WOMAN,
    "boy": bodies.BOY,
    "girl": bodies.GIRL,
    "child": bodies.GIRL,
    "teenager": bodies.TEEN,
    "baby": bodies.BABY,
    "old man": bodies.OLD_MAN,
    "old woman": bodies.OLD_WOMAN,
    "crowd": bodies.MAN,
}
_HAIRS = {
    bodies.MAN: (Hair.SHORT, Hair.CAP, Hair.BEANIE, Hair.SHORT),
    bodies.WOMAN: (Hair.BUN, Hair.BOB, Hair.BUN, Hair.LONG),
    bodies.OLD_MAN: (Hair.THIN, Hair.CAP),
    bodies.OLD_WOMAN: (Hair.BUN,),
    bodies.BOY: (Hair.SHORT, Hair.BEANIE),
    bodies.GIRL: (Hair.BOB, Hair.BUN),
    bodies.TEEN: (Hair.SHORT, Hair.BOB, Hair.BEANIE),
    bodies.BABY: (Hair.BEANIE,),
}


def look(kind: str, name: str, number: int) -> Look:
    """The look of a figure: a named one by its name alone, an unnamed one by its kind and its place in the row."""
    body = _BODIES.get(kind, bodies.MAN)
    if kind == "person":
        body = (bodies.MAN, bodies.WOMAN)[palette.pick(name or f"person {number}", 2)]
    if name:
        chance = palette.pick(name, 9240)
        coat = palette.COATS[chance % len(palette.COATS)]
        style = chance // 8
        scarf = palette.SCARVES[chance % len(palette.SCARVES)] if chance % 3 == 0 else None
    else:
        first = 1 if body in (bodies.MAN, bodies.OLD_MAN, bodies.BOY) else 0
        coat = (
            palette.COATS[(first + number * 2 + number // 4) % len(palette.COATS)] if number else palette.COATS[first]
        )
        style, scarf = number, None
    styles = _HAIRS[body]
    old = body in (bodies.OLD_MAN, bodies.OLD_WOMAN)
    hair_tint = palette.GREY_HAIR if old else palette.HAIRS[style % len(palette.HAIRS)]
    hair = styles[style % len(styles)]
    if hair in (Hair.CAP, Hair.BEANIE):
        hair_tint = palette.shaded(coat, 0.62)
    return replace(Look(body, hair, hair_tint, coat), scarf=scarf)
