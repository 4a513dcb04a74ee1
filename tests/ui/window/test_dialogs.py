"""The dialogs behind the seam: what they offer and what they answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from desktop.core.resources import default_schema
from desktop.ui.dialogs.ask import ExportChoice, NewProject
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.labels import LabelsDialog
from desktop.ui.dialogs.new_project import NewProjectDialog
from desktop.ui.dialogs.text import TextDialog, about
from desktop.ui.theme import Look


@pytest.fixture
def parent(qapp, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def answer(dialog, accept: str) -> object:
    """Open the dialog, press the button that accepts, return what it answers."""
    QTimer.singleShot(0, dialog, getattr(dialog, accept))
    QTimer.singleShot(2000, dialog, dialog.reject)
    return dialog.ask()


@pytest.fixture(autouse=True)
def quiet(qtlog):
    """The screenless platform cannot place windows and says so."""
    with qtlog.disabled():
        yield


def test_new_project(parent, tmp_path):
    (tmp_path / "project.pressmark").touch()
    dialog = NewProjectDialog(parent, tmp_path, "Ana")
    assert dialog.path.text() == str(tmp_path / "project-2.pressmark")
    dialog.path.setText(str(tmp_path / "news"))
    assert answer(dialog, "_try") == NewProject(tmp_path / "news.pressmark", "Ana", None)


@pytest.mark.parametrize(("name", "annotator"), [("project.pressmark", "Ana"), ("", "Ana"), ("new", "  ")])
def test_a_new_project_needs_a_free_name_and_an_annotator(parent, tmp_path, name, annotator):
    (tmp_path / "project.pressmark").touch()
    dialog = NewProjectDialog(parent, tmp_path, annotator)
    dialog.path.setText(str(tmp_path / name) if name else "")
    dialog._try()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog._problem.text()


def test_export_offers_what_the_format_can(parent, tmp_path):
    dialog = ExportDialog(parent, tmp_path / "news.pressmark")
    assert dialog.suggestions.isVisibleTo(dialog) and not dialog.split.isVisibleTo(dialog)
    dialog.suggestions.setChecked(True)
    assert answer(dialog, "_try") == ExportChoice(tmp_path / "news.jsonl", "pressmark", True, "", 0)
    dialog.format.setCurrentIndex(dialog.format.findData("docbin"))
    dialog.seed.setText("42")
    assert answer(dialog, "_try") == ExportChoice(tmp_path / "news-docbin", "docbin", False, "80/10/10", 42)
    dialog.split.setText("80/nonsense")
    dialog._try()
    assert dialog._problem.text()


def test_pages_to_read(parent, qapp, qtbot):
    look = Look(qapp, "light")
    page = LabelsDialog(parent, default_schema(), look)
    assert "Claim (C)" in page.findChildren(QWidget)[0].toPlainText()
    assert TextDialog(parent, "Import", "words", "a\nb").field.toPlainText() == "a\nb"
    assert about(parent).windowTitle() == "About Pressmark"
