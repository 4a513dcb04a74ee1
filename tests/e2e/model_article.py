"""The model article of issue 3, what a pipeline finds in it, how it should come out, and the keys that get it there."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotation_schema.model import Article, Fragment, Status
from desktop import app as composition
from desktop.core.prelabel.label_map import default_label_map
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import NewSuggestion

TITLE = "Marsk closes its port as the Oster freezes over"
PARAGRAPHS = (
    TITLE,
    "MARSK (Reuters) – Port director Hanna Lind said on Monday that the harbour of Marsk would stay closed until "
    "March. Ships for Norrby and Kalvik are waiting off Tern Island.",
    "“We will pay every docker in full,” Lind told reporters. The Dockers’ Union welcomed it.",
    "According to Erik Solberg, an ice expert at the University of Norrby, the Oster will be open again within three "
    "weeks. The institute has measured the ice at Kalvik since 1990.",
    "The Transport Ministry insisted that rail lines to Norrby could carry the grain. Minister Paula Renn and the "
    "state railway opened the line in Vester last year.",
    "“The trains are a joke,” said Jonas Falk of the Farmers’ League. The League wants lorries on the road to Brede.",
    "Engineers warned that the bridge at Brede had been damaged by frost. Nobody repaired it.",
    "Mayor Anton Graf has not left Marsk. It is high time that he asked Oster Power for help.",
    "“Electricity prices will double by Easter,” Graf said in Hallen. Oster Power and the European Commission did not "
    "answer, and the Commission was not in Hallen.",
)
TEXT = "\n\n".join(PARAGRAPHS)
# Which mentions a pipeline finds: (words, label of the pipeline, paragraph). “Easter” is wrong, “Engineers” is missing.
MENTIONS = (
    ("Marsk", "GPE", 0), ("Oster", "LOC", 0),
    ("Reuters", "ORG", 1), ("Hanna Lind", "PERSON", 1), ("Marsk", "GPE", 1), ("Norrby", "GPE", 1), ("Kalvik", "GPE", 1),
    ("Tern Island", "LOC", 1),
    ("Lind", "PERSON", 2), ("The Dockers’ Union", "ORG", 2),
    ("Erik Solberg", "PERSON", 3), ("University of Norrby", "ORG", 3), ("Oster", "LOC", 3), ("The institute", "ORG", 3),
    ("Kalvik", "GPE", 3),
    ("The Transport Ministry", "ORG", 4), ("Norrby", "GPE", 4), ("Paula Renn", "PERSON", 4),
    ("the state railway", "ORG", 4), ("Vester", "GPE", 4),
    ("Jonas Falk", "PERSON", 5), ("Farmers’ League", "ORG", 5), ("The League", "ORG", 5), ("Brede", "GPE", 5),
    ("Brede", "GPE", 6),
    ("Anton Graf", "PERSON", 7), ("Marsk", "GPE", 7), ("Oster Power", "ORG", 7),
    ("Easter", "GPE", 8), ("Graf", "PERSON", 8), ("Hallen", "GPE", 8), ("Oster Power", "ORG", 8),
    ("European Commission", "ORG", 8), ("the Commission", "ORG", 8),
)  # fmt: skip
# The claims as they should come out: words, kind, claimant (or the value in its place), stance, category.
CLAIMS = (
    ("the harbour of Marsk would stay closed until March", "prediction", "Hanna Lind", "neutral", "transport/shipping"),
    ("We will pay every docker in full", "promise", "Lind", "support", "labour"),
    ("the Oster will be open again within three weeks", "prediction", "Erik Solberg", "neutral", "transport/shipping"),
    ("rail lines to Norrby could carry the grain", "factual", "The Transport Ministry", "support", "transport/rail"),
    ("The trains are a joke", "evaluation", "Jonas Falk", "oppose", "transport/rail"),
    ("the bridge at Brede had been damaged by frost", "factual", "Engineers", "neutral", "transport/roads"),
    ("It is high time that he asked Oster Power for help", "demand", "AUTHOR", "support", "energy/electricity"),
    ("Electricity prices will double by Easter", "prediction", "Graf", "neutral", "energy/electricity"),
)


def place(words: str, paragraph: int) -> Fragment:
    low = sum(len(p) + 2 for p in PARAGRAPHS[:paragraph])
    start = TEXT.index(words, low)
    assert start < low + len(PARAGRAPHS[paragraph]), words
    return Fragment(start, start + len(words))


UID = "a" * 20


def make(path: Path) -> Path:
    """Write a project with the model article, pre-highlighted, and one more to go on to."""
    with Project.create(path, default_schema(), annotator="Ada") as project:
        project.add_articles(
            [
                Article(UID, TITLE, TEXT, publisher="Coast Wire", published="2026-02-09", language="en"),
                Article("b" * 20, "Next", "Next\n\nThe next article."),
            ]
        )
        run = project.start_run("model", "1.0")
        article = project.article_id(UID)
        labels = default_label_map()
        spans = [
            NewSuggestion(labels[source][0], source, (place(words, paragraph),), dict(labels[source][1]), 0.9)
            for words, source, paragraph in MENTIONS
        ]
        project.add_suggestions(run, article, project.text_sha256(article), spans)
        project.finish_run(run)
    return path


def outcome(project: Project) -> tuple[dict[str, list[str]], tuple[tuple[str, ...], ...]]:
    """Return the words of the model article's spans by label, and its claims as ``CLAIMS`` has them."""
    view = project.view(project.article_id(UID))
    by_label: dict[str, list[str]] = {}
    for span in view.spans:
        by_label.setdefault(span.label, []).append(TEXT[span.start : span.end])
    claims = []
    for span in (s for s in view.spans if s.label == "CLAIM"):
        targets = [view.span(r.target) for r in view.relations if r.source == span.id and r.type == "CLAIMANT"]
        claimants = [TEXT[t.start : t.end] for t in targets] or [span.attributes["claimant"]]
        values = span.attributes
        (one,) = claimants
        assert len(values["category"]) == 1
        claims.append((TEXT[span.start : span.end], values["kind"], one, values["stance"], values["category"][0]))
    return by_label, tuple(claims)


