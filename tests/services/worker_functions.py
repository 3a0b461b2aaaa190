"""Functions that the worker tests run in worker processes."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from studio.core.errors import CapReachedError
from studio.core.work import Reply


class Notebook:
    """Something that a worker may keep."""

    def __init__(self) -> None:
        self.lines: list[str] = []


def add(first: int, second: int) -> int:
    return first + second


def echo(content: bytes) -> bytes:
    return content


def count_up(to: int, reply: Reply) -> str:
    for number in range(to):
        reply(number)
    return "counted"


def note(line: str, reply: Reply) -> tuple[list[str], int]:
    notebook = reply.state.keep(Notebook, Notebook)
    notebook.lines.append(line)
    return notebook.lines, os.getpid()


def note_warm(reply: Reply) -> None:
    note("warm", reply)


def cap_reached() -> None:
    raise CapReachedError("The day's cap is used up.", "Raise it in Settings.")


def divide_by_zero() -> float:
    return 1 / 0


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def need_memory() -> None:
    raise MemoryError


def sleep(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def stop_when_asked(stopped: Path, reply: Reply) -> str:
    reply("started")
    while not reply.cancelled():
        time.sleep(0.005)
    stopped.touch()
    return "stopped"


def never_stop(reply: Reply) -> None:
    reply(os.getpid())
    time.sleep(60)


def print_something() -> str:
    os.write(1, b"a library prints to file descriptor 1\n")
    return "fine"


def environment() -> dict[str, str]:
    return dict(os.environ)
