"""The queue in other orders than that of import: worked out once, kept, and still right when articles come."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from builders import article, at, new_project, record, span, suggest

from annotation_schema.model import ArticleId, Fragment, Status
from desktop.core import blind_share
from desktop.core.project import Project
from desktop.core.storage.queue_order import sort_key
from desktop.core.view import ArticleFilter, ArticleOrder

KEPT = [
    ArticleOrder.TITLE,
    ArticleOrder.PUBLISHED,
    ArticleOrder.PUBLISHED_LAST_FIRST,
    ArticleOrder.PUBLISHER,
    ArticleOrder.SUGGESTIONS,
]
ITEMS = (
    ("a", "“Zebra” at large", "2026-02-01", "the Post"),
    ("b", "Österreich wählt", "", "Post"),
    ("c", "oslo waits", "2026-03-01T10:00:00Z", ""),
    ("d", "", "2026-02-01", "post"),
    ("e", "Ärger in Oslo", "2025-12-31", "Post"),
    ("f", "42 dead", "2026-03-01", "Anzeiger"),
)


@pytest.fixture
def project(tmp_path: Path):
    items = [article(uid, title=t, published=d, publisher=p) for uid, t, d, p in ITEMS]
    with new_project(tmp_path, *items) as made:
        yield made


def uids(project: Project, order: ArticleOrder, *, hasty: bool = False, **wanted: object) -> str:
    asked = ArticleFilter(order=order, **wanted)  # type: ignore[arg-type]
    return "".join(project.article(i).uid for i in project.article_ids(asked, hasty=hasty))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ArticleOrder.IMPORTED, "abcdef"),
        (ArticleOrder.TITLE, "fecbad"),
        (ArticleOrder.PUBLISHED, "eadfcb"),
        (ArticleOrder.PUBLISHED_LAST_FIRST, "cfadeb"),
        (ArticleOrder.PUBLISHER, "fbdeac"),
        (ArticleOrder.SUGGESTIONS, "abcdef"),
        (ArticleOrder.STATUS, "abcdef"),
    ],
)
def test_orders(project, order, expected):
    """Without case, accents and quotation marks; what an article lacks puts it at the end; ties as imported."""
    assert uids(project, order) == expected
    project.settle(order)
    assert project.settled(order)
    assert uids(project, order) == uids(project, order, hasty=True) == expected
    some = "".join(uid for uid in expected if uid in "abe")
    assert uids(project, order, text="wählt OR") == ""
    assert uids(project, order, publishers=frozenset({"Post", "the Post"})) == some


def test_signs_alone_are_a_title_too():
    assert sort_key("?!") == "?!" and sort_key("„Ja“, sagt sie") == "ja“, sagt sie"
    assert sort_key("ÉLAN") == sort_key(unicodedata.normalize("NFD", "élan")) == "elan"


@pytest.mark.parametrize("order", KEPT)
def test_what_comes_later_is_put_in_order_when_there_is_time(project, order):
    project.settle(order)
    before = uids(project, order)
    project.add_articles([article("g", title="Aa", published="1999-01-01", publisher="A")])
    assert not project.settled(order)
    assert uids(project, order, hasty=True) == before + "g"
    right = uids(project, order)  # patiently
    project.settle(order)
    assert project.settled(order) and uids(project, order, hasty=True) == right
    assert sorted(right) == sorted(before + "g")


def test_nothing_settled_yet_is_the_order_of_import(project):
    assert uids(project, ArticleOrder.TITLE, hasty=True) == "abcdef"


def test_an_order_is_kept_with_the_file(project):
    project.settle(ArticleOrder.TITLE)
    path = project.path
    project.close()
    with Project.open(path, readonly=True) as again:
        assert again.settled(ArticleOrder.TITLE) and not again.settled(ArticleOrder.PUBLISHER)
        assert uids(again, ArticleOrder.TITLE, hasty=True) == "fecbad"
        assert not again.check()


def test_by_status_what_is_begun_comes_first(tmp_path):
    states = {"a": Status.TODO, "b": Status.DONE, "c": Status.FLAGGED, "d": Status.STARTED, "e": Status.STARTED}
    text = article("x").text
    items = [record(article(uid), span("ACTOR", at(text, "Olena Bondar")), status=s) for uid, s in states.items()]
    with new_project(tmp_path, *items) as project:
        assert uids(project, ArticleOrder.STATUS) == "decab"
        assert uids(project, ArticleOrder.STATUS, statuses=frozenset({Status.DONE, Status.STARTED})) == "deb"


def test_by_open_suggestions_of_what_is_shown(project):
    for number, count in ((2, 1), (4, 3), (5, 2)):
        suggest(project, ArticleId(number), *(("ACTOR", Fragment(n, n + 1)) for n in range(count)))
    assert uids(project, ArticleOrder.SUGGESTIONS) == "debacf"
    project.set_setting(blind_share.SETTING, blind_share.BlindShare(1.0, "x").dump())
    assert uids(project, ArticleOrder.SUGGESTIONS) == "abcdef"


def test_a_filter_keeps_the_order_of_any_set(tmp_path):
    chance = random.Random(5)
    dates = [f"20{chance.randint(10, 26)}-0{chance.randint(1, 9)}-11" for _ in range(300)]
    items = [article(f"u{n}", title=f"T{chance.random()}", published=d) for n, d in enumerate(dates)]
    with new_project(tmp_path, *items) as project:
        for order in (ArticleOrder.TITLE, ArticleOrder.PUBLISHED):
            project.settle(order)
            whole = project.article_ids(ArticleFilter(order=order))
            wanted = ArticleFilter(since="2014", until="2019")
            some = set(project.article_ids(wanted))
            assert project.article_ids(replace(wanted, order=order)) == [i for i in whole if i in some]
            assert 0 < len(some) < 300
