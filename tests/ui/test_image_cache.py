"""The picture cache: batches, sizes, pictures that are not there, and what it lets go of."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator, Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from studio.core.errors import MediaError
from studio.ui import image_cache
from studio.ui.image_cache import ImageCache, decode


def jpeg(width: int, height: int, colour: str = "teal") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


class Shelf:
    """Pictures by key, and a record of what was fetched at once."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.pictures = pictures
        self.fetched: list[tuple[str, ...]] = []
        self.reported: list[BaseException] = []
        self.broken = False

    async def load(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        self.fetched.append(tuple(keys))
        if self.broken:
            raise MediaError("The drive is gone.")
        return {key: self.pictures[key] for key in keys if key in self.pictures}

    def start(self, coroutine: Coroutine[Any, Any, object], doing: str) -> None:
        try:
            coroutine.send(None)
        except StopIteration:
            return
        except MediaError as error:
            self.reported.append(error)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf({"wide": jpeg(640, 360), "tall": jpeg(200, 640), "bad": b"\xff\xd8 no picture"})


@pytest.fixture
def cache(qtbot: QtBot, shelf: Shelf) -> Iterator[ImageCache]:
    made = ImageCache(shelf.load, shelf.start)
    yield made
    made.close()


def test_a_picture_comes_scaled_and_stays(qtbot: QtBot, cache: ImageCache, shelf: Shelf) -> None:
    assert cache.ask("wide", 272, 153) is None
    qtbot.waitUntil(lambda: cache.ask("wide", 272, 153) is not None)
    found = cache.ask("wide", 272, 153)
    assert found is not None
    assert (found.width(), found.height()) == (272, 153)
    assert shelf.fetched == [("wide",)]


def test_another_size_needs_no_second_fetch(qtbot: QtBot, cache: ImageCache, shelf: Shelf) -> None:
    qtbot.waitUntil(lambda: cache.ask("wide", 272) is not None)
    qtbot.waitUntil(lambda: cache.ask("wide", 400) is not None)
    assert len(shelf.fetched) == 1


def test_a_tall_picture_fits_into_a_wide_box(qtbot: QtBot, cache: ImageCache) -> None:
    qtbot.waitUntil(lambda: cache.ask("tall", 272, 153) is not None)
    found = cache.ask("tall", 272, 153)
    assert found is not None
    assert (found.width(), found.height()) == (47, 153)


def test_pictures_asked_in_one_turn_are_fetched_together(qtbot: QtBot, cache: ImageCache, shelf: Shelf) -> None:
    for key in ("wide", "tall"):
        cache.ask(key, 100)
    qtbot.waitUntil(lambda: all(cache.ask(key, 100) is not None for key in ("wide", "tall")))
    assert [set(keys) for keys in shelf.fetched] == [{"wide", "tall"}]


@pytest.mark.parametrize("key", ["nowhere", "bad"])
def test_what_cannot_be_had_is_told_once_and_not_asked_for_again(
    qtbot: QtBot, cache: ImageCache, shelf: Shelf, key: str
) -> None:
    with qtbot.waitSignal(cache.ready) as told:
        cache.ask(key, 100)
    assert told.args == [key]
    assert cache.lacks(key)
    cache.ask(key, 100)
    qtbot.wait(20)
    assert len(shelf.fetched) == 1


def test_a_failed_fetch_is_reported_and_nobody_waits_for_ever(qtbot: QtBot, cache: ImageCache, shelf: Shelf) -> None:
    shelf.broken = True
    with qtbot.waitSignal(cache.ready):
        cache.ask("wide", 100)
    assert [str(error) for error in shelf.reported] == ["The drive is gone."]
    shelf.broken = False
    cache.forget(["wide"])
    qtbot.waitUntil(lambda: cache.ask("wide", 100) is not None)


def test_a_picture_that_changed_is_fetched_anew(qtbot: QtBot, cache: ImageCache, shelf: Shelf) -> None:
    qtbot.waitUntil(lambda: cache.ask("wide", 100) is not None)
    shelf.pictures = {"wide": jpeg(640, 360, "red")}
    cache.forget(["wide"])
    qtbot.waitUntil(lambda: cache.ask("wide", 100) is not None)
    found = cache.ask("wide", 100)
    assert found is not None
    assert found.toImage().pixelColor(50, 20).red() > 200


def test_it_keeps_within_its_memory(qtbot: QtBot, cache: ImageCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_cache, "PIXMAP_BYTES", 3 * 100 * 56 * 4)
    for width in (100, 99, 98, 97, 96):
        qtbot.waitUntil(lambda width=width: cache.ask("wide", width) is not None)
    assert cache.ask("wide", 100) is None
    assert cache.ask("wide", 96) is not None


def test_decoding_never_enlarges() -> None:
    image = decode(jpeg(64, 36), 640, 360)
    assert (image.width(), image.height()) == (64, 36)
    assert decode(b"no picture").isNull()
