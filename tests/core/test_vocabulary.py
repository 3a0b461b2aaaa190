"""What words put on the stage: counts, plurals, poses, names, light, camera, and what is not understood."""

from __future__ import annotations

from collections import Counter

import pytest

from studio.core.blocking import BlockingBrief
from studio.core.camera import ASPECTS, Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.core.staging import Pose, Staging
from studio.core.timebase import Rate
from studio.core.vocabulary import Entry, Kind, entries, read
from studio.core.vocabulary.forms import inflected, plurals


def staged(action: str, slugline: str = "", **fields: object) -> Staging:
    camera = Camera(**{k: v for k, v in fields.items() if k in Camera.__dataclass_fields__})  # type: ignore[arg-type]
    rest = {k: v for k, v in fields.items() if k not in Camera.__dataclass_fields__}
    return read(BlockingBrief(action, slugline, camera, ASPECTS[0], Rate(24), 96, 640, 1, **rest))  # type: ignore[arg-type]


def kinds(staging: Staging) -> list[str]:
    return [subject.kind for subject in staging.subjects]


def poses(staging: Staging) -> list[Pose]:
    return [subject.pose for subject in staging.subjects]


def test_two_women_run_along_a_pier_at_dusk() -> None:
    staging = staged("Two women run along a pier at dusk")
    assert [(s.kind, s.pose) for s in staging.subjects] == [("woman", Pose.RUN)] * 2
    assert (staging.place, staging.time_of_day, staging.scenery) == ("pier", TimeOfDay.DUSK, ("water",))
    assert not staging.indoors
    assert staging.unread == ()


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("A dozen women wait.", {"woman": 12}),
        ("Three dogs run.", {"dog": 3}),
        ("A couple of men and 4 horses.", {"man": 2, "horse": 4}),
        ("Two geese.", {"duck": 2}),
        ("A woman, a man, a girl and a dog.", {"woman": 1, "man": 1, "girl": 1, "dog": 1}),
        ("A woman waits. The woman turns. Another woman enters.", {"woman": 2}),
        ("A man watches a man.", {"man": 2}),
        ("Five hundred men march.", {"man": 24}),
    ],
)
def test_counts(action: str, expected: dict[str, int]) -> None:
    assert Counter(kinds(staged(action))) == expected


def test_names_are_cast_members() -> None:
    staging = staged("Maren and Tomas run. Then Maren stops.")
    assert [(s.name, s.kind, s.pose) for s in staging.subjects] == [
        ("Maren", "woman", Pose.RUN),
        ("Tomas", "man", Pose.RUN),
    ]
    assert [s.name for s in staged("MAREN (30s) crosses to Mr Holm.").subjects] == ["Maren", "Mr Holm"]
    assert staged("Silence. Suddenly a bird.").subjects[0].name == ""
    assert kinds(staged("Einar, an old man, waits.")) == ["old man"]


@pytest.mark.parametrize(
    ("action", "pose", "holding"),
    [
        ("A man sits.", Pose.SIT, ""),
        ("A man is lying on the ground.", Pose.LIE, ""),
        ("A woman ran.", Pose.RUN, ""),
        ("She walks with an umbrella.", Pose.WALK, "umbrella"),
        ("A woman carries a lantern.", Pose.HOLD, "lantern"),
        ("A man reaches for a cup.", Pose.REACH, ""),
        ("A man reads a letter.", Pose.SIT, "letter"),
        ("Running, a boy.", Pose.RUN, ""),
    ],
)
def test_poses(action: str, pose: Pose, holding: str) -> None:
    subject = staged(action).subjects[0]
    assert (subject.pose, subject.holding) == (pose, holding)


def test_the_first_of_two_verbs_belongs_to_its_own_subject() -> None:
    assert poses(staged("A dog runs to a man who sits.")) == [Pose.RUN, Pose.SIT]
    assert poses(staged("A woman sits at a table and reads.")) == [Pose.SIT]


def test_those_who_row_sit_in_a_boat() -> None:
    assert [(s.kind, s.pose) for s in staged("Two men row across the lake.").subjects] == [
        ("man", Pose.SIT),
        ("man", Pose.SIT),
        ("boat", Pose.WALK),
    ]
    inside = staged("She looks back.", "INT. CAR - NIGHT")
    assert [(s.kind, s.pose) for s in inside.subjects] == [("woman", Pose.SIT), ("car", Pose.STAND)]
    assert (inside.place, inside.indoors) == ("road", False)


def test_slugline_gives_place_side_and_light() -> None:
    kitchen = staged("A man waits.", "INT. KITCHEN - NIGHT")
    assert (kitchen.place, kitchen.indoors, kitchen.time_of_day) == ("kitchen", True, TimeOfDay.NIGHT)
    assert staged("", "INT. HOUSE - DAY").place == "room"
    assert staged("", "EXT. OFFICE - DAY").place == "street"
    assert staged("It rains.", "EXT. STREET - DAWN").time_of_day is TimeOfDay.DAWN


def test_fields_go_before_words() -> None:
    staging = staged(
        "Close on a man at night in the rain. Pan. 85mm.",
        size=Size.WS,
        move=Move.CRANE,
        lens_mm=24.0,
        angle=Angle.LOW,
        time_of_day=TimeOfDay.DAY,
        weather=Weather.SNOW,
    )
    camera = staging.camera
    assert (camera.size, camera.move, camera.lens_mm, camera.angle) == (Size.WS, Move.CRANE, 24.0, Angle.LOW)
    assert (staging.time_of_day, staging.weather) == (TimeOfDay.DAY, Weather.SNOW)


