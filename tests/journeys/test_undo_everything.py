"""Undo takes back what a person did and nothing else: money, jobs and takes are byte-equal afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from studio.core.camera import Move, Size
from studio.core.shot import ReferenceRole
from studio.services.workspace import Workspace
from tests.journeys.inside import made
from tests.media import clips

KEPT = ("ledger", "job", "attempt", "take", "poster")


def test_after_undoing_a_whole_session_money_jobs_and_takes_are_byte_equal(tmp_path: Path) -> None:
    clip, plate = clips.clip(tmp_path / "clip.mp4", frames=6), clips.picture(tmp_path / "plate.png")

    async def session(workspace: Workspace) -> None:
        editing, renders = workspace.editing, workspace.renders
        empty = await workspace.board.read()
        scene = await editing.add_scene("EXT. PIER - DUSK")
        first = await editing.add_shot(scene, None, "A man stands.")
        second = await editing.add_shot(scene, None, "A dog stands.")
        await editing.edit([first, second], frames=6)
        await renders.wait_for(await renders.draft([first, second]), lambda _done: None)
        (take,) = (await workspace.board.detail(first)).takes
        await editing.pick(take.id)
        await editing.edit([first], size=Size.CU, move=Move.PUSH_IN, action="A woman stands.")
        await renders.wait_for(await renders.draft([first], count=2), lambda _done: None)
        await renders.wait_for([await renders.promote(take.id)], lambda _done: None)
        await editing.use_settings(take.id)
        (imported,) = await workspace.importing.clips(second, [clip])
        await editing.pick(imported)
        await editing.rate(imported, 4)
        await workspace.references.add(first, [plate], ReferenceRole.PLATE)
        await editing.duplicate([second])
        await editing.move([second], scene, first)
        await editing.bin([first])
        await editing.set_project(name="Another")
        await workspace.settle_down()

        end, before = await workspace.board.read(), _kept(workspace.folder)
        steps = len(workspace.history.state().names)
        for _ in range(steps):
            assert await workspace.history.undo()
        assert await workspace.history.undo() is None
        undone = await workspace.board.read()
        assert (undone.scenes, undone.cards, undone.project.name) == ((), (), empty.project.name)
        assert _without(_kept(workspace.folder), "stars") == _without(before, "stars")
        assert workspace.store.problems() == []
        for _ in range(steps):
            assert await workspace.history.redo()
        again = await workspace.board.read()
        assert [card.code for card in again.cards] == [card.code for card in end.cards]
        assert [card.pick_id for card in again.cards] == [card.pick_id for card in end.cards]
        assert _kept(workspace.folder) == before

    project, _ = made(tmp_path, session)
    assert len(_kept(project)["take"]) == 6


Rows = dict[str, list[dict[str, object]]]


def _kept(project: Path) -> Rows:
    """Every row of the tables that undo has no business with, read from outside."""
    with closing(sqlite3.connect(f"{(project / 'project.db').as_uri()}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        return {table: [dict(row) for row in database.execute(f"SELECT * FROM {table} ORDER BY 1")] for table in KEPT}


def _without(rows: Rows, column: str) -> Rows:
    """Stars are a person's word about a take, so undo may take them back."""
    return {
        table: [{key: value for key, value in row.items() if key != column} for row in found]
        for table, found in rows.items()
    }
