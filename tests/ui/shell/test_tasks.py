"""Coroutines from slots are held, told of when they fail, and given up when a newer one overtakes them."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

from studio.core.errors import InvalidInputError
from studio.ui.tasks import Tasks
from tests.ui.shell.conftest import Run

Heard = list[tuple[BaseException, str]]


def listening() -> tuple[Tasks, Heard]:
    heard: Heard = []
    return Tasks(lambda error, doing: heard.append((error, doing))), heard


def test_tells_what_failed_and_what_was_being_done(run: Run[Any]) -> None:
    tasks, heard = listening()

    async def fail() -> None:
        raise InvalidInputError("no")

    async def main() -> None:
        tasks.start(fail(), "trying")
        await asyncio.sleep(0.05)

    run(main())
    assert [(type(error), doing) for error, doing in heard] == [(InvalidInputError, "trying")]
    assert tasks.doing() == ()


def test_holds_a_task_that_nobody_else_holds(run: Run[Any]) -> None:
    tasks, _ = listening()
    done: list[int] = []

    async def slow() -> None:
        await asyncio.sleep(0.05)
        done.append(1)

    async def main() -> None:
        tasks.start(slow(), "waiting")
        gc.collect()
        assert tasks.doing() == ("waiting",)
        await asyncio.sleep(0.2)

    run(main())
    assert done == [1]


def test_the_newest_of_a_subject_wins(run: Run[Any]) -> None:
    tasks, heard = listening()
    done: list[str] = []

    async def say(word: str) -> None:
        await asyncio.sleep(0.05)
        done.append(word)

    async def main() -> None:
        tasks.latest("still", say("first"), "drawing")
        tasks.latest("other", say("apart"), "drawing")
        tasks.latest("still", say("second"), "drawing")
        await asyncio.sleep(0.3)

    run(main())
    assert sorted(done) == ["apart", "second"]
    assert not heard


def test_stop_ends_everything_but_the_caller(run: Run[Any]) -> None:
    tasks, heard = listening()
    ended: list[str] = []

    async def sleeper() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("sleeper")

    async def stopper() -> None:
        await tasks.stop()
        ended.append("stopper")

    async def main() -> None:
        tasks.start(sleeper(), "sleeping")
        await asyncio.sleep(0.02)
        await tasks.start(stopper(), "stopping")

    run(main())
    assert ended == ["sleeper", "stopper"]
    assert not heard
