"""Projects: made, opened, closed, remembered; names of every kind."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from studio.app import build_projects
from studio.core.camera import parse_aspect
from studio.core.errors import InvalidInputError, ProjectError, ProjectLockedError
from studio.core.project import CodeScheme
from studio.core.timebase import Rate
from studio.services.projects import Projects


def with_projects(work: Callable[[Projects], Awaitable[None]]) -> None:
    """`work` on the program's own door to projects, closed behind it."""

    async def run() -> None:
        projects = build_projects()
        try:
            await work(projects)
        finally:
            await projects.aclose()

    asyncio.run(run())


def test_a_project_keeps_what_it_was_made_with(tmp_path: Path) -> None:
    async def work(projects: Projects) -> None:
        rate, aspect = Rate(24000, 1001), parse_aspect("2.39:1")
        made = await projects.create(tmp_path, "Night Pier", rate, aspect, CodeScheme.LETTERS)
        assert made.folder == tmp_path / "Night-Pier.shotboard"
        assert {one.name for one in made.folder.iterdir()} >= {"project.db", "media", "delivery", "backups"}
        project = made.project
        await projects.close(made)
        again = await projects.open(made.folder)
        assert again.project == project
        assert (project.name, project.rate, project.aspect) == ("Night Pier", rate, aspect)
        assert project.scheme is CodeScheme.LETTERS
        assert not again.unclean
        assert projects.recent() == (made.folder,)
        projects.forget(made.folder)
        assert projects.recent() == ()

    with_projects(work)


@pytest.mark.parametrize(
    "name", ["../../etc", "a/b\\c", "CON", "🎬🎬", "\u202egnp.exe", "x" * 400, "...", "Füße; DROP"]
)
def test_any_name_gives_a_folder_inside_the_place_and_stays_the_name(tmp_path: Path, name: str) -> None:
    async def work(projects: Projects) -> None:
        made = await projects.create(tmp_path, name)
        assert made.folder.parent == tmp_path
        assert made.folder.suffix == ".shotboard"
        assert len(made.folder.name) <= 140
        assert made.project.name == name

    with_projects(work)


def test_what_cannot_be_made_or_opened_is_said(tmp_path: Path) -> None:
    async def work(projects: Projects) -> None:
        with pytest.raises(InvalidInputError, match="needs a name"):
            await projects.create(tmp_path, "  ")
        made = await projects.create(tmp_path / "Own.shotboard", "Anything")
        assert made.folder == tmp_path / "Own.shotboard"
        with pytest.raises(ProjectError, match="already there"):
            await projects.create(tmp_path / "Own.shotboard", "Anything")
        with pytest.raises(ProjectLockedError):
            await projects.open(made.folder)
        reading = await projects.open(made.folder, read_only=True)
        assert reading.read_only
        with pytest.raises(ProjectError, match="no project"):
            await projects.open(tmp_path)

    with_projects(work)
