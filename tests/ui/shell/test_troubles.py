"""Whatever fails, the window lives: a sentence where a person can act, a report without secrets where it is a bug."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.core.errors import CancelledByUserError, MediaError
from studio.log import Redactor
from studio.ui.dialogs.problem import ProblemDialog
from studio.ui.hooks import Hooks
from studio.ui.theme import Theme
from studio.ui.troubles import Troubles

SECRET = "sk-very-secret-0123456789"


@pytest.fixture
def host(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def warned() -> list[str]:
    return []


@pytest.fixture
def troubles(host: QWidget, theme: Theme, warned: list[str]) -> Troubles:
    return Troubles(
        warned.append,
        lambda doing, report: ProblemDialog(theme, host, doing, report),
        "1.2.3",
        Redactor([SECRET]).redact,
    )


def dialogs(host: QWidget) -> list[ProblemDialog]:
    return [one for one in host.findChildren(ProblemDialog) if one.isVisible()]


def test_what_a_person_can_act_on_is_a_sentence(troubles: Troubles, warned: list[str], host: QWidget) -> None:
    troubles.report(MediaError("The clip is cut short.", "Export it again."), "reading a clip")
    assert warned == ["The clip is cut short. Export it again."]
    assert not dialogs(host)


def test_what_the_person_stopped_is_nothing(troubles: Troubles, warned: list[str], host: QWidget) -> None:
    troubles.report(CancelledByUserError("stopped"), "drafting")
    assert not warned
    assert not dialogs(host)


def test_a_bug_opens_a_report_without_secrets(
    troubles: Troubles, host: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    troubles.report(RuntimeError(f"key {SECRET} refused"), "drafting 3 shots")
    (dialog,) = dialogs(host)
    assert "While drafting 3 shots" in dialog.report
    assert "Shotboard 1.2.3" in dialog.report
    assert "RuntimeError" in dialog.report
    assert SECRET not in dialog.report
    troubles.report(ValueError("another"), "moving shots")
    assert dialogs(host) == [dialog]
    assert "ValueError: another" in dialog.report
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy report").click()
    assert QGuiApplication.clipboard().text() == dialog.report
    dialog.accept()
    assert not dialogs(host)
    assert "drafting 3 shots" in caplog.text


def test_an_error_in_a_slot_and_in_a_thread_opens_a_report(
    troubles: Troubles, host: QWidget, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def slot() -> None:
        raise KeyError("in a slot")

    def work() -> None:
        raise OSError("in a thread")

    before = sys.excepthook
    with Hooks(troubles.report):
        QTimer.singleShot(0, lambda: sys.excepthook(*_raised(slot)))
        qtbot.waitUntil(lambda: bool(dialogs(host)))
        thread = threading.Thread(target=work, name="worker")
        thread.start()
        thread.join()
        (dialog,) = dialogs(host)
        qtbot.waitUntil(lambda: "in a thread" in dialog.report)
    assert sys.excepthook is before
    assert "in a slot" in dialog.report
    assert "(worker)" in dialog.report
    assert caplog.records


def _raised(slot: object) -> tuple[type[BaseException], BaseException, None]:
    """What Qt hands to the hook after an error in a slot; pytest-qt keeps its own hook in the way of a real one."""
    assert callable(slot)
    try:
        slot()
    except KeyError as error:
        return type(error), error, None
    raise AssertionError("the slot did not fail")
