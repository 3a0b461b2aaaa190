"""The line to the engine thread: calls go over and answers come back, changes arrive joined and never too often."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from itertools import pairwise
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from studio.core.board import Change
from studio.core.errors import InvalidInputError
from studio.core.ids import ShotId
from studio.engine import Engine
from studio.services.projects import Projects
from studio.ui.bridge import Bridge
from studio.ui.player.clips import OpenReader
from studio.ui.start import Studio
from tests.ui.shell.conftest import Run


@pytest.fixture
def engine() -> Iterator[Engine]:
    made = Engine()
    made.start()
    yield made
    made.stop()


def studio_of(engine: Engine) -> Studio:
    """A studio of which only the engine is used."""
    return Studio(engine, cast(Projects, None), cast(OpenReader, None))


async def bridge_to(engine: Engine) -> Bridge:
    promise: asyncio.Future[Studio] = asyncio.get_running_loop().create_future()
    promise.set_result(studio_of(engine))
    return Bridge(promise)


def test_a_call_runs_on_the_engine_thread(run: Run[Any], engine: Engine) -> None:
    async def where() -> str:
        return threading.current_thread().name

    async def main() -> str:
        return await (await bridge_to(engine)).run(where())

    assert run(main()) == "engine"


def test_a_call_raises_here_what_it_raised_there(run: Run[Any], engine: Engine) -> None:
    async def fail() -> None:
        raise InvalidInputError("no")

    async def main() -> None:
        await (await bridge_to(engine)).run(fail())

    with pytest.raises(InvalidInputError, match="no"):
        run(main())


def test_a_call_before_the_engine_runs_waits_for_it(run: Run[Any], engine: Engine) -> None:
    async def answer() -> int:
        return 7

    async def main() -> int:
        promise: asyncio.Future[Studio] = asyncio.get_running_loop().create_future()
        call = asyncio.create_task(Bridge(promise).run(answer()))
        await asyncio.sleep(0.03)
        assert not call.done()
        promise.set_result(studio_of(engine))
        return await call

    assert run(main()) == 7


def test_giving_up_the_wait_does_not_stop_the_call(run: Run[Any], engine: Engine) -> None:
    done: Future[str] = Future()

    async def work() -> None:
        await asyncio.sleep(0.1)
        done.set_result("done")

    async def main() -> None:
        waiting = asyncio.create_task((await bridge_to(engine)).run(work()))
        await asyncio.sleep(0.03)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    run(main())
    assert done.result(timeout=2) == "done"


def test_many_changes_arrive_joined_and_at_most_twenty_a_second(run: Run[Any], engine: Engine) -> None:
    heard: list[tuple[float, Change]] = []
    seconds = 0.6

    def flood(bridge: Bridge) -> None:
        until, number = time.monotonic() + seconds, 0
        while time.monotonic() < until:
            bridge.tell(Change(shots=frozenset({ShotId(str(number))}), history=number == 3))
            number += 1
            time.sleep(0.001)
        sent.append(number)

    sent: list[int] = []

    async def main() -> None:
        bridge = await bridge_to(engine)
        bridge.changed.connect(lambda change: heard.append((time.monotonic(), change)))
        thread = threading.Thread(target=flood, args=(bridge,))
        thread.start()
        await asyncio.sleep(seconds + 0.3)
        thread.join()

    run(main())
    together = Change()
    for _, change in heard:
        together |= change
    assert len(together.shots) == sent[0] > 100
    assert together.history
    assert len(heard) <= 20 * seconds + 2
    pauses = [after[0] - before[0] for before, after in pairwise(heard)]
    assert min(pauses) >= 0.045


def test_a_single_change_arrives_at_once(run: Run[Any], engine: Engine, qapp: QApplication) -> None:
    delays: list[float] = []

    async def main() -> None:
        bridge = await bridge_to(engine)
        bridge.changed.connect(lambda _change: delays.append(time.monotonic() - began))
        began = time.monotonic()
        bridge.tell(Change(history=True))
        await asyncio.sleep(0.3)

    run(main())
    assert len(delays) == 1
    assert delays[0] < 0.2
