"""Bringing articles, records and suggestions in, and everything out again."""

from __future__ import annotations

import gc
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from builders import ME, TEXT, article, at, lines, new_project, record, relation, span, suggest

from annotation_schema.ids import id_text, new_id
from annotation_schema.model import (
    AnnotationSet,
    ArticleId,
    ArticleRecord,
    Decision,
    Fragment,
    Origin,
    OriginKind,
    RelationId,
    Status,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from desktop.core import gestures
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.storage.bulk import ALONE
from desktop.core.view import ArticleFilter, ArticleOrder, Change, ImportTally

KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
ONE = ArticleId(1)


def full_record(uid: str = "r1") -> ArticleRecord:
    """A record with everything that there is."""
    ids = [SuggestionId(new_id()) for _ in range(3)]
    details = {"suggestion": id_text(ids[0]), "pipeline": "en", "version": "1", "score": 0.5}
    actor = span("ACTOR", OLENA, attributes={"type": "person"}, origin=Origin(OriginKind.SUGGESTION, details))
    claim = span(
        "CLAIM", KYIV, LVIV, attributes={"kind": "demand", "category": ("economy/growth", "trade"), "negated": True}
    )
    theirs = span("LOCATION", KYIV, created="2020", updated="", origin=Origin(OriginKind.IMPORTED, {"format": "brat"}))
    ada = AnnotationSet(
        "Ada", Status.DONE, {"genre": "news report"}, (claim, actor), (relation("CLAIMANT", claim, actor),)
    )
    ben = AnnotationSet("Ben", Status.TODO, {}, (theirs,))
    rejected = (Decision("Ada", Verdict.REJECTED), Decision("Cem", Verdict.ACCEPTED))
    suggestions = SuggestionSet(
        (
            Suggestion(ids[1], "LOCATION", "GPE", (KYIV,), "en", "1", {"reading": "literal"}, None, rejected),
            Suggestion(
                ids[0], "ACTOR", "PERSON", (OLENA,), "en", "1", {}, 0.5, (Decision("Ada", Verdict.ACCEPTED, actor.id),)
            ),
            Suggestion(ids[2], "CLAIM", "Q", (at(TEXT, "“We wait,”"), at(TEXT, "“and hope.”")), "quotes", "2"),
        ),
        (SuggestedRelation(RelationId(new_id()), "CLAIMANT", ids[2], ids[0], 0.25),),
    )
    fields = {"byline": "X", "publisher": "P", "published": "2026-01-01", "meta": {"b": [1, {"z": None}], "a": "é"}}
    return ArticleRecord(article(uid, **fields), (ada, ben), suggestions)


def test_a_record_comes_out_as_it_went_in(tmp_path: Path) -> None:
    one = full_record()
    with new_project(tmp_path, one) as project:
        assert list(project.records(with_suggestions=True)) == [one]
        assert list(project.records()) == [replace(one, suggestions=None)]
        first = lines(project)
        assert project.check() == []
        stats = project.stats()
        assert stats.annotators == ("Ada", "Ben", "Cem")
        assert stats.status == {"todo": 0, "started": 0, "done": 1, "flagged": 0}
        assert stats.spans == {"ACTOR": 1, "CLAIM": 1, "LOCATION": 1}
        assert stats.relations == {"CLAIMANT": 1}
        assert stats.suggestions == {"open": 1, "accepted": 2, "rejected": 0}
        again = list(project.records(with_suggestions=True))
    (tmp_path / "two").mkdir()
    with new_project(tmp_path / "two", *again) as copy:
        assert lines(copy) == first


def test_importing_twice_adds_nothing_and_says_so(tmp_path: Path) -> None:
    items = [article("a1"), full_record()]
    with new_project(tmp_path) as project:
        first = project.add_articles(items)
        assert (first.articles, first.duplicates, first.spans, first.relations) == (2, 0, 3, 1)
        before = lines(project)
        assert project.add_articles([*items, items[0]]) == ImportTally(duplicates=3)
        assert lines(project) == before
        assert project.counts().total == 2


def test_the_same_uid_twice_in_one_import(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        tally = project.add_articles([article("a"), article("a"), article("b"), article("a", text="Another text.")])
        assert (tally.articles, tally.duplicates, tally.skipped) == (2, 1, 1)
        assert project.article(ONE).text == TEXT
        (problem,) = tally.problems
        assert problem.uid == "a"
        assert "another text" in problem.reason


def test_annotations_of_a_new_annotator_are_added_to_an_article_that_is_there(tmp_path: Path) -> None:
    with new_project(tmp_path, record(article(), span("ACTOR", OLENA))) as project:
        mine = record(article(), span("LOCATION", KYIV), annotator="Ben", status=Status.DONE)
        assert project.add_articles([mine]) == ImportTally(extended=1, spans=1)
        assert project.add_articles([mine]) == ImportTally(duplicates=1)
        more = record(article(), span("LOCATION", LVIV), annotator="Ada")
        assert project.add_articles([more]) == ImportTally(duplicates=1)
        (found,) = project.records()
        assert [(a.annotator, len(a.spans), a.status) for a in found.annotations] == [
            ("Ada", 1, Status.STARTED),
            ("Ben", 1, Status.DONE),
        ]


def test_the_annotator_of_one_persons_records_can_be_named(tmp_path: Path) -> None:
    with new_project(tmp_path) as project:
        project.add_articles([record(article("a"), span("ACTOR", OLENA)), full_record("b")], annotator=" Zoe ")
        first, second = project.records()
        assert [a.annotator for a in first.annotations] == ["Zoe"]
        assert [a.annotator for a in second.annotations] == ["Ada", "Ben"]  # two people do not become one


def test_taken_ids_are_replaced_and_links_follow(tmp_path: Path) -> None:
    first = full_record("r1")
    second = replace(first, article=replace(first.article, uid="r2"))
    with new_project(tmp_path, first) as project:
        tally = project.add_articles([second])
        assert (tally.articles, tally.spans, tally.relations, tally.suggestions) == (1, 3, 1, 3)
        kept, moved = project.records(with_suggestions=True)
        assert kept == first
        assert moved.suggestions is not None
        ada = moved.annotations[0]
        old = first.annotations[0]
        assert not {s.id for s in ada.spans} & {s.id for s in old.spans}
        assert [(s.label, s.fragments, s.attributes) for s in ada.spans] == [
            (s.label, s.fragments, s.attributes) for s in old.spans
        ]
        (link,) = ada.relations
        assert (link.source, link.target) == (ada.spans[0].id, ada.spans[1].id)
        accepted = moved.suggestions.spans[1]
        assert accepted.verdicts[0].span == ada.spans[1].id
        assert ada.spans[1].origin.details["suggestion"] == id_text(accepted.id)
        assert moved.suggestions.relations[0].target == accepted.id
        assert project.check() == []


def test_ids_taken_within_one_import(tmp_path: Path) -> None:
    actor = span("ACTOR", OLENA)
    with new_project(tmp_path, record(article("a"), actor), record(article("b"), actor)) as project:
        first, second = project.records()
        assert first.annotations[0].spans[0] == actor
        assert second.annotations[0].spans[0].id != actor.id


def test_what_does_not_fit_the_text_is_left_out_and_named(tmp_path: Path) -> None:
    beyond, fine = span("ACTOR", Fragment(0, len(TEXT) + 1)), span("ACTOR", OLENA)
    one = record(article(), fine, beyond, relations=[relation("AFFILIATION", fine, beyond)])
    with new_project(tmp_path) as project:
        tally = project.add_articles([one])
        assert (tally.spans, tally.relations) == (1, 0)
        assert [p.uid for p in tally.problems] == ["a1", "a1"]
        assert id_text(beyond.id) in tally.problems[0].reason
        assert project.check() == []


AWKWARD = "👨🏻‍🚒 firemen drive firetrucks\r\nA\u2028B\u00a0C السلام\u0000 עליכם e\u0301\n" + "long " * 400_000


def test_awkward_texts_keep_their_offsets(tmp_path: Path) -> None:
    place = at(AWKWARD, "firemen")
    arabic = at(AWKWARD, "السلام")
    last = Fragment(len(AWKWARD) - 5, len(AWKWARD) - 1)
    one = record(article("x", text=AWKWARD), span("CLAIM", place, arabic, last))
    with new_project(tmp_path, one) as project:
        assert list(project.records()) == [one]
        assert project.check() == []
        assert project.article(ONE).text == AWKWARD
        assert project.article_ids(ArticleFilter(text="firemen عليكم")) == []
        assert project.article_ids(ArticleFilter(text="firemen")) == [ONE]
        v = project.view(ONE)
        project.apply(gestures.add_fragment(v, v.spans[0].id, at(AWKWARD, "e\u0301")))
        suggest(project, ONE, ("ACTOR", last))
        assert project.check() == []


def test_a_changed_surface_stops_the_export_and_is_found(tmp_path: Path) -> None:
    one = record(article(), span("ACTOR", OLENA))
    with new_project(tmp_path, article("a0"), one) as project:
        with project._db.write() as conn:
            conn.execute("UPDATE span SET surface = 'Olena  Bondar'")
        with pytest.raises(AppError) as caught:
            list(project.records())
        assert caught.value.code == ErrorCode.EXPORT_REFUSED
        assert "a1" in caught.value.message
        assert id_text(one.annotations[0].spans[0].id) in caught.value.message
        assert [f.code for f in project.check()] == ["surface-changed"]


def test_check_finds_what_was_done_behind_the_programs_back(tmp_path: Path) -> None:
    actor, claim = span("ACTOR", OLENA, attributes={"type": "nonsense"}), span("CLAIM", KYIV)
    one = record(article(), actor, claim, relations=[relation("CLAIMANT", claim, actor)])
    other = record(article("a2"), span("ACTOR", OLENA))
    with new_project(tmp_path, one, other) as project:
        codes = [f.code for f in project.check()]
        assert codes == ["attribute-value"]
        conn = project._db.conn
        conn.execute("UPDATE article_text SET text = text || '!' WHERE id = 2")
        conn.execute("UPDATE project SET value = '7' WHERE key = 'articles'")
        conn.execute("INSERT INTO article_fts(article_fts) VALUES ('delete-all')")
        conn.execute("UPDATE relation SET target_id = (SELECT id FROM span WHERE article_id = 2)")
        codes = [f.code for f in project.check()]
        assert {"text-changed", "article-count", "search-index", "relation-strays"} <= set(codes)
        assert {f.article_uid for f in project.check() if f.code == "text-changed"} == {"a2"}
        conn.execute("PRAGMA foreign_keys = OFF")
        conn.execute("DELETE FROM span")
        assert {f.code for f in project.check()} == {"foreign-key"}


# the queue


def test_filters_and_orders(tmp_path: Path) -> None:
    items = [
        article("a", title="beta", text="Kyiv said no.", publisher="P", published="2026-02-01", language="en"),
        record(
            article("b", title="Alpha", text="Élan in Kyivska.", publisher="Q", published="2026-01-01"),
            span("ACTOR", Fragment(0, 4)),
            status=Status.DONE,
        ),
        article("c", title="gamma", text="Nothing here said no more.", publisher="P", published="2026-03-01"),
    ]
    with new_project(tmp_path, *items) as project:

        def found(**wanted: object) -> str:
            return "".join("?abc"[i] for i in project.article_ids(ArticleFilter(**wanted)))  # type: ignore[arg-type]

        assert found() == "abc"
        assert found(text="kyiv") == "ab"  # the last word as a beginning
        assert found(text="kyiv ") == "a"
        assert found(text="elan") == "b"
        assert found(text="kyiv sai") == "a"
        assert found(text='"said no"') == "ac"
        assert found(text='"no said"') == ""
        assert found(text="gamma") == "c"  # the title is searched, too
        assert found(text="said AND (OR NOT * ^") == ""
        assert found(text="!?") == ""
        assert found(text='"') == ""
        assert found(statuses=frozenset({Status.DONE})) == "b"
        assert found(statuses=frozenset({Status.TODO})) == "ac"
        assert found(statuses=frozenset({Status.TODO, Status.DONE})) == "abc"
        assert found(statuses=frozenset(Status)) == "abc"
        assert found(publishers=frozenset({"P", "R"})) == "ac"
        assert found(languages=frozenset({"en"})) == "a"
        assert found(labels=frozenset({"ACTOR"})) == "b"
        assert found(order=ArticleOrder.TITLE) == "bac"
        assert found(order=ArticleOrder.PUBLISHED) == "bac"
        assert found(order=ArticleOrder.PUBLISHED_LAST_FIRST) == "cab"
        assert found(order=ArticleOrder.PUBLISHER, text="no") == "ac"
        suggest(project, ArticleId(3), ("ACTOR", Fragment(0, 7)))
        assert found(with_open_suggestions=True) == "c"
        rows = project.rows([ArticleId(3), ArticleId(99), ArticleId(2)])
        assert [(r.title, r.open_suggestions, r.counts, r.status) for r in rows] == [
            ("gamma", 1, {}, Status.TODO),
            ("Alpha", 0, {"ACTOR": 1}, Status.DONE),
        ]
        assert project.article_id("b") == 2
        assert project.article_id("zz") is None


# suggestions


def test_articles_are_tagged_while_an_import_runs(tmp_path: Path) -> None:
    with new_project(tmp_path, article()) as project:
        notices: list[Change] = []
        project.subscribe(notices.append)
        failures: list[BaseException] = []

        def bring_in() -> None:
            try:
                with project.side() as side:
                    side.add_articles(article(f"b{i}", text=f"{i} " + TEXT * 40) for i in range(1500))
            except BaseException as error:  # noqa: BLE001 - told to the test
                failures.append(error)

        thread = threading.Thread(target=bring_in)
        thread.start()
        tagged = 0
        while thread.is_alive():
            step = gestures.tag(project.view(ONE), project.schema, "CLAIM", [KYIV])
            project.apply(step)
            tagged += 1
            project.undo()
            time.sleep(0.005)
        thread.join()
        assert failures == []
        assert project.counts().total == 1501
        assert sum(len(n.articles) for n in notices if len(n.articles) > 1) >= 1400
        assert tagged > 3
        assert project.check() == []


def test_records_are_of_one_moment(tmp_path: Path) -> None:
    with new_project(tmp_path, article("a"), article("b")) as project:
        stream = project.records()
        next(stream)
        project.apply(gestures.tag(project.view(ArticleId(2)), project.schema, "ACTOR", [OLENA]))
        project.add_articles([article("c")])
        rest = list(stream)
        assert [r.article.uid for r in rest] == ["b"]
        assert rest[0].annotations == ()
        assert len(list(project.records())) == 3


def test_an_import_that_breaks_off_keeps_what_was_committed(tmp_path: Path) -> None:
    def source() -> object:
        yield from (article(f"a{i}") for i in range(ALONE.articles + 50))
        raise RuntimeError("the source broke")

    with new_project(tmp_path) as project:
        with pytest.raises(RuntimeError, match="the source broke"):
            project.add_articles(source())  # type: ignore[arg-type]
        kept = project.counts().total
        assert kept == ALONE.articles
        assert project.check() == []
        rest = project.add_articles(article(f"a{i}") for i in range(ALONE.articles + 50))
        assert rest == ImportTally(articles=50, duplicates=kept)


def test_annotator_is_me(project: Project) -> None:
    assert project.view(ONE).annotator == ME


def test_no_row_outlives_its_transaction(tmp_path: Path) -> None:
    """Not even where the garbage collector does not look: an import of millions of spans would fill the memory."""
    given = (full_record(f"r{number}") for number in range(3 * ALONE.articles))
    with new_project(tmp_path) as project:
        gc.disable()
        try:
            before = sum(type(held) is tuple and len(held) == 13 for held in gc.get_objects())
            project.add_articles(given)
            after = sum(type(held) is tuple and len(held) == 13 for held in gc.get_objects())
        finally:
            gc.enable()
        assert project.counts().total == 3 * ALONE.articles
    assert after - before < 100
