"""What people drop, type and break: a sentence that says what and what to do, and nothing is lost."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.board import Card
from studio.core.errors import MediaError, ProjectError, StudioError
from studio.core.ids import ShotId, TakeId
from studio.core.take import Take
from studio.services.workspace import Workspace
from tests.journeys.inside import made, opened
from tests.media import clips


async def _shot(workspace: Workspace, slugline: str = "EXT. PIER - DUSK") -> ShotId:
    return await workspace.editing.add_shot(await workspace.editing.add_scene(slugline), None, "A man stands.")


async def _imported(workspace: Workspace, *files: Path) -> tuple[Take, ...]:
    shot = await _shot(workspace)
    await workspace.importing.clips(shot, files)
    return (await workspace.board.detail(shot)).takes


def test_clips_of_every_odd_shape_become_takes_that_play(tmp_path: Path) -> None:
    files = (
        clips.clip(tmp_path / "turned.mp4", frames=6, rotation=90),
        clips.clip(tmp_path / "odd.mp4", frames=6, size=(191, 107)),
        clips.clip(tmp_path / "variable.mp4", frames=6, times=[0, 40, 90, 300, 310, 500]),
        clips.clip(tmp_path / "with-sound.mov", frames=6, audio=True),
        clips.clip(tmp_path / "wide-pixels.mp4", frames=6, shape=Fraction(2)),
    )
    project, takes = made(tmp_path, lambda workspace: _imported(workspace, *files))
    assert [(one.width, one.height) for one in takes] == [(108, 192), (191, 107), (192, 108), (192, 108), (384, 108)]
    assert [one.source for one in takes] == ["imported"] * 5
    assert [one.model_label for one in takes] == [one.name for one in files]

    async def everything(workspace: Workspace) -> list[bool]:
        posters = await workspace.board.posters([one.id for one in takes])
        return [
            len(posters) == 5,
            all([await workspace.board.filmstrip(one.id) for one in takes]),
            all([await workspace.board.proxy(one.id) for one in takes]),
            not any(one.damaged for one in (await workspace.board.detail(takes[0].shot_id)).takes),
        ]

    assert opened(project, everything) == [True] * 4
    assert all(one.is_file() for one in files), "an original stays where it was"


BAD_CLIPS: dict[str, Callable[[Path], Path]] = {
    "sound alone": lambda folder: clips.audio_only(folder / "sound.mp4"),
    "cut short": lambda folder: clips.truncated(clips.clip(folder / "whole.mp4"), folder / "cut.mp4"),
    "noise": lambda folder: clips.garbage(folder / "noise.mp4"),
    "noise in boxes": lambda folder: clips.garbage_after_magic(folder / "boxes.mp4"),
    "a playlist that asks for other files": lambda folder: clips.playlist(folder / "list.mp4", folder / "secret"),
    "a picture": lambda folder: clips.picture(folder / "still.png").rename(folder / "still.mp4"),
    "a folder": lambda folder: _folder(folder / "folder.mp4"),
    "nothing": lambda folder: folder / "gone.mp4",
}


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_a_clip_that_is_none_is_refused_by_name_and_the_good_ones_before_it_stay(tmp_path: Path) -> None:
    good = clips.clip(tmp_path / "good.mp4", frames=6)

    async def story(workspace: Workspace) -> None:
        shot = await _shot(workspace)
        told: list[TakeId] = []
        workspace.changes.subscribe(lambda change: told.extend(change.takes))
        for name, make in BAD_CLIPS.items():
            folder = tmp_path / name
            folder.mkdir()
            file = make(folder)
            with pytest.raises(MediaError) as trouble:
                await workspace.importing.clips(shot, [good, file])
            assert file.name in str(trouble.value), name
            assert trouble.value.remedy, name
        takes = (await workspace.board.detail(shot)).takes
        assert [one.number for one in takes] == list(range(1, len(BAD_CLIPS) + 1))
        assert {one.id for one in takes} <= set(told)

    project, _ = made(tmp_path, story)
    assert len([one for one in (project / "media").rglob("*.mp4") if ".proxy" not in one.name]) == 1
    assert list((project / "media").rglob("*.part")) == []


BAD_PICTURES: dict[str, Callable[[Path], Path]] = {
    "a bomb": lambda folder: clips.huge_png(folder / "bomb.png"),
    "noise": lambda folder: clips.garbage(folder / "noise.png"),
    "empty": lambda folder: _written(folder / "empty.jpg", b""),
    "cut short": lambda folder: _cut(clips.picture(folder / "cut.jpg")),
    "a script": lambda folder: _written(folder / "page.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "nothing": lambda folder: folder / "gone.png",
}


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _cut(path: Path) -> Path:
    return _written(path, path.read_bytes()[:-200])


def test_pictures_that_are_none_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    good = clips.picture(tmp_path / "good.png")

    async def story(workspace: Workspace) -> None:
        shot = await _shot(workspace)
        before = await workspace.board.read()
        for name, make in BAD_PICTURES.items():
            folder = tmp_path / name
            folder.mkdir()
            file = make(folder)
            with pytest.raises(MediaError) as trouble:
                await workspace.references.add(shot, [good, file])
            assert file.name in str(trouble.value), name
            with pytest.raises(MediaError):
                await workspace.importing.pictures([good, file], before.scenes[0].id)
        with pytest.raises(MediaError):
            await workspace.references.paste(shot, b"no picture at all")
        assert await workspace.board.read() == before
        await workspace.references.paste(shot, good.read_bytes())
        assert len((await workspace.board.detail(shot)).references) == 1

    project, _ = made(tmp_path, story)
    assert list(project.rglob("*.pasted.png")) == []


def test_names_from_everywhere_give_files_that_every_system_takes(tmp_path: Path) -> None:
    names = ("a/b\\c", "..", "CON", "🎬 Épisode «Ü»", "\u202egnp.exe", "x" * 300, "Фильм", "nul.mp4")
    file = clips.clip(tmp_path / "clip.mp4", frames=6)

    async def story(workspace: Workspace) -> list[Path]:
        shot = await _shot(workspace, "INT. ../../ETC/PASSWD - NIGHT 🌙")
        (take,) = await workspace.importing.clips(shot, [file])
        await workspace.editing.pick(take)
        (pick,) = await workspace.delivery.deliver([shot])
        return [pick, (await workspace.delivery.prepare([take]))[take]]

    for number, name in enumerate(names):
        place = tmp_path / str(number)
        place.mkdir()
        project, delivered = made(place, story, name)
        assert project.parent == place
        for one in delivered:
            assert one.parent == project / "delivery"
            assert one.name.isascii()
            assert len(one.name) <= 120
            assert one.name.split(".")[0].lower() not in ("con", "nul", "aux")
            assert one.read_bytes() == file.read_bytes()
        assert opened(project, _name) == name


async def _name(workspace: Workspace) -> str:
    return workspace.project.name


def test_a_file_whose_name_is_no_text_can_be_brought_in(tmp_path: Path) -> None:
    file = Path(str(tmp_path / "caf\udce9.mp4"))
    try:
        clips.clip(tmp_path / "plain.mp4", frames=6).rename(file)
    except (OSError, UnicodeError):
        pytest.skip("this disk takes only Unicode names")
    _, (take,) = made(tmp_path, lambda workspace: _imported(workspace, file))
    assert take.model_label == "caf?.mp4"


def test_two_shots_whose_names_fall_together_get_a_file_each(tmp_path: Path) -> None:
    first, second = (clips.clip(tmp_path / f"{at}.mp4", frames=6 + at) for at in range(2))

    async def story(workspace: Workspace) -> list[bytes]:
        shots = [await _shot(workspace), await _shot(workspace)]
        await workspace.editing.set_project(name="X" * 300)
        for shot, file in zip(shots, (first, second), strict=True):
            (take,) = await workspace.importing.clips(shot, [file])
            await workspace.editing.pick(take)
        files = await workspace.delivery.deliver(shots)
        assert len({one.name.casefold() for one in files}) == 2
        return [one.read_bytes() for one in files]

    _, contents = made(tmp_path, story)
    assert contents == [first.read_bytes(), second.read_bytes()]


def test_a_missing_clip_is_said_on_its_card_and_an_altered_one_is_set_aside(tmp_path: Path) -> None:
    files = [clips.clip(tmp_path / f"{at}.mp4", frames=6 + at) for at in range(3)]

    async def bring_in(workspace: Workspace) -> list[Take]:
        return [(await _imported(workspace, file))[0] for file in files]

    project, (gone, altered, whole) = made(tmp_path, bring_in)
    (project / gone.file).rename(tmp_path / "put-away.mp4")
    with (project / altered.file).open("r+b") as file:
        file.seek(-40, 2)
        file.write(b"editors write into their media, so this happens")

    async def check(workspace: Workspace) -> tuple[tuple[str, ...], list[Card]]:
        report = await workspace.checking.run(lambda _done, _all: None)
        again = await workspace.checking.run(lambda _done, _all: None)
        assert len(again.problems) == len(report.problems)
        return report.problems, list((await workspace.board.read()).cards)

    problems, cards = opened(project, check)
    assert [one.split(":")[0] for one in problems] == ["0010 take 1", "0020 take 1"]
    assert "is not there" in problems[0]
    assert "now lies in bad/" in problems[1]
    assert [card.missing for card in cards] == [True, True, False]
    assert [one.name for one in (project / "bad").iterdir()] == [Path(altered.file).name]
    assert (project / whole.file).is_file()

    (tmp_path / "put-away.mp4").rename(project / gone.file)
    _, cards = opened(project, check)
    assert [card.missing for card in cards] == [False, True, False]


def test_a_missing_clip_is_noticed_by_delivery_without_harm(tmp_path: Path) -> None:
    file = clips.clip(tmp_path / "a.mp4", frames=6)
    project, (take,) = made(tmp_path, lambda workspace: _imported(workspace, file))
    (project / take.file).unlink()

    async def story(workspace: Workspace) -> str:
        assert await workspace.delivery.prepare([take.id]) == {}
        await workspace.editing.pick(take.id)
        with pytest.raises(MediaError):
            await workspace.delivery.deliver([take.shot_id])
        return workspace.delivery.problem

    assert "cannot be read" in opened(project, story)
    assert list((project / "delivery").iterdir()) == []


def test_a_delivered_file_that_was_taken_away_is_there_again_after_opening(tmp_path: Path) -> None:
    file = clips.clip(tmp_path / "a.mp4", frames=6)

    async def story(workspace: Workspace) -> None:
        (take,) = await _imported(workspace, file)
        await workspace.editing.pick(take.id)

    project, _ = made(tmp_path, story)
    (delivered,) = (project / "delivery").iterdir()
    delivered.unlink()
    opened(project, _nothing)
    assert delivered.read_bytes() == file.read_bytes()


def test_a_filmstrip_is_made_again_when_its_file_is_lost_or_broken(tmp_path: Path) -> None:
    file = clips.clip(tmp_path / "a.mp4", frames=6)
    project, (take,) = made(tmp_path, lambda workspace: _imported(workspace, file))
    proxy = next(project.glob("media/*/*.proxy.mp4"))
    for spoil in (Path.unlink, lambda path: path.write_bytes(b"not a database at all" * 50)):
        spoil(project / "previews.db")
        opened(project, _nothing)
        assert opened(project, lambda workspace: workspace.board.filmstrip(take.id))
    proxy.unlink()
    opened(project, _nothing)
    assert proxy.is_file()


async def _nothing(_workspace: Workspace) -> None:
    return None


@pytest.mark.parametrize("spoil", ["cut short", "overwritten", "emptied"])
def test_a_damaged_project_is_left_as_it_is_and_its_last_good_copy_is_named(tmp_path: Path, spoil: str) -> None:
    project, _ = made(tmp_path, _shot)
    opened(project, _nothing)  # makes the day's copy
    database = project / "project.db"
    good = database.read_bytes()
    bad = {"cut short": good[: len(good) // 2], "overwritten": b"?" * len(good), "emptied": b""}[spoil]
    database.write_bytes(bad)
    with pytest.raises(ProjectError) as trouble:
        opened(project, _nothing)
    assert "damaged" in str(trouble.value)
    assert database.read_bytes() == bad
    copy = next((project / "backups").glob("project-*.db"))
    assert str(copy) in str(trouble.value)
    again = tmp_path / "Again.shotboard"
    again.mkdir()
    shutil.copyfile(copy, again / "project.db")
    assert opened(again, _count) == 1


async def _count(workspace: Workspace) -> int:
    return len((await workspace.board.read()).cards)


def test_a_hundred_thousand_letters_are_drafted_and_kept(tmp_path: Path) -> None:
    words = ("Two women run along a pier. <img src=file:///etc/passwd> \u202e{}%s\n" * 2000)[:100_000]

    async def story(workspace: Workspace) -> Take:
        shot = await _shot(workspace)
        await workspace.editing.edit([shot], action=words, frames=6)
        jobs = await workspace.renders.draft([shot])
        assert await asyncio.wait_for(workspace.renders.wait_for(jobs, lambda _done: None), 60) == 0
        detail = await workspace.board.detail(shot)
        assert detail.card.action == words
        assert detail.takes, (await workspace.renders.report(jobs[0])).problem
        return detail.takes[0]

    project, take = made(tmp_path, story)
    assert take.frames == 6
    assert words[:1000].encode()[:40] in take.request
    assert opened(project, _count) == 1


def test_importing_a_script_that_is_none_changes_nothing(tmp_path: Path) -> None:
    picture = clips.picture(tmp_path / "script.png").rename(tmp_path / "script.fountain")
    empty = _written(tmp_path / "empty.txt", b"")

    async def story(workspace: Workspace) -> None:
        before = await workspace.board.read()
        for file in (picture, empty, tmp_path / "gone.txt", tmp_path):
            with pytest.raises(StudioError) as trouble:
                await workspace.importing.script(file)
            assert trouble.value.message
        assert await workspace.board.read() == before

    made(tmp_path, story)
