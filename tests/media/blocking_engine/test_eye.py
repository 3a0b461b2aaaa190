"""What a director of photography would not let pass, on stages dressed from words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from studio.core.blocking import BlockingBrief
from studio.core.camera import Angle, Aspect, Camera, Size, TimeOfDay, Weather, parse_aspect
from studio.core.staging import Pose, Staging
from studio.core.timebase import Rate
from studio.core.vocabulary import read
from studio.media.blocking_engine.artist import Artist
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.dressing import build
from studio.media.blocking_engine.mesh import joined
from studio.media.blocking_engine.paint import Picture
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.stage import Stage

WIDE = parse_aspect("16:9")
ROWS = 90


class Studio:
    """An artist and the stages that he has built: a test looks at the same ones."""

    def __init__(self, built: dict[tuple[Staging, int], Stage]) -> None:
        self._built = built
        self.artist = Artist(read, self._build)

    def _build(self, staging: Staging, seed: int) -> Stage:
        if (staging, seed) not in self._built:
            self._built[staging, seed] = build(staging, seed)
        return self._built[staging, seed]

    def view(self, wanted: BlockingBrief) -> View:
        return self.artist.view(wanted)

    def still(self, wanted: BlockingBrief) -> Picture:
        return self.artist.still(wanted)

    def stage(self, wanted: BlockingBrief) -> Stage:
        staging = read(wanted)
        dressed = Camera(size=staging.camera.size, angle=staging.camera.angle)
        return self._build(replace(staging, camera=dressed, unread=()), wanted.seed)


@pytest.fixture(scope="module")
def built() -> dict[tuple[Staging, int], Stage]:
    return {}


@pytest.fixture
def drawing(built: dict[tuple[Staging, int], Stage]) -> Iterator[Studio]:
    studio = Studio(built)
    with studio.artist:
        yield studio


def brief(
    action: str, slugline: str = "", camera: Camera | None = None, aspect: Aspect = WIDE, *, long_side: int = 160,
    time: TimeOfDay | None = None, weather: Weather | None = None,
) -> BlockingBrief:  # fmt: skip
    return BlockingBrief(
        action, slugline, camera or Camera(), aspect, Rate(24), 24, long_side, 1, time, weather,
    )  # fmt: skip


def seen(on: Stage, view: View, aspect: Aspect) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Face numbers and inverse distances (ROWS, w) of a stage at its first moment; those who act come after the set."""
    width = round(ROWS * float(aspect.ratio))
    ids, depth = np.full((ROWS, width), -1, np.int32), np.zeros((ROWS, width), np.float32)
    mesh = joined([on.scenery, on.acting(0.0)])
    perspective(
        view.into(mesh.vertices), mesh.faces, len(mesh.faces), view.focal(width), width / 2, ROWS / 2,
        view.near, False, 0, depth, ids, 0, ROWS,
    )  # fmt: skip
    return ids, depth


def clear(on: Stage, view: View, aspect: Aspect, place: Vector, slack: float = 0.35) -> bool:
    """Whether nothing stands before a place of the stage."""
    _, depth = seen(on, view, aspect)
    x, y, away = view.project(place)
    row, column = int((1 - y) / 2 * ROWS), int((x + 1) / 2 * depth.shape[1])
    return bool(depth[row, column] <= 1 / (away - slack))


GROUPS = (
    "A man, a woman, a girl and a dog.",
    "Two women stand in the street.",
    "A man and a horse stand in a field.",
    "Three friends laugh at a table.",
    "A woman and a car on the road.",
)


@pytest.mark.parametrize("action", GROUPS)
@pytest.mark.parametrize("size", [Size.WS, Size.FS])
@pytest.mark.parametrize("shape", ["16:9", "9:16"])
def test_a_small_group_is_whole_in_the_frame(drawing: Studio, action: str, size: Size, shape: str) -> None:
    wanted = brief(action, camera=Camera(size), aspect=parse_aspect(shape))
    view, on = drawing.view(wanted), drawing.stage(wanted)
    for index in range(on.subjects):
        x, y, away = view.project(on.mark(index, 0.0).face)
        assert away > 0.4
        assert max(abs(x), abs(y)) < 0.97


