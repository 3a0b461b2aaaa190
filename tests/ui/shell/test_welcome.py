"""The welcome page: a project let go on it is opened, anything else is not taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from studio.ui.theme import Theme
from studio.ui.welcome import Welcome


def let_go(page: Welcome, *paths: Path) -> bool:
    """Drag paths over the page and let go; whether the page would have them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    over.ignore()
    page.dragEnterEvent(over)
    page.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    return over.isAccepted()


def test_a_project_folder_that_is_let_go_opens(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    page = Welcome(theme, QAction(), QAction(), QAction())
    qtbot.addWidget(page)
    opened: list[Path] = []
    page.opened.connect(opened.append)
    project, other = tmp_path / "Lamp.shotboard", tmp_path / "other"
    project.mkdir()
    other.mkdir()
    assert not let_go(page, other)
    assert not let_go(page, project, other)
    assert opened == []
    assert let_go(page, project)
    assert opened == [project]
