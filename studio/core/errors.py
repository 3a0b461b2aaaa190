"""Trouble that a person can act on. Everything else is a bug.

StudioError
├── InvalidInputError     what was typed or dropped cannot be used; the text names the field
├── ProjectError          a project folder cannot be opened or written
│   ├── ProjectLockedError    another window or command holds it
│   └── ReadOnlyError         it is open for reading only
├── MediaError            a picture or clip cannot be used
├── RequestError          a model cannot honour a render request; the text names the field
├── CapReachedError       a cap stopped the money before anything was sent
├── ProviderError         a provider refused or failed
│   └── RefusedError      the provider looked at it and said no
└── CancelledByUserError  the person stopped it
"""


class StudioError(Exception):
    """Says what happened and, in `remedy`, what to do about it. Both are plain sentences for a person."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class InvalidInputError(StudioError):
    """What was typed or dropped cannot be used."""


class ProjectError(StudioError):
    """A project folder cannot be opened or written."""


class ProjectLockedError(ProjectError):
    """Another window or command holds the project open for writing."""


class ReadOnlyError(ProjectError):
    """The project is open for reading only."""


class MediaError(StudioError):
    """A picture or clip cannot be used."""


class RequestError(StudioError):
    """A model cannot honour a render request."""


class CapReachedError(StudioError):
    """A cap stopped the money; nothing was sent."""


class ProviderError(StudioError):
    """A provider failed."""


class RefusedError(ProviderError):
    """A provider looked at the request and said no."""


class CancelledByUserError(StudioError):
    """The person stopped it."""
