"""How the project's articles are read, whichever pipeline reads: claims, names alike, where, how long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core.prelabel import run_options
from desktop.core.prelabel.run_options import ChangeableSettings
from desktop.ui.pipelines.arrangement import Arrangement
from desktop.ui.widgets import number_box, set_kind, soft_label


class OptionsPage(QWidget):
    """Changes are kept at once; suggestions follow when the project is pre-highlighted again."""

    applied = Signal()

    def __init__(self, arrangement: Arrangement) -> None:
        """Show the project's options."""
        super().__init__()
        self._arrangement = arrangement
        held = QWidget()
        held.setObjectName("formPane")
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(6)
        wanted = run_options.of(arrangement.project)
        self.claims = self._box(
            translate("Pipelines", "Look for claims, and who makes them"),
            translate(
                "Pipelines", "Reported speech and quotations of articles in English. Without it, reading is faster."
            ),
            wanted.claims,
            run_options.want_claims,
        )
        self.alike = self._box(
            translate("Pipelines", "One name, one label throughout an article"),
            translate(
                "Pipelines",
                "Places of the same name are compared and those that the pipeline missed are added."
                " Without it, names stay as the pipeline gives them.",
            ),
            wanted.alike,
            run_options.want_alike,
        )
        self.gpu = self._box(
            translate("Pipelines", "Use a graphics processor where spaCy finds one"),
            translate("Pipelines", "For large pipelines. The one that comes with Pressmark needs none."),
            wanted.gpu,
            run_options.want_gpu,
        )
        self.limit = self._limit(wanted.limit_s)
        self.processor = soft_label("", "small", wrap=True)
        self._column.addWidget(self.processor)
        self._column.addStretch(1)
        self.apply = QPushButton(translate("Pipelines", "Pre-highlight again"))
        set_kind(self.apply, "primary")
        self.apply.setAutoDefault(False)
        self.apply.clicked.connect(self.applied)
        row = QHBoxLayout()
        decided = translate("Pipelines", "What somebody has accepted or rejected stays as it is.")
        row.addWidget(soft_label(decided, "small", wrap=True), 1)
        row.addWidget(self.apply)
        area = QScrollArea()
        area.setAccessibleName(translate("Pipelines", "Reading"))
        area.setWidget(held)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes have it
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(area, 1)
        column.addLayout(row)
        self.show_processor()

    def _box(self, title: str, note: str, on: bool, want: Callable[[ChangeableSettings, bool], None]) -> QCheckBox:
        box = QCheckBox(title)
        box.setChecked(on)
        box.setAccessibleDescription(note)
        box.toggled.connect(lambda wanted: want(self._arrangement.project, wanted))
        about = soft_label(note, "small", wrap=True)
        about.setContentsMargins(26, 0, 0, 10)
        self._column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(about)
        return box

    def _limit(self, seconds: int) -> QSpinBox:
        title = translate("Pipelines", "Give an article up after")
        note = translate(
            "Pipelines",
            "And as long again for each 10,000 characters. The pipeline is ended then, the article set aside with its"
            " reason, and the rest goes on.",
        )
        box = number_box(0, run_options.MOST_LIMIT_S, 30)
        box.setSpecialValueText(translate("Pipelines", "never"))
        box.setSuffix(" s")
        box.setValue(seconds)
        box.setKeyboardTracking(False)
        box.setAccessibleName(title)
        box.setAccessibleDescription(note)
        box.valueChanged.connect(lambda value: run_options.want_limit(self._arrangement.project, value))
        label = QLabel(title)
        label.setBuddy(box)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(box)
        row.addStretch(1)
        about = soft_label(note, "small", wrap=True)
        about.setContentsMargins(0, 0, 0, 10)
        self._column.addLayout(row)
        self._column.addWidget(about)
        return box

    def show_processor(self) -> None:
        """Say what reads now, if that is known."""
        found = self._arrangement.bench.prelabelling.on_gpu
        if found is None:
            words = translate("Pipelines", "Nothing has been read since the project was opened.")
        elif found:
            words = translate("Pipelines", "The articles were last read on a graphics processor.")
        else:
            words = translate("Pipelines", "The articles were last read on the main processor.")
        self.processor.setText(words)
