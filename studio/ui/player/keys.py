"""The player's keys, by what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = tuple[int, bool]
"""A key, and whether Shift is held."""

KEYS: dict[Key, str] = {
    (Qt.Key.Key_Space, False): "toggle",
    (Qt.Key.Key_J, False): "back",
    (Qt.Key.Key_K, False): "pause",
    (Qt.Key.Key_L, False): "forward",
    (Qt.Key.Key_L, True): "loop",
    (Qt.Key.Key_Left, False): "frame back",
    (Qt.Key.Key_Right, False): "frame on",
    (Qt.Key.Key_Left, True): "second back",
    (Qt.Key.Key_Right, True): "second on",
    (Qt.Key.Key_Home, False): "begin",
    (Qt.Key.Key_End, False): "finish",
    (Qt.Key.Key_F, False): "full screen",
    (Qt.Key.Key_Escape, False): "leave",
}


def key_of(event: QKeyEvent) -> Key:
    """The key of an event; one with Ctrl, Alt or Meta is none of ours and gives a key that is in no table."""
    others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return (-1 if others else event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
