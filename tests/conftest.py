"""What every test stands on: no screen, no network, no home of the person's, nothing left running."""

from __future__ import annotations

import ipaddress
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import Desktop

ROOT = Path(__file__).resolve().parents[1]

# Before anything imports Qt or numba: both read their surroundings once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
os.environ.setdefault("NUMBA_CACHE_DIR", str(ROOT / ".venv" / "numba"))


def refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: a socket that leaves this machine is an error, whoever opens it."""
    if event != "socket.connect":
        return
    address = arguments[1]
    if not isinstance(address, tuple) or not address:
        return  # a Unix socket
    host = str(address[0]).partition("%")[0]
    if host not in ("", "localhost") and not _is_loopback(host):
        raise RuntimeError(f"A test tried to reach {host} on the network.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(refuse_the_network)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's folder of this test alone."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    own = home / f"{time.monotonic_ns():x}"
    monkeypatch.setenv("SHOTBOARD_HOME", str(own))
    return own


class Complaints(logging.Handler):
    """Keeps what the program complained about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test asks for `caplog` and looks at it itself."""
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    yield
    logging.getLogger().removeHandler(complaints)
    if complaints.lines and "caplog" not in request.fixturenames:
        pytest.fail("Unexpected in the log:\n" + "\n".join(complaints.lines), pytrace=False)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A thread that outlives its test fails it; two seconds of grace to wind down."""
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + 2
    while left := [one for one in threading.enumerate() if one not in before and not one.daemon]:
        if time.monotonic() > patience:
            pytest.fail(f"Threads left running: {', '.join(one.name for one in left)}", pytrace=False)
        time.sleep(0.01)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A screen of its own with a window manager, for what only a real window can show."""
    if missing := Desktop.missing():
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    with Desktop(tmp_path) as started:
        yield started
