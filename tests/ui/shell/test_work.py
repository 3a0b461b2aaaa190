"""From a key to a clip that can be carried away, in the whole window with the built-in engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from studio.core.event import Event, EventKind
from studio.core.tier import TierMark
from studio.ui.sheets.framings import FramingsSheet
from studio.ui.sheets.promote import PromoteSheet
from studio.ui.theme import Theme
from tests.media.clips import clip as write_clip
from tests.ui.shell.conftest import Run
from tests.ui.shell.rig import Rig, rig

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def first(it: Rig) -> TierMark | None:
    return it.cards[0].mark


def test_draft_judge_promote_and_carry_away(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            await it.choose("0010")
            await it.press(Qt.Key.Key_G)
            await it.until(lambda: first(it) is TierMark.BLOCKING, "a draft lands")
            await it.quiet()
            await it.press(Qt.Key.Key_4)
            await it.press(Qt.Key.Key_P)
            assert (it.cards[0].stars, it.cards[0].pick_number) == (4, 1)

            await it.press(Qt.Key.Key_C, CTRL)
            data = QGuiApplication.clipboard().mimeData()
            files = [Path(url.toLocalFile()) for url in data.urls()]
            assert len(files) == 1
            assert files[0].is_file()
            assert files[0].parent.name == "delivery"
            gnome = bytes(data.data("x-special/gnome-copied-files").data()).decode()
            assert (
                gnome
                == f"copy\n{QUrl.fromLocalFile(str(files[0])).toString(QUrl.ComponentFormattingOption.FullyEncoded)}"
            )
            assert it.window.view.drag_files(it.window.board.selected_ids()) == files

            QTest.keyClick(it.window.view, Qt.Key.Key_Return, CTRL)
            await it.until(lambda: bool(it.frame.findChildren(PromoteSheet)), "the sheet opens")
            it.frame.findChildren(PromoteSheet)[0].accept()
            await it.until(lambda: it.cards[0].take_count == 2, "the promoted take lands")
            await it.quiet()
            assert it.window.shown.detail is not None
            assert [take.mark for take in it.window.shown.detail.takes] == [TierMark.BLOCKING, TierMark.VALIDATION]

    run(main())


def test_a_framing_goes_into_the_shot_as_one_step(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            await it.choose("0010")
            QTest.keyClick(it.window.view, Qt.Key.Key_G, SHIFT)
            await it.until(lambda: bool(it.frame.findChildren(FramingsSheet)), "the sheet opens")
            sheet = it.frame.findChildren(FramingsSheet)[0]
            sheet.choose(2)
            wanted = sheet.chosen.camera
            sheet.accept()
            await it.until(lambda: it.cards[0].camera.size is wanted.size, "the framing is in the shot")
            await it.quiet()
            assert it.cards[0].camera == wanted
            await it.press(Qt.Key.Key_Z, CTRL)
            assert it.cards[0].camera.size is None

    run(main())


def test_a_pasted_picture_becomes_a_reference(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            await it.choose("0010")
            image = QImage(64, 36, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.darkCyan)
            data = QMimeData()
            data.setImageData(image)
            QApplication.clipboard().setMimeData(data)
            await it.quiet()
            await it.press(Qt.Key.Key_V, CTRL)
            await it.until(lambda: it.cards[0].references == 1, "the reference is there")

    run(main())


def test_dropped_pictures_become_shots_where_they_fell(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=2) as it:
            picture = tmp_path / "plate.png"
            image = QImage(64, 36, QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.darkCyan)
            assert image.save(str(picture))
            second = it.cards[1]
            it.window.view.files_dropped.emit([picture], second.scene_id, None, second.shot_id)
            await it.until(lambda: len(it.cards) == 3, "a shot more")
            await it.quiet()
            assert [card.references for card in it.cards] == [0, 1, 0]

    run(main())


def test_what_cannot_be_taken_in_is_said(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            (tmp_path / "sheet.xlsx").write_bytes(b"PK")
            it.window.view.files_dropped.emit([tmp_path / "sheet.xlsx"], None, it.cards[0].shot_id, None)
            await it.until(lambda: bool(it.troubles), "it is said")
            assert "sheet.xlsx" in str(it.troubles[0][0])
            it.troubles.clear()

    run(main())


def test_a_clip_that_is_gone_is_found_again(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            (tmp_path / "found").mkdir()
            clip = write_clip(tmp_path / "found" / "dailies.mp4")
            it.window.view.files_dropped.emit([clip], it.cards[0].scene_id, it.cards[0].shot_id, None)
            await it.until(lambda: first(it) is TierMark.IMPORTED, "the clip is a take")
            await it.call(it.space.settle_down())
            kept = next((it.space.folder / "media").rglob("*.mp4"))
            copy = clip.with_name("moved.mp4")
            kept.rename(copy)
            await it.choose("0010")
            await it.press(Qt.Key.Key_Space)
            await it.until(lambda: it.cards[0].missing, "the card says that the file is missing")
            await it.press(Qt.Key.Key_Escape)
            it.window.view.problem_action.emit(it.cards[0].shot_id)
            await it.until(lambda: bool(it.frame.findChildren(QFileDialog)), "it asks where the clip is")
            dialog = it.frame.findChildren(QFileDialog)[0]
            dialog.findChildren(QLineEdit)[0].setText(str(copy))
            dialog.accept()
            await it.until(lambda: not it.cards[0].missing, "the clip is back")
            assert kept.is_file()

    run(main())


def test_playing_and_carrying_out_are_counted(run: Run[Any], theme: Theme, tmp_path: Path) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            clip = write_clip(tmp_path / "dailies.mp4")
            it.window.view.files_dropped.emit([clip], it.cards[0].scene_id, it.cards[0].shot_id, None)
            await it.until(lambda: first(it) is TierMark.IMPORTED, "the clip is a take")
            await it.quiet()
            await it.press(Qt.Key.Key_Space, to=it.window.view)
            assert it.window.action_set["close_player"].isEnabled()
            it.window.action_set["close_player"].trigger()
            it.window.view.dragged_out.emit([it.cards[0].shot_id])
            await it.quiet()
            kinds = [event.kind for event in await it.call(events_of(it))]
            assert kinds.count(EventKind.PLAYED) == 1
            assert kinds.count(EventKind.DRAGGED) == 1

    run(main())


async def events_of(it: Rig) -> list[Event]:
    """Every event of the project."""
    return list(it.space.store.events.all())
