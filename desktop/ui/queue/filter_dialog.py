"""Asks which articles the queue is to list; filters are saved under names, chosen, renamed and deleted beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.model import Status
from annotation_schema.wording import marked, translate
from desktop.core import saved_filters
from desktop.core.errors import AppError
from desktop.core.exporters.selection import check_dates
from desktop.core.project import Project
from desktop.core.view import ArticleFilter
from desktop.ui.claims.flow import FlowLayout
from desktop.ui.jobs import Cancelled, Task, Tell
from desktop.ui.queue.panel import CHIPS
from desktop.ui.translation import number
from desktop.ui.widgets import answer_row, give_room, set_kind, set_tone, soft_label

_PAUSE_MS = 250
"""Pause after a change before the articles are counted."""


class FilterDialog(QDialog):
    """Saved filters at the left, what one asks for at the right, and how many articles that are."""

    def __init__(self, parent: QWidget | None, project: Project, wanted: ArticleFilter) -> None:
        """Build it with what the queue asks for now."""
        super().__init__(parent)
        self.setWindowTitle(translate("Queue", "Filter the queue"))
        self._project = project
        self._base = wanted  # with what has no field here, and the order
        self._filling = False
        self._task: Task | None = None
        self._build()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._count)
        self.finished.connect(self._pause.stop)
        self.finished.connect(self._end)
        self._list("")
        self._fill(wanted)
        self._mark()
        self.name.setText(self._current() or "")
        give_room(self, 760, 480)
        self.names.setFocus()

    def _build(self) -> None:
        self.names = QListWidget()
        self.names.setAccessibleName(translate("Queue", "Saved filters"))
        self.names.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.names.setMinimumWidth(210)
        self.names.currentItemChanged.connect(self._chosen)
        self.names.itemChanged.connect(self._renamed)
        self.names.itemDoubleClicked.connect(lambda _: self.accept())
        QShortcut(QKeySequence("Del"), self.names, self._delete, context=Qt.ShortcutContext.WidgetShortcut)
        self.rename = QPushButton(translate("Queue", "&Rename"))
        self.delete = QPushButton(translate("Queue", "&Delete"))
        self.rename.clicked.connect(self._rename)
        self.delete.clicked.connect(self._delete)
        self.name = QLineEdit()
        self.name.setPlaceholderText(translate("Queue", "Name"))
        self.name.setAccessibleName(translate("Queue", "Name to save the filter under"))
        self.save = QPushButton(translate("Queue", "&Save"))
        self.save.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        for button in (self.rename, self.delete, self.save):
            button.setAutoDefault(False)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(_head(translate("Queue", "Saved filters"), self.names))
        left.addWidget(self.names, 1)
        left.addLayout(_row(self.rename, self.delete, stretch=True))
        left.addLayout(_row(self.name, self.save))

        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.titles = QCheckBox(translate("Queue", "in the title only"))
        self.suggested = QCheckBox(translate("Queue", "with open suggestions"))
        schema = self._project.schema
        self.statuses = _Chips((s.value, marked("Queue", title)) for s, title in CHIPS)
        self.labels = _Chips((label.name, label.title) for label in schema.labels if label.enabled)
        self.people = _Chips((name, name) for name in self._project.annotators())
        self.since, self.until = QLineEdit(), QLineEdit()
        for field in (self.since, self.until):
            field.setPlaceholderText("2026-01-31")
            field.setMaximumWidth(130)
        self.since.setAccessibleName(translate("Queue", "Articles from"))
        self.until.setAccessibleName(translate("Queue", "Articles until"))
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(translate("Queue", "&Words"), self.text)
        form.addRow("", self.titles)
        form.addRow(translate("Queue", "Status"), self.statuses)
        form.addRow(translate("Queue", "Has spans of"), self.labels)
        form.addRow(translate("Queue", "Worked on by"), self.people)
        form.addRow(translate("Queue", "From – to"), _held(self.since, soft_label("–"), self.until))
        form.addRow("", self.suggested)
        hint = translate("Queue", "Status and spans are your own unless annotators are chosen.")
        self.count = soft_label("", wrap=True)
        held = QWidget()
        held.setObjectName("formPane")
        right = QVBoxLayout(held)
        right.setContentsMargins(0, 0, 12, 0)
        right.setSpacing(8)
        right.addWidget(_head(translate("Queue", "What to list"), None))
        right.addLayout(form)
        right.addWidget(soft_label(hint, "small", wrap=True))
        right.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(translate("Queue", "What to list"))
        area.setWidget(held)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(held.minimumSizeHint().width())
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 2)
        both.addWidget(area, 3)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(answer_row(self, translate("Queue", "List"), self._try))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(both, 1)
        column.addLayout(foot)
        for field in (self.text, self.since, self.until):
            field.textChanged.connect(self._changed)
        for check in (self.titles, self.suggested, *self.statuses.boxes(), *self.labels.boxes(), *self.people.boxes()):
            check.toggled.connect(self._changed)

    def ask(self) -> ArticleFilter | None:
        """Show the dialog and return the filter; None if it is given up."""
        return self.asked() if self.exec() == QDialog.DialogCode.Accepted else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the field of the name saves and goes no further."""
        if self.name.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    # --- what is asked for -----------------------------------------------------------------

    def asked(self) -> ArticleFilter:
        """Return what the fields say."""
        return replace(
            self._base,
            text=self.text.text().strip(),
            titles_only=self.titles.isChecked(),
            statuses=frozenset(s for s in Status if s.value in self.statuses.chosen()),
            labels=self.labels.chosen(),
            annotators=self.people.chosen(),
            since=self.since.text().strip(),
            until=self.until.text().strip(),
            with_open_suggestions=self.suggested.isChecked(),
        )

    def _fill(self, wanted: ArticleFilter) -> None:
        self._filling = True
        self._base = replace(wanted, order=self._base.order)
        self.text.setText(wanted.text)
        self.titles.setChecked(wanted.titles_only)
        self.statuses.choose(status.value for status in wanted.statuses)
        self.labels.choose(wanted.labels)
        self.people.choose(wanted.annotators)
        self.since.setText(wanted.since)
        self.until.setText(wanted.until)
        self.suggested.setChecked(wanted.with_open_suggestions)
        self._filling = False
        self._changed()

    def _changed(self) -> None:
        if not self._filling:
            self._mark()
            self._pause.start()

    def _mark(self) -> None:
        """Show which saved filter the fields say, if any; its name is offered for saving again."""
        now = self.asked()
        known = self._known()
        row = next((n for n, one in enumerate(known) if saved_filters.same(one, now)), -1)
        current = self.names.currentRow()
        if 0 <= current < len(known) and saved_filters.same(known[current], now):
            row = current
        self.names.blockSignals(True)
        if row >= 0:
            self.names.setCurrentRow(row)
        else:
            self.names.clearSelection()
        self.names.blockSignals(False)
        self._own()

    def _own(self) -> None:
        """Switch what only a saved filter can have done to it."""
        own = self._current() is not None
        self.rename.setEnabled(own)
        self.delete.setEnabled(own)

    # --- saved ones ------------------------------------------------------------------------

    def _known(self) -> list[ArticleFilter]:
        return [ArticleFilter(), *(one.wanted for one in saved_filters.saved(self._project))]

    def _list(self, current: str) -> None:
        """List what is saved, and come to the one of that name ("": all articles)."""
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItem(QListWidgetItem(translate("Queue", "All articles")))
        for one in saved_filters.saved(self._project):
            item = QListWidgetItem(one.name)
            item.setData(Qt.ItemDataRole.UserRole, one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(saved_filters.words(one.wanted, self._project.schema))
            self.names.addItem(item)
            if one.name == current:
                self.names.setCurrentItem(item)
        if self.names.currentRow() < 0:
            self.names.setCurrentRow(0)
        self.names.blockSignals(False)

    def _current(self) -> str | None:
        items = self.names.selectedItems()
        name = items[0].data(Qt.ItemDataRole.UserRole) if items else None
        return name if isinstance(name, str) else None

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        self._fill(saved_filters.find(self._project, name).wanted if isinstance(name, str) else ArticleFilter())
        self.name.setText(name if isinstance(name, str) else "")

    def _save(self) -> None:
        try:
            check_dates(self.since.text().strip(), self.until.text().strip())
            made = saved_filters.save(self._project, self.name.text(), self.asked())
        except AppError as error:
            self._say(str(error), "danger")
            return
        self._list(made.name)
        self._own()
        self._say(translate("Queue", "Saved as “{name}”.").format(name=made.name))

    def _rename(self) -> None:
        item = self.names.currentItem()
        if item is not None and self._current() is not None:
            self.names.setFocus()
            self.names.editItem(item)

    def _renamed(self, item: QListWidgetItem) -> None:
        before = item.data(Qt.ItemDataRole.UserRole)
        if not isinstance(before, str) or item.text() == before:
            return
        name = before
        try:
            name = saved_filters.rename(self._project, before, item.text()).name
            self._say(translate("Queue", "Renamed to “{name}”.").format(name=name))
        except AppError as error:
            self._say(str(error), "danger")
        # The list is filled anew once its editor has gone.
        QTimer.singleShot(0, self, lambda: (self._list(name), self._own(), self.name.setText(name)))

    def _delete(self) -> None:
        name = self._current()
        if name is None:
            return
        saved_filters.delete(self._project, name)
        self._list("")
        self._mark()
        self.name.setText(name)
        self._say(translate("Queue", "“{name}” is deleted; Save brings it back.").format(name=name))

    # --- how many --------------------------------------------------------------------------

    def _say(self, words: str, tone: str = "soft") -> None:
        self._pause.stop()
        set_tone(self.count, tone)
        self.count.setText(words)

    def _count(self) -> None:
        self._pause.stop()
        self._end()
        wanted, project = self.asked(), self._project
        try:
            check_dates(wanted.since, wanted.until)
        except AppError as error:
            self._say(str(error), "danger")
            return

        def work(_tell: Tell, _cancelled: Cancelled) -> object:
            with project.side() as side:
                return len(side.article_ids(wanted)), side.counts().total

        self._task = Task(work, self)
        self._task.succeeded.connect(self._counted)
        self._task.failed.connect(lambda error: self._say(str(error), "danger"))
        self._task.broke.connect(self._broke)
        self._task.start()

    def _counted(self, found: tuple[int, int]) -> None:
        self._end()
        some, whole = found
        words = translate("Queue", "{some} of {all} articles").format(some=number(some), all=number(whole))
        self._say(words)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.give_up()

    def _try(self) -> None:
        try:
            check_dates(self.since.text().strip(), self.until.text().strip())
        except AppError as error:
            self._say(str(error), "danger")
            return
        self.accept()


class _Chips(QWidget):
    """Choices side by side, of which any number may be on."""

    def __init__(self, items: Iterable[tuple[str, str]]) -> None:
        """Build one for each (value, title)."""
        super().__init__()
        row = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._boxes: dict[str, QPushButton] = {}
        for value, title in items:
            box = QPushButton(title.replace("&", "&&"))
            set_kind(box, "choice")
            box.setCheckable(True)
            box.setAutoDefault(False)
            row.addWidget(box)
            self._boxes[value] = box

    def boxes(self) -> Sequence[QPushButton]:
        """Return the buttons."""
        return list(self._boxes.values())

    def chosen(self) -> frozenset[str]:
        """Return the values that are on."""
        return frozenset(value for value, box in self._boxes.items() if box.isChecked())

    def choose(self, values: Iterable[str]) -> None:
        """Switch these on and all others off; what is not there is left out."""
        wanted = set(values)
        boxes: Mapping[str, QPushButton] = self._boxes
        for value, box in boxes.items():
            box.setChecked(value in wanted)


def _head(words: str, buddy: QWidget | None) -> QLabel:
    head = soft_label(words, "strong")
    if buddy is not None:
        head.setBuddy(buddy)
    return head


def _row(*widgets: QWidget, stretch: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row


def _held(*widgets: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return held
