"""Taking files in: checked first, kept under what they are, strangers' files untouched."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.errors import MediaError
from studio.media.blobs import verify
from studio.media.pictures import picture_from_jpeg, probe_picture
from studio.media.take_in import take_in, take_in_copy
from studio.media.take_in_picture import picture_bytes, take_in_picture
from tests.media import clips


def media_folder(tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    return tmp_path / "media"


def test_a_download_becomes_a_blob_with_facts_and_poster(tmp_path: Path) -> None:
    media = media_folder(tmp_path)
    part = clips.clip(tmp_path / "clip.mp4", size=(1280, 720)).rename(media / "attempt.part")
    taken = take_in(part, media, Fraction(1, 3))

    assert taken.facts.frames == 24
    assert picture_from_jpeg(taken.poster).shape == (360, 640, 3)
    assert clips.number_in(picture_from_jpeg(taken.poster)) == 8
    assert taken.blob.path.endswith(".mp4")
    assert verify(media / taken.blob.path, taken.blob.sha256)
    assert not part.exists()


def test_a_bad_download_stays_where_it_is(tmp_path: Path) -> None:
    media = media_folder(tmp_path)
    part = clips.truncated(clips.clip(tmp_path / "clip.mp4"), media / "attempt.part")
    with pytest.raises(MediaError, match="is incomplete"):
        take_in(part, media, Fraction(0))

    assert [path.name for path in media.rglob("*")] == ["attempt.part"]


def test_a_clip_of_a_stranger_is_kept_under_the_suffix_of_its_content(tmp_path: Path) -> None:
    media = media_folder(tmp_path)
    source = clips.clip(tmp_path / "clip.webm", codec="libvpx-vp9").rename(tmp_path / "Clip.AVI")
    taken = take_in_copy(source, media, Fraction(0))

    assert taken.blob.path.endswith(".webm")
    assert (media / taken.blob.path).read_bytes() == source.read_bytes()


def test_a_picture_is_taken_in_as_it_is_and_shown_as_jpeg(tmp_path: Path) -> None:
    media = media_folder(tmp_path)
    source = clips.picture(tmp_path / "p.png").rename(tmp_path / "p.jpg")
    blob = take_in_picture(source, media)

    assert blob.path.endswith(".png")
    assert probe_picture(media / blob.path).format == "png"
    assert picture_from_jpeg(picture_bytes(media / blob.path, 64)).shape == (36, 64, 3)


def test_an_unreadable_picture_is_not_taken_in(tmp_path: Path) -> None:
    media = media_folder(tmp_path)
    with pytest.raises(MediaError, match="64 megapixels"):
        take_in_picture(clips.huge_png(tmp_path / "p.png"), media)
    with pytest.raises(MediaError, match="is not a picture"):
        take_in_picture(clips.garbage(tmp_path / "q.png"), media)

    assert not list(media.iterdir())
