"""Editing: everything that a person does to a project, each call one step that can be undone."""

from __future__ import annotations

from studio.services.editing.choosing import Choosing
from studio.services.editing.fields import Fields
from studio.services.editing.making import Making

__all__ = ["Editing"]


class Editing(Fields, Making, Choosing):
    """Edits of one project. Each raises ReadOnlyError or ProjectError where nothing can be written, then nothing
    changed.
    """
