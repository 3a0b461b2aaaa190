"""The board against bare Qt: a step of scrolling, one card that changed, one frame of a hover scrub.

All times are CPU time of the window's thread, so that neighbours on the machine count less.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter, sleep, thread_time

from PySide6.QtCore import (
    QBuffer,
    QEventLoop,
    QIODevice,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QLinearGradient, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.core.board import Board, Card
from studio.core.camera import Camera
from studio.core.ids import ProjectId, SceneId, ShotId, TakeId
from studio.core.money import Money
from studio.core.project import Project
from studio.core.scene import Scene
from studio.core.shot import ShotStatus
from studio.core.tier import TierMark
from studio.ui import style
from studio.ui.grid.board_view import BoardView
from studio.ui.grid.shot_model import CARD_ROLE
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme
from tests.bench.measure import PAIRS, Figure, figure_of, paired, percentile

SHOTS = 2_000
PER_SCENE = 40
STEP = 60
STEPS = 120
FRAME_S = 0.016
WINDOW = QSize(1600, 1000)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def figures() -> Iterator[Figure]:
    """All figures of the board."""
    app = _application()
    ring = style.apply(app, Theme.of("dark"))
    yield board_scroll()
    yield card_refresh()
    yield hover_scrub()
    ring.deleteLater()


def board_scroll() -> Figure:
    """p99 of the CPU time of a 60 px step through 2,000 shots, against a bare list that blits one pixmap a cell.

    Steps come 60 a second, as a screen shows them; a step is the move of the scroll bar until its paint is done. Cards
    are composed between the frames, which the note counts apart. Best of three runs of five pairs.
    """
    ours, close = _board(SHOTS)
    bare = _bare(SHOTS)
    between: list[float] = []
    runs: list[list[tuple[float, float]]] = []
    for _ in range(3):
        measured: list[tuple[float, float]] = []
        for _ in range(PAIRS):
            steps, gaps = _scroll(ours)
            between.append(statistics.mean(gaps))
            measured.append((percentile(steps, 0.99) * 1000, percentile(_scroll(bare)[0], 0.99) * 1000))
        runs.append(measured)
    close()
    bare.close()
    note = f"composing between frames {statistics.median(between) * 1000:.1f} ms a step"
    figures = [figure_of("board_scroll", run, bound=1.5, unit="ms cpu p99", note=note) for run in runs]
    return min(figures, key=lambda figure: figure.ratio)


def card_refresh() -> Figure:
    """CPU time until one changed card is painted, among 2,000 shots against among 200."""
    many, close_many = _board(SHOTS)
    few, close_few = _board(200)
    made = paired(
        "card_refresh", lambda: _refresh(many), lambda: _refresh(few), bound=1.3, unit="ms cpu", pairs=3 * PAIRS
    )
    close_many()
    close_few()
    return made


def hover_scrub() -> Figure:
    """CPU time from the pointer's move to the painted frame, against decoding and drawing that JPEG alone."""
    frames = [_jpeg(240, 135, hue) for hue in range(0, 336, 7)]
    view, close = _board(200)
    view.set_strip(TakeId("take-0"), frames)
    target = _Target()
    target.show()
    made = paired(
        "hover_scrub", lambda: _scrub(view), lambda: target.scrub(frames), bound=3, unit="ms cpu", pairs=2 * PAIRS
    )
    close()
    target.close()
    return made


def _application() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


def _settle(busy: Callable[[], bool] = lambda: False, least_s: float = 0.15) -> None:
    until = perf_counter() + least_s
    while perf_counter() < until or busy():
        QApplication.processEvents()


