"""Foreign words stay words wherever the window shows them: no markup is obeyed, no length breaks the layout.

A picture of one loud colour waits on the disk; where a text that names it became markup, it would show.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from studio.core.timebase import Rate
from studio.ui.dialogs.bin import BinDialog
from studio.ui.dialogs.problem import ProblemDialog
from studio.ui.dialogs.question import QuestionDialog
from studio.ui.dialogs.whats_new import WhatsNewDialog, read_releases
from studio.ui.image_cache import ImageCache
from studio.ui.inspector import Inspector
from studio.ui.player.clips import PlayerClip
from studio.ui.player.player import Player
from studio.ui.theme import Theme
from studio.ui.toast import Toast
from studio.ui.welcome import RecentButton
from studio.ui.widgets import foreign
from tests.ui.inspector.made import PROJECT, card, detail, load, start, take
from tests.ui.shell.conftest import Run
from tests.ui.shell.rig import rig

LOUD = QColor(255, 0, 255)
WINDOW = QSize(1440, 900)


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """Markup that loads a picture, an override of the reading direction, an ampersand, 10,000 characters."""
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(LOUD)
    path = tmp_path / "loud.png"
    assert picture.save(str(path))
    opening = f'<img src="file://{path}"> \u202egnorw \u200f& <b>bold</b> '
    return opening + "w" * 40 + " long" * ((10_000 - len(opening)) // 5)


def is_loud(widget: QWidget) -> bool:
    """Whether the picture's colour shows anywhere."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return bool((pixels[:, : image.width(), :3] == (255, 0, 255)).all(axis=2).sum() > 50)


def tips(root: QWidget) -> list[str]:
    """Every tooltip that hangs on a widget, an action or a row below `root`."""
    found = [one.toolTip() for one in (root, *root.findChildren(QWidget))]
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        rows = range(model.rowCount()) if model is not None else ()
        found += [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "") for row in rows]
    return [tip for tip in found if tip]


def check(root: QWidget) -> None:
    """Nothing below `root` obeys markup, in itself or in its tooltips."""
    QApplication.processEvents()
    assert not is_loud(root)
    for tip in tips(root):
        shown = QLabel(tip)
        shown.resize(400, 200)
        assert not is_loud(shown), tip[:80]


def test_the_check_itself_sees_markup(qtbot: QtBot, hostile: str) -> None:
    naive = QLabel(hostile[:200])
    qtbot.addWidget(naive)
    naive.resize(400, 200)
    assert is_loud(naive)


def test_the_window_shows_foreign_words_as_words(run: Run[Any], theme: Theme, tmp_path: Path, hostile: str) -> None:
    async def main() -> None:
        async with rig(theme, tmp_path, shots=1) as it:
            scene, shot = it.cards[0].scene_id, it.cards[0].shot_id
            await it.call(it.space.editing.rename_scene(scene, hostile))
            await it.call(it.space.editing.edit([shot], action=hostile, dialogue=hostile, notes=hostile))
            await it.call(it.space.editing.set_project(name=hostile))
            await it.choose("0010")
            await it.until(lambda: it.window.inspector.one.words.action.toPlainText() == hostile, "the action shows")
            it.window.action_set.set_recent([(hostile, it.window.project.close)])
            check(it.window)
            assert it.frame.size() == WINDOW
            assert it.window.inspector.geometry().right() <= it.window.width()
            menu = it.window.action_set.menu(it.window)
            for one in (menu, *menu.findChildren(QMenu)):
                check(one)
                assert one.sizeHint().width() <= WINDOW.width()
            top = it.window.top
            shown = [one for one in top.findChildren(QWidget) if one.isVisible() and one.parent() is top]
            assert all(top.rect().contains(one.geometry()) for one in shown)
            it.window.view.setFocus()
            it.window.toast.warn(hostile, act="Undo", slot=it.window.project.close)
            check(it.window)
            it.window.toast.hide()
            it.window.action_set["rename_scene"].trigger()
            await it.quiet()
            check(it.window)
            QTest.keyClick(QApplication.focusWidget() or it.window, Qt.Key.Key_Escape)

    run(main())


def test_dialogs_show_foreign_words_as_words(qtbot: QtBot, theme: Theme, hostile: str) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(WINDOW)
    host.show()
    made: list[QWidget] = [
        QuestionDialog(theme, host, hostile, hostile, "Open"),
        ProblemDialog(theme, host, hostile, hostile),
        BinDialog(theme, host, [card(action=hostile, code=hostile[:40])], writable=True),
        WhatsNewDialog(theme, host, read_releases(f"## 1.0\n- {hostile}\n")),
        RecentButton(theme, Path(f"/films/{hostile[:200]}"), there=True),
    ]
    for dialog in made:
        dialog.show()
        check(dialog)
        assert QRect(0, 0, WINDOW.width(), WINDOW.height()).contains(dialog.geometry()), type(dialog).__name__
        dialog.hide()


def test_a_toast_stays_inside_its_window(qtbot: QtBot, theme: Theme, hostile: str) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(900, 600)
    ground.show()
    toast = Toast(theme, ground)
    toast.warn(hostile, act="Undo", slot=ground.update)
    check(ground)
    assert ground.rect().contains(toast.geometry())


def test_the_player_shows_foreign_words_as_words(qtbot: QtBot, theme: Theme, hostile: str) -> None:
    def opens(path: Path) -> Any:
        raise AssertionError(path)

    player = Player(theme, opens)
    qtbot.addWidget(player)
    player.resize(900, 500)
    player.show()
    player.load([PlayerClip(hostile[:60], None, Rate(24), 48, hostile, hostile)])
    check(player)
    assert player.size() == QSize(900, 500)
    assert player.minimumSizeHint().width() <= 900
    player.end()


def test_takes_and_fields_show_foreign_words_as_words(qtbot: QtBot, theme: Theme, hostile: str) -> None:
    images = ImageCache(load, start)
    inspector = Inspector(theme, images, images)
    qtbot.addWidget(inspector)
    inspector.resize(336, 836)
    inspector.show()
    shot = detail([take(1, model_label=hostile)], action=hostile, code=hostile[:60])
    inspector.show_shot(replace(shot, unread=(hostile,)), PROJECT)
    field = inspector.one.duration
    field.setFocus()
    field.setText(hostile)
    field.setModified(True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    check(inspector)
    assert len(tips(inspector)) > 1
    assert inspector.width() == 336
    images.close()


def test_words_on_faces_and_in_tips() -> None:
    assert foreign.face("a & b\nc") == "a && b c"
    assert foreign.face("x" * 99, 10) == "x" * 9 + "…"
    assert foreign.tip("<b>") == "<qt>&lt;b&gt;</qt>"
    assert foreign.tip("") == ""
