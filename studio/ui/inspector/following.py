"""Whether the picture of the fields is still true: changes that were said here are drawn already, others are not."""

from __future__ import annotations

from collections.abc import Mapping

from studio.core.board import ShotDetail
from studio.core.camera import Camera
from studio.ui.inspector.camera_rows import fields_of

DRAWN = (*fields_of(Camera(), None, None), "action")
"""The fields that the picture follows."""


class Following:
    """Remembers what was said of a shot until the stored fields confirm it."""

    def __init__(self) -> None:
        self._said: dict[str, object] = {}

    def say(self, fields: Mapping[str, object]) -> None:
        """These fields were said here and are being drawn."""
        self._said |= {name: value for name, value in fields.items() if name in DRAWN}

    def forget(self) -> None:
        """What was said does not hold: another shot shows, or it could not be kept."""
        self._said = {}

    def overtaken(self, before: ShotDetail, now: ShotDetail) -> dict[str, object]:
        """All drawn fields when they have changed otherwise than said, by undo or a framing; empty when not."""
        old, new = _drawn(before), _drawn(now)
        if new == old:
            return {}
        said, self._said = self._said, {}
        return {} if new == old | said else new


def _drawn(detail: ShotDetail) -> dict[str, object]:
    card = detail.card
    return fields_of(card.camera, card.time_of_day, card.weather) | {"action": card.action}
