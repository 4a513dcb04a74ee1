"""The lists beneath the article: other occurrences, accepting in bulk, findings, history, hidden suggestions."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from flow_driver import Flow
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from window_driver import TEXT, FakeAsk, place

from annotation_schema.model import Article, Fragment, OriginKind, Status
from desktop.core.blind_share import SETTING, BlindShare
from desktop.core.exporters.door import export
from desktop.core.lint_mark import LintCode, LintMark, LintSeverity
from desktop.core.project import Project
from desktop.core.view import NewSuggestion


@pytest.fixture
def corpus(start, project_file):
    """Add articles in which the same words stand again and again."""
    with Project.open(project_file) as project:
        project.add_articles(
            Article(f"c{n:019x}", f"Story {n}", f"Story {n}\n\nIn Zagreb, and again in Zagreb; not Zagrebački.")
            for n in range(300)
        )
    return start(project_file)


@pytest.fixture
def over_corpus(corpus):
    return Flow(corpus)


def to_list(flow, condition=lambda: True):
    flow.rest(lambda: flow.panel is not None and condition())
    assert flow.in_list()


# --- other occurrences ---------------------------------------------------------------------


def test_other_occurrences_in_the_corpus_are_listed_tagged_and_undone_in_one_step(over_corpus):
    flow, window = over_corpus, over_corpus.window
    flow.tag("Zagreb", "L")
    window.press("Shift+O")
    panel = flow.flows.occurrences.panel
    to_list(flow, lambda: not panel.searching)
    assert len(flow.listed()) == 600
    assert flow.listed()[0] == "*In [Zagreb], and again in Zagreb; not Zagrebački."
    assert panel.heading() == "Tag “Zagreb” as Location"
    assert "600 of 600 ticked" in panel.note() and "300 articles" in panel.note()
    window.press("Space", "Down", "Down", "D")
    assert [x[0] for x in flow.listed()[:5]] == [" ", "*", " ", " ", "*"]
    window.press("Return")
    flow.rest(lambda: flow.panel is None)
    assert window.pane.hasFocus()
    assert window.bench.status.undo_words() == "Undo: tag 597 other “Zagreb” as Location in 299 articles"
    assert window.bench.notices.messages() == ["597 more are tagged in 299 articles. One undo (Ctrl+Z) takes all back."]
    project = window.bench.project
    assert sum(sum(r.counts.values()) for r in project.rows(project.article_ids())) == 598
    some = project.view(project.article_id(f"c{7:019x}"))
    assert [s.origin.kind for s in some.spans] == [OriginKind.PROPAGATED] * 2
    assert some.status is Status.STARTED
    window.press("Ctrl+Z")
    flow.rest(lambda: not flow.flows.beside.busy)
    assert window.bench.status.undo_words() == "Undo: tag “Zagreb” as Location"
    assert sum(sum(r.counts.values()) for r in project.rows(project.article_ids())) == 1
    assert project.counts().started == 1
    window.press("Ctrl+Y")
    flow.rest(lambda: not flow.flows.beside.busy)
    assert sum(sum(r.counts.values()) for r in project.rows(project.article_ids())) == 598


def test_nothing_can_be_changed_while_many_articles_are_and_esc_takes_all_back(over_corpus):
    flow, window = over_corpus, over_corpus.window
    flow.tag("Zagreb", "L")
    window.press("Shift+O")
    panel = flow.flows.occurrences.panel
    to_list(flow, lambda: not panel.searching)
    window.press("Return")
    assert flow.flows.beside.busy
    window.pane.setFocus()
    window.press("Delete")
    assert window.bench.status.hint().startswith("Tagging “Zagreb”… Esc stops")
    window.press("Escape")
    flow.rest(lambda: not flow.flows.beside.busy)
    assert window.bench.notices.messages() == ["Nothing was changed."]
    assert window.bench.status.undo_words() == "Undo: tag “Zagreb” as Location"
    assert len(window.bench.project.history(window.bench.project.article_id(f"c{7:019x}"))) == 0
    window.press("Delete")
    assert window.view.spans == ()


def test_the_window_closes_while_many_articles_are_changed(over_corpus, project_file):
    flow, window = over_corpus, over_corpus.window
    flow.tag("Zagreb", "L")
    window.press("Shift+O")
    panel = flow.flows.occurrences.panel
    to_list(flow, lambda: not panel.searching)
    window.press("Return")
    window.window.close()
    with Project.open(project_file) as project:
        assert project.check() == []
        assert project.undo_words in (
            "tag “Zagreb” as Location",
            "tag 600 other “Zagreb” as Location in 300 articles",
        )


def test_the_search_can_be_stopped(over_corpus):
    flow, window = over_corpus, over_corpus.window
    flow.tag("Zagreb", "L")
    window.press("Shift+O")
    assert flow.flows.occurrences.panel.searching
    window.press("Escape")
    assert not flow.flows.occurrences.panel.searching
    while flow.panel is not None:
        window.press("Escape")
    assert window.pane.hasFocus()
    assert len(window.view.spans) == 1


def test_other_occurrences_in_the_article(window, flow):
    window.bench.project.add_articles([Article("f" * 20, "Oslo", "Oslo\n\nOslo waits. In Oslo, Oslo's mayor waits.")])
    window.bench.open_article(window.bench.project.article_id("f" * 20))
    window.pane.select_range(12 - 6, 10)
    window.press("L", "O")
    to_list(flow, lambda: not flow.flows.occurrences.panel.searching)
    assert flow.listed() == [
        "*[Oslo]",
        "*Oslo waits. In [Oslo], Oslo's mayor waits.",
        "*Oslo waits. In Oslo, [Oslo]'s mayor waits.",
    ]
    window.press("A", "Return")
    assert "Nothing is ticked" in window.bench.status.hint()
    window.press("End", "Space", "Return")
    flow.rest(lambda: flow.panel is None)
    assert len(window.view.spans) == 2
    assert window.stored() == window.view
    assert window.bench.status.undo_words() == "Undo: tag another “Oslo” as Location"
    window.press("O")
    to_list(flow, lambda: len(flow.listed()) == 2)
    window.press("Return")
    flow.rest(lambda: flow.panel is None)
    window.press("O")
    flow.rest(lambda: not flow.flows.occurrences.panel.searching)
    assert "nowhere else" in flow.panel._empty.text()
    window.press("Escape")
    assert flow.panel is None


def test_a_span_of_parts_has_no_other_occurrences(window, flow):
    flow.tag("the old bridge is safe", "C")
    window.select("nobody")
    window.press("Shift+C", "O")
    assert flow.panel is None
    assert any("several parts" in m for m in window.bench.notices.messages())


# --- accepting in bulk -----------------------------------------------------------------------


def test_accept_all_of_a_label_after_a_look(window, flow):
    window.press("Tab")
    window.bench.actions["suggestion.accept-label"].trigger()
    to_list(flow)
    assert flow.listed() == [
        "*Mayor [Ana Kovač] said on Monday that the old bridge is safe, but warned, tha",
        "*“It will fall,” said [Ivo Horvat].",
    ]
    window.press("Right")
    assert [x.split("[")[1].split("]")[0] for x in flow.listed()] == ["Monday", "Zagreb", "Split"]
    window.press("Space", "Return")
    assert flow.panel is None and window.pane.hasFocus()
    assert window.surfaces() == [("LOCATION", "Zagreb"), ("LOCATION", "Split")]
    assert window.bench.status.undo_words() == "Undo: accept 2 suggestions of Location"
    window.press("Ctrl+Z")
    assert window.view.spans == () and len(window.view.suggestions) == 5


def test_accept_above_a_score_chosen_by_keys(window, flow):
    project, view = window.bench.project, window.view
    run = project.start_run("scored", "1")
    places = [(place("mayor"), 0.95), (place("Critics"), 0.8), (place("bridge"), 0.5)]
    spans = [NewSuggestion("ACTOR", "X", (p,), score=score) for p, score in places]
    project.add_suggestions(run, view.id, project.text_sha256(view.id), spans)
    flow.rest(lambda: any(s.score == 0.95 for s in window.view.suggestions))
    window.bench.actions["suggestion.accept-above"].trigger()
    to_list(flow)
    assert [x.split("[")[1].split("]")[0] for x in flow.listed()] == ["mayor", "Critics"]
    assert flow.panel.heading() == "Accept what is scored 0.80 or more"
    window.press("Right")
    assert len(flow.listed()) == 1
    window.press(*["Left"] * 7)
    assert len(flow.listed()) == 3 and flow.panel.heading() == "Accept what is scored 0.50 or more"
    window.press("Return")
    assert len(window.view.spans) == 3
    assert window.bench.status.undo_words() == "Undo: accept 3 suggestions scored 0.5 or more"


def test_pipelines_without_scores_are_told(window, flow):
    window.bench.actions["suggestion.accept-above"].trigger()
    flow.rest(lambda: flow.panel is not None)
    assert "no scores" in flow.panel._empty.text()
    window.press("Escape")
    assert window.pane.hasFocus()


# --- findings --------------------------------------------------------------------------------


def test_findings_are_marked_listed_and_mended(window, flow):
    flow.tag("the old bridge", "C")
    window.press("Shift+.")
    flow.rest(lambda: len(window.pane.lint_spots()) > 0)
    window.press("Ctrl+L")
    to_list(flow)
    found = flow.listed()
    assert any("ends with white space" in x for x in found) and any("claimant" in x for x in found)
    row = next(i for i, x in enumerate(found) if "white space" in x)
    flow.panel.rows.go_to(row)
    window.press("F")
    assert flow.words() == ["the old bridge"]
    assert window.bench.status.undo_words() == "Undo: trim Claim “the old bridge”"
    flow.rest(lambda: not any("white space" in x for x in flow.listed()))
    assert flow.in_list()
    flow.panel.rows.go_to(next(i for i, x in enumerate(flow.listed()) if "claimant" in x))
    window.pane.set_current(None)
    window.press("Return")
    assert window.pane.hasFocus() and flow.words() == ["the old bridge"]
    window.press("Ctrl+L", "Ctrl+L")
    assert flow.panel is None


def test_what_is_missing_is_asked_for_by_the_key_that_mends(window, flow):
    flow.tag("Ana Kovač", "A")
    flow.tag("the old bridge", "C")
    claim = window.pane.current
    window.pane.set_current(None)
    window.press("Ctrl+L")
    to_list(flow)
    row = next(i for i, x in enumerate(flow.listed()) if x.startswith("Claim") and "claimant" in x)
    flow.panel.rows.go_to(row)
    window.press("F")
    assert window.pane.hasFocus() and window.pane.current == claim
    assert window.bench.status.hint().startswith("Linking C1 → Claimant")
    window.press("Return")  # the likeliest
    assert [r.type for r in window.view.relations] == ["CLAIMANT"]
    window.press("Ctrl+L")
    to_list(flow)
    flow.rest(lambda: not any("claimant" in x for x in flow.listed()))
    flow.panel.rows.go_to(next(i for i, x in enumerate(flow.listed()) if "needs a value for" in x))
    window.press("F")
    asked = window.bench.claims.fill.asked
    assert asked is not None and asked.attribute is not None
    window.press("Escape")


def test_a_finding_that_needs_judgement_says_so(window, flow):
    flow.tag("Zagreb", "L")
    marks = (LintMark(LintCode.TAGGED_OTHERWISE, LintSeverity.HINT, "It is tagged otherwise.", Fragment(0, 3)),)
    window.press("Ctrl+L")
    to_list(flow)
    flow.panel.show_marks(marks)
    flow.panel.rows.go_to(0)
    window.press("F")
    assert "judgement" in window.bench.status.hint()


def test_done_shows_what_is_open_and_finishes_when_asked_again(window, flow):
    first = window.view.id
    flow.tag("the old bridge", "C")
    window.press("Ctrl+Return")
    to_list(flow)
    assert flow.panel.heading() == "Not all is finished here"
    assert flow.panel.note() == "Ctrl+Enter finishes anyway"
    assert window.view.id == first and window.view.status is Status.STARTED
    window.press("Escape")
    assert window.pane.hasFocus() and flow.panel is None
    window.press("Ctrl+Return")
    assert window.view.id == first, "the first answer was no"
    window.press("Ctrl+Return")
    assert window.view.id != first and flow.panel is None
    assert window.bench.project.view(first).status is Status.DONE


def test_an_article_without_findings_says_so_at_once(window, flow):
    window.press("Ctrl+L")
    shown = [label.text() for label in flow.panel.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Nothing looks unfinished in this article."]
    window.press("Esc")
    assert flow.panel is None


def test_done_asks_nothing_without_findings_or_with_the_setting_off(window, flow):
    first = window.view.id
    flow.tag("the old bridge", "C")
    window.press("Delete", "Ctrl+Return")
    assert window.view.id != first
    window.press("P")
    flow.tag("the old bridge", "C")
    bench = window.bench
    bench.change_settings(replace(bench.settings, work=replace(bench.settings.work, confirm_done=False)))
    window.press("Ctrl+Return")
    assert window.view.id != first and flow.panel is None


# --- history ---------------------------------------------------------------------------------


def test_history_shows_the_article_as_it_was_and_goes_back(window, flow):
    flow.tag("Zagreb", "L")
    flow.tag("Split", "L")
    window.press("Delete")
    now = window.view
    window.press("Ctrl+H")
    to_list(flow)
    assert [x.split(": ", 1)[-1] for x in flow.listed()] == [
        "Now",
        "delete Location “Split”",
        "tag “Split” as Location",
        "tag “Zagreb” as Location",
    ]
    assert all(", Tester: " in x for x in flow.listed()[1:])
    window.press("Down", "Down", "Return")
    assert window.pane.frozen
    assert [window.pane.text[s.start : s.end] for s in window.pane._view.spans] == ["Zagreb", "Split"]
    window.press("Down")
    assert [window.pane.text[s.start : s.end] for s in window.pane._view.spans] == ["Zagreb"]
    window.pane.setFocus()
    window.pane.select_range(*_range("Critics"))
    window.press("A")
    assert "as it was" in window.bench.status.hint()
    assert window.stored() == now
    window.press("Escape")
    assert not window.pane.frozen and window.pane._view == now == window.view
    flow.panel.take_focus()
    window.press("Up", "Return")
    assert window.pane.frozen
    window.press("Escape")
    assert not window.pane.frozen and flow.in_list()
    window.press("Escape")
    assert flow.panel is None and window.pane.hasFocus()


def test_undo_and_another_article_leave_the_past(window, flow):
    flow.tag("Zagreb", "L")
    flow.tag("Split", "L")
    window.press("Ctrl+H", "End", "Return")
    assert window.pane.frozen
    window.press("Ctrl+Z")
    assert not window.pane.frozen
    assert window.surfaces() == [("LOCATION", "Zagreb")]
    flow.rest(lambda: "undone, can be redone" in flow.listed()[1])
    window.press("Down", "Return")
    window.pane.setFocus()
    window.press("N")
    assert not window.pane.frozen
    assert flow.listed() == ["Now"]


def _range(words):
    wanted = place(words)
    return wanted.start, wanted.end


# --- hidden suggestions --------------------------------------------------------------------


def test_suggestions_are_hidden_in_the_chosen_share(start, project_file, tmp_path):
    ask = FakeAsk(answers={"blind_share": BlindShare(1.0, "x")})
    window = start(project_file, ask=ask)
    flow = Flow(window)
    bench = window.bench
    bench.actions["suggestion.hide-share"].trigger()
    flow.rest(lambda: window.view.suggestions == ())
    assert ask.asked[-1] == ("blind_share", BlindShare())
    assert bench.project.setting(SETTING) == BlindShare(1.0, "x").dump()
    assert "suggestions hidden here" in bench.status._pipeline.full()
    assert bench.queue.model.row(0).open_suggestions == 0
    assert not bench.actions["suggestion.next"].isEnabled()
    flow.tag("Zagreb", "L")
    export(bench.project, tmp_path / "out", format="pressmark")
    written = next(p for p in (tmp_path / "out").rglob("*.jsonl")) if (tmp_path / "out").is_dir() else tmp_path / "out"
    records = [json.loads(line) for line in written.read_text("utf-8").splitlines()]
    marks = [a["attributes"] for r in records for a in r["annotations"]]
    assert marks == [{"suggestions_hidden": True}]
    ask.answers["blind_share"] = BlindShare()
    bench.actions["suggestion.hide-share"].trigger()
    flow.rest(lambda: bench.project.setting(SETTING) == BlindShare().dump())
    assert "suggestions hidden here" in bench.status._pipeline.full(), "as it was begun"
    window.press("N")
    assert "hidden" not in bench.status._pipeline.full()


def test_the_dialog_gives_what_was_typed(qtbot, qapp, qtlog):
    from desktop.ui.flows.blind import BlindShareDialog

    dialog = BlindShareDialog(None, BlindShare(0.2, "pilot"))
    qtbot.addWidget(dialog)
    assert dialog.answer() == BlindShare(0.2, "pilot")
    QTimer.singleShot(0, lambda: (dialog.share.setValue(35), dialog.seed.setText(" round 2 "), dialog.accept()))
    with qtlog.disabled():  # the platform without a screen warns of size hints
        assert dialog.ask() == BlindShare(0.35, "round 2")
        QTimer.singleShot(0, dialog.reject)
        assert dialog.ask() is None


# --- words of undo -------------------------------------------------------------------------


def test_undo_has_words_also_after_another_article_and_after_a_restart(window, flow, start, project_file):
    flow.tag("Zagreb", "L")
    window.press("N")
    assert window.bench.status.undo_words() == "Undo: tag “Zagreb” as Location"
    assert window.bench.actions["edit.undo"].text() == "Undo: tag “Zagreb” as Location"
    window.window.close()
    again = start(project_file)
    assert again.bench.status.undo_words() == "Undo: tag “Zagreb” as Location"
    again.press("N", "Ctrl+Z")
    assert again.view.article.text == TEXT and again.view.spans == ()
    assert again.bench.actions["edit.redo"].text() == "Redo: tag “Zagreb” as Location"
    assert again.bench.status.undo_words() == ""
