"""The player over clips whose every frame tells its own number by its colour."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from studio.core.errors import MediaError
from studio.core.timebase import Rate
from studio.ui.player import Player, PlayerClip
from studio.ui.theme import Theme

RATE = Rate(24)
WIDTH, HEIGHT = 32, 18


@dataclass(frozen=True)
class Flat:
    """A picture whose red is the frame's number and whose green is the clip's."""

    red: int
    green: int

    @property
    def shape(self) -> tuple[int, ...]:
        return HEIGHT, WIDTH, 4

    @property
    def data(self) -> memoryview:
        return memoryview(bytes((0, self.green, self.red, 255)) * (WIDTH * HEIGHT))


@dataclass
class Clips:
    """Opens `<clip number>.mp4`; remembers what was read, where, and what is still open."""

    read: list[tuple[str, int]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    takes_s: float = 0.0
    opened: int = 0
    closed: int = 0

    def open(self, path: Path) -> ClipReader:
        if path.stem == "gone":
            raise MediaError("“gone.mp4” is not there.", "Is the drive connected?")
        self.opened += 1
        self.threads.add(threading.get_ident())
        return ClipReader(self, path)


class ClipReader:
    def __init__(self, clips: Clips, path: Path) -> None:
        self._clips = clips
        self._path = path

    def frame(self, number: int, /) -> Flat:
        self._clips.threads.add(threading.get_ident())
        time.sleep(self._clips.takes_s)
        self._clips.read.append((self._path.stem, number))
        return Flat(number, int(self._path.stem))

    def close(self) -> None:
        self._clips.closed += 1


@pytest.fixture
def clips() -> Clips:
    return Clips()


@pytest.fixture
def now() -> list[int]:
    """A clock that a test turns itself, in nanoseconds."""
    return [0]


@pytest.fixture
def player(qtbot: QtBot, theme: Theme, clips: Clips, now: list[int]) -> Iterator[Player]:
    made = Player(theme, clips.open, lambda: now[0])
    qtbot.addWidget(made)
    made.resize(888, 566)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.end()
    assert clips.opened == clips.closed


def clip(number: int, frames: int = 48) -> PlayerClip:
    return PlayerClip(f"00{number}0", Path(f"{number}.mp4"), RATE, frames, f"take {number}")


def shown(player: Player) -> tuple[int, int] | None:
    """(clip, frame) of the picture that is on the surface."""
    image = player.surface.image
    if image is None:
        return None
    colour = image.pixelColor(0, 0)
    return colour.green(), colour.red()


def shows(qtbot: QtBot, player: Player, number: int, frame: int) -> None:
    qtbot.waitUntil(lambda: shown(player) == (number, frame), timeout=3000)


def turn(player: Player, now: list[int], frames: float) -> None:
    """Let time pass and the player look at its clock."""
    now[0] += int(frames * 1_000_000_000 / 24) + 1
    player._advance()


def test_it_steps_exactly(qtbot: QtBot, player: Player) -> None:
    player.load([clip(1)])
    shows(qtbot, player, 1, 0)
    for key, frame in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 47),
        (Qt.Key.Key_Right, 47),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
    ):
        qtbot.keyClick(player, key)
        shows(qtbot, player, 1, frame)
    qtbot.keyClick(player, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    shows(qtbot, player, 1, 24)
    assert player.transport.time.text() == "01:00:01:00"
    assert player.transport.frame.text() == "frame 25"
    assert player.transport.length.text() == "1:00 of 2:00"


def test_no_frame_is_read_on_the_window_thread(qtbot: QtBot, player: Player, clips: Clips) -> None:
    player.load([clip(1), clip(2)])
    shows(qtbot, player, 1, 0)
    player.seek(60)
    shows(qtbot, player, 2, 12)
    assert len(clips.threads) == 1
    assert threading.get_ident() not in clips.threads


def test_it_plays_at_the_rate_of_the_clock(qtbot: QtBot, player: Player, now: list[int]) -> None:
    player.load([clip(1)], play=True)
    qtbot.waitUntil(lambda: player.playing, timeout=3000)
    for frame in (1, 2, 3):
        turn(player, now, 1)
        assert player.frame == frame
        shows(qtbot, player, 1, frame)
    turn(player, now, 0.4)
    assert player.frame == 3
    assert player.dropped == 0
    turn(player, now, 10)
    assert player.frame == 13
    assert player.dropped == 9


def test_it_stops_on_the_last_frame_and_begins_again(qtbot: QtBot, player: Player, now: list[int]) -> None:
    player.load([clip(1, 10)])
    player.play()
    turn(player, now, 500)
    assert (player.playing, player.frame) == (False, 9)
    qtbot.keyClick(player, Qt.Key.Key_Space)
    assert (player.playing, player.frame) == (True, 0)
    qtbot.keyClick(player, Qt.Key.Key_K)
    assert not player.playing


def test_it_loops(qtbot: QtBot, player: Player, now: list[int]) -> None:
    player.load([clip(1, 10)])
    qtbot.keyClick(player, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert player.transport.loop.isChecked()
    player.play()
    turn(player, now, 23)
    assert (player.playing, player.frame) == (True, 3)
    player.shuttle(-1)
    turn(player, now, 5)
    assert player.frame == 8


def test_j_k_l_shuttle(qtbot: QtBot, player: Player, now: list[int]) -> None:
    player.load([clip(1, 200)])
    player.seek(100)
    qtbot.keyClick(player, Qt.Key.Key_L)
    turn(player, now, 2)
    assert player.frame == 102
    qtbot.keyClick(player, Qt.Key.Key_L)
    turn(player, now, 2)
    assert player.frame == 106
    qtbot.keyClick(player, Qt.Key.Key_J)
    turn(player, now, 4)
    assert player.frame == 102
    assert "J" in player.transport.back_button._key


def test_the_board_plays_in_its_order_with_slates_between(qtbot: QtBot, player: Player, now: list[int]) -> None:
    numbers: list[int] = []
    player.clip_shown.connect(numbers.append)
    slate = PlayerClip("0025", None, RATE, 24, action="Nothing yet <b>here</b>")
    player.load([clip(1, 24), slate, clip(2, 24)])
    player.play()
    turn(player, now, 30)
    assert player.surface.slate == ("0025", "Nothing yet <b>here</b>")
    assert player.surface.image is None
    turn(player, now, 20)
    shows(qtbot, player, 2, 2)
    assert numbers == [0, 1, 2]
    assert not player.grab().isNull()


def test_a_drag_on_the_timeline_scrubs(qtbot: QtBot, player: Player) -> None:
    player.load([clip(1)])
    right = QPoint(player.timeline.width() - 1, 40)
    # Each press is let go: a button that stays down would keep later windows from becoming active.
    qtbot.mouseClick(player.timeline, Qt.MouseButton.LeftButton, pos=right)
    shows(qtbot, player, 1, 47)
    qtbot.mouseClick(player.timeline, Qt.MouseButton.LeftButton, pos=QPoint(0, 40))
    shows(qtbot, player, 1, 0)


def test_the_strip_fills_with_small_pictures(qtbot: QtBot, player: Player) -> None:
    player.load([clip(1)])
    qtbot.waitUntil(lambda: player.timeline.wanted_thumbs() == [], timeout=3000)


def test_a_clip_that_cannot_be_read_says_so(qtbot: QtBot, player: Player) -> None:
    player.load([PlayerClip("0030", Path("gone.mp4"), RATE, 24)])
    qtbot.waitUntil(lambda: "not there" in player.surface.slate[1], timeout=3000)


def test_the_board_plays_on_past_a_clip_that_cannot_be_read(qtbot: QtBot, player: Player) -> None:
    player.load([PlayerClip("0030", Path("gone.mp4"), RATE, 24), clip(1)], play=True)
    qtbot.waitUntil(lambda: player.playing, timeout=3000)


def test_newest_wish_wins_while_scrubbing(qtbot: QtBot, player: Player, clips: Clips) -> None:
    player.load([clip(1, 250)])
    shows(qtbot, player, 1, 0)
    clips.read.clear()
    clips.takes_s = 0.01
    for frame in range(1, 250):
        player.seek(frame)
    shows(qtbot, player, 1, 249)
    assert len(clips.read) < 200


def test_loading_other_clips_forgets_the_old(qtbot: QtBot, player: Player) -> None:
    player.load([clip(1)], play=True)
    player.load([clip(2)])
    assert not player.playing
    shows(qtbot, player, 2, 0)


def test_escape_closes_and_full_screen_comes_back(qtbot: QtBot, player: Player) -> None:
    player.load([clip(1)])
    shows(qtbot, player, 1, 0)
    player.toggle_full_screen()
    alone = player._full_screen
    assert alone is not None
    qtbot.waitUntil(lambda: alone.surface.image is not None, timeout=3000)
    qtbot.keyClick(alone, Qt.Key.Key_Right)
    assert player.frame == 1
    qtbot.keyClick(alone, Qt.Key.Key_Escape)
    assert player._full_screen is None
    with qtbot.waitSignal(player.closed, timeout=1000):
        qtbot.keyClick(player, Qt.Key.Key_Escape)


def test_nothing_to_play_is_no_trouble(qtbot: QtBot, player: Player) -> None:
    player.load([])
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_L, Qt.Key.Key_J):
        qtbot.keyClick(player, key)
    assert not player.playing


def test_real_pace(qtbot: QtBot, theme: Theme, clips: Clips) -> None:
    """Half a second by the wall is twelve frames, give or take the one that is due."""
    made = Player(theme, clips.open)
    qtbot.addWidget(made)
    made.show()
    made.load([clip(1, 240)], play=True)
    qtbot.wait(500)
    made.pause()
    frame = made.frame
    made.end()
    assert 10 <= frame <= 20
