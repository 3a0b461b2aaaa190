"""Dialogs: a new project is named so that every system takes it, keys and news are all there, settings come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.config import Settings
from studio.core.project import CodeScheme
from studio.core.timebase import Rate
from studio.paths import resources
from studio.ui.actions import ACTIONS
from studio.ui.dialogs.key_map import KeyMapDialog
from studio.ui.dialogs.new_project import NewProjectDialog, name_trouble
from studio.ui.dialogs.settings import SettingsDialog
from studio.ui.dialogs.whats_new import WhatsNewDialog, load_releases, read_releases
from studio.ui.theme import Theme


@pytest.fixture
def host(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("", "Give"),
        ("a/b", "/"),
        ("..", "dot"),
        (".hidden", "dot"),
        ("CON", "Windows"),
        ("lpt1.shots", "Windows"),
        ("right\u200fto left", "invisible"),
        ("x" * 81, "80"),
        ("The Lamp: part 2", ":"),
    ],
)
def test_names_that_some_system_would_refuse_are_explained(name: str, trouble: str) -> None:
    assert trouble in name_trouble(name)


@pytest.mark.parametrize("name", ["The Spare Lamp", "Ночь", "灯", "Film 🎬", "it's", "console"])
def test_names_that_are_fine(name: str) -> None:
    assert name_trouble(name) == ""


def test_enter_alone_makes_a_good_project(host: QWidget, theme: Theme, tmp_path: Path) -> None:
    dialog = NewProjectDialog(theme, host, tmp_path)
    accepted: list[bool] = []
    dialog.accepted.connect(lambda: accepted.append(True))
    dialog.open()
    QTest.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert accepted
    wish = dialog.wish()
    assert wish.folder == tmp_path / "Untitled.shotboard"
    assert (wish.rate, wish.aspect.label, wish.scheme) == (Rate(24), "16:9", CodeScheme.STEPS)


def test_a_project_that_is_there_is_not_made_twice(host: QWidget, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "Lamp.shotboard").mkdir()
    dialog = NewProjectDialog(theme, host, tmp_path)
    dialog.open()
    dialog.findChildren(QLineEdit)[0].setText("Lamp")
    assert "already" in dialog.trouble()
    make = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Make project")
    assert not make.isEnabled()
    QTest.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_key_map_names_every_key(host: QWidget, theme: Theme) -> None:
    texts = {label.text() for label in KeyMapDialog(theme, host).findChildren(QLabel)}
    assert {row.text.rstrip("…") for row in ACTIONS if row.keys} <= texts


def test_news_are_read_as_a_plain_list(host: QWidget, theme: Theme) -> None:
    releases = read_releases(
        "# News\n\n## 0.2.0\n### Added\n- One `thing`\n  that goes on\n- <b>Two</b>\n\n## 0.1.0\n- Old\n"
    )
    assert [release.version for release in releases] == ["0.2.0", "0.1.0"]
    assert releases[0].groups == [("Added", ["One thing that goes on", "<b>Two</b>"])]
    labels = [label for label in WhatsNewDialog(theme, host, releases).findChildren(QLabel) if "<b>" in label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_our_own_news_are_not_empty() -> None:
    releases = load_releases(resources() / "whats_new.md")
    assert releases[0].groups[0][1]


def test_settings_come_back_as_chosen(host: QWidget, theme: Theme) -> None:
    dialog = SettingsDialog(theme, host, Settings(person="ada", theme="light", reduced_motion=True))
    dialog.open()
    assert dialog.settings() == Settings(person="ada", theme="light", reduced_motion=True)
    name = dialog.findChildren(QLineEdit)[0]
    name.setText("   ")
    take = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save")
    assert not take.isEnabled()
    name.setText(" Ada  Lovelace ")
    assert take.isEnabled()
    assert dialog.settings().person == "Ada Lovelace"
