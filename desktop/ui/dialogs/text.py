"""A dialog for a message and a longer text that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.ui.crash import environment_words
from desktop.ui.widgets import give_room, set_fixed, soft_label


def about_words() -> str:
    """Return what the program is and what it is made of."""
    return "\n\n".join(
        (
            translate("Window", "Desktop annotation of news corpora: claims, actors and locations."),
            translate("Window", "Everything stays on this machine."),
            translate(
                "Window",
                "Pressmark is free software under the MIT licence. It is set in Inter and Noto Serif (SIL Open Font "
                "License 1.1) and built on Qt for Python (LGPL 3), spaCy (MIT) and SQLite (public domain).",
            ),
        )
    )


class TextDialog(QDialog):
    """Message above, text below, Copy and Close."""

    def __init__(self, parent: QWidget | None, title: str, message: str, text: str, *, fixed: bool = True) -> None:
        """Build the dialog; ``fixed`` sets the text in a fixed-width face."""
        super().__init__(parent)
        self.setWindowTitle(title)
        give_room(self, 640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        words = QLabel(message)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
        self.field = QPlainTextEdit(text)
        self.field.setReadOnly(True)
        self.field.setAccessibleName(translate("Window", "Details"))
        self.field.setTabChangesFocus(True)
        if fixed:
            set_fixed(self.field)
        column.addWidget(self.field, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(translate("Window", "Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def about(parent: QWidget) -> QDialog:
    """Return the dialog about the program."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("pressmark")
    except PackageNotFoundError:
        number = translate("Window", "from a checkout")
    dialog = QDialog(parent)
    dialog.setWindowTitle(translate("Window", "About Pressmark"))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(28, 24, 28, 20)
    column.setSpacing(8)
    column.addWidget(soft_label("Pressmark", "headline"))
    column.addWidget(soft_label(translate("Window", "Version {version}").format(version=number)))
    words = soft_label(about_words(), "", wrap=True)
    words.setMinimumSize(420, words.heightForWidth(420))  # Qt gives a dialog two thirds of a small screen
    column.addWidget(words)
    column.addWidget(soft_label(environment_words(), "small"))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog
