"""Goes through a text word by word and notes what each word puts on the stage."""

from __future__ import annotations

from studio.core.staging import Pose
from studio.core.vocabulary.entry import Kind, words
from studio.core.vocabulary.lens import WEAK
from studio.core.vocabulary.lexicon import Match, lookup
from studio.core.vocabulary.notes import Notes
from studio.core.vocabulary.people import MEN, WOMEN
from studio.core.vocabulary.props import HELD
from studio.core.vocabulary.stopwords import COUNTS, HER, HIM, PRONOUNS, STOP, THEM
from studio.core.vocabulary.tokens import Token
from studio.core.vocabulary.verbs import ABOARD, CARRYING, TALKING

_TITLES: dict[str, str] = {
    **dict.fromkeys(("mr", "sir", "uncle"), "man"),
    **dict.fromkeys(("mrs", "ms", "miss", "madam", "aunt"), "woman"),
    "dr": "",
}
_NOUN_AHEAD = words(
    """
    a an the this that these those his her its their my our your another each every no some any of in on at into onto
    with
    """
)
_BEING = words("is has was does will starts begins keeps")
_INSIDE = frozenset({"in", "inside", "aboard", "on"})
_BARE = frozenset({"wide", "medium", "close", "master"})


class Scan:
    """One reading of one text. `run` gives its notes."""

    def __init__(self, words: list[Token]) -> None:
        self._words = words
        self._lower = [token.lower for token in words]
        self._titled = not any(
            token.text[1:] != token.text[1:].upper() for token in words
        )  # all capitals: says nothing
        self._notes = Notes()
        self._count: int | None = None
        self._carry = False
        self._aboard = ""
        self._last_was = ""
        self._said = ""
        self._doing = False

    def run(self) -> Notes:
        """Reads to the end."""
        at = 0
        while at < len(self._words):
            at += self._step(at)
        self._board(None)
        return self._notes

    def _step(self, at: int) -> int:
        token = self._words[at]
        if token.first:
            self._carry = self._doing = False
            self._board(None)
            self._notes.cast.joining = False
        if self._is_name(at):
            return self._name(at)
        count, matches = lookup(self._lower[at:])
        if count == 1 and token.lower in STOP and not self._owned_camera(at):
            matches = ()
        if matches:
            self._take(self._chosen(at, count, matches), at, count)
            self._count = None
            return count
        self._small(token, at)
        return 1

    def _owned_camera(self, at: int) -> bool:
        """`camera` is the film's own unless somebody has one: a camera, her camera."""
        before = self._lower[at - 1] if at else ""
        return self._lower[at] == "light" or (
            self._lower[at].startswith("camera") and (before in ("a", "his", "her", "their") or self._count is not None)
        )

    def _is_name(self, at: int) -> bool:
        token = self._words[at]
        if not token.capital or (self._titled and len(self._words) > 2):
            return False
        if (
            token.lower in WOMEN
            or token.lower in MEN
            or (token.lower in _TITLES and at + 1 < len(self._words) and self._words[at + 1].capital)
        ):
            return lookup(self._lower[at : at + 2])[0] < 2 and (token.lower not in STOP or not token.first)
        if token.lower in STOP or token.lower in PRONOUNS or token.lower in COUNTS or not token.text[0].isalpha():
            return False
        if lookup(self._lower[at:])[0] or token.shout or len(token.text) < 2 or token.lower.endswith("ly"):
            return False
        return not token.first or token.owner or self._acts_next(at)

    def _acts_next(self, at: int) -> bool:
        """Whether what follows a sentence's first word makes it somebody's name."""
        token = self._words[at]
        if any(other.text == token.text and not other.first for other in self._words) or token.text.isupper():
            return True
        rest = self._words[at + 1 :]
        if not rest or rest[0].first:
            return False
        if rest[0].lower == "and" or rest[0].after in (",", "("):
            return len(rest) > 1 and (rest[0].lower != "and" or rest[1].capital or len(rest) > 2)
        _, matches = lookup(self._lower[at + 1 :])
        verb = any(match.entry.kind is Kind.POSE for match in matches) or rest[0].lower in _BEING
        return verb or rest[0].capital or (rest[0].lower.endswith("s") and rest[0].lower not in STOP)

    def _name(self, at: int) -> int:
        end = at + 1
        while end < len(self._words) and not self._words[end].first and not self._words[end - 1].owner:
            after = self._words[end]
            if (
                after.after
                or not after.capital
                or after.lower in STOP
                or lookup([after.lower])[0]
                or after.text.isupper() != self._words[at].text.isupper()
            ):
                break
            end += 1
        words = [token.text.title() if token.text.isupper() else token.text for token in self._words[at:end]]
        title = _TITLES.get(words[0].casefold(), "")
        cast = self._notes.cast
        if self._last_was == "figure" and cast.drafts and not cast.drafts[-1].name and not self._words[at].after:
            cast.drafts[-1].name = " ".join(words)
        else:
            fresh = len(cast.drafts)
            cast.name(" ".join(words))
            if title and len(cast.drafts) > fresh:
                cast.drafts[-1].kind = title
        if at and self._words[at - 1].lower == "over":
            self._notes.over = cast.group[-1].name if cast.group else ""
        self._last_was = "name"
        return end - at

    def _chosen(self, at: int, count: int, matches: tuple[Match, ...]) -> Match:
        """The reading that fits: after an article or a number a noun, after somebody a verb."""
        before = self._words[at - 1] if at else None
        noun = self._count is not None or (before is not None and (before.lower in _NOUN_AHEAD or before.owner))
        verbs = [m for m in matches if m.entry.kind is Kind.POSE]
        others = [m for m in matches if m.entry.kind is not Kind.POSE]
        if verbs and others:
            first = self._words[at].first and not noun
            doing = self._notes.cast.group and not noun
            strong = [m for m in others if m.spoken not in WEAK and m.entry.kind in (Kind.SIZE, Kind.MOVE)]
            if (first and strong) or (first and others[0].spoken in _BARE):
                return (strong or others)[0]
            return verbs[0] if doing or (self._words[at].lower.endswith("ing") and not noun) else others[0]
        return matches[0]

    def _take(self, match: Match, at: int, count: int) -> None:
        entry, cast = match.entry, self._notes.cast
        kind, many = entry.kind, self._count or (2 if match.plural else 1)
        known = at > 0 and self._words[at - 1].lower == "the" and not self._count
        if kind in (Kind.FIGURE, Kind.ANIMAL, Kind.VEHICLE):
            self._subject(match, at, many, known)
        elif kind is Kind.POSE:
            self._verb(match, at)
        elif kind is Kind.PROP:
            self._prop(entry.word, at, many)
        elif kind is Kind.SIZE:
            self._size(match, at)
        elif kind in (Kind.SCENERY, Kind.PLACE):
            if not (known and entry.word in self._notes.all(kind)):
                self._notes.note(kind, entry.word, min(many, 6) if kind is Kind.SCENERY else 1)
        else:
            self._notes.note(kind, entry.means)
        self._last_was = kind.value
        if kind not in (Kind.FIGURE, Kind.ANIMAL, Kind.VEHICLE):
            cast.joining = False

    def _subject(self, match: Match, at: int, many: int, known: bool) -> None:
        cast, word, kind = self._notes.cast, match.entry.word, match.entry.kind
        self._doing = True
        if match.spoken in ("group", "gang", "family", "queue"):
            word, many = "person", self._count or 5
        elif word == "crowd":
            word, many = "person", 9
        elif word == "person" and match.plural and not self._count:
            many = 4
        apposed = (
            kind is Kind.FIGURE
            and self._last_was == "name"
            and many == 1
            and any(self._words[i].after in (",", "(") for i in range(max(at - 3, 0), at + 1))
        )
        if apposed and cast.drafts and not known:
            cast.drafts[-1].kind, cast.joining = word, False
            return
        boarding = kind is not Kind.FIGURE and self._boarded(at)
        riders = list(cast.group) if boarding else []
        lone = kind is Kind.VEHICLE and self._aboard
        doers = list(cast.doers)
        cast.add(word, kind, many, known)
        if lone or (self._aboard and word == "horse"):
            self._board(word)
            cast.group = doers
        elif riders and all(draft.sort is Kind.FIGURE for draft in riders) and riders is not cast.group:
            for draft in riders:
                draft.pose = (
                    Pose.SIT if draft.pose in (None, Pose.STAND, Pose.HOLD, Pose.REACH, Pose.SIT) else draft.pose
                )
            cast.group = riders

    def _boarded(self, at: int) -> bool:
        ahead = [token.lower for token in self._words[max(at - 3, 0) : at]]
        return any(word in _INSIDE for word in ahead)

    def _board(self, vehicle: str | None) -> None:
        """Whoever drives, rides or rows has something to sit in: the one named, else the usual one."""
        if not self._aboard:
            return
        cast = self._notes.cast
        carriers = [draft.kind for draft in cast.drafts if draft.sort is Kind.VEHICLE or draft.kind == "horse"]
        vehicle = vehicle or (carriers[-1] if carriers else None)
        if vehicle is None:
            usual = {"drive": "car", "steer": "boat", "ride": "bicycle", "row": "boat"}[self._aboard]
            group, doers = cast.group, cast.doers
            cast.add(usual, Kind.VEHICLE, 1, True)
            vehicle = usual
            cast.group, cast.doers = group, doers
        for draft in cast.drafts:
            if draft.kind == vehicle and draft.pose is None:
                draft.pose = Pose.WALK if self._aboard == "row" else Pose.RUN
        self._aboard = ""

    def _verb(self, match: Match, at: int) -> None:
        cast = self._notes.cast
        if self._last_was in (Kind.WEATHER.value, Kind.TIME.value) and not cast.group:
            return  # Snow falls, night comes: nobody does it.
        if at and self._lower[at - 1] in COUNTS and self._count and self._count > 1:
            cast.add("person", Kind.FIGURE, self._count)
        self._said, self._doing = match.spoken, True
        if match.spoken == "type":
            self._notes.note(Kind.PROP, "desk")
            self._notes.note(Kind.PROP, "laptop")
        again = at > 0 and (self._words[at - 1].lower in ("and", "then", "but") or self._words[at].after == ",")
        pose = Pose(match.entry.means)
        who = cast.doers if again and cast.doers else cast.group
        things = bool(who) and all(draft.sort is Kind.VEHICLE for draft in who)
        if match.spoken in ABOARD:
            if things:
                pose = Pose.RUN
            else:
                self._board(None)
                self._aboard = match.spoken
        cast.act(pose, again)
        self._notes.talking = self._notes.talking or match.spoken in TALKING
        self._carry = match.spoken in CARRYING

    def _prop(self, word: str, at: int, many: int) -> None:
        cast = self._notes.cast
        near = [token.lower for token in self._words[max(at - 3, 0) : at]]
        handed = (
            self._carry
            or "with" in near
            or ("under" in near and word == "umbrella")
            or ("on" in near and word == "phone")
        )
        if "at" in near and word in ("table", "desk") and self._said not in ("stand", "stop", "lean"):
            for draft in cast.group:
                if draft.sort is Kind.FIGURE and draft.pose in (None, Pose.STAND, Pose.HOLD):
                    draft.pose = Pose.SIT
        who = [
            draft
            for draft in (cast.doers if self._carry and cast.doers else cast.group)
            if draft.sort is Kind.FIGURE and not draft.holding
        ]
        if word in HELD and self._carry and not who and not cast.drafts:
            cast.holding_ahead = word
            return
        if word in HELD and handed and who:
            for draft in who:
                draft.holding = word
            return
        self._notes.note(Kind.PROP, word, min(many, 8))

    def _size(self, match: Match, at: int) -> None:
        token = self._words[at]
        if match.spoken in _BARE and not token.first:
            return
        if match.spoken in WEAK and match.spoken not in _BARE:
            if self._doing and self._lower[at - 1] not in ("on", "to"):
                return  # "with a lamp in her hand" tells a pose, not a size.
            self._notes.weak_size = self._notes.weak_size or match.entry.means
        else:
            self._notes.note(Kind.SIZE, match.entry.means)

    def _small(self, token: Token, at: int) -> None:
        """A word without a picture of its own: counts, joins, pronouns, and what was not understood."""
        word = token.lower
        if word in COUNTS or word.isdecimal():
            self._count = min(int(word), 24) if word.isdecimal() else max(COUNTS[word], 2 if word == "few" else 1)
            if self._count == 0:
                self._count = None
        if word == "and" or token.after == ",":
            self._notes.cast.joining = bool(self._notes.cast.group) and (word == "and" or not self._notes.cast.doers)
        if word == "with":
            self._carry = True
        if word in PRONOUNS:
            self._notes.pronoun = self._notes.pronoun or (
                "woman"
                if word in HER
                else "man"
                if word in HIM
                else "both"
                if word in THEM
                else "person"
                if word in ("i", "me", "you", "my")
                else ""
            )
        elif (
            word not in STOP
            and word not in COUNTS
            and not word.isdecimal()
            and not word.endswith("ly")
            and len(word) > 1
        ):
            self._notes.unread.append(token.text)
        if word in ("of", "the", "a", "an"):
            return
        if word not in STOP and word not in COUNTS and not word.isdecimal():
            self._last_was = self._last_was if self._count else ""
