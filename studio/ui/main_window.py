"""The window's content: panels put together and every action connected. What they do is in the controllers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from studio.config import Settings
from studio.core.ids import SceneId, ShotId
from studio.ui.action_set import ActionSet
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.desk import DeskController
from studio.ui.controllers.edit import EditController
from studio.ui.controllers.files import FilesController
from studio.ui.controllers.inspector import InspectorController
from studio.ui.controllers.offers import OffersController
from studio.ui.controllers.panels import PanelsController
from studio.ui.controllers.pictures import Pictures, StripController
from studio.ui.controllers.player import PlayerController
from studio.ui.controllers.project import ProjectController
from studio.ui.controllers.render import RenderController
from studio.ui.controllers.takes import TakesController
from studio.ui.controllers.view import ViewController, below
from studio.ui.grid.board_view import BoardView
from studio.ui.image_cache import ImageCache
from studio.ui.inspector.inspector import NARROW_WIDTH, WIDTH, Inspector
from studio.ui.preferences import Preferences
from studio.ui.scene_list import SceneList
from studio.ui.start import Start
from studio.ui.status_bar import StatusBar
from studio.ui.tasks import Tasks
from studio.ui.theme import Theme
from studio.ui.toast import Toast
from studio.ui.top_bar import NARROW, TopBar
from studio.ui.welcome import Welcome

SCENES, NARROW_SCENES = 215, 183  # and a hairline each
FOLDS_SCENES, FOLDS_INSPECTOR = 1080, 900  # below these widths a side panel gives its place to the board
SHOT_MENU = (
    "play",
    "draft",
    "framings",
    "promote",
    "",
    "cancel_work",
    "retry_work",
    "",
    "new_after",
    "new_before",
    "duplicate",
    "",
    "approve",
    "hold",
    "omit",
    "",
    "copy_files",
    "bin",
)
SCENE_MENU = ("rename_scene", "add_scene")


class MainWindow(QWidget):
    """`theme_wanted` asks for the same content in another theme."""

    theme_wanted = Signal()

    def __init__(
        self, frame: QMainWindow, theme: Theme, bridge: Bridge, tasks: Tasks, preferences: Preferences, start: Start
    ) -> None:
        super().__init__()
        self._frame, self._theme, self._bridge, self._tasks = frame, theme, bridge, tasks
        self._preferences, self._start = preferences, start
        pictures = Pictures(bridge)
        self._posters = ImageCache(pictures.posters, tasks.start, self)
        self._references = ImageCache(pictures.references, tasks.start, self)
        self.view = BoardView(theme, self._posters)
        self.inspector = Inspector(theme, self._posters, self._references)
        self.action_set = ActionSet(theme, self, self.view)
        self.top = TopBar(theme, self.action_set["settings"])
        self.scenes = SceneList(theme)
        self.status = StatusBar(theme)
        new, open_, script = (self.action_set[one] for one in ("new_project", "open_project", "import_script"))
        self.welcome = Welcome(theme, new, open_, script)
        self._centre = QStackedWidget()
        self._drawer = QSplitter(Qt.Orientation.Vertical)
        self.toast = Toast(theme, self._centre)
        self._lay_out()
        self._control()
        self._connect()

    def _lay_out(self) -> None:
        self._drawer.addWidget(self.view)
        self._drawer.setHandleWidth(1)
        self._drawer.setChildrenCollapsible(False)
        self._drawer.setStretchFactor(0, 1)
        self._centre.addWidget(self.welcome)
        self._centre.addWidget(self._drawer)
        self._lines = [QFrame(), QFrame()]
        for line in self._lines:
            self._theme.dress(line, "upright")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for widget in (self.scenes, self._lines[0]):
            middle.addWidget(widget)
        middle.addWidget(self._centre, 1)
        for widget in (self._lines[1], self.inspector):
            middle.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(middle, 1)
        whole.addWidget(self.status)
        self.setTabOrder(self.top, self.scenes)
        self.setTabOrder(self.scenes, self.view)
        self.setTabOrder(self.view, self.inspector)

    def _control(self) -> None:
        bridge, tasks, theme, frame = self._bridge, self._tasks, self._theme, self._frame
        start, preferences = self._start, self._preferences
        self.board = BoardController(bridge, tasks, self.view, self)
        self.shown = InspectorController(bridge, tasks, self.board, self.inspector, self)
        self.panels = PanelsController(
            bridge, tasks, self.board, self.shown, self.action_set, self.top, self.scenes, self.status, self
        )
        self.edit = EditController(bridge, tasks, self.board, self.scenes, self.toast, self)
        self.takes = TakesController(bridge, tasks, self.shown, self.inspector, self)
        self.rendering = RenderController(
            bridge, tasks, theme, self.board, self.shown, self.inspector, self.toast, frame, self
        )
        self.files = FilesController(bridge, tasks, self.board, self.shown, self.inspector, self.toast, frame, self)
        height = preferences.settings.view.get("player_height", 0)
        self.player = PlayerController(
            bridge, tasks, theme, self.board, self.shown, self.inspector, self._drawer, height, self
        )
        self.project = ProjectController(
            bridge, tasks, theme, preferences, start.projects, self.toast, self.finish_typing, frame, self
        )
        self.desk = DeskController(bridge, tasks, theme, preferences, start.resources, self.board, frame, self)
        card_width = preferences.settings.view.get("card_width", 0)
        self.look = ViewController(self.board, self.panels, self.top, self.scenes, self.status, card_width, self)
        OffersController(bridge, tasks, self.board, self.shown, self.inspector, self)
        StripController(bridge, tasks, self.view, self)

    def _connect(self) -> None:
        self.action_set.connect_all(self.slots())
        self.top.menu_requested.connect(self._open_menu)
        self.scenes.bin_requested.connect(self.desk.bin)
        self.view.opened.connect(lambda _shot: self.inspector.focus_action())
        self.inspector.left.connect(self.view.setFocus)
        self.edit.shot_made.connect(self.shown.write_when_shown)
        self.view.context_menu.connect(self._shot_menu)
        self.view.scene_menu.connect(self._scene_menu)
        self.view.visible_changed.connect(lambda _shots: self.panels.set_scene_here(self.view.scene_in_view()))
        self.welcome.opened.connect(self.project.open)
        self.welcome.forgotten.connect(self.project.forget)
        self.project.busy.connect(self.welcome.show_busy)
        self.project.recent_changed.connect(self._show_recent)
        self.player.open_changed.connect(self.panels.set_player_open)
        self.desk.theme_wanted.connect(self.theme_wanted)
        self.desk.motion_wanted.connect(self.view.set_reduced_motion)
        self.board.refreshed.connect(self._show_centre)
        self._bridge.opened.connect(self._show_centre)

    def slots(self) -> dict[str, Callable[[], object]]:
        """A slot for every action of the table."""
        project, edit, render, takes, files = self.project, self.edit, self.rendering, self.takes, self.files
        slots: dict[str, Callable[[], object]] = {
            "new_project": project.new,
            "open_project": project.ask_open,
            "import_script": project.import_script,
            "import_media": files.add_files,
            "deliver": files.deliver,
            "show_delivery": files.show_folder,
            "settings": self.desk.settings,
            "close_project": project.close,
            "quit": self._frame.close,
            "undo": edit.undo,
            "redo": edit.redo,
            "copy_files": files.copy,
            "paste_picture": files.paste,
            "select_all": self.look.select_all,
            "search": self.look.search,
            "new_after": edit.new_after,
            "new_before": edit.new_before,
            "duplicate": edit.duplicate,
            "move_left": edit.move_left,
            "move_right": edit.move_right,
            "add_scene": edit.add_scene,
            "rename_scene": edit.rename_scene,
            "draft": render.draft,
            "framings": render.framings,
            "cancel_work": render.cancel,
            "retry_work": render.retry,
            "approve": lambda: edit.toggle("approved"),
            "hold": lambda: edit.toggle("on_hold"),
            "omit": lambda: edit.toggle("omitted"),
            "bin": edit.bin,
            "show_bin": self.desk.bin,
            "play": self.player.play,
            "play_picks": self.player.play_picks,
            "promote": render.promote,
            "pick": takes.pick,
            "reject": takes.reject,
            "unpick": takes.unpick,
            "use_settings": takes.use_settings,
            "menu": self._open_menu,
            "toggle_scenes": lambda: self._toggle("scenes"),
            "toggle_inspector": lambda: self._toggle("inspector"),
            "zoom_in": self.look.zoom_in,
            "zoom_out": self.look.zoom_out,
            "close_player": self.player.close,
            "keys": self.desk.keys,
            "whats_new": self.desk.whats_new,
        }
        for stars in range(6):
            slots[f"rate_{stars}"] = lambda stars=stars: takes.rate(stars)
        return slots

    def begin(self) -> None:
        """Show what is there now: the open project, the one to open first, or the welcome page."""
        if sys.platform == "darwin":
            self._frame.menuBar().clear()
            self.action_set.menu_bar(self._frame.menuBar())
        self.view.set_reduced_motion(self._preferences.settings.reduced_motion)
        self._show_recent()
        if self._bridge.workspace is not None:
            self.board.load()
        elif self._start.project is not None:
            self.project.open(self._start.project)
        self.panels.refresh()
        self._show_centre()
        self._greet()

    def _greet(self) -> None:
        """Say what was wrong with the settings, else, once after an update, that there is something new."""
        seen, version = self._preferences.settings.whats_new_seen, self._start.version
        if self._start.notice:
            self.toast.warn(self._start.notice)
        elif seen and seen != version:
            self.toast.say(f"This is Shotboard {version}", act="What’s new", slot=self.desk.whats_new)
        if seen != version:
            self._tasks.start(self._keep_version(), "saving the settings")

    async def _keep_version(self) -> None:
        self._preferences.change(whats_new_seen=self._start.version)

    def is_still(self) -> bool:
        """Whether the project is shown and every card that can be seen has its picture."""
        return self.board.board is not None and not self.view.composing()

    async def finish_typing(self) -> None:
        """Write what is typed and not yet written."""
        self.inspector.flush()
        await self.shown.written()

    def kept(self, settings: Settings) -> Settings:
        """The settings with the look of the window as it is now."""
        view = {
            "card_width": self.look.chosen_width,
            "player_height": self.player.chosen_height,
            "scenes": self._wanted("scenes"),
            "inspector": self._wanted("inspector"),
        }
        return replace(settings, view={**settings.view, **view})

    def end(self) -> None:
        """Let go of threads; the content is not used afterwards."""
        self.player.end()
        for cache in (self._posters, self._references):
            cache.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give panels their width, or their place to the board."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow, wide = self.width() < NARROW, self.width()
        is_open = self._bridge.workspace is not None
        self.top.set_narrow(narrow)
        self.scenes.setFixedWidth(NARROW_SCENES if narrow else SCENES)
        self.inspector.setFixedWidth((NARROW_WIDTH if narrow else WIDTH) - 1)
        self.look.fit(narrow=narrow)
        shown = (
            is_open and bool(self._wanted("scenes")) and wide >= FOLDS_SCENES,
            is_open and bool(self._wanted("inspector")) and wide >= FOLDS_INSPECTOR,
        )
        for panel, line, visible in zip((self.scenes, self.inspector), self._lines, shown, strict=True):
            panel.setVisible(visible)
            line.setVisible(visible)

    def _wanted(self, panel: str) -> int:
        return self._preferences.settings.view.get(panel, 1)

    def _toggle(self, panel: str) -> None:
        view = {**self._preferences.settings.view, panel: 1 - self._wanted(panel)}
        self._preferences.change(view=view)
        self._fit()

    def _show_centre(self) -> None:
        is_open = self._bridge.workspace is not None
        self._centre.setCurrentWidget(self._drawer if is_open else self.welcome)
        self._fit()

    def _show_recent(self) -> None:
        folders = self.project.recent()
        self.welcome.show_recent(folders)
        self.action_set.set_recent(
            [(str(folder), lambda folder=folder: self.project.open(folder)) for folder in folders]
        )

    def _open_menu(self) -> None:
        menu = self.action_set.menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self.top.menu_button))

    def _shot_menu(self, point: QPoint, shot_ids: list[ShotId]) -> None:
        if shot_ids:
            self._popup(SHOT_MENU, point)

    def _scene_menu(self, point: QPoint, scene_id: str) -> None:
        self.panels.set_scene_here(SceneId(scene_id))
        self._popup(SCENE_MENU, point)

    def _popup(self, identities: tuple[str, ...], point: QPoint) -> None:
        menu = self.action_set.context_menu(self, identities)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
