"""Two pipelines side by side: on the article on screen or a sample, where they agree and what each has alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.model import ArticleId
from annotation_schema.offsets import display_surface
from annotation_schema.wording import translate
from desktop.core.comparison import Comparison, Kind, Pair
from desktop.core.errors import AppError, ErrorCode
from desktop.core.pipelines import PipelineInfo
from desktop.core.prelabel import trial
from desktop.core.prelabel.messages import ArticleText
from desktop.core.project import Project
from desktop.core.view import NewSuggestion
from desktop.ui.claims.items import shorten
from desktop.ui.pipelines.arrangement import Arrangement
from desktop.ui.translation import number
from desktop.ui.widgets import number_box, set_kind, set_tone, soft_label

ARTICLE, SAMPLE = "article", "sample"
_SHOWN = 400
_MOST_SHOWN = 60
"""Characters of a span, so that what both have fits into a line."""


class ComparePage(QWidget):
    """See the module. The first pipeline is the one that is chosen in the dialog's list."""

    def __init__(self, arrangement: Arrangement, infos: Sequence[PipelineInfo]) -> None:
        """Offer all pipelines as the second one."""
        super().__init__()
        self._arrangement = arrangement
        self._infos = list(infos)
        self._first: PipelineInfo | None = None
        self.second = QComboBox()
        self.second.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.second.setMinimumContentsLength(8)
        self.second.setAccessibleName(translate("Pipelines", "The other pipeline"))
        self.what = QComboBox()
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.setMinimumContentsLength(8)
        self.what.setAccessibleName(translate("Pipelines", "What both read"))
        self.what.addItem(translate("Pipelines", "the article on screen"), ARTICLE)
        self.what.addItem(translate("Pipelines", "a sample of the articles"), SAMPLE)
        self.what.currentIndexChanged.connect(self._what_changed)
        self.amount = number_box(2, 1_000, 10)
        self.amount.setValue(50)
        self.amount.setAccessibleName(translate("Pipelines", "Articles in the sample"))
        self.go = QPushButton(translate("Pipelines", "Compare"))
        set_kind(self.go, "primary")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._clicked)
        self.title = soft_label("", "strong", wrap=True)
        line = QHBoxLayout()
        line.addWidget(soft_label(translate("Pipelines", "with")))
        line.addWidget(self.second, 2)
        line.addWidget(soft_label(translate("Pipelines", "on")))
        line.addWidget(self.what, 2)
        line.addWidget(self.amount)
        line.addWidget(self.go)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.state = soft_label("", "small", wrap=True)
        self.table = QTableWidget(0, 6)
        self.table.setAccessibleName(translate("Pipelines", "Agreement by label"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Pipelines", "Label"),
                "A",
                "B",
                translate("Pipelines", "both"),
                translate("Pipelines", "same place"),
                translate("Pipelines", "overlapping"),
            ]
        )
        self.table.setObjectName("keyList")
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        label = self.table.horizontalHeaderItem(0)
        if label is not None:
            label.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.differences = QListWidget()
        self.differences.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filler = QWidget()  # keeps the rest at the top while there is nothing to show
        self.differences.setAccessibleName(translate("Pipelines", "Where they differ"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self.progress)
        column.addWidget(self.state)
        column.addWidget(self.table, 2)
        column.addWidget(self.differences, 3)
        column.addWidget(self._filler, 1)
        self.progress.hide()
        self._what_changed()
        self._show_nothing()

    def show_pipeline(self, info: PipelineInfo) -> None:
        """Take the first of the two."""
        if info == self._first:
            return
        self.cancel()
        self._first = info
        self.title.setText(f"A: {info.name} {info.version}")
        before = self.second.currentData()
        self.second.clear()
        for place, other in enumerate(self._infos):
            if other != info:
                self.second.addItem(f"B: {other.name} {other.version}", place)
        self.second.setCurrentIndex(max(0, self.second.findData(before)))
        self._show_nothing()

    def add(self, info: PipelineInfo) -> None:
        """Offer one more."""
        self._infos.append(info)
        self.second.addItem(f"B: {info.name} {info.version}", len(self._infos) - 1)
        self._show_nothing()

    # --- reading ---------------------------------------------------------------------------

    def _what_changed(self) -> None:
        self.amount.setVisible(self.what.currentData() == SAMPLE)

    def _show_nothing(self) -> None:
        self.table.setRowCount(0)
        self.differences.clear()
        self.table.hide()
        self.differences.hide()
        self._filler.show()
        possible = self.second.count() > 0
        for widget in (self.second, self.what, self.amount, self.go):
            widget.setEnabled(possible)
        words = translate("Pipelines", "Nothing is stored by a comparison.")
        if not possible:
            words = translate("Pipelines", "There is only one pipeline. Install a spaCy package, or add a folder.")
        self._say(words)

    def _clicked(self) -> None:
        if self.progress.isVisible():
            self.cancel()
        else:
            self._begin()

    def cancel(self) -> None:
        """Give up the reading under way."""
        if not self.progress.isHidden():
            self._arrangement.trials.cancel()
            self._ended()
            self._say(translate("Pipelines", "Stopped."))

    def _begin(self) -> None:
        place = self.second.currentData()
        if self._first is None or place is None:
            return
        infos = [self._first, self._infos[int(place)]]
        article = self._arrangement.open_article()
        if self.what.currentData() == ARTICLE:
            if article is None:
                self._say(translate("Pipelines", "No article is open."))
                return
            here = ArticleId(article.id)
            work = self._arrangement.read_work(infos, lambda _: [here])
        else:
            size = self.amount.value()

            def choose(project: Project) -> Sequence[ArticleId]:
                return trial.sample(project.article_ids(), size)

            work = self._arrangement.read_work(infos, choose)
        self.go.setText(translate("Pipelines", "Stop"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self._say(
            translate("Pipelines", "{first}, then {second} is read…").format(first=infos[0].name, second=infos[1].name)
        )
        self._arrangement.trials.run(work, lambda found: self._came(infos, found), self._failed, self._progressed)

    def _progressed(self, value: object) -> None:
        done, total = cast(tuple[int, int], value)
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _ended(self) -> None:
        self.progress.hide()
        self.go.setText(translate("Pipelines", "Compare"))

    def _failed(self, error: AppError) -> None:
        self._ended()
        if error.code == ErrorCode.CANCELLED:
            self._say(translate("Pipelines", "Stopped."))
        else:
            self._say(str(error), "danger")

    # --- what came of it -------------------------------------------------------------------

    def _came(self, infos: Sequence[PipelineInfo], result: object) -> None:
        self._ended()
        texts, trials = cast(tuple[list[ArticleText], list[trial.Trial]], result)
        schema = self._arrangement.schema
        a, b = (
            trial.suggestions(read, self._arrangement.labels(info), schema)
            for info, read in zip(infos, trials, strict=True)
        )
        compared = Comparison()
        titles = {label.name: label.title for label in schema.labels}
        found: Counter[tuple[Kind, str, str]] = Counter()  # kind, label, words
        for text in texts:
            if text.id in a and text.id in b:
                for pair in compared.add(text.text, a[text.id], b[text.id]):
                    if pair.kind is not Kind.SAME:
                        found[pair.kind, _label(pair), _words(text.text, pair, titles)] += 1
        self._fill_table(compared)
        self._fill_differences(found)
        left_out = len(texts) - compared.articles
        words = translate(
            "Pipelines", "%Ln article was read by both.|%Ln articles were read by both.", compared.articles
        )
        if left_out:
            words += " " + translate("Pipelines", "%Ln could not be read.|%Ln could not be read.", left_out)
        self._say(words)

    def _fill_table(self, compared: Comparison) -> None:
        schema = self._arrangement.schema
        rows = [(_title(schema.label(name), name), one) for name, one in sorted(compared.by_label.items())]
        rows.append((translate("Pipelines", "All"), compared.total))
        self.table.setRowCount(len(rows))
        for row, (title, one) in enumerate(rows):
            cells = (title, number(one.first), number(one.second), number(one.same))
            rates = (one.agreement, one.overlap_agreement)
            for column, text in enumerate((*cells, *(f"{number(100 * rate)} %" for rate in rates))):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        self._filler.hide()
        self.table.show()

    def _fill_differences(self, found: Counter[tuple[Kind, str, str]]) -> None:
        self.differences.clear()
        schema, theme = self._arrangement.schema, self._arrangement.bench.look.theme
        for (_, name, words), times in found.most_common(_SHOWN):
            label = schema.label(name)
            often = translate("Pipelines", "   %Ln times|   %Ln times", times) if times > 1 else ""
            item = QListWidgetItem(words + often)
            if label is not None:
                item.setForeground(QColor(theme.of(label).ink))
            self.differences.addItem(item)
        if len(found) > _SHOWN:
            self.differences.addItem(translate("Pipelines", "… and %Ln more|… and %Ln more", len(found) - _SHOWN))
        self.differences.setVisible(bool(found))

    def _say(self, words: str, tone: str = "small") -> None:
        set_tone(self.state, tone)
        self.state.setText(words)


def _label(pair: Pair) -> str:
    one = pair.first or pair.second
    return one.label if one is not None else ""


def _title(label: object, name: str) -> str:
    return str(getattr(label, "title", name))


def _words(text: str, pair: Pair, titles: Mapping[str, str]) -> str:
    """Return one line on a pair that is not the same in both."""

    def said(one: NewSuggestion) -> str:
        return f"“{shorten(display_surface(text, one.fragments), _MOST_SHOWN)}” {titles.get(one.label, one.label)}"

    if pair.first is not None and pair.second is not None:
        return f"A {said(pair.first)}   ↔   B {said(pair.second)}"
    if pair.first is not None:
        return translate("Pipelines", "only A: {span}").format(span=said(pair.first))
    assert pair.second is not None
    return translate("Pipelines", "only B: {span}").format(span=said(pair.second))
