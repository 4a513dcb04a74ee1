"""What each label of a pipeline stands for, with what that gives on the article on screen."""

from __future__ import annotations

from collections import Counter
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.model import ArticleId, Attributes
from annotation_schema.offsets import display_surface
from annotation_schema.schema import AttributeKind, AttributeSpec, Label
from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.pipelines import PipelineInfo
from desktop.core.prelabel.merge import Mapper
from desktop.core.prelabel.messages import ArticleText, Failed
from desktop.core.prelabel.trial import Trial
from desktop.core.view import LabelMap
from desktop.ui.claims.items import shorten
from desktop.ui.mapping.box import calm_table
from desktop.ui.pipelines.arrangement import Arrangement
from desktop.ui.widgets import set_kind, set_tone, soft_label

NAME, TARGET, VALUE, HERE = range(4)
_ROLES = frozenset({"claimant", "cue"})


_MOST_SHOWN = 70
"""Characters of a claim, so that what it is called stays in sight."""


class LabelsPage(QWidget):
    """A row a label; the preview follows each change at once, the project when it is applied."""

    applied = Signal()

    def __init__(self, arrangement: Arrangement) -> None:
        """Build an empty page."""
        super().__init__()
        self._arrangement = arrangement
        self._info: PipelineInfo | None = None
        self._map: dict[str, tuple[str, Attributes]] = {}
        self._read: tuple[str, ArticleText, Trial] | None = None  # pipeline, article, answer
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(translate("Pipelines", "Labels of the pipeline"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Pipelines", "Its label"),
                translate("Pipelines", "stands for"),
                translate("Pipelines", "with"),
                translate("Pipelines", "here"),
            ]
        )
        calm_table(self.table)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(HERE, QHeaderView.ResizeMode.ResizeToContents)
        self.state = soft_label("", "small", wrap=True)
        self.preview = QListWidget()
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview.setAccessibleName(translate("Pipelines", "What it finds in the article on screen"))
        self.usual = QPushButton(translate("Pipelines", "Back to the usual"))
        self.apply = QPushButton(translate("Pipelines", "Apply and pre-highlight"))
        set_kind(self.apply, "primary")
        for button in (self.usual, self.apply):
            button.setAutoDefault(False)
        self.usual.clicked.connect(self._back)
        self.apply.clicked.connect(self._apply)
        row = QHBoxLayout()
        row.addWidget(self.usual)
        row.addStretch(1)
        row.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.table, 3)
        column.addWidget(self.state)
        column.addWidget(self.preview, 2)
        column.addLayout(row)

    def show_pipeline(self, info: PipelineInfo) -> None:
        """Show a pipeline's labels and let it read the article on screen."""
        if self._info != info:
            self._info = info
            self._map = dict(self._arrangement.labels(info))
            self._fill()
        self._begin_reading()

    # --- the table -------------------------------------------------------------------------

    def _names(self) -> list[str]:
        """Return the labels in its metadata and those that it gave on the article."""
        assert self._info is not None
        found = dict.fromkeys(self._info.labels)
        if self._read is not None and self._read[0] == self._info.source:
            found |= dict.fromkeys(self._read[2].info.labels)
            found |= dict.fromkeys(s.label for a in self._read[2].answers if not isinstance(a, Failed) for s in a.spans)
        own = {label.name for label in self._arrangement.schema.labels}
        return [name for name in found if name not in own and name not in _ROLES]

    def _fill(self) -> None:
        names = self._names()
        self.table.setRowCount(len(names))
        for row, name in enumerate(names):
            self.table.setItem(row, NAME, QTableWidgetItem(name))
            self.table.setItem(row, HERE, QTableWidgetItem(""))
            target = QComboBox()
            target.setAccessibleName(translate("Pipelines", "What {label} stands for").format(label=name))
            target.addItem(translate("Pipelines", "not suggested"), "")
            for label in self._arrangement.schema.enabled_labels:
                target.addItem(label.title, label.name)
            label, attributes = self._map.get(name, ("", {}))
            target.setCurrentIndex(max(0, target.findData(label)))
            target.activated.connect(lambda _, row=row, name=name: self._target_chosen(row, name))
            self.table.setCellWidget(row, TARGET, target)
            self._fill_value(row, name, label, attributes)
        self.table.resizeRowsToContents()
        self._show_found()

    def _fill_value(self, row: int, name: str, label: str, attributes: Attributes) -> None:
        spec = _kind_attribute(self._arrangement.schema.label(label))
        value = QComboBox()
        value.setAccessibleName(translate("Pipelines", "With which value {label}").format(label=name))
        value.setEnabled(spec is not None)
        value.addItem("–", None)
        for choice in spec.choices if spec is not None else ():
            value.addItem(choice.title, choice.value)
        if spec is not None:
            value.setToolTip(spec.title)
            value.setCurrentIndex(max(0, value.findData(attributes.get(spec.name))))
        value.activated.connect(lambda _, row=row, name=name: self._value_chosen(row, name))
        self.table.setCellWidget(row, VALUE, value)

    def _target_chosen(self, row: int, name: str) -> None:
        label = str(cast(QComboBox, self.table.cellWidget(row, TARGET)).currentData())
        known, attributes = self._map.get(name, ("", {}))
        self._map[name] = (label, attributes if label == known else {})
        self._fill_value(row, name, *self._map[name])
        self._show_found()

    def _value_chosen(self, row: int, name: str) -> None:
        label, attributes = self._map.get(name, ("", {}))
        spec = _kind_attribute(self._arrangement.schema.label(label))
        if spec is None:
            return
        value = cast(QComboBox, self.table.cellWidget(row, VALUE)).currentData()
        rest = {k: v for k, v in attributes.items() if k != spec.name}
        self._map[name] = (label, rest if value is None else {**rest, spec.name: value})
        self._show_found()

    # --- the preview -----------------------------------------------------------------------

    def _begin_reading(self) -> None:
        info, article = self._info, self._arrangement.open_article()
        if info is None:
            return
        if article is None:
            self._say(translate("Pipelines", "Open an article to see what this gives on it."))
            return
        if self._read is not None and self._read[0] == info.source and self._read[1] == article:
            self._show_found()
            return
        self._say(translate("Pipelines", "{pipeline} reads the article on screen…").format(pipeline=info.name))
        self.preview.clear()
        here = ArticleId(article.id)
        self._arrangement.trials.run(
            self._arrangement.read_work([info], lambda _: [here]),
            lambda result: self._came(info, result),
            self._failed,
        )

    def _came(self, info: PipelineInfo, result: object) -> None:
        texts, trials = cast(tuple[list[ArticleText], list[Trial]], result)
        self._read = (info.source, texts[0], trials[0])
        if info == self._info:
            self._fill()

    def _failed(self, error: AppError) -> None:
        self._say(str(error), "danger")

    def _show_found(self) -> None:
        self.preview.clear()
        if self._read is None or self._info is None or self._read[0] != self._info.source:
            return
        _, article, trial = self._read
        answer = trial.answers[0] if trial.answers else None
        if answer is None or isinstance(answer, Failed):
            self._say(answer.reason if answer is not None else "", "danger")
            return
        here = Counter(span.label for span in answer.spans)
        for row in range(self.table.rowCount()):
            name, number = self.table.item(row, NAME), self.table.item(row, HERE)
            if name is not None and number is not None:
                number.setText(str(here.get(name.text(), 0)))
        schema, theme = self._arrangement.schema, self._arrangement.bench.look.theme
        found = Mapper(self._map, schema).mapped(answer.spans, answer.relations).spans
        for one in found:
            label = schema.label(one.label)
            assert label is not None
            values = "".join(f", {value}" for value in one.attributes.values())
            surface = shorten(display_surface(article.text, one.fragments), _MOST_SHOWN)
            item = QListWidgetItem(f"{surface}   {one.source_label} → {label.title}{values}")
            item.setForeground(QColor(theme.of(label).ink))
            self.preview.addItem(item)
        if found:
            self._say(
                translate(
                    "Pipelines",
                    "On the article on screen it would suggest %Ln span:"
                    "|On the article on screen it would suggest %Ln spans:",
                    len(found),
                )
            )
        else:
            self._say(translate("Pipelines", "On the article on screen it would suggest nothing."))

    def _say(self, words: str, tone: str = "small") -> None:
        set_tone(self.state, tone)
        self.state.setText(words)

    # --- keeping ---------------------------------------------------------------------------

    def _apply(self) -> None:
        if self._info is not None:
            self._arrangement.set_labels(self._info, cast(LabelMap, self._map))
            self.applied.emit()

    def _back(self) -> None:
        if self._info is not None:
            self._arrangement.back_to_usual(self._info)
            self._map = dict(self._arrangement.labels(self._info))
            self._fill()


def _kind_attribute(label: Label | None) -> AttributeSpec | None:
    """Return the attribute that says what kind of thing it is: the first with a few values to choose from."""
    if label is None:
        return None
    fit = (a for a in label.attributes if a.enabled and a.kind is AttributeKind.ENUM and not a.multiple)
    return next(fit, None)
