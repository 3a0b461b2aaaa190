"""A camera move over a reference picture: a window that pans, tilts, nears and sways, and never leaves the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.blocking import BlockingBrief
from studio.core.camera import Angle, Move
from studio.media.blocking_engine.moves import eased
from studio.media.pictures import read_picture

Picture = NDArray[np.uint8]
_ROOM = 1.6


@dataclass(frozen=True, slots=True)
class Window:
    """What the camera sees of a picture: middle x, y and width, height in its pixels, turned by `roll` radians."""

    x: float
    y: float
    width: float
    height: float
    roll: float

    def corners(self) -> NDArray[np.float32]:
        """(4, 2) picture coordinates: top left, top right, bottom left, bottom right of the frame."""
        cos, sin = math.cos(self.roll), math.sin(self.roll)
        half = [(sx * self.width / 2, sy * self.height / 2) for sy in (-1, 1) for sx in (-1, 1)]
        return np.array([(self.x + a * cos - b * sin, self.y + a * sin + b * cos) for a, b in half], np.float32)


def window(brief: BlockingBrief, size: tuple[int, int], seconds: float) -> Window:
    """The window at `seconds` of a move over a picture of `size` (width, height); always wholly inside it."""
    camera = brief.camera
    length = float(brief.rate.seconds(max(1, brief.frames - 1)))
    step = eased(seconds / length)
    zoom, across, down = _place(camera.move or Move.STATIC, step, seconds, brief.seed)
    dutch = 8.0 if camera.angle is Angle.DUTCH else 0.0
    roll = math.radians(camera.roll_deg if camera.roll_deg is not None else dutch)
    frame_w, frame_h = brief.aspect.pixels(brief.long_side)
    cos, sin = abs(math.cos(roll)), abs(math.sin(roll))
    # The upright box round the turned frame must fit: that sets the widest window.
    box_w, box_h = frame_w * cos + frame_h * sin, frame_w * sin + frame_h * cos
    scale = min(size[0] / box_w, size[1] / box_h) / max(1.0, zoom)
    slack_x, slack_y = size[0] - box_w * scale, size[1] - box_h * scale
    return Window(
        size[0] / 2 + max(-1.0, min(1.0, across)) * slack_x / 2,
        size[1] / 2 + max(-1.0, min(1.0, down)) * slack_y / 2,
        frame_w * scale,
        frame_h * scale,
        roll,
    )


def _place(move: Move, step: float, seconds: float, seed: int) -> tuple[float, float, float]:
    """Zoom (1 widest) and place in the slack (−1 to 1 across and down) of each move."""
    swing = 2 * step - 1
    if move is Move.HANDHELD:
        phase = np.random.default_rng(seed).uniform(0, 2 * math.pi, 4)
        sway = [
            math.sin(seconds * speed + float(shift)) for speed, shift in zip((2.1, 4.7, 1.7, 5.3), phase, strict=True)
        ]
        return 1.07, 0.5 * sway[0] + 0.2 * sway[1], 0.5 * sway[2] + 0.2 * sway[3]
    places = {
        Move.STATIC: (1.0, 0.0, 0.0),
        Move.PAN: (1.2, swing, 0.0),
        Move.TRUCK: (1.2, swing, 0.0),
        Move.ORBIT: (1.2 + 0.08 * step, swing, 0.0),
        Move.TILT: (1.2, 0.0, -swing),
        Move.PEDESTAL: (1.2, 0.0, -swing),
        Move.CRANE: (1.34 - 0.26 * step, 0.0, -swing),
        Move.PUSH_IN: (1.0 + 0.38 * step, 0.0, 0.0),
        Move.ZOOM: (1.0 + 0.6 * step, 0.0, 0.0),
        Move.PULL_OUT: (1.38 - 0.38 * step, 0.0, 0.0),
        Move.DOLLY_ZOOM: (1.3 - 0.3 * step, 0.0, 0.0),
    }
    return places[move]


@dataclass(frozen=True, slots=True)
class Plate:
    """A reference picture ready for the camera, pixels (h, w, 3 BGR)."""

    pixels: Picture

    @classmethod
    def read(cls, path: Path, long_side: int) -> Plate:
        """The picture file, no larger than a move at `long_side` needs. Raises MediaError when it cannot be read."""
        return cls(read_picture(path, round(long_side * _ROOM)))

    def frame(self, brief: BlockingBrief, seconds: float, size: tuple[int, int]) -> Picture:
        """What the camera sees at `seconds`, as a picture of `size` (width, height)."""
        height, width = self.pixels.shape[:2]
        source = window(brief, (width, height), seconds).corners()[:3]
        target = np.array([(0, 0), (size[0], 0), (0, size[1])], np.float32)
        matrix = cv2.getAffineTransform(source - 0.5, target - 0.5)
        seen = cv2.warpAffine(self.pixels, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(seen, dtype=np.uint8)
