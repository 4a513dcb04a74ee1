"""Selecting by keyboard and mouse, all that there is, by real keys in the real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_driver import TEXT, Driver, place

from annotation_schema.model import Article, Status
from desktop.core.prelabel.merge import RunAnswer
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import NewRelation, NewSuggestion


def at(words: str) -> int:
    return TEXT.index(words)


def selected(window: Driver) -> str:
    selection = window.pane.selection()
    return TEXT[selection.start : selection.end] if selection is not None else ""


def spans(window: Driver) -> list[str]:
    return [TEXT[s.start : s.end] for s in window.view.spans]


@pytest.mark.parametrize(
    ("before", "keys", "end"),
    [
        ("said on", ["Right"], "on Monday"),
        ("said on", ["Right", "Left"], "said on"),
        ("said on", ["Alt+Right"], "aid on"),
        ("said on", ["Alt+Right", "Alt+Left"], "said on"),
        ("said on", ["Ctrl+Right"], "Critics"),
        ("Critics", ["Ctrl+Left"], "Mayor Ana"),
        ("said on", ["Ctrl+Down"], "“It will"),
        ("“It will", ["Ctrl+Up"], "Mayor Ana"),
        ("said on", ["]"], "Monday"),  # the next span or suggestion, then back over two
        ("said on", ["]", "]", "["], "Monday"),
        ("said on", ["Ctrl+Home"], "Old bridge"),
    ],
)
def test_the_caret_moves_by_each_unit_and_to_the_next_span(window, before, keys, end):
    window.pane.set_caret(at(before))
    window.press(*keys)
    assert TEXT[window.pane.caret() :].startswith(end)
    assert selected(window) == ""


@pytest.mark.parametrize(
    ("before", "keys", "words"),
    [
        ("said on", ["Shift+Right", "Shift+Right"], "said on"),
        ("said on", ["Shift+Right", "Shift+Right", "Shift+Left"], "said"),
        ("Critics", ["Shift+Ctrl+Right"], "Critics in Split disagree."),
        ("said on", ["Shift+Alt+Right"], "s"),
        ("said on", ["W"], "said"),
        ("in Split", ["S"], "Critics in Split disagree."),
        ("will fall", ["Q"], "It will fall,"),
        ("will fall", ['"'], "It will fall,"),
    ],
)
def test_words_and_sentences_are_selected(window, before, keys, words):
    window.pane.set_caret(at(before))
    window.press(*keys)
    assert selected(window) == words


def test_a_quotation_in_one_key_and_tagged_in_the_next_without_its_comma(window):
    window.pane.set_caret(at("will fall"))
    window.press("Q", "C")
    assert spans(window) == ["It will fall"]
    assert not window.pane.selection()


def test_what_a_label_takes_in_whole_and_what_is_trimmed_can_be_switched_off(window):
    def choose(**rules) -> None:
        bench = window.bench
        bench.change_settings(replace(bench.settings, work=replace(bench.settings.work, **rules)))

    start = at("nobody") + 1
    for rules, words in (
        ({}, "nobody"),
        ({"whole_words": False}, "obod"),
    ):
        choose(**rules)
        window.pane.select_range(start, start + 4)
        window.press("A")
        assert spans(window) == [words]
        window.press("Ctrl+Z")
    quoted = at("“It will"), at("” said") + 1
    for rules, words in (
        ({}, "It will fall"),
        ({"trim_punctuation": False}, "It will fall,"),
        ({"trim_quotes": False}, "“It will fall,”"),
        ({"trim_punctuation": True}, "“It will fall,”"),
    ):
        choose(**rules)
        window.pane.select_range(*quoted)
        window.press("C")
        assert spans(window) == [words], rules
        window.press("Ctrl+Z")
    for trims, words in ((True, "in Split"), (False, " in Split ")):
        choose(trim_space=trims)
        window.pane.select_range(at(" in Split"), at(" in Split") + 10)
        window.press("L")
        assert spans(window) == [words]
        window.press("Ctrl+Z")


def test_borders_of_the_current_span_by_word_and_by_character(window):
    window.select("old bridge")
    window.press("C")
    window.press(".", ".")
    assert spans(window) == ["old bridge is safe"]
    window.press(",", "Z", "X", "X")
    assert spans(window) == ["bridge is"]
    window.press("Shift+X", "Shift+,")
    assert spans(window) == ["ridge i"]
    window.press("Shift+Z", "Shift+.")
    assert spans(window) == ["bridge is"]


def test_double_click_takes_the_word_and_triple_the_sentence(window, qtbot):
    from desktop.ui.article import geometry

    pane = window.pane
    bar = geometry.caret_bar(pane.page_layout, at("Critics") + 2)
    point = bar.center().toPoint()
    point.setX(point.x() + round(pane._column_left()))
    point.setY(point.y() - pane.verticalScrollBar().value())
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert selected(window) == "Critics"
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert selected(window) == "Critics in Split disagree."


# --- suggestions and links -------------------------------------------------------------------


@pytest.fixture
def suggested_claim(home, start):
    """A window on an article whose pipeline proposes a claim with its claimant."""
    path = home / "projects" / "claims.pressmark"
    with Project.create(path, default_schema(), annotator="Tester") as project:
        project.add_articles([Article("a" * 20, "Old bridge is safe, says mayor", TEXT)])
        run = project.start_run("claims", "1")
        (one,) = project.article_ids()
        found = [
            NewSuggestion("CLAIM", "CLAIM", (place("It will fall"),), {"kind": "prediction"}, 0.8),
            NewSuggestion("ACTOR", "PERSON", (place("Ivo Horvat"),), {}, 0.9),
        ]
        answer = RunAnswer(one, project.text_sha256(one), tuple(found), (NewRelation("CLAIMANT", 0, 1, 0.7),))
        project.add_answers(run, [answer])
        project.finish_run(run)
    return start(path)


def test_an_article_with_only_suggestions_is_not_started(suggested_claim):
    window = suggested_claim
    assert window.view.suggestions
    assert window.view.status is Status.TODO
    assert window.bench.project.counts().todo == 1
    window.press("Tab")
    assert window.view.status is Status.TODO


def test_a_suggested_claim_brings_its_claimant_and_one_edit_later_it_is_one_span(suggested_claim):
    window = suggested_claim
    window.press("Tab", "Return")
    assert sorted(spans(window)) == ["It will fall", "Ivo Horvat"]
    assert [r.type for r in window.view.relations] == ["CLAIMANT"]
    assert window.view.status is Status.STARTED
    claim = next(s for s in window.view.spans if s.label == "CLAIM")
    window.bench.controller.go_to(claim.id)
    window.press(".")
    assert len([s for s in window.view.spans if s.label == "CLAIM"]) == 1
    assert not window.view.suggestions


def test_what_was_rejected_stays_so_when_the_pipeline_runs_again(suggested_claim):
    window = suggested_claim
    window.press("Tab", "Backspace")
    rejected = 2 - len(window.view.suggestions)
    assert rejected == 1
    project, one = window.bench.project, window.view.id
    run = project.start_run("claims", "2")
    again = [NewSuggestion("CLAIM", "CLAIM", (place("It will fall"),), {}, 0.9)]
    project.add_suggestions(run, one, project.text_sha256(one), again)
    assert [s for s in project.view(one).suggestions if s.label == "CLAIM"] == []


def test_a_key_goes_to_the_other_end_of_a_link_and_back(suggested_claim):
    window = suggested_claim
    window.press("Tab", "Return")
    by_label = {s.label: s.id for s in window.view.spans}
    window.bench.controller.go_to(by_label["CLAIM"])
    window.press("Ctrl+J")
    assert window.pane.current == by_label["ACTOR"]
    window.press("Ctrl+J")
    assert window.pane.current == by_label["CLAIM"]
    window.select("Critics")
    window.press("A", "Ctrl+J")
    assert window.bench.status.hint() == "Nothing is linked to this one."


def test_what_is_remembered_belongs_to_the_annotator(start, project_file):
    one = start(project_file)
    one.select("Zagreb")
    one.press("L")
    one.window.close()
    with Project.open(project_file, annotator="Other"):
        pass  # whoever had it open last is who opens it now
    two = start(project_file)
    assert two.bench.project.annotator.name == "Other"
    two.select("Split")
    two.press("T")
    assert not two.view.spans
