"""The player: exact frames of a take, or of the board in order."""
