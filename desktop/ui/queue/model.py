"""The queue's model: ordered ids in memory, rows fetched a page at a time and kept while they are fresh."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotation_schema.model import ArticleId
from annotation_schema.wording import translate
from desktop.core.view import ArticleRow
from desktop.core.words import status_title

PAGE = 100
"""Rows fetched at once."""
KEPT = 4000
"""Rows kept; the oldest go first."""

RowRole = Qt.ItemDataRole.UserRole + 1
"""The ``ArticleRow`` of an index."""
CurrentRole = Qt.ItemDataRole.UserRole + 2
"""True for the article on screen."""

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[Sequence[ArticleId]], Sequence[ArticleRow]]


class QueueModel(QAbstractTableModel):
    """One column of articles. Holds ids only; ``fetch`` gives the rows of up to a page of ids."""

    def __init__(self, fetch: Fetch | None = None) -> None:
        """Build an empty queue."""
        super().__init__()
        self._fetch = fetch
        self._ids: list[ArticleId] = []
        self._places: dict[ArticleId, int] | None = None
        self._rows: OrderedDict[ArticleId, ArticleRow] = OrderedDict()
        self._current: ArticleId | None = None

    def set_source(self, fetch: Fetch | None, ids: Sequence[ArticleId]) -> None:
        """Show other articles, or the same in another order; rows already known stay known."""
        self.beginResetModel()
        if fetch != self._fetch:
            self._fetch = fetch
            self._rows.clear()
        self._ids = list(ids)
        self._places = None
        self.endResetModel()

    def ids(self) -> Sequence[ArticleId]:
        """Return the ids in order."""
        return self._ids

    def place(self, article: ArticleId) -> int:
        """Return the row of an article, -1 if it is not in the queue."""
        if self._places is None:
            self._places = {x: i for i, x in enumerate(self._ids)}
        return self._places.get(article, -1)

    def at(self, row: int) -> ArticleId | None:
        """Return the article in a row, or None."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def set_current(self, article: ArticleId | None) -> None:
        """Tell which article is on screen."""
        before, self._current = self._current, article
        for x in (before, article):
            if x is not None and (row := self.place(x)) >= 0:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index, [CurrentRole])

    def refresh(self, articles: Iterable[ArticleId]) -> None:
        """Forget the rows of these articles; what is on screen is fetched again."""
        for article in articles:
            if self._rows.pop(article, None) is not None and (row := self.place(article)) >= 0:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def refresh_all(self) -> None:
        """Forget all rows."""
        self._rows.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def row(self, row: int) -> ArticleRow | None:
        """Return a row, fetching its page if need be; None if the article is gone."""
        article = self._ids[row]
        known = self._rows.get(article)
        if known is None and self._fetch is not None:
            start = row - row % PAGE
            wanted = [x for x in self._ids[start : start + PAGE] if x not in self._rows]
            for fetched in self._fetch(wanted):
                self._rows[fetched.id] = fetched
            while len(self._rows) > KEPT:
                self._rows.popitem(last=False)
            known = self._rows.get(article)
        return known

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, row, current mark, or the sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        if role == CurrentRole:
            return self._ids[index.row()] == self._current
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
            RowRole,
        ):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            status = status_title(row.status)
            return f"{row.title or translate('Window', 'Untitled')}, {status}, {row.publisher}, {counts_words(row)}"
        return row.title or translate("Window", "Untitled")


def counts_words(row: ArticleRow, letters: dict[str, str] | None = None) -> str:
    """Return “4 C · 11 A · 14 L”, or “22 suggested” while nothing is tagged."""
    order = [*(letters or {}), *(x for x in row.counts if x not in (letters or {}))]
    parts = [f"{n} {(letters or {}).get(label, label[:1])}" for label in order if (n := row.counts.get(label, 0))]
    if parts:
        return " · ".join(parts)
    return translate("Claims", "%n suggested|%n suggested", row.open_suggestions) if row.open_suggestions else ""
