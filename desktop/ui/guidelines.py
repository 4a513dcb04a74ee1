"""What labels mean, beside the article: definition, examples and counter-examples, choices; from the label schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from annotation_schema.schema import AttributeSpec, Choice, Label, LabelSchema
from annotation_schema.wording import translate
from desktop.ui.key_places import typed
from desktop.ui.overlay import Overlay
from desktop.ui.theme import Look, Theme
from desktop.ui.widgets import key_label, set_kind, soft_label

WIDTH = 420
HEADER, FOOTER = 41, 26
DEEPEST = 2
"""Levels of a codebook that are told; the rest is in the palette."""
_HEAD = "margin-top:14px; line-height:130%"
_ITEM = "margin:5px 0 5px 12px; line-height:130%"


class Guidelines(Overlay):
    """Covers the right of the window while it is read."""

    def __init__(self, window: QWidget, look: Look, go_back: Callable[[], None]) -> None:
        """Build an empty page."""
        super().__init__(window, go_back)
        self._look = look
        self.setAccessibleName(translate("Guidelines", "Guidelines"))
        self._title = soft_label("", "strong")
        close = QPushButton(translate("Guidelines", "Close"))
        set_kind(close, "flat")
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 10, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        head.addWidget(key_label("Esc"))
        self.page = QTextBrowser()
        self.page.setObjectName("guidelines")
        self.page.setOpenLinks(False)
        self.page.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.page, 1)

    def open(self, schema: LabelSchema, label: str) -> None:
        """Show the label of that name, or all of them if there is none."""
        found = schema.label(label)
        shown = (found,) if found is not None else schema.enabled_labels
        words = found.title if found is not None else schema.title
        self._title.setText(words)
        self.page.setAccessibleName(translate("Guidelines", "Guidelines: {label}").format(label=words))
        self.page.setHtml(page_of(schema, shown, self._look.theme, titles=found is None))
        self.appear()
        self.page.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Lie at the right, between tool bar and status line."""
        area = self._window.rect()
        width = min(WIDTH, area.width() - 24)
        self.setGeometry(area.right() - width - 7, HEADER + 8, width, area.height() - HEADER - FOOTER - 16)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key that opened it closes it, too."""
        if watched is self.page and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            closing = event.key() == Qt.Key.Key_Escape or typed(event).upper() == "G"
            if closing and not event.modifiers():
                self.dismiss()
                return True
        return super().eventFilter(watched, event)


def page_of(schema: LabelSchema, labels: Sequence[Label], theme: Theme, *, titles: bool = True) -> str:
    """Return a page about some labels of the schema; ``titles``: each under its own."""
    parts: list[str] = []
    if titles and schema.description:
        parts.append(f'<p style="color:{theme["soft"]}">{escape(schema.description)}</p>')
    for label in labels:
        parts.append(_label(schema, label, theme, titled=titles))
    return f'<body style="color:{theme["ink"]}">{"".join(parts)}</body>'


def _label(schema: LabelSchema, label: Label, theme: Theme, *, titled: bool) -> str:
    colours = theme.of(label)
    soft, ok, danger = theme["soft"], theme["ok"], theme["danger"]
    parts: list[str] = []
    if titled:
        key = f' <span style="color:{soft}; font-weight:400">({escape(label.key.upper())})</span>' if label.key else ""
        parts.append(f'<h3 style="color:{colours.ink}; margin-top:14px">{escape(label.title)}{key}</h3>')
    parts.append(f'<p style="line-height:135%">{escape(label.definition)}</p>')
    inside = f'<span style="background-color:{colours.tint}">[\\1]</span>'
    wrong = f'<span style="color:{danger}">[\\1]</span>'
    for words, colour, examples, mark in (
        (translate("Guidelines", "✓ Yes"), ok, label.examples, inside),
        (translate("Guidelines", "✗ No"), danger, label.counter_examples, wrong),
    ):
        if examples:
            items = "".join(
                f'<p style="margin:5px 0 5px 12px; line-height:130%">{_example(x, mark, soft)}</p>' for x in examples
            )
            parts.append(f'<p style="color:{colour}; margin-top:12px"><b>{words}</b></p>{items}')
    for spec in (a for a in label.attributes if a.enabled and (a.definition or a.choices)):
        parts.append(_attribute(spec, soft))
    for relation in (r for r in schema.enabled_relations if label.name in r.domain):
        needed = (
            f' <span style="color:{soft}">{escape(translate("Guidelines", "needed"))}</span>'
            if relation.required
            else ""
        )
        parts.append(f'<p style="{_HEAD}"><b>{escape(relation.title)}</b>{needed}<br>{escape(relation.definition)}</p>')
        parts.append(_choices(relation.alternatives, soft))
    return "".join(parts)


def _example(text: str, mark: str, soft: str) -> str:
    """Mark what stands in square brackets; a remark in round ones at the end is soft."""
    marked = re.sub(r"\[([^\]]*)\]", mark, escape(text))
    return re.sub(r"\s{2,}(\([^()]*\))$", f' <span style="color:{soft}">\\1</span>', marked)


def _attribute(spec: AttributeSpec, soft: str) -> str:
    needed = f' <span style="color:{soft}">{escape(translate("Guidelines", "needed"))}</span>' if spec.required else ""
    words = f'<p style="{_HEAD}"><b>{escape(spec.title)}</b>{needed}<br>{escape(spec.definition)}</p>'
    return words + _choices(spec.choices, soft)


def _choices(choices: Sequence[Choice], soft: str, depth: int = 0) -> str:
    parts: list[str] = []
    for choice in choices:
        definition = f' <span style="color:{soft}">{escape(choice.definition)}</span>' if choice.definition else ""
        title = f'<span style="font-weight:500">{escape(choice.title)}</span>'
        margin = 12 + 14 * depth
        parts.append(f'<p style="margin:4px 0 4px {margin}px; line-height:130%">{title}{definition}</p>')
        if depth + 1 < DEEPEST:
            parts.append(_choices(choice.children, soft, depth + 1))
    return "".join(parts)
