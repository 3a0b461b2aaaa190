"""The first schema of account.db."""

import sqlalchemy as sa
from alembic import op

revision = "account_1"
down_revision = None


def upgrade() -> None:
    """Makes every table."""
    op.create_table(
        "timing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("model_id", sa.String(), nullable=False),
        sa.Column("long_side", sa.Integer(), nullable=False),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_timing_model_size", "timing", ["model_id", "long_side"], unique=False)
