"""The inspector: one shot or several, their takes, fields and the one next step."""

from studio.ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
