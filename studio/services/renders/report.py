"""What became of a job, for whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.ids import JobId
from studio.core.job import AttemptState, JobState
from studio.core.money import MICROS, Money

WORDS = {
    JobState.QUEUED: "queued",
    JobState.ACTIVE: "under way",
    JobState.LANDED: "landed",
    JobState.REFUSED: "refused",
    JobState.FAILED: "failed",
    JobState.CANCELLED: "cancelled",
}


@dataclass(frozen=True, slots=True)
class JobReport:
    """A job as the shell reports it. `take` is the take's number where it landed."""

    job_id: JobId
    code: str
    state: JobState
    attempt_state: AttemptState | None
    take: int | None
    spent: Money
    problem: str

    def sentence(self) -> str:
        """One line for a person."""
        if self.state is JobState.LANDED:
            return f"{self.code} take {self.take} landed, {self.spent}"
        tail = f": {self.problem}" if self.problem else ""
        return f"{self.code} {WORDS[self.state]}{tail}"

    def fields(self) -> dict[str, object]:
        """The fields that `--json` prints."""
        return {
            "shot": self.code,
            "job": self.job_id,
            "state": str(self.state),
            "take": self.take,
            "cost_usd": f"{self.spent.micros // MICROS}.{self.spent.micros % MICROS:06}",
            "problem": self.problem,
        }
