"""The queue: ids in the model, rows a page at a time, painted at one height."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QAbstractItemModelTester

from annotation_schema.model import ArticleId, Status
from desktop.core.view import ArticleRow, QueueCounts
from desktop.ui.queue.delegate import ROW_HEIGHT, short_date
from desktop.ui.queue.model import PAGE, QueueModel, RowRole, counts_words
from desktop.ui.queue.panel import QueuePanel
from desktop.ui.theme import Look


def row(n, **changes):
    plain = ArticleRow(ArticleId(n), f"Title {n}", "P", "2026-01-02", Status.TODO, {}, 0)
    return replace(plain, **changes)


class Source:
    def __init__(self):
        self.asked = []

    def __call__(self, ids):
        self.asked.append(len(ids))
        return [row(x) for x in ids if x != 13]


def test_model_obeys_qts_rules(qapp, qtmodeltester):
    model = QueueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    source = Source()
    model.set_source(source, [ArticleId(n) for n in range(1, 400)])
    qtmodeltester.check(model)
    model.set_current(ArticleId(5))
    model.refresh([ArticleId(5), ArticleId(9999)])
    model.refresh_all()
    model.set_source(None, [])
    del tester


def test_rows_are_fetched_by_the_page_and_only_once(qapp):
    source = Source()
    model = QueueModel()
    model.set_source(source, [ArticleId(n) for n in range(100_000)])
    assert source.asked == []
    assert model.index(50_020, 0).data(RowRole).id == 50_020
    for n in range(50_000, 50_100):
        model.index(n, 0).data()
    assert source.asked == [PAGE]
    model.refresh([ArticleId(50_020)])
    model.index(50_020, 0).data()
    assert source.asked == [PAGE, 1]


def test_an_article_that_is_gone_is_shown_as_such(qapp):
    model = QueueModel()
    model.set_source(Source(), [ArticleId(12), ArticleId(13)])
    assert model.index(1, 0).data(RowRole) is None
    assert model.index(0, 0).data() == "Title 12"


def test_counts_in_the_order_of_the_schema():
    letters = {"CLAIM": "C", "ACTOR": "A", "LOCATION": "L"}
    counted = row(1, counts={"ACTOR": 11, "CLAIM": 4, "LOCATION": 14, "OLD": 1})
    assert counts_words(counted, letters) == "4 C · 11 A · 14 L · 1 O"
    assert counts_words(row(1, open_suggestions=22), letters) == "22 suggested"
    assert counts_words(row(1), letters) == ""


def test_dates_are_short_and_odd_ones_shown_as_they_are():
    assert short_date("2025-01-29T10:00:00Z") == "29 Jan 2025"
    assert short_date("yesterday") == "yesterday"
    assert short_date("") == ""


def test_a_hundred_thousand_rows_cost_what_is_seen(qapp, qtbot, faces):
    panel = QueuePanel(Look(qapp, "light"))
    qtbot.addWidget(panel)
    panel.resize(272, 800)
    source = Source()
    panel.show_counts(QueueCounts(total=100_000, todo=100_000))
    panel.show_queue(source, [ArticleId(n) for n in range(100_000)])
    panel.grab()
    assert sum(source.asked) <= 2 * PAGE
    assert panel.view.rowHeight(77_777) == ROW_HEIGHT
    panel.show_current(ArticleId(77_777))
    panel.grab()
    assert sum(source.asked) <= 5 * PAGE
    assert panel.view.currentIndex().row() == 77_777


@pytest.fixture
def english():
    """Numbers as in English, whatever the system speaks and whoever ran before."""
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


def test_empty_states_say_what_to_do(qapp, qtbot, english):
    panel = QueuePanel(Look(qapp, "light"))
    qtbot.addWidget(panel)
    panel.show_queue(None, [], empty="No articles yet.")
    assert not panel.view.isVisibleTo(panel)
    panel.show_counts(QueueCounts(total=1008, todo=971, done=37))
    assert panel.search.placeholderText() == "Search 1,008 articles   Ctrl F"
    assert panel.footer().text() == "37 of 1,008 done"
    panel.show_task("pre-highlighting 412 of 1,008, 9 s left", "Stop")
    assert panel.footer().text() == "37 of 1,008 done · pre-highlighting 412 of 1,008, 9 s left"
