"""What is written in the inspector: when it is said, to which shot, and that it stays text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.core.ids import ShotId
from studio.ui.inspector import Inspector
from tests.ui.inspector.made import PROJECT, chip, detail, press, take

HOSTILE = "<img src=file:///etc/passwd> \u202egnorw \u200f<b>bold</b>"


def test_text_is_said_after_a_pause_in_one_piece(
    qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]
) -> None:
    inspector.show_shot(detail(action=""), PROJECT)
    inspector.focus_action()
    qtbot.keyClicks(inspector.one.words.action, "A dog")
    assert edits == []
    qtbot.waitUntil(lambda: edits == [{"action": "A dog"}], timeout=2000)


def test_text_belongs_to_the_shot_that_it_was_typed_for(qtbot: QtBot, inspector: Inspector) -> None:
    said: list[tuple[tuple[ShotId, ...], dict[str, Any]]] = []
    inspector.edited.connect(lambda fields: said.append((inspector.shot_ids, fields)))
    inspector.show_shot(detail(action=""), PROJECT)
    qtbot.keyClicks(inspector.one.words.action, "A dog")
    inspector.show_shot(detail(shot_id=ShotId("s2"), action="A cat"), PROJECT)
    assert said == [((ShotId("s1"),), {"action": "A dog"})]
    assert inspector.one.words.action.toPlainText() == "A cat"


def test_leaving_the_field_says_the_text(qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]) -> None:
    inspector.show_shot(detail(action="", notes="x"), PROJECT)
    inspector.activateWindow()
    inspector.focus_action()
    qtbot.keyClicks(inspector.one.words.action, "A dog")
    inspector.one.words.notes.setFocus()
    assert edits == [{"action": "A dog"}]


def test_news_of_the_shot_do_not_touch_what_is_being_typed(
    qtbot: QtBot, inspector: Inspector, edits: list[dict[str, Any]]
) -> None:
    field = inspector.one.words.action
    inspector.show_shot(detail(action="Old"), PROJECT)
    field.selectAll()
    qtbot.keyClicks(field, "New")
    inspector.show_shot(detail([take(1)], action="Old"), PROJECT)
    assert field.toPlainText() == "New"
    inspector.flush()
    # Read before the edit was written, shown after it was typed.
    inspector.show_shot(detail([take(1), take(2)], action="Old"), PROJECT)
    assert field.toPlainText() == "New"
    inspector.show_shot(detail([take(1), take(2)], action="New"), PROJECT)
    inspector.show_shot(detail([take(1), take(2)], action="Undone"), PROJECT)
    assert field.toPlainText() == "Undone"
    assert edits == [{"action": "New"}]


def test_an_edit_that_failed_goes_back(qtbot: QtBot, inspector: Inspector) -> None:
    inspector.show_shot(detail(action="Old"), PROJECT)
    qtbot.keyClicks(inspector.one.words.action, "New ")
    press(qtbot, chip(inspector, "Size CU"))
    inspector.flush()
    inspector.edit_failed()
    assert inspector.one.words.action.toPlainText() == "Old"
    assert not chip(inspector, "Size CU").isChecked()


def test_undo_stays_in_the_field_until_the_text_is_said(qtbot: QtBot, inspector: Inspector) -> None:
    field = inspector.one.words.action
    inspector.show_shot(detail(action=""), PROJECT)
    inspector.focus_action()
    qtbot.keyClicks(field, "A dog")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() != "A dog"
    qtbot.keyClicks(field, " and a cat")
    inspector.flush()
    text = field.toPlainText()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == text


def test_hostile_words_show_as_words(inspector: Inspector) -> None:
    shot = detail([take(1)], action=HOSTILE, dialogue=HOSTILE, notes=HOSTILE, code="<b>1</b>")
    inspector.show_shot(replace(shot, unread=(HOSTILE,)), PROJECT)
    assert inspector.one.words.action.toPlainText() == HOSTILE
    assert inspector.one.header.code.text() == "<b>1</b>"
    for label in inspector.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_words_not_understood_are_named(inspector: Inspector) -> None:
    inspector.show_shot(replace(detail(), unread=("hammer", "splendid")), PROJECT)
    shown = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert "Words not understood: hammer, splendid" in shown


def test_pasting_rich_text_leaves_its_words(inspector: Inspector) -> None:
    inspector.show_shot(detail(action=""), PROJECT)
    document = inspector.one.words.action
    document.insertPlainText("x")
    QGuiApplication.clipboard().setText("plain")
    document.paste()
    assert document.toPlainText() == "xplain"


def test_folded_words_open_when_they_say_something(inspector: Inspector) -> None:
    inspector.show_shot(detail(), PROJECT)
    assert not inspector.one.words.notes.isVisible()
    inspector.show_shot(detail(notes="Mind the tide"), PROJECT)
    assert inspector.one.words.notes.isVisible()
