"""The inspector's page for one shot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.core.board import ShotDetail
from studio.core.ids import ShotId, TakeId
from studio.core.money import Money
from studio.core.project import Project
from studio.core.take import Take
from studio.core.tier import Tier
from studio.core.timebase import RATES, Rate, short_time, timecode
from studio.ui.image_cache import ImageCache
from studio.ui.inspector.body import SIDE, Body
from studio.ui.inspector.camera_rows import CameraRows, fields_of
from studio.ui.inspector.following import Following
from studio.ui.inspector.foot import Foot
from studio.ui.inspector.header import Header
from studio.ui.inspector.lineage import Lineage, chain
from studio.ui.inspector.live_picture import LivePicture
from studio.ui.inspector.next_step import Act, NextStep, Offer, next_step
from studio.ui.inspector.references import References
from studio.ui.inspector.takes_strip import EDGE, TakesStrip
from studio.ui.inspector.words import Words
from studio.ui.theme import Theme
from studio.ui.widgets import scales
from studio.ui.widgets.decoder import Decoder
from studio.ui.widgets.number_field import NumberField
from studio.ui.widgets.section import Heading, label

_STILL = "still"
_DURATION_WIDTH = 72


class OneShot(QWidget):
    """Header, picture, takes, words, camera, references, lineage, foot. Signals as in Inspector."""

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

    def __init__(
        self, theme: Theme, images: ImageCache, reference_images: ImageCache, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._images = images
        self._detail: ShotDetail | None = None
        self._rate: Rate = RATES[1]
        self._start_frame = 0
        self._offers: dict[Tier, Offer] = {}
        self._following = Following()
        self._decoder = Decoder(self)
        self._decoder.decoded.connect(self._show_still)
        self.header = Header(theme)
        self.picture = LivePicture(theme)
        self._takes_heading = Heading(theme, "Takes")
        self.takes = TakesStrip(theme, images)
        self.duration = NumberField(theme, "Duration", scales.duration(self._rate))
        self.words = Words(theme, _labelled(theme, self.duration))
        self.camera = CameraRows(theme)
        self.references = References(theme, reference_images)
        self._references_heading = Heading(theme, "References")
        self.lineage = Lineage(theme)
        self._lineage_heading = Heading(theme, "Lineage")
        self.foot = Foot(theme)
        self._body = Body(theme, SIDE - EDGE)
        self._lay_out(theme)
        self._connect()

    @property
    def shot_ids(self) -> tuple[ShotId, ...]:
        """The shot that the fields belong to."""
        return () if self._detail is None else (self._detail.card.shot_id,)

    @property
    def chosen_take(self) -> Take | None:
        """The take under the accent edge."""
        return self.takes.chosen

    def show_shot(self, detail: ShotDetail, project: Project, start_frame: int) -> None:
        """Show a shot, or news of the one that is shown."""
        card = detail.card
        before = self._detail
        same = before is not None and before.card.shot_id == card.shot_id
        self._detail, self._start_frame = detail, start_frame
        if project.rate != self._rate:
            self._rate = project.rate
            self.duration.set_scale(scales.duration(project.rate))
        self.picture.set_ratio(project.aspect.ratio)
        self.header.show_card(card)
        if same:
            self.words.refresh(card.action, card.dialogue, card.notes)
        else:
            self.words.begin(card.action, card.dialogue, card.notes)
            self._body.verticalScrollBar().setValue(0)
        landed = same and before is not None and len(detail.takes) > len(before.takes)
        if not same or landed:
            self.set_still(None)
        if not same or before is None:
            self._following.forget()
        elif changed := self._following.overtaken(before, detail):
            self.previewed.emit(changed)
        self.words.show_unread(detail.unread)
        self.duration.show_value(card.frames)
        self.camera.show_fields(
            fields_of(card.camera, card.time_of_day, card.weather),
            fields_of(detail.effective, detail.effective_time, detail.effective_weather),
        )
        self.references.show_references(detail.references)
        self._references_heading.setVisible(bool(detail.references))
        chosen = self.takes.chosen
        keep = chosen.id if same and not landed and chosen is not None else card.shown_id
        self._show_takes(detail, detail.takes[-1].id if landed else keep)

    def set_still(self, jpeg: bytes | None) -> None:
        """Show the shot as its fields stand; None goes back to the take."""
        if jpeg is None:
            self._decoder.cancel(_STILL)
            self.picture.show_still(None)
            return
        ratio = self.devicePixelRatioF()
        self._decoder.decode(_STILL, jpeg, QSize(round(640 * ratio), round(640 * ratio)))

    def set_offers(self, offers: dict[Tier, Offer]) -> None:
        """What each tier would be rendered with."""
        self._offers = offers
        self._show_step()

    def choose_take(self, take_id: TakeId) -> None:
        """Put the accent edge on a take."""
        if self._detail is not None:
            self._show_takes(self._detail, take_id)

    def set_read_only(self, read_only: bool) -> None:
        """Whether everything only shows."""
        for part in (self.header, self.takes, self.words, self.camera, self.references, self.foot):
            part.set_read_only(read_only)
        self.duration.setReadOnly(read_only)

    def flush(self) -> None:
        """Say what is typed now."""
        self.words.flush()
        self.duration.flush()
        self.camera.flush()

    def forget(self) -> None:
        """Go back to what is stored."""
        self._following.forget()
        self.words.forget()
        if self._detail is not None:
            card, detail = self._detail.card, self._detail
            self.duration.show_value(card.frames)
            self.camera.show_fields(
                fields_of(card.camera, card.time_of_day, card.weather),
                fields_of(detail.effective, detail.effective_time, detail.effective_weather),
            )

    def focus_action(self) -> None:
        """Put the keyboard at the end of the action."""
        self.words.action.moveCursor(QTextCursor.MoveOperation.End)
        self.words.action.setFocus()

    def paste_reference(self) -> bool:
        """Take the clipboard's picture."""
        return self.references.paste()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._show_poster()

    def _say(self, fields: dict[str, object]) -> None:
        self._following.say(fields)
        self.edited.emit(fields)

    def _lay_out(self, theme: Theme) -> None:
        # The accent edge lies around the tiles, so the strip reaches past the margin that the rest keeps.
        body = self._body.column
        over = _margined(body)
        over.addWidget(self.picture)
        over.addSpacing(8)
        over.addWidget(self._takes_heading)
        body.addWidget(self.takes)
        under = _margined(body)
        under.addWidget(self.words)
        under.addSpacing(2)
        under.addWidget(self.camera)
        under.addSpacing(4)
        under.addWidget(self._references_heading)
        under.addWidget(self.references)
        under.addSpacing(5)
        under.addWidget(self._lineage_heading)
        under.addWidget(self.lineage)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._body, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.header.edited.connect(self.edited)
        self.header.next_requested.connect(self.next_requested)
        self.header.previous_requested.connect(self.previous_requested)
        self.picture.clicked.connect(self._play)
        self.takes.take_chosen.connect(self._choose_take)
        self.takes.played.connect(self.play_requested)
        self.takes.pick_toggled.connect(self.pick_toggled)
        self.takes.use_settings.connect(self.use_settings)
        self.takes.rated.connect(self.rated)
        self.takes.rejected.connect(self.rejected)
        self.words.edited.connect(self._say)
        self.duration.settled.connect(lambda frames: self.edited.emit({"frames": int(frames)}))
        self.camera.edited.connect(self._say)
        self.camera.previewed.connect(self.previewed)
        self.references.dropped.connect(self.references_dropped)
        self.references.pasted.connect(self.reference_pasted)
        self.references.removed.connect(self.reference_removed)
        self.references.role_changed.connect(self.reference_role_changed)
        self.references.browse.connect(self.references_browsed)
        self.foot.acted.connect(self._act)
        self.foot.draft_again.connect(self.draft_requested)
        self.foot.framings.connect(self.framings_requested)
        self._images.ready.connect(self._poster_ready)

    def _show_takes(self, detail: ShotDetail, choose: TakeId | None) -> None:
        self.takes.show_takes(detail.takes, detail.card.pick_id, choose)
        kept = sum(1 for take in detail.takes if take.id == detail.card.pick_id)
        spent = sum((take.cost for take in detail.takes), Money())
        self._takes_heading.count.setText(str(len(detail.takes) or ""))
        words = f"{spent} spent, {kept} kept" if detail.takes else "none yet"
        self._takes_heading.remark.setText(words)
        self._show_chosen()

    def _choose_take(self, take_id: TakeId) -> None:
        # Somebody who walks the takes wants to see takes, not the fields' picture.
        self.set_still(None)
        self._show_chosen()
        self.take_chosen.emit(take_id)

    def _show_chosen(self) -> None:
        detail, take = self._detail, self.takes.chosen
        if detail is None:
            return
        length = short_time(detail.card.frames, self._rate)
        playable = take is not None and not take.missing
        hint = (
            "The file of this take is missing" if take is not None and take.missing else "Press G to block it in, free"
        )
        self.picture.say(timecode(self._start_frame, self._rate), length, hint=hint, can_play=playable)
        self._show_poster()
        self._show_step()

    def _show_step(self) -> None:
        if self._detail is None:
            return
        step = next_step(self._detail, self.takes.chosen, self._offers)
        self.foot.show_step(step, self._offers.get(Tier.DISCOVERY))
        self.lineage.show_chain(chain(self._detail.takes, self.takes.chosen), step)
        self._lineage_heading.setVisible(bool(self._detail.takes))
        self.lineage.setVisible(bool(self._detail.takes))

    def _show_poster(self) -> None:
        take = self.takes.chosen
        if take is None or take.missing:
            self.picture.show_poster(None)
            return
        width = round(max(self.picture.width(), 1) * self.devicePixelRatioF())
        poster = self._images.ask(take.id, width)
        if poster is not None or self._images.lacks(take.id):
            self.picture.show_poster(poster)

    def _poster_ready(self, key: str) -> None:
        take = self.takes.chosen
        if take is not None and take.id == key:
            self._show_poster()

    def _show_still(self, name: str, image: QImage) -> None:
        self.picture.show_still(image)

    def _play(self) -> None:
        take = self.takes.chosen
        if take is not None and not take.missing:
            self.play_requested.emit(take.id)

    def _act(self, step: NextStep) -> None:
        self.flush()
        match step.act:
            case Act.DRAFT:
                self.draft_requested.emit()
            case Act.PICK if step.take is not None:
                self.pick_toggled.emit(step.take.id)
            case Act.PROMOTE if step.take is not None:
                self.promote_requested.emit(step.take.id)
            case Act.APPROVE:
                self.edited.emit({"approved": True})
            case _:
                self.copy_requested.emit()


def _margined(column: QVBoxLayout) -> QVBoxLayout:
    inner = QVBoxLayout()
    inner.setContentsMargins(EDGE, 0, EDGE, 0)
    inner.setSpacing(0)
    column.addLayout(inner)
    return inner


def _labelled(theme: Theme, duration: NumberField) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(label(theme, "label", "Duration"))
    duration.setFixedSize(_DURATION_WIDTH, 26)
    row.addWidget(duration)
    return row
