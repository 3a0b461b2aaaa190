"""A loop that Qt turns, and pieces of the shell in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from studio.ui.garbage import WindowGarbage
from tests.ui.widgets.dress import theme

__all__ = ["theme"]

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, T]], T]
PATIENCE_S = 60.0


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Run[Any]]:
    """Runs a coroutine in a Qt loop of its own, as the window does; what is left over fails the test."""
    qapp.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(qapp)
    failures: list[str] = []
    loop.set_exception_handler(lambda _loop, context: failures.append(str(context)))
    with loop, WindowGarbage(qapp):
        yield lambda coroutine: loop.run_until_complete(asyncio.wait_for(coroutine, PATIENCE_S))
        left = [task.get_name() for task in asyncio.all_tasks(loop)]
    assert not failures
    assert not left
