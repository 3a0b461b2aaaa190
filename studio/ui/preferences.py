"""The person's settings while the window is open: one frozen value, saved whenever it changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from studio.config import Settings, save_settings
from studio.ui.theme import Reading


class Preferences(QObject):
    """`changed` carries the new settings."""

    changed = Signal(object)

    def __init__(self, folder: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change(self, **fields: object) -> None:
        """Set some fields and save. Raises StudioError when they cannot be written; they hold until the end even so."""
        self.put(replace(self._settings, **fields))  # type: ignore[arg-type]

    def put(self, settings: Settings) -> None:
        """Take `settings` and save them. Raises as `change`."""
        if settings == self._settings:
            return
        self._settings = settings
        self.changed.emit(settings)
        save_settings(self._folder, settings)


def reading_of(theme: str, app: QApplication) -> Reading:
    """The reading of the look that a setting asks for; `system` follows the desktop."""
    if theme == "system":
        from PySide6.QtCore import Qt  # a name that takes 20 ms, before the window is on the screen

        return "light" if app.styleHints().colorScheme() is Qt.ColorScheme.Light else "dark"
    return "light" if theme == "light" else "dark"
