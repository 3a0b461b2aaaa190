"""One question with one answer beside "Not now"."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studio.ui.dialogs.shape import Dialog
from studio.ui.theme import Theme


class QuestionDialog(Dialog):
    """Accepted by the button that names the act."""

    def __init__(self, theme: Theme, host: QWidget, title: str, words: str, act: str) -> None:
        super().__init__(theme, host, title, 420)
        self.column.addWidget(self.text(words))
        self.add_button("Not now").clicked.connect(self.reject)
        self.add_button(act, filled=True).clicked.connect(self.accept)
