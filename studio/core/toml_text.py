"""TOML out: the standard library reads TOML and writes none."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import TypeGuard, cast

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(table: Mapping[str, object]) -> str:
    """The TOML text of `table`, whose values are what tomllib gives: text, numbers, dates, lists and tables.

    Raises TypeError for anything else, None too: TOML has no word for nothing.
    """
    return "\n".join(_lines(table, ())) + "\n"


def _lines(table: Mapping[str, object], path: tuple[str, ...]) -> list[str]:
    """Plain keys first, then the tables inside: what follows a [header] would belong to it."""
    lines = [f"{_key(name)} = {_value(value)}" for name, value in table.items() if not _is_table(value)]
    for name, value in table.items():
        if _is_table(value):
            inner = (*path, name)
            lines += ["", f"[{'.'.join(map(_key, inner))}]", *_lines(value, inner)]
    return lines


def _key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _text(name)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return repr(value)  # inf and nan are TOML words too
        case str():
            return _text(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(_value(one) for one in cast('Sequence[object]', value))}]"
        case _ if _is_table(value):
            return f"{{ {', '.join(f'{_key(name)} = {_value(inner)}' for name, inner in value.items())} }}"
        case _:
            raise TypeError(f"A TOML file cannot hold {value!r}.")


def _is_table(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _text(value: str) -> str:
    """A basic string, by JSON's escapes; DEL and half characters (of a broken file name) need a hand of their own."""
    whole = value.encode("utf-8", "backslashreplace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