def test_an_animal_keeps_head_and_tail_in_the_frame(drawing: Studio) -> None:
    for action in ("A dog runs on the beach.", "A horse stands in a field.", "A cow stands in a field."):
        wanted = brief(action)
        view, on = drawing.view(wanted), drawing.stage(wanted)
        places = [view.project((float(x), float(y), float(z))) for x, y, z in on.acting(0.0).vertices[::5]]
        assert max(max(abs(x), abs(y)) for x, y, _ in places) < 1.0, action


@pytest.mark.parametrize("size", [Size.MS, Size.MCU, Size.CU])
@pytest.mark.parametrize("lens", [35.0, 85.0])
@pytest.mark.parametrize("slugline", ["", "INT. KITCHEN - DAY", "EXT. STREET - NIGHT"])
def test_over_the_shoulder_both_are_read(drawing: Studio, size: Size, lens: float, slugline: str) -> None:
    wanted = brief("Over Einar: Maren listens.", slugline, Camera(size, Angle.OTS, lens))
    view, on = drawing.view(wanted), drawing.stage(wanted)
    far, near = on.mark(0, 0.0), on.mark(1, 0.0)
    far_x, far_y, far_away = view.project(far.face)
    near_x, _, near_away = view.project(near.face)
    assert near_away < far_away
    assert far_x * near_x < 0
    assert 0.25 < abs(far_x) < 0.6
    assert abs(near_x) > 0.22
    assert abs(far_y) < 0.6
    assert clear(on, view, WIDE, far.face)


LIGHTS = [(time, weather) for time in TimeOfDay for weather in Weather]


@pytest.mark.parametrize(("time", "weather"), LIGHTS)
@pytest.mark.parametrize("slugline", ["EXT. STREET", "INT. KITCHEN"])
def test_a_face_is_exposed_in_every_light(drawing: Studio, time: TimeOfDay, weather: Weather, slugline: str) -> None:
    wanted = brief("A woman stands.", slugline, Camera(Size.MCU, lens_mm=50), time=time, weather=weather)
    picture = drawing.still(wanted).astype(float)
    view, on = drawing.view(wanted), drawing.stage(wanted)
    x, y, _ = view.project(on.mark(0, 0.0).face)
    height, width = picture.shape[:2]
    row, column = int((1 - y) / 2 * height), int((x + 1) / 2 * width)
    face = picture[row - 6 : row + 7, column - 5 : column + 6].mean()
    assert 70 < face < 225
    assert (picture.min(axis=2) > 250).mean() < 0.06


@pytest.mark.parametrize("word", ["lamp", "bottle", "lantern", "cup", "vase", "clock"])
def test_an_insert_is_full_of_its_thing(drawing: Studio, word: str) -> None:
    wanted = brief(f"Insert: a {word} on the table.", camera=Camera(Size.INSERT))
    view, on = drawing.view(wanted), drawing.stage(wanted)
    ids, _ = seen(on, view, WIDE)
    rows = np.flatnonzero((ids >= len(on.scenery.faces)).any(axis=1))
    assert 0.4 <= (rows[-1] - rows[0] + 1) / ROWS <= 0.92


def test_an_insert_of_hands_has_them_in_the_middle(drawing: Studio) -> None:
    wanted = brief("Close on hands typing.")
    assert read(wanted).camera.size is Size.INSERT
    hands = drawing.stage(wanted).mark(0, 0.0).hands
    assert hands is not None
    x, y, _ = drawing.view(wanted).project(hands)
    assert max(abs(x), abs(y)) < 0.5


def test_a_burning_lamp_does_not_burn_out_what_it_stands_on(drawing: Studio) -> None:
    picture = drawing.still(
        brief("A brass lamp stands on the table.", "INT. KITCHEN - NIGHT", Camera(Size.INSERT, lens_mm=85))
    )
    assert (picture.min(axis=2) > 245).mean() < 0.08
    assert picture[-12:].mean() < 200


