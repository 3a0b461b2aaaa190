"""An inspector on the screen, with pictures for every take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from studio.ui.image_cache import ImageCache
from studio.ui.inspector import Inspector
from studio.ui.theme import Theme
from tests.ui.inspector.made import OFFERS, load, start
from tests.ui.widgets.dress import theme

__all__ = ["theme"]


@pytest.fixture
def inspector(qtbot: QtBot, theme: Theme) -> Iterator[Inspector]:
    """As high as in a window of 1440 × 900."""
    images, references = ImageCache(load, start), ImageCache(load, start)
    made = Inspector(theme, images, references)
    qtbot.addWidget(made)
    made.set_foot(OFFERS)
    made.resize(336, 836)
    made.show()
    qtbot.waitExposed(made)
    yield made
    images.close()
    references.close()


@pytest.fixture
def edits(inspector: Inspector) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    inspector.edited.connect(said.append)
    return said
