"""What moves or is measured on a stage: figures, animals, vehicles, things, each with mesh and mark."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from studio.core.framing import FACE, Cut
from studio.core.staging import Pose
from studio.media.blocking_engine.dressing.animals import Animal, bird
from studio.media.blocking_engine.dressing.figures import poses
from studio.media.blocking_engine.dressing.figures.body import Body
from studio.media.blocking_engine.dressing.figures.proportions import Proportions
from studio.media.blocking_engine.dressing.figures.skeleton import Joint
from studio.media.blocking_engine.dressing.primitives import placed, turn_y
from studio.media.blocking_engine.dressing.stock import GRIPS
from studio.media.blocking_engine.dressing.vectors import vec
from studio.media.blocking_engine.mesh import Mesh, joined
from studio.media.blocking_engine.stage import Mark

Spot = tuple[float, float, float, float]


class Actor(Protocol):
    """Something that a shot is about."""

    @property
    def moves(self) -> bool:
        """Whether its mesh changes over time."""
        ...

    def mesh(self, t: float) -> Mesh:
        """Its surface at t seconds."""
        ...

    def mark(self, t: float) -> Mark:
        """Where it stands at t seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Track:
    """A straight way over the ground: (x, z) at 0 s, heading, metres a second; `rock` sways a thing that floats."""

    x: float
    z: float
    heading: float
    speed: float = 0.0
    floor: Callable[[float, float], float] | None = None
    lift: float = 0.0
    rock: float = 0.0

    def at(self, t: float) -> Spot:
        """(x, y, z, heading) at t seconds."""
        x, z = self.x + math.sin(self.heading) * self.speed * t, self.z + math.cos(self.heading) * self.speed * t
        y = self.lift + (self.floor(x, z) if self.floor else 0.0)
        if self.rock:
            y += self.rock * math.sin(2 * math.pi * t / 3.1)
        return x, y, z, self.heading + (0.25 * self.rock * math.sin(2 * math.pi * t / 4.7) if self.rock else 0.0)

    @property
    def still(self) -> bool:
        """Whether it stays where it is."""
        return self.speed == 0 and self.rock == 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a pose on a track. `seat` is the height it sits at, `aside` its place (x, z) on what carries it."""

    body: Body
    kind: Proportions
    pose: Pose
    track: Track
    beat: float = 0.0
    held: Mesh | None = None
    holding: str = ""
    seat: float = 0.45
    hands: str = "lap"
    aside: tuple[float, float] = (0.0, 0.0)

    @property
    def moves(self) -> bool:
        """Whether it walks, runs or is carried along."""
        return self.pose in (Pose.WALK, Pose.RUN) or not self.track.still

    def mesh(self, t: float) -> Mesh:
        """Body and what it holds, on the ground."""
        local, grip = self._posed(t)
        parts = [local]
        if self.held is not None and grip is not None:
            offset = np.asarray(GRIPS[self.holding][1], float)
            parts.append(self.held.moved(np.eye(3, dtype=np.float32), np.asarray(grip + offset, np.float32)))
        x, y, z, heading = self.track.at(t)
        whole = joined(parts).moved(np.eye(3, dtype=np.float32), vec([self.aside[0], 0, self.aside[1]]))
        return placed(whole, (x, y, z), heading)

    def _turns(self, t: float) -> tuple[poses.Turns, poses.Spot]:
        bones = self.body.bones
        gait = poses.gait_of(self.pose)
        if gait is not None:
            turns, root = poses.going(bones, gait, (t / gait.period + self.beat) % 1.0)
        elif self.pose is Pose.SIT:
            turns, root = poses.sitting(bones, self.seat, self.hands)
        elif self.pose is Pose.LIE:
            turns, root = poses.lying(bones, self.seat)
        elif self.pose is Pose.REACH:
            turns, root = poses.reaching(bones)
        else:
            turns, root = poses.standing(bones, 1 if self.beat < 0.5 else -1)
        if self.holding:
            carry = poses.CARRIES[GRIPS[self.holding][0]]
            poses.arm(turns, -1, carry)
            if GRIPS[self.holding][0] in ("read", "chest") and self.holding in (
                "letter",
                "paper",
                "map",
                "book",
                "box",
                "ball",
                "laptop",
                "guitar",
                "plant",
                "radio",
            ):
                poses.arm(turns, 1, carry)
        return turns, root

    def _posed(self, t: float) -> tuple[Mesh, np.ndarray | None]:
        bones = self.body.bones
        turns, root = self._turns(t)
        transforms = bones.posed(turns, root)
        grip = None
        if self.held is not None:
            wrist, elbow = bones.rest[Joint.HAND_R].astype(float), bones.rest[Joint.FOREARM_R].astype(float)
            middle = wrist + (wrist - elbow) / np.linalg.norm(wrist - elbow) * 0.055 * self.kind.height
            grip = transforms[Joint.HAND_R, :, :3] @ middle + transforms[Joint.HAND_R, :, 3]
        mesh = self.body.skin.carried(transforms)
        if self.pose is Pose.LIE:
            sink = float(mesh.vertices[:, 1].min()) - self.seat + 0.015
            mesh = mesh.moved(np.eye(3, dtype=np.float32), vec([0, -sink, 0]))
        if self.pose in (Pose.STAND, Pose.REACH, Pose.HOLD, Pose.WALK) or (
            self.pose is Pose.RUN and mesh.vertices[:, 1].min() < 0
        ):
            drop = float(mesh.vertices[:, 1].min())
            mesh = mesh.moved(np.eye(3, dtype=np.float32), vec([0, -drop, 0]))
            grip = grip - [0, drop, 0] if grip is not None else None
        return mesh, grip

    def hand(self) -> tuple[float, float, float]:
        """Where the middle of the held thing is at 0 s, on the stage."""
        _, grip = self._posed(0.0)
        x, y, z, heading = self.track.at(0.0)
        local = np.zeros(3) if grip is None else grip + np.asarray(GRIPS[self.holding][1], float) * 0.7
        away = turn_y(heading) @ local
        return x + float(away[0]), y + float(away[1]), z + float(away[2])

    def mark(self, t: float) -> Mark:
        """Feet, heading and face; heights are those of the body upright, the face where it is in the pose."""
        bones = self.body.bones
        turns, root = self._turns(t if self.pose in (Pose.SIT, Pose.LIE) else 0.0)
        posed = bones.posed(turns, root)
        head = posed[Joint.HEAD]
        size = self.kind.head_m
        local = head[:, :3] @ np.array([0, self.kind.height - 0.5 * size, 0.42 * size]) + head[:, 3]
        x, y, z, heading = self.track.at(t)
        away = turn_y(heading) @ np.array([self.aside[0] + local[0], local[1], self.aside[1] + local[2]])
        feet = turn_y(heading) @ np.array([self.aside[0], 0, self.aside[1]])
        palms = [posed[hand][:, :3] @ bones.rest[hand] + posed[hand][:, 3] for hand in (Joint.HAND_L, Joint.HAND_R)]
        palm = np.add(palms[0], palms[1]) / 2 if not self.holding else palms[1]
        palm = turn_y(heading) @ np.add(palm, (self.aside[0], 0, self.aside[1]))
        lying = self.pose is Pose.LIE
        return Mark(
            (x + float(feet[0]), y, z + float(feet[2])),
            heading,
            self.kind.height,
            float(local[1]) + 0.05 * size,
            (x + float(away[0]), y + float(away[1]), z + float(away[2])),
            self.kind.height if lying else 2.0 * self.kind.shoulder * self.kind.height + 0.16,
            (x + float(palm[0]), y + float(palm[1]), z + float(palm[2])),
        )


@dataclass(frozen=True, slots=True)
class Creature:
    """A four-legged animal on a track."""

    animal: Animal
    pose: Pose
    track: Track
    beat: float = 0.0

    @property
    def moves(self) -> bool:
        """Whether it goes."""
        return not self.track.still

    def mesh(self, t: float) -> Mesh:
        """Its body, feet on the ground."""
        period = 0.55 + 0.5 * self.animal.beast.shoulder * (0.6 if self.pose is Pose.RUN else 1.0)
        x, y, z, heading = self.track.at(t)
        return placed(self.animal.posed(self.pose, (t / period + self.beat) % 1.0), (x, y, z), heading)

    def mark(self, t: float) -> Mark:
        """Its feet and its face."""
        x, y, z, heading = self.track.at(t)
        beast = self.animal.beast
        tall = beast.shoulder + beast.neck_length * max(0.0, math.sin(beast.neck)) * 0.8 + beast.head * 0.9
        ahead = beast.length * 0.5 + beast.neck_length * math.cos(beast.neck) + beast.head
        face = (x + math.sin(heading) * ahead, y + tall - beast.head, z + math.cos(heading) * ahead)
        return Mark((x, y, z), heading, tall, tall - beast.head * 0.8, face, 1.5 * (beast.length + beast.neck_length))


@dataclass(frozen=True, slots=True)
class Flyer:
    """A bird on the wing."""

    kind: str
    track: Track
    beat: float
    size: float

    @property
    def moves(self) -> bool:
        """A bird in the air always moves."""
        return True

    def mesh(self, t: float) -> Mesh:
        """Wings at their stroke."""
        x, y, z, heading = self.track.at(t)
        return placed(bird(self.kind, True, (t * 2.2 + self.beat) % 1.0), (x, y, z), heading)

    def mark(self, t: float) -> Mark:
        """Where it is in the air."""
        x, y, z, heading = self.track.at(t)
        return Mark((x, y, z), heading, self.size, self.size * 0.7, (x, y + self.size * 0.5, z), self.size * 3)


@dataclass(frozen=True, slots=True)
class Thing:
    """A rigid thing on a track: a vehicle, a prop, a landmark. `cut` is the frame of a close size, if one is meant."""

    form: Mesh
    track: Track
    cut: Cut | None = None

    @property
    def moves(self) -> bool:
        """Whether it drives or floats."""
        return not self.track.still

    def mesh(self, t: float) -> Mesh:
        """The form where it is."""
        x, y, z, heading = self.track.at(t)
        return placed(self.form, (x, y, z), heading)

    def mark(self, t: float) -> Mark:
        """Its bounds: height, breadth over its longer side, the middle as its face.

        Close sizes are told by bodies: for them it is measured as what somebody shows, so that the frame is full of it.
        """
        low, high = self.form.vertices.min(0), self.form.vertices.max(0)
        x, y, z, heading = self.track.at(t)
        bottom = max(float(low[1]), 0.0)
        tall = float(high[1]) - bottom
        wide = float(max(high[0] - low[0], high[2] - low[2]))
        middle = y + (float(high[1]) + bottom) / 2
        if self.cut is not None:
            shown = max(1.6 * tall, 0.75 * wide)
            body = shown / (self.cut.top - self.cut.bottom)
            share = (self.cut.top + self.cut.bottom) / 2
            feet, face = middle - share * body, middle + (FACE - share) * body
            return Mark((x, feet, z), heading, body, 0.9 * body, (x, face, z), wide)
        feet = y + (bottom if tall < 1.0 else 0.0)
        return Mark((x, feet, z), heading, max(tall, 0.45 * wide, 0.02), tall * 0.8, (x, middle, z), 1.3 * wide)
