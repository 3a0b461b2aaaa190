"""The style sheet: frames, buttons, fields, menus, tabs and scroll bars by the property `role`. Never item views.

Roles, set with `theme.dress(widget, role)`:
- buttons `filled` `ghost` `danger` `icon` `link` `pill`, `segment` (in `segments`), `chip` (in `chips`);
- frames `panel` `bar` `ground` `sheet` `toast` `card` `well` `rule` `upright` `segments` `chips` `pill`;
- text `label` `hint` `title` `slug` `number` `code` `timecode` `keycap` `second` `amber` `green` `red`.
Fonts are no part of it: `dress` sets them.
"""

from __future__ import annotations

from string import Template

from studio.ui.theme import Theme

_SHEET = """
QToolTip { color: $on_tip; background: $tip; border: 0; padding: 4px 7px; }
QFrame[role="panel"], QFrame[role="bar"], QWidget[role="panel"], QWidget[role="bar"] { background: $panel; border: 0; }
QWidget[role="ground"] { background: $bg; border: 0; }
QFrame[role="sheet"], QFrame[role="toast"] { background: $pop; border: 1px solid $line2; }
QFrame[role="sheet"] { border-radius: 12px; }
QFrame[role="toast"] { border-radius: 8px; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="well"] { background: $well; border: 1px solid $line; border-radius: 6px; }
QFrame[role="rule"] { background: $line; border: 0; min-height: 1px; max-height: 1px; }
QFrame[role="upright"] { background: $line; border: 0; min-width: 1px; max-width: 1px; }

QLabel { color: $text; background: transparent; border: 0; }
QLabel:disabled { color: $text3; }
QLabel[role="second"] { color: $text2; }
QLabel[role="label"], QLabel[role="hint"] { color: $text3; }
QLabel[role="amber"], QLabel[role="timecode"] { color: $amber; }
QLabel[role="green"] { color: $green; }
QLabel[role="red"] { color: $red; }
QLabel[role="keycap"] { color: $text2; background: $raised; border: 1px solid $line2; border-radius: 4px;
  padding: 0 4px;  min-width: 6px; min-height: 14px; max-height: 14px; }

QPushButton, QToolButton { outline: 0; }
QPushButton, QPushButton[role="ghost"], QPushButton[role="danger"] {
  background: $raised; color: $text; border: 1px solid $line2; border-radius: 7px; padding: 0 10px; min-height: 26px; }
QPushButton:hover, QPushButton[role="ghost"]:hover, QPushButton[role="danger"]:hover { background: $hover; }
QPushButton:pressed, QPushButton[role="ghost"]:pressed, QPushButton[role="danger"]:pressed { background: $press; }
QPushButton:disabled, QPushButton[role="ghost"]:disabled, QPushButton[role="danger"]:disabled {
  background: transparent; color: $text3; border-color: $line2; }
QPushButton[role="danger"] { color: $red; border-color: $red; }
QPushButton[role="filled"] { background: $accent; color: $on_accent; border: 0; padding: 0 12px; min-height: 34px; }
QPushButton[role="filled"]:hover { background: $accent_hover; }
QPushButton[role="filled"]:pressed { background: $accent_press; }
QPushButton[role="filled"]:disabled { background: $raised; color: $text3; border: 1px solid $line2; min-height: 32px; }
QPushButton[role="link"] { background: transparent; border: 0; color: $accent; padding: 0 4px; min-height: 24px; }
QPushButton[role="link"]:hover { color: $accent_hover; }
QPushButton[role="link"]:disabled { color: $text3; }
QPushButton[role="icon"], QToolButton[role="icon"], QToolButton {
  background: transparent; border: 0; border-radius: 6px; padding: 0; color: $text2; }
QPushButton[role="icon"], QToolButton[role="icon"] {
  min-width: 26px; max-width: 26px; min-height: 26px; max-height: 26px; }
QPushButton[role="icon"]:hover, QToolButton:hover { background: $hover; color: $text; }
QPushButton[role="icon"]:pressed, QToolButton:pressed { background: $press; }
QPushButton[role="icon"]:checked, QToolButton:checked { background: $hover; color: $text; }
QPushButton[role="icon"]:disabled, QToolButton:disabled { color: $line3; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="pill"], QFrame[role="pill"] {
  background: $raised; color: $text2; border: 1px solid $line2; border-radius: 13px; padding: 0 11px;
  min-height: 24px; max-height: 24px; }
QPushButton[role="pill"]:hover { background: $hover; }
QPushButton[role="pill"][alarm="true"] { border-color: $red; color: $red; }

QFrame[role="segments"] { background: $well; border: 1px solid $line; border-radius: 6px; }
QFrame[role="chips"] { background: $well; border: 1px solid $line; border-radius: 5px; }
QPushButton[role="segment"] { background: transparent; color: $text3; border: 0; border-radius: 4px; padding: 0 8px;
  min-height: 24px; max-height: 24px; }
QPushButton[role="segment"]:hover { color: $text; }
QPushButton[role="segment"]:checked { background: $hover; color: $text; }
QPushButton[role="chip"] { background: transparent; color: $text2; border: 0; border-radius: 4px; padding: 0 5px;
  margin: 2px 0; min-height: 20px; max-height: 20px; }
QPushButton[role="chip"]:hover { background: $hover; color: $text; }
QPushButton[role="chip"]:checked { background: $text; color: $chip_on; }
QPushButton[role="chip"]:disabled { color: $text3; }

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $well; color: $text; border: 1px solid $line; border-radius: 6px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox { min-height: 24px; padding: 0 7px; }
QTextEdit, QPlainTextEdit { padding: 4px 6px; }
QLineEdit:hover, QTextEdit:hover, QPlainTextEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover {
  border-color: $line2; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border-color: $accent; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $text3; }
QLineEdit[wrong="true"] { border-color: $red; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: 0; }
QComboBox::drop-down { border: 0; width: 20px; }

QMenuBar { background: $panel; color: $text2; border: 0; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 5px; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $pop; color: $text; border: 1px solid $line2; border-radius: 8px; padding: 4px; }
QMenu::item { min-height: 24px; padding: 1px 12px 1px 8px; border-radius: 5px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QTabBar::tab { background: transparent; color: $text3; border: 0; padding: 4px 10px; min-height: 20px; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabWidget::pane { border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar[role="board"]:vertical { margin: 39px 0 0 0; }
QScrollBar::handle { background: $line2; border-radius: 2px; }
QScrollBar::handle:vertical { min-height: 28px; margin: 3px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 3px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $line3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QProgressBar { background: $line2; border: 0; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: $amber; border-radius: 2px; }
"""


def of(theme: Theme) -> str:
    """The whole style sheet of a theme."""
    values = theme.css()
    values["chip_on"] = values["bg"] if theme.dark else values["white"]
    return Template(_SHEET).substitute(values)
