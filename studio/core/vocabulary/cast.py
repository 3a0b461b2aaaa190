"""The subjects while a text is read: who is there, who is meant by the next verb, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from studio.core.staging import Pose, Subject
from studio.core.vocabulary.entry import Kind
from studio.core.vocabulary.people import body_of

MOST = 24


@dataclass(slots=True)
class Draft:
    """A subject as far as it is known."""

    kind: str
    sort: Kind
    name: str = ""
    pose: Pose | None = None
    holding: str = ""


@dataclass(slots=True)
class Cast:
    """Subjects in order of mention; `group` are those that the next verb is about, `doers` those of the last verb."""

    drafts: list[Draft] = field(default_factory=list)
    group: list[Draft] = field(default_factory=list)
    doers: list[Draft] = field(default_factory=list)
    joining: bool = False
    ahead: Pose | None = None
    holding_ahead: str = ""

    def add(self, kind: str, sort: Kind, count: int = 1, known: bool = False) -> None:
        """More of a kind; `known` (said with `the`) means those already there, if any are."""
        there = [draft for draft in self.drafts if draft.kind == kind]
        if known and there:
            self._take(there)
            return
        new = [Draft(kind, sort, pose=self.ahead) for _ in range(min(count, MOST - len(self.drafts)))]
        self.drafts += new
        self.ahead = None
        self._take(new)

    def name(self, name: str) -> None:
        """A cast member by name; a figure noun right before (`the captain Holm`) or after is the same person."""
        there = [draft for draft in self.drafts if draft.name == name or name in draft.name.split()]
        if not there:
            there = [Draft(body_of(name), Kind.FIGURE, name, self.ahead)]
            if len(self.drafts) < MOST:
                self.drafts += there
            self.ahead = None
        self._take(there)

    def _take(self, drafts: list[Draft]) -> None:
        self.group = [*self.group, *drafts] if self.joining else drafts
        self.joining = False

    def act(self, pose: Pose, again: bool) -> None:
        """A verb: for the last named, or with `again` (`and sits`) for those of the verb before."""
        who = self.doers if again and self.doers else self.group
        if not who:
            self.ahead = pose if self.ahead in (None, Pose.STAND) else self.ahead
        for draft in who:
            if draft.pose in (None, Pose.STAND) or (draft.pose is Pose.HOLD and pose not in (Pose.STAND, Pose.REACH)):
                draft.pose = pose
        self.doers, self.joining = who, False

    def subjects(self) -> tuple[Subject, ...]:
        """The finished subjects; a body that holds something and does nothing else is holding."""
        return tuple(Subject(d.kind, _pose(d), d.name, d.holding) for d in self.drafts)


def _pose(draft: Draft) -> Pose:
    if draft.sort is Kind.VEHICLE:
        return draft.pose if draft.pose is Pose.WALK or draft.pose is Pose.RUN else Pose.STAND
    if draft.pose is None or draft.pose in (Pose.STAND, Pose.HOLD):
        return Pose.HOLD if draft.holding else Pose.STAND
    return draft.pose
