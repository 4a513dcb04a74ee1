"""The annotation surface in a real window by real key presses: crowded spans, every script, a corpus at once (issue 3).

Pictures of each are left beside the test's folder, to be looked at.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from screen import Program, wait_for

from annotation_schema import ids
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Fragment,
    Origin,
    OriginKind,
    Span,
    SpanId,
    Status,
)
from desktop.core import settings
from desktop.core.project import Project
from desktop.core.resources import default_schema

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
ME = "Ada"
LOOKS = [("light", "1"), ("dark", "2")]


@pytest.fixture
def home(tmp_path):
    made = tmp_path / "home"
    made.mkdir()
    return made


@pytest.fixture(params=LOOKS, ids=["light-100", "dark-200"])
def start(request, program, home, tmp_path):
    """Start the program on a project; ``window.keep(name)`` keeps a picture."""
    theme, scale = request.param
    chosen = settings.Settings(appearance=settings.Appearance(theme=theme), work=settings.Work(prelabel_on_open=False))
    settings.save(chosen, home / "settings.json")
    folder = Path(tmp_path.parent / "real-surface")
    folder.mkdir(exist_ok=True)

    def begin(path: Path) -> Program:
        window = program("open", str(path), QT_SCALE_FACTOR=scale)
        window.wait_for_window(f"{path.stem} – Pressmark")
        window.settle()
        window.keep = lambda name: (folder / f"{name}-{theme}-{scale}.png").write_bytes(window.picture())
        return window

    return begin


def count(path: Path, sql: str) -> int:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as conn:
        return conn.execute(sql).fetchone()[0]


def becomes(path: Path, sql: str, wanted: int, seconds: float = 60) -> None:
    try:
        wait_for(lambda: count(path, sql) == wanted, sql, seconds)
    except AssertionError:
        raise AssertionError(f"{sql}: {count(path, sql)}, not {wanted}") from None


SENTENCE = "Deputy {0} said that {0} would leave the town of Brede."
MADE = "2026-11-01T09:00:00.000Z"


def crowded() -> ArticleRecord:
    """214 claims, some of them nested with the same start, and one of three fragments over two paragraphs."""
    title = "A crowded article"
    parts, at, spans = [title], len(title) + 2, []

    def add(label: str, *fragments: tuple[int, int]) -> None:
        places = tuple(Fragment(*f) for f in fragments)
        spans.append(Span(SpanId(ids.new_id()), label, places, {}, Origin(OriginKind.IMPORTED), MADE, MADE))

    first = "“We pay,” said Deputy Orth, “what Renn owes.”"
    second = "“And Brede pays too,” she added."
    places = [(first, "We pay"), (first, "what Renn owes"), (second, "And Brede pays too")]
    begins = {first: at, second: at + len(first) + 2}
    add("CLAIM", *((begins[p] + p.index(w), begins[p] + p.index(w) + len(w)) for p, w in places))
    for p, word, label in ((first, "Orth", "ACTOR"), (first, "Renn", "ACTOR"), (second, "Brede", "LOCATION")):
        add(label, (begins[p] + p.index(word), begins[p] + p.index(word) + len(word)))
    parts += [first, second]
    at += len(first) + len(second) + 4
    for n in range(71):
        name = f"Falk{n:02}"
        text = SENTENCE.format(name)
        said = text.index(name, 12)
        for end in (text.index(" the town"), text.index(" of Brede"), len(text) - 1):  # three that begin together
            add("CLAIM", (at + said, at + end))
        add("ACTOR", (at + said, at + said + len(name)))  # and an actor where they begin
        add("LOCATION", (at + text.index("Brede"), at + text.index("Brede") + 5))
        parts.append(text)
        at += len(text) + 2
    spans.sort(key=lambda s: (s.start, -s.end, s.id))
    article = Article("c" * 20, title, "\n\n".join(parts), publisher="Coast Wire", published="2026-11-01")
    return ArticleRecord(article, (AnnotationSet(ME, Status.STARTED, {}, tuple(spans), ()),))


def test_each_of_hundreds_of_nested_spans_is_reached_by_key(start, home):
    path = home / "crowd.pressmark"
    with Project.create(path, default_schema(), annotator=ME) as project:
        project.add_articles([crowded()])
    total = count(path, "SELECT count(*) FROM span")
    assert count(path, "SELECT count(*) FROM span WHERE label = 'CLAIM'") == 214
    window = start(path)
    window.keys("ctrl+Home", "bracketright")
    window.settle()
    window.keep("fragments")
    window.keys(*["bracketright"] * 7)
    window.settle()
    window.keep("nested")
    window.keys("ctrl+Home", *["bracketright"] * total)
    window.settle()
    window.keep("last")
    # None is mistaken for another: a key forward each time, then Delete takes one that was there and no other.
    window.keys("ctrl+Home")
    for n in range(12):
        window.keys("bracketright", "Delete")
        becomes(path, "SELECT count(*) FROM span", total - n - 1)
    window.keys(*["bracketright", "Delete"] * (total - 12))
    becomes(path, "SELECT count(*) FROM span", 0, 120)
    window.keep("empty")
    window.keys(*["ctrl+z"] * total)
    becomes(path, "SELECT count(*) FROM span", total, 120)
    assert window.close_by_button() == 0
    with Project.open(path, annotator=ME) as project:
        assert project.check() == []


def test_the_caret_never_splits_a_grapheme_in_any_script(start, home):
    lines = {
        "emoji": ["👨🏻‍🚒", "a", "🇺🇦", "👩‍👩‍👧‍👦", "x"],
        "marks": ["e\u0301", "n\u0308\u0323", "o", "क्षि", "한"],
        "arabic": ["س", "لَ", "ا", "م"],
        "hebrew": ["שָׁ", "ל", "וֹ", "ם"],
        "breaks": ["a", "\u2028", "b", "\u00a0", "c"],
        "soft": ["u", "n", "\u00ad", "d"],  # a letter of its own by the standard; it is drawn as a thin box
    }
    path = home / "scripts.pressmark"
    schema = default_schema()
    schema = replace(schema, labels=tuple(replace(label, snap_to_tokens=False) for label in schema.labels))
    with Project.create(path, schema, annotator=ME) as project:
        project.add_articles(Article(f"{i}" * 20, "", "".join(g), language="en") for i, g in enumerate(lines.values()))
    window = start(path)
    expected: dict[str, list[tuple[int, int]]] = {}
    for i, (name, graphemes) in enumerate(lines.items()):
        if i:
            window.keys("n")
            window.settle()
        at, expected[name] = 0, []
        for n, grapheme in enumerate(graphemes):
            visible = grapheme.strip("\u00a0\u2028") != ""
            if visible:
                # One step selects the whole of what a reader sees as one letter; white space is no label's.
                on = "Left" if name in ("arabic", "hebrew") else "Right"  # arrows go where they point
                window.keys("ctrl+Home", *[f"alt+{on}"] * n, f"alt+shift+{on}", "a")
                expected[name].append((at, at + len(grapheme)))
            at += len(grapheme)
        window.settle()
        window.keep(name)
    wanted = sum(len(v) for v in expected.values())
    wait_for(lambda: count(path, "SELECT count(*) FROM span") >= wanted, "all tagged", 20)
    assert window.close_by_button() == 0
    with Project.open(path, annotator=ME) as project:
        assert project.check() == []
        for i, (name, places) in enumerate(expected.items()):
            view = project.view(project.article_id(f"{i}" * 20))
            assert [(s.start, s.end) for s in view.spans] == places, name


CORPUS = 10_000


def test_every_occurrence_in_a_corpus_with_preview_cancel_apply_and_one_undo(start, home):
    path = home / "corpus.pressmark"
    text = "Talks in Norrby\n\nThe delegates met in {}. Nobody from Brede came, though Norrby had asked number {}."
    with Project.create(path, default_schema(), annotator=ME) as project:
        project.add_articles(
            Article(f"{n:020}", "Talks in Norrby", text.format("Norrby" if n % 2 else "Hallen", n), language="en")
            for n in range(CORPUS)
        )
    spans, steps = "SELECT count(*) FROM span", "SELECT count(*) FROM journal"
    window = start(path)
    window.keys("ctrl+Home", "Right", "Right", "l")  # the town in the headline
    becomes(path, spans, 1)
    before = count(path, steps)
    window.keys("shift+o")
    time.sleep(1.0)
    window.keep("searching")
    window.keys("Escape", "Escape")  # stop the search, close the list
    window.settle()
    assert (count(path, spans), count(path, steps)) == (1, before), "a list that was left has tagged"
    window.keys("Escape", "ctrl+Home", "bracketright", "shift+o")
    everything = 2 * CORPUS + CORPUS // 2
    for _ in range(60):  # Enter is refused with a hint until the search is over
        time.sleep(1.0)
        window.keys("Return")
        time.sleep(0.5)
        if count(path, steps) > before or count(path, spans) > 1:
            break
    window.keep("tagging")
    wait_for(lambda: count(path, spans) > 1, "the labels", 120)
    tagged = count(path, spans)
    assert count(path, steps) == before + 1
    assert tagged == everything
    time.sleep(1.0)
    window.keep("tagged")
    window.keys("Escape", "ctrl+z")
    becomes(path, spans, 1, 120)
    time.sleep(1.0)
    window.keep("undone")
    assert window.close_by_button() == 0
