"""The first schema of project.db."""

import sqlalchemy as sa
from alembic import op

revision = "project_1"
down_revision = None


def upgrade() -> None:
    """Makes every table, and guards the ledger against change."""
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("shot_id", sa.String(), nullable=True),
        sa.Column("take_id", sa.String(), nullable=True),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_event_kind_at", "event", ["kind", "at"], unique=False)
    op.create_index("ix_event_shot", "event", ["shot_id"], unique=False)
    op.create_table(
        "project",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rate", sa.String(), nullable=False),
        sa.Column("aspect", sa.String(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("style", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "scene",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("slugline", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_scene_rank", "scene", ["rank"], unique=False)
    op.create_table(
        "shot",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("scene_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("size", sa.String(), nullable=True),
        sa.Column("angle", sa.String(), nullable=True),
        sa.Column("lens_mm", sa.Float(), nullable=True),
        sa.Column("move", sa.String(), nullable=True),
        sa.Column("height_m", sa.Float(), nullable=True),
        sa.Column("pitch_deg", sa.Float(), nullable=True),
        sa.Column("roll_deg", sa.Float(), nullable=True),
        sa.Column("time_of_day", sa.String(), nullable=True),
        sa.Column("weather", sa.String(), nullable=True),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("on_hold", sa.Boolean(), nullable=False),
        sa.Column("omitted", sa.Boolean(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("pick_id", sa.String(), nullable=True),
        sa.Column("binned_at", sa.String(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("camera_line", sa.String(), nullable=False),
        sa.Column("take_count", sa.Integer(), nullable=False),
        sa.Column("best_tier", sa.Integer(), nullable=True),
        sa.Column("pick_number", sa.Integer(), nullable=True),
        sa.Column("shown_id", sa.String(), nullable=True),
        sa.Column("shown_number", sa.Integer(), nullable=True),
        sa.Column("shown_mark", sa.String(), nullable=True),
        sa.Column("shown_stars", sa.Integer(), nullable=False),
        sa.Column("shown_missing", sa.Boolean(), nullable=False),
        sa.Column("spend_micros", sa.Integer(), nullable=False),
        sa.Column("reference_count", sa.Integer(), nullable=False),
        sa.Column("delivery", sa.String(), nullable=False),
        sa.Column("delivery_sha256", sa.String(), nullable=False),
        sa.Column("work_job_id", sa.String(), nullable=True),
        sa.CheckConstraint("frames > 0", name="ck_shot_frames"),
        sa.ForeignKeyConstraint(["scene_id"], ["scene.id"], name="fk_shot_scene"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code", name="uq_shot_code"),
    )
    op.create_index(
        "ix_shot_binned", "shot", ["binned_at"], unique=False, sqlite_where=sa.text("binned_at IS NOT NULL")
    )
    op.create_index("ix_shot_scene_rank", "shot", ["scene_id", "rank"], unique=False)
    op.create_index(
        "ix_shot_work", "shot", ["work_job_id"], unique=False, sqlite_where=sa.text("work_job_id IS NOT NULL")
    )
    op.create_table(
        "job",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("shot_id", sa.String(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("model_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("take_id", sa.String(), nullable=True),
        sa.Column("finished_at", sa.String(), nullable=True),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("cancel_wanted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_job_shot"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_job_shot", "job", ["shot_id"], unique=False)
    op.create_index("ix_job_state_place", "job", ["state", "place"], unique=False)
    op.create_table(
        "reference",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("shot_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_reference_shot"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_reference_shot", "reference", ["shot_id"], unique=False)
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("job_id", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("base_url", sa.String(), nullable=False),
        sa.Column("account_fp", sa.String(), nullable=False),
        sa.Column("model_id", sa.String(), nullable=False),
        sa.Column("adapter_version", sa.String(), nullable=False),
        sa.Column("price_revision", sa.String(), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("request_sha256", sa.String(), nullable=False),
        sa.Column("nonce", sa.Integer(), nullable=False),
        sa.Column("quote_micros", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("remote_id", sa.String(), nullable=True),
        sa.Column("submitted_at", sa.String(), nullable=True),
        sa.Column("first_progress_at", sa.String(), nullable=True),
        sa.Column("done_at", sa.String(), nullable=True),
        sa.Column("error_class", sa.String(), nullable=False),
        sa.Column("error_text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_attempt_job"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("nonce", name="uq_attempt_nonce"),
        sa.UniqueConstraint("provider", "account_fp", "remote_id", name="uq_attempt_remote"),
    )
    op.create_index("ix_attempt_job", "attempt", ["job_id"], unique=False)
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(), nullable=False),
        sa.Column("shot_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("reserved_micros", sa.Integer(), nullable=False),
        sa.Column("spent_micros", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('reserve', 'release', 'settle', 'adjust')", name="ck_ledger_kind"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_ledger_attempt"),
        sa.ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_ledger_shot"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("attempt_id", "kind", "seq", name="uq_ledger_entry"),
    )
    op.create_index("ix_ledger_shot", "ledger", ["shot_id", "spent_micros", "reserved_micros"], unique=False)
    op.create_table(
        "take",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("shot_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("model_id", sa.String(), nullable=False),
        sa.Column("model_label", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("rate", sa.String(), nullable=False),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("cost_micros", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=False),
        sa.Column("sent_at", sa.String(), nullable=True),
        sa.Column("first_progress_at", sa.String(), nullable=True),
        sa.Column("done_at", sa.String(), nullable=True),
        sa.Column("landed_at", sa.String(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.Column("job_id", sa.String(), nullable=True),
        sa.Column("attempt_id", sa.String(), nullable=True),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=True),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Boolean(), nullable=False),
        sa.Column("missing", sa.Boolean(), nullable=False),
        sa.Column("damaged", sa.Boolean(), nullable=False),
        sa.CheckConstraint("number > 0", name="ck_take_number"),
        sa.CheckConstraint("stars BETWEEN 0 AND 5", name="ck_take_stars"),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name="fk_take_attempt"),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name="fk_take_job"),
        sa.ForeignKeyConstraint(["parent_id"], ["take.id"], name="fk_take_parent"),
        sa.ForeignKeyConstraint(["shot_id"], ["shot.id"], name="fk_take_shot"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("shot_id", "number", name="uq_take_number"),
    )
    op.create_index("ix_take_sha256", "take", ["sha256"], unique=False)
    op.create_table(
        "poster",
        sa.Column("take_id", sa.String(), nullable=False),
        sa.Column("jpeg", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["take_id"], ["take.id"], name="fk_poster_take"),
        sa.PrimaryKeyConstraint("take_id"),
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER ledger_no_{verb.lower()} BEFORE {verb} ON ledger "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )
