"""The player: exact frames of one clip or of many back to back, paced by a steady clock, dropped when late.

Decoding happens in its own thread; here the window only says which frames it wishes for and paints what has come.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.core.timebase import Rate
from studio.ui.player.clips import OpenReader, PlayerClip
from studio.ui.player.decode_thread import Wish
from studio.ui.player.frame_clock import FrameClock
from studio.ui.player.frame_feed import FrameFeed
from studio.ui.player.full_screen import FullScreen
from studio.ui.player.head import Head
from studio.ui.player.keys import KEYS, key_of
from studio.ui.player.sequence import ClipSequence
from studio.ui.player.surface import Surface
from studio.ui.player.timeline import Timeline
from studio.ui.player.transport import Transport
from studio.ui.style import OWN_FOCUS
from studio.ui.theme import Theme

TALL = 566
LOW = 330
_TALL_SHARE = 0.677
_AHEAD = 3
_FASTEST = 8


class Player(QWidget):
    """A drawer at the window's bottom. `clip_shown` carries the number of the clip that is on; `closed` asks to go."""

    closed = Signal()
    clip_shown = Signal(int)
    playing_changed = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        open_reader: OpenReader,
        now_ns: Callable[[], int] = time.perf_counter_ns,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = FrameClock(now_ns)
        self._sequence = ClipSequence((), Rate(24))
        self._frame = 0
        self._clip = -1
        self._full_screen: FullScreen | None = None
        self._starting = False
        self.dropped = 0
        self._turn = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._turn.timeout.connect(self._advance)
        self.surface = Surface(theme)
        self.timeline = Timeline(theme)
        self.transport = Transport(theme)
        self.head = Head(theme)
        self._frames = FrameFeed(open_reader, self)
        self._frames.arrived.connect(self._arrive)
        self._frames.missed.connect(self._miss)
        self._frames.decoding.thumbed.connect(self.timeline.show_thumb)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_FOCUS, True)
        self.setAccessibleName("Player")
        self._lay_out()
        self._connect()

    @property
    def frame(self) -> int:
        """The frame of the whole that the playhead is on, from 0."""
        return self._frame

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._clock.speed != 0

    def load(self, clips: Sequence[PlayerClip], rate: Rate | None = None, *, play: bool = False) -> None:
        """Show clips back to back on `rate` (else the first one's); with `play` they run once the first frame shows."""
        self.pause()
        rate = rate or (clips[0].rate if clips else Rate(24))
        self._sequence = ClipSequence(clips, rate)
        self._frames.clear()
        self._clip, self.dropped = -1, 0
        self.timeline.show_sequence(self._sequence)
        self.seek(0)
        self._starting = play and bool(clips)
        self._begin()

    def play(self, speed: int = 1) -> None:
        """Run at a whole multiple of the rate, backwards below 0; from the end it begins again."""
        if not self._sequence.frames or not speed:
            return
        last = self._sequence.frames - 1
        if not self.transport.loop.isChecked() and self._frame == (last if speed > 0 else 0):
            self.seek(0 if speed > 0 else last)
        self._run(speed)

    def pause(self) -> None:
        """Stand on the frame that shows."""
        self._starting = False
        self._turn.stop()
        self._clock.stop()
        self.transport.show_speed(0)
        self.playing_changed.emit(False)

    def toggle(self) -> None:
        """Play or pause."""
        self.pause() if self.playing else self.play()

    def seek(self, frame: int) -> None:
        """Go to a frame of the whole; a running clip runs on from there."""
        if not self._sequence.frames:
            return
        self._go(max(0, min(self._sequence.frames - 1, frame)))
        if self.playing:
            self._run(self._clock.speed)

    def step(self, frames: int) -> None:
        """Stop and go so many frames on or back."""
        self.pause()
        self.seek(self._frame + frames)

    def shuttle(self, way: int) -> None:
        """J and L: each press again doubles the speed, the other way begins at once."""
        speed = self._clock.speed
        self.play(max(-_FASTEST, min(_FASTEST, speed * 2)) if speed * way > 0 else way)

    def toggle_full_screen(self) -> None:
        """Show the picture alone on the whole screen, or come back."""
        if self._full_screen is not None:
            self._full_screen.close()
            return
        self._full_screen = FullScreen(self._theme, self._press)
        self._full_screen.left.connect(self._leave_full_screen)
        self._full_screen.showFullScreen()
        self._show()

    def end(self) -> None:
        """Stop and let the thread go; the player cannot be used afterwards."""
        self.pause()
        if self._full_screen is not None:
            self._full_screen.close()
        self._frames.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """While the keyboard is in here these keys are the player's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and key_of(event) in KEYS:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        held = self.hasFocus()
        painter.fillRect(0, 0, self.width(), 2 if held else 1, self._theme.colour("accent" if held else "line"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 16, 12)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(6)
        column.addWidget(self.surface, 1)
        column.addWidget(self.transport)
        column.addWidget(self.timeline)

    def _connect(self) -> None:
        self.head.full_screen.connect(self.toggle_full_screen)
        self.head.closed.connect(self.closed)
        self.transport.back.connect(lambda: self.shuttle(-1))
        self.transport.forward.connect(lambda: self.shuttle(1))
        self.transport.pause.connect(self.toggle)
        self.transport.step.connect(self.step)
        self.timeline.scrubbed.connect(self.seek)
        self.timeline.thumbs_wanted.connect(self._want_thumbs)
        self.surface.pressed.connect(self._click)
        self.surface.double_clicked.connect(self.toggle_full_screen)

    def _press(self, event: QKeyEvent) -> bool:
        """Act on a key; whether it was one of the player's."""
        second = self._sequence.rate.base
        acts: dict[str, Callable[[], None]] = {
            "toggle": self.toggle,
            "back": lambda: self.shuttle(-1),
            "pause": self.pause,
            "forward": lambda: self.shuttle(1),
            "loop": self.transport.loop.toggle,
            "frame back": lambda: self.step(-1),
            "frame on": lambda: self.step(1),
            "second back": lambda: self.step(-second),
            "second on": lambda: self.step(second),
            "begin": lambda: self.seek(0),
            "finish": lambda: self.seek(self._sequence.frames - 1),
            "full screen": self.toggle_full_screen,
            "leave": self.toggle_full_screen if self._full_screen is not None else self.closed.emit,
        }
        name = KEYS.get(key_of(event))
        if name is not None:
            acts[name]()
        return name is not None

    def _click(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.toggle()

    def _run(self, speed: int) -> None:
        self._clock.start(self._frame, speed, self._sequence.rate)
        self.transport.show_speed(speed)
        self._turn.start(self._clock.wait_ms())
        self.playing_changed.emit(True)

    def _advance(self) -> None:
        due, frames = self._clock.due(), self._sequence.frames
        if self.transport.loop.isChecked():
            due %= frames
        elif not 0 <= due < frames:
            self._go(max(0, min(frames - 1, due)))
            self.pause()
            return
        if due != self._frame:
            skipped = abs(due - self._frame) - abs(self._clock.speed)
            self.dropped += max(0, min(skipped, frames - 1 - skipped))
            self._go(due)
        self._turn.start(self._clock.wait_ms())

    def _go(self, frame: int) -> None:
        """Put the playhead on a frame, wish for it and for what comes next, show it when it is here."""
        missed = self._wish(self._frame)
        if self.playing and missed is not None and self._frames.get(missed) is None:
            self.dropped += 1
        self._frame = frame
        way = self._clock.speed or 1
        self._frames.want(self._wish(self._ahead(frame + way * number)) for number in range(_AHEAD + 1))
        self.timeline.show_frame(frame)
        self.transport.show_time(frame, self._sequence.frames, self._sequence.rate)
        self._name_clip(self._sequence.place(frame).clip)
        self._show()

    def _ahead(self, frame: int) -> int:
        if self.transport.loop.isChecked():
            return frame % self._sequence.frames
        return max(0, min(self._sequence.frames - 1, frame))

    def _wish(self, frame: int) -> Wish | None:
        if not self._sequence.frames:
            return None
        place = self._sequence.place(frame)
        path = self._sequence.clips[place.clip].path
        return None if path is None else (path, place.frame)

    def _name_clip(self, number: int) -> None:
        if number == self._clip:
            return
        self._clip = number
        self.head.show_clip(self._sequence.clips[number], number, len(self._sequence.clips))
        self.clip_shown.emit(number)

    def _show(self) -> None:
        """Show what the playhead is on, if it is here; otherwise the last picture stays."""
        wish = self._wish(self._frame)
        if wish is None:
            self._show_slate(self._sequence.clips[self._clip].action)
        elif (image := self._frames.get(wish)) is not None:
            self._show_image(image)

    def _show_image(self, image: QImage) -> None:
        for surface in self._surfaces:
            surface.show_image(image)

    def _show_slate(self, words: str) -> None:
        for surface in self._surfaces:
            surface.show_slate(self._sequence.clips[self._clip].code, words)

    @property
    def _surfaces(self) -> list[Surface]:
        return [self.surface, *([self._full_screen.surface] if self._full_screen is not None else [])]

    def _begin(self) -> None:
        """Start a clip that was loaded to play, once its first frame is here: it would begin with drops otherwise."""
        wish = self._wish(self._frame)
        if self._starting and (wish is None or self._frames.get(wish) is not None):
            self._starting = False
            self.play()

    def _arrive(self, path: Path, number: int) -> None:
        wish, image = self._wish(self._frame), self._frames.get((path, number))
        if wish is None or path != wish[0] or self._frames.get(wish) is not None:
            self._show()
            self._begin()
        elif image is not None and (number - wish[1]) * (self._clock.speed or 1) <= 0:
            # Late, but newer than what shows: a slow machine sees a slow clip, not a still one.
            self._show_image(image)

    def _miss(self, path: Path, number: int, sentence: str) -> None:
        if self._wish(self._frame) != (path, number):
            return
        self._show_slate(sentence)
        if self._starting and len(self._sequence.clips) > 1:
            # The board plays on past a clip that cannot be shown.
            self._starting = False
            self.play()

    def _want_thumbs(self) -> None:
        ratio = self.devicePixelRatioF()
        self._frames.decoding.want_thumbs(self.timeline.wanted_thumbs(), self.timeline.tile() * ratio)

    def _leave_full_screen(self) -> None:
        self._full_screen = None
        self.setFocus()


def height_for(available: int) -> int:
    """The drawer's height in a window whose middle is `available` logical pixels high."""
    return min(TALL, max(LOW, round(available * _TALL_SHARE)))
