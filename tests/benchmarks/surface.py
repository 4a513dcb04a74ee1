"""The annotation surface in the real window: an article of 34,000 characters with 700 spans, 214 of them claims.

Label, opening, scrolling, caret, resizing a span and letters to press, and an article of 2 MB. The limits are the
times in which the interface feels instant: a frame of 16 ms, 50 ms for an answer to a key, 150 ms for an opening.
"""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace
from typing import Any

from annotation_schema import ids
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleId,
    ArticleRecord,
    Fragment,
    Fragments,
    Origin,
    OriginKind,
    Span,
    SpanId,
    Status,
)
from tests.benchmarks.corpus import article
from tests.benchmarks.projects import ANNOTATOR, MADE
from tests.benchmarks.report import Figures, Result
from tests.benchmarks.window import opened, painted_ms, paints

SPANS, CLAIMS, CHARACTERS = 700, 214, 34_000
_LETTERS = "fdsajkl;ghrueiwoqptyvmcnbxz"


def crowded(number: int) -> ArticleRecord:
    """Return an article of ``CHARACTERS`` code points with claims that nest, overlap and have several parts."""
    rng = random.Random(number)
    sample = article(number, spans=10**6, characters=CHARACTERS)
    sentences = [m.span() for m in re.finditer(r"[^.\n]{30,}\.", sample.text)]
    spans: list[tuple[str, Fragments]] = []
    while len(spans) < CLAIMS:
        index = rng.randrange(len(sentences) - 2)
        start, end = sentences[index]
        words = [start + m.start() for m in re.finditer(r"\b\w", sample.text[start:end])]
        fragments = [Fragment(rng.choice((start, words[len(words) // 3])), end - 1)]
        if rng.random() < 0.2:
            later = sentences[index + rng.choice((1, 2))]
            fragments.append(Fragment(later[0], later[1] - 1))
        spans.append(("CLAIM", tuple(fragments)))
    mentions = [s for s in sample.spans if s[2] != "CLAIM"]
    rng.shuffle(mentions)
    spans += [(label, (Fragment(start, end),)) for start, end, label in mentions[: SPANS - CLAIMS]]
    origin = Origin(OriginKind.IMPORTED)
    made = [Span(SpanId(ids.new_id()), label, f, {}, origin, MADE, MADE) for label, f in spans]
    made.sort(key=lambda s: (s.start, -s.end, s.id))
    record = Article(f"crowd{number}", sample.title, sample.text, publisher=sample.publisher, published="2026-01-01")
    return ArticleRecord(record, (AnnotationSet(ANNOTATOR, Status.STARTED, {}, tuple(made), ()),))


def huge(number: int) -> ArticleRecord:
    """Return an article of 2 MB with 700 spans."""
    sample = article(number, spans=SPANS, characters=2_000_000)
    made = tuple(
        Span(SpanId(ids.new_id()), label, (Fragment(start, end),), {}, Origin(OriginKind.IMPORTED), MADE, MADE)
        for start, end, label in sample.spans
    )
    record = Article(f"huge{number}", sample.title, sample.text)
    return ArticleRecord(record, (AnnotationSet(ANNOTATOR, Status.STARTED, {}, made, ()),))


def measure(articles: int, runs: int) -> list[Result]:
    """Measure in a project of ``articles`` articles."""
    bench: Any
    with opened(articles) as (bench, _):
        numbers = range(articles + 10, articles + 16)
        bench.project.add_articles([*(crowded(n) for n in numbers), huge(articles + 20)])
        everything = bench.project.article_ids()
        crowds, large = everything[-7:-1], everything[-1]
        # Each is opened before anything else of it was seen; the first warms up fonts and glyphs.
        openings = Figures(tuple(_open(bench, i) for i in crowds)[1:])
        _open(bench, crowds[0])
        _settle(bench)
        size = f"{CHARACTERS:,} characters, {SPANS} spans, {CLAIMS} claims"
        results = [
            _result(f"open, {size}", openings, 150),
            _result(f"label: key to committed and painted, {size}", _labels(bench, runs), 50),
            _result("scroll by a third of a screen, a frame", _scrolls(bench, runs), 16),
            _result("caret: word, line and sentence by key, a frame", _carets(bench, runs), 16),
            _result("resize the current claim by a word: view set and painted", _resizes(bench, runs), 16),
            _result("letters on all items on screen, order included", _hints(bench, runs), 50),
        ]
        presses, frames = _steps(bench, runs)
        results.append(_result("next span: key to current, in cards too, and the first frame painted", presses, 50))
        results.append(_result("next span: each further frame of the movement", frames, 16))
        results.append(_result("open, 2 MB with 700 spans", Figures((_open(bench, large),)), 150))
        results.append(_result("2 MB: scroll anywhere, a frame", _far_scrolls(bench, runs), 50))
        results.append(
            _result("2 MB: the longest that the event loop is held while heights are found", _held(bench), 50)
        )
        results.append(_result("2 MB: label: key to committed and painted", _labels(bench, max(5, runs // 4)), 50))
    return results


def _result(what: str, ours: Figures, limit_ms: float) -> Result:
    return Result("I3", what, ours, Figures((limit_ms,)), ours.p95 / limit_ms, 1, note="p95")


def _open(bench: Any, item: ArticleId) -> float:
    from PySide6.QtTest import QTest

    spent = painted_ms(bench.pane, lambda: bench.open_article(item))
    assert bench.controller.view.id == item
    QTest.qWait(30)
    return spent


def _settle(bench: Any) -> None:
    """Let all heights be found, and every screen be seen once, as after a minute of reading."""
    from PySide6.QtTest import QTest

    bar = bench.pane.verticalScrollBar()
    QTest.qWait(600)
    for value in range(0, bar.maximum(), bar.pageStep() // 2):
        bar.setValue(value)
        bench.pane.viewport().repaint()
    bar.setValue(0)
    QTest.qWait(50)


def _labels(bench: Any, runs: int) -> Figures:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    pane, values, rng = bench.pane, [], random.Random(5)
    for _ in range(runs):
        view = bench.controller.view
        taken = {s.start for s in view.spans}
        words = [m.span() for m in re.finditer(r"\b[a-z]{5,}\b", view.article.text[:60_000]) if m.start() not in taken]
        pane.setFocus()
        pane.select_range(*rng.choice(words))
        QTest.qWait(20)
        pane.viewport().repaint()
        values.append(painted_ms(pane, lambda: QTest.keyClick(pane, Qt.Key.Key_L)))
        assert len(bench.project.view(view.id).spans) == len(view.spans) + 1, "the label was not made"
    return Figures(tuple(values))


def _scrolls(bench: Any, runs: int) -> Figures:
    bar = bench.pane.verticalScrollBar()
    step = bar.pageStep() // 3
    places = [(n * step) % bar.maximum() for n in range(max(runs, 2 * bar.maximum() // step))]
    return Figures(tuple(painted_ms(bench.pane, lambda at=at: bar.setValue(at)) for at in places))


def _far_scrolls(bench: Any, runs: int) -> Figures:
    bar = bench.pane.verticalScrollBar()
    places = [(n * 7_919_113) % bar.maximum() for n in range(max(40, runs))]
    return Figures(tuple(painted_ms(bench.pane, lambda at=at: bar.setValue(at)) for at in places))


def _carets(bench: Any, runs: int) -> Figures:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    pane = bench.pane
    pane.setFocus()
    pane.set_caret(0)
    keys = [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier),
    ]
    return Figures(tuple(painted_ms(pane, lambda n=n: QTest.keyClick(pane, *keys[n % 4])) for n in range(4 * runs)))


def _resizes(bench: Any, runs: int) -> Figures:
    """Let the end of a claim wander, one word a step, as a held key does; the window sets the view each time."""
    pane, values = bench.pane, []
    view, schema = bench.controller.view, bench.project.schema
    claim = next(s for s in view.spans if s.label == "CLAIM" and s.start > 4_000)
    pane.set_current(claim.id)
    ends = [m.end() for m in re.finditer(r"\w+", view.article.text[claim.start :])]
    for n in range(max(runs, 40)):
        end = claim.start + ends[8 + (n if n % 80 < 40 else 80 - n) % 80]
        resized = replace(
            claim, fragments=(Fragment(claim.fragments[0].start, max(end, claim.fragments[0].start + 5)),)
        )
        spans = tuple(
            sorted((resized if s.id == claim.id else s for s in view.spans), key=lambda s: (s.start, -s.end, s.id))
        )
        shown = replace(view, spans=spans)
        values.append(painted_ms(pane, lambda shown=shown: pane.set_view(shown, schema)))
    pane.set_view(view, schema)
    return Figures(tuple(values))


def _hints(bench: Any, runs: int) -> Figures:
    pane, values = bench.pane, []
    bar = pane.verticalScrollBar()
    for n in range(runs):
        bar.setValue((n * 997) % bar.maximum())
        pane.clear_hints()
        pane.viewport().repaint()

        def show() -> None:
            items = pane.visible_items()
            pane.set_hints({item: _LETTERS[i % len(_LETTERS)] for i, item in enumerate(items)})

        values.append(painted_ms(pane, show))
        assert len(pane.badges()) == len(pane.visible_items()) > 3, "letters are missing"
    pane.clear_hints()
    return Figures(tuple(values))


def _steps(bench: Any, runs: int) -> tuple[Figures, Figures]:
    """Go from span to span; returns the calls, and the turns of the event loop that moved the article after them."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtTest import QTest

    pane, presses, frames = bench.pane, [], []
    pane.set_reduced_motion(False)
    pane.set_caret(0)
    for _ in range(max(80, 2 * runs)):  # enough of them to leave the first screen
        presses.append(painted_ms(pane, lambda: pane.next_item("span")))
        QCoreApplication.processEvents()  # what the cards still have to do belongs to no frame
        while pane.scrolling:
            before, begin = paints(pane), time.perf_counter()
            QCoreApplication.processEvents()
            if paints(pane) != before:
                frames.append((time.perf_counter() - begin) * 1_000)
        QTest.qWait(2)
    assert frames, "nothing was animated"
    return Figures(tuple(presses)), Figures(tuple(frames))


def _held(bench: Any) -> Figures:
    """Measure how long each turn of the event loop takes during the first seconds after opening."""
    from PySide6.QtCore import QCoreApplication

    first = bench.project.article_ids()[0]
    last = bench.project.article_ids()[-1]
    _open(bench, first)
    bench.open_article(last)
    values = []
    end = time.monotonic() + 3
    while time.monotonic() < end:
        begin = time.perf_counter()
        QCoreApplication.processEvents()
        values.append((time.perf_counter() - begin) * 1_000)
    return Figures((max(values),))
