"""What a pipeline says of itself, whether it fits the project, and for which articles to use it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core.pipeline_fit import main_language, misfits
from desktop.core.pipelines import PipelineInfo
from desktop.ui.pipelines.arrangement import Arrangement
from desktop.ui.translation import number
from desktop.ui.widgets import set_kind, soft_label

EVERYWHERE = "*"
_SCORES = (
    ("ents_f", "F1"),
    ("ents_p", "P"),
    ("ents_r", "R"),
    ("spans_sc_f", "F1"),
    ("tag_acc", "POS"),
    ("dep_las", "LAS"),
)


class AboutPage(QWidget):
    """See the module."""

    used = Signal()

    def __init__(self, arrangement: Arrangement) -> None:
        """Build an empty page."""
        super().__init__()
        self._arrangement = arrangement
        self._info: PipelineInfo | None = None
        self._languages: Mapping[str, int] = {}
        self.facts = QFormLayout()
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.facts.setContentsMargins(0, 0, 12, 0)
        self.facts.setHorizontalSpacing(18)
        self.facts.setVerticalSpacing(7)
        self.warnings = soft_label("", "warn", wrap=True)
        self.warnings.setAccessibleName(translate("Pipelines", "What does not fit"))
        self.target = QComboBox()
        self.target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setMinimumContentsLength(12)
        self.target.setAccessibleName(translate("Pipelines", "Use it for"))
        self.target.currentIndexChanged.connect(self._warn)
        self.use = QPushButton(translate("Pipelines", "Use and pre-highlight"))
        set_kind(self.use, "primary")
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self._use)
        row = QHBoxLayout()
        row.addWidget(soft_label(translate("Pipelines", "Use it for")))
        row.addWidget(self.target, 1)
        decided = translate("Pipelines", "What somebody has accepted or rejected stays as it is.")
        foot = QHBoxLayout()
        foot.addWidget(soft_label(decided, "small", wrap=True), 1)
        foot.addWidget(self.use)
        held = QWidget()
        held.setObjectName("formPane")
        held.setLayout(self.facts)
        area = QScrollArea()
        area.setAccessibleName(translate("Pipelines", "About"))
        area.setWidget(held)
        area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(area, 1)
        column.addWidget(self.warnings)
        column.addLayout(row)
        column.addLayout(foot)

    def show_languages(self, languages: Mapping[str, int]) -> None:
        """Take how many articles there are in each language."""
        merged: dict[str, int] = {}
        for code, count in languages.items():
            merged[main_language(code)] = merged.get(main_language(code), 0) + count
        self._languages = merged
        if self._info is not None:
            self.show_pipeline(self._info)

    def show_pipeline(self, info: PipelineInfo) -> None:
        """Show a pipeline."""
        fresh, self._info = info != self._info, info
        while self.facts.rowCount():
            self.facts.removeRow(0)
        for title, value in self._rows(info):
            text = soft_label(value, "", wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.facts.addRow(soft_label(title), text)
        self._fill_targets(info, fresh=fresh)
        self._warn()

    def _warn(self) -> None:
        """Say what does not fit the articles that the pipeline is, or would be, used for."""
        info, target = self._info, self.target.currentData()
        if info is None or target is None:
            return
        unfit = misfits(
            info,
            schema=self._arrangement.schema,
            label_map=self._arrangement.labels(info),
            languages=self._arrangement.read_with(self._languages, "" if target == EVERYWHERE else str(target)),
            rules=bool(self._arrangement.lists()),
        )
        self.warnings.setText("\n".join(unfit))
        self.warnings.setVisible(bool(unfit))

    def _rows(self, info: PipelineInfo) -> list[tuple[str, str]]:
        none = translate("Pipelines", "not stated")
        megabytes = translate("Pipelines", "{n} MB").format(n=number(info.size() / 1e6, 1))
        scores = [f"{title} {number(100 * info.scores[key], 1)}" for key, title in _SCORES if key in info.scores]
        best = [f"{label} {number(100 * f, 0)}" for label, f in list(info.label_scores.items())[:8]]
        used = self._arrangement.used_for(info)
        uses = [translate("Pipelines", "articles in “{language}”").format(language=code) for code in used if code]
        if "" in used:
            uses.insert(0, translate("Pipelines", "this project"))
        rows = [
            (translate("Pipelines", "Language"), info.language or translate("Pipelines", "any")),
            (translate("Pipelines", "Labels"), ", ".join(info.labels) or none),
            (translate("Pipelines", "Its own scores"), ", ".join(scores) or none),
            (translate("Pipelines", "F1 by label"), ", ".join(best)),
            (translate("Pipelines", "Licence"), info.licence or none),
            (translate("Pipelines", "Made by"), info.author),
            (translate("Pipelines", "About"), info.description),
            (translate("Pipelines", "Parts"), ", ".join(info.components)),
            (translate("Pipelines", "Size"), megabytes),
            (translate("Pipelines", "Folder"), info.path),
            (translate("Pipelines", "In use for"), ", ".join(uses)),
        ]
        return [(title, value) for title, value in rows if value]

    def _fill_targets(self, info: PipelineInfo, *, fresh: bool) -> None:
        """Offer for which articles to use it; what it is used for is chosen if the pipeline is shown ``fresh``."""
        uses = self._arrangement.used_for(info)
        before = (uses[0] if uses else "") if fresh else self.target.currentData()
        self.target.clear()
        self.target.addItem(translate("Pipelines", "All articles of this project"), "")
        for code in sorted({*(c for c in self._languages if c), *(c for c in uses if c)}):
            words = translate("Pipelines", "Only articles in “{language}” (%Ln)", self._languages.get(code, 0))
            self.target.addItem(words.format(language=code), code)
        self.target.addItem(translate("Pipelines", "All projects that have no pipeline of their own"), EVERYWHERE)
        self.target.setCurrentIndex(max(0, self.target.findData(before)))

    def _use(self) -> None:
        if self._info is None:
            return
        target = str(self.target.currentData())
        self._arrangement.use(self._info, None if target == EVERYWHERE else target)
        self.used.emit()
