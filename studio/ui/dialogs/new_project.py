"""A new project: name, place, frame rate, picture shape, how shots are numbered. Enter alone gives a good one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from studio.core.camera import ASPECTS, Aspect
from studio.core.project import CodeScheme
from studio.core.timebase import RATES, Rate
from studio.ui.dialogs.shape import Dialog
from studio.ui.pieces import Choice
from studio.ui.theme import Theme

SUFFIX = ".shotboard"
LONGEST_NAME = 80
_FORBIDDEN = '<>:"/\\|?*'
_RESERVED = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"com{number}" for number in range(1, 10)),
        *(f"lpt{number}" for number in range(1, 10)),
    )
)
_SCHEMES = ((CodeScheme.STEPS, "0010, 0020, 0030"), (CodeScheme.LETTERS, "12A, 12B, 12C"))


@dataclass(frozen=True, slots=True)
class ProjectWish:
    """What the person asked for; `folder` is the project's own folder, not its parent."""

    name: str
    folder: Path
    rate: Rate
    aspect: Aspect
    scheme: CodeScheme


def name_trouble(name: str) -> str:
    """A sentence for what keeps `name` from being a project's name on every system, "" when nothing does."""
    if not name:
        return "Give the project a name."
    if len(name) > LONGEST_NAME:
        return f"The name is longer than {LONGEST_NAME} letters."
    found = sorted({letter for letter in name if letter in _FORBIDDEN})
    if found:
        return f"A name cannot hold {' '.join(found)}"
    if any(not letter.isprintable() for letter in name):
        return "The name holds an invisible sign; type it anew."
    if name.endswith(".") or name.startswith("."):
        return "A name does not begin or end with a dot."
    if name.split(".")[0].strip().lower() in _RESERVED:
        return f"{name} is a name that Windows keeps for itself."
    return ""


class NewProjectDialog(Dialog):
    """`wish()` holds the answers once it is accepted."""

    def __init__(self, theme: Theme, host: QWidget, place: Path, name: str = "Untitled") -> None:
        super().__init__(theme, host, "New project", 460)
        self._name = QLineEdit(name)
        self._name.setMaxLength(LONGEST_NAME + 20)
        self._place = QLineEdit(str(place))
        self._choose = QPushButton("Choose…")
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._choose_place)
        self._rate = Choice(theme, "Frames a second", [rate.label for rate in RATES], RATES.index(Rate(24)))
        self._aspect = Choice(theme, "Picture shape", [aspect.label for aspect in ASPECTS])
        self._scheme = Choice(theme, "Shot codes", [words for _, words in _SCHEMES])
        self._trouble = self.text("", "red")
        self._lay_out()
        self.add_button("Not now").clicked.connect(self.reject)
        self._make = self.add_button("Make project", filled=True)
        self._make.clicked.connect(self.accept)
        self._name.textChanged.connect(self._check)
        self._place.textChanged.connect(self._check)
        self._check()
        self.begin_at(self._name)

    def open(self) -> None:
        """Open with the name selected, to be typed over."""
        super().open()
        self._name.selectAll()

    def _lay_out(self) -> None:
        self._name.setAccessibleName("Name")
        self._place.setAccessibleName("Folder that it is put into")
        place = QHBoxLayout()
        place.setSpacing(6)
        place.addWidget(self._place, 1)
        place.addWidget(self._choose)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        rows = (
            ("Name", self._name),
            ("Inside", place),
            ("Frames a second", self._rate),
            ("Picture shape", self._aspect),
            ("Shot codes", self._scheme),
        )
        for words, field in rows:
            label = QLabel(words)
            self.theme.dress(label, "label")
            form.addRow(label, field)
        self.column.addLayout(form)
        self.column.addWidget(self._trouble)

    def wish(self) -> ProjectWish:
        """What the fields say now."""
        name = self._name.text().strip()
        return ProjectWish(
            name,
            Path(self._place.text().strip()).expanduser() / f"{name}{SUFFIX}",
            RATES[self._rate.currentIndex()],
            ASPECTS[self._aspect.currentIndex()],
            _SCHEMES[self._scheme.currentIndex()][0],
        )

    def trouble(self) -> str:
        """A sentence for what keeps the project from being made, "" when nothing does."""
        if sentence := name_trouble(self._name.text().strip()):
            return sentence
        place = Path(self._place.text().strip()).expanduser()
        if not place.is_absolute():
            return "Say the whole path of the folder that it is put into."
        if place.exists() and not place.is_dir():
            return f"{place} is a file; choose a folder."
        if self.wish().folder.exists():
            return f"There is already a project called {self.wish().name} in this folder."
        return ""

    def _check(self) -> None:
        sentence = self.trouble()
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self._make.setEnabled(not sentence)

    def _choose_place(self) -> None:
        picker = QFileDialog(self, "Put the project into", self._place.text())
        picker.setFileMode(QFileDialog.FileMode.Directory)
        picker.setOption(QFileDialog.Option.ShowDirsOnly, True)
        picker.fileSelected.connect(self._place.setText)
        picker.finished.connect(picker.deleteLater)
        picker.open()
