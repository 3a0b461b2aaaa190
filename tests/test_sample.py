"""The sample project's sources: the screenplay and its director's sheet go together."""

from __future__ import annotations

import tomllib
from fractions import Fraction

from studio.core.camera import Angle, Move, Size, TimeOfDay, Weather, parse_aspect
from studio.core.tier import Tier, parse_tier
from studio.core.timebase import parse_rate
from studio.exchange.script_file import read_script_file
from studio.paths import resources

FOLDER = resources() / "sample"
SHEET = tomllib.loads((FOLDER / "sample.toml").read_text(encoding="utf-8"))
SCRIPT = read_script_file(FOLDER / SHEET["script"])
FIELDS = {"begins", "size", "angle", "lens", "move", "seconds", "time", "weather", "tier", "pick"}


def test_the_script_is_long_enough_for_a_first_look() -> None:
    assert SCRIPT.shot_count >= 12
    assert len(SCRIPT.scenes) >= 3
    assert SCRIPT.title == SHEET["title"]


def test_every_shot_has_its_line_in_the_sheet() -> None:
    actions = [shot.action for scene in SCRIPT.scenes for shot in scene.shots]
    begins = [row["begins"] for row in SHEET["shot"]]
    assert [action[: len(begin)] for action, begin in zip(actions, begins, strict=True)] == begins


def test_the_sheet_speaks_the_words_of_the_program() -> None:
    parse_aspect(SHEET["aspect"])
    parse_rate(SHEET["fps"])
    for row in SHEET["shot"]:
        assert set(row) <= FIELDS, row
        Size(row.get("size", "WS"))
        Angle(row.get("angle", "Eye"))
        Move(row.get("move", "Static"))
        TimeOfDay(row.get("time", "Day"))
        Weather(row.get("weather", "Clear"))
        assert 0 < Fraction(row["seconds"]) <= 10
        assert 8 <= row.get("lens", 35) <= 300


def test_the_sheet_shows_the_whole_way() -> None:
    promoted = [parse_tier(row["tier"]) for row in SHEET["shot"] if "tier" in row]
    assert promoted.count(Tier.EXPORT) >= 2
    assert promoted.count(Tier.VALIDATION) >= 3
    assert len([row for row in SHEET["shot"] if row.get("pick")]) >= 4
    assert len({row.get("move") for row in SHEET["shot"]}) >= 9
    assert len({row.get("size") for row in SHEET["shot"]}) >= 6
