"""Stills: the picture that follows the camera fields, and the pictures of the ten framings."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from studio.core.blocking import BlockingBrief, brief_of
from studio.core.catalogue import ModelSpec
from studio.core.compose import ShotContext, compose_request
from studio.core.framings import Framing, ten_framings
from studio.core.ids import ShotId
from studio.core.shot import Shot, with_fields
from studio.core.tier import Tier

SAMPLE_SEED = 1


class DrawStill(Protocol):
    """Draws the first frame of a brief as JPEG."""

    async def __call__(self, brief: BlockingBrief) -> bytes: ...


class Stills:
    """Draws how a shot would look. Of several requests for the live picture only the newest is drawn."""

    def __init__(
        self,
        draw: DrawStill,
        context_of: Callable[[ShotId], ShotContext],
        model: ModelSpec,
        plate_file: Callable[[str], str],
    ) -> None:
        self._draw = draw
        self._context_of = context_of
        self._model = model
        self._plate_file = plate_file
        self._newest = 0
        self._one_at_a_time = asyncio.Lock()

    async def still(self, shot_id: ShotId, long_side: int = 640, **fields: object) -> bytes | None:
        """The shot as it would be with `fields` typed over it, as JPEG; None when a newer request has overtaken this
        one.
        """
        self._newest += 1
        mine = self._newest
        context = self._context_of(shot_id)
        brief = self._brief(context, with_fields(context.shot, fields), long_side)
        async with self._one_at_a_time:
            picture = await self._draw(brief) if mine == self._newest else None
        return picture if mine == self._newest else None

    async def framings(self, shot_id: ShotId) -> tuple[Framing, ...]:
        """Ten framings other than the shot's own."""
        staging = self._context_of(shot_id).staging
        return ten_framings(staging.camera, indoors=staging.indoors)

    async def framing(self, shot_id: ShotId, framing: Framing, long_side: int = 384) -> bytes:
        """The picture of one framing, as JPEG."""
        context = self._context_of(shot_id)
        return await self._draw(self._brief(context, replace(context.shot, camera=framing.camera), long_side))

    def _brief(self, context: ShotContext, shot: Shot, long_side: int) -> BlockingBrief:
        request = compose_request(replace(context, shot=shot), self._model, Tier.DISCOVERY, SAMPLE_SEED)
        plate = next((one for one in request.references if one.role == "Plate"), None)
        brief = brief_of(request, self._plate_file(plate.file) if plate else None)
        return replace(brief, long_side=long_side)
