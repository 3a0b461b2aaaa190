"""The player: exact frames of a take, or of the board in order."""

from studio.ui.player.clips import PlayerClip
from studio.ui.player.player import Player

__all__ = ["Player", "PlayerClip"]
