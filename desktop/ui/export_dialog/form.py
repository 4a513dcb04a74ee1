"""The form of an export: format, target, what to take along, split, and what a poorer format does with the rest."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.model import Status
from annotation_schema.wording import marked, translate
from desktop.core.errors import AppError
from desktop.core.exporters import EXPORTERS, ExporterSpec
from desktop.core.exporters.report import (
    Alignment,
    Discontinuous,
    ExportFilter,
    ExportOptions,
    Grouping,
    Overlap,
    SplitChoice,
)
from desktop.core.saved_filters import SavedFilter
from desktop.core.split import parse_ratios
from desktop.ui.widgets import label_field, soft_label

LICENCES = ("CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "ODbL-1.0")
"""SPDX names that are offered; any other may be written."""


class ExportForm(QWidget):
    """What a format cannot do is not offered for it. ``changed`` comes with each change of an option."""

    changed = Signal()

    def __init__(
        self,
        project: Path,
        annotators: Sequence[str],
        labels: Sequence[tuple[str, str]],
        filters: Sequence[SavedFilter] = (),
    ) -> None:
        """Build the form; ``labels`` are (name, title), ``filters`` as ``saved_filters.for_export`` gives them.

        The target is offered beside the project.
        """
        super().__init__()
        self._project = project
        self._filters = {one.name: one for one in filters}
        self._offered = ""
        self.format = QComboBox()
        for spec in EXPORTERS:
            self.format.addItem(marked("Export", spec.title), spec.format)
        self.format.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.out = QLineEdit()
        self.choose = QPushButton(translate("Export", "Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.suggestions = QCheckBox(translate("Export", "with s&uggestions and verdicts"))
        self.card = QCheckBox(translate("Export", "as a dataset folder with card, plots and checksu&ms"))
        self.safe = QCheckBox(translate("Export", "safe for spr&eadsheets (not for reading back)"))
        self.finished = QCheckBox(translate("Export", "f&inished articles only"))
        self.licence = QComboBox()
        self.licence.setEditable(True)
        self.licence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.licence.addItems(["", *LICENCES])
        line = self.licence.lineEdit()
        if line is not None:
            line.setPlaceholderText(translate("Export", "not stated"))
        names = [(one.name, one.name) for one in filters]
        none = translate("Export", "none") if names else translate("Export", "none is saved")
        self.saved = _choice([("", none), *names])
        self.saved.setEnabled(bool(names))
        self.saved.setToolTip(translate("Export", "Filters are saved beside the queue (Ctrl+Shift+L)."))
        self.annotator = _choice([("", translate("Export", "all")), *((name, name) for name in annotators)])
        self.label = _choice([("", translate("Export", "all")), *labels])
        self.since, self.until = QLineEdit(), QLineEdit()
        for field in (self.since, self.until):
            field.setPlaceholderText("2026-01-31")
            field.setMaximumWidth(130)
        self.text = QLineEdit()
        self.split = QLineEdit()
        self.split.setPlaceholderText("80/10/10")
        self.split.setToolTip(
            translate("Export", "Shares of train, dev and test; empty: no split. Articles are never divided.")
        )
        self.seed = QLineEdit("0")
        self.seed.setValidator(QIntValidator(0, 2_147_483_647, self))
        self.seed.setToolTip(translate("Export", "The same seed gives the same split."))
        self.grouping = _choice(
            [
                (Grouping.DUPLICATES, translate("Export", "near-duplicates")),
                (Grouping.PUBLISHER, translate("Export", "articles of a publisher")),
                (Grouping.TIME, translate("Export", "times: older ones train, newer ones test")),
                (Grouping.NONE, translate("Export", "nothing")),
            ]
        )
        self.stratified = QCheckBox(translate("Export", "labels alike in all &parts"))
        self.overlap = _choice(
            [
                (Overlap.LONGEST, translate("Export", "keep the longer")),
                (Overlap.FIRST, translate("Export", "keep the first")),
                (Overlap.LABEL_ORDER, translate("Export", "keep by the order of labels")),
                (Overlap.FAIL, translate("Export", "refuse the export")),
            ]
        )
        self.discontinuous = _choice(
            [
                (Discontinuous.FRAGMENTS, translate("Export", "a piece each")),
                (Discontinuous.HULL, translate("Export", "from the first to the last")),
                (Discontinuous.SKIP, translate("Export", "leave out")),
            ]
        )
        self.alignment = _choice(
            [
                (Alignment.EXPAND, translate("Export", "take the whole token")),
                (Alignment.CONTRACT, translate("Export", "leave the token out")),
                (Alignment.SKIP, translate("Export", "leave the span out")),
            ]
        )
        self._lay_out()
        self._listen()
        self._format_changed()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._forms: list[QFormLayout] = []
        self._heads: list[QLabel] = []

        def group(title: str) -> QFormLayout:
            if title:
                head = QLabel(title)
                head.setProperty("tone", "strong")
                head.setContentsMargins(0, 6, 0, 0)
                column.addWidget(head)
                self._heads.append(head)
            form = QFormLayout()
            form.setSpacing(8)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(form)
            self._forms.append(form)
            return form

        form = group("")
        form.addRow(translate("Export", "&Format"), self.format)
        target = _row(self.out, self.choose)
        form.addRow(translate("Export", "&Target"), target)
        label_field(form, target, self.out, self.choose)
        for box in (self.suggestions, self.card, self.safe):
            form.addRow(box)
        form.addRow(translate("Export", "Li&cence"), self.licence)
        self._first = form
        form = group(translate("Export", "What to take"))
        form.addRow(self.finished)
        form.addRow(translate("Export", "Sa&ved filter"), self.saved)
        form.addRow(translate("Export", "&Annotator"), self.annotator)
        form.addRow(translate("Export", "&Label"), self.label)
        dates = _row(self.since, soft_label("–"), self.until)
        form.addRow(translate("Export", "F&rom – to"), dates)
        label_field(form, dates, self.since)
        self.since.setAccessibleName(translate("Export", "Articles from"))
        self.until.setAccessibleName(translate("Export", "Articles until"))
        form.addRow(translate("Export", "&Words"), self.text)
        form = group(translate("Export", "Split"))
        form.addRow(translate("Export", "S&hares"), self.split)
        form.addRow(translate("Export", "See&d"), self.seed)
        form.addRow(translate("Export", "&Keep together"), self.grouping)
        form.addRow(self.stratified)
        self._less = form = group(translate("Export", "Where the format holds less"))
        form.addRow(translate("Export", "&Overlapping spans"), self.overlap)
        form.addRow(translate("Export", "&Spans in parts"), self.discontinuous)
        form.addRow(translate("Export", "&Borders in tokens"), self.alignment)
        column.addStretch(1)
        for one in self._forms:  # a box is as wide as its words, and so is the ring of its focus
            for row in range(one.rowCount()):
                wide = one.itemAt(row, QFormLayout.ItemRole.SpanningRole)
                if wide is not None:
                    wide.setAlignment(Qt.AlignmentFlag.AlignLeading)
        role = QFormLayout.ItemRole.LabelRole
        items = [one.itemAt(row, role) for one in self._forms for row in range(one.rowCount())]
        titles = [title for item in items if item is not None and (title := item.widget()) is not None]
        width = max(title.sizeHint().width() for title in titles)
        for title in titles:  # one column of titles through all groups
            title.setMinimumWidth(width)

    def _listen(self) -> None:
        self.format.currentIndexChanged.connect(self._format_changed)
        for box in (
            self.saved,
            self.annotator,
            self.label,
            self.grouping,
            self.overlap,
            self.discontinuous,
            self.alignment,
        ):
            box.currentIndexChanged.connect(self.changed)
        for check in (self.suggestions, self.safe, self.finished, self.stratified):
            check.toggled.connect(self.changed)
        self.card.toggled.connect(self._card_toggled)
        for field in (self.since, self.until, self.text, self.seed):  # the licence changes no record
            field.textChanged.connect(self.changed)
        self.split.textChanged.connect(self._offer)

    def spec(self) -> ExporterSpec:
        """Return the chosen format."""
        return EXPORTERS[self.format.currentIndex()]

    def folder(self) -> bool:
        """Whether a folder is written."""
        return self.spec().folder or self.card.isChecked() or bool(self.split.text().strip())

    def options(self) -> ExportOptions:
        """Return what is chosen. Raises AppError (usage) for a split that is none."""
        words = self.split.text().strip()
        split = None
        if words:
            seed, grouping = int(self.seed.text() or 0), Grouping(self.grouping.currentData())
            split = SplitChoice(parse_ratios(words), seed, grouping, self.stratified.isChecked())
        annotator, label = str(self.annotator.currentData()), str(self.label.currentData())
        wanted = ExportFilter(
            annotators=frozenset({annotator} - {""}),
            statuses=frozenset({Status.DONE}) if self.finished.isChecked() else frozenset(),
            labels=frozenset({label} - {""}),
            since=self.since.text().strip(),
            until=self.until.text().strip(),
            text=self.text.text().strip(),
            saved=self._filters.get(str(self.saved.currentData())),
        )
        return ExportOptions(
            with_suggestions=self.spec().suggestions and self.suggestions.isChecked(),
            split=split,
            overlap=Overlap(self.overlap.currentData()),
            discontinuous=Discontinuous(self.discontinuous.currentData()),
            alignment=Alignment(self.alignment.currentData()),
            filter=wanted,
            card=self.card.isChecked(),
            licence=self.licence.currentText().strip() if self.card.isChecked() else "",
            spreadsheet_safe=self.spec().format == "csv" and self.safe.isChecked(),
        )

    def problem(self) -> str:
        """Return why it cannot be done as it stands, "" if it can."""
        if not self.out.text().strip():
            return translate("Export", "The export needs a target.")
        try:
            self.options()
        except AppError as error:
            return str(error)
        return ""

    def _format_changed(self) -> None:
        spec = self.spec()
        self.suggestions.setVisible(spec.suggestions)
        self.safe.setVisible(spec.format == "csv")
        heeded = ((self.overlap, Overlap), (self.discontinuous, Discontinuous), (self.alignment, Alignment))
        for box, policy in heeded:
            self._less.setRowVisible(box, policy in spec.policies)
        self._heads[-1].setVisible(bool(spec.policies))
        self._card_toggled()

    def _card_toggled(self) -> None:
        self._first.setRowVisible(self.licence, self.card.isChecked())
        self._offer()

    def _offer(self) -> None:
        """Offer a target that fits, unless somebody has written one."""
        if self.out.text().strip() in ("", self._offered):
            stem, spec = self._project.stem, self.spec()
            name = f"{stem}-{spec.format}" if self.folder() else f"{stem}{spec.extension}"
            self._offered = str(self._project.with_name(name))
            self.out.setText(self._offered)
        self.changed.emit()

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, translate("Export", "Export"), self.out.text())
        if name:
            self.out.setText(name)


def _choice(items: Sequence[tuple[str | StrEnum, str]]) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for value, title in items:
        box.addItem(title, str(value))
    return box


def _row(*widgets: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) and widget.maximumWidth() > 1_000 else 0)
    if all(w.maximumWidth() <= 1_000 or not isinstance(w, QLineEdit) for w in widgets):
        row.addStretch(1)
    return held
