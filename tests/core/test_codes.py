"""Shot codes: fresh for ever, telling where the shot was put in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.codes import CodeBook, next_code
from studio.core.project import CodeScheme


@pytest.mark.parametrize(
    ("used", "before", "after", "code"),
    [
        ([], None, None, "0010"),
        (["0010", "0020"], "0020", None, "0030"),
        (["0010", "0020"], "0010", "0020", "0015"),
        (["0020", "0030"], "0020", "0030", "0025"),
        (["0010"], None, "0010", "0005"),
        (["0020", "0021"], "0020", "0021", "0020A"),
        (["0020", "0020A", "0021"], "0020", "0021", "0020B"),
        (["0010", "9990"], "9990", None, "10000"),
    ],
)
def test_steps(used: list[str], before: str | None, after: str | None, code: str) -> None:
    assert next_code(CodeScheme.STEPS, used, before=before, after=after) == code


@pytest.mark.parametrize(
    ("used", "before", "code"),
    [
        ([], None, "12A"),
        (["12A"], "12A", "12B"),
        (["12A", "12B"], "12A", "12C"),
        ([f"12{letter}" for letter in "ABCDEFGH"], "12H", "12J"),
        ([f"12{letter}" for letter in "ABCDEFGHJKLMN"], "12N", "12P"),
        (["11A"], "11A", "12A"),
    ],
)
def test_letters_of_a_scene(used: list[str], before: str | None, code: str) -> None:
    assert next_code(CodeScheme.LETTERS, used, scene="12", before=before) == code


@given(st.sampled_from(CodeScheme), st.lists(st.integers(0, 1000), max_size=80))
def test_no_code_is_given_twice_wherever_shots_are_put_in_and_taken_away(scheme: CodeScheme, places: list[int]) -> None:
    book, board, given_codes = CodeBook(scheme, []), [], []
    for place in places:
        at = place % (len(board) + 1)
        code = book.give(scene="7", before=board[at - 1] if at else None, after=board[at] if at < len(board) else None)
        given_codes.append(code)
        board.insert(at, code)
        if place % 3 == 0:
            board.pop(place % len(board))  # a code does not come back with its shot gone
    assert len(set(given_codes)) == len(given_codes)
    shape = r"\d{4,}[A-Z]*" if scheme is CodeScheme.STEPS else r"7[A-HJ-NP-Z]+"
    assert all(re.fullmatch(shape, code) for code in given_codes)
