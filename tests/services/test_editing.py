"""Editing: what each act leaves on the board, in the bin, in the events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.core.board import Change
from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay
from studio.core.compose import compose_request
from studio.core.errors import InvalidInputError
from studio.core.event import EventKind
from studio.core.ids import ReferenceId, SceneId, ShotId, TakeId
from studio.core.project import CodeScheme
from studio.core.script import Script, ScriptScene, ScriptShot
from studio.core.shot import Reference, ReferenceRole
from studio.core.tier import Tier
from studio.core.vocabulary import read
from studio.services.contexts import Contexts
from studio.services.generator import Wanted, generate
from tests.builders import PERSON, Desk, desk_over, landed, new_desk, reopened
from tests.services.models import LOCAL


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.store.close()


def picture(name: str, sha256: str = "ab") -> Reference:
    return Reference(ReferenceId(f"r-{name}"), ShotId(""), ReferenceRole.PLATE, name, f"media/{sha256}.png", sha256)


def test_inserting_moving_and_deleting_never_change_or_reuse_a_code(desk: Desk) -> None:
    scene = desk.scene()
    one, two, three = desk.shots(scene, 3)
    desk.run(desk.editing.add_shot(scene, two))
    assert desk.codes() == ["0010", "0015", "0020", "0030"]
    desk.run(desk.editing.move([three], scene, one))
    assert desk.codes() == ["0030", "0010", "0015", "0020"]
    desk.run(desk.editing.bin([three]))
    desk.run(desk.editing.add_shot(scene, one))
    assert desk.codes() == ["0005", "0010", "0015", "0020"]
    desk.run(desk.editing.add_shot(scene))
    assert desk.codes()[-1] == "0040"


def test_a_code_of_an_undone_shot_stays_taken_also_after_a_restart(desk: Desk) -> None:
    scene = desk.scene()
    desk.shots(scene, 1)
    desk.run(desk.history.undo())
    desk.shots(scene, 1)
    assert desk.codes() == ["0020"]
    desk.run(desk.history.undo())
    again = desk_over(reopened(desk.store), desk.clock)
    again.shots(scene, 1)
    assert again.codes() == ["0030"]
    again.store.close()


def test_letters_follow_the_scene(tmp_path: Path) -> None:
    desk = new_desk(tmp_path, CodeScheme.LETTERS)
    first, second = desk.scene(), desk.scene()
    desk.shots(first, 2)
    (other,) = desk.shots(second, 1)
    desk.run(desk.editing.add_shot(first, desk.store.shots.of_scene(first)[1].id))
    assert desk.codes() == ["1A", "1C", "1B", "2A"]
    desk.run(desk.editing.move([other], first, None))
    assert desk.codes() == ["1A", "1C", "1B", "2A"]
    desk.store.close()


def test_a_scene_put_between_two_has_a_letter(desk: Desk) -> None:
    first, second = desk.scene(), desk.scene()
    between = desk.run(desk.editing.add_scene("INT. CAR - DAY", second))
    assert [(scene.id, scene.number) for scene in desk.store.scenes.all()] == [
        (first, "1"), (between, "1A"), (second, "2"),
    ]  # fmt: skip
    desk.run(desk.editing.move_scene(second, first))
    assert [scene.number for scene in desk.store.scenes.all()] == ["2", "1", "1A"]


def test_a_move_in_two_thousand_shots_writes_at_most_three_rows(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    generate(desk.store, Wanted(shots=2000, takes=0))
    scenes = desk.store.scenes.all()
    cards = desk.run(desk.board.read()).cards
    for shot, scene, before in (
        (cards[1500].shot_id, scenes[0].id, cards[0].shot_id),
        (cards[10].shot_id, scenes[0].id, cards[3].shot_id),
        (cards[30].shot_id, scenes[79].id, None),
    ):
        written = desk.store.rows_written()
        desk.run(desk.editing.move([shot], scene, before))
        assert desk.store.rows_written() - written <= 3
    moved = [card.shot_id for card in desk.run(desk.board.read()).cards]
    assert moved[0] == cards[1500].shot_id
    assert moved[-1] == cards[30].shot_id
    assert moved.index(cards[10].shot_id) == 4
    desk.store.close()


def test_several_shots_move_together_in_the_order_given(desk: Desk) -> None:
    here, there = desk.scene(), desk.scene()
    one, two, three, four = desk.shots(here, 4)
    (five,) = desk.shots(there, 1)
    desk.run(desk.editing.move([two, four], there, five))
    assert desk.codes() == ["0010", "0030", "0020", "0040", "0050"]
    desk.run(desk.editing.move([one, five, three], here, one))
    assert desk.codes() == ["0010", "0050", "0030", "0020", "0040"]


def test_what_comes_back_from_the_bin_stands_where_it_was(desk: Desk) -> None:
    scene = desk.scene()
    _, two, three = desk.shots(scene, 3)
    desk.run(desk.editing.bin([two]))
    desk.run(desk.editing.add_shot(scene, three))
    assert desk.run(desk.board.read()).binned == 1
    assert [card.code for card in desk.run(desk.board.binned())] == ["0020"]
    desk.run(desk.editing.restore([two]))
    assert desk.codes() == ["0010", "0021", "0020", "0030"]


def test_a_field_goes_into_every_chosen_shot_and_none_clears_it(desk: Desk) -> None:
    shots = desk.shots(desk.scene(), 3)
    heard: list[Change] = []
    desk.changes.subscribe(heard.append)
    desk.run(desk.editing.edit(shots[:2], size=Size.CU, lens_mm=85, move="Push in", time_of_day="Night"))
    desk.run(desk.editing.edit(shots[:1], size=None))
    cameras = [shot.camera for shot in desk.store.shots.all()]
    assert cameras == [
        Camera(lens_mm=85, move=Move.PUSH_IN), Camera(Size.CU, lens_mm=85, move=Move.PUSH_IN), Camera(),
    ]  # fmt: skip
    assert desk.store.shots.get(shots[1]).time_of_day is TimeOfDay.NIGHT
    assert heard[0] == Change(shots=frozenset(shots[:2]), history=True)


def test_the_camera_line_follows_fields_words_and_slugline(desk: Desk) -> None:
    scene = desk.scene()
    (shot,) = desk.shots(scene, 1)

    def line() -> str:
        return desk.run(desk.board.cards([shot]))[0].camera_line

    desk.run(desk.editing.edit([shot], size="CU", angle="OTS", lens_mm=50, move="Pan"))
    assert line() == "CU · OTS · 50 mm · pan"
    desk.run(desk.editing.edit([shot], size=None, angle=None, lens_mm=None, move=None, action="Close on her face."))
    assert line().startswith("CU ·")
    desk.run(desk.history.undo())
    assert line() == "CU · OTS · 50 mm · pan"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"size": "Huge"}, "Huge is no size"),
        ({"lens_mm": 5}, "outside 8 to 300"),
        ({"lens_mm": "long"}, "not a number"),
        ({"frames": 0}, "from one frame to an hour"),
        ({"roll_deg": 90}, "outside -45 to 45"),
        ({"weather": "Hail"}, "Clear, Fog, Rain, Snow"),
    ],
)
def test_what_a_field_cannot_be_is_refused_and_nothing_changes(
    desk: Desk, fields: dict[str, object], says: str
) -> None:
    shots = desk.shots(desk.scene(), 2)
    before = desk.store.shots.all()
    with pytest.raises(InvalidInputError, match=says):
        desk.run(desk.editing.edit(shots, action="New.", **fields))
    assert desk.store.shots.all() == before


def test_any_text_can_be_kept(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    long = "A very long take. " * 6000
    desk.run(desk.editing.edit([shot], action=long, notes="🎬 \u202egnp.exe\ud800\0 '; DROP TABLE shot"))
    kept = desk.store.shots.get(shot)
    assert kept.action == long
    assert kept.notes == "🎬 \u202egnp.exe? '; DROP TABLE shot"


def test_a_copy_has_the_fields_and_references_and_no_takes(desk: Desk) -> None:
    scene = desk.scene()
    one, _ = desk.shots(scene, 2)
    desk.run(desk.editing.edit([one], action="She waits.", size="CU", approved=True))
    desk.run(desk.editing.add_references(one, [Reference(ReferenceId("r"), one, ReferenceRole.CAST, "Ann", "m", "s")]))
    desk.run(desk.editing.pick(landed(desk, one).id))
    (copy,) = desk.run(desk.editing.duplicate([one]))
    assert desk.codes() == ["0010", "0015", "0020"]
    detail = desk.run(desk.board.detail(copy))
    assert (detail.card.action, detail.card.camera.size, detail.card.approved) == ("She waits.", Size.CU, False)
    assert (detail.card.pick_id, detail.takes, [one.name for one in detail.references]) == (None, (), ["Ann"])


def test_a_screenplay_is_one_step(desk: Desk) -> None:
    desk.shots(desk.scene(), 1)
    moments = ScriptShot("Two women run along a pier.", "ANN: Wait!"), ScriptShot("A boat leaves.")
    script = Script(
        "Pier", (ScriptScene("1", "EXT. PIER - DUSK", moments), ScriptScene("7B", "INT. BOAT - NIGHT", moments))
    )
    shots = desk.run(desk.editing.add_script(script))
    assert desk.codes() == ["0010", "0020", "0030", "0040", "0050"]
    assert [scene.number for scene in desk.store.scenes.all()] == ["1", "2", "7B"]
    assert desk.store.shots.get(shots[0]).dialogue == "ANN: Wait!"
    assert desk.run(desk.history.undo()) == "Import script"
    assert desk.codes() == ["0010"]


def test_pictures_become_shots_that_hold_them(desk: Desk) -> None:
    scene = desk.scene()
    (first,) = desk.shots(scene, 1)
    made = desk.run(desk.editing.add_picture_shots(scene, first, [picture("a"), picture("b", "cd")]))
    assert len(desk.codes()) == 3
    assert [one.name for one in desk.store.references.of_shot(made[1])] == ["b"]
    assert [card.references for card in desk.run(desk.board.read()).cards] == [1, 1, 0]
    desk.run(desk.editing.remove_reference(desk.store.references.of_shot(made[1])[0].id))
    assert [card.references for card in desk.run(desk.board.read()).cards] == [1, 0, 0]
    desk.run(desk.history.undo())
    assert [card.references for card in desk.run(desk.board.read()).cards] == [1, 1, 0]


def test_use_these_settings_puts_the_request_back_in_one_step(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    desk.run(desk.editing.edit([shot], action="She runs.", size="WS", angle="Low", frames=48, weather="Rain"))
    plate = Reference(ReferenceId("r"), shot, ReferenceRole.PLATE, "Plate", "media/p.png", "ab" * 32)
    desk.run(desk.editing.add_references(shot, [plate]))
    context = Contexts(desk.store, read).of(shot)
    take = landed(desk, shot, request=compose_request(context, LOCAL, Tier.DISCOVERY, 7).to_bytes())
    wanted = desk.store.shots.get(shot)
    desk.run(desk.editing.edit([shot], action="He sits.", size="CU", angle=None, frames=96, weather=None, lens_mm=85))
    desk.run(desk.editing.remove_reference(plate.id))
    changed = desk.store.shots.get(shot)

    desk.run(desk.editing.use_settings(take.id))
    assert desk.store.shots.get(shot) == wanted
    assert wanted.camera == Camera(Size.WS, Angle.LOW)
    assert desk.store.references.of_shot(shot) == [plate]
    assert desk.run(desk.history.undo()) == "Use settings of take 1 of 0010"
    assert desk.store.shots.get(shot) == changed
    assert desk.store.references.of_shot(shot) == []


def test_an_imported_take_has_no_settings(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    with pytest.raises(InvalidInputError, match="imported"):
        desk.run(desk.editing.use_settings(landed(desk, shot).id))


def test_every_act_is_an_event_with_its_person_and_time(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    take = landed(desk, shot)
    desk.clock.seconds = 60
    desk.run(desk.editing.edit([shot], notes="Ask the owner."))
    desk.run(desk.editing.rate(take.id, 4))
    desk.run(desk.editing.pick(take.id))
    told = [(event.kind, event.take_id, event.detail, event.by) for event in desk.store.events.of_shot(shot)]
    assert told == [
        (EventKind.CREATED, None, "0010", PERSON),
        (EventKind.EDITED, None, "notes", PERSON),
        (EventKind.RATED, take.id, "4 stars", PERSON),
        (EventKind.PICKED, take.id, "", PERSON),
    ]
    assert desk.store.events.of_shot(shot)[-1].at == desk.clock.now()


def test_stars_are_none_to_five(desk: Desk) -> None:
    (shot,) = desk.shots(desk.scene(), 1)
    take = landed(desk, shot)
    with pytest.raises(InvalidInputError, match="0 to 5"):
        desk.run(desk.editing.rate(take.id, 6))


def test_what_is_not_there_is_said(desk: Desk) -> None:
    for work in (
        desk.editing.add_shot(SceneId("gone")),
        desk.editing.pick(TakeId("gone")),
        desk.editing.edit([ShotId("gone")], notes="x"),
        desk.editing.remove_reference(ReferenceId("gone")),
    ):
        with pytest.raises(InvalidInputError, match="in this project"):
            desk.run(work)


def test_the_projects_own_settings(desk: Desk) -> None:
    desk.run(desk.editing.set_project(name="  Night  ", style="Grainy 16 mm.", aspect="2.39:1"))
    project = desk.store.scenes.project()
    assert (project.name, project.style, project.aspect.label) == ("Night", "Grainy 16 mm.", "2.39:1")
    with pytest.raises(InvalidInputError, match="needs a name"):
        desk.run(desk.editing.set_project(name=" "))
