"""Dresses the stage: from a staging to clean clay meshes."""

from __future__ import annotations

from studio.media.blocking_engine.dressing.build import build

__all__ = ["build"]
