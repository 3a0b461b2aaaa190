"""Puts subjects and props where a camera likes them: near the origin, at a slight angle, clear of one another."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from studio.core.camera import Size
from studio.core.framing import CUTS
from studio.core.staging import Pose, Staging, Subject
from studio.media.blocking_engine.dressing import palette as p
from studio.media.blocking_engine.dressing import stock
from studio.media.blocking_engine.dressing.actors import Actor, Creature, Figure, Flyer, Thing, Track
from studio.media.blocking_engine.dressing.animals import BEASTS, BIRDS, animal, bird
from studio.media.blocking_engine.dressing.boats import raft
from studio.media.blocking_engine.dressing.figures import poses
from studio.media.blocking_engine.dressing.figures.body import Tailor
from studio.media.blocking_engine.dressing.figures.wardrobe import look
from studio.media.blocking_engine.dressing.landmarks import LANDMARKS, landmark
from studio.media.blocking_engine.dressing.primitives import box, placed
from studio.media.blocking_engine.dressing.site import Site
from studio.media.blocking_engine.dressing.spots import GOING, Spots, around_table
from studio.media.blocking_engine.dressing.vehicles import AFLOAT, SEATS, VEHICLES, car
from studio.media.blocking_engine.mesh import Mesh, joined

SEATS_FOR_ONE = ("chair", "armchair", "sofa", "bench", "stool", "bed")
FIGURES = frozenset(
    {"man", "woman", "boy", "girl", "child", "baby", "teenager", "old man", "old woman", "person", "crowd"}
)
# How much coarser than up close a figure is cut where the frame holds it small.
_FINE = {Size.EWS: 1.7, Size.WS: 1.45, Size.FS: 1.3, Size.MLS: 1.15}
_SPEEDS = {Pose.WALK: 2.2, Pose.RUN: 5.5}


class Composer:
    """Turns the subjects and props of one staging into actors and pieces of its site."""

    def __init__(self, staging: Staging, site: Site) -> None:
        self._staging = staging
        self._site = site
        self._places = Spots(staging, site)
        self._tailor = Tailor()
        self._beasts: dict[str, object] = {}
        self._props = list(staging.props)
        self._carrier: tuple[str, Track] | None = None
        self._seats: list[tuple[float, float, float, str]] = []
        self._numbers: dict[str, int] = {}
        cut = CUTS[staging.camera.size or Size.FS]
        self._cut = cut if cut.bottom > 0 else None
        self._surface: tuple[float, float, float] | None = None
        self._turn = 0.0
        self._company = False

    def actors(self) -> list[Actor]:
        """An actor for every subject, in their order; then the props are set out."""
        subjects = self._staging.subjects
        riders = [s for s in subjects if s.kind in FIGURES and s.pose is Pose.SIT]
        for subject in subjects:
            if riders and subject.kind in SEATS and self._carrier is None:
                self._carrier = (subject.kind, self._carrier_track(subject))
                self._seats = list(SEATS[subject.kind])
        people = [i for i, s in enumerate(subjects) if s.kind in FIGURES]
        others = [i for i, s in enumerate(subjects) if s.kind not in FIGURES]
        spots = self._places.spots([subjects[i] for i in people])
        seated = [k for k, i in enumerate(people) if subjects[i].pose is Pose.SIT]
        if len(seated) > 1 and "table" in self._props and self._carrier is None:
            self._company = True
            self._props.remove("table")
            self._stand("table", 0.0, 0.0, 0.0)
            self._surface = (0.0, 0.745, 0.0)
            for k, seat in zip(seated, around_table(len(seated)), strict=True):
                spots[k] = seat
        made: dict[int, Actor] = {}
        for i, spot in zip(people, spots, strict=True):
            made[i] = self._figure(subjects[i], spot, len(people))
        for number, i in enumerate(others):
            made[i] = self._other(subjects[i], number, bool(people))
        self._set_out()
        return [self._close(made[i]) for i in range(len(subjects))]

    def _close(self, actor: Actor) -> Actor:
        return replace(actor, cut=self._cut) if isinstance(actor, Thing) else actor

    def _carrier_track(self, subject: Subject) -> Track:
        afloat = subject.kind in AFLOAT
        moving = subject.pose in GOING
        path = self._site.run
        speed = (
            {"boat": 0.12, "bicycle": 3.4, "horse": 3.6, "sailboat": 1.2}.get(subject.kind, _SPEEDS[Pose.RUN])
            if moving
            else 0.0
        )
        heading = -0.62 if afloat else 0.95 if not moving else path.heading
        start = self._site.berth if afloat else path.start if moving else (0.0, -0.4)
        lift = (self._site.water_y or 0.0) if afloat else 0.0
        return Track(
            start[0], start[1], heading, speed, None if afloat else self._site.floor, lift, 0.03 if afloat else 0.0
        )

    def _figure(self, subject: Subject, spot: tuple[float, float, float], count: int) -> Figure:
        number = self._numbers.get(subject.kind, 0)
        self._numbers[subject.kind] = number + 1
        dressed = look(subject.kind, subject.name, sum(self._numbers.values()) - 1)
        fine = max(
            _FINE.get(self._staging.camera.size or Size.FS, 1.0), 1.0 if count <= 3 else 1.35 if count <= 6 else 1.9
        )
        body = self._tailor.body(dressed, fine)
        holding = subject.holding if subject.holding in stock.GRIPS else ""
        held = joined((stock.HAND.get(holding) or stock.SMALL[holding])()) if holding else None
        x, z, heading = spot
        beat = (number * 0.37 + len(self._numbers) * 0.21) % 1.0
        if subject.pose is Pose.SIT:
            return self._carrying(self._seated(body, dressed.body, subject, spot, held, holding))
        seat = 0.0
        if subject.pose is Pose.LIE:
            heading, seat = math.pi / 2 + 0.25, self._bed(x, z)
        elif self._site.water_y is not None and self._staging.place in ("sea", "lake"):
            raft(self._site, z)
        track = Track(x, z, heading, poses.speed(subject.pose, body.bones), self._site.floor)
        return self._carrying(Figure(body, dressed.body, subject.pose, track, beat, held, holding, seat))

    def _carrying(self, figure: Figure) -> Figure:
        """The figure, with the light of a lamp in its hand on the set."""
        if figure.holding in stock.GLOWING:
            _, strength, reach = stock.GLOWING[figure.holding]
            x, y, z = figure.hand()
            turn = figure.track.heading
            # It shines from before the body, so that a face is not lit from under the chin.
            self._site.lamp(x + 0.4 * math.sin(turn), y + 0.2, z + 0.4 * math.cos(turn), 0.3 * strength, reach)
        return figure

    def _seated(
        self, body, kind, subject: Subject, spot: tuple[float, float, float], held: Mesh | None, holding: str
    ) -> Figure:
        if self._carrier is not None and self._seats:
            x, seat, z, hands = self._seats.pop(0)
            word, track = self._carrier
            if (
                word == "boat"
                and self._staging.subjects
                and not any(s.kind == "boat" and s.pose in GOING for s in self._staging.subjects)
            ):
                hands = "lap"
            return Figure(body, kind, Pose.SIT, track, 0.0, held, holding, seat, hands, (x, z))
        x, z, heading = spot
        desk = next((word for word in ("table", "desk") if word in self._props), "")
        seat = min(0.46, 0.262 * kind.height)
        word = next((word for word in SEATS_FOR_ONE if word in self._props), "")
        if word:
            self._props.remove(word)
        form = (
            joined(stock.STANDING[word or "chair"]())
            if word or self._staging.indoors or desk or self._company
            else box((0.62, 0.46, 0.5), (0, 0, 0), p.WOOD)
        )
        fitted = replace(form, vertices=form.vertices * np.float32(seat / 0.46))
        self._site.add(placed(fitted, (x, self._site.floor(x, z), z), heading))
        self._site.named.append(word or "chair")
        if desk:
            self._props.remove(desk)
            ahead = 0.66
            tx, tz = x + ahead * math.sin(heading), z + ahead * math.cos(heading)
            self._stand(desk, tx, tz, heading + math.pi)
            self._surface, self._turn = (
                (tx - 0.1 * math.sin(heading), 0.745, tz - 0.1 * math.cos(heading)),
                heading + math.pi,
            )
        return Figure(
            body,
            kind,
            Pose.SIT,
            Track(x, z, heading, 0.0, self._site.floor),
            0.0,
            held,
            holding,
            seat,
            "table" if desk or self._company else "lap",
        )

    def _bed(self, x: float, z: float) -> float:
        if "bed" in self._props or self._staging.place in ("bedroom", "hospital", "cell"):
            if "bed" in self._props:
                self._props.remove("bed")
            heading = math.pi / 2 + 0.25
            self._site.add(*[placed(part, (x, 0, z), heading) for part in stock.STANDING["bed"]()])
            self._site.named.append("bed")
            return 0.56
        return 0.02

    def _other(self, subject: Subject, number: int, company: bool) -> Actor:
        """An animal, a vehicle or a thing that the shot is about."""
        kind, site = subject.kind, self._site
        if self._carrier is not None and kind == self._carrier[0]:
            track, self._seats = self._carrier[1], self._seats
            if kind == "horse":
                return Creature(animal(kind), subject.pose, track)
            form = joined(car(site.lit, open_top=True) if kind in ("car", "taxi") else VEHICLES[kind](site.lit))
            return Thing(form, track)
        if kind in BEASTS or kind in BIRDS:
            return self._beast(subject, number, company)
        if kind in VEHICLES:
            return self._vehicle(subject, number, company)
        if kind in LANDMARKS:
            return landmark(site, kind, self._staging)
        if kind == "tent":
            return Thing(joined(stock.STANDING[kind]()), Track(0.0, -1.0, 0.25, 0.0, site.floor))
        if kind in stock.STANDING and kind not in stock.SMALL:
            return Thing(joined(stock.STANDING[kind]()), Track(0.9 * number, 0.0, 0.3, 0.0, site.floor))
        return self._closely(kind)

    def _closely(self, kind: str) -> Thing:
        """A small thing as a subject lies on a table, or stands on the ground where it is too big for one."""
        maker = stock.SMALL.get(kind) or stock.STANDING[kind]
        lift = 0.0
        if (kind not in stock.BIG_SMALLS and kind not in stock.STANDING) or kind in ("clock", "picture", "letter"):
            board = next((word for word in ("table", "desk", "counter") if word in self._props), "table")
            if board in self._props:
                self._props.remove(board)
            lift = 0.925 if board == "counter" else 0.745
            self._stand(board, 0.1, -0.1, 0.15)
            self._surface = (0.1, lift, -0.1)
        if kind in stock.GLOWING:
            dy, strength, reach = stock.GLOWING[kind]
            self._site.lamp(0.0, lift + dy, 0.0, strength, reach)
        return Thing(joined(maker()), Track(0.0, 0.05, 0.3, 0.0, self._site.floor, lift))

    def _beast(self, subject: Subject, number: int, company: bool) -> Actor:
        kind, site = subject.kind, self._site
        going = subject.pose in GOING
        size = BEASTS[kind].shoulder if kind in BEASTS else BIRDS[kind][0]
        path = self._places.path()
        if going:
            c, s = math.cos(path.heading), math.sin(path.heading)
            across = (
                (1.5 + 0.5 * size if company else 0.0) + (number % 3) * (0.8 + size * 0.6) - (0 if company else 0.3)
            )
            back = 0.6 + (number // 3) * 2.0 + 0.7 * (number % 2)
            x, z, heading = path.start[0] + across * c - back * s, path.start[1] - across * s - back * c, path.heading
        else:
            x = (1.15 + 0.8 * size if company else 0.0) + (number % 3) * (0.9 + size * 0.8) * (
                1 if number % 2 or company else -1
            )
            z, heading = -0.15 - 0.5 * (number % 2) - 1.4 * (number // 3), -0.75 + 0.5 * (number % 3)
        beat = number * 0.31 % 1.0
        if kind in BIRDS:
            if going:
                return Flyer(
                    kind, Track(x, z - 2.0, heading, 4.0, site.floor, 2.6 + 0.5 * (number % 3)), beat, BIRDS[kind][0]
                )
            return Thing(bird(kind, False), Track(x, z, heading, 0.0, site.floor))
        if kind not in self._beasts:
            self._beasts[kind] = animal(kind, 1.0 if number < 4 else 1.3)
        speed = (
            (BEASTS[kind].speed if subject.pose is Pose.WALK else 2.9 * max(BEASTS[kind].speed, 1.0)) if going else 0.0
        )
        return Creature(self._beasts[kind], subject.pose, Track(x, z, heading, speed, site.floor), beat)  # type: ignore[arg-type]

    def _vehicle(self, subject: Subject, number: int, company: bool) -> Actor:
        kind, site = subject.kind, self._site
        form = joined(VEHICLES[kind](site.lit))
        afloat = kind in AFLOAT
        going = subject.pose in GOING
        length = float(form.vertices[:, 2].max() - form.vertices[:, 2].min()) if kind not in ("train", "tram") else 16.0
        aside = (1.6 + length * 0.35 if company else 0.0) + number * max(3.2, length * 0.6)
        behind = -(1.2 + length * 0.38) if company else 0.0
        lift = (site.water_y if site.water_y is not None else 0.0) if afloat else 0.0
        if going and not afloat:
            path = site.run
            return Thing(
                form,
                Track(
                    path.start[0] + aside,
                    path.start[1] + behind,
                    path.heading,
                    _SPEEDS[subject.pose],
                    site.floor,
                    9.0 if kind in ("plane", "helicopter") else 0.0,
                ),
            )
        if afloat:
            x, back = site.berth[0] + aside, site.berth[1] + behind
            return Thing(
                form,
                Track(x, back - (length * 0.6 if length > 20 else 0), 0.85, 0.6 if going else 0.0, None, lift, 0.03),
            )
        if kind in ("car", "taxi", "bus", "truck", "van", "motorcycle") and site.lit:
            site.lamp(aside + 2.2, 0.7, behind + 3.0, 2.2, 8.0)
        return Thing(form, Track(aside, behind, 0.72, 0.0, site.floor))

    def _stand(self, word: str, x: float, z: float, heading: float) -> None:
        self._site.add(*[placed(part, (x, self._site.floor(x, z), z), heading) for part in stock.STANDING[word]()])
        self._site.named.append(word)
        if word in stock.GLOWING:
            dy, strength, reach = stock.GLOWING[word]
            self._site.lamp(x, self._site.floor(x, z) + dy, z + 0.4, strength, reach)

    def _set_out(self) -> None:
        """Props that nobody holds: on walls, on a table top, else standing to the sides of the subjects."""
        site = self._site
        side = 0
        on_top = 0
        walled = 0
        for board in [word for word in self._props if word in ("table", "desk", "counter")][:1]:
            self._props.remove(board)
            x, z = (1.35, -0.5) if self._staging.subjects else (0.0, -0.4)
            self._stand(board, x, z, -0.15)
            self._surface = self._surface or (x, 0.925 if board == "counter" else 0.745, z)
        for word in self._props:
            if word in stock.ON_WALL and site.wall is not None:
                x = (-0.75, 0.9, -2.0, 2.1)[walled % 4]
                walled += 1
                site.add(*[placed(part, (x, 0, site.wall + 0.03)) for part in stock.ON_WALL[word]()])
            elif word in stock.SMALL and word not in stock.BIG_SMALLS:
                self._lay(word, on_top)
                on_top += 1
            else:
                ring = side // 4
                x = (1.55, -1.65, 2.6, -2.7)[side % 4] * (1 + 0.35 * ring)
                z = (-0.75, -0.95, -1.5, -1.7)[side % 4] - 1.2 * ring
                side += 1
                if word in stock.STANDING:
                    self._stand(word, x, z, -0.35 if x > 0 else 0.4)
                else:
                    site.add(
                        *[placed(part, (x * 0.75, site.floor(x, z), z + 0.5), 0.3) for part in stock.SMALL[word]()]
                    )
            site.named.append(word)

    def _lay(self, word: str, number: int) -> None:
        """A small thing on the table if there is one, else on a crate beside the subjects."""
        if self._surface is None:
            x, z = 1.1, -0.35
            y = 0.60 + self._site.floor(x, z)
            self._site.add(*[placed(part, (x, self._site.floor(x, z), z), 0.2) for part in stock.STANDING["crate"]()])
            self._surface = (x, y, z)
        x, y, z = self._surface
        wide = 0.5 if y > 0.7 else 0.15
        if word == "laptop":
            # It stands before whoever sits there, open toward them.
            self._site.add(*[placed(part, (x, y, z), self._turn) for part in stock.SMALL[word]()])
            return
        dx = (-1.0, 0.9, 0.45, -0.5, 0.0)[number % 5] * wide
        dz = (0.1, 0.12, -0.12, -0.16, 0.2)[number % 5] * (1.0 if y > 0.7 else 0.5)
        self._site.add(*[placed(part, (x + dx, y, z + dz), 0.3 * number) for part in stock.SMALL[word]()])
        if word in stock.GLOWING:
            dy, strength, reach = stock.GLOWING[word]
            self._site.lamp(x + dx, y + dy, z + dz + 0.1, strength, reach)
