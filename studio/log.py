"""The program's log: one rotating file, and no secret ever reaches it.

The redaction sits at the sink, behind the formatter, so that it sees the finished text of a record: message, arguments,
traceback. It takes out the exact secrets it was told (also percent-encoded, in base64, broken over lines) and
whatever looks like a key.
"""

from __future__ import annotations

import base64
import logging
import re
from collections.abc import Iterable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from urllib.parse import quote

from studio.core.errors import StudioError

FILE_NAME = "shotboard.log"
HIDDEN = "[hidden]"
BYTES_A_FILE = 1_000_000
FILES_KEPT = 5
SHORTEST_SECRET = 6

# What follows the first group is the secret; the group says what kind it was and stays.
_LOOKS_LIKE_A_KEY = re.compile(
    r"""(?ix)
      (\b(?:bearer|basic)\s+) [\w.~+/=-]{8,}
    | (\b(?: x-amz-(?:signature|credential|security-token) | x-goog-(?:signature|api-key) | signature | sig | token
           | access_token | refresh_token | api[_-]?key | key | secret | password )["']?\s*[=:]\s*["']?)
      [^\s"'&,;)}\]]{6,}
    | () \b(?: AIza[\w-]{20,} | sk-[\w-]{12,} | key_[\w-]{12,} | (?:r8|gsk|hf)_\w{12,} | xai-[\w-]{12,} )
    | () \b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}:[0-9a-f]{16,}
    """
)
# Between two characters of a secret a wrapped or quoted text may hold a line's end, real or spelled out.
_LINE_END = r"(?:\s*(?:[\r\n]|\\[rn])+\s*)?"


class Redactor:
    """Takes secrets out of a text."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._coats: set[str] = set()
        self._known: re.Pattern[str] | None = None
        for secret in secrets:
            self.learn(secret)

    def learn(self, secret: str) -> None:
        """From now on hide this exact text, in every coat it is likely to wear. Short ones are left to the patterns."""
        if len(secret) < SHORTEST_SECRET:
            return
        raw = secret.encode("utf-8", "surrogatepass")
        coats = {secret, repr(secret)[1:-1], quote(raw), quote(raw, safe="")}
        coats |= {_base64_core(raw, offset, alphabet) for offset in range(3) for alphabet in (b"+/", b"-_")}
        self._coats |= {coat for coat in coats if len(coat) >= SHORTEST_SECRET}
        longest_first = sorted(self._coats, key=len, reverse=True)
        self._known = re.compile("|".join(_LINE_END.join(map(re.escape, coat)) for coat in longest_first))

    def redact(self, text: str) -> str:
        """The text without its secrets."""
        if self._known:
            text = self._known.sub(HIDDEN, text)
        return _LOOKS_LIKE_A_KEY.sub(lambda found: "".join(part or "" for part in found.groups()) + HIDDEN, text)


def _base64_core(raw: bytes, offset: int, alphabet: bytes) -> str:
    """The part of a base64 text that this secret alone decides when `offset` bytes stand before it."""
    text = base64.b64encode(b"\0" * offset + raw, altchars=alphabet).decode().rstrip("=")
    first = (offset * 8 + 5) // 6
    last = (offset + len(raw)) * 8 // 6
    return text[first:last]


class RedactingFormatter(logging.Formatter):
    """The last hand on every record."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        return self._redactor.redact(super().format(record))


def start_log(folder: Path, redactor: Redactor, level: int = logging.INFO) -> logging.Handler:
    """Write the records of `studio` and everything louder than INFO from elsewhere to `folder`/shotboard.log.

    Returns the handler; give it to `stop_log` at the end. Raises StudioError when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE_NAME, "a", BYTES_A_FILE, FILES_KEPT, "utf-8", errors="backslashreplace"
        )
    except OSError as error:
        raise StudioError(
            f"The log cannot be written to {folder} ({error.strerror}).",
            "Give that folder back its write permission, or point SHOTBOARD_HOME at another one.",
        ) from error
    handler.setFormatter(RedactingFormatter(redactor))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("studio").setLevel(level)
    # httpx writes whole addresses, with their keys, at INFO.
    for chatty in ("httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Take the handler away again and close its file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
