"""The left pane: search field, filter chips, the queue, and how far the corpus is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.model import ArticleId, Status
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import mark, marked, translate
from desktop.core.project import Project
from desktop.core.view import ArticleFilter, ArticleOrder, QueueCounts, is_quick
from desktop.ui.claims.flow import FlowLayout
from desktop.ui.queue.bar import QueueBar
from desktop.ui.queue.delegate import ROW_HEIGHT, QueueDelegate
from desktop.ui.queue.model import Fetch, QueueModel
from desktop.ui.theme import Look
from desktop.ui.translation import number
from desktop.ui.widgets import SidePane, set_kind, soft_label

SEARCH_DELAY_MS = 120
FEW = 2_000
"""Articles that are looked through and put in order at once whatever is asked."""
CHIPS: tuple[tuple[Status, str], ...] = (
    (Status.TODO, mark("Queue", "To do")),
    (Status.STARTED, mark("Queue", "Started")),
    (Status.DONE, mark("Queue", "Done")),
    (Status.FLAGGED, mark("Queue", "Flagged")),
)


class QueueView(QTableView):
    """A list of fixed-height rows; Enter opens the row."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, model: QueueModel, look: Look) -> None:
        """Build the view; a table with fixed sections asks no row for its size."""
        super().__init__()
        self.setObjectName("queueView")
        self.setAccessibleName(translate("Queue", "Articles"))
        self._look = look
        self._delegate = QueueDelegate(look)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(ROW_HEIGHT)
        vertical.hide()
        horizontal = self.horizontalHeader()
        horizontal.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        horizontal.hide()
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.clicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def set_schema(self, schema: LabelSchema | None) -> None:
        """Take the letters for counts."""
        self._delegate.set_schema(schema)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the rows on it."""
        viewport = self.viewport()
        painter = QPainter(viewport)
        painter.fillRect(event.rect(), self._look.theme.color("panel"))
        painter.end()
        # From now on what is scrolled is moved and not painted anew; a style sheet takes that away again. Not before
        # the first paint: a pane that is painted leaves out what is opaque in it.
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Escape goes back to the article."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QueuePanel(SidePane):
    """The left pane. Knows no project: it shows ids and counts, and says what the user wants."""

    chosen = Signal(object)  # ArticleId
    filter_changed = Signal()
    left = Signal()
    task_clicked = Signal()

    def __init__(self, look: Look) -> None:
        """Build an empty queue."""
        super().__init__()
        self.setObjectName("queuePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = QueueModel()
        self.view = QueueView(self.model, look)
        self.view.opened.connect(self._opened)
        self.view.left.connect(self.left)
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setAccessibleName(translate("Queue", "Search articles"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self._delay = QTimer(self, interval=SEARCH_DELAY_MS, singleShot=True)
        self._delay.timeout.connect(self.filter_changed)
        self.search.textChanged.connect(self._delay.start)
        self._chips: dict[Status, QPushButton] = {}
        chip_row = QWidget()
        chips = FlowLayout(chip_row)  # a narrow pane has two rows of them
        for status, title in CHIPS:
            chip = QPushButton(title)
            set_kind(chip, "chip")
            chip.setCheckable(True)
            chip.clicked.connect(self._chip_clicked)
            self._chips[status] = chip
            chips.addWidget(chip)
        self.bar = QueueBar()
        self.extra = ArticleFilter()  # what is asked for beyond search and chips
        self.order = ArticleOrder.IMPORTED
        self._empty = soft_label("", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(4, 12, 4, 0)
        stack = QWidget()
        self._stack = QStackedLayout(stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 10, 9, 8)
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addSpacing(8)
        column.addWidget(chip_row)
        column.addSpacing(6)
        column.addWidget(self.bar)
        column.addSpacing(6)
        column.addWidget(stack, 1)
        column.addSpacing(8)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(translate("Queue", "Articles done"))
        column.addWidget(self._bar)
        column.addSpacing(4)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(4)
        self._foot = soft_label("", "small", wrap=True)
        self._task = QPushButton()
        set_kind(self._task, "flat")
        self._task.clicked.connect(self.task_clicked)
        self._task.hide()
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._task, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        self._counts = QueueCounts()
        self._search_key = "Ctrl F"
        self._task_words = ""
        self.show_counts(QueueCounts())
        self.show_empty("")

    # --- what is asked for -----------------------------------------------------------------

    def words(self) -> str:
        """Return what stands in the search field."""
        return self.search.text().strip()

    def statuses(self) -> frozenset[Status]:
        """Return the chips that are on; none means all."""
        return frozenset(s for s, chip in self._chips.items() if chip.isChecked())

    def set_statuses(self, statuses: frozenset[Status]) -> None:
        """Switch chips without a notice."""
        for status, chip in self._chips.items():
            chip.setChecked(status in statuses)

    def asked(self) -> ArticleFilter:
        """Return which articles are asked for, and in which order."""
        return replace(self.extra, text=self.words(), statuses=self.statuses(), order=self.order)

    def ask_for(self, wanted: ArticleFilter) -> None:
        """Ask for other articles, in the same order, without a notice."""
        self.search.blockSignals(True)
        self.search.setText(wanted.text)
        self.search.blockSignals(False)
        self._delay.stop()
        self.set_statuses(wanted.statuses)
        self.extra = replace(wanted, text="", statuses=frozenset(), order=ArticleOrder.IMPORTED)

    def set_order(self, order: ArticleOrder) -> None:
        """Ask for another order without a notice."""
        self.order = order
        self.bar.show_order(order)

    # --- what is shown ---------------------------------------------------------------------

    def show_project(self, project: Project) -> None:
        """Show the articles of a project that search and chips let through."""
        self.set_schema(project.schema)
        counts = project.counts()
        self.show_counts(counts)
        if is_quick(self.extra):  # what takes longer comes beside the window
            self.show_queue(project.rows, project.article_ids(self.asked(), hasty=counts.total > FEW))

    def show_queue(self, fetch: Fetch | None, ids: Sequence[ArticleId], *, empty: str = "") -> None:
        """Show these articles; ``empty`` is what to say when there are none."""
        self.model.set_source(fetch, ids)
        self.show_empty("" if ids else empty)

    def show_empty(self, words: str) -> None:
        """Show words instead of the list, or the list if there are none."""
        self._empty.setText(words)
        self._stack.setCurrentIndex(1 if words else 0)

    def show_current(self, article: ArticleId | None) -> None:
        """Mark the article on screen and bring its row into sight."""
        self.model.set_current(article)
        row = self.model.place(article) if article is not None else -1
        if row >= 0:
            index = self.model.index(row, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def show_counts(self, counts: QueueCounts) -> None:
        """Show how many articles are in each status."""
        self._counts = counts
        shown = {
            Status.TODO: counts.todo,
            Status.STARTED: counts.started,
            Status.DONE: counts.done,
            Status.FLAGGED: counts.flagged,
        }
        for status, title in CHIPS:
            chip = self._chips[status]
            words = marked("Queue", title)
            if shown[status]:
                words += f" {number(shown[status])}"
            chip.setText(words)
            chip.setAccessibleName(translate("Queue", "Show only: {status}").format(status=words))
            chip.setEnabled(counts.total > 0)
        words = translate("Queue", "Search")
        if counts.total:
            words = translate("Queue", "Search %Ln article|Search %Ln articles", counts.total)
        self.search.setPlaceholderText(f"{words}   {self._search_key}")
        self.search.setEnabled(counts.total > 0)
        for button in (self.bar.filter, self.bar.order):
            button.setEnabled(counts.total > 0)
        self._bar.setVisible(counts.total > 0)
        self._bar.setMaximum(max(1, counts.total))
        self._bar.setValue(counts.done)
        self._show_foot()

    def show_search_key(self, words: str) -> None:
        """Show which key goes to the search field."""
        if words != self._search_key:
            self._search_key = words
            self.show_counts(self._counts)

    def show_task(self, words: str, button: str = "") -> None:
        """Show what runs in the background beside the progress, and the word on its button (none: no button)."""
        self._task_words = words
        self._task.setText(button)
        self._task.setAccessibleName(f"{button} {words}".strip())
        self._task.setVisible(bool(button))
        self._show_foot()

    def _show_foot(self) -> None:
        c = self._counts
        done = translate("Queue", "{done} of {total} done").format(done=number(c.done), total=number(c.total))
        self._foot.setText(" · ".join(x for x in (done if c.total else "", self._task_words) if x))

    def set_schema(self, schema: LabelSchema | None) -> None:
        """Take the letters for counts."""
        self.view.set_schema(schema)

    # --- keys and clicks -------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field: Down goes to the list, Enter opens the first hit, Escape clears and leaves."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Down:
                self.focus_list()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                if self._delay.isActive():
                    self._delay.stop()
                    self.filter_changed.emit()
                self._opened(0)
                return True
            if key == Qt.Key.Key_Escape:
                self.search.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def focus_list(self) -> None:
        """Give the keyboard to the list."""
        self.wanted.emit()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _opened(self, row: int) -> None:
        article = self.model.at(row)
        if article is not None:
            self.chosen.emit(article)

    def _chip_clicked(self) -> None:
        self.filter_changed.emit()

    def footer(self) -> QLabel:
        """Return the label under the progress bar."""
        return self._foot
