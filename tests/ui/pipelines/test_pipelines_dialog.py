"""The dialog of pipelines: the list, labels with a preview, word lists, two side by side; by key, beside the work."""

from __future__ import annotations

import json
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from annotation_schema.model import Article
from desktop.core.prelabel import choice, run_options
from desktop.core.prelabel.rule_lists import When, parse
from desktop.core.project import Project
from desktop.ui.pipelines.labels import HERE, NAME, TARGET, VALUE

TEXT = "Anna Berg said on Monday that Visby is small."


@pytest.fixture(autouse=True)
def quiet(qtlog):
    """The screenless platform cannot place windows and says so."""
    with qtlog.disabled():
        yield


def texts_of(widget):
    return [widget.item(row).text() for row in range(widget.count())]


def names(dialog):
    return [text.split("\n")[0] for text in texts_of(dialog.list)]


def facts(dialog):
    form = dialog.about.facts
    rows = range(form.rowCount())
    return {
        form.itemAt(r, form.ItemRole.LabelRole).widget().text(): form.itemAt(r, form.ItemRole.FieldRole).widget().text()
        for r in rows
    }


def choose(box, data):
    """Choose as a person does: open the list, go to the entry, Enter."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == data:
            break
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == data
    box.activated.emit(box.currentIndex())


def row_of(page, name):
    return next(r for r in range(page.table.rowCount()) if page.table.item(r, NAME).text() == name)


def add_stock_article(project_file):
    with Project.open(project_file) as project:
        project.add_articles([Article("stock", "", TEXT, language="en")])
        run_options.want_claims(project, False)


def open_stock_article(driver):
    driver.bench.open_article(driver.bench.project.article_id("stock"))


def test_installed_and_broken_pipelines_are_listed_with_what_is_known_of_them(opened, home, stock):
    shutil.copytree(stock, home / "pipelines" / "stock")
    (home / "pipelines" / "poor").mkdir(parents=True)
    _driver, dialog = opened()
    assert names(dialog) == ["en_pressmark_news", "en_stock", "poor"]
    assert "in use" in texts_of(dialog.list)[0] and "comes with Pressmark" in texts_of(dialog.list)[0]
    assert dialog.list.hasFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    shown = facts(dialog)
    assert shown["Licence"] == "MIT" and shown["Labels"] == "WHERE, WHO" and shown["Its own scores"] == "F1 91.0"
    assert shown["Size"].endswith(" MB") and "None of its labels" in dialog.about.warnings.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "no config.cfg" in dialog.unusable.text() and dialog.unusable.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_stock_pipeline_is_plugged_in_mapped_by_key_and_used(opened, project_file, start, stock, qtbot):
    add_stock_article(project_file)
    driver, dialog = opened("prelabel.labels")
    open_stock_article(driver)
    dialog.take_folder(stock)
    assert names(dialog)[-1] == "en_stock"
    page = dialog.labels
    qtbot.waitUntil(
        lambda: page.table.item(0, HERE) is not None and page.table.item(0, HERE).text() == "1", timeout=60_000
    )
    assert page.preview.count() == 0 and "would suggest nothing" in page.state.text()
    choose(page.table.cellWidget(row_of(page, "WHO"), TARGET), "ACTOR")
    choose(page.table.cellWidget(row_of(page, "WHO"), VALUE), "person")
    choose(page.table.cellWidget(row_of(page, "WHERE"), TARGET), "LOCATION")
    assert [t.split("   ")[0] for t in texts_of(page.preview)] == ["Anna Berg", "Visby"], "the preview follows at once"
    assert "WHO → Actor, person" in texts_of(page.preview)[0]
    assert driver.bench.project.setting("labels.en_stock") == "", "nothing is stored before it is applied"
    dialog.tabs.setCurrentWidget(dialog.about)
    dialog.tabs.setCurrentWidget(page)
    page.apply.click()
    assert not dialog.isVisible()
    driver, dialog = opened(driver=driver)
    dialog.take_folder(stock)
    assert dialog.about.warnings.isHidden(), dialog.about.warnings.text()
    dialog.about.use.click()
    assert choice.of(driver.bench.project).default == str(stock)
    qtbot.waitUntil(lambda: any(s.pipeline == "en_stock" for s in driver.stored().suggestions), timeout=60_000)
    found = [(s.label, dict(s.attributes)) for s in driver.stored().suggestions if s.pipeline == "en_stock"]
    assert found == [("ACTOR", {"type": "person"}), ("LOCATION", {})]
    qtbot.waitUntil(lambda: not driver.bench.prelabelling.running, timeout=60_000)


def test_a_language_gets_a_pipeline_of_its_own(opened, project_file, stock, qtbot):
    with Project.open(project_file) as project:
        project.add_articles([Article("de", "", "Mia Lund sagte.", language="de-AT")])
    driver, dialog = opened()
    qtbot.waitUntil(lambda: dialog.about.target.findData("de") >= 0)
    dialog.take_folder(stock)
    choose(dialog.about.target, "de")
    dialog.about.use.click()
    assert choice.of(driver.bench.project).by_language == {"de": str(stock)}
    qtbot.waitUntil(lambda: driver.bench.prelabelling.running)
    driver.bench.prelabelling.cancel()


def test_word_lists_are_added_ordered_and_removed(opened, tmp_path):
    (tmp_path / "towns.csv").write_text("Zagreb,LOCATION\nOdd,NOTHING\n", encoding="utf-8")
    (tmp_path / "ranks.jsonl").write_text(json.dumps({"label": "PERSON", "pattern": "Mayor"}), encoding="utf-8")
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    driver, dialog = opened("prelabel.lists")
    page = dialog.lists
    stored = lambda: parse(driver.bench.project.setting(run_options.RULES))  # noqa: E731
    assert page.middle.currentWidget() is page.empty and not page.remove.isEnabled() and not page.apply.isEnabled()
    page.take([tmp_path / "towns.csv", tmp_path / "ranks.jsonl", tmp_path / "empty.csv", tmp_path / "gone.csv"])
    assert [(x.name, x.when, len(x.rules)) for x in stored()] == [
        ("towns.csv", When.AFTER, 1),
        ("ranks.jsonl", When.AFTER, 1),
    ]
    for words in ("Line 2", "empty.csv: nothing", "gone.csv cannot be read"):
        assert words in page.problems.text()
    choose(page.table.cellWidget(0, 2), "before")
    assert stored()[0].when is When.BEFORE
    page.table.selectRow(1)
    page.remove.click()
    assert [x.name for x in stored()] == ["towns.csv"]
    dialog.close()


@pytest.mark.parametrize("what", ["article", "sample"])
def test_two_pipelines_are_compared_beside_the_work(opened, project_file, stock, qtbot, what):
    add_stock_article(project_file)
    driver, dialog = opened("prelabel.compare")
    open_stock_article(driver)
    page = dialog.compare
    assert not page.go.isEnabled() and "only one pipeline" in page.state.text()
    dialog.take_folder(stock)
    assert page.go.isEnabled() and page.title.text() == "A: en_stock 3.8.1"
    choose(page.what, what)
    page.go.click()
    assert page.go.text() == "Stop" and page.progress.isVisible()
    qtbot.waitUntil(lambda: page.go.text() == "Compare", timeout=90_000)
    articles = {"article": "1 article was", "sample": "4 articles were"}[what]
    assert page.state.text() == f"{articles} read by both."
    assert page.table.isVisible() and page.table.item(page.table.rowCount() - 1, 0).text() == "All"
    assert page.differences.isVisible() and any("only B: “Visby” Location" in t for t in texts_of(page.differences))
    assert driver.bench.project.rows(driver.bench.project.article_ids())[-1].open_suggestions == 0, "nothing is stored"
    dialog.close()


def test_a_comparison_can_be_stopped_and_ends_with_the_dialog(opened, stock, qtbot):
    driver, dialog = opened("prelabel.compare")
    dialog.take_folder(stock)
    page = dialog.compare
    page.go.click()
    page.go.click()
    assert page.state.text() == "Stopped." and page.progress.isHidden()
    page.go.click()
    trials = driver.bench.prelabelling.trials
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not trials.running
    qtbot.waitUntil(lambda: not trials._all, timeout=30_000)


def test_a_preview_that_fails_says_why(opened, home, stock, qtbot):
    folder = home / "pipelines" / "hurt"
    shutil.copytree(stock, folder)
    shutil.rmtree(folder / "ner")
    _driver, dialog = opened("prelabel.labels")
    dialog.list.setCurrentRow(names(dialog).index("en_stock"))
    page = dialog.labels
    qtbot.waitUntil(lambda: "cannot be loaded" in page.state.text(), timeout=60_000)
    dialog.close()


def test_closing_the_window_ends_a_preview(opened, project_file, stock):
    driver, dialog = opened("prelabel.labels")
    dialog.take_folder(stock)
    assert driver.bench.prelabelling.trials.running
    driver.bench.close_project()
    assert not driver.bench.prelabelling.trials.running and driver.bench.project is None
    dialog.close()


def test_every_part_is_reached_by_tab_and_has_a_name(opened, stock):
    _driver, dialog = opened("prelabel.labels")
    dialog.take_folder(stock)
    seen = []
    dialog.list.setFocus()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at in seen:
            break
        seen.append(at)
    assert dialog.labels.apply in seen and dialog.labels.preview in seen
    boxes = [w for w in seen if isinstance(w, QComboBox)]
    assert len(boxes) >= 4 and all(w.accessibleName() for w in boxes)
    dialog.close()


def test_how_articles_are_read_is_chosen_by_key_and_kept(opened, qtbot):
    driver, dialog = opened("prelabel.options")
    page = dialog.options
    assert dialog.tabs.currentWidget() is page
    assert (page.claims.isChecked(), page.alike.isChecked(), page.gpu.isChecked()) == (True, True, True)
    for box in (page.claims, page.alike, page.gpu):
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    project = driver.bench.project
    assert run_options.of(project) == run_options.RunOptions(claims=False, alike=False, gpu=False)
    qtbot.waitUntil(lambda: not driver.bench.actions["prelabel.claims"].isChecked())
    again = []
    driver.bench.prelabelling.start_anew = lambda: again.append(True)
    page.apply.setFocus()
    QTest.keyClick(page.apply, Qt.Key.Key_Space)
    assert again == [True] and not dialog.isVisible()


def test_what_reads_is_said_where_it_is_chosen(opened):
    driver, dialog = opened("prelabel.options")
    shown = driver.bench.prelabelling
    for on, words in ((None, "Nothing has been read"), (False, "main processor"), (True, "graphics processor")):
        shown.on_gpu = on
        dialog.options.show_processor()
        assert words in dialog.options.processor.text()
    shown._name = "en_big 1.0"
    shown.show_pipeline(0)
    assert "en_big 1.0 · graphics processor" in driver.bench.status._pipeline.accessibleName()
