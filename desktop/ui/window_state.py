"""Where the window was, and where in it the work was left, for each project; commands used lately. Not settings."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication

from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.ui.article.pane import ArticlePane
    from desktop.ui.queue.panel import QueuePanel

LIMIT = 50
"""Projects whose last article is remembered."""
RECENT_COMMANDS = 20
_TITLE_BAR = 36
"""Height that a window's own frame may take, where it is not known yet."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work on a project was left.

    ``caret`` and ``top`` are code points of the article: where the caret stood, and what stood at the top of the pane,
    ``above`` pixels of it out of sight; ``anchor`` is the other end of the selection.
    """

    uid: str = ""
    caret: int = 0
    anchor: int = 0
    top: int = 0
    above: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """How the panes of a project were left.

    ``tab``: the label in front on the right, "notes", or "" for the first; ``zoom`` in percent, 0: as the settings say;
    ``search``, ``statuses`` (joined by spaces) and ``filter`` (``saved_filters.dump`` in JSON): what the queue lists,
    and ``order`` how; ``drawer``: height of the lists below the article, 0: as it comes.
    """

    tab: str = ""
    zoom: int = 0
    search: str = ""
    statuses: str = ""
    filter: str = ""
    order: str = ""
    drawer: int = 0


_Kept = TypeVar("_Kept", Place, Desk)


class WindowState:
    """A small ini file beside the settings. What cannot be read is as if it were not there."""

    def __init__(self, file: Path) -> None:
        """Use ``file``; it need not exist."""
        self._file = QSettings(str(file), QSettings.Format.IniFormat)

    # --- the window --------------------------------------------------------------------------

    def restore_geometry(self, window: MainWindow, project: Path | None = None) -> None:
        """Put the window where it was with this project, else where it was last; always on the screen."""
        value = self._bytes("geometry", project)
        if value is not None:
            window.restoreGeometry(value)
        keep_on_screen(window)

    def restore_panes(self, window: MainWindow, project: Path | None = None) -> None:
        """Give the panes the widths that they had with this project, else had last."""
        value = self._bytes("panes", project)
        if value is not None:
            window.splitter.restoreState(value)
        side = self._file.value("window/side")
        if isinstance(side, str):
            window.show_side(side)

    def save(self, window: MainWindow, project: Path | None = None) -> None:
        """Note where the window is."""
        places = ["window", *([f"windows/{_key(project)}"] if project is not None else [])]
        for place in places:
            self._file.setValue(f"{place}/geometry", window.saveGeometry())
            if window.splitter.count():
                self._file.setValue(f"{place}/panes", window.splitter.saveState())
        self._file.setValue("window/side", window.side)
        self._thin("windows", places[-1].rpartition("/")[2])
        self._file.sync()

    def _bytes(self, name: str, project: Path | None) -> QByteArray | None:
        keys = [*([f"windows/{_key(project)}/{name}"] if project is not None else []), f"window/{name}"]
        for key in keys:
            value = self._file.value(key)
            if isinstance(value, QByteArray) and not value.isEmpty():
                return value
        return None

    # --- the place in the text ---------------------------------------------------------------

    def place(self, project: Path) -> Place:
        """Return where the work on a project was left."""
        return self._read(f"places/{_key(project)}", Place())

    def set_place(self, project: Path, place: Place) -> None:
        """Note where the work is left."""
        self._thin("places", _key(project))
        self._file.setValue(f"places/{_key(project)}", json.dumps(asdict(place)))

    # --- the panes ---------------------------------------------------------------------------

    def desk(self, project: Path) -> Desk:
        """Return how the panes of a project were left."""
        return self._read(f"desks/{_key(project)}", Desk())

    def set_desk(self, project: Path, desk: Desk) -> None:
        """Note how the panes are left."""
        self._thin("desks", _key(project))
        self._file.setValue(f"desks/{_key(project)}", json.dumps(asdict(desk)))

    def restore_filter(self, queue: QueuePanel, project: Path) -> None:
        """Let the queue list what it listed when the project was closed, without a notice."""
        desk = self.desk(project)
        from annotation_schema.model import Status  # not before the first paint
        from desktop.core.view import ArticleFilter, ArticleOrder

        wanted = ArticleFilter()
        if desk.filter:
            from desktop.core import saved_filters

            wanted = saved_filters.parse(desk.filter)
        known = {s.value: s for s in Status}
        statuses = frozenset(known[s] for s in desk.statuses.split() if s in known)
        queue.ask_for(replace(wanted, text=desk.search, statuses=statuses))
        queue.set_order(next((o for o in ArticleOrder if o.value == desk.order), ArticleOrder.IMPORTED))

    def _read(self, name: str, default: _Kept) -> _Kept:
        value = self._file.value(name)
        try:
            data: object = json.loads(value) if isinstance(value, str) else None
        except ValueError:
            data = None
        given = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
        known = {k: given[k] for k, v in asdict(default).items() if type(given.get(k)) is type(v)}
        return replace(default, **known)

    # --- commands used lately ----------------------------------------------------------------

    def recent_commands(self) -> list[str]:
        """Return the keys of the palette's entries chosen lately, newest first."""
        value = self._file.value("palette/recent")
        return value.split("\n") if isinstance(value, str) and value else []

    def note_command(self, key: str) -> None:
        """Remember that an entry was chosen."""
        rest = [k for k in self.recent_commands() if k != key]
        self._file.setValue("palette/recent", "\n".join([key, *rest][:RECENT_COMMANDS]))

    def _thin(self, group: str, kept: str) -> None:
        """Forget one of too many projects, but not the one at hand."""
        self._file.beginGroup(group)
        known = self._file.childGroups() or self._file.childKeys()
        others = [k for k in known if k != kept]
        if len(known) > LIMIT:
            self._file.remove(others[0])
        self._file.endGroup()


