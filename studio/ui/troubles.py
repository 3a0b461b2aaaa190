"""What happens to every failure: a sentence in a toast where a person can act, a report where it is our bug."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from studio.core.errors import CancelledByUserError, StudioError
from studio.ui.dialogs.problem import ProblemDialog, problem_report

Warn = Callable[[str], None]
Ask = Callable[[str, str], ProblemDialog]


class Troubles(QObject):
    """`warn(sentence)` shows what a person can act on, `make_dialog(doing, report)` the rest. Heard from any thread."""

    _heard = Signal(object, str)

    def __init__(self, warn: Warn, make_dialog: Ask, version: str, redact: Callable[[str], str]) -> None:
        super().__init__()
        self._warn, self._make_dialog, self._version, self._redact = warn, make_dialog, version, redact
        self._dialog: ProblemDialog | None = None
        self._log = logging.getLogger(__name__)
        self._heard.connect(self._tell)

    def report(self, error: BaseException, doing: str) -> None:
        """Tell the person about `error`, which ended what `doing` names."""
        app = QCoreApplication.instance()
        if app is None or QThread.currentThread() is app.thread():
            self._tell(error, doing)
        else:
            self._heard.emit(error, doing)

    def _tell(self, error: BaseException, doing: str) -> None:
        if isinstance(error, CancelledByUserError):
            return
        if isinstance(error, StudioError):
            self._log.info("While %s: %s", doing, error)
            self._warn(str(error))
            return
        self._log.error("While %s", doing, exc_info=error)
        report = problem_report(error, doing, self._version, self._redact)
        if self._dialog is not None:
            self._dialog.add(report)
            return
        self._dialog = self._make_dialog(doing, report)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
