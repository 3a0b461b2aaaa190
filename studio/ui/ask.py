"""Asking the person from a coroutine: a dialog opens, other tasks go on, the answer is awaited.

A nested `exec` inside a coroutine would lose the wake-ups of every other task for good, so nothing here uses it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


async def ask(dialog: QDialog) -> bool:
    """Open `dialog` over its parent and wait until it is closed; True when it was accepted.

    Read what was typed before the next `await`: the dialog goes away when the loop turns again.
    """
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    dialog.finished.connect(lambda code: answer.done() or answer.set_result(code))
    try:
        dialog.open()
        return await answer == QDialog.DialogCode.Accepted.value
    finally:
        if not answer.done() or answer.cancelled():
            dialog.reject()
        dialog.deleteLater()


async def ask_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """A folder that exists, or None when the person went back."""
    dialog = QFileDialog(parent, title, str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    chosen = await _ask_paths(dialog)
    return chosen[0] if chosen else None


async def ask_files(
    parent: QWidget, title: str, start: Path, filters: Sequence[str], *, several: bool = False
) -> tuple[Path, ...]:
    """Files that exist, empty when the person went back. `filters` are Qt's: `Scripts (*.fountain *.txt)`."""
    dialog = QFileDialog(parent, title, str(start))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    return await _ask_paths(dialog)


async def _ask_paths(dialog: QFileDialog) -> tuple[Path, ...]:
    if not await ask(dialog):
        return ()
    return tuple(Path(name) for name in dialog.selectedFiles())
