"""Files out and in: what a drag or Ctrl+C hands over, deliveries, and pictures and clips that are dropped or pasted."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from studio.core.errors import InvalidInputError
from studio.core.ids import ReferenceId, SceneId, ShotId, TakeId
from studio.core.shot import ReferenceRole
from studio.ui.ask import ask_files
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.inspector import InspectorController
from studio.ui.inspector.inspector import Inspector
from studio.ui.tasks import Tasks
from studio.ui.toast import Toast

if TYPE_CHECKING:
    from studio.services.workspace import Workspace

SCRIPTS = frozenset((".fountain", ".txt", ".spmd"))
PICTURES = frozenset((".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff"))
CLIPS = frozenset((".mp4", ".mov", ".m4v", ".mkv", ".webm", ".avi", ".mxf"))
SETTLE_MS = 150  # a selection that rests this long gets its files made


class FilesController(QObject):
    """Keeps the selected takes' files ready, so that a drag that begins has them."""

    def __init__(
        self,
        bridge: Bridge,
        tasks: Tasks,
        board: BoardController,
        shown: InspectorController,
        inspector: Inspector,
        toast: Toast,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self._board, self._shown = bridge, tasks, board, shown
        self._toast, self._window = toast, window
        self._ready: dict[TakeId, Path] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._prepare)
        board.pointed.connect(self._settle.start)
        board.refreshed.connect(self._settle.start)
        shown.shown.connect(self._settle.start)
        bridge.opened.connect(self._opened)
        board.view.drag_files = self.files
        board.view.files_dropped.connect(self._dropped)
        board.view.dragged_out.connect(self._carried)
        inspector.references_dropped.connect(self._add_references)
        inspector.reference_pasted.connect(self._paste)
        inspector.reference_removed.connect(self._remove_reference)
        inspector.reference_role_changed.connect(self._set_reference_role)
        inspector.references_browsed.connect(self.add_references)
        inspector.copy_requested.connect(self.copy)

    def files(self, shot_ids: Sequence[ShotId]) -> list[Path]:
        """The files of these shots that are there, in board order: picks, and the chosen take of the focused shot."""
        found: list[Path] = []
        chosen = self._shown.take()
        for card in self._board.cards:
            if card.shot_id not in shot_ids:
                continue
            if chosen is not None and chosen.shot_id == card.shot_id and chosen.id != card.pick_id:
                path = self._ready.get(chosen.id)
            elif card.pick_id is not None and card.delivery:
                path = Path(card.delivery)
            else:
                path = self._ready.get(card.shown_id) if card.shown_id else None
            if path is not None:
                found.append(path)
        return found

    def copy(self) -> None:
        """Put the selected shots' files on the clipboard, as a file manager would."""
        self._start(self._copy, "copying files")

    def paste(self) -> None:
        """A picture on the clipboard becomes a reference of the focused shot."""
        card = self._board.focus()
        data = QGuiApplication.clipboard().mimeData()
        if card is None:
            return
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self._add_references(paths)
        elif data.hasImage():
            self._paste(png_of(QGuiApplication.clipboard().image()))

    def deliver(self) -> None:
        """Make the picks' files: of the selected shots that have a pick, else of the whole board."""
        selected = [card.shot_id for card in self._board.selected() if card.pick_id is not None]
        everything = [card.shot_id for card in self._board.cards if card.pick_id is not None]
        wanted = selected if len(selected) > 1 else everything

        async def act(space: Workspace) -> None:
            files = await self._bridge.run(space.delivery.deliver(wanted))
            count = "1 file is" if len(files) == 1 else f"{len(files)} files are"
            self._toast.say(f"{count} in the delivery folder", icon="export", act="Show folder", slot=self.show_folder)

        self._start(act, "delivering picks")

    def show_folder(self) -> None:
        """Open the delivery folder in the system's file manager, or say where it is."""
        space = self._bridge.workspace
        if space is None:
            return
        folder = space.folder / "delivery"
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._toast.say(f"The delivery folder is {folder}", icon="folder-open")

    def add_files(self) -> None:
        """Ask for pictures and clips, and take them in as if they had been dropped on the focused shot."""

        async def act(space: Workspace) -> None:
            kinds = " ".join(f"*{suffix}" for suffix in sorted(PICTURES | CLIPS))
            chosen = await ask_files(
                self._window, "Add pictures or clips", Path.home(), [f"Pictures and clips ({kinds})"], several=True
            )
            if chosen:
                await self._take_in(space, list(chosen), self._board.scene_here(), None, None)

        self._start(act, "adding pictures or clips")

    def add_references(self) -> None:
        """Ask for pictures that the focused shot is guided by."""
        card = self._board.focus()

        async def act(space: Workspace) -> None:
            kinds = " ".join(f"*{suffix}" for suffix in sorted(PICTURES))
            chosen = await ask_files(self._window, "Add references", Path.home(), [f"Pictures ({kinds})"], several=True)
            if chosen and card is not None:
                await self._bridge.run(space.references.add(card.shot_id, chosen))

        self._start(act, "adding references")

    async def _copy(self, space: Workspace) -> None:
        await self._make_ready(space)
        files = self.files(self._board.selected_ids())
        if not files:
            raise InvalidInputError("There is no file to copy.", "Draft the shot first with G.")
        QGuiApplication.clipboard().setMimeData(files_on_clipboard(files))
        self._carried(self._board.selected_ids())
        self._toast.say("1 file copied" if len(files) == 1 else f"{len(files)} files copied", icon="copy")

    def _opened(self, workspace: object) -> None:
        self._ready.clear()

    def _carried(self, shot_ids: Sequence[ShotId]) -> None:
        """Files of these shots have left the window."""

        async def note(space: Workspace) -> None:
            space.delivery.dragged(shot_ids)

        self._start(lambda space: self._bridge.run(note(space)), "noting what was carried out")

    def _prepare(self) -> None:
        space = self._bridge.workspace
        if space is not None and not space.read_only:
            self._tasks.latest("files", self._make_ready(space), "making files ready")

    async def _make_ready(self, space: Workspace) -> None:
        chosen = self._shown.take()
        wanted = [card.shown_id for card in self._board.selected() if card.shown_id and not card.missing]
        if chosen is not None and not chosen.missing:
            wanted.append(chosen.id)
        wanted = [take_id for take_id in dict.fromkeys(wanted) if take_id not in self._ready]
        if wanted and not space.read_only:
            self._ready.update(await self._bridge.run(space.delivery.prepare(wanted)))

    def _dropped(
        self, paths: Sequence[Path], scene_id: SceneId | None, shot_id: ShotId | None, before: ShotId | None
    ) -> None:
        self._start(
            lambda space: self._take_in(space, [Path(path) for path in paths], scene_id, shot_id, before),
            "taking in what was dropped",
        )

    async def _take_in(
        self,
        space: Workspace,
        paths: list[Path],
        scene_id: SceneId | None,
        shot_id: ShotId | None,
        before: ShotId | None,
    ) -> None:
        """Scripts become scenes; on a shot clips become takes and pictures references, elsewhere both become shots."""
        scripts, pictures, clips = (
            [path for path in paths if path.suffix.lower() in kinds] for kinds in (SCRIPTS, PICTURES, CLIPS)
        )
        for path in scripts:
            report = await self._bridge.run(space.importing.script(path))
            self._toast.say(f"{path.name}: {report.scenes} scenes, {report.shots} shots", icon="file-text")
        if shot_id is not None:
            if pictures:
                await self._bridge.run(space.references.add(shot_id, pictures))
            if clips:
                await self._bridge.run(space.importing.clips(shot_id, clips))
        elif pictures or clips:
            scene = scene_id or self._board.scene_here()
            if scene is None:
                scene = await self._bridge.run(space.editing.add_scene("EXT. NEW SCENE - DAY"))
            made = list(await self._bridge.run(space.importing.pictures(pictures, scene, before))) if pictures else []
            for clip in clips:
                made.append(await self._bridge.run(space.editing.add_shot(scene, before, clip.stem)))
                await self._bridge.run(space.importing.clips(made[-1], [clip]))
            self._board.point_at(made)
        left = [path.name for path in paths if path not in (*scripts, *pictures, *clips)]
        if left:
            raise InvalidInputError(
                f"Shotboard cannot take in {', '.join(left[:5])}.",
                "It takes pictures, clips, and Fountain or text scripts.",
            )

    def _add_references(self, paths: Sequence[Path]) -> None:
        card = self._board.focus()
        if card is not None:
            self._start(
                lambda space: self._take_in(space, [Path(path) for path in paths], None, card.shot_id, None),
                "adding references",
            )

    def _paste(self, png: bytes) -> None:
        card = self._board.focus()
        space = self._bridge.workspace
        if card is not None and space is not None:
            self._tasks.start(self._bridge.run(space.references.paste(card.shot_id, png)), "pasting a picture")

    def _remove_reference(self, reference_id: ReferenceId) -> None:
        space = self._bridge.workspace
        if space is not None:
            self._tasks.start(self._bridge.run(space.editing.remove_reference(reference_id)), "removing a reference")

    def _set_reference_role(self, reference_id: ReferenceId, role: ReferenceRole) -> None:
        space = self._bridge.workspace
        if space is not None:
            call = space.editing.set_reference_role(reference_id, role)
            self._tasks.start(self._bridge.run(call), "giving a reference its role")

    def _start(self, act: Callable[[Workspace], Coroutine[Any, Any, None]], doing: str) -> None:
        space = self._bridge.workspace
        if space is not None:
            self._tasks.start(act(space), doing)


def files_on_clipboard(files: Sequence[Path]) -> QMimeData:
    """Files as file managers exchange them: the addresses, and GNOME's word that they are to be copied, not moved."""
    urls = [QUrl.fromLocalFile(str(path)) for path in files]
    data = QMimeData()
    data.setUrls(urls)
    lines = "\n".join(bytes(url.toEncoded().data()).decode() for url in urls)
    data.setData("x-special/gnome-copied-files", f"copy\n{lines}".encode())
    return data


def png_of(image: QImage) -> bytes:
    """A picture as PNG bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
