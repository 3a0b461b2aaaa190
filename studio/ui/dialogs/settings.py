"""The person's settings: name, theme, motion."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from studio.config import Settings
from studio.ui.dialogs.shape import Dialog
from studio.ui.pieces import Choice, Tick
from studio.ui.theme import Theme

_THEMES = (("dark", "Dark"), ("light", "Light"), ("system", "As the system"))


class SettingsDialog(Dialog):
    """`settings()` are the chosen ones, once it is accepted."""

    def __init__(self, theme: Theme, host: QWidget, settings: Settings) -> None:
        super().__init__(theme, host, "Settings", 420)
        self._settings = settings
        self._person = QLineEdit(settings.person)
        self._person.setMaxLength(80)
        self._person.setAccessibleName("Your name")
        chosen = [name for name, _ in _THEMES].index(settings.theme)
        self._reading = Choice(theme, "Theme", [words for _, words in _THEMES], chosen)
        self._still = Tick(theme, "Reduce motion", on=settings.reduced_motion)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        for words, field in (("Your name", self._person), ("Theme", self._reading), ("", self._still)):
            label = QLabel(words)
            theme.dress(label, "label")
            form.addRow(label, field)
        self.column.addLayout(form)
        self.column.addWidget(
            self.text(
                "Your name goes with everything you make in a project, so that a team can tell who did what.", "hint"
            )
        )
        self.add_button("Not now").clicked.connect(self.reject)
        self.begin_at(self._person)
        self._take = self.add_button("Save", filled=True)
        self._take.clicked.connect(self.accept)
        self._person.textChanged.connect(lambda text: self._take.setEnabled(bool(text.strip())))

    def settings(self) -> Settings:
        """The settings with what was chosen here."""
        return replace(
            self._settings,
            person=" ".join(self._person.text().split()),
            theme=_THEMES[self._reading.currentIndex()][0],
            reduced_motion=self._still.isChecked(),
        )
