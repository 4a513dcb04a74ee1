"""Pipelines of several languages in the window: what is said of the one for the rest, of others, of a lost one."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation_schema.model import Article
from desktop.core.prelabel import choice
from desktop.core.project import Project


@pytest.fixture(autouse=True)
def quiet(qtlog):
    """The screenless platform cannot place windows and says so."""
    with qtlog.disabled():
        yield


@pytest.fixture
def german(tmp_path, stock):
    """The stock pipeline in a folder of its own, for German."""
    shutil.copytree(stock, tmp_path / "elsewhere")
    meta = tmp_path / "elsewhere" / "meta.json"
    meta.write_text(meta.read_text(encoding="utf-8").replace('"lang":"en"', '"lang":"de"'), encoding="utf-8")
    assert '"de"' in meta.read_text(encoding="utf-8")
    return tmp_path / "elsewhere"


@pytest.fixture
def mixed(project_file, german):
    """A project with articles in four languages, of which German has a pipeline of its own."""
    with Project.open(project_file) as project:
        languages = ("de-AT", "de", "fr", "")
        project.add_articles(Article(f"x{n}", f"X {n}", f"Mia {n}.", language=c) for n, c in enumerate(languages))
        project.set_setting(choice.SETTING, choice.PipelineChoice("", {"de": str(german)}).dump())
    return project_file


def lines(dialog):
    return [dialog.list.item(row).text().split("\n") for row in range(dialog.list.count())]


def warned(dialog):
    return dialog.about.warnings.text() if dialog.about.warnings.isVisible() else ""


def test_only_articles_that_a_pipeline_reads_are_counted_as_foreign_to_it(opened, mixed, qtbot):
    _driver, dialog = opened()
    page = dialog.about
    qtbot.waitUntil(lambda: page.target.findData("fr") >= 0)
    assert page.target.currentData() == "" and "1 article is in another language" in warned(dialog)
    page.target.setCurrentIndex(page.target.findData("de"))
    assert "2 articles are in another language" in warned(dialog), "what it would be if it were used for them"
    assert [line[0] for line in lines(dialog)] == ["en_pressmark_news", "de_stock"]
    assert "in use" in lines(dialog)[1][1]
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert page.target.currentData() == "de", "what it is used for"
    assert "another language" not in warned(dialog)
    page.target.setCurrentIndex(page.target.findData(""))
    assert "article" in warned(dialog) and "another language" in warned(dialog)
    dialog.close()


def test_a_language_is_read_with_the_rest_again(opened, mixed, qtbot):
    driver, dialog = opened()
    driver.bench.prelabelling.start_anew = lambda: None
    qtbot.waitUntil(lambda: dialog.about.target.findData("de") >= 0)
    dialog.about.target.setCurrentIndex(dialog.about.target.findData("de"))
    dialog.about.use.click()
    assert choice.of(driver.bench.project) == choice.PipelineChoice()


def test_a_pipeline_that_is_gone_is_listed_with_the_reason(opened, mixed, german):
    shutil.rmtree(german)
    _driver, dialog = opened()
    assert lines(dialog)[-1] == ["elsewhere", "cannot be used"]
    dialog.list.setCurrentRow(1)
    assert dialog.unusable.isVisible() and str(german) in dialog.unusable.text()
    dialog.close()


def test_pages_are_turned_by_key_from_the_list(opened, project_file):
    _driver, dialog = opened()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(dialog.list, Qt.Key.Key_Tab, control)
    assert dialog.tabs.currentWidget() is dialog.labels
    for _ in range(2):
        QTest.keyClick(dialog.list, Qt.Key.Key_Backtab, control | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.tabs.currentWidget() is dialog.compare
    dialog.close()


def test_the_status_line_names_who_reads_the_article_on_screen(start, mixed, qtbot):
    driver = start(mixed)
    bench = driver.bench
    bench.actions["prelabel.all"].trigger()
    qtbot.waitUntil(lambda: not bench.prelabelling.running, timeout=60_000)
    for uid, name in (("x0", "de_stock"), ("x2", "en_pressmark_news"), ("x3", "en_pressmark_news")):
        bench.open_article(bench.project.article_id(uid))
        qtbot.waitUntil(lambda name=name: name in bench.status._pipeline.accessibleName())
