"""Of the pictures asked for while somebody types, only the first and the newest are drawn."""

from __future__ import annotations

import asyncio
from pathlib import Path

from studio.app import read_catalogue
from studio.core.blocking import BlockingBrief
from studio.core.camera import Size
from studio.core.tier import Tier
from studio.core.vocabulary import read
from studio.services.contexts import Contexts
from studio.services.stills import Stills
from tests.builders import new_desk


def test_a_picture_that_was_overtaken_before_its_turn_is_not_drawn(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    (shot,) = desk.shots(desk.scene(), 1)
    drawn: list[Size | None] = []

    async def story() -> list[bytes | None]:
        free = asyncio.Event()

        async def draw(brief: BlockingBrief) -> bytes:
            drawn.append(brief.camera.size)
            await free.wait()
            return str(brief.camera.size).encode()

        model = read_catalogue().default(Tier.DISCOVERY)
        stills = Stills(draw, Contexts(desk.store, read).of, model, lambda file: file)
        asked = [asyncio.create_task(stills.still(shot, size=size)) for size in (Size.WS, Size.MS, Size.CU, Size.ECU)]
        await asyncio.sleep(0.01)
        free.set()
        return await asyncio.gather(*asked)

    assert asyncio.run(story()) == [None, None, None, str(Size.ECU).encode()]
    assert drawn == [Size.WS, Size.ECU]
    desk.store.close()
