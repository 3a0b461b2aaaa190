"""Fountain in: screenplays in plain text with light marks (fountain.io, syntax 1.1).

screenplay-tools parses the lines. Notes and boneyards are taken out before it sees them, because it drops the rest of a
text after one that is never closed; very long lines are marked as action: its patterns need square time on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from screenplay_tools.fountain.parser import Parser
from screenplay_tools.screenplay import Character, Element, ElementType, SceneHeading

from studio.core.script import Script
from studio.exchange.script_builder import ScriptBuilder

LONGEST_PARSED_LINE = 5_000
_TITLE_KEYS = frozenset(
    {
        *("title", "credit", "author", "authors", "written by", "writers", "source", "based on", "draft date", "date"),
        *("draft", "contact", "copyright", "notes", "revision", "format", "font", "language"),
    }
)
_HEADING = re.compile(r"(?:INT|EXT|EST|INT\./EXT|INT/EXT|EXT/INT|I/E)[.\s]", re.IGNORECASE)
# Plain lines that only tell the editor how to go on.
_EDITING = re.compile(
    r"(?:FADE|CUT|DISSOLVE|SMASH CUT|MATCH CUT|JUMP CUT|WIPE|IRIS)\s+(?:IN|OUT|TO|UP)\b[A-Z .:]*", re.IGNORECASE
)
# Noncharacters of Unicode, which no text holds: they carry the number of a note through the parser.
_NOTE_START, _NOTE_END = "\ufdd0", "\ufdd1"
_NOTE_MARK = re.compile(f"{_NOTE_START}(\\d+){_NOTE_END}")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_)(?=\S)(.+?)(?<=[^\s\\])\1", re.DOTALL)


def is_fountain(text: str) -> bool:
    """Whether a plain text holds a scene heading as screenplays write it."""
    return any(_HEADING.match(line.strip()) for line in text.splitlines())


def read_fountain(text: str) -> Script:
    """The scenes and shots of a Fountain text. Never raises: whatever is no mark of Fountain is action."""
    reader = _Reader()
    lines = list(_prepared(reader.take_notes(_without_boneyards(text.replace("\r\n", "\n").replace("\r", "\n")))))
    parser = Parser()
    parser.add_lines(lines)
    return reader.read(parser)


def _prepared(text: str) -> Iterator[str]:
    """The lines as the parser can take them."""
    text = text.lstrip("\ufeff \n")
    key, colon, _ = text.partition("\n")[0].partition(":")
    if not (colon and key.strip().lower() in _TITLE_KEYS):
        yield ""  # else the parser takes a first line such as `Anna: hello` for a title page
    for line in text.split("\n"):
        bare = line.rstrip()
        if len(bare) > LONGEST_PARSED_LINE:
            yield "!" + bare
        elif bare:
            yield bare
        else:
            yield line[:2]  # two spaces keep a speech together over an empty line


def _without_boneyards(text: str) -> str:
    kept, end = "", 0
    while (start := text.find("/*", end)) >= 0 and (close := text.find("*/", start + 2)) >= 0:
        kept += text[end:start]
        end = close + 2
    return kept + text[end:].replace("/*", "")


class _Reader:
    """Walks over the parsed elements of one text."""

    def __init__(self) -> None:
        self._build = ScriptBuilder()
        self._notes: list[str] = []
        self._name = ""
        self._manner = ""

    def take_notes(self, text: str) -> str:
        """The text with a mark in place of each [[note]]."""
        text = text.replace(_NOTE_START, "").replace(_NOTE_END, "")
        kept, end = "", 0
        while (start := text.find("[[", end)) >= 0 and (close := text.find("]]", start + 2)) >= 0:
            kept += f"{text[end:start]}{_NOTE_START}{len(self._notes)}{_NOTE_END}"
            self._notes.append(" ".join(text[start + 2 : close].split()))
            end = close + 2
        return kept + text[end:].replace("[[", "")

    def read(self, parser: Parser) -> Script:
        elements: list[Element] = parser.script.elements
        has_headings = any(element.type is ElementType.HEADING for element in elements)
        for element in elements:
            match element.type:
                case ElementType.HEADING:
                    self._heading(element)
                case ElementType.SECTION if not has_headings:
                    self._build.scene(self._words(element))
                case ElementType.ACTION:
                    self._action(element)
                case ElementType.CHARACTER:
                    self._cue(element)
                case ElementType.PARENTHETICAL:
                    self._manner = ", ".join(filter(None, (self._manner, self._words(element))))
                case ElementType.DIALOGUE | ElementType.LYRIC:
                    self._speech(element)
                case _:
                    self._words(element)  # transitions, sections, synopses: only their notes stay
        titles = [entry.text_raw for entry in parser.script.titleEntries if entry.key.lower() == "title"]
        return self._build.script(self._plain(" ".join(" ".join(titles).split())))

    def _heading(self, element: Element) -> None:
        number = element.scene_number if isinstance(element, SceneHeading) else None
        text, notes = self._split(element.text_raw)
        text = re.sub(r"^FADE IN:\s*", "", text, flags=re.IGNORECASE)
        if text:
            self._build.scene(" ".join(text.split()), number or "")
        self._note(notes)

    def _action(self, element: Element) -> None:
        for paragraph in re.split(r"\n[ \t]*\n", element.text_raw):
            text, notes = self._split(paragraph)
            first, _, rest = text.partition("\n")
            if re.match(r"\.\w", text) and not rest:  # a forced heading whose first letter the parser does not know
                self._build.scene(text[1:])
            elif rest and first.isupper() and not first[0].isascii():  # likewise a cue: ÉMILE
                self._name, self._manner = first, ""
                self._say(rest)
            elif text and not _EDITING.fullmatch(text):
                self._build.action(self._plain(text))
            self._note(notes)

    def _cue(self, element: Element) -> None:
        if isinstance(element, Character):
            self._name, notes = self._split(element.name)
            self._manner = element.extension or ""
            self._note(notes)

    def _speech(self, element: Element) -> None:
        text, notes = self._split(element.text_raw)
        if text:
            self._say(text)
        self._note(notes)

    def _say(self, text: str) -> None:
        words = self._plain(" ".join(text.split()))
        self._build.speech(self._name or "VOICE", self._plain(self._manner), words)
        self._manner = ""

    def _words(self, element: Element) -> str:
        text, notes = self._split(element.text_raw)
        self._note(notes)
        return self._plain(text)

    def _split(self, text: str) -> tuple[str, list[str]]:
        """The text without its note marks, and the notes."""
        notes = [self._notes[int(number)] for number in _NOTE_MARK.findall(text)]
        bare = _NOTE_MARK.sub("", text)
        return "\n".join(line.rstrip() for line in bare.strip().split("\n")), notes

    def _note(self, notes: list[str]) -> None:
        for note in filter(None, notes):
            self._build.note(note)

    def _plain(self, text: str) -> str:
        """Without the stars and underscores of emphasis; a backslash keeps one."""
        if "*" in text or "_" in text:
            for _ in range(3):  # ***bold italics*** and nested ones
                text = _EMPHASIS.sub(r"\2", text)
            text = re.sub(r"\\([*_])", r"\1", text)
        return text