def _scroll(view: QAbstractItemView) -> tuple[list[float], list[float]]:
    """The CPU time of each step with its paint, and of what is done until the next frame."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    _settle()
    steps: list[float] = []
    gaps: list[float] = []
    for _ in range(STEPS):
        frame = perf_counter() + FRAME_S
        start = thread_time()
        bar.setValue(bar.value() + STEP)
        QApplication.processEvents()
        done = thread_time()
        while perf_counter() < frame:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            sleep(0.001)
        steps.append(done - start)
        gaps.append(thread_time() - done)
    return steps, gaps


def _refresh(view: BoardView) -> float:
    """The median of a few changes of one visible card, in ms."""
    card = view.model().index(1, 0).data(CARD_ROLE)
    times: list[float] = []
    for stars in (1, 2, 3, 4, 5, 0, 1, 2, 3):
        start = thread_time()
        view.apply([replace(card, stars=stars)])
        view.compose_now()
        QApplication.processEvents()
        times.append(thread_time() - start)
    return statistics.median(times) * 1000


def _scrub(view: BoardView) -> float:
    """The median over a sweep across the first card, in ms, past the first moves that make its frame."""
    rect = view.visualRect(view.model().index(0, 0))
    times: list[float] = []
    for x in range(4, rect.width() - 4, 5):
        point = QPoint(rect.x() + x, rect.y() + 40)
        at = QPointF(point)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            at,
            QPointF(view.viewport().mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        start = thread_time()
        QApplication.sendEvent(view.viewport(), event)
        QApplication.processEvents()
        times.append(thread_time() - start)
    return statistics.median(times[2:]) * 1000


class _Target(QWidget):
    """Decodes a JPEG and draws it, nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(320, 200)
        self._frame = QImage()

    def scrub(self, frames: Sequence[bytes]) -> float:
        """The median time to show each frame, in ms."""
        times: list[float] = []
        for frame in frames:
            start = thread_time()
            self._frame = QImage.fromData(frame)
            self.update()
            QApplication.processEvents()
            times.append(thread_time() - start)
        return statistics.median(times[2:]) * 1000

    def paintEvent(self, event: object) -> None:
        """One drawImage."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self._frame)
        painter.end()


class _Blit(QStyledItemDelegate):
    """Draws the same pixmap into every cell."""

    def __init__(self, pixmap: QPixmap) -> None:
        super().__init__()
        self._pixmap = pixmap

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One drawPixmap."""
        painter.drawPixmap(option.rect.topLeft(), self._pixmap)  # type: ignore[attr-defined]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A card and its gap."""
        return QSize(284, 209)


def _bare(shots: int) -> QListView:
    view = QListView()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setMovement(QListView.Movement.Static)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setUniformItemSizes(True)
    view.setGridSize(QSize(284, 209))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setModel(QStringListModel([str(number) for number in range(shots)], view))
    pixmap = QPixmap(272, 197)
    pixmap.fill(QColor("darkslategray"))
    view.setItemDelegate(_Blit(pixmap))
    view.resize(WINDOW)
    view.show()
    _settle()
    return view


def _board(shots: int) -> tuple[BoardView, Callable[[], None]]:
    pictures = {f"take-{number}": _jpeg(640, 360, number * 37 % 360) for number in range(12)}

    async def load(keys: Sequence[str]) -> Mapping[str, bytes]:
        return {key: pictures[key] for key in keys}

    images = ImageCache(load, _at_once)
    view = BoardView(Theme.of("dark"), images, now=lambda: NOON)
    view.resize(WINDOW)
    view.set_board(made_up_board(shots))
    view.show()
    _settle(view.composing)

    def close() -> None:
        view.close()
        images.close()

    return view, close


def _at_once(coroutine: Coroutine[object, object, object], doing: str) -> object:
    try:
        coroutine.send(None)
    except StopIteration:
        return None
    raise RuntimeError(f"{doing} waited")


def made_up_board(shots: int, per_scene: int = PER_SCENE) -> Board:
    """A board of so many shots in scenes of `per_scene`, with twelve different pictures and every tier."""
    scenes = tuple(
        Scene(SceneId(f"scene-{place}"), str(place + 1), f"EXT. PIER {place + 1} — DUSK", f"{place:06}")
        for place in range(-(-shots // per_scene))
    )
    marks = tuple(TierMark)
    cards = tuple(_card(number, scenes[number // per_scene].id, marks[number % len(marks)]) for number in range(shots))
    return Board(Project(ProjectId("project"), "Bench"), scenes, cards, 0)


def _card(number: int, scene: SceneId, mark: TierMark) -> Card:
    return Card(
        shot_id=ShotId(f"shot-{number}"), scene_id=scene, code=f"{number * 10:04}", rank=f"{number:06}",
        action="Maren and Tomas run down the pier toward the light.", dialogue="", notes="", camera=Camera(),
        time_of_day=None, weather=None, camera_line="EWS · eye · 27 mm · push in", frames=96 + number % 48,
        status=ShotStatus.DRAFTED, on_hold=False, omitted=False, approved=False, pick_id=None, pick_number=2,
        take_count=2, shown_id=TakeId(f"take-{number % 12}"), shown_number=2, mark=mark, stars=number % 6,
        missing=False, spend=Money(number * 10_000),
    )  # fmt: skip


def _jpeg(width: int, height: int, hue: int) -> bytes:
    """A picture with some detail in it."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor.fromHsv(hue, 120, 90))
    sky.setColorAt(1, QColor.fromHsv((hue + 40) % 360, 140, 230))
    painter.fillRect(image.rect(), sky)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in range(40):
        painter.setPen(QColor.fromHsv((hue + place * 9) % 360, 160, 200))
        painter.drawEllipse(QPointF(place * width / 40, height / 2), 4 + place % 9, 6 + place % 23)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
