"""What an export will write: the first record as it will stand in the file, counts by label and part, what is lost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.wording import translate
from desktop.core.exporters.preview import Preview
from desktop.core.exporters.report import ExportProgress
from desktop.ui.translation import number
from desktop.ui.widgets import set_fixed, soft_label


class PreviewPane(QWidget):
    """Shows a preview, that one is being made, or why there is none."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.first = QPlainTextEdit()
        self.first.setReadOnly(True)
        self.first.setTabChangesFocus(True)
        set_fixed(self.first)
        self.first.setAccessibleName(translate("Export", "The first record"))
        self.first.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.counts = QTableWidget()
        self.counts.setAccessibleName(translate("Export", "Spans by label"))
        self.counts.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.counts.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.counts.verticalHeader().hide()
        self.counts.verticalHeader().setDefaultSectionSize(24)
        self.counts.setShowGrid(False)
        self.counts.setTabKeyNavigation(False)
        self.losses = QPlainTextEdit()
        self.losses.setReadOnly(True)
        self.losses.setTabChangesFocus(True)
        self.losses.setAccessibleName(translate("Export", "What is lost"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(translate("Export", "Preview under way"))
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_head(translate("Export", "The first record")))
        column.addWidget(self.first, 4)
        column.addWidget(_head(translate("Export", "What is written")))
        column.addWidget(self.counts, 3)
        column.addWidget(_head(translate("Export", "What is lost")))
        column.addWidget(self.losses, 4)
        column.addWidget(self.bar)

    def show_busy(self, progress: ExportProgress | None = None) -> None:
        """Say that a preview is being made."""
        self.bar.setRange(0, progress.total if progress is not None else 0)
        self.bar.setValue(progress.done if progress is not None else 0)
        self.bar.show()

    def show_problem(self, sentence: str) -> None:
        """Say why there is no preview."""
        self.bar.hide()
        self.first.setPlainText(sentence)
        self.counts.setRowCount(0)
        self.losses.clear()

    def show_preview(self, preview: Preview, titles: Mapping[str, str]) -> None:
        """Show a preview; ``titles`` of the labels by name."""
        self.bar.hide()
        nothing = translate("Export", "No article is chosen: nothing will be written.")
        binary = translate("Export", "The files are not text.")
        self.first.setPlainText(preview.first or (binary if preview.articles else nothing))
        parts = [part for part, _ in preview.parts] or [""]
        by_label: dict[str, dict[str, int]] = {}
        for part, label, count in preview.labels:
            by_label.setdefault(titles.get(label, label), {})[part] = count
        rows = [(translate("Export", "Articles"), dict(preview.parts) or {"": preview.articles}), *by_label.items()]
        heads = ["", *(part or translate("Export", "All") for part in parts)]
        self.counts.setColumnCount(len(heads))
        self.counts.setHorizontalHeaderLabels(heads)
        self.counts.setRowCount(len(rows))
        for at, (title, values) in enumerate(rows):
            self.counts.setItem(at, 0, QTableWidgetItem(title))
            for column, part in enumerate(parts, 1):
                item = QTableWidgetItem(number(values.get(part, 0)))
                item.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                self.counts.setItem(at, column, item)
        self.counts.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.counts.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.losses.setPlainText("\n".join(_losses(preview)))


def _head(words: str) -> QLabel:
    head = soft_label(words, "strong")
    head.setContentsMargins(0, 6, 0, 0)
    return head


def _losses(preview: Preview) -> list[str]:
    """Return what the format never holds, what it could not of some articles, and what was looked for across parts."""
    lines = [f"• {sentence}" for sentence in preview.never if all(sentence != reason for reason, _ in preview.losses)]
    if preview.losses:
        of = translate("Export", "Of the first %Ln article:|Of the first %Ln articles:", preview.sampled)
        lines += ["", of] if lines else [of]
        lines += [f"{number(count)} × {reason}" for reason, count in preview.losses]
    elif not lines:
        lines.append(translate("Export", "Nothing."))
    if preview.split is not None:
        lines += ["", translate("Export", "Across the parts:"), *(f"• {check}" for check in preview.split.checks)]
    return lines
