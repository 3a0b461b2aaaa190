"""A bug, told honestly: what was being done, that the window lives on, and a report to copy."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Callable

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from studio.ui.dialogs.shape import Dialog
from studio.ui.theme import Theme


def problem_report(error: BaseException, doing: str, version: str, redact: Callable[[str], str]) -> str:
    """What a person sends to those who can mend it: versions, what was being done, where it broke. No secrets."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    head = f"Shotboard {version} · Python {platform.python_version()} · Qt {qVersion()} · {system}"
    return redact("\n".join((head, f"While {doing}", "", *traceback.format_exception(error))).strip() + "\n")


class ProblemDialog(Dialog):
    """Shows one report; further ones that come while it is open are added below it."""

    def __init__(self, theme: Theme, host: QWidget, doing: str, report: str) -> None:
        super().__init__(theme, host, "Something went wrong in Shotboard", 560)
        self.column.addWidget(
            self.text(
                f"It happened while {doing}. Your project is safe: everything that was done before is saved, and you "
                "can go on working. If it happens again, copy the report and send it to whoever looks after Shotboard."
            )
        )
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName("Report")
        self._report.setFont(theme.font("mono"))
        self._report.setMinimumHeight(180)
        self.column.addWidget(self._report, 1)
        copy = self.add_button("Copy report")
        copy.clicked.connect(self._copy)
        self.add_button("Go on", filled=True).clicked.connect(self.accept)

    @property
    def report(self) -> str:
        """The text as it can be copied."""
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """One more report below."""
        self._report.appendPlainText("\n" + report)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
