"""Change notices of the project brought to the window's thread and gathered per turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from annotation_schema.model import ArticleId
from desktop.core.project import Project
from desktop.core.view import Change, ChangeKind


@dataclass(frozen=True, slots=True)
class Gathered:
    """What changed since the last turn. ``everything``: a notice named no articles, so any may have changed."""

    kinds: frozenset[ChangeKind]
    articles: frozenset[ArticleId]
    everything: bool
    foreign: frozenset[ArticleId]  # those that another than ``own`` changed


class ChangeFeed(QObject):
    """Listens to one project. ``changed`` comes on the thread of this object, once for many notices."""

    changed = Signal(object)  # Gathered
    _arrived = Signal(object)  # Change

    def __init__(self, own: object, parent: QObject | None = None) -> None:
        """Listen to nothing yet; ``own`` is the initiator that knows of its changes already."""
        super().__init__(parent)
        self._own = own
        self._foreign: set[ArticleId] = set()
        self._stop: Callable[[], None] | None = None
        self._kinds: set[ChangeKind] = set()
        self._articles: set[ArticleId] = set()
        self._everything = False
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._tell)
        # A notice may come from the thread that imports: the queue brings it over.
        self._arrived.connect(self._gather, Qt.ConnectionType.AutoConnection)

    def listen(self, project: Project | None) -> None:
        """Listen to a project instead of the one before."""
        if self._stop is not None:
            self._stop()
        self._timer.stop()
        self._kinds.clear()
        self._articles.clear()
        self._foreign.clear()
        self._everything = False
        self._stop = project.subscribe(self._arrived.emit) if project is not None else None

    def _gather(self, change: Change) -> None:
        if self._stop is None:
            return
        self._kinds |= change.kinds
        self._articles |= set(change.articles)
        if change.initiator is not self._own:
            self._foreign |= set(change.articles)
        self._everything = self._everything or not change.articles
        self._timer.start()

    def _tell(self) -> None:
        gathered = Gathered(
            frozenset(self._kinds), frozenset(self._articles), self._everything, frozenset(self._foreign)
        )
        self._kinds.clear()
        self._foreign.clear()
        self._articles.clear()
        self._everything = False
        self.changed.emit(gathered)
