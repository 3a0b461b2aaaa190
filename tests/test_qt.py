"""What this PySide6 has to stand, each in a process of its own, because failing means that the process dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FONTS = """
from PySide6.QtGui import QColor, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication
from studio.ui import fonts

app = QApplication([])
fonts.load(app)
pictures = {}
for role in ("body", "mono"):
    font = fonts.font(role)
    raw = QRawFont.fromFont(font)
    assert raw.isValid() and raw.familyName() == ("JetBrains Mono" if role == "mono" else "Inter"), raw.familyName()
    assert all(raw.glyphIndexesForString("Shot 0010 – Ä é $")), role
    for letter in "AB":
        picture = QImage(40, 40, QImage.Format.Format_Grayscale8)
        picture.fill(QColor("black"))
        painter = QPainter(picture)
        painter.setFont(font)
        painter.setPen(QColor("white"))
        painter.drawText(4, 30, letter)
        painter.end()
        pictures[role, letter] = bytes(picture.constBits())
assert len(set(pictures.values())) == 4, "letters look alike: boxes"
assert all(any(picture) for picture in pictures.values())
"""

MANY_CALLS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Sender(QObject):
    changed = Signal()

app = QApplication([])
widget, sender = QWidget(), Sender()
for _ in range(20_000):
    widget.update()
for _ in range(2_000):
    sender.changed.connect(widget.update)
    sender.changed.emit()
    sender.changed.disconnect(widget.update)
"""


def run(code: str, **env: str) -> None:
    """Run `code` in a new Python without a screen; its last words are the failure's."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | env
    done = subprocess.run(
        (sys.executable, "-c", code), env=surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_void_calls_take_no_reference_off_none() -> None:
    """PySide6 6.12.0 does, and Python 3.11 aborts after some thousand calls; it is pinned below that."""
    run(MANY_CALLS)


def test_letters_are_letters_on_a_machine_without_fonts(tmp_path: Path) -> None:
    nothing = tmp_path / "fonts.conf"
    nothing.write_text(f"<?xml version='1.0'?><fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>")
    run(FONTS, FONTCONFIG_FILE=str(nothing), FONTCONFIG_PATH=str(tmp_path))
