"""Widgets in their dress."""

from tests.ui.widgets.dress import theme

__all__ = ["theme"]
