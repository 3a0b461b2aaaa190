"""The private desktop that window tests run on."""

from __future__ import annotations

from tests.desktop import Desktop


def test_a_program_appears_on_it(desktop: Desktop) -> None:
    desktop.start("xev", "-name", "somewhere to look")
    assert desktop.window("somewhere to look").isdigit()