def keep_on_screen(window: MainWindow) -> None:
    """Make the window no larger than its screen and move it into it; a small screen lowers its least size, too."""
    screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen() or QGuiApplication.primaryScreen()
    free = screen.availableGeometry()
    frame = window.frameGeometry().height() - window.height()
    most = QSize(free.width(), free.height() - (frame or min(_TITLE_BAR, _reserved(screen.geometry(), free))))
    window.setMinimumSize(window.minimumSize().boundedTo(most))
    if window.isMaximized() or window.isFullScreen():
        return
    size = window.size().boundedTo(most)
    corner = window.pos()
    inside = QPoint(
        max(free.left(), min(corner.x(), free.right() + 1 - size.width())),
        max(free.top(), min(corner.y(), free.bottom() + 1 - size.height())),
    )
    if size != window.size():
        window.resize(size)
    if inside != corner:
        window.move(inside)


def _reserved(whole: QRect, free: QRect) -> int:
    """Where the desktop keeps bars for itself there are frames around windows, too; a bare screen has none."""
    return _TITLE_BAR if whole != free else 0


def place_of(pane: ArticlePane, uid: str) -> Place:
    """Return where caret and page of the article stand."""
    caret, value, layout = pane.caret_state, pane.verticalScrollBar().value(), pane.page_layout
    if layout is None or not layout.pieces:
        return Place(uid)
    from desktop.ui.article import geometry

    top = geometry.hit(layout, 0, value).position if value > 0 else 0
    above = value - geometry.caret_bar(layout, top).top() if value > 0 else 0
    return Place(uid, caret.position, caret.anchor, top, round(above))


def return_to(pane: ArticlePane, place: Place) -> None:
    """Put caret and page of the article where they were."""
    layout = pane.page_layout
    if layout is None or not layout.pieces:
        return
    from desktop.ui.article import geometry
    from desktop.ui.article.caret import Caret

    length = len(pane.text)
    pane.place(Caret(min(place.caret, length), min(place.anchor, length)), reveal=False)
    if place.top or place.above:
        top = geometry.caret_bar(layout, layout.nearest(min(place.top, length))).top()
        pane.verticalScrollBar().setValue(round(top + place.above))
    else:
        pane.verticalScrollBar().setValue(0)


def _key(project: Path) -> str:
    """Return a key for a path: a slash would make groups."""
    return str(project).replace("%", "%25").replace("/", "%2F").replace("\\", "%5C")
