"""Sheets by the keyboard: what leaves, what sends, what holds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.core.camera import Camera
from studio.core.catalogue import ModelSpec, Price, Quote
from studio.core.framings import ten_framings
from studio.core.money import Money
from studio.core.promotion import Promotion
from studio.core.tier import Tier
from studio.ui.sheets.framings import FramingsSheet
from studio.ui.sheets.promote import PromoteSheet
from studio.ui.theme import Theme
from tests.ui.inspector.made import jpeg, take

SENTENCE = "The words of <img src=file:///etc/passwd> stay"


def model(name: str, dollars: str = "0.4") -> ModelSpec:
    price = Price(Decimal(dollars), date(2026, 11, 12), "list")
    seconds = (Decimal(1), Decimal(8))
    return ModelSpec(name, "vendor", name.title(), frozenset({Tier.VALIDATION}), 1280, seconds, 5000, price)


MODELS = (model("one"), model("two"))
PROMOTION = Promotion(
    take(5), MODELS[0], MODELS, (SENTENCE,), ("Sound is added.",), Quote(Money(2_400_000), MODELS[0].price), 130
)


@pytest.fixture
def host(qtbot: QtBot, theme: Theme) -> QWidget:
    """A window with a field and a shortcut behind the sheet."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    window.resize(1440, 900)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    return window


@pytest.fixture
def promote(qtbot: QtBot, theme: Theme, host: QWidget) -> Iterator[PromoteSheet]:
    sheet = PromoteSheet(theme, host, "0020", PROMOTION, jpeg())
    sheet.open()
    yield sheet
    sheet.reject()


@pytest.fixture
def framings(qtbot: QtBot, theme: Theme, host: QWidget) -> Iterator[FramingsSheet]:
    sheet = FramingsSheet(theme, host, "0020", ten_framings(Camera()), Fraction(16, 9))
    sheet.open()
    yield sheet
    sheet.reject()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def results(sheet: PromoteSheet | FramingsSheet) -> list[int]:
    said: list[int] = []
    sheet.finished.connect(said.append)
    return said


def test_enter_sends_from_the_button(qtbot: QtBot, promote: PromoteSheet) -> None:
    said = results(promote)
    assert focused() is promote.render_button
    assert promote.render_button.price == "$2.40"
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert said == [1]
    assert promote.model_id == "one"


def test_enter_anywhere_else_sends_nothing(qtbot: QtBot, promote: PromoteSheet) -> None:
    said = results(promote)
    stops: set[str] = set()
    for _ in range(8):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        stops.add(focused().accessibleName())
        if focused() not in (promote.render_button, promote.not_now) and "Close" not in focused().accessibleName():
            qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(promote, Qt.Key.Key_Return)
    assert said == []
    assert {"Not now", "Render validation, $2.40"} <= stops


def test_escape_leaves_and_gives_the_keyboard_back(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    field = host.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    sheet = PromoteSheet(theme, host, "0020", PROMOTION, None)
    said = results(sheet)
    sheet.open()
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert said == [0]
    assert not sheet.isVisible()
    assert focused() is field


def test_it_holds_the_keyboard(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    pressed: list[str] = []
    for key in ("G", "Ctrl+Return", "Space", "1"):
        QShortcut(QKeySequence(key), host, lambda key=key: pressed.append(key))
    qtbot.keyClick(host, Qt.Key.Key_G)
    sheet = FramingsSheet(theme, host, "0020", ten_framings(Camera()), Fraction(16, 9))
    sheet.open()
    for key in (Qt.Key.Key_G, Qt.Key.Key_Space, Qt.Key.Key_1):
        qtbot.keyClick(focused(), key)
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for _ in range(12):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(focused())
    assert pressed == ["G"]
    assert sheet.isVisible()
    sheet.reject()


def test_another_model_is_asked_for_and_not_paid_at_the_old_price(qtbot: QtBot, promote: PromoteSheet) -> None:
    asked: list[str] = []
    promote.model_chosen.connect(asked.append)
    qtbot.keyClick(promote, Qt.Key.Key_Down)
    assert asked == ["two"]
    assert not promote.render_button.isEnabled()
    promote.show_promotion(replace(PROMOTION, target=MODELS[1], quote=Quote(Money(580_000), MODELS[1].price)))
    assert promote.render_button.isEnabled()
    assert promote.render_button.price == "$0.58"
    assert promote.model_id == "two"


def test_sentences_show_as_words(promote: PromoteSheet) -> None:
    shown = {label.text(): label.textFormat() for label in promote.findChildren(QLabel) if label.text()}
    assert SENTENCE in shown
    assert set(shown.values()) == {Qt.TextFormat.PlainText}


def test_it_covers_its_window_also_when_that_grows(qtbot: QtBot, host: QWidget, promote: PromoteSheet) -> None:
    host.resize(1024, 640)
    assert promote.geometry() == host.rect()
    assert host.rect().contains(promote.panel.geometry())


def test_keys_choose_a_framing(qtbot: QtBot, framings: FramingsSheet) -> None:
    said = results(framings)
    for key, index in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 6),
        (Qt.Key.Key_Down, 6),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_0, 9),
        (Qt.Key.Key_3, 2),
        (Qt.Key.Key_Left, 1),
    ):
        qtbot.keyClick(focused(), key)
        assert framings.chosen.index == index
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert said == [1]
    assert framings.chosen.index == 1


def test_enter_on_not_now_takes_nothing(qtbot: QtBot, framings: FramingsSheet) -> None:
    said = results(framings)
    framings.not_now.setFocus()
    qtbot.keyClick(framings.not_now, Qt.Key.Key_Return)
    assert said == [0]


def test_pictures_come_one_by_one_and_nothing_moves(qtbot: QtBot, framings: FramingsSheet) -> None:
    places = [tile.geometry() for tile in framings._tiles]
    panel = framings.panel.geometry()
    for index in (4, 0, 9):
        framings.set_picture(index, jpeg())
    framings.set_picture(2, b"no picture")
    tile = framings._tiles[9]
    qtbot.waitUntil(lambda: tile.grab().toImage().pixelColor(40, 40).red() > 150, timeout=3000)
    assert framings._tiles[2].grab().toImage().pixelColor(40, 40).red() < 60
    assert [tile.geometry() for tile in framings._tiles] == places
    assert framings.panel.geometry() == panel


@pytest.mark.parametrize("ratio", [Fraction(16, 9), Fraction(9, 16), Fraction(239, 100), Fraction(1)])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1024, 640)])
def test_ten_framings_fit_into_the_window(
    qtbot: QtBot, theme: Theme, host: QWidget, ratio: Fraction, size: tuple[int, int]
) -> None:
    host.resize(*size)
    sheet = FramingsSheet(theme, host, "0020", ten_framings(Camera()), ratio)
    sheet.open()
    qtbot.wait(10)
    assert host.rect().contains(sheet.panel.geometry())
    last, foot = sheet._tiles[-1], sheet.take_button
    assert last.mapTo(sheet, last.rect().bottomLeft()).y() < foot.mapTo(sheet, foot.rect().topLeft()).y()
    sheet.reject()


def test_it_can_be_awaited(qtbot: QtBot, theme: Theme, host: QWidget) -> None:
    from studio.ui.ask import ask

    async def answer() -> bool:
        sheet = PromoteSheet(theme, host, "0020", PROMOTION, None)
        waiting = asyncio.ensure_future(ask(sheet))
        await asyncio.sleep(0)
        sheet.render_button.click()
        return await waiting

    assert asyncio.run(answer())
