"""Whether Qt can start here, asked in a child process: Qt aborts the process that asks a dead display."""

from __future__ import annotations

import os
import subprocess
import sys

SECONDS = 20
PACKAGES = "libegl1 libgl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libglib2.0-0"
PROBE = "from PySide6.QtGui import QGuiApplication; from PySide6 import QtWidgets; QGuiApplication([])"


def display_answers() -> bool:
    """Whether a window can be shown."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return _complaint(dict(os.environ)) == ""


def qt_problem() -> str:
    """What Qt lacks on this machine, as a sentence with the line to type; empty when it lacks nothing."""
    said = _complaint({**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if not said:
        return ""
    reason = said.strip().splitlines()[-1]
    return (
        f"Qt cannot start here, so there is no window ({reason}). "
        f"On Debian and Ubuntu type: apt-get install -y --no-install-recommends {PACKAGES}"
    )


def _complaint(environment: dict[str, str]) -> str:
    """What a child that starts Qt says before it fails, empty when it starts."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROBE],
            env=environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {SECONDS} seconds"
    return "" if done.returncode == 0 else (done.stderr.strip() or f"exit code {done.returncode}")
