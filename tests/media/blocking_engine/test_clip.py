"""Clips: the asked frames at the exact rate, a first picture before the file, a clean stop."""

from __future__ import annotations

from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from studio.core.camera import Move, Size
from studio.core.errors import CancelledByUserError
from studio.core.timebase import RATES, Rate
from studio.media.blocking_engine.clip import write_clip
from tests.media.blocking_engine.sets import artist, brief, camera, stage

ON = stage((0.0, 0.0, 1.72), speed=1.0)


def never() -> bool:
    return False


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_a_clip_has_its_frames_its_rate_and_a_key_every_twelfth(tmp_path: Path, rate: Rate) -> None:
    target = tmp_path / "clip.part"
    first: list[bytes] = []
    steps: list[tuple[int, int]] = []

    def on_first(data: bytes) -> None:
        assert not target.exists()
        first.append(data)

    with artist(ON) as drawing:
        write_clip(
            drawing, brief(camera(Size.FS, move=Move.PAN), frames=30, rate=rate, long_side=160), target,
            on_first=on_first, on_progress=lambda done, of: steps.append((done, of)), cancelled=never,
        )  # fmt: skip
    picture = cv2.imdecode(np.frombuffer(first[0], np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    assert picture.shape == (90, 160, 3)
    assert steps == [(done, 30) for done in range(1, 31)]
    with av.open(str(target)) as container:
        stream = container.streams.video[0]
        frames = list(container.decode(stream))
        assert stream.average_rate == rate.fps
        assert (stream.codec_context.name, stream.codec_context.pix_fmt) == ("h264", "yuv420p")
        assert (stream.codec_context.colorspace, stream.codec_context.color_range) == (1, 1)
        assert [index for index, frame in enumerate(frames) if frame.key_frame] == [0, 12, 24]
    assert len(frames) == 30
    data = target.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_a_stopped_clip_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "clip.part"
    told = []
    with artist(ON) as drawing, pytest.raises(CancelledByUserError):
        write_clip(
            drawing, brief(camera(), frames=40, long_side=160), target,
            on_first=told.append, on_progress=lambda done, of: None, cancelled=lambda: True,
        )  # fmt: skip
    assert len(told) == 1
    assert list(tmp_path.iterdir()) == []
