"""The one table of colours, in a dark and a light reading, and what Qt needs made from it.

Every colour of the window comes from here: `theme.colour("accent")` on panels, `theme.on_picture("amber")` over
pictures, where the dark values hold in both readings. Text reaches a contrast of 4.5 on every surface but `press`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QWidget

from studio.core.tier import TierMark

Reading = Literal["dark", "light"]


class Tokens(NamedTuple):
    """Colours by use, as `#RRGGBB` or `#AARRGGBB`. No dataclass: one of so many fields takes 8 ms to make."""

    bg: str
    panel: str
    card: str
    raised: str
    hover: str
    press: str
    well: str
    pop: str
    line: str
    line2: str
    line3: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    accent_tint: str
    key_tint: str
    key_edge: str
    amber: str
    green: str
    green_tint: str
    red: str
    red_tint: str
    blocking: str
    draft: str
    validation: str
    premium: str
    imported: str
    scrim: str
    shadow: str
    tip: str = "#F2F3F5"
    on_tip: str = "#17191C"
    picture: str = "#000000"
    on_picture: str = "#F4F5F6"
    chip: str = "#C70B0C0E"
    bar: str = "#E60F1012"
    bar_edge: str = "#1FFFFFFF"
    veil: str = "#850A0B0D"
    veil_foot: str = "#DB0A0B0D"
    empty: str = "#131518"
    red_on_veil: str = "#FF8B84"
    white: str = "#FFFFFF"


DARK = Tokens(
    bg="#0F1012",
    panel="#15171A",
    card="#191B1F",
    raised="#1B1E22",
    hover="#24282D",
    press="#2D3238",
    well="#0C0D0F",
    pop="#202429",
    line="#23262A",
    line2="#34383E",
    line3="#4A4F57",
    text="#EEF0F2",
    text2="#B4B9C1",
    text3="#8D939C",
    accent="#7AA2FF",
    accent_hover="#8FB1FF",
    accent_press="#6A93F2",
    on_accent="#0B1226",
    accent_tint="#1B2438",
    key_tint="#240B1226",
    key_edge="#470B1226",
    amber="#F2A33A",
    green="#57C785",
    green_tint="#17261E",
    red="#FF6B63",
    red_tint="#2E1A1A",
    blocking="#98A2B3",
    draft="#AEBBD0",
    validation="#4FC3C7",
    premium="#E7C15A",
    imported="#B4A6D9",
    scrim="#A8060708",
    shadow="#8C000000",
)
LIGHT = Tokens(
    bg="#E9EAEC",
    panel="#F4F5F6",
    card="#FFFFFF",
    raised="#FFFFFF",
    hover="#E6E8EB",
    press="#DADDE1",
    well="#FBFBFC",
    pop="#FFFFFF",
    line="#DCDEE2",
    line2="#C6CAD0",
    line3="#A8ADB5",
    text="#17191C",
    text2="#434951",
    text3="#5E6570",
    accent="#2F5FD0",
    accent_hover="#2856C2",
    accent_press="#234DAF",
    on_accent="#FFFFFF",
    accent_tint="#E2EAFB",
    key_tint="#2EFFFFFF",
    key_edge="#59FFFFFF",
    amber="#8F5400",
    green="#1A7040",
    green_tint="#E0F2E7",
    red="#C0302A",
    red_tint="#FBE4E2",
    blocking="#5D6776",
    draft="#4C5D7A",
    validation="#0A6C70",
    premium="#805F00",
    imported="#6450A0",
    scrim="#6B282C32",
    shadow="#38141820",
)

_ROLE_FONTS = {
    "filled": "button",
    "ghost": "ghost",
    "danger": "ghost",
    "pill": "label",
    "segment": "label",
    "chip": "label",
    "label": "label",
    "hint": "small",
    "code": "code_large",
    "keycap": "keycap",
    "title": "sheet_title",
    "slug": "slug",
    "number": "mono",
    "timecode": "timecode",
}


@dataclass(frozen=True)
class Theme:
    """One reading of the look: colours, fonts, palette. Make one with `Theme.of("dark")`."""

    reading: Reading
    tokens: Tokens

    @staticmethod
    def of(reading: Reading) -> Theme:
        """The dark or the light theme."""
        return Theme(reading, DARK if reading == "dark" else LIGHT)

    @property
    def dark(self) -> bool:
        """Whether the surround is dark."""
        return self.reading == "dark"

    def hex(self, token: str) -> str:
        """A token as text for a style sheet. Raises AttributeError for a name that is no token."""
        return str(getattr(self.tokens, token))

    def colour(self, token: str) -> QColor:
        """A token as a colour. Raises AttributeError for a name that is no token."""
        return QColor(_parsed(self.hex(token)))

    def on_picture(self, token: str) -> QColor:
        """A token's dark value, which holds over pictures in both themes."""
        return QColor(_parsed(str(getattr(DARK, token))))

    def tier(self, mark: TierMark | None, *, over_picture: bool = False) -> QColor:
        """The colour of a tier mark; hint grey where a shot has none."""
        token = mark.value.lower() if mark is not None else "text3"
        return self.on_picture(token) if over_picture else self.colour(token)

    def font(self, role: str) -> QFont:
        """The font of a use, see studio.ui.fonts. Raises KeyError for an unknown one."""
        from studio.ui import fonts  # late: with what it needs it takes 25 ms, and the first frame shows no words

        return QFont(fonts.font(role))

    def dress(self, widget: QWidget, role: str) -> None:
        """Give a widget its role: the property that the style sheet looks at, and the role's font."""
        widget.setProperty("role", role)
        if role in _ROLE_FONTS:
            widget.setFont(self.font(_ROLE_FONTS[role]))
        widget.style().unpolish(widget)
        widget.style().polish(widget)

    def palette(self) -> QPalette:
        """The palette for Fusion."""
        roles = {
            QPalette.ColorRole.Window: "panel",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "well",
            QPalette.ColorRole.AlternateBase: "card",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Button: "raised",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.PlaceholderText: "text3",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Light: "hover",
            QPalette.ColorRole.Midlight: "line3",
            QPalette.ColorRole.Mid: "line2",
            QPalette.ColorRole.Dark: "line",
            QPalette.ColorRole.Shadow: "shadow",
            QPalette.ColorRole.BrightText: "red",
            QPalette.ColorRole.ToolTipBase: "tip",
            QPalette.ColorRole.ToolTipText: "on_tip",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.Accent: "accent",
        }
        palette = QPalette()
        for role, token in roles.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text3"))
        palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, self.colour("accent"))
        return palette

    def css(self) -> dict[str, str]:
        """Every token as `rgba(…)`, the only form of a half-transparent colour that style sheets read."""
        return {name: _css(colour) for name, colour in self.tokens._asdict().items()}


@cache
def _parsed(text: str) -> QColor:
    return QColor(text)


def _css(text: str) -> str:
    colour = QColor(text)
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
