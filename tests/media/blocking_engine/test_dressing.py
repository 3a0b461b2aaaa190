"""What stands on a dressed stage: every word's thing, sound meshes, feet on the ground, figures in proportion."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from studio.core.camera import Camera, Size, TimeOfDay, Weather
from studio.core.staging import Pose, Staging, Subject
from studio.core.vocabulary import Kind, entries
from studio.core.vocabulary.props import HELD
from studio.media.blocking_engine.dressing import build
from studio.media.blocking_engine.dressing.figures.body import Tailor
from studio.media.blocking_engine.dressing.figures.wardrobe import look
from studio.media.blocking_engine.dressing.primitives import box, cone, cylinder, ellipsoid, lathe, prism, ring, tube
from studio.media.blocking_engine.dressing.vehicles import VEHICLES
from studio.media.blocking_engine.mesh import Mesh
from studio.media.blocking_engine.stage import Stage

FIGURES = ("man", "woman", "girl", "old man", "baby")


def staging(*subjects: Subject, place: str = "stage", **more: object) -> Staging:
    values: dict[str, object] = {"time_of_day": TimeOfDay.DAY, "weather": Weather.CLEAR, "camera": Camera(size=Size.FS)}
    return Staging(subjects=subjects, place=place, **(values | more))  # type: ignore[arg-type]


def stage(*subjects: Subject, place: str = "stage", seed: int = 1, **more: object) -> Stage:
    return build(staging(*subjects, place=place, **more), seed)


def volume(mesh: Mesh) -> float:
    """Signed volume by the divergence theorem: positive where closed surfaces wind counter-clockwise from outside."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]].astype(float) for i in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def assert_sound(mesh: Mesh) -> None:
    count = len(mesh.vertices)
    assert mesh.vertices.dtype == mesh.normals.dtype == mesh.colours.dtype == mesh.glow.dtype == np.float32
    assert mesh.faces.dtype == np.int32
    assert all(array.flags.c_contiguous for array in (mesh.vertices, mesh.normals, mesh.faces, mesh.colours, mesh.glow))
    assert mesh.normals.shape == mesh.colours.shape == (count, 3)
    assert mesh.glow.shape == (count,)
    if not count:
        return
    assert np.isfinite(mesh.vertices).all()
    assert mesh.faces.min() >= 0
    assert mesh.faces.max() < count
    assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-3)
    assert mesh.colours.min() >= 0
    assert mesh.colours.max() <= 1
    corners = mesh.vertices[mesh.faces].astype(float)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    agree = np.einsum("ij,ij->i", across, mesh.normals[mesh.faces].sum(1)) > -1e-7
    assert agree.mean() > 0.97


def _triangles(made: Stage) -> int:
    return len(made.scenery.faces) + len(made.acting(0.0).faces)


@pytest.mark.parametrize(
    "form",
    [
        box((1, 2, 3), (0, 0, 0), (1, 1, 1), 0.3),
        cylinder(1, 2, (0, 0, 0), (1, 1, 1)),
        cone(1, 2, (0, 0, 0), (1, 1, 1)),
        ellipsoid((1, 2, 3), (0, 0, 0), (1, 1, 1)),
        tube([(0, 0, 0), (0, 1, 0), (1, 2, 0)], 0.2, (1, 1, 1)),
        prism([(0, 0), (1, 0), (0, 1)], 2, (0, 0, 0), (1, 1, 1)),
        ring(1, 0.2, (0, 0, 0), (1, 1, 1)),
        lathe([(1, 0), (1, 1), (0.5, 1)], (0, 0, 0), (1, 1, 1)),
    ],
)
def test_primitives_are_closed_and_wound_outward(form: Mesh) -> None:
    assert_sound(form)
    assert volume(form) > 0


@pytest.mark.parametrize("entry", [e for e in entries() if e.kind is Kind.PLACE], ids=lambda e: e.word)
def test_every_place_dresses_its_own_set(entry) -> None:
    made = stage(place=entry.word)
    assert_sound(made.scenery)
    assert len(made.scenery.faces) > 200
    assert len(made.scenery.faces) != len(stage(place="nowhere").scenery.faces) or entry.word == "stage"
    assert _triangles(made) < 60_000


