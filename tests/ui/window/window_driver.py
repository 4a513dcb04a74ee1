"""Helpers that drive a real window by key presses, and a small project to drive it over."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotation_schema.model import Article, Fragment
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import NewSuggestion

TEXT = (
    "Old bridge is safe, says mayor\n\n"
    "Mayor Ana Kovač said on Monday that the old bridge is safe, but warned, "
    "that nobody 👨🏻‍🚒 should cross it in Zagreb. "
    "Critics in Split disagree.\n\n"
    "“It will fall,” said Ivo Horvat."
)
SUGGESTED = (
    ("Ana Kovač", "ACTOR"),
    ("Monday", "LOCATION"),
    ("Zagreb", "LOCATION"),
    ("Split", "LOCATION"),
    ("Ivo Horvat", "ACTOR"),
)


def place(words: str, text: str = TEXT) -> Fragment:
    start = text.index(words)
    return Fragment(start, start + len(words))


@dataclass
class FakeAsk:
    """Stands in for the dialogs; answers are set by the test, questions are kept."""

    asked: list[tuple] = field(default_factory=list)
    answers: dict[str, object] = field(default_factory=dict)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)

        def call(*args):
            self.asked.append((name, *args))
            return self.answers.get(name, [] if name == "files_to_import" else None)

        return call


class Driver:
    """Speaks in gestures; everything goes through key presses."""

    def __init__(self, session, qtbot):
        self.session = session
        self.bench = session.bench
        self.window = session.window
        self.pane = session.bench.pane
        self.qtbot = qtbot

    @property
    def view(self):
        return self.bench.controller.view

    def press(self, *keys: str, widget=None) -> None:
        for key in keys:
            sequence = QKeySequence(key)
            assert sequence.count() == 1, key
            target = widget or QApplication.focusWidget() or self.window
            QTest.keyClick(target, sequence[0].key(), sequence[0].keyboardModifiers())

    def to(self, position: int) -> None:
        """Move the caret to a place with the keyboard: to the beginning, then word by word, then by character."""
        self.press("Ctrl+Home")
        while self.pane.caret() < position:
            before = self.pane.caret()
            self.press("Right")
            if self.pane.caret() == before:
                break
        while self.pane.caret() > position:
            self.press("Alt+Left")
        assert self.pane.caret() == position

    def select(self, words: str) -> None:
        wanted = place(words, self.view.article.text)
        self.to(wanted.start)
        while self.pane.caret() < wanted.end:
            self.press("Shift+Right")
        while self.pane.caret() > wanted.end:
            self.press("Alt+Shift+Left")
        assert self.pane.selection() == wanted

    def surfaces(self) -> list[tuple[str, str]]:
        text = self.view.article.text
        return [(s.label, " … ".join(text[f.start : f.end] for f in s.fragments)) for s in self.view.spans]

    def stored(self):
        return self.bench.project.view(self.view.id)


def discard(session) -> None:
    """Close a session and delete its window now: the garbage collector would do it in the middle of anything."""
    session.window.close()
    session.end()
    session.window.deleteLater()
    session.look.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def make_project(path: Path, *, articles: int = 3) -> None:
    project = Project.create(path, default_schema(), annotator="Tester")
    items = [
        Article(
            uid=f"{n:020x}",
            title="Old bridge is safe, says mayor" if n == 0 else f"Article {n}",
            text=TEXT if n == 0 else f"Article {n}\n\nPlain words of article {n} in Oslo.",
            publisher="The Paper",
            published=f"2026-03-{n + 1:02d}",
        )
        for n in range(articles)
    ]
    project.add_articles(items)
    run = project.start_run("test", "1")
    first = project.article_id("0" * 20)
    spans = [NewSuggestion(label, "X", (place(words),)) for words, label in SUGGESTED]
    project.add_suggestions(run, first, project.text_sha256(first), spans)
    project.close()