@dataclass
class Keyboard:
    """Presses keys at whatever has the keyboard, and counts."""

    session: composition.Session
    count: int = 0
    pressed: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            sequence = QKeySequence(key)
            target = QApplication.focusWidget() or self.session.window
            QTest.keyClick(target, sequence[0].key(), sequence[0].keyboardModifiers())
            self.count += 1
            self.pressed.append(key)


def choose_category(keys: Keyboard, category: str, typed: dict[str, str]) -> None:
    """Type what finds the category; one that the article has already is under a digit."""
    picker = keys.session.bench.claims.fill.picker
    offered = picker.offered()
    if category in offered[:9] and category in picker.question.first:
        keys.press(str(offered.index(category) + 1))
        return
    for letter in typed[category]:
        keys.press(letter)
    assert picker.offered()[0] == category
    keys.press("Return")


def letter_of(keys: Keyboard, words: str) -> str:
    """What stands on a mention, nearest first where there are several."""
    found = [c for c in keys.session.bench.claims.fill.links.candidates if TEXT[c.item.start : c.item.end] == words]
    return found[0].letter


TYPED = {
    "transport/shipping": "ship",
    "labour": "labo",
    "transport/rail": "rail",
    "transport/roads": "road",
    "energy/electricity": "elec",
}
KIND = {"demand": "d", "evaluation": "e", "factual": "f", "prediction": "p", "promise": "r"}
STANCE = {"support": "s", "oppose": "o", "neutral": "n"}


def walk(keys: Keyboard) -> None:
    """Take the model article from open to done."""
    bench = keys.session.bench
    pane, controller = bench.pane, bench.controller
    article = controller.view.id
    assert pane.hasFocus()

    # Suggestions: the wrong one is among the last, so it is reached backwards; all others are accepted at once.
    keys.press("Ctrl+End")
    while (item := pane.current_item()) is None or TEXT[item.start : item.end] != "Easter":
        keys.press("Shift+Tab")
    keys.press("Backspace", "Ctrl+Shift+Return", "Ctrl+Home")

    for words, kind, claimant, stance, category in CLAIMS:
        if claimant == "AUTHOR":  # no reporting verb leads there: three sentences on, the whole of it
            keys.press("Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "S")
        else:
            keys.press("V")
        selection = pane.selection()
        assert TEXT[selection.start : selection.end].rstrip(".") == words
        keys.press("C", KIND[kind])
        if claimant == "AUTHOR":
            keys.press("1")
        elif claimant == "Engineers":  # not tagged yet: select it, tag and link it in one
            keys.press("Left", "Left", "Left", "Shift+Right", "Return")
        else:
            keys.press(letter_of(keys, claimant))
        keys.press(STANCE[stance])
        choose_category(keys, category, TYPED)
        assert pane.hasFocus()

    while bench.project.view(article).status is not Status.DONE:
        keys.press("Ctrl+Return")
        assert keys.count < 200
