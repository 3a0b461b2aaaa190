"""The tables of project.db and account.db: columns, named constraints, indexes and the triggers that guard the ledger.

Times are ISO 8601 text in UTC, money whole micro-dollars, enums their own words. Columns of `shot` below the line
"kept" repeat what follows from other tables, so that the board is one SELECT; whoever changes the one changes the
other in the same transaction.
"""

from sqlalchemy import DDL, CheckConstraint, ForeignKeyConstraint, Index, MetaData, UniqueConstraint, event, text
from sqlalchemy.orm import declared_attr, registry
from sqlmodel import Field, SQLModel


class _Table(SQLModel):
    """A row class `ShotRow` is the table `shot`."""

    @declared_attr  # pyright: ignore[reportArgumentType] -- SQLModel declares it the same way
    def __tablename__(cls) -> str:  # noqa: N805  # pyright: ignore[reportIncompatibleVariableOverride]
        return cls.__name__.removesuffix("Row").lower()


class ProjectTable(_Table, registry=registry(metadata=MetaData())):
    """What the tables of project.db share: their own metadata."""


class AccountTable(_Table, registry=registry(metadata=MetaData())):
    """What the tables of account.db share: their own metadata."""


class ProjectRow(ProjectTable, table=True):
    """The one row that says what the project is about."""

    id: str = Field(primary_key=True)
    name: str
    rate: str
    aspect: str
    scheme: str
    style: str
    created_at: str
    created_by: str


class SceneRow(ProjectTable, table=True):
    """`withdrawn` is a scene whose making was undone."""

    __table_args__ = (Index("ix_scene_rank", "rank"),)
    id: str = Field(primary_key=True)
    number: str
    slugline: str
    rank: str
    withdrawn: bool = False
    created_at: str
    created_by: str


class ShotRow(ProjectTable, table=True):
    """Rows are never removed, so a code that was given stays given: `binned_at` is the bin, `withdrawn` an undone
    making.
    """

    __table_args__ = (
        ForeignKeyConstraint(["scene_id"], ["scene.id"], name="fk_shot_scene"),
        UniqueConstraint("code", name="uq_shot_code"),
        CheckConstraint("frames > 0", name="ck_shot_frames"),
        Index("ix_shot_scene_rank", "scene_id", "rank"),
        # Few shots have work or lie in the bin; indexes of those few let the board find them without reading the rest.
        Index("ix_shot_work", "work_job_id", sqlite_where=text("work_job_id IS NOT NULL")),
        Index("ix_shot_binned", "binned_at", sqlite_where=text("binned_at IS NOT NULL")),
    )
    id: str = Field(primary_key=True)
    scene_id: str
    code: str
    rank: str
    action: str
    dialogue: str
    notes: str
    size: str | None
    angle: str | None
    lens_mm: float | None
    move: str | None
    height_m: float | None
    pitch_deg: float | None
    roll_deg: float | None
    time_of_day: str | None
    weather: str | None
    frames: int
    on_hold: bool
    omitted: bool
    approved: bool
    pick_id: str | None
    binned_at: str | None
    withdrawn: bool
    created_at: str
    created_by: str
    # kept
    camera_line: str = ""
    take_count: int = 0
    best_tier: int | None = None
    pick_number: int | None = None
    shown_id: str | None = None
    shown_number: int | None = None
    shown_mark: str | None = None
    shown_stars: int = 0
    shown_missing: bool = False
    spend_micros: int = 0
    reference_count: int = 0
    delivery: str = ""
    delivery_sha256: str = ""
    work_job_id: str | None = None


class ReferenceRow(ProjectTable, table=True):
    """`withdrawn` is a reference that was taken off its shot; the file stays."""

    __table_args__ = (
        ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_reference_shot"),
        Index("ix_reference_shot", "shot_id"),
    )
    id: str = Field(primary_key=True)
    shot_id: str
    role: str
    name: str
    file: str
    sha256: str
    withdrawn: bool
    created_at: str
    created_by: str


class JobRow(ProjectTable, table=True):
    """One wish for one take."""

    __table_args__ = (
        ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_job_shot"),
        Index("ix_job_state_place", "state", "place"),
        Index("ix_job_shot", "shot_id"),
    )
    id: str = Field(primary_key=True)
    shot_id: str
    tier: int
    model_id: str
    state: str
    place: str
    request: bytes
    asked_at: str
    asked_by: str
    parent_id: str | None
    take_id: str | None
    finished_at: str | None
    problem: str
    cancel_wanted: bool


