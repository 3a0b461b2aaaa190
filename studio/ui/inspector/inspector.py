"""The inspector: one shot, or several at once, or a word on how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from studio.core.board import Card, ShotDetail
from studio.core.ids import ShotId, TakeId
from studio.core.project import Project
from studio.core.tier import Tier
from studio.ui.image_cache import ImageCache
from studio.ui.inspector.many import ManyShots
from studio.ui.inspector.next_step import Offer
from studio.ui.inspector.one import OneShot
from studio.ui.theme import Theme
from studio.ui.widgets.section import label

WIDTH = 336
NARROW_WIDTH = 304


class Inspector(QWidget):
    """Signals act on `shot_ids`, which still names the old shots while text of theirs is flushed.

    `edited` carries fields of `edit`: text after a pause, everything else at once. `previewed` carries a field that is
    being dragged and not settled yet. Takes are named by their ids. `left` gives the keyboard back to the board.
    """

    # Not Signal(dict): Qt would turn the enumerations inside into bare texts.
    edited = Signal(object)
    previewed = Signal(object)
    take_chosen = Signal(object)
    play_requested = Signal(object)
    pick_toggled = Signal(object)
    use_settings = Signal(object)
    rated = Signal(object, int)
    rejected = Signal(object, bool)
    references_dropped = Signal(list)
    reference_pasted = Signal(bytes)
    reference_removed = Signal(object)
    reference_role_changed = Signal(object, object)
    references_browsed = Signal()
    draft_requested = Signal()
    promote_requested = Signal(object)
    framings_requested = Signal()
    copy_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, images: ImageCache, reference_images: ImageCache, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.dress(self, "panel")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Inspector")
        self.one = OneShot(theme, images, reference_images)
        self.many = ManyShots(theme)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(_nothing(theme))
        self._pages.addWidget(self.one)
        self._pages.addWidget(self.many)
        for name in ("edited", "previewed", "draft_requested"):
            for page in (self.one, self.many):
                getattr(page, name).connect(getattr(self, name))
        for name in _OF_ONE:
            getattr(self.one, name).connect(getattr(self, name))

    @property
    def shot_ids(self) -> tuple[ShotId, ...]:
        """The shots that the fields belong to, in board order."""
        page = self._pages.currentWidget()
        return page.shot_ids if isinstance(page, OneShot | ManyShots) else ()

    @property
    def chosen_take(self) -> TakeId | None:
        """The take that the keys act on, None without one."""
        take = self.one.chosen_take if self._pages.currentWidget() is self.one else None
        return take.id if take is not None else None

    def show_shot(self, detail: ShotDetail | None, project: Project, *, start_frame: int = 0) -> None:
        """Show one shot, None for nothing. `start_frame` is where it begins on the board.

        For the shot that is already shown this brings news only: text that is being typed, the chosen take and the
        scroll position stay.
        """
        if detail is None:
            self.flush()
            self._pages.setCurrentIndex(0)
            return
        if self.shot_ids != (detail.card.shot_id,):
            self.flush()
        self.one.show_shot(detail, project, start_frame)
        self._pages.setCurrentWidget(self.one)

    def show_many(self, cards: Sequence[Card], project: Project) -> None:
        """Show what several shots share; an edit acts on all of them."""
        if self.shot_ids != tuple(card.shot_id for card in cards):
            self.flush()
        self.many.show_cards(cards, project)
        self._pages.setCurrentWidget(self.many)

    def set_still(self, jpeg: bytes | None) -> None:
        """Show the shot as its fields stand now; None goes back to the take's picture."""
        self.one.set_still(jpeg)

    def set_foot(self, offers: dict[Tier, Offer]) -> None:
        """Say what each tier would be rendered with; tiers without a model are left out."""
        self.one.set_offers(offers)
        self.many.set_offers(offers)

    def choose_take(self, take_id: TakeId) -> None:
        """Put the accent edge on a take of the shown shot; says nothing."""
        self.one.choose_take(take_id)

    def set_read_only(self, read_only: bool) -> None:
        """Whether everything only shows."""
        self.one.set_read_only(read_only)
        self.many.set_read_only(read_only)

    def flush(self) -> None:
        """Say now what is typed and not said yet: before another shot shows, before the window closes."""
        page = self._pages.currentWidget()
        if isinstance(page, OneShot | ManyShots):
            page.flush()

    def edit_failed(self) -> None:
        """Go back to what is stored, because what was said could not be kept."""
        self.one.forget()

    def focus_action(self) -> None:
        """Put the keyboard into the action field."""
        self.one.focus_action()

    def paste_reference(self) -> bool:
        """Take the clipboard's picture as a reference of the one shown shot; whether there was one."""
        return self._pages.currentWidget() is self.one and self.one.paste_reference()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where no field has a use for it, ends the writing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


_OF_ONE = (
    "take_chosen",
    "play_requested",
    "pick_toggled",
    "use_settings",
    "rated",
    "rejected",
    "references_dropped",
    "reference_pasted",
    "reference_removed",
    "reference_role_changed",
    "references_browsed",
    "promote_requested",
    "framings_requested",
    "copy_requested",
    "next_requested",
    "previous_requested",
)


def _nothing(theme: Theme) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 14, 16, 16)
    column.setSpacing(4)
    column.addWidget(label(theme, "second", "No shot chosen"))
    words = label(theme, "hint", "Click a card, or walk the board with the arrow keys.")
    words.setWordWrap(True)
    column.addWidget(words)
    column.addStretch(1)
    return page
