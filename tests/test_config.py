"""Settings: what is saved comes back, and no file on disk can stop the program."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.config import FILE_NAME, MOST_RECENT, THEMES, Settings, load_settings, os_person, save_settings
from studio.core.errors import StudioError
from studio.core.toml_text import toml_text

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SETTINGS = st.builds(
    Settings,
    person=TEXT.map(str.strip).filter(bool),
    theme=st.sampled_from(THEMES),
    scale=st.floats(0.5, 4),
    reduced_motion=st.booleans(),
    recent=st.lists(TEXT, max_size=MOST_RECENT).map(tuple),
    project_folder=TEXT,
    window_geometry=st.binary(max_size=40),
    whats_new_seen=TEXT,
    hints_seen=st.lists(TEXT, max_size=4).map(tuple),
    tier_models=st.dictionaries(TEXT, TEXT, max_size=3),
)


def written(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / FILE_NAME
    file.write_text(text, encoding="utf-8")
    return file


@given(settings=SETTINGS)
def test_what_is_saved_comes_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("settings")
    save_settings(folder, settings)
    loaded = load_settings(folder)
    assert replace(loaded.settings, unknown={}) == settings
    assert loaded.notice == ""


def test_without_a_file_the_usual_ones_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "nowhere").settings == Settings(person=os_person())
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_is_made_and_no_part_left(tmp_path: Path) -> None:
    save_settings(tmp_path / "a" / "b", Settings(person="Mara"))
    assert [file.name for file in (tmp_path / "a" / "b").iterdir()] == [FILE_NAME]


def test_what_a_newer_version_wrote_survives_a_save(tmp_path: Path) -> None:
    written(
        tmp_path, 'schema = 7\nperson = "Mara"\nfog = [1, 2]\nsince = 2026-01-02T03:04:05Z\n\n[desk]\nlamps = 2.5\n'
    )
    save_settings(tmp_path, replace(load_settings(tmp_path).settings, theme="light"))
    table = tomllib.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))
    assert table["schema"] == 7
    assert table["fog"] == [1, 2]
    assert table["since"] == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert table["desk"] == {"lamps": 2.5}
    assert (table["person"], table["theme"]) == ("Mara", "light")


@pytest.mark.parametrize("damage", [b"theme = ", b"\xff\xfe\x00", b"a" * 10_000, b"[" * 20_000])
def test_a_damaged_file_is_set_aside_and_kept(tmp_path: Path, damage: bytes) -> None:
    for name in (f"{FILE_NAME}.broken", f"{FILE_NAME}.broken2"):
        (tmp_path / FILE_NAME).write_bytes(damage)
        loaded = load_settings(tmp_path)
        assert loaded.settings == Settings(person=os_person())
        assert name in loaded.notice
        assert (tmp_path / name).read_bytes() == damage
        assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        "scale = 90.0",
        "scale = nan",
        "scale = true",
        "reduced_motion = 1",
        'recent = "one"',
        "recent = [1]",
        'window_geometry = "?"',
        "tier_models = 3",
        'schema = "one"',
    ],
)
def test_one_wrong_value_costs_that_value_alone(tmp_path: Path, line: str) -> None:
    written(tmp_path, f'person = "Mara"\n{line}\n')
    loaded = load_settings(tmp_path)
    assert loaded.settings.person == "Mara"
    assert replace(loaded.settings, person=os_person(), unknown={}) == Settings(person=os_person())
    assert line.partition(" ")[0] in loaded.notice


def test_recent_projects_are_few_and_newest_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(20):
        settings = settings.with_recent(tmp_path / str(number))
    settings = settings.with_recent(tmp_path / "15").without_recent(tmp_path / "18")
    assert len(settings.recent) == MOST_RECENT - 1
    assert settings.recent[:2] == (str(tmp_path / "15"), str(tmp_path / "19"))


def test_a_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("here first")
    with pytest.raises(StudioError, match="cannot be written"):
        save_settings(tmp_path / "taken", Settings())
    assert load_settings(tmp_path / "taken").settings == Settings(person=os_person())


def test_a_save_that_fails_half_way_leaves_the_old_settings(tmp_path: Path) -> None:
    save_settings(tmp_path, Settings(person="Mara"))
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(TypeError):
        save_settings(tmp_path, Settings(person="Mara", unknown={"nothing": None}))
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [FILE_NAME]


TOML = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | TEXT
    | st.datetimes()
    | st.dates()
    | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(TEXT, TOML, max_size=5))
def test_toml_reads_back_what_was_written(table: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(table)) == table
