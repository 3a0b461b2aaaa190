"""The application as it is dressed in earnest, for tests of single widgets."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from studio.ui import style
from studio.ui.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The dark theme, applied."""
    dark = Theme.of("dark")
    style.apply(qapp, dark)
    return dark
