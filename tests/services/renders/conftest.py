"""One house for the tests of a module."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from studio.services.workers import Lane, Workers
from tests.media.clips import clip
from tests.services.renders.room import House


async def _warm(workers: Workers) -> None:
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
    await asyncio.to_thread(int)
    await workers.warm(_nothing, "media")


def _nothing(_reply: object) -> None:
    return None


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    workers = Workers({"media": Lane()})
    with asyncio.Runner() as runner:
        runner.run(_warm(workers))
        yield House(runner, workers, clip(tmp_path_factory.mktemp("stage") / "made.mp4", frames=6, size=(64, 36)))
        runner.run(workers.aclose())
