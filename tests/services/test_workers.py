"""Worker processes: what crosses, what is enforced, what is replaced, what is never left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from studio.core.errors import CancelledByUserError, CapReachedError, MediaError
from studio.services.child_env import clean_environment
from studio.services.worker import WorkerBugError
from studio.services.workers import Workers
from tests.services import worker_functions as functions

T = TypeVar("T")


def with_workers(use: Callable[[Workers], Awaitable[T]]) -> T:
    async def main() -> T:
        workers = Workers()
        try:
            return await use(workers)
        finally:
            await workers.aclose()

    return asyncio.run(main())


def is_running(pid: int) -> bool:
    """Whether the process exists and is no zombie that waits for its parent."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_results_cross_however_large() -> None:
    content = os.urandom(3_000_000)

    async def use(workers: Workers) -> tuple[int, bytes]:
        return await workers.call(functions.add, 1, 2), await workers.call(functions.echo, content)

    assert with_workers(use) == (3, content)


def test_messages_arrive_in_order_while_it_runs() -> None:
    heard = list[object]()

    async def use(workers: Workers) -> str:
        return await workers.run(functions.count_up, 50, on_message=heard.append)

    assert with_workers(use) == "counted"
    assert heard == list(range(50))


def test_processes_start_when_needed_and_end_with_the_workers() -> None:
    async def main() -> tuple[tuple[int, ...], tuple[int, ...]]:
        workers = Workers()
        before = workers.pids()
        await workers.call(functions.add, 1, 1)
        after = workers.pids()
        await workers.aclose()
        return before, after

    before, after = asyncio.run(main())
    assert before == ()
    assert len(after) == 1
    assert not is_running(after[0])


def test_a_worker_keeps_its_state_between_calls() -> None:
    async def use(workers: Workers) -> tuple[list[str], int, int]:
        _, first = await workers.run(functions.note, "one")
        lines, second = await workers.run(functions.note, "two")
        return lines, first, second

    lines, first, second = with_workers(use)
    assert lines == ["one", "two"]
    assert first == second != os.getpid()


def test_a_warm_worker_has_run_the_function_and_so_has_its_replacement() -> None:
    async def use(workers: Workers) -> tuple[list[str], list[str]]:
        await workers.warm(functions.note_warm, "draw")
        before, _ = await workers.run(functions.note, "a", lane="draw")
        with pytest.raises(MediaError):
            await workers.call(functions.kill_itself, lane="draw")
        after, _ = await workers.run(functions.note, "b", lane="draw")
        return before, after

    assert with_workers(use) == (["warm", "a"], ["warm", "b"])


def test_trouble_crosses_with_its_sentences() -> None:
    async def use(workers: Workers) -> tuple[CapReachedError, int]:
        with pytest.raises(CapReachedError) as caught:
            await workers.call(functions.cap_reached)
        return caught.value, await workers.call(functions.add, 2, 2)

    error, four = with_workers(use)
    assert (error.message, error.remedy) == ("The day's cap is used up.", "Raise it in Settings.")
    assert four == 4


def test_a_bug_is_told_with_its_traceback_and_costs_only_that_process() -> None:
    async def use(workers: Workers) -> str:
        with pytest.raises(WorkerBugError) as caught:
            await workers.call(functions.divide_by_zero)
        assert await workers.call(functions.add, 2, 2) == 4
        return str(caught.value)

    text = with_workers(use)
    assert "ZeroDivisionError" in text
    assert "divide_by_zero" in text


def test_a_killed_worker_becomes_a_sentence_and_is_replaced() -> None:
    async def use(workers: Workers) -> str:
        with pytest.raises(MediaError) as caught:
            await workers.call(functions.kill_itself)
        assert await workers.call(functions.add, 2, 2) == 4
        return str(caught.value)

    assert "signal SIGKILL" in with_workers(use)


def test_running_out_of_memory_becomes_a_sentence() -> None:
    async def use(workers: Workers) -> None:
        with pytest.raises(MediaError, match="not enough memory"):
            await workers.call(functions.need_memory)

    with_workers(use)


def test_work_beyond_its_time_is_ended_and_the_next_call_is_served() -> None:
    async def use(workers: Workers) -> tuple[float, int]:
        await workers.call(functions.add, 1, 1)
        (pid,) = workers.pids()
        begun = time.monotonic()
        with pytest.raises(MediaError, match=r"more than 0\.2 seconds"):
            await workers.call(functions.sleep, 30.0, timeout_s=0.2)
        spent = time.monotonic() - begun
        assert not is_running(pid)
        return spent, await workers.call(functions.add, 2, 2)

    spent, four = with_workers(use)
    assert spent < 2
    assert four == 4


def test_the_time_limit_does_not_count_the_queue() -> None:
    async def use(workers: Workers) -> list[float]:
        return await asyncio.gather(*(workers.call(functions.sleep, 0.2, timeout_s=0.4) for _ in range(4)))

    assert with_workers(use) == [0.2] * 4


