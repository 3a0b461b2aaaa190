"""A board to look at: cards in every state, pictures of one colour each, a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.core.board import Board, Card, Work, WorkState
from studio.core.camera import Camera
from studio.core.ids import JobId, ProjectId, SceneId, ShotId, TakeId
from studio.core.money import Money
from studio.core.project import Project
from studio.core.scene import Scene
from studio.core.shot import ShotStatus
from studio.core.tier import Tier, TierMark
from studio.ui import style
from studio.ui.grid.board_view import BoardView
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
TEAL = QColor(30, 160, 160)


def picture(colour: QColor, width: int = 640, height: int = 360) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 95)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def card(code: str, scene: str = "s1", **fields: Any) -> Card:
    """A drafted shot; fields in any state of it."""
    plain = Card(
        shot_id=ShotId(f"shot-{code}"), scene_id=SceneId(scene), code=code, rank=code, action="Maren runs.",
        dialogue="", notes="", camera=Camera(), time_of_day=None, weather=None, camera_line="EWS · eye · 27 mm",
        frames=96, status=ShotStatus.DRAFTED, on_hold=False, omitted=False, approved=False, pick_id=TakeId("p"),
        pick_number=2, take_count=2, shown_id=TakeId(f"take-{code}"), shown_number=2, mark=TierMark.DRAFT, stars=0,
        missing=False, spend=Money(130_000),
    )  # fmt: skip
    return replace(plain, **fields)


def work(state: WorkState, **fields: Any) -> Work:
    """Work sent 21 seconds ago on a model that usually takes 38."""
    plain = Work(JobId("job"), state, Tier.DISCOVERY, "Nano Banana 2.1", NOW - timedelta(seconds=30))
    return replace(plain, **({"started": NOW - timedelta(seconds=21), "usual_s": 38.0} | fields))


def empty(code: str, scene: str = "s1") -> Card:
    return card(
        code, scene, mark=None, pick_id=None, pick_number=None, take_count=0, shown_id=None, status=ShotStatus.EMPTY
    )


def board(counts: Sequence[int], *, read_only: bool = False) -> Board:
    """Scenes s1, s2 … with so many drafted shots each."""
    scenes = tuple(Scene(SceneId(f"s{place + 1}"), str(place + 1), f"EXT. PIER {place + 1}", f"{place}")
                   for place in range(len(counts)))  # fmt: skip
    cards: list[Card] = []
    for scene, count in zip(scenes, counts, strict=True):
        for _ in range(count):
            cards.append(card(f"{10 * (len(cards) + 1):04}", scene.id))
    return Board(Project(ProjectId("p"), "Film"), scenes, tuple(cards), 0, read_only)


def board_of(*cards: Card) -> Board:
    """One scene of these cards."""
    return Board(Project(ProjectId("p"), "Film"), (Scene(SceneId("s1"), "1", "EXT. PIER", "a"),), cards, 0)


def codes(view: BoardView) -> list[str]:
    """The chosen shots by code."""
    return [shot.removeprefix("shot-") for shot in view.selected()]


def move(view: BoardView, to: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the pointer over the board; what QTest sends carries no buttons and depends on other windows."""
    at = QPointF(view.viewport().mapToGlobal(to))
    kind, none = QMouseEvent.Type.MouseMove, Qt.MouseButton.NoButton
    event = QMouseEvent(kind, QPointF(to), at, none, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def run(coroutine: Coroutine[Any, Any, object], doing: str) -> None:
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise AssertionError(f"{doing} waited")


async def load(keys: Sequence[str]) -> Mapping[str, bytes]:
    return {key: picture(TEAL) for key in keys if key.startswith("take-")}


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme.of("dark")
    ring = style.apply(qapp, made)
    yield made
    ring.deleteLater()


@pytest.fixture
def images(qtbot: QtBot) -> Iterator[ImageCache]:
    made = ImageCache(load, run)
    yield made
    made.close()


Show = Callable[..., BoardView]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, images: ImageCache) -> Show:
    """Shows a board in a window of its own, composed and painted."""

    def shown(reading: Board, width: int = 888, height: int = 700, now: datetime = NOW) -> BoardView:
        view = BoardView(theme, images, now=lambda: now)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_board(reading)
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        view.setFocus()
        qtbot.wait(5)
        qtbot.waitUntil(lambda: not view.composing())
        return view

    return shown
