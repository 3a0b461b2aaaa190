"""The environment that child processes get: without what libraries leaked into it and without secrets.

Importing OpenCV rewrites LD_LIBRARY_PATH so that it ends in an empty element, which a loader reads as "the current
folder".
"""

from __future__ import annotations

from collections.abc import Mapping

SECRET_WORDS = ("KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL")


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """A copy of `environment` that is safe to hand to a program that reads files of strangers or opens a folder."""
    kept = {name: value for name, value in environment.items() if not _dropped(name)}
    folders = [part for part in kept.pop("LD_LIBRARY_PATH", "").split(":") if part and "/cv2/" not in part]
    if folders:
        kept["LD_LIBRARY_PATH"] = ":".join(folders)
    return kept


def _dropped(name: str) -> bool:
    return name.startswith("QT_QPA_") or any(word in name.upper() for word in SECRET_WORDS)
