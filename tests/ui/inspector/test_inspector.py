"""What an inspector says when a person types, presses, walks and leaves."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay
from studio.core.ids import ReferenceId, ShotId
from studio.core.shot import Reference, ReferenceRole
from studio.core.tier import Tier
from studio.ui.inspector import Inspector
from studio.ui.inspector.inspector import NARROW_WIDTH, WIDTH
from studio.ui.widgets.chips import Chip, ChipTray
from tests.ui.inspector.made import PROJECT, card, chip, detail, jpeg, press, take


def drag(widget: QWidget, *xs: int) -> None:
    """Press at the first x, move over the others, release at the last."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(xs) - 1), QEvent.Type.MouseButtonRelease]
    for kind, x in zip(kinds, [*xs, xs[-1]], strict=True):
        at = QPointF(x, 10)
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        there = QPointF(widget.mapToGlobal(at))
        QApplication.sendEvent(widget, QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier))


def test_a_chip_says_its_field_at_once(qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    inspector.show_shot(detail(), PROJECT)
    press(qtbot, chip(inspector, "Size MCU"))
    press(qtbot, chip(inspector, "Lens 50"))
    press(qtbot, chip(inspector, "Time Night"))
    assert edits == [{"size": Size.MCU}, {"lens_mm": 50.0}, {"time_of_day": TimeOfDay.NIGHT}]
    assert isinstance(edits[0]["size"], Size)
    assert chip(inspector, "Size MCU").isChecked()


def test_a_field_from_the_words_is_implied_and_a_typed_one_chosen(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_shot(detail(camera=Camera(angle=Angle.LOW)), PROJECT)
    size, low, eye = (chip(inspector, name) for name in ("Size WS", "Angle Low", "Angle Eye"))
    assert (size.isChecked(), size.implied) == (False, True)
    assert "from the words" in size.accessibleName()
    assert (low.isChecked(), low.implied) == (True, False)
    assert (eye.isChecked(), eye.implied) == (False, False)


def test_pressing_the_chosen_chip_again_clears_the_field(
    qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]
) -> None:
    inspector.show_shot(detail(camera=Camera(size=Size.CU)), PROJECT)
    press(qtbot, chip(inspector, "Size CU"))
    assert edits == [{"size": None}]
    assert chip(inspector, "Size WS").implied


def test_pressing_an_implied_chip_types_it(qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    inspector.show_shot(detail(), PROJECT)
    press(qtbot, chip(inspector, "Size WS"))
    assert edits == [{"size": Size.WS}]


def test_moves_without_a_chip_stand_in_the_menu(inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    inspector.show_shot(detail(), PROJECT)
    menu = inspector.one.camera._other_move.menu
    words = [action.text() for action in menu.actions()]
    assert set(words) | {"Static", "Pan", "Tilt", "Push in", "Truck", "Crane"} == {move.value for move in Move}
    menu.actions()[words.index("Orbit")].trigger()
    assert edits == [{"move": Move.ORBIT}]
    assert isinstance(edits[0]["move"], Move)
    assert chip(inspector, "More moves, Orbit").isChecked()


def test_a_typed_lens(qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    inspector.show_shot(detail(), PROJECT)
    lens = inspector.one.camera._lens
    press(qtbot, lens)
    qtbot.keyClicks(lens, "42,5 mm")
    qtbot.keyClick(lens, Qt.Key.Key_Return)
    assert edits == [{"lens_mm": 42.5}]
    qtbot.keyClicks(lens, "900")
    qtbot.keyClick(lens, Qt.Key.Key_Return)
    assert lens.property("wrong")
    assert "8 mm to 300 mm" in lens.toolTip()
    inspector.one.camera.flush()
    assert edits == [{"lens_mm": 42.5}]


def test_duration_is_typed_stepped_and_scrubbed_in_frames(
    qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]
) -> None:
    inspector.show_shot(detail(frames=96), PROJECT)
    field = inspector.one.duration
    assert field.text() == "4:00"
    press(qtbot, field)
    field.selectAll()
    qtbot.keyClicks(field, "5:12")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert edits == [{"frames": 132}, {"frames": 133}, {"frames": 109}]
    field.clearFocus()
    drag(field, 10, 50)
    assert edits[3:] == [{"frames": 119}]
    assert field.text() == "4:23"


def test_a_dragged_number_previews_and_says_once(
    qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]
) -> None:
    previews: list[dict[str, Any]] = []
    inspector.previewed.connect(previews.append)
    inspector.show_shot(detail(camera=Camera(pitch_deg=-3.0)), PROJECT)
    pitch = inspector.one.camera._numbers["pitch_deg"]
    assert pitch.isVisible()
    assert pitch.text() == "−3°"
    drag(pitch, 30, 42, 46, 50)
    assert previews == [{"pitch_deg": 0.0}, {"pitch_deg": 1.0}, {"pitch_deg": 2.0}]
    assert edits == [{"pitch_deg": 2.0}]


@pytest.mark.parametrize(
    ("shot", "signal"),
    [
        pytest.param(detail(), "draft_requested", id="draft"),
        pytest.param(detail([take(1)]), "pick_toggled", id="pick"),
        pytest.param(detail([take(1)], 1), "promote_requested", id="promote"),
    ],
)
def test_the_filled_button_acts(qtbot: QtBot, inspector: Inspector, shot: Any, signal: str) -> None:
    inspector.show_shot(shot, PROJECT)
    with qtbot.waitSignal(getattr(inspector, signal), timeout=1000):
        press(qtbot, inspector.one.foot.main)
    with qtbot.waitSignal(getattr(inspector, signal), timeout=1000):
        inspector.one.foot.main.setFocus()
        qtbot.keyClick(inspector.one.foot.main, Qt.Key.Key_Return)


def test_what_is_typed_is_said_before_the_button_acts(qtbot: QtBot, inspector: Inspector) -> None:
    order: list[str] = []
    inspector.edited.connect(lambda fields: order.append("edited"))
    inspector.draft_requested.connect(lambda: order.append("draft"))
    inspector.show_shot(detail(action=""), PROJECT)
    qtbot.keyClicks(inspector.one.words.action, "A dog")
    inspector.one.foot.main.click()
    assert order == ["edited", "draft"]


def test_approving_is_an_edit(qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    inspector.show_shot(detail([take(1, Tier.EXPORT)], 1), PROJECT)
    press(qtbot, inspector.one.foot.main)
    assert edits == [{"approved": True}]


def test_read_only_offers_nothing(qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    inspector.show_shot(detail([take(1)]), PROJECT)
    inspector.set_read_only(True)
    picks: list[object] = []
    inspector.pick_toggled.connect(picks.append)
    press(qtbot, chip(inspector, "Size CU"))
    qtbot.keyClicks(inspector.one.words.action, "x")
    inspector.one.takes.setFocus()
    qtbot.keyClick(inspector.one.takes, Qt.Key.Key_P)
    inspector.flush()
    assert (edits, picks) == ([], [])
    assert not inspector.one.foot.main.isVisible()


def test_several_shots_show_what_they_share(qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    cards = [
        card(camera=Camera(size=Size.WS, angle=Angle.LOW)),
        card(shot_id=ShotId("s2"), code="0030", frames=48, camera=Camera(size=Size.CU, angle=Angle.LOW)),
    ]
    inspector.show_many(cards, PROJECT)
    assert inspector.shot_ids == (ShotId("s1"), ShotId("s2"))
    assert inspector.many.count.text() == "2 shots"
    assert inspector.many.duration.text() == ""
    assert inspector.many.duration.placeholderText() == "—"
    assert chip(inspector, "Angle Low").isChecked()
    sizes = [one for one in inspector.findChildren(Chip) if one.isVisible() and one.accessibleName().startswith("Size")]
    assert not any(one.isChecked() or one.implied for one in sizes)
    press(qtbot, chip(inspector, "Size FS"))
    assert edits == [{"size": Size.FS}]


def test_nothing_chosen_says_how_to_begin(inspector: Inspector) -> None:
    inspector.show_shot(detail(), PROJECT)
    inspector.show_shot(None, PROJECT)
    assert inspector.shot_ids == ()
    assert any("Click a card" in label.text() for label in inspector.findChildren(QLabel) if label.isVisible())


def test_the_picture_follows_the_fields_and_gives_way_to_a_take(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_shot(detail([take(1)]), PROJECT)
    inspector.set_still(jpeg(10))
    inspector.set_still(jpeg(250))
    picture = inspector.one.picture
    qtbot.waitUntil(lambda: picture.still_shown, timeout=2000)
    middle = picture.grab().toImage().pixelColor(100, 80)
    assert middle.red() > 200
    inspector.show_shot(detail([take(1), take(2)]), PROJECT)
    assert not picture.still_shown
    assert inspector.chosen_take == "t2"


def test_nothing_moves_when_a_take_lands(qtbot: QtBot, inspector: Inspector) -> None:
    parts = [inspector.one.picture, inspector.one.takes, inspector.one.words, inspector.one.camera, inspector.one.foot]
    inspector.show_shot(detail(), PROJECT)
    qtbot.wait(20)
    before = [part.geometry() for part in parts]
    inspector.show_shot(detail([take(1)]), PROJECT)
    qtbot.wait(20)
    assert [part.geometry() for part in parts] == before


def test_references_come_by_paste_and_go_by_delete(qtbot: QtBot, inspector: Inspector) -> None:
    plate = Reference(ReferenceId("r1"), ShotId("s1"), ReferenceRole.PLATE, "a.jpg", "media/a.jpg", "0")
    inspector.show_shot(replace(detail(), references=(plate,)), PROJECT)
    pasted: list[bytes] = []
    removed: list[object] = []
    roles: list[tuple[object, object]] = []
    inspector.reference_pasted.connect(pasted.append)
    inspector.reference_removed.connect(removed.append)
    inspector.reference_role_changed.connect(lambda one, role: roles.append((one, role)))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    QGuiApplication.clipboard().setImage(image)
    assert inspector.paste_reference()
    assert pasted[0].startswith(b"\x89PNG")
    thumb = next(one for one in inspector.one.references.findChildren(QWidget) if "Plate" in one.accessibleName())
    menu = thumb.menu()  # type: ignore[attr-defined]
    next(action for action in menu.actions() if action.text() == "Look").trigger()
    thumb.setFocus()
    qtbot.keyClick(thumb, Qt.Key.Key_Delete)
    assert (removed, roles) == ([plate.id], [(plate.id, ReferenceRole.LOOK)])


def test_the_picture_follows_changes_from_outside_and_own_ones_once(qtbot: QtBot, inspector: Inspector) -> None:
    asked: list[dict[str, Any]] = []
    inspector.previewed.connect(asked.append)
    inspector.show_shot(detail(camera=Camera(size=Size.WS)), PROJECT)
    press(qtbot, chip(inspector, "Size CU"))
    inspector.show_shot(detail([take(1)], camera=Camera(size=Size.WS)), PROJECT)
    inspector.show_shot(detail([take(1)], camera=Camera(size=Size.CU)), PROJECT)
    assert asked == []
    inspector.show_shot(detail([take(1)], camera=Camera(size=Size.FS, lens_mm=24.0)), PROJECT)
    assert [(one["size"], one["lens_mm"]) for one in asked] == [(Size.FS, 24.0)]
    inspector.show_shot(detail(shot_id=ShotId("s2"), camera=Camera(size=Size.MS)), PROJECT)
    assert len(asked) == 1


@pytest.mark.parametrize("width", [WIDTH, NARROW_WIDTH])
def test_every_chip_can_be_hit_and_none_covers_another(inspector: Inspector, width: int) -> None:
    inspector.setFixedWidth(width - 1)
    inspector.show_shot(detail(), PROJECT)
    QApplication.processEvents()
    for tray in inspector.one.findChildren(ChipTray):
        parts = [one for one in tray.findChildren(QWidget) if one.parentWidget() is tray and one.isVisible()]
        assert all(min(one.width(), one.height()) >= 24 for one in parts), tray.accessibleName()
        edges = sorted((one.geometry().left(), one.geometry().right()) for one in parts)
        assert all(before < after for (_, before), (after, _) in pairwise(edges))
        assert edges[-1][1] < tray.width()
    assert inspector.one.width() == width - 1
