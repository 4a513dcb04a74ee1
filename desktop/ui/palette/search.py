"""Articles for the palette, found in a thread with a connection of its own; only the newest question is answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.core.project import Project
from desktop.core.view import ArticleFilter, ArticleRow
from desktop.ui.jobs import Cancelled, Task, Tell

MOST = 12
"""Articles that are listed, those with the words in their title first."""


class ArticleSearch(QObject):
    """``ask`` and wait for ``found``; an answer to an older question is dropped."""

    found = Signal(str, object)  # the words, list[ArticleRow]

    def __init__(self, parent: QObject) -> None:
        """Search nothing yet."""
        super().__init__(parent)
        self._project: Project | None = None
        self._task: Task | None = None
        self._next = ""
        self._wanted = ""

    def open(self, project: Project) -> None:
        """Search in this project from now on."""
        self._project = project

    def ask(self, words: str) -> None:
        """Look for articles with these words; with none, nothing is looked for and nothing comes."""
        words = words.strip()
        self._wanted = self._next = words if len(words) > 1 else ""
        self._go()

    def close(self) -> None:
        """Forget the question and wait for what is running: the project closes."""
        self._project, self._next, self._wanted = None, "", ""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            task.wait()
            task.deleteLater()

    @property
    def busy(self) -> bool:
        """Whether an answer is to come."""
        return self._task is not None

    def _go(self) -> None:
        project, words = self._project, self._next
        if project is None or self._task is not None or not words:
            return
        self._next = ""

        def work(_tell: Tell, cancelled: Cancelled) -> object:
            with project.side() as side:
                return words, search(side, words, cancelled)

        self._task = Task(work, self)
        self._task.succeeded.connect(self._answer)
        self._task.failed.connect(self._ended)
        self._task.broke.connect(self._ended)
        self._task.start()

    def _answer(self, answer: tuple[str, list[ArticleRow]]) -> None:
        if self.sender() is not self._task:  # the search was closed meanwhile
            return
        self._ended()
        if answer[0] == self._wanted:
            self.found.emit(*answer)

    def _ended(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        self._go()


def search(project: Project, words: str, cancelled: Cancelled) -> list[ArticleRow]:
    """Return the first articles with the words in the title, then those with them in the text."""
    ids: Sequence[int] = project.article_ids(ArticleFilter(text=words, titles_only=True))[:MOST]
    if len(ids) < MOST and not cancelled():
        known = set(ids)
        rest = (i for i in project.article_ids(ArticleFilter(text=words)) if i not in known)
        ids = [*ids, *(i for i, _ in zip(rest, range(MOST - len(ids)), strict=False))]
    return project.rows(ids) if ids and not cancelled() else []  # pyright: ignore[reportArgumentType]
