"""The dialogs behind the seam: what they offer and what they answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QDialogButtonBox, QLabel, QScrollArea, QWidget

from annotation_schema.model import Status
from desktop.core import saved_filters
from desktop.core.blind_share import BlindShare
from desktop.core.exporters.report import ExportFilter, ExportOptions, SplitChoice
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, sample_record_file
from desktop.core.view import ArticleFilter
from desktop.ui.dialogs.ask import ExportChoice, NewProject
from desktop.ui.dialogs.labels import LabelsDialog
from desktop.ui.dialogs.new_project import NewProjectDialog
from desktop.ui.dialogs.text import TextDialog, about
from desktop.ui.export_dialog.dialog import ExportDialog
from desktop.ui.flows.blind import BlindShareDialog
from desktop.ui.mapping.format_dialog import FormatDialog
from desktop.ui.mapping.values import ValuesDialog
from desktop.ui.queue.filter_dialog import FilterDialog
from desktop.ui.theme import Look, load_theme, style_sheet
from desktop.ui.widgets import number_box


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


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "news.pressmark", default_schema(), annotator="Ada")
    import_sources(made, [sample_record_file()])
    yield made
    made.close()


def test_export_offers_what_a_format_can_do(parent, project, tmp_path, qtbot):
    dialog = ExportDialog(parent, project)
    form = dialog.form
    assert form.suggestions.isVisibleTo(dialog) and not form.safe.isVisibleTo(dialog)
    form.suggestions.setChecked(True)
    options = ExportOptions(with_suggestions=True)
    assert answer(dialog, "_try") == ExportChoice(tmp_path / "news.jsonl", "pressmark", options)
    form.format.setCurrentIndex(form.format.findData("csv"))
    assert form.safe.isVisibleTo(dialog) and not form.suggestions.isVisibleTo(dialog)
    form.format.setCurrentIndex(form.format.findData("docbin"))
    form.split.setText("80/10/10")
    form.seed.setText("42")
    form.finished.setChecked(True)
    form.label.setCurrentIndex(form.label.findData("ACTOR"))
    wanted = ExportOptions(
        split=SplitChoice((80.0, 10.0, 10.0), 42),
        filter=ExportFilter(statuses=frozenset({Status.DONE}), labels=frozenset({"ACTOR"})),
    )
    assert answer(dialog, "_try") == ExportChoice(tmp_path / "news-docbin", "docbin", wanted)
    form.split.setText("80/nonsense")
    dialog._try()
    assert "80/nonsense" in dialog._problem.text()
    form.out.setText(" ")
    dialog._try()
    assert "target" in dialog._problem.text()


def test_export_shows_what_will_be_written(parent, project, qtbot):
    dialog = ExportDialog(parent, project)
    qtbot.addWidget(dialog)
    pane = dialog.pane
    qtbot.waitUntil(lambda: pane.first.toPlainText().startswith('{"format":"pressmark/1"'), timeout=20_000)
    shown = {pane.counts.item(r, 0).text(): pane.counts.item(r, 1).text() for r in range(pane.counts.rowCount())}
    assert shown["Articles"] == "5" and int(shown["Actor"]) > 20
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("geojson"))
    qtbot.waitUntil(lambda: "FeatureCollection" in pane.first.toPlainText(), timeout=20_000)
    told = pane.losses.toPlainText()
    assert (
        "latitude" in told and "• The text of the articles is not in it." in told and "Of the first 5 articles:" in told
    )
    dialog.form.split.setText("1/1")
    qtbot.waitUntil(lambda: pane.counts.columnCount() == 3, timeout=20_000)
    dialog.form.split.setText("1/x")
    qtbot.waitUntil(lambda: "1/x" in pane.first.toPlainText(), timeout=20_000)
    dialog.reject()


def test_export_takes_a_saved_filter_and_a_licence(parent, project, tmp_path, qtbot):
    saved_filters.save(project, "Ferry", ArticleFilter(text="ferry"))
    dialog = ExportDialog(parent, project)
    qtbot.addWidget(dialog)
    form = dialog.form
    assert [form.saved.itemText(n) for n in range(form.saved.count())] == ["none", "Ferry"]
    assert form.options().filter.saved is None and not form.licence.isVisibleTo(dialog)
    form.saved.setCurrentIndex(1)
    some = len(project.article_ids(ArticleFilter(text="ferry")))
    qtbot.waitUntil(lambda: dialog.pane.counts.rowCount() > 0, timeout=20_000)
    qtbot.waitUntil(lambda: dialog.pane.counts.item(0, 1).text() == str(some), timeout=20_000)
    form.card.setChecked(True)
    assert form.licence.isVisibleTo(dialog)
    form.licence.setEditText(" CC-BY-4.0 ")
    choice = answer(dialog, "_try")
    assert choice.options.licence == "CC-BY-4.0" and choice.options.card
    assert choice.options.filter.saved == saved_filters.SavedFilter("Ferry", ArticleFilter(text="ferry"))
    assert choice.out == tmp_path / "news-pressmark"


def test_export_asks_only_for_what_the_format_heeds(parent, project, qtbot):
    dialog = ExportDialog(parent, project)
    qtbot.addWidget(dialog)
    form = dialog.form
    for name, shown in (("pressmark", ""), ("doccano", "p"), ("prodigy", "pb"), ("iob2", "opb"), ("brat", "")):
        form.format.setCurrentIndex(form.format.findData(name))
        boxes = {"o": form.overlap, "p": form.discontinuous, "b": form.alignment}
        assert "".join(key for key, box in boxes.items() if box.isVisibleTo(dialog)) == shown, name
        assert form._heads[-1].isVisibleTo(dialog) == bool(shown)
    dialog.reject()


def test_no_two_fields_of_the_export_have_one_key(parent, project, qtbot):
    """Alt and a letter goes to the field; those on screen together share none, in German neither."""
    dialog = ExportDialog(parent, project)
    qtbot.addWidget(dialog)
    form = dialog.form
    form.card.setChecked(True)
    for at in range(form.format.count()):
        form.format.setCurrentIndex(at)
        worded = [w for kind in (QLabel, QAbstractButton) for w in dialog.findChildren(kind) if w.isVisibleTo(dialog)]
        keys = [text[text.index("&") + 1].lower() for w in worded if "&" in (text := w.text())]
        assert len(keys) == len(set(keys)) > 10, sorted(keys)
    dialog.reject()


def test_pages_to_read(parent, qapp, qtbot):
    look = Look(qapp, "light")
    page = LabelsDialog(parent, default_schema(), look)
    assert "Claim (C)" in page.findChildren(QWidget)[0].toPlainText()
    assert TextDialog(parent, "Import", "words", "a\nb").field.toPlainText() == "a\nb"
    assert about(parent).windowTitle() == "About Pressmark"


def test_a_dialogs_first_button_is_named_and_takes_enter(parent, project, tmp_path):
    for dialog, words in (
        (NewProjectDialog(parent, tmp_path, "Ana"), "Create"),
        (ExportDialog(parent, project), "E&xport"),
        (FilterDialog(parent, project, ArticleFilter()), "List"),
        (FormatDialog(parent, [tmp_path / "a.xml"]), "Import"),
        (BlindShareDialog(parent, BlindShare()), "Set"),
    ):
        box = dialog.findChild(QDialogButtonBox)
        first = box.button(QDialogButtonBox.StandardButton.Ok)
        assert first.text() == words and first.isDefault() and first.property("kind") == "primary"
        box.button(QDialogButtonBox.StandardButton.Cancel).click()
        assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_preview_of_an_export_goes_below_the_form_where_both_have_no_room(parent, project):
    parent.resize(700, 420)
    dialog = ExportDialog(parent, project)
    dialog.show()
    assert (dialog.width(), dialog.height()) == (660, 380)
    area = dialog.findChild(QScrollArea)
    assert area.isAncestorOf(dialog.pane)
    assert dialog.pane.first.width() > 400
    dialog.resize(1080, 680)
    assert not area.isAncestorOf(dialog.pane)
    assert dialog.pane.isVisible()
    dialog.reject()


def test_no_dialog_is_larger_than_a_small_window(parent, project):
    parent.resize(640, 360)
    for dialog in (
        ExportDialog(parent, project),
        FilterDialog(parent, project, ArticleFilter()),
        ValuesDialog(parent, "Kind", [("a", 3, "b")], [("b", "Bee")]),
        LabelsDialog(parent, default_schema(), Look(QApplication.instance(), "light")),
        TextDialog(parent, "Title", "Some words", "Text"),
    ):
        least = dialog.minimumSizeHint()
        assert least.width() <= 640 and least.height() <= 360, type(dialog)
        assert dialog.width() <= max(600, least.width()) and dialog.height() <= max(320, least.height()), type(dialog)
        dialog.reject()


def test_a_field_for_a_number_has_room_for_it_in_our_style(qapp, qtbot):
    before = qapp.styleSheet()
    try:
        qapp.setStyleSheet(style_sheet(load_theme("light")))
        field = number_box(0, 100, 5)
        qtbot.addWidget(field)
        field.resize(120, 28)
        field.show()
        assert field.lineEdit().width() > 80
    finally:
        qapp.setStyleSheet(before)
