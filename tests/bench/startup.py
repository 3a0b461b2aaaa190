"""How long a person waits for the window: process start to window shown, against the least that Qt can do."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from tests.bench.measure import PAIRS, Figure, figure_of

SHOWN = "sys.stdout.write('shown'); sys.stdout.flush(); os._exit(0)"
BARE = f"""
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
{SHOWN}
"""
# The real command, ended at the moment its window has been painted for the first time.
OURS = f"""
import os, sys
from studio.ui import frame
shown = frame.Frame.show
def show(self):
    shown(self)
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents()
    {SHOWN}
frame.Frame.show = show
sys.argv = ["shotboard"]
from studio.__main__ import main
main()
"""


def figures() -> Iterator[Figure]:
    """startup."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"SHOTBOARD_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        _start(OURS, environment)
        _start(BARE, environment)
        measured = [(_start(OURS, environment), _start(BARE, environment)) for _ in range(2 * PAIRS)]
    yield figure_of("startup", measured, bound=1.6, note="process start to window shown")


def _start(code: str, environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True, timeout=60)
    took = (time.perf_counter() - begun) * 1000
    if done.stdout != b"shown":
        raise RuntimeError(done.stderr.decode())
    return took