@pytest.mark.parametrize("entry", [e for e in entries() if e.kind is Kind.SCENERY], ids=lambda e: e.word)
def test_every_piece_of_scenery_adds_to_the_set(entry) -> None:
    bare, made = stage(place="field"), stage(place="field", scenery=(entry.word,))
    assert_sound(made.scenery)
    assert made.water_y is not None if entry.word == "water" else len(made.scenery.faces) > len(bare.scenery.faces)


@pytest.mark.parametrize(
    "entry",
    [e for e in entries() if e.kind in (Kind.FIGURE, Kind.ANIMAL, Kind.VEHICLE, Kind.PROP)],
    ids=lambda e: e.word,
)
def test_every_subject_acts_and_is_measured(entry) -> None:
    made = stage(Subject(entry.word))
    mesh, mark = made.acting(0.0), made.mark(0, 0.0)
    assert made.subjects == 1
    assert_sound(mesh)
    assert volume(mesh) > 0
    assert mark.height > 0
    assert mark.width > 0
    low, high = mesh.vertices.min(0), mesh.vertices.max(0)
    assert np.all(np.asarray(mark.face) > low - 0.6)
    assert np.all(np.asarray(mark.face) < high + 0.6)


@pytest.mark.parametrize("entry", [e for e in entries() if e.kind is Kind.PROP], ids=lambda e: e.word)
@pytest.mark.parametrize("place", ["room", "stage"])
def test_every_prop_is_set_out(entry, place: str) -> None:
    indoors = place == "room"
    bare, made = (
        stage(Subject("ball"), place=place, indoors=indoors),
        stage(Subject("ball"), place=place, indoors=indoors, props=(entry.word,)),
    )
    assert len(made.scenery.faces) > len(bare.scenery.faces)
    assert_sound(made.scenery)


@pytest.mark.parametrize("word", sorted(HELD))
def test_everything_that_can_be_held_is_in_the_hand(word: str) -> None:
    empty, full = stage(Subject("man", Pose.HOLD)), stage(Subject("man", Pose.HOLD, holding=word))
    held = full.acting(0.0)
    assert len(held.faces) > len(empty.acting(0.0).faces)
    assert held.vertices[:, 1].min() > -0.05


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize("pose", list(Pose))
def test_feet_stand_on_the_ground_in_every_pose(kind: str, pose: Pose) -> None:
    made = stage(Subject(kind, pose))
    lowest = [float(made.acting(t).vertices[:, 1].min()) for t in np.linspace(0, 1.0, 7)]
    assert min(lowest) > -0.035
    assert min(lowest) < 0.03
    if pose is Pose.WALK:
        assert max(lowest) < 0.03
    if pose is Pose.RUN:
        assert max(lowest) < 0.2


@pytest.mark.parametrize(("kind", "height"), [("man", 1.82), ("woman", 1.68), ("girl", 1.20)])
def test_figures_are_in_proportion(kind: str, height: float) -> None:
    body = Tailor().body(look(kind, "", 0))
    points = body.skin.rest.vertices
    assert float(points[:, 1].max()) == pytest.approx(height, abs=0.06)
    if kind != "girl":
        made = look(kind, "", 0).body
        assert made.height / made.head_m == pytest.approx(7.5, abs=0.2)
        shoulders = made.shoulder * made.height * 2 + 0.063 * made.height * made.bulk
        assert 0.34 < shoulders < 0.47


def test_a_running_figure_goes_its_way_without_a_jump() -> None:
    made = stage(Subject("woman", Pose.RUN))
    times = np.arange(0, 0.8, 1 / 36)
    frames = [made.acting(float(t)).vertices for t in times]
    steps = [float(np.abs(b - a).max()) for a, b in pairwise(frames)]
    assert max(steps) < 0.35
    first, last = made.mark(0, 0.0), made.mark(0, 1.0)
    gone = math.dist(first.feet, last.feet)
    assert 1.5 < gone < 5.0