def test_camera_words() -> None:
    camera = staged("Close on Einar from below, 85mm. Slowly push in.").camera
    assert (camera.size, camera.angle, camera.lens_mm, camera.move) == (Size.CU, Angle.LOW, 85.0, Move.PUSH_IN)
    over = staged("Over Einar, Maren speaks.")
    assert over.camera.angle is Angle.OTS
    assert [s.name for s in over.subjects] == ["Maren", "Einar"]


def test_a_silent_brief_gets_usable_defaults() -> None:
    staging = staged("")
    assert [(s.kind, s.pose) for s in staging.subjects] == [("woman", Pose.STAND)]
    assert staging.place == "stage"
    camera = staging.camera
    assert None not in (camera.size, camera.angle, camera.lens_mm, camera.move)
    assert (camera.height_m, camera.pitch_deg, camera.roll_deg) == (None, None, None)


def test_a_place_alone_is_measured_by_its_landmark() -> None:
    assert kinds(staged("", "EXT. LIGHTHOUSE - DUSK")) == ["lighthouse"]
    assert kinds(staged("", "EXT. DESERT - DAY")) == []


def test_unread_words_in_order_without_names_and_stop_words() -> None:
    assert staged("Maren and a gigantic zeppelin quickly cross the purple field.").unread == (
        "gigantic",
        "zeppelin",
        "purple",
    )


def _word_staged(entry: Entry, form: str) -> bool:  # noqa: C901  one case for each kind
    text = {
        Kind.FIGURE: "There: {}.",
        Kind.POSE: "A person {}.",
        Kind.TIME: "It is {}.",
        Kind.WEATHER: "It is {}.",
    }.get(entry.kind, "{}.")
    staging = staged(text.format(form))
    camera = staging.camera
    match entry.kind:
        case Kind.FIGURE:
            return bool(staging.subjects) and (
                entry.word == "crowd"
                or form in ("families", "groups", "gangs", "queues")
                or entry.word in kinds(staging)
                or len(staging.subjects) > 3
            )
        case Kind.ANIMAL | Kind.VEHICLE:
            return entry.word in kinds(staging)
        case Kind.PROP:
            return entry.word in (*kinds(staging), *staging.props)
        case Kind.PLACE:
            return staging.place == entry.word
        case Kind.SCENERY:
            return entry.word in staging.scenery
        case Kind.POSE:
            return staging.subjects[0].pose is (Pose.STAND if entry.means == "hold" else Pose(entry.means))
        case Kind.TIME:
            return staging.time_of_day == entry.means
        case Kind.WEATHER:
            return staging.weather == entry.means
        case Kind.SIZE:
            return camera.size == entry.means
        case Kind.ANGLE:
            return camera.angle == entry.means
        case Kind.LENS:
            return camera.lens_mm == float(entry.means)
        case Kind.MOVE:
            return camera.move == entry.means


def _written(entry: Entry, form: str) -> tuple[str, ...]:
    if entry.kind is Kind.POSE:
        return inflected(form)
    if entry.kind in (Kind.FIGURE, Kind.ANIMAL, Kind.VEHICLE, Kind.PROP):
        return (f"a {form}", f"the {plurals(form)[0]}")
    if entry.kind in (Kind.PLACE, Kind.SCENERY):
        return (f"the {form}",)
    return (form,)


# Words of two tables, where the more usual meaning wins outside a scene that decides.
_SHARED = {
    "track",
    "tracks",
    "tracking",
    "shower",
    "dolly",
    "study",
    "stage hall",
    "ray",
    "rose",
    "the rose",
    "a rose",
    "the tracks",
    "crane",
    "jib",
    "the does",
    "left",
    "truck",
    "the cameras",
}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.kind}-{entry.word}")
def test_every_word_its_plural_and_its_synonyms_are_understood(entry: Entry) -> None:
    missed = [form for name in entry.forms for form in _written(entry, name) if not _word_staged(entry, form)]
    assert [form for form in missed if form not in _SHARED] == []


def test_a_very_long_text_is_read_in_bounded_time() -> None:
    assert len(staged("Two women run. " * 7000).subjects) <= 24


def test_weather_does_nothing_by_itself() -> None:
    assert staged("Snow falls on a small house.").subjects[0].kind == "house"
    assert staged("Night falls. A man waits.").subjects[0].pose is Pose.STAND


def test_a_count_before_a_verb_is_of_people() -> None:
    assert kinds(staged("A couple dances in the living room.")) == ["person", "person"]


def test_who_talks_at_a_table_sits() -> None:
    assert {subject.pose for subject in staged("Three friends laugh at a table.").subjects} == {Pose.SIT}
    assert staged("A man stands at a table.").subjects[0].pose is Pose.STAND


def test_what_a_hand_does_is_no_insert() -> None:
    assert staged("Mara waits with the lantern in her hand.").camera.size is not Size.INSERT
    assert staged("Close on hands.").camera.size is Size.INSERT


def test_a_church_is_a_room_or_a_landmark() -> None:
    assert staged("A church on a hill.").indoors is False
    assert staged("", "INT. CHURCH - DAY").indoors is True
