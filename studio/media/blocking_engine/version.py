"""Which drawing this is: changes whenever equal briefs no longer give equal pictures."""

from __future__ import annotations

DRAW_VERSION = "2"
