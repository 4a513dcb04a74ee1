"""Asks what format files have that do not tell it themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core.readers import READERS
from desktop.core.readers.asked import AUTO, kinds
from desktop.core.readers.sniffing import likely
from desktop.ui.widgets import answer_row, soft_label

_NAMED = 8
_KINDS = 6  # others tell theirs; more rows would not fit a small window
_LONGEST = 24


class FormatDialog(QDialog):
    """A box of formats for each kind of file, with the files' names; formats that know the ending come first."""

    def __init__(self, parent: QWidget | None, files: Sequence[Path]) -> None:
        """Build it for files."""
        super().__init__(parent)
        self.setWindowTitle(translate("Project", "Format of the files"))
        self.setMinimumWidth(460)
        words = translate("Project", "What is this file?|What are these %Ln files?", len(files))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(soft_label(words, "strong", wrap=True))
        found = dict(islice(kinds(files).items(), _KINDS))
        self.boxes = {kind: _box(held[0], alone=len(found) == 1) for kind, held in found.items()}
        self.format = next(iter(self.boxes.values()))
        if len(found) == 1:
            names = [path.name for path in files[:_NAMED]] + (["…"] if len(files) > _NAMED else [])
            column.addWidget(soft_label("\n".join(names), wrap=True))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for number, (kind, box) in enumerate(self.boxes.items(), start=1):
            alone = translate("Project", "&Format")
            form.addRow(alone if len(found) == 1 else f"&{number}  {_some(found[kind])}", box)
        column.addLayout(form)
        column.addWidget(answer_row(self, translate("Project", "Import")))
        self.format.setFocus()

    def answer(self) -> dict[str, str]:
        """Return the name of the format of each kind of file."""
        return {kind: str(box.currentData()) for kind, box in self.boxes.items()}

    def ask(self) -> dict[str, str] | None:
        """Show the dialog and return ``answer``; None if it is given up."""
        return self.answer() if self.exec() == QDialog.DialogCode.Accepted else None


def _box(path: Path, *, alone: bool) -> QComboBox:
    """Return the formats for files such as one, what it probably is chosen."""
    fitting = [spec for spec in READERS if path.suffix.lower() in (*spec.extensions, *spec.also_named)]
    box = QComboBox()
    for spec in fitting:
        box.addItem(spec.title, spec.format)
    if fitting:
        box.insertSeparator(len(fitting))
    for spec in READERS:
        if spec not in fitting:
            box.addItem(spec.title, spec.format)
    box.insertSeparator(box.count())
    box.addItem(translate("Project", "As each file tells"), AUTO)
    guess = box.findData(likely(path))
    box.setCurrentIndex(guess if guess >= 0 else 0 if fitting or alone else box.count() - 1)
    box.setMaxVisibleItems(24)
    return box


def _some(files: Sequence[Path]) -> str:
    """Return one or two names for a label; the character that marks its letter stands for itself."""
    names = [path.name for path in files[:2]]
    short = [n if len(n) <= _LONGEST else f"{n[: _LONGEST // 2 - 1]}…{n[-_LONGEST // 2 :]}" for n in names]
    return (", ".join(short) + (", …" if len(files) > 2 else "")).replace("&", "&&")
