"""The command palette: everything in reach by typing, nothing by pointer, articles found off the main thread."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.palette import entries, search
from desktop.ui.palette.entries import Kind


class Opened:
    def __init__(self, window):
        self.window = window
        window.press("Ctrl+K")
        self.palette = window.bench.commands.palette

    def type(self, words):
        QTest.keyClicks(self.palette.field, words)
        return self

    @property
    def titles(self):
        return [self.palette.rows.data(self.palette.rows.index(n)) for n in range(self.palette.rows.rowCount())]

    @property
    def chosen(self):
        return self.palette.rows.hit(self.palette.list.currentIndex()).entry

    def wait(self):
        self.window.qtbot.waitUntil(lambda: not self.palette._search.busy)
        return self


@pytest.fixture
def palette(window):
    return Opened(window)


def test_it_lists_every_action_of_the_table_once(palette):
    listed = sorted(e.key.removeprefix("action:") for e in palette.palette._entries if e.kind is Kind.COMMAND)
    assert listed == sorted(s.id for s in palette.window.bench.actions.specs if s.id != "palette.open")


def test_possible_ones_come_first_and_an_impossible_one_says_so(palette):
    enabled = [h.entry.enabled for h in palette.palette.rows._hits]
    assert enabled == sorted(enabled, reverse=True)
    assert False in enabled
    palette.type("redo")
    assert not palette.chosen.enabled
    palette.window.press("Return")
    assert palette.palette.isVisible()
    assert "not possible" in palette.palette._foot.text()


def test_a_label_is_found_and_tags_and_the_keyboard_goes_back(window):
    window.select("old bridge")
    palette = Opened(window).type("tag loc")
    assert palette.chosen.title == "Tag as Location"
    window.press("Return")
    assert not palette.palette.isVisible()
    assert window.pane.hasFocus()
    assert ("LOCATION", "old bridge") in window.surfaces()


def test_values_of_the_current_span_are_set_and_taken_back_by_typing(window):
    window.select("the old bridge is safe")
    window.press("C")
    palette = Opened(window).type("kind dem")
    assert palette.chosen.title == "Kind: Demand"
    assert palette.chosen.detail.startswith("Asks somebody")
    window.press("Return")
    span = window.bench.controller.current_span()
    assert span.attributes["kind"] == "demand"
    again = Opened(window).type(":kind dem")
    assert all(h.entry.kind is Kind.VALUE for h in again.palette.rows._hits)
    assert again.chosen.ticked
    window.press("Return")
    assert "kind" not in window.bench.controller.current_span().attributes


def test_what_stands_for_a_link_can_be_set(window):
    window.select("the old bridge is safe")
    window.press("C")
    Opened(window).type("claimant impl")
    window.press("Return")
    span = window.bench.controller.current_span()
    assert "IMPLICIT" in [str(v).upper() for v in span.attributes.values()]


def test_without_a_current_span_there_are_no_values(palette):
    palette.type(":")
    assert palette.titles == []
    assert "Nothing" in palette.palette._foot.text()


def test_articles_are_found_by_title_before_text_and_opened(palette):
    palette.type("@article").wait()
    assert palette.titles == ["Article 1", "Article 2"]
    palette.window.press("Down", "Return")
    assert palette.window.view.article.title == "Article 2"
    other = Opened(palette.window).type("oslo").wait()
    assert other.titles == ["Article 1", "Article 2"]
    palette.window.press("Escape")


def test_only_the_newest_question_is_answered(palette):
    palette.type("@ar")
    palette.type("ticle 2").wait()
    assert palette.titles == ["Article 2"]


def test_titles_come_first(window, qtbot):
    project = window.bench.project
    assert [r.title for r in search.search(project, "bridge", lambda: False)] == ["Old bridge is safe, says mayor"]
    assert [r.title for r in search.search(project, "oslo", lambda: False)] == ["Article 1", "Article 2"]
    assert search.search(project, "oslo", lambda: True) == []


def test_escape_closes_and_the_same_key_too_and_nothing_reaches_the_article(window):
    before = window.stored()
    palette = Opened(window).type("cal")
    assert window.stored() == before
    window.press("Escape")
    assert not palette.palette.isVisible()
    assert window.pane.hasFocus()
    Opened(window)
    window.press("Ctrl+K")
    assert not palette.palette.isVisible()


def test_the_arrows_go_round_and_page_keys_stop_at_the_ends(palette):
    last = palette.palette.rows.rowCount() - 1
    palette.window.press("Up")
    assert palette.palette.list.currentIndex().row() == last
    palette.window.press("Down")
    assert palette.palette.list.currentIndex().row() == 0
    palette.window.press("PgDown", "PgUp", "PgUp")
    assert palette.palette.list.currentIndex().row() == 0


def test_what_was_chosen_lately_stands_first_also_after_a_restart(start, project_file):
    one = start(project_file)
    Opened(one).type("flag for")
    one.press("Return")
    one.window.close()
    two = Opened(start(project_file))
    assert two.titles[0] == "Flag for discussion"


def test_closing_the_project_closes_it(palette, qtbot):
    palette.type("article")
    palette.window.bench.close_project()
    assert not palette.palette.isVisible()
    assert not palette.palette._search.busy
    empty = Opened(palette.window)
    assert "Open sample project" in empty.titles
    palette.window.press("Escape")


def test_five_hundred_values_are_searched(window):
    from annotation_schema.schema import Choice

    window.select("the old bridge is safe")
    window.press("C")
    schema = window.bench.project.schema
    label = schema.label("CLAIM")
    many = tuple(Choice(f"v{n}", f"Value {n} of many") for n in range(500))
    kind = replace(label.attribute("kind"), choices=many)
    wide = replace(label, attributes=(kind,))
    changed = replace(schema, labels=(wide, *(x for x in schema.labels if x.name != "CLAIM")))
    span = window.bench.controller.current_span()
    offered = list(entries.values(span, changed, print, print))
    assert len(offered) >= 500
    hits = entries.find(offered, "value 499", ())
    assert hits[0].entry.title == "Kind: Value 499 of many"


def test_the_field_has_the_keyboard_and_screen_readers_hear_the_choice(palette):
    palette.type("undo")
    assert QApplication.focusWidget() is palette.palette.field
    assert palette.palette.field.accessibleDescription().startswith("Undo")
    assert "Ctrl Z" in palette.palette.field.accessibleDescription()
