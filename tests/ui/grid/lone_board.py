"""A board alone in a window, for tests that drag for good: one JSON line when it stands, one for each wish."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from studio.core.ids import ShotId
from studio.ui import style
from studio.ui.grid.board_view import BoardView
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme
from tests.bench.grid import made_up_board

TITLE = "A board alone"


def say(**words: object) -> None:
    sys.stdout.write(json.dumps(words, default=str) + "\n")
    sys.stdout.flush()


async def no_pictures(keys: Sequence[str]) -> Mapping[str, bytes]:
    return {}


def run_now(coroutine: object, doing: str) -> None:
    try:
        coroutine.send(None)  # type: ignore[attr-defined]
    except StopIteration:
        return


def main() -> None:
    app = QApplication(sys.argv)
    theme = Theme.of("dark")
    ring = style.apply(app, theme)
    images = ImageCache(no_pictures, run_now)
    view = BoardView(theme, images)
    view.setWindowTitle(TITLE)
    view.resize(888, 700)
    view.set_board(made_up_board(12, 6))

    def files(shots: list[ShotId]) -> list[Path]:
        say(files=shots)
        return [Path(f"/nowhere/{shot}.mp4") for shot in shots]

    view.drag_files = files
    view.move_requested.connect(lambda shots, scene, before: say(move=shots, scene=scene, before=before))
    view.show()

    def stand() -> None:
        corner = view.viewport().mapToGlobal(QPoint(0, 0))
        centres = [view.visualRect(view.model().index(row, 0)).center() for row in range(6)]
        say(cards=[[corner.x() + one.x(), corner.y() + one.y()] for one in centres])

    QTimer.singleShot(800, stand)
    app.exec()
    images.close()
    ring.deleteLater()


if __name__ == "__main__":
    main()
