"""What the queue lists: orders from a menu, filters under names, both by keys and kept with the project."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from window_driver import FakeAsk

from annotation_schema.model import Article, Status
from desktop.core import saved_filters
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import ArticleFilter, ArticleOrder
from desktop.ui.queue import listing
from desktop.ui.queue.bar import ORDERS
from desktop.ui.queue.filter_dialog import FilterDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support")


def titles(driver) -> list[str]:
    model = driver.bench.queue.model
    return [model.row(n).title for n in range(model.rowCount())]


def menu(driver) -> QMenu:
    driver.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(driver, key: str, *words: str) -> None:
    """Open a menu by its key and take the item of these words, by its arrows."""
    driver.press(key)
    shown = menu(driver)
    for _ in shown.actions():
        active = shown.activeAction()
        if active is not None and active.text().replace("&", "") in words:
            break
        QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)


def test_sorting_by_keys_is_kept_with_the_project(start, project_file):
    driver = start(project_file)
    old = ["Old bridge is safe, says mayor", "Article 1", "Article 2"]
    assert titles(driver) == old and "imported" in driver.bench.queue.bar.order.accessibleName()
    here = driver.view.id
    choose(driver, "Ctrl+Shift+S", "By title")
    assert titles(driver) == ["Article 1", "Article 2", old[0]]
    assert driver.view.id == here and driver.pane.hasFocus()
    choose(driver, "Ctrl+Shift+S", "Newest first")
    assert titles(driver) == ["Article 2", "Article 1", old[0]]
    driver.bench.close_project()
    driver.bench.open_project(project_file)
    assert titles(driver) == ["Article 2", "Article 1", old[0]]
    assert "Newest first" in driver.bench.queue.bar.order.accessibleName()


def test_every_order_has_its_words_and_key():
    assert [order for order, *_ in ORDERS] != [] and {order for order, *_ in ORDERS} == set(ArticleOrder)
    keys = [words[words.index("&") + 1].lower() for *_, words in ORDERS]
    assert len(set(keys)) == len(keys)


def test_a_saved_filter_is_chosen_by_its_number(start, project_file):
    with Project.open(project_file) as project:
        saved_filters.save(project, "In March & later", ArticleFilter(since="2026-03-02", text="plain"))
    driver = start(project_file)
    bar = driver.bench.queue.bar
    assert not bar.filter.isChecked()
    driver.press("Ctrl+Shift+L")
    QTest.keyClick(menu(driver), Qt.Key.Key_1)
    assert titles(driver) == ["Article 1", "Article 2"]
    assert bar.filter.isChecked() and "In March & later" in bar.filter.accessibleName()
    assert driver.bench.queue.search.text() == "plain"
    driver.bench.close_project()
    assert not bar.filter.isChecked()
    driver.bench.open_project(project_file)
    assert titles(driver) == ["Article 1", "Article 2"] and bar.filter.isChecked()
    driver.bench.queue._chips[Status.DONE].click()  # no longer what was saved: what is asked beyond search and chips
    assert titles(driver) == [] and "since 2026-03-02" in bar.filter.accessibleName()
    assert "filter" in driver.bench.queue._empty.text()
    driver.press("Ctrl+Shift+L")
    spans = driver.view.spans
    QTest.keyClick(menu(driver), Qt.Key.Key_A)  # not for the article, where A tags
    assert driver.view.spans == spans
    assert len(titles(driver)) == 3 and not bar.filter.isChecked()
    assert driver.bench.queue.search.text() == "" and driver.bench.queue.statuses() == frozenset()


def test_letters_typed_in_a_menu_do_not_tag_behind_it(window):
    for shown in (window.bench.toolbar.menu_button.menu(), window.bench.toolbar.menu_button.menu().actions()[0].menu()):
        shown.popup(window.window.mapToGlobal(window.window.rect().center()))
        QTest.keyClick(shown, Qt.Key.Key_A)
        assert window.view.spans == ()
        shown.close()
    window.press("A")
    assert len(window.view.spans) == 1


def test_the_filter_that_was_asked_for_is_listed(start, project_file):
    ask = FakeAsk(answers={"queue_filter": ArticleFilter(until="2026-03-01")})
    driver = start(project_file, ask=ask)
    driver.bench.queue.search.setText("arti")
    driver.press("Ctrl+Shift+L")
    QTest.keyClick(menu(driver), Qt.Key.Key_F)
    assert [a[0] for a in ask.asked] == ["queue_filter"] and ask.asked[0][2].text == "arti"
    assert titles(driver) == ["Old bridge is safe, says mayor"]
    driver.bench.actions["queue.everything"].trigger()
    assert len(titles(driver)) == 3


def test_what_takes_long_comes_beside_the_window(start, project_file, monkeypatch, qtbot):
    """As with a hundred thousand articles: what is listed stays until the rest has been looked up."""
    monkeypatch.setattr(listing, "FEW", 0)
    driver = start(project_file)
    queue = driver.bench.queue
    driver.bench.listing.show(ArticleFilter(since="2026-03-02"))
    assert len(titles(driver)) == 3
    qtbot.waitUntil(lambda: titles(driver) == ["Article 1", "Article 2"], timeout=30_000)
    driver.bench.listing.show(ArticleFilter())
    driver.bench.listing.sort(ArticleOrder.TITLE)
    assert titles(driver)[0] == "Old bridge is safe, says mayor"
    qtbot.waitUntil(lambda: titles(driver)[0] == "Article 1", timeout=30_000)
    assert driver.bench.project.settled(ArticleOrder.TITLE)
    driver.bench.project.add_articles([Article("new", "Aardvark", "Aardvark\n\nSeen.")])
    qtbot.waitUntil(lambda: titles(driver)[0] == "Aardvark", timeout=30_000)
    driver.bench.listing.show(ArticleFilter(until="2026-03-01"))
    driver.bench.listing.show(ArticleFilter(until="2026-03-02"))  # asked again while the first is under way
    qtbot.waitUntil(lambda: len(titles(driver)) == 2, timeout=30_000)
    assert queue.order is ArticleOrder.TITLE
    driver.bench.listing.show(ArticleFilter(since="2026-03-03"))
    driver.bench.close_project()  # ends what is under way


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ana") as made:
        made.add_articles([Article(f"a{n}", f"T{n}", "Words.", published=f"2026-03-0{n}") for n in range(1, 5)])
        saved_filters.save(made, "Early", ArticleFilter(until="2026-03-02"))
        saved_filters.save(made, "Words", ArticleFilter(text="words", labels=frozenset({"CLAIM"})))
        yield made


@pytest.fixture
def dialog(project, qtbot):
    made = FilterDialog(None, project, ArticleFilter(until="2026-03-02", order=ArticleOrder.TITLE))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def names(dialog) -> list[str]:
    return [dialog.names.item(n).text() for n in range(dialog.names.count())]


def test_the_dialog_begins_with_what_the_queue_asks_for(dialog, qtbot):
    assert names(dialog) == ["All articles", "Early", "Words"]
    assert dialog.names.currentItem().text() == "Early" and dialog.names.hasFocus()
    assert dialog.until.text() == "2026-03-02"
    qtbot.waitUntil(lambda: dialog.count.text() == "2 of 4 articles", timeout=30_000)
    QTest.keyClick(dialog.names, Qt.Key.Key_Down)
    assert dialog.text.text() == "words" and dialog.labels.chosen() == {"CLAIM"} and dialog.until.text() == ""
    QTest.keyClick(dialog.names, Qt.Key.Key_Home)
    assert dialog.asked() == ArticleFilter(order=ArticleOrder.TITLE)
    assert not dialog.rename.isEnabled() and not dialog.delete.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.names, Qt.Key.Key_Return)


def test_saved_renamed_and_deleted_by_keys(dialog, project, qtbot):
    QTest.keyClick(dialog.names, Qt.Key.Key_Home)
    dialog.people.boxes()[0].setFocus()
    QTest.keyClick(dialog.people.boxes()[0], Qt.Key.Key_Space)
    assert dialog.names.selectedItems() == []
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, "Mine")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible() and saved_filters.find(project, "Mine").wanted.annotators == {"Ana"}
    assert names(dialog) == ["All articles", "Early", "Mine", "Words"] and "Mine" in dialog.count.text()
    dialog.names.setFocus()
    QTest.keyClick(dialog.names, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, "Words")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.count.property("tone") == "danger")  # that name is taken
    QApplication.processEvents()
    assert names(dialog) == ["All articles", "Early", "Mine", "Words"]
    QTest.keyClick(dialog.names, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Ana's")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(dialog) == ["All articles", "Ana's", "Early", "Words"])
    assert dialog.names.currentItem().text() == "Ana's"
    QTest.keyClick(dialog.names, Qt.Key.Key_Delete)
    assert names(dialog) == ["All articles", "Early", "Words"] and dialog.isVisible()
    dialog.save.click()  # its name and fields are still there
    assert saved_filters.find(project, "Ana's").wanted.annotators == {"Ana"}


def test_a_date_that_is_none_is_said(dialog, qtbot):
    dialog.since.setText("soon")
    QTest.keyClick(dialog.since, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.count.property("tone") == "danger" and "soon" in dialog.count.text()
    dialog.name.setText("x")
    dialog.save.click()
    assert dialog.names.count() == 3
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.since, Qt.Key.Key_Escape)
