"""Made-up read-models and hands to press with: one shot with five takes, as a director leaves it after an hour."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.core.board import Card, ShotDetail
from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay, Weather
from studio.core.ids import ProjectId, SceneId, ShotId, TakeId
from studio.core.money import Money
from studio.core.project import Project
from studio.core.shot import ShotStatus
from studio.core.take import Take, TakeTimes
from studio.core.tier import Tier, TierMark
from studio.core.timebase import Rate
from studio.ui.inspector.next_step import Offer
from studio.ui.widgets.chips import Chip

PROJECT = Project(ProjectId("p"), "Lighthouse", Rate(24))
OFFERS = {
    Tier.DISCOVERY: Offer("Blocking engine", Money(0), 2),
    Tier.VALIDATION: Offer("Blocking engine 1280", Money(0), 8),
    Tier.EXPORT: Offer("Veo 3.1", Money(2_400_000), 130),
}


def take(number: int, tier: Tier = Tier.DISCOVERY, **fields: Any) -> Take:
    """A take of shot s1."""
    made = Take(
        id=TakeId(f"t{number}"),
        shot_id=ShotId("s1"),
        number=number,
        tier=tier,
        source="blocking",
        model_id="m",
        model_label="Blocking engine",
        file="media/aa/aa.mp4",
        sha256="0" * 64,
        size_bytes=1,
        width=640,
        height=360,
        rate=Fraction(24),
        frames=132,
        cost=Money(390_000),
        times=TakeTimes(datetime(2026, 11, 23, tzinfo=UTC)),
        made_by="me",
        request=b"{}",
    )
    return replace(made, **fields)


def card(**fields: Any) -> Card:
    """Shot 0020."""
    made = Card(
        shot_id=ShotId("s1"),
        scene_id=SceneId("c1"),
        code="0020",
        rank="a",
        action="Two women run.",
        dialogue="",
        notes="",
        camera=Camera(),
        time_of_day=None,
        weather=None,
        camera_line="",
        frames=96,
        status=ShotStatus.EMPTY,
        on_hold=False,
        omitted=False,
        approved=False,
        pick_id=None,
        pick_number=None,
        take_count=0,
        shown_id=None,
        shown_number=None,
        mark=None,
        stars=0,
        missing=False,
        spend=Money(),
    )
    return replace(made, **fields)


EFFECTIVE = Camera(Size.WS, Angle.EYE, 35.0, Move.STATIC, 1.5, 0.0, 0.0)


def detail(takes: Sequence[Take] = (), pick: int | None = None, **fields: Any) -> ShotDetail:
    """A shot with takes; `fields` go into its card."""
    shown = pick or (takes[-1].number if takes else None)
    marks = {"mark": TierMark.BLOCKING} if takes else {}
    made = card(
        pick_id=TakeId(f"t{pick}") if pick else None,
        shown_id=TakeId(f"t{shown}") if shown else None,
        take_count=len(takes),
        **marks,
        **fields,
    )
    return ShotDetail(made, tuple(takes), (), EFFECTIVE, TimeOfDay.DUSK, Weather.CLEAR, ())


def jpeg(red: int = 200, size: tuple[int, int] = (64, 36)) -> bytes:
    """A picture of one colour."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(red, 20, 20))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")  # type: ignore[call-overload]
    return bytes(data.data())


async def load(keys: Sequence[str]) -> Mapping[str, bytes]:
    """A picture for every key."""
    return {key: jpeg() for key in keys}


def start(coroutine: Coroutine[Any, Any, object], what: str) -> None:
    """Run a coroutine that waits for nothing."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise AssertionError(f"{what} waits for something")


def chip(inspector: QWidget, name: str) -> Chip:
    found = [one for one in inspector.findChildren(Chip) if one.isVisible() and one.accessibleName().startswith(name)]
    assert len(found) == 1, [one.accessibleName() for one in found]
    return found[0]


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
