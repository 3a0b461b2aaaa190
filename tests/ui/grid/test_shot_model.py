"""The model behind the board."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from studio.core.ids import ShotId
from studio.core.timebase import Rate
from studio.ui.grid.shot_model import CARD_ROLE, ShotModel
from tests.ui.grid.conftest import NOW, card

SCENES = {"s1": "Scene 1, EXT. PIER"}


def test_it_is_a_sound_model(qtbot: QtBot) -> None:
    model = ShotModel(lambda: NOW)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cards = [card("0010"), card("0020"), card("0030")]
    model.show(cards, Rate(24), SCENES)
    model.replace([replace(cards[1], stars=3)])
    model.show(cards[1:], Rate(24), SCENES)
    model.show([], Rate(24), {})
    assert model.rowCount() == 0


def test_only_cards_that_differ_are_told_of(qtbot: QtBot) -> None:
    model = ShotModel(lambda: NOW)
    cards = [card("0010"), card("0020")]
    model.show(cards, Rate(24), SCENES)
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append(first.row()))
    assert model.replace([replace(cards[0]), replace(cards[1], stars=2), card("9999")]) == [1]
    assert told == [1]
    assert model.index(1).data(CARD_ROLE).stars == 2


def test_it_speaks(qtbot: QtBot) -> None:
    model = ShotModel(lambda: NOW)
    model.show([card("0010", action="Maren runs.")], Rate(24), SCENES)
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("0010, draft, ")
    described = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "Scene 1, EXT. PIER. Maren runs. EWS · eye · 27 mm"
    assert model.row_of(ShotId("shot-0010")) == 0
    assert model.row_of(ShotId("gone")) is None
    assert model.data(QModelIndex()) is None
