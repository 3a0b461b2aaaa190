"""The log: what is written, and that no secret is."""

from __future__ import annotations

import base64
import logging
import string
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.errors import StudioError
from studio.log import BYTES_A_FILE, FILE_NAME, FILES_KEPT, HIDDEN, RedactingFormatter, Redactor, start_log, stop_log

CANARY = "canary-7f3a/9c+Zq=Ω"
SECRETS = st.text(string.ascii_letters + string.digits + "-_+/=.~", min_size=8, max_size=60).filter(
    lambda text: text.strip("-_+/=.~") and text not in HIDDEN
)
AROUND = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.fixture
def restored_levels() -> Iterator[None]:
    """The log sets levels of loggers that live as long as the process."""
    loggers = [logging.getLogger(name) for name in (None, "studio", "httpx", "httpcore")]
    levels = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@given(before=AROUND, after=AROUND, secret=SECRETS)
def test_a_known_secret_never_shows(before: str, after: str, secret: str) -> None:
    assert secret not in Redactor([secret]).redact(f"{before}{secret}{after}")


@given(before=st.binary(max_size=7), after=st.binary(max_size=7), secret=SECRETS)
def test_nor_inside_a_base64_text(before: bytes, after: bytes, secret: str) -> None:
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        cleaned = Redactor([secret]).redact(encode(before + secret.encode() + after).decode())
        assert HIDDEN in cleaned
        assert len(cleaned.replace(HIDDEN, "")) <= 2 * (len(before) + len(after)) + 12


@pytest.mark.parametrize(
    "coat",
    [
        CANARY,
        quote(CANARY),
        quote(CANARY, safe=""),
        base64.b64encode(CANARY.encode()).decode(),
        base64.urlsafe_b64encode(b"user:" + CANARY.encode()).decode(),
        CANARY[:7] + "\n" + CANARY[7:],
        CANARY[:7] + "\\n   " + CANARY[7:12] + "\r\n" + CANARY[12:],
    ],
)
def test_the_coats_a_secret_wears(coat: str) -> None:
    cleaned = Redactor([CANARY]).redact(f"https://example.test/v1?a=1&b={coat}&c=2")
    assert HIDDEN in cleaned
    assert "7f3a" not in cleaned
    assert cleaned.startswith("https://example.test/v1?a=1&b=")
    assert cleaned.endswith("&c=2")


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("GET https://example.test/v1?alt=sse&key=abcDEF123456 200", "abcDEF123456"),
        ("x-goog-api-key: Zk39fkq0Zk39", "Zk39fkq0Zk39"),
        ("{'Authorization': 'Bearer eyJhbGciOi.J9abc-_.x'}", "eyJhbGciOi"),
        ("AIzaSyA1234567890abcdefghijklmnopqrstu", "1234567890"),
        ("using sk-proj-abcdefghijkl12345 now", "abcdefghijkl"),
        ("key_0123456789abcdef0123", "0123456789abcdef"),
        ("r8_AbCdEfGhIjKlMnOp", "AbCdEfGhIjKl"),
        ("0a1b2c3d-0a1b-4c3d-8e9f-0a1b2c3d4e5f:00112233445566778899aabbccddeeff", "00112233445566778899"),
        ("https://cdn.example.test/a.mp4?X-Amz-Signature=deadbeefdeadbeef&x=1", "deadbeefdeadbeef"),
        ("https://cdn.example.test/a.mp4?sig=Q1w2E3r4%2B5&sv=1", "Q1w2E3r4"),
        ('{"access_token": "s3cr3ts3cr3t", "kind": "x"}', "s3cr3ts3cr3t"),
    ],
)
def test_what_looks_like_a_key_is_hidden_unasked(text: str, secret: str) -> None:
    cleaned = Redactor().redact(text)
    assert secret not in cleaned
    assert HIDDEN in cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Shot 0010: the woman reaches for the key of the door",
        "Take 3 landed in media/ab/ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12.mp4",
        "project 0190a0b0-1111-7222-8333-444455556666 opened",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    assert Redactor([CANARY]).redact(text) == text


NESTED = st.recursive(
    st.just(CANARY) | AROUND,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(AROUND, inner, max_size=3) | st.tuples(inner, inner),
    max_leaves=8,
)


@given(NESTED)
def test_nothing_nested_in_a_record_gets_through(value: object) -> None:
    formatter = RedactingFormatter(Redactor([CANARY]))
    try:
        raise ValueError(value)
    except ValueError as error:
        record = logging.LogRecord(
            "studio.x", logging.ERROR, __file__, 1, "asked %r", (value,), (ValueError, error, error.__traceback__)
        )
    assert CANARY not in formatter.format(record)


@pytest.mark.usefixtures("restored_levels", "caplog")
def test_the_file_holds_our_words_and_no_address_of_httpx(tmp_path: Path) -> None:
    handler = start_log(tmp_path / "logs", Redactor([CANARY]))
    try:
        logging.getLogger("studio.renders").info("drafted with %s", CANARY)
        logging.getLogger("httpx").info("GET https://example.test")
        logging.getLogger("elsewhere").warning("careful")
    finally:
        stop_log(handler)
    logging.getLogger("studio.renders").error("after the end")
    words = (tmp_path / "logs" / FILE_NAME).read_text(encoding="utf-8")
    assert f"INFO studio.renders: drafted with {HIDDEN}" in words
    assert "careful" in words
    assert "example.test" not in words
    assert "after the end" not in words


@pytest.mark.usefixtures("restored_levels")
def test_the_files_do_not_grow_for_ever(tmp_path: Path) -> None:
    handler = start_log(tmp_path, Redactor())
    try:
        for _ in range(FILES_KEPT + 3):
            logging.getLogger("studio").info("x" * BYTES_A_FILE)
    finally:
        stop_log(handler)
    assert len(list(tmp_path.iterdir())) == FILES_KEPT + 1


def test_a_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("here first")
    with pytest.raises(StudioError, match="log cannot be written"):
        start_log(tmp_path / "taken", Redactor())
