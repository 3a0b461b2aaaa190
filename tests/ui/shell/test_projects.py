"""Projects from the window: new, opened again, held by another window, gone."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from studio.core.errors import ProjectError
from studio.ui.dialogs.new_project import NewProjectDialog
from studio.ui.dialogs.question import QuestionDialog
from studio.ui.theme import Theme
from studio.ui.welcome import RecentButton
from tests.ui.shell.conftest import Run
from tests.ui.shell.rig import rig


def test_a_new_project_takes_the_place_of_the_old_one(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=2) as it:
            it.window.action_set["new_project"].trigger()
            await it.until(lambda: bool(it.frame.findChildren(NewProjectDialog)), "the dialog opens")
            it.frame.findChildren(NewProjectDialog)[0].accept()
            await it.until(lambda: it.codes == [], "the new board is empty")
            await it.quiet()
            assert it.bridge.workspace is not None
            assert it.bridge.workspace.folder == tmp_path / "Untitled.shotboard"
            assert it.frame.windowTitle().startswith("Untitled")
            it.window.project.open(tmp_path / "Film.shotboard")
            await it.until(lambda: len(it.codes) == 2, "the old one is open again")

    run(main())


def test_what_another_holds_is_offered_for_reading(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        (tmp_path / "other").mkdir()
        async with rig(theme, tmp_path / "other", shots=3) as other, rig(theme, tmp_path, shots=1) as it:
            it.window.project.open(other.space.folder)
            await it.until(lambda: bool(it.frame.findChildren(QuestionDialog)), "the question opens")
            assert it.codes == ["0010"]
            it.frame.findChildren(QuestionDialog)[0].accept()
            await it.until(lambda: len(it.codes) == 3, "the other project shows")
            await it.quiet()
            assert it.window.board.board is not None
            assert it.window.board.board.read_only

    run(main())


def test_what_cannot_be_opened_leaves_the_open_project_alone(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            (tmp_path / "Broken.shotboard").mkdir()
            (tmp_path / "Broken.shotboard" / "project.db").write_bytes(b"not a database at all" * 200)
            it.window.project.open(tmp_path / "Broken.shotboard")
            await it.until(lambda: bool(it.troubles), "it is said")
            assert isinstance(it.troubles[0][0], ProjectError)
            assert it.codes == ["0010"]
            it.troubles.clear()

    run(main())


def test_a_script_alone_makes_a_project(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        script = tmp_path / "The Pier.fountain"
        script.write_text("EXT. PIER - DUSK\n\nTwo women run.\n\nINT. SHED - NIGHT\n\nA lamp burns.\n", "utf-8")
        async with rig(theme, tmp_path) as it:
            it.window.action_set["close_project"].trigger()
            await it.until(lambda: it.bridge.workspace is None, "it is closed")
            it.window.action_set["import_script"].trigger()
            await it.until(lambda: bool(it.frame.findChildren(QFileDialog)), "it asks for the script")
            picker = it.frame.findChildren(QFileDialog)[0]
            picker.findChildren(QLineEdit)[0].setText(str(script))
            picker.accept()
            await it.until(lambda: bool(it.frame.findChildren(NewProjectDialog)), "it asks for the project")
            it.frame.findChildren(NewProjectDialog)[0].accept()
            await it.until(lambda: it.codes == ["0010", "0020"], "the script is on the board")
            assert it.bridge.workspace is not None
            assert it.bridge.workspace.folder.name == "The Pier.shotboard"

    run(main())


def test_closing_shows_what_was_open_and_marks_what_is_gone(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            (tmp_path / "Gone.shotboard").mkdir()
            it.window.project.open(tmp_path / "Film.shotboard")
            await it.choose("0010")
            await it.press(Qt.Key.Key_Return, to=it.window.view)
            field = QApplication.focusWidget()
            assert field is not None
            QTest.keyClicks(field, "typed")
            it.window.action_set["close_project"].trigger()
            await it.until(lambda: it.bridge.workspace is None, "it is closed")
            await it.quiet()
            assert it.window.welcome.isVisible()
            it.window.welcome.show_recent([tmp_path / "Film.shotboard", tmp_path / "Nowhere.shotboard"])
            await asyncio.sleep(0.05)
            rows = [one for one in it.window.welcome.findChildren(RecentButton) if one.isVisible()]
            assert [(row.name, row.isEnabled()) for row in rows] == [("Film", True), ("Nowhere", False)]
            rows[0].click()
            await it.until(lambda: it.codes == ["0010"], "it is open again")
            assert "typed" in it.cards[0].action

    run(main())
