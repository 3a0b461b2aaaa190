"""The local engine behind the provider's seam: every way a drawing ends is told, and none leaves anybody waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.core.blocking import BlockingBrief
from studio.core.camera import Camera
from studio.core.errors import CancelledByUserError, MediaError, ProjectError, ProviderError
from studio.core.ids import AttemptId, ShotId
from studio.core.provider import Failed, Finished, Progress, Step
from studio.core.render import RenderRequest
from studio.core.timebase import Rate
from studio.providers.blocking import BlockingProvider

REQUEST = RenderRequest(
    shot_id=ShotId("s"),
    code="0010",
    tier=1,
    model_id="blocking-640",
    prompt="",
    action="A man stands.",
    slugline="",
    camera=Camera(),
    time_of_day=None,
    weather=None,
    seed=1,
    width=640,
    height=360,
    aspect="16:9",
    frames=12,
    rate=Rate(24),
)
ID = AttemptId("one")


def _provider(folder: Path, error: BaseException | None = None, *, endless: bool = False) -> BlockingProvider:
    async def draw(brief: BlockingBrief, part: Path, tell: Callable[[Progress], None], cancel: asyncio.Event) -> None:
        tell(Progress(picture=b"first", frames_done=1, frames_all=brief.frames))
        if endless:
            await cancel.wait()
            raise CancelledByUserError("Stopped.")
        if error is not None:
            raise error
        await asyncio.to_thread(part.write_bytes, b"drawn")

    return BlockingProvider(draw, folder, folder.joinpath, "1")


async def _steps(provider: BlockingProvider) -> list[Step]:
    remote_id = await provider.submit(REQUEST, ID)
    return [step async for step in provider.watch(remote_id)]


def test_a_drawing_is_told_to_its_end_and_fetched_once(tmp_path: Path) -> None:
    provider = _provider(tmp_path)

    async def story() -> None:
        first, last = await _steps(provider)
        assert first == Progress(picture=b"first", frames_done=1, frames_all=12)
        assert last == Finished()
        await provider.fetch(ID, tmp_path / "clip.part")
        assert (tmp_path / "clip.part").read_bytes() == b"drawn"
        with pytest.raises(ProviderError):
            await provider.fetch(ID, tmp_path / "again.part")
        assert [step async for step in provider.watch(ID)] == [Failed("Shotboard was closed while it drew this clip.")]

    asyncio.run(story())


def test_a_picture_that_cannot_be_read_fails_with_its_sentence(tmp_path: Path) -> None:
    steps = asyncio.run(_steps(_provider(tmp_path, MediaError("The plate is gone.", "Put it back."))))
    assert steps[-1] == Failed("The plate is gone. Put it back.")


@pytest.mark.parametrize("error", [ProjectError("The disk is full."), ZeroDivisionError("a bug")])
def test_a_full_disk_and_a_fault_reach_whoever_watches(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(type(error)):
        asyncio.run(asyncio.wait_for(_steps(_provider(tmp_path, error)), 5))


def test_a_wish_to_stop_ends_it_and_so_does_nobody_watching_any_more(tmp_path: Path) -> None:
    provider = _provider(tmp_path, endless=True)

    async def story() -> None:
        watching = asyncio.create_task(_steps(provider))
        await asyncio.sleep(0.01)
        await provider.cancel(ID)
        assert (await watching)[-1] == Failed("Stopped before it was drawn.", cancelled=True)
        await provider.cancel(ID)
        abandoned = asyncio.create_task(_steps(provider))
        await asyncio.sleep(0.01)
        before = len(asyncio.all_tasks())
        abandoned.cancel()
        await asyncio.gather(abandoned, return_exceptions=True)
        assert len(asyncio.all_tasks()) == before - 2

    asyncio.run(story())
