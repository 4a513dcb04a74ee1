"""What each label means: definition, examples and counter-examples from the project's label schema."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.ui.theme import Look
from desktop.ui.widgets import give_room


class LabelsDialog(QDialog):
    """A page to read."""

    def __init__(self, parent: QWidget, schema: LabelSchema, look: Look) -> None:
        """Build the page."""
        super().__init__(parent)
        self.setWindowTitle(f"{schema.title} ({schema.name} {schema.version})")
        give_room(self, 760, 680)
        page = QTextBrowser()
        page.setAccessibleName(translate("Guidelines", "What the labels mean"))
        parts: list[str] = []
        for label in schema.enabled_labels:
            ink = look.theme.of(label).ink
            key = f" ({escape(label.key.upper())})" if label.key else ""
            parts.append(f'<h2 style="color:{ink}">{escape(label.title)}{key}</h2>')
            parts.append(f"<p>{escape(label.definition)}</p>")
            if label.examples:
                items = "".join(f"<li>{escape(x)}</li>" for x in label.examples)
                parts.append(f"<p><b>{escape(translate('Guidelines', 'Yes'))}</b></p><ul>{items}</ul>")
            if label.counter_examples:
                items = "".join(f"<li>{escape(x)}</li>" for x in label.counter_examples)
                parts.append(f"<p><b>{escape(translate('Guidelines', 'No'))}</b></p><ul>{items}</ul>")
            for spec in (a for a in label.attributes if a.enabled and a.definition):
                needed = ", " + escape(translate("Guidelines", "needed")) if spec.required else ""
                parts.append(f"<p><b>{escape(spec.title)}</b>{needed}: {escape(spec.definition)}</p>")
        page.setHtml("".join(parts))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(page, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
