"""Plain text in: paragraphs become shots, lines that look like headings become scenes."""

from __future__ import annotations

import re

from studio.core.script import Script
from studio.exchange.script_builder import ScriptBuilder

_HEADING = re.compile(r"(?:(?:INT|EXT|EST|I/E)[./\s]|SCENE\s+\w+\s*(?:$|[.:–-])|#{1,6}\s+\S)", re.IGNORECASE)
_SCENE_NUMBER = re.compile(r"SCENE\s+(\d+[A-Z]?)\s*[.:–-]?\s*", re.IGNORECASE)
_LIST_MARK = re.compile(r"\s*(?:[-*•–]|\(?\d{1,4}[.)])\s+")


def read_plain_text(text: str) -> Script:
    """The scenes and shots of a plain text. Never raises.

    Where the text has no empty line at all, or a paragraph is a list, every line is a shot of its own.
    """
    build = ScriptBuilder()
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff\n\t ")
    one_a_line = "\n" in text and not re.search(r"\n[ \t]*\n", text)
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines = [line.rstrip() for line in paragraph.split("\n") if line.strip()]
        while lines and _HEADING.match(lines[0].strip()):
            _scene(build, lines.pop(0).strip())
        if one_a_line or (lines and all(_LIST_MARK.match(line) for line in lines)):
            for line in lines:
                if _HEADING.match(line.strip()):
                    _scene(build, line.strip())
                else:
                    build.action(_LIST_MARK.sub("", line, count=1).strip())
        elif lines:
            build.action("\n".join(lines).strip())
    return build.script("")


def _scene(build: ScriptBuilder, line: str) -> None:
    heading = line.lstrip("#").strip()
    numbered = _SCENE_NUMBER.match(heading)
    name = heading[numbered.end() :] if numbered else heading
    build.scene(name or heading, numbered.group(1) if numbered else "")
