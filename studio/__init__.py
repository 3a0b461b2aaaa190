"""Shotboard: a storyboard studio that drafts shots in seconds and promotes the ones that won."""

__version__ = "0.1.0"