def test_a_cancel_is_noticed_by_the_function(tmp_path: Path) -> None:
    async def use(workers: Workers) -> str:
        cancel = asyncio.Event()
        return await workers.run(
            functions.stop_when_asked, tmp_path / "stopped", on_message=lambda _: cancel.set(), cancel=cancel
        )

    assert with_workers(use) == "stopped"


def test_a_cancelled_task_lets_the_function_tidy_up_and_keeps_the_process(tmp_path: Path) -> None:
    stopped = tmp_path / "stopped"

    async def use(workers: Workers) -> tuple[tuple[int, ...], tuple[int, ...]]:
        started = asyncio.Event()
        running = asyncio.create_task(
            workers.run(functions.stop_when_asked, stopped, on_message=lambda _: started.set())
        )
        await started.wait()
        before = workers.pids()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        await workers.call(functions.add, 1, 1)
        return before, workers.pids()

    before, after = with_workers(use)
    assert stopped.exists()
    assert before == after


def test_a_cancel_before_the_start_starts_nothing() -> None:
    async def use(workers: Workers) -> tuple[int, ...]:
        cancel = asyncio.Event()
        cancel.set()
        with pytest.raises(CancelledByUserError):
            await workers.run(functions.count_up, 3, cancel=cancel)
        return workers.pids()

    assert with_workers(use) == ()


def test_a_function_that_ignores_a_cancel_loses_its_process() -> None:
    pids = list[object]()

    async def main() -> None:
        workers = Workers(cancel_grace_s=0.2)
        cancel = asyncio.Event()

        def hear(pid: object) -> None:
            pids.append(pid)
            cancel.set()

        with pytest.raises(CancelledByUserError):
            await workers.run(functions.never_stop, on_message=hear, cancel=cancel)
        assert await workers.call(functions.add, 2, 2) == 4
        await workers.aclose()

    asyncio.run(main())
    assert isinstance(pids[0], int)
    assert not is_running(pids[0])


def test_a_long_job_on_one_lane_does_not_delay_the_other() -> None:
    async def use(workers: Workers) -> float:
        await workers.call(functions.add, 1, 1, lane="draw")
        long = asyncio.create_task(workers.call(functions.sleep, 1.0, lane="media"))
        await asyncio.sleep(0.1)
        begun = time.monotonic()
        await workers.call(functions.add, 1, 1, lane="draw")
        spent = time.monotonic() - begun
        assert not long.done()
        await long
        return spent

    assert with_workers(use) < 0.5


def test_closing_ends_work_that_runs_and_work_that_waits() -> None:
    async def main() -> list[object]:
        workers = Workers()
        await workers.call(functions.add, 1, 1)
        asked = [asyncio.create_task(workers.call(functions.sleep, 30.0)) for _ in range(3)]
        await asyncio.sleep(0.1)
        await workers.aclose()
        return list(await asyncio.gather(*asked, return_exceptions=True))

    assert all(isinstance(answer, MediaError) for answer in asyncio.run(main()))


def test_workers_serve_a_loop_that_runs_beside_the_main_thread() -> None:
    answers = list[int]()

    async def use(workers: Workers) -> None:
        with pytest.raises(MediaError):
            await workers.call(functions.kill_itself)
        answers.append(await workers.call(functions.add, 1, 2))

    engine = threading.Thread(target=with_workers, args=(use,))
    engine.start()
    engine.join(20)
    assert answers == [3]


def test_a_library_that_prints_does_not_disturb() -> None:
    async def use(workers: Workers) -> str:
        return await workers.call(functions.print_something)

    assert with_workers(use) == "fine"


@pytest.mark.skipif(not hasattr(os, "nice"), reason="the system has no niceness")
def test_previews_let_drawing_and_painting_go_first() -> None:
    async def use(workers: Workers) -> tuple[int, int]:
        return await workers.call(os.nice, 0, lane="draw"), await workers.call(os.nice, 0, lane="media")

    own = os.nice(0)
    draw, media = with_workers(use)
    assert draw == own
    assert media > draw


def test_the_child_gets_no_secret_and_no_leaked_library_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_VENDOR_API_KEY", "canary")
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/somewhere/cv2/qt/plugins")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/x/cv2/../../lib64:/opt/studio/lib:")

    async def use(workers: Workers) -> dict[str, str]:
        return await workers.call(functions.environment)

    got = with_workers(use)
    assert "canary" not in got.values()
    assert not [name for name in got if name.startswith("QT_QPA")]
    assert got["LD_LIBRARY_PATH"] == "/opt/studio/lib"
    assert "LD_LIBRARY_PATH" not in clean_environment({"LD_LIBRARY_PATH": "/x/cv2/../../lib64:"})


PARENT = """
import asyncio, sys
from studio.services.workers import Workers
from tests.services.worker_functions import never_stop

async def main():
    await Workers().run(never_stop, on_message=lambda pid: print(pid, flush=True))

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by SIGKILL")
def test_no_worker_outlives_a_parent_that_is_killed() -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True, cwd=root) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert is_running(pid)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    deadline = time.monotonic() + 5
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(pid)