def test_a_gait_repeats_after_its_period() -> None:
    made = stage(Subject("man", Pose.WALK))
    period = 1.08
    a, b = made.acting(0.2).vertices, made.acting(0.2 + period).vertices
    way = np.asarray(made.mark(0, period).feet) - np.asarray(made.mark(0, 0.0).feet)
    assert np.allclose(a + way, b, atol=2e-3)


def test_a_walking_foot_does_not_slide() -> None:
    made = stage(Subject("man", Pose.WALK))
    at, later = made.acting(0.30).vertices, made.acting(0.34).vertices
    down = (at[:, 1] < 0.012) & (later[:, 1] < 0.012)
    assert down.any()
    assert float(np.abs((later - at)[down]).max()) < 0.03


def test_standing_figures_are_the_same_at_any_moment() -> None:
    made = stage(Subject("woman"), Subject("dog"))
    assert np.array_equal(made.acting(0.0).vertices, made.acting(2.7).vertices)


def test_equal_stagings_and_seeds_give_equal_stages() -> None:
    wanted = staging(Subject("woman", Pose.RUN), Subject("man"), place="street", props=("barrel",))
    one, two, other = build(wanted, 5), build(wanted, 5), build(wanted, 6)
    assert np.array_equal(one.scenery.vertices, two.scenery.vertices)
    assert np.array_equal(one.acting(1.3).vertices, two.acting(1.3).vertices)
    assert one.lamps == two.lamps
    assert one.scenery.vertices.shape != other.scenery.vertices.shape or not np.array_equal(
        one.scenery.vertices, other.scenery.vertices
    )


def test_a_cast_member_keeps_body_and_tint_in_every_shot() -> None:
    alone = look("woman", "Maren", 0)
    assert alone == look("woman", "Maren", 3)
    assert alone.coat != look("man", "Tomas", 0).coat or alone.hair != look("man", "Tomas", 0).hair


def test_two_talk_face_to_face_and_apart() -> None:
    made = stage(Subject("woman"), Subject("man"))
    a, b = made.mark(0, 0.0), made.mark(1, 0.0)
    assert math.dist(a.feet, b.feet) > 0.9
    assert math.sin(a.heading) > 0
    assert math.sin(b.heading) < 0


def test_riders_move_with_what_they_ride() -> None:
    made = stage(Subject("boy", Pose.SIT), Subject("bicycle", Pose.RUN), place="road")
    gap = [math.dist(made.mark(0, t).feet, made.mark(1, t).feet) for t in (0.0, 1.0, 3.0)]
    assert max(gap) - min(gap) < 1e-3
    assert max(gap) < 1.0
    assert math.dist(made.mark(1, 0.0).feet, made.mark(1, 1.0).feet) > 1


def test_lamps_burn_at_night_and_not_by_day() -> None:
    night, day = stage(place="street", time_of_day=TimeOfDay.NIGHT), stage(place="street")
    assert len(night.lamps) > len(day.lamps)
    assert float(night.scenery.glow.max()) > 1
    assert float(day.scenery.glow.max()) == 0


def test_snow_lies_on_ground_and_roofs() -> None:
    bare, white = stage(place="village"), stage(place="village", weather=Weather.SNOW)
    assert sum(white.ground_colour) > sum(bare.ground_colour)
    assert float(white.scenery.colours.mean()) > float(bare.scenery.colours.mean())


def test_the_way_to_the_camera_is_free() -> None:
    """Nothing taller than a knee within 40° of +z and 12 m outdoors."""
    for place in ("field", "stage", "beach", "village", "square", "desert", "lighthouse", "snowfield", "mountains"):
        points = stage(place=place).scenery.vertices
        away = np.hypot(points[:, 0], points[:, 2])
        ahead = np.abs(np.arctan2(points[:, 0], points[:, 2])) < math.radians(38)
        assert float(points[ahead & (away < 12), 1].max(initial=0.0)) < 0.9, place


def test_vehicles_stand_on_their_wheels() -> None:
    for word in ("car", "taxi", "van", "truck", "bus", "bicycle", "motorcycle", "tractor", "cart"):
        lowest = min(float(part.vertices[:, 1].min()) for part in VEHICLES[word](False))
        assert abs(lowest) < 0.05, word
