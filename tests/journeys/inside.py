"""Open projects in the test's own process, for stories that need services and no command."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from studio.app import build_projects
from studio.services.workspace import Workspace

T = TypeVar("T")
Act = Callable[[Workspace], Awaitable[T]]


def made(folder: Path, act: Act[T], name: str = "Film") -> tuple[Path, T]:
    """Make a project in `folder`, act in it, let everything come to rest and close it: where it is, what came out."""

    async def story() -> tuple[Path, T]:
        projects = build_projects()
        try:
            workspace = await projects.create(folder, name)
            result = await act(workspace)
            await workspace.settle_down()
            return workspace.folder, result
        finally:
            await projects.aclose()

    return asyncio.run(story())


def opened(project: Path, act: Act[T], *, read_only: bool = False) -> T:
    """Open a project, act in it, let everything come to rest and close it."""

    async def story() -> T:
        projects = build_projects()
        try:
            workspace = await projects.open(project, read_only=read_only)
            result = await act(workspace)
            await workspace.settle_down()
            return result
        finally:
            await projects.aclose()

    return asyncio.run(story())
