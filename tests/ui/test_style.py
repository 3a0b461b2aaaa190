"""The focus ring: around the control that the keyboard reached, and around nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.ui import style
from studio.ui.style import FocusRing
from studio.ui.theme import Theme


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[FocusRing]:
    made = style.apply(qapp, Theme.of("dark"))
    yield made
    made.deleteLater()


W = TypeVar("W", bound=QWidget)


def part(window: QWidget, kind: type[W]) -> W:
    found = window.findChild(kind)
    assert found is not None
    return found


def shown(qtbot: QtBot) -> QWidget:
    """A window with a button, a field and a list."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(20, 20, 20, 20)
    for widget in (QPushButton("Draft"), QLineEdit(), QListView()):
        column.addWidget(widget)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = shown(qtbot)
    qtbot.addWidget(made)
    return made


def test_the_ring_follows_the_keyboard(qtbot: QtBot, ring: FocusRing, window: QWidget) -> None:
    button = part(window, QPushButton)
    field = part(window, QLineEdit)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.around is button)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.around is field)


def test_the_ring_is_accent_two_pixels_off_the_control(qtbot: QtBot, ring: FocusRing, window: QWidget) -> None:
    button = part(window, QPushButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.around is button)
    shot = window.grab().toImage()
    middle = button.geometry().center().y()
    accent = Theme.of("dark").colour("accent")
    assert shot.pixelColor(button.x() - 3, middle) == accent
    assert shot.pixelColor(button.x() - 1, middle) != accent


def test_item_views_paint_their_own_focus(qtbot: QtBot, ring: FocusRing, window: QWidget) -> None:
    part(window, QPushButton).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.around is not None)
    part(window, QListView).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.around is None)
    own = QWidget(window)
    own.setProperty(style.OWN_FOCUS, True)
    own.show()
    own.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    own.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.around is None


def test_the_ring_outlives_the_window_it_was_in(qtbot: QtBot, ring: FocusRing) -> None:
    first = shown(qtbot)
    part(first, QPushButton).setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.around is not None)
    with qtbot.waitSignal(first.destroyed):
        first.deleteLater()
    assert ring.around is None
    second = shown(qtbot)
    qtbot.addWidget(second)
    button = part(second, QPushButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring.around is button)