class AttemptRow(ProjectTable, table=True):
    """One submit. The nonce and the provider's own id are each good for one attempt only."""

    __table_args__ = (
        ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_attempt_job"),
        UniqueConstraint("nonce", name="uq_attempt_nonce"),
        UniqueConstraint("provider", "account_fp", "remote_id", name="uq_attempt_remote"),
        Index("ix_attempt_job", "job_id"),
    )
    id: str = Field(primary_key=True)
    job_id: str
    provider: str
    base_url: str
    account_fp: str
    model_id: str
    adapter_version: str
    price_revision: str
    request: bytes
    request_sha256: str
    nonce: int
    quote_micros: int
    state: str
    remote_id: str | None
    submitted_at: str | None
    first_progress_at: str | None
    done_at: str | None
    error_class: str
    error_text: str


class TakeRow(ProjectTable, table=True):
    """One finished clip; `request` are the frozen bytes that made it, empty for an import."""

    __table_args__ = (
        ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_take_shot"),
        ForeignKeyConstraint(["parent_id"], ["take.id"], name="fk_take_parent"),
        ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_take_job"),
        ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_take_attempt"),
        UniqueConstraint("shot_id", "number", name="uq_take_number"),
        CheckConstraint("number > 0", name="ck_take_number"),
        CheckConstraint("stars BETWEEN 0 AND 5", name="ck_take_stars"),
        Index("ix_take_sha256", "sha256"),
    )
    id: str = Field(primary_key=True)
    shot_id: str
    number: int
    tier: int
    source: str
    model_id: str
    model_label: str
    file: str
    sha256: str
    size_bytes: int
    width: int
    height: int
    rate: str
    frames: int
    cost_micros: int
    asked_at: str
    sent_at: str | None
    first_progress_at: str | None
    done_at: str | None
    landed_at: str | None
    made_by: str
    parent_id: str | None
    job_id: str | None
    attempt_id: str | None
    request: bytes
    seed: int | None
    stars: int
    rejected: bool
    missing: bool
    damaged: bool


class PosterRow(ProjectTable, table=True):
    """The take's first look: a JPEG whose long side is at most 640."""

    __table_args__ = (ForeignKeyConstraint(["take_id"], ["take.id"], name="fk_poster_take"),)
    take_id: str = Field(primary_key=True)
    jpeg: bytes


class LedgerRow(ProjectTable, table=True):
    """One money entry. `seq` counts entries of one kind on one attempt, so that none can be written twice."""

    __table_args__ = (
        ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_ledger_attempt"),
        ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_ledger_shot"),
        UniqueConstraint("attempt_id", "kind", "seq", name="uq_ledger_entry"),
        CheckConstraint("kind IN ('reserve', 'release', 'settle', 'adjust')", name="ck_ledger_kind"),
        Index("ix_ledger_shot", "shot_id", "spent_micros", "reserved_micros"),
    )
    id: int | None = Field(default=None, primary_key=True)
    attempt_id: str
    shot_id: str
    kind: str
    seq: int
    reserved_micros: int
    spent_micros: int
    source: str
    evidence: str
    at: str


class EventRow(ProjectTable, table=True):
    """What somebody did."""

    __table_args__ = (Index("ix_event_kind_at", "kind", "at"), Index("ix_event_shot", "shot_id"))
    id: str = Field(primary_key=True)
    kind: str
    at: str
    by: str
    shot_id: str | None
    take_id: str | None
    detail: str


class TimingRow(AccountTable, table=True):
    """How long a job of a model took, for the usual time on the card."""

    __table_args__ = (Index("ix_timing_model_size", "model_id", "long_side"),)
    id: int | None = Field(default=None, primary_key=True)
    model_id: str
    long_side: int
    frames: int
    seconds: float


LEDGER_GUARDS = tuple(
    f"CREATE TRIGGER ledger_no_{verb.lower()} BEFORE {verb} ON ledger "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    for verb in ("UPDATE", "DELETE")
)

for _guard in LEDGER_GUARDS:
    event.listen(ProjectTable.metadata.tables["ledger"], "after_create", DDL(_guard))
