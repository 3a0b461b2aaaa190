"""A drag with a real pointer on a real X server: what offscreen cannot do."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tests.desktop import Desktop

ROOT = Path(__file__).parents[3]


def test_dragging_a_card_past_others_asks_for_the_move(desktop: Desktop, tmp_path: Path) -> None:
    python = Path(sys.executable).name
    desktop.start(sys.executable, "-m", "tests.ui.grid.lone_board", env={"PYTHONPATH": str(ROOT)})
    log = tmp_path / f"{python}.log"

    def heard(word: str) -> dict[str, object] | None:
        lines = log.read_text().splitlines() if log.exists() else []
        said = [json.loads(line) for line in lines if line.startswith("{")]
        return next((line for line in said if word in line), None)

    cards = desktop.wait_for(lambda: heard("cards"), "the board")["cards"]
    assert isinstance(cards, list)
    (start_x, start_y), (end_x, end_y) = cards[0], cards[4]
    desktop.run("xdotool", "mousemove", str(start_x), str(start_y))
    desktop.run("xdotool", "mousedown", "1")
    for step in range(1, 11):
        x = start_x + (end_x + 60 - start_x) * step // 10
        y = start_y + (end_y - start_y) * step // 10
        desktop.run("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.04)
    desktop.run("xdotool", "mouseup", "1")
    moved = desktop.wait_for(lambda: heard("move"), "the move", 10)
    assert moved == {"move": ["shot-0"], "scene": "scene-0", "before": "shot-5"}
    assert heard("files") == {"files": ["shot-0"]}
