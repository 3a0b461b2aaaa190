"""The real program as a process of its own: it ends in order when it is asked to from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studio.ui.bootstrap import INTERRUPTED

PATIENCE_S = 40.0


@pytest.fixture
def program(tmp_path: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"SHOTBOARD_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-m", "studio"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, INTERRUPTED), (signal.SIGTERM, 0)])
def test_ends_in_order_on_a_signal(
    program: subprocess.Popen[str], tmp_path: Path, number: signal.Signals, code: int
) -> None:
    until = time.monotonic() + PATIENCE_S
    while program.poll() is None and not catches(program.pid, signal.SIGTERM) and time.monotonic() < until:
        time.sleep(0.05)
    program.send_signal(number)
    began = time.monotonic()
    words, _ = program.communicate(timeout=PATIENCE_S)
    assert program.returncode == code, words
    assert words == ""
    assert time.monotonic() - began < 10
    assert (tmp_path / "data" / "settings.toml").exists()


def catches(process: int, number: signal.Signals) -> bool:
    """Whether a process has a handler of its own for a signal: the window installs them as soon as its loop runs."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    caught = next(line for line in lines if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)
