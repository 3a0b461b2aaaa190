"""The whole window over real services: keys, panels, undo, search, the bin, reading only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from studio.ui.actions import ACTIONS
from studio.ui.dialogs.bin import BinDialog
from studio.ui.theme import Theme
from tests.ui.shell.conftest import Run
from tests.ui.shell.rig import rig

SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def test_an_empty_project_grows_by_keys(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path) as it:
            assert it.codes == []
            await it.add_shot()
            await it.add_shot()
            assert it.codes == ["0010", "0020"]
            assert [card.code for card in it.window.board.selected()] == ["0020"]
            await it.add_shot(SHIFT)
            assert it.codes == ["0010", "0015", "0020"]
            await it.press(Qt.Key.Key_D)
            assert len(it.codes) == 4
            assert it.window.action_set["undo"].text().startswith("Undo ")
            for _ in range(4):
                await it.press(Qt.Key.Key_Z, CTRL)
            assert it.codes == []
            await it.press(Qt.Key.Key_Z, CTRL | SHIFT)
            assert it.codes == ["0010"]

    run(main())


def test_a_new_shot_wants_its_words_first(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            action = it.window.inspector.one.words.action
            await it.press(Qt.Key.Key_N)
            assert action.hasFocus()
            assert it.window.panels.mode() == "Writing"
            QTest.keyClicks(action, "A dog barks")
            await it.press(Qt.Key.Key_Escape)
            assert it.window.view.hasFocus()
            assert it.window.panels.mode() == "Board"
            await it.quiet()
            assert it.cards[1].action == "A dog barks"
            await it.press(Qt.Key.Key_Return)
            QTest.keyClicks(action, " twice")
            assert action.toPlainText() == "A dog barks twice"
            await it.window.finish_typing()

    run(main())


def test_shots_move_by_keys_and_to_the_bin_and_back(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=4) as it:
            await it.choose("0010")
            await it.press(Qt.Key.Key_Right, ALT)
            assert it.codes == ["0020", "0010", "0030", "0040"]
            await it.choose("0010", "0030")
            await it.press(Qt.Key.Key_Left, ALT)
            assert it.codes == ["0010", "0030", "0020", "0040"]
            await it.press(Qt.Key.Key_Delete)
            assert it.codes == ["0020", "0040"]
            assert it.window.toast.isVisible()
            it.window.action_set["show_bin"].trigger()
            await it.until(lambda: bool(it.frame.findChildren(BinDialog)), "the bin opens")
            it.frame.findChildren(BinDialog)[0].accept()
            await it.quiet()
            assert len(it.codes) == 3

    run(main())


def test_what_is_typed_goes_to_the_shot_it_was_typed_for(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=2) as it:
            await it.choose("0010")
            await it.press(Qt.Key.Key_Return, to=it.window.view)
            field = QApplication.focusWidget()
            assert field is not None
            assert field is not it.window.view
            QTest.keyClicks(field, "gnd")
            await it.choose("0020")
            await it.quiet()
            assert it.codes == ["0010", "0020"]
            assert "gnd" in it.cards[0].action
            assert "gnd" not in it.cards[1].action
            assert it.cards[0].work is None

    run(main())


def test_typing_is_written_when_the_window_closes(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            await it.choose("0010")
            await it.press(Qt.Key.Key_Return, to=it.window.view)
            field = QApplication.focusWidget()
            assert field is not None
            QTest.keyClicks(field, "zzz")
            await it.window.finish_typing()
            (card,) = await it.call(it.space.board.cards([it.cards[0].shot_id]))
            assert "zzz" in card.action

    run(main())


def test_a_search_for_nothing_leaves_a_shot_under_the_keys(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=2) as it:
            await it.choose("0020")
            field = it.window.top.search
            field.setFocus()
            field.setText("zzzz")
            await it.quiet()
            assert it.window.board.focus() is None
            await it.press(Qt.Key.Key_Escape, to=field)
            assert it.window.board.focus() is not None

    run(main())


def test_search_shows_what_matches_and_esc_shows_all(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=12) as it:
            await it.press(Qt.Key.Key_F, CTRL, to=it.window.view)
            field = it.window.top.search
            assert QApplication.focusWidget() is field
            QTest.keyClicks(field, "waits 9.")
            await it.quiet()
            assert it.window.view.model().rowCount() == 1
            await it.press(Qt.Key.Key_Escape, to=field)
            assert it.window.view.model().rowCount() == 12
            assert QApplication.focusWidget() is it.window.view

    run(main())


def test_a_new_scene_is_named_where_it_stands(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            it.window.action_set["add_scene"].trigger()
            await it.until(lambda: bool(it.window.scenes.findChildren(QLineEdit)), "the name opens")
            field = it.window.scenes.findChildren(QLineEdit)[0]
            field.setText("INT. LAMP ROOM - NIGHT")
            QTest.keyClick(field, Qt.Key.Key_Return)
            await it.quiet()
            board = it.window.board.board
            assert board is not None
            assert [scene.slugline for scene in board.scenes] == ["EXT. PIER - DUSK", "INT. LAMP ROOM - NIGHT"]

    run(main())


def test_the_scene_list_follows_the_board(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=30) as it:
            second = await it.call(it.space.editing.add_scene("INT. SHED - NIGHT"))
            for _ in range(30):
                await it.call(it.space.editing.add_shot(second))
            await it.until(lambda: len(it.codes) == 60, "all shots are on the board")
            first_scene = it.window.scenes.current()
            assert first_scene != second
            await it.choose(it.codes[-1])
            await it.until(lambda: it.window.scenes.current() == second, "the second scene is marked")
            assert it.window.top.scene_button.text() == "2 Shed"
            assert first_scene is not None
            it.window.scenes.chosen.emit(first_scene)
            await it.until(lambda: it.window.view.scene_in_view() == first_scene, "the board is at the first scene")

    run(main())


def test_status_bar_and_top_bar_say_what_is_there(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=3) as it:
            await it.choose("0020")
            texts = [label.text() for label in it.window.status.findChildren(QLabel)]
            assert "0020" in texts
            await it.choose("0010", "0020")
            texts = [label.text() for label in it.window.status.findChildren(QLabel)]
            assert "2 shots, 0010" in texts
            assert it.window.top.scene_button.text() == "1 Pier"

    run(main())


def test_a_project_for_reading_shows_and_keeps_still(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=2, read_only=True) as it:
            assert it.codes == ["0010", "0020"]
            await it.press(Qt.Key.Key_N)
            await it.press(Qt.Key.Key_G)
            await it.press(Qt.Key.Key_Delete)
            assert it.codes == ["0010", "0020"]
            assert any(
                label.text() == "Read only" and label.isVisible() for label in it.window.status.findChildren(QLabel)
            )

    run(main())


def test_every_action_of_the_table_is_connected(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path) as it:
            assert {row.id for row in ACTIONS} == set(it.window.slots())

    run(main())


def test_tab_goes_from_panel_to_panel_in_reading_order(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=2) as it:
            window = it.window
            panels = {"top": window.top, "scenes": window.scenes, "board": window.view, "inspector": window.inspector}
            panels["status"] = window.status
            window.top.menu_button.setFocus()
            walked: list[str] = []
            for _ in range(80):
                focus = QApplication.focusWidget()
                assert focus is not None
                here = next((name for name, panel in panels.items() if panel is focus or panel.isAncestorOf(focus)), "")
                if not walked or walked[-1] != here:
                    walked.append(here)
                QTest.keyClick(focus, Qt.Key.Key_Tab)
            assert walked[:5] == ["top", "scenes", "board", "inspector", "status"]

    run(main())


def test_every_control_has_a_name_and_room_for_a_pointer(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=2) as it:
            await it.choose("0010")
            controls = [
                one
                for one in it.window.findChildren(QWidget)
                if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(one, QScrollArea)
            ]
            nameless = [one for one in controls if not said(one)]
            small = [(said(one), one.size()) for one in controls if one.width() < 20 or one.height() < 20]
            assert len(controls) > 20
            assert not nameless
            assert not small

    run(main())


def said(widget: QWidget) -> str:
    """What a screen reader says for a control."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)
