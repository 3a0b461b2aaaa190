"""Sheets: questions laid over the window, answered without stopping it."""
