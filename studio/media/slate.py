"""A slate: the dark card that stands in an animatic for a shot without a picture.

Drawn with OpenCV's own outline font, so no font of the system is needed: Latin, Greek, Cyrillic, Chinese, Japanese,
Arabic and Hebrew letters are in it; what is not (emoji) becomes a question mark.
"""

from __future__ import annotations

import unicodedata

import cv2
import numpy as np

from studio.media.decode import Pixels

GROUND = (24, 21, 19)
TEXT = (242, 240, 238)
QUIET = (156, 147, 141)
MOST_LETTERS = 600
MOST_LINES = 6


def slate(size: tuple[int, int], code: str, text: str, note: str = "") -> Pixels:
    """A BGR picture of `size` (width, height) with the shot's code, its text wrapped below, and a note at the foot."""
    width, height = size
    picture = np.full((height, width, 3), GROUND, dtype=np.uint8)
    font = cv2.FontFace("sans")
    unit = max(8, min(size) // 16)
    margin = 2 * unit
    _line(picture, font, (margin, margin + 2 * unit), code, 2 * unit, TEXT)
    baseline = margin + 4 * unit
    for line in _wrapped(font, text, unit, width - 2 * margin):
        if baseline > height - margin:
            break
        _line(picture, font, (margin, baseline), line, unit, QUIET)
        baseline += unit * 3 // 2
    if note:
        _line(picture, font, (margin, height - unit), note, unit * 3 // 4, QUIET)
    return picture


def _line(
    picture: Pixels, font: cv2.FontFace, start: tuple[int, int], text: str, size: int, colour: tuple[int, int, int]
) -> None:
    cv2.putText(picture, _drawable(text), start, colour, font, size)


def _wrapped(font: cv2.FontFace, text: str, size: int, width: int) -> list[str]:
    """`text` in at most six lines of `width` pixels, broken at spaces where it has any; the last ends in … when cut."""
    lines, line = list[str](), ""
    for word in _drawable(text)[:MOST_LETTERS].split():
        longer = f"{line} {word}".strip()
        if _width(font, longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while _width(font, line, size) > width and len(line) > 1:
            cut = max(1, len(line) * width // _width(font, line, size) - 1)
            lines.append(line[:cut])
            line = line[cut:]
    lines.append(line)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1].rstrip(' .,')}…"]
    return lines


def _width(font: cv2.FontFace, text: str, size: int) -> int:
    box = cv2.getTextSize((1, 1), text, (0, 0), font, size)
    return int(box[0] + box[2])


def _drawable(text: str) -> str:
    """One line without control and direction marks, composed, so that no letter is drawn as a box."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C")
