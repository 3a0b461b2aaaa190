"""A private X server, session bus and window manager; all of it ends with the test, by process group."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")
NEEDED = ("Xvfb", "openbox", "dbus-daemon", "xdotool")


class Desktop:
    """Use as a context. `env` is the environment of everything that shall appear on this screen.

    width and height in pixels; `folder` takes the logs, the runtime folder and a home.
    """

    def __init__(self, folder: Path, width: int = 1600, height: int = 1000) -> None:
        self._folder = folder
        self._size = f"{width}x{height}x24"
        self._running: list[subprocess.Popen[bytes]] = []
        self.env: dict[str, str] = {}

    @staticmethod
    def missing() -> list[str]:
        """The programs that this machine lacks for a desktop."""
        if not sys.platform.startswith("linux"):
            return ["an X server"]
        return [name for name in NEEDED if shutil.which(name) is None]

    def __enter__(self) -> Desktop:
        runtime, home = self._folder / "runtime", self._folder / "home"
        for made in (runtime, home):
            made.mkdir(mode=0o700)
        dropped = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM", "SESSION_MANAGER")
        self.env = {name: value for name, value in os.environ.items() if name not in dropped}
        self.env |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "XDG_CONFIG_HOME": str(home / "config")}
        self.env |= {"XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}
        self.env |= {"QT_QPA_PLATFORM": "xcb", "GIO_USE_VFS": "local", "NO_AT_BRIDGE": "1"}
        try:
            # With -displayfd the server itself finds a free number, so that parallel runs never meet.
            number = self._first_line(
                "Xvfb", "-displayfd", "{}", "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"
            )
            self.env["DISPLAY"] = f":{number}"
            bus = ("--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address={}")
            self.env["DBUS_SESSION_BUS_ADDRESS"] = self._first_line("dbus-daemon", *bus)
            # A window that is mapped while openbox still starts may stay hidden, so wait for its own word.
            ready = self._folder / "openbox.ready"
            self.start("openbox", "--sm-disable", "--startup", f"touch {shlex.quote(str(ready))}")
            self.wait_for(ready.exists, "the window manager")
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def start(self, *command: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
        """Start a program on this screen, in a process group of its own; its words go to <name>.log."""
        return self._spawn(command, (), env or {})

    def run(self, *command: str, seconds: float = 10) -> str:
        """Run a short program (xdotool, xclip, xprop) to its end and return what it printed. Raises when it fails."""
        done = subprocess.run(command, env=self.env, capture_output=True, timeout=seconds, check=True)
        return done.stdout.decode("utf-8", "replace")

    def wait_for(self, look: Callable[[], T | None], what: str, seconds: float = 40) -> T:
        """The first thing that `look` finds. Raises TimeoutError with the programs' own words when nothing comes."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if found := look():
                return found
            time.sleep(0.05)
        words = "\n".join(
            f"{log.name}: {log.read_text(errors='replace')[-2000:]}" for log in self._folder.glob("*.log")
        )
        raise TimeoutError(f"Waited {seconds:g} s for {what}.\n{words}")

    def window(self, title: str, seconds: float = 40) -> str:
        """The X id of the first visible window whose title holds `title` (a regular expression)."""

        def look() -> str | None:
            found = subprocess.run(
                ("xdotool", "search", "--onlyvisible", "--name", title), env=self.env, capture_output=True, check=False
            )
            return found.stdout.decode().partition("\n")[0] or None

        return self.wait_for(look, f"a window called {title}", seconds)

    def _first_line(self, *command: str) -> str:
        """Start a server that writes one line to the descriptor put in place of {}, and return that line."""
        reader, writer = os.pipe()
        self._spawn([word.format(writer) for word in command], (writer,), {})
        os.close(writer)
        with os.fdopen(reader) as pipe:
            line = pipe.readline().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start: {(self._folder / (command[0] + '.log')).read_text()}")
        return line

    def _spawn(
        self, command: Sequence[str], descriptors: tuple[int, ...], env: Mapping[str, str]
    ) -> subprocess.Popen[bytes]:
        log = self._folder / f"{Path(command[0]).name}.log"
        with log.open("ab") as words:
            process = subprocess.Popen(
                command,
                env=self.env | dict(env),
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                pass_fds=descriptors,
                start_new_session=True,
            )
        self._running.append(process)
        return process

    def _end(self) -> None:
        for process in reversed(self._running):
            if process.poll() is None:
                _kill(process.pid, signal.SIGTERM)
                with suppress(subprocess.TimeoutExpired):
                    process.wait(2)
            _kill(process.pid, signal.SIGKILL)  # and whatever it left behind in its group
            process.wait()


def _kill(group: int, with_signal: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, with_signal)
