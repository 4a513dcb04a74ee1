"""The list of how suggestions fare, worked by keys, and the command that asks for claims or not."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QColor

from desktop.core.acceptance import VerdictCount, acceptance
from desktop.core.prelabel import run_options
from desktop.core.resources import default_schema

TODAY = date(2026, 11, 23)


def open_panel(flow):
    flow.bench.actions["suggestion.acceptance"].trigger()
    flow.rest(lambda: flow.panel is flow.flows.acceptance.panel and flow.flows.acceptance._task is None)
    return flow.panel


def test_an_empty_list_says_what_it_will_show_and_esc_leaves(window, flow):
    panel = open_panel(flow)
    assert panel.model.rowCount() == 0 and "Nobody has decided" in panel._empty.text() and panel._empty.isVisible()
    assert flow.in_list()
    window.press("Escape")
    assert flow.panel is None and window.pane.hasFocus()


def test_verdicts_are_counted_and_the_list_follows(window, flow):
    window.press("Tab", "Return", "Backspace")
    panel = open_panel(flow)
    assert flow.in_list()
    counts = window.bench.project.stats().suggestions
    assert (counts["accepted"], counts["rejected"]) == (1, 1)
    first = flow.listed()[0]
    assert first.startswith("test: 50 %, 1 of 2 accepted; ")
    assert len(flow.listed()) in (2, 3) and flow.listed()[1].startswith("test, ")
    assert panel.heading() == "Acceptance of suggestions" and "50 %, 1 of 2 accepted" in panel.note()
    window.pane.setFocus()
    window.press("Ctrl+Z")
    flow.rest(lambda: flow.listed()[0].startswith("test: 100 %, 1 of 1 accepted"))
    open_panel(flow)
    flow.bench.actions["suggestion.acceptance"].trigger()  # from the list: close it
    assert flow.panel is None and window.pane.hasFocus()


def test_left_and_right_go_through_time(window, flow):
    panel = open_panel(flow)
    days = [VerdictCount("p", "CLAIM", TODAY + timedelta(days=n), n + 1, 1) for n in (0, 1, 3)]
    panel.show_figures(acceptance(days, []), default_schema())
    assert panel.model.pieces == 4 and panel.note().endswith("80 %, 4 of 5 accepted")
    window.press("Left")
    assert panel.note().endswith("nothing decided")
    window.press("Left", "Left", "Left")
    assert panel.note().endswith("50 %, 1 of 2 accepted")
    panel.show_figures(acceptance(days, []), default_schema())  # counted again: one stays where one is
    assert flow.listed()[1].startswith("p, Claim: 70 %, 7 of 10 accepted; ")
    assert flow.listed()[1].endswith("50 %, 1 of 2 accepted")


def painted(panel, width=700):
    panel.rows.resize(width, 120)
    panel.rows.setColumnWidth(0, width)
    return panel.rows.viewport().grab().toImage()


def count(image, colour):
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_bars_are_as_high_as_the_share_in_light_and_dark(window, flow):
    schema = default_schema()
    panel = open_panel(flow)
    for theme in ("light", "dark"):
        window.bench.look.choose(theme)
        label = schema.label("CLAIM")
        ink = window.bench.look.theme.of(label).ink
        heights = []
        for accepted in (0, 5, 10):
            counts = [VerdictCount("p", "CLAIM", TODAY, accepted, 10 - accepted)]
            panel.show_figures(acceptance(counts, []), schema)
            heights.append(count(painted(panel), ink))
        assert heights[0] < heights[1] < heights[2]
        assert abs((heights[2] - heights[1]) - 9 * 14) < 30  # half of a bar of 18 by 14


def test_many_pieces_of_time_fit_a_narrow_list(window, flow):
    panel = open_panel(flow)
    counts = [VerdictCount("a-long-name-of-a-pipeline", "ACTOR", TODAY - timedelta(days=n), 3, 1) for n in range(20)]
    panel.show_figures(acceptance(counts, []), default_schema())
    image = painted(panel, 320)
    for _ in range(25):
        window.press("Left")
    assert panel.model.piece == 0 and painted(panel, 320) != image


def test_the_wish_for_claims_is_ticked_kept_and_starts_anew(window, flow, monkeypatch):
    bench = window.bench
    action = bench.actions["prelabel.claims"]
    started = []
    monkeypatch.setattr(bench.prelabelling, "start", lambda: started.append(run_options.of(bench.project).claims))
    assert action.isChecked() and action.isEnabled()
    action.trigger()
    assert not action.isChecked() and started == [False]
    assert not run_options.of(bench.project).claims
    action.trigger()
    assert action.isChecked() and started == [False, True]
    run_options.want_claims(bench.project, False)  # somebody else changes it
    flow.rest(lambda: not action.isChecked())
