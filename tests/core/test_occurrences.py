"""Tagging every other occurrence: what counts as one, what is left out, and one step for a whole corpus."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import TEXT, article, at, lines, record, span, suggest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.ids import id_text
from annotation_schema.model import ArticleId, Fragment, OriginKind, SpanId, Status
from desktop.core import boundaries, gestures, graphemes, occurrences
from desktop.core.edits import AddSpan
from desktop.core.errors import AppError, ErrorCode
from desktop.core.occurrences import Occurrence, Source
from desktop.core.project import Project
from desktop.core.resources import default_schema

sys.path.insert(0, str(Path(__file__).parents[1] / "schema"))
from adversarial import FIREMAN, PIECES

SCHEMA = default_schema()
ONE = ArticleId(1)
KYIV = at(TEXT, "Kyiv")


@pytest.mark.parametrize(
    ("surface", "text", "count"),
    [
        ("Kyiv", "Kyiv, Kyiv's Kyivan (Kyiv) KYIV Kyiv_x pro-Kyiv “Kyiv”", 5),
        ("U.S.", "the U.S. and U.S.A., U.S.", 3),
        ("cafe", "cafe cafe\u0301", 1),
        ("漢字", "漢字漢字の漢字", 3),
        ("Kyiv", "Kyivの、Kyiv市", 2),
        ("Київ", "Київ, Києва, Київ", 2),
        ("🚒", f"🚒 {FIREMAN} 🚒", 2),
        ("ha ha", "ha ha ha ha", 2),
        ("soft", "soft\u00adware soft", 1),
        ("New York", "New York New\u00a0York New  York", 1),
        ("", "abc", 0),
    ],
)
def test_what_is_an_occurrence(surface: str, text: str, count: int) -> None:
    assert len(list(occurrences.find(text, surface))) == count


pieces = st.sampled_from([*PIECES, "Kyiv", "Kyiv", " ", "'s", "Kyivan", "漢", "-"])


@given(st.lists(pieces, max_size=20).map("".join), st.sampled_from(["Kyiv", "漢", FIREMAN, "e\u0301", "no", " "]))
def test_occurrences_are_exact_apart_and_whole(text: str, surface: str) -> None:
    found = list(occurrences.find(text, surface))
    last = 0
    for f in found:
        assert text[f.start : f.end] == surface and f.start >= last
        last = f.end
        for border in (f.start, f.end):
            assert graphemes.is_border(text, border) and not boundaries.splits_word(text, border)


def tagged(project: Project, label: str = "LOCATION", place: Fragment = KYIV, **attributes: str) -> Source:
    project.apply(gestures.tag(project.view(ONE), SCHEMA, label, [place], attributes=attributes))
    made = next(s for s in project.view(ONE).spans if s.fragments == (place,))
    return occurrences.source_of(project.view(ONE), made.id, SCHEMA)


def found(project: Project, source: Source, **options: object) -> list[Occurrence]:
    return list(occurrences.search(project, source, SCHEMA, **options))  # type: ignore[arg-type]


def test_preview_shows_each_in_its_context(project: Project) -> None:
    project.add_articles([article("a2", title="Second", text="First line\nIn Kyiv it rained.\nNext")])
    source = tagged(project, reading="literal")
    here, there = found(project, source)
    assert (here.article, here.fragment) == (ONE, at(TEXT, "Kyiv", occurrence=2))
    assert (there.title, there.before, there.after) == ("Second", "In ", " it rained.")
    assert found(project, source, within=[ONE]) == [here]


def test_what_is_decided_already_is_left_out(project: Project) -> None:
    text = "Kyiv Oblast. Kyiv one. Kyiv two. Kyiv three."
    places = [at(text, "Kyiv", occurrence=n) for n in (1, 2, 3, 4)]
    project.add_articles(
        [record(article("a2", text=text), span("LOCATION", at(text, "Kyiv Oblast")), span("ACTOR", places[2]))]
    )
    two = project.article_id("a2")
    assert two is not None
    suggest(project, two, ("LOCATION", places[1]), ("LOCATION", places[2]), ("ACTOR", places[3]))
    view = project.view(two)
    for place in (places[1], places[3]):
        project.apply(gestures.reject(view, next(s.id for s in view.suggestions if s.fragments == (place,))))
    rows = found(project, tagged(project), within=[two])
    assert [r.fragment for r in rows] == [places[2], places[3]], "another label, or rejected as another label"


def test_all_in_one_step_and_one_undo(project: Project) -> None:
    project.add_articles([article(f"b{n}", text=f"In Kyiv, {n} of Kyiv. Lviv") for n in range(450)])
    source = tagged(project, reading="literal", note="not this")
    before = lines(project)
    seen: list[tuple[int, int]] = []
    rows = found(project, source, progress=lambda done, total: seen.append((done, total)))
    assert len(rows) == 901 and seen[-1] == (451, 451) and len(seen) == 3
    step = occurrences.tag_occurrences(project, source, SCHEMA, rows)
    assert step.words == "tag 901 other “Kyiv” as Location in 451 articles"
    project.apply(step)
    three = project.view(ArticleId(3))
    assert len(three.spans) == 2 and three.status is Status.STARTED
    made = three.spans[0]
    assert made.origin.kind is OriginKind.PROPAGATED and made.origin.details == {"span": id_text(source.span)}
    assert made.attributes == {"reading": "literal"}
    assert found(project, source) == []
    assert project.undo_words == step.words
    project.undo()
    assert lines(project) == before
    project.redo()
    assert found(project, source) == []
    assert project.check() == []


def test_only_what_was_chosen_and_is_still_free(project: Project) -> None:
    project.add_articles([article("a2", text="Kyiv, Kyiv, Kyiv")])
    source = tagged(project)
    rows = found(project, source)
    two = ArticleId(2)
    project.apply(gestures.tag(project.view(two), SCHEMA, "LOCATION", [rows[1].fragment]))
    step = occurrences.tag_occurrences(project, source, SCHEMA, rows[1:3])
    assert [e.span.fragments for p in step.parts for e in p.edits if isinstance(e, AddSpan)] == [(rows[2].fragment,)]
    assert step.words == "tag another “Kyiv” as Location"
    with pytest.raises(AppError) as caught:
        occurrences.tag_occurrences(project, source, SCHEMA, rows[1:2])
    assert caught.value.code == ErrorCode.EDIT_REFUSED


def test_stopping_changes_nothing(project: Project) -> None:
    project.add_articles([article(f"b{n}", text="Kyiv") for n in range(5)])
    source = tagged(project)
    for call in (
        lambda: found(project, source, cancelled=lambda: True),
        lambda: occurrences.tag_occurrences(project, source, SCHEMA, found(project, source), cancelled=lambda: True),
    ):
        with pytest.raises(AppError) as caught:
            call()
        assert caught.value.code == ErrorCode.CANCELLED


def test_on_another_thread_while_the_first_one_works(project: Project) -> None:
    project.add_articles([article(f"b{n}", text="Kyiv and Kyiv. " * 20) for n in range(300)])
    source = tagged(project)

    def work() -> None:
        with project.side() as side:
            rows = found(side, source)
            side.apply(occurrences.tag_occurrences(side, source, SCHEMA, rows))

    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(work)
        for n in range(10):
            project.apply(gestures.tag(project.view(ONE), SCHEMA, "ACTOR", [Fragment(n, n + 2)]))
        result.result()
    assert len(project.view(ArticleId(7)).spans) == 40
    assert len([s for s in project.view(ONE).spans if s.label == "ACTOR"]) == 10


@pytest.mark.parametrize("text", ["キエフKyivの話", 'a "Kyiv" b', "Kyiv\x00Kyiv", "NEAR Kyiv AND (Kyiv*)"])
def test_the_index_never_hides_an_occurrence(project: Project, text: str) -> None:
    project.add_articles([article("a2", text=text, language="ja" if "キ" in text else "en")])
    source = tagged(project)
    expected = len(list(occurrences.find(text, "Kyiv")))
    assert len(found(project, source, within=None)) == 1 + expected


@pytest.mark.parametrize("surface", [FIREMAN, '"NEAR(a b)"', "漢字", "c\x00d", "e\u0301n*", "a-b:c^d", "'", "Łódź"])
def test_any_words_can_be_looked_for(project: Project, surface: str) -> None:
    text = f"{surface} and {surface}."
    project.add_articles([article("x", text=text), article("y", text=f"See {surface}!")])
    two = ArticleId(2)
    project.apply(gestures.tag(project.view(two), SCHEMA, "ACTOR", [Fragment(0, len(surface))]))
    source = occurrences.source_of(project.view(two), project.view(two).spans[0].id, SCHEMA)
    assert [(r.article, r.fragment.start) for r in found(project, source)] == [
        (two, text.rindex(surface)),
        (ArticleId(3), 4),
    ]


def test_what_cannot_be_looked_for(project: Project) -> None:
    both = span("CLAIM", KYIV, at(TEXT, "Lviv"), attributes={"claimant": "AUTHOR", "stance": "neutral"})
    one = span("CLAIM", KYIV, attributes={"claimant": "AUTHOR", "stance": "neutral"})
    project.add_articles([record(article("c"), both, one)])
    view = project.view(ArticleId(2))
    with pytest.raises(AppError, match="several parts"):
        occurrences.source_of(view, both.id, SCHEMA)
    with pytest.raises(AppError, match="no longer there"):
        occurrences.source_of(view, SpanId(1), SCHEMA)
    assert occurrences.source_of(view, one.id, SCHEMA).attributes == {"stance": "neutral"}
