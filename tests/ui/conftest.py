"""What every test of the window leaves behind: a mouse without a button held down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)


@pytest.fixture(autouse=True)
def buttons_up() -> Iterator[None]:
    """Qt remembers across tests that a button is down, and the focus ring is not shown while the mouse is at work."""
    yield
    if QApplication.instance() is None or QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        return
    ground = QWidget()
    ground.show()
    for button in BUTTONS:
        if QApplication.mouseButtons() & button:
            QTest.mouseRelease(ground, button)
    ground.close()
    ground.deleteLater()
