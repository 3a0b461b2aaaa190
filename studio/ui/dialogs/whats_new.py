"""What has changed, read from the list that comes with the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studio.core.errors import StudioError
from studio.ui.dialogs.shape import Dialog
from studio.ui.pieces import ScrolledArea
from studio.ui.theme import Theme


@dataclass(slots=True)
class Release:
    """A version and its groups: (heading, entries)."""

    version: str
    groups: list[tuple[str, list[str]]] = field(default_factory=list)


def read_releases(text: str) -> list[Release]:
    """The releases of a change list: `##` version, `###` group, `-` entry, which further lines continue."""
    releases: list[Release] = []
    for line in text.splitlines():
        words = line.strip()
        if line.startswith("## "):
            releases.append(Release(words[3:].strip()))
        elif releases and line.startswith("### "):
            releases[-1].groups.append((words[4:].strip(), []))
        elif releases and words.startswith("- "):
            if not releases[-1].groups:
                releases[-1].groups.append(("", []))
            releases[-1].groups[-1][1].append(words[2:].replace("`", ""))
        elif words and releases and releases[-1].groups and releases[-1].groups[-1][1]:
            releases[-1].groups[-1][1][-1] += f" {words}".replace("`", "")
    return releases


def load_releases(file: Path) -> list[Release]:
    """The releases in `file`. Raises StudioError when it cannot be read."""
    try:
        return read_releases(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise StudioError(f"{file.name} cannot be read.", "Install Shotboard again.") from error


class WhatsNewDialog(Dialog):
    """The newest release first."""

    def __init__(self, theme: Theme, host: QWidget, releases: list[Release]) -> None:
        super().__init__(theme, host, "What’s new", 560)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        for release in releases:
            version = QLabel(release.version)
            theme.dress(version, "code")
            column.addWidget(version)
            for heading, entries in release.groups:
                column.addWidget(self.text(heading, "label"))
                for entry in entries:
                    column.addLayout(self._entry(entry))
        column.addStretch(1)
        self.column.addWidget(ScrolledArea(theme, ground), 1)
        self.add_button("Close", filled=True).clicked.connect(self.accept)

    def _entry(self, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel("·"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text(words), 1)
        return row