LANDMARKS = (
    ("A lighthouse on a hill.", ""),
    ("A church on a hill in the fog.", ""),
    ("Snow falls on a small house.", ""),
    ("", "EXT. LIGHTHOUSE - DUSK"),
)


@pytest.mark.parametrize(("action", "slugline"), LANDMARKS)
def test_a_place_without_people_frames_its_landmark(drawing: Studio, action: str, slugline: str) -> None:
    wanted = brief(action, slugline)
    staging, on = read(wanted), drawing.stage(wanted)
    assert [subject.pose for subject in staging.subjects] == [Pose.STAND]
    mark, view = on.mark(0, 0.0), drawing.view(wanted)
    for y in (mark.feet[1], mark.feet[1] + mark.height):
        x, up, away = view.project((mark.feet[0], y, mark.feet[2]))
        assert away > 5
        assert max(abs(x), abs(up)) < 1


@pytest.mark.parametrize("action", ["Maren and Tomas run along the pier.", "A long pier over the water."])
def test_a_wide_picture_has_the_landmark_whole(drawing: Studio, action: str) -> None:
    wanted = brief(action, "EXT. PIER - DUSK", Camera(Size.EWS, lens_mm=27))
    on, view = drawing.stage(wanted), drawing.view(wanted)
    assert on.landmark is not None
    x, y, z, tall = on.landmark
    across, up, away = view.project((x, y + tall, z))
    assert away > 0
    assert abs(across) < 0.9
    assert up < 1


@pytest.mark.parametrize("place", ["PIER", "QUAY", "BEACH", "RIVER", "LAKE", "ISLAND", "BRIDGE"])
def test_a_boat_lies_on_open_water(drawing: Studio, place: str) -> None:
    on = drawing.stage(brief("Two men row a boat.", f"EXT. {place} - DAY"))
    x, y, z = on.mark(0, 0.0).feet
    assert on.water_y is not None
    assert y == pytest.approx(on.water_y, abs=0.2)
    high = on.scenery.vertices[np.hypot(on.scenery.vertices[:, 0] - x, on.scenery.vertices[:, 2] - z) < 1.5]
    assert not len(high) or high[:, 1].max() < on.water_y + 0.6


PLACES = ("KITCHEN", "BAR", "CORRIDOR", "CHURCH", "STREET", "FOREST", "PIER", "ROOFTOP")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [Size.WS, Size.MCU])
def test_no_camera_stands_inside_a_thing(drawing: Studio, place: str, size: Size) -> None:
    side = "INT" if place in PLACES[:4] else "EXT"
    wanted = brief("A woman stands.", f"{side}. {place} - DAY", Camera(size))
    view, on = drawing.view(wanted), drawing.stage(wanted)
    _, depth = seen(on, view, WIDE)
    assert (depth > 1 / 0.3).mean() < 0.05
    assert clear(on, view, WIDE, on.mark(0, 0.0).face)


def test_a_room_has_a_ceiling_unless_the_camera_is_above_it(drawing: Studio) -> None:
    for angle, covered in ((Angle.LOW, True), (Angle.EYE, True), (Angle.OVERHEAD, False)):
        on = drawing.stage(brief("A woman stands.", "INT. KITCHEN - DAY", Camera(Size.FS, angle)))
        view = View((1.2, 0.5, 0.9), 0.0, math.pi / 2, 0.0, 35.0, WIDE.gate_mm())
        ids, _ = seen(on, view, WIDE)
        assert bool(ids[ROWS // 2, ids.shape[1] // 2] >= 0) is covered


def test_who_is_looked_at_by_nobody_is_what_is_seen(drawing: Studio) -> None:
    wanted = brief("A dog waits.", camera=Camera(Size.FS, Angle.POV))
    x, y, away = drawing.view(wanted).project(drawing.stage(wanted).mark(0, 0.0).face)
    assert away > 1
    assert max(abs(x), abs(y)) < 0.9
