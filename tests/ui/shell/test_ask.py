"""A question waits for its answer without stopping anything else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from studio.ui.ask import ask
from studio.ui.dialogs.question import QuestionDialog
from studio.ui.theme import Theme
from tests.ui.shell.conftest import Run


@pytest.mark.parametrize("accepted", [True, False])
def test_other_tasks_go_on_while_a_question_is_open(run: Run[Any], accepted: bool) -> None:
    ticks: list[int] = []
    dialog = QDialog()

    async def tick() -> None:
        for number in range(20):
            ticks.append(number)
            await asyncio.sleep(0.01)

    async def main() -> bool:
        ticking = asyncio.create_task(tick())
        QTimer.singleShot(150, dialog.accept if accepted else dialog.reject)
        answer = await ask(dialog)
        assert len(ticks) > 5
        await ticking
        return answer

    assert run(main()) is accepted
    assert len(ticks) == 20


def test_a_question_that_is_given_up_closes(run: Run[Any], theme: Theme) -> None:
    host = QWidget()
    host.resize(800, 600)
    host.show()
    dialog = QuestionDialog(theme, host, "Open for reading?", "Another window has it.", "Open read-only")
    seen: list[bool] = []

    async def main() -> None:
        asking = asyncio.create_task(ask(dialog))
        await asyncio.sleep(0.05)
        seen.append(dialog.isVisible())
        dialog.finished.connect(lambda _code: seen.append(dialog.isVisible()))
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)

    run(main())
    host.close()
    assert seen == [True, False]
