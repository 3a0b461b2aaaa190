"""Small stages of plain forms whose measures a test knows exactly."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from studio.core.blocking import BlockingBrief
from studio.core.camera import Angle, Aspect, Camera, Move, Size, TimeOfDay, Weather
from studio.core.staging import Staging, Subject
from studio.core.timebase import Rate
from studio.media.blocking_engine.artist import Artist
from studio.media.blocking_engine.mesh import Mesh, joined
from studio.media.blocking_engine.stage import Lamp, Mark, Stage

WIDE = Aspect("16:9", Fraction(16, 9))


def box(middle: tuple[float, float, float], size: tuple[float, float, float], tint: float = 0.4) -> Mesh:
    """An upright box of grey clay."""
    corners, normals, faces = [], [], []
    for axis in range(3):
        for side in (-1, 1):
            normal = np.zeros(3)
            normal[axis] = side
            across, up = np.roll(normal, 1) * side, np.roll(normal, 2) * side
            if side < 0:
                across, up = up, across
            first = len(corners)
            for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                corners.append(np.array(middle) + (normal + across * a + up * b) * np.array(size) / 2)
                normals.append(normal)
            faces += [(first, first + 1, first + 2), (first, first + 2, first + 3)]
    count = len(corners)
    return Mesh(
        np.array(corners, np.float32),
        np.array(normals, np.float32),
        np.array(faces, np.int32),
        np.full((count, 3), tint, np.float32),
        np.zeros(count, np.float32),
    )


def ball(middle: tuple[float, float, float], radii: tuple[float, float, float], tint: float = 0.5) -> Mesh:
    """An ellipsoid of 24 × 16 faces."""
    rows, columns = 16, 24
    tilt = np.linspace(0, math.pi, rows + 1)
    turn = np.arange(columns) * 2 * math.pi / columns
    unit = np.array([(math.sin(a) * math.sin(b), math.cos(a), math.sin(a) * math.cos(b)) for a in tilt for b in turn])
    faces = []
    for row in range(rows):
        for column in range(columns):
            a, b = row * columns + column, row * columns + (column + 1) % columns
            faces += [(a, a + columns, b), (b, a + columns, b + columns)]
    normals = unit / np.array(radii)
    normals /= np.linalg.norm(normals, axis=1)[:, None]
    return Mesh(
        (unit * np.array(radii) + np.array(middle)).astype(np.float32),
        normals.astype(np.float32),
        np.array(faces, np.int32),
        np.full((len(unit), 3), tint, np.float32),
        np.zeros(len(unit), np.float32),
    )


def figure(x: float, z: float, height: float) -> Mesh:
    """Someone exactly `height` tall: a body on legs and a head."""
    part = height / 7.5
    return joined(
        [
            box((x, 2 * part, z), (1.4 * part, 4 * part, 0.8 * part), 0.2),
            ball((x, 5.2 * part, z), (1.2 * part, 1.6 * part, 0.7 * part), 0.35),
            ball((x, height - 0.5 * part, z), (0.38 * part, 0.5 * part, 0.42 * part), 0.6),
        ]
    )


def stage(
    *people: tuple[float, float, float], heading: float = 0.0, speed: float = 0.0, set_pieces: tuple[Mesh, ...] = (),
    water: bool = False,
) -> Stage:  # fmt: skip
    """A stage with people at (x, z, height), all facing `heading` and walking that way at `speed` metres a second."""

    def place(index: int, seconds: float) -> tuple[float, float, float]:
        x, z, height = people[index]
        return x + math.sin(heading) * speed * seconds, z + math.cos(heading) * speed * seconds, height

    def acting(seconds: float) -> Mesh:
        return joined([figure(*place(index, seconds)) for index in range(len(people))])

    def mark(index: int, seconds: float) -> Mark:
        x, z, height = place(index, seconds)
        return Mark((x, 0.0, z), heading, height, 0.935 * height, (x, 0.93 * height, z), 0.32 * height)

    return Stage(
        joined(list(set_pieces)), acting, mark, len(people), "none" if water else "grid", (0.45, 0.42, 0.4),
        -1.0 if water else None, False, (Lamp((2.0, 3.0, -2.0), (1.0, 0.8, 0.4), 8.0),),
    )  # fmt: skip


def brief(
    camera: Camera, aspect: Aspect = WIDE, *, action: str = "stage", frames: int = 24, rate: Rate | None = None,
    long_side: int = 320, seed: int = 1, picture: str | None = None, weather: Weather | None = None,
    time: TimeOfDay | None = None,
) -> BlockingBrief:  # fmt: skip
    """A brief for `artist`, whose action names nothing."""
    return BlockingBrief(
        action, "", camera, aspect, rate or Rate(24), frames, long_side, seed, time or TimeOfDay.DAY,
        weather or Weather.CLEAR, picture,
    )  # fmt: skip


def camera(
    size: Size = Size.FS, angle: Angle = Angle.EYE, lens: float = 35.0, move: Move = Move.STATIC, **typed: float
) -> Camera:
    """A complete camera."""
    return Camera(size=size, angle=angle, lens_mm=lens, move=move, **typed)


def artist(on: Stage) -> Artist:
    """An artist who knows one stage."""

    def read(wanted: BlockingBrief) -> Staging:
        assert wanted.time_of_day
        assert wanted.weather
        people = tuple(Subject("woman") for _ in range(on.subjects))
        return Staging(people, "stage", wanted.time_of_day, wanted.weather, wanted.camera)

    return Artist(read, lambda staging, seed: on)
