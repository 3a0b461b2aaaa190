"""Finding what a command names: projects by folder, shots by code, takes by shot and number."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from studio.cli.program import Program
from studio.core.board import Board, Card
from studio.core.errors import InvalidInputError
from studio.core.ids import ShotId
from studio.core.take import Take
from studio.services.workspace import Workspace


@asynccontextmanager
async def opened(program: Program, folder: Path, *, read_only: bool) -> AsyncIterator[Workspace]:
    """An open project. Raises ProjectError; ProjectLockedError for writing while a window has it."""
    projects = program.projects()
    workspace = await projects.open(folder, read_only=read_only)
    try:
        yield workspace
    finally:
        await projects.aclose()


def cards_of(board: Board, codes: Sequence[str]) -> tuple[Card, ...]:
    """The cards with these codes, in board order. Raises InvalidInputError naming the first unknown one."""
    wanted = {code.upper() for code in codes}
    known = {card.code.upper() for card in board.cards}
    for code in codes:
        if code.upper() not in known:
            raise InvalidInputError(f"There is no shot {code} on the board.", "`shotboard shots PROJECT` lists them.")
    return tuple(card for card in board.cards if card.code.upper() in wanted)


def drawable(board: Board) -> tuple[Card, ...]:
    """The cards that a whole-board command means: all but those on hold and omitted."""
    return tuple(card for card in board.cards if not (card.on_hold or card.omitted))


async def take_of(workspace: Workspace, shot_id: ShotId, code: str, number: int | None) -> Take:
    """A shot's take by its number; without one its pick, else its newest. Raises InvalidInputError."""
    detail = await workspace.board.detail(shot_id)
    if number is None:
        chosen = next((take for take in detail.takes if take.id == detail.card.shown_id), None)
        if chosen is None:
            raise InvalidInputError(f"Shot {code} has no take yet.", f"Draft it first: shotboard draft PROJECT {code}")
        return chosen
    for take in detail.takes:
        if take.number == number:
            return take
    raise InvalidInputError(f"Shot {code} has no take {number}.", "`shotboard takes PROJECT SHOT` lists them.")
