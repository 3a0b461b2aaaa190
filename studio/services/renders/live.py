"""What is known of running jobs that is not worth a row: first pictures and frames counted so far."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.ids import JobId


@dataclass(slots=True)
class _Glimpse:
    picture: bytes = b""
    frames_done: int = 0
    frames_all: int = 0


class LiveJobs:
    """Glimpses of running jobs, dropped when they end."""

    def __init__(self) -> None:
        self._glimpses: dict[JobId, _Glimpse] = {}

    def see(self, job_id: JobId, picture: bytes, frames_done: int | None, frames_all: int | None) -> bool:
        """Note a sign of life; True when it brought the first picture."""
        glimpse = self._glimpses.setdefault(job_id, _Glimpse())
        first = bool(picture) and not glimpse.picture
        glimpse.picture = picture or glimpse.picture
        glimpse.frames_done = frames_done if frames_done is not None else glimpse.frames_done
        glimpse.frames_all = frames_all if frames_all is not None else glimpse.frames_all
        return first

    def picture(self, job_id: JobId) -> bytes:
        """The first picture of a running job as JPEG, empty while there is none."""
        glimpse = self._glimpses.get(job_id)
        return glimpse.picture if glimpse else b""

    def frames(self, job_id: JobId) -> tuple[int, int]:
        """Frames made and frames in all, (0, 0) where the provider does not count."""
        glimpse = self._glimpses.get(job_id)
        return (glimpse.frames_done, glimpse.frames_all) if glimpse else (0, 0)

    def forget(self, job_id: JobId) -> None:
        """The job has ended."""
        self._glimpses.pop(job_id, None)
