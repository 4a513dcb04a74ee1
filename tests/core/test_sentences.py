"""Whatever gestures, marks, runs and settings tell went through translation, as one whole sentence."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from builders import ME, TEXT, article, at, span
from hypothesis import given
from hypothesis import strategies as st
from telling import bracketed, is_whole, refusal, stray_words, strays, told

from annotation_schema import wording
from annotation_schema.model import ArticleId, Fragment, Relation, RelationId, Span, SpanId, Status, Suggestion
from annotation_schema.model import SuggestionId as Sid
from annotation_schema.schema import LabelSchema, Nesting
from desktop.core import actions, gestures, linking, pipelines, settings, shortcuts, words
from desktop.core.edits import AddSpan, State
from desktop.core.errors import AppError
from desktop.core.gestures.moves import Side, Unit
from desktop.core.lint import lint
from desktop.core.occurrences import source_of
from desktop.core.prelabel import label_map, troubles
from desktop.core.prelabel.client import WorkerProcess, ending_in_words
from desktop.core.prelabel.rule_lists import Rule, RuleList, When, dump
from desktop.core.resources import default_schema
from desktop.core.step_rules import check
from desktop.core.view import ArticleView

SCHEMA = default_schema()
STRICT = replace(
    SCHEMA,
    labels=tuple(replace(x, nesting=Nesting.NONE if x.name == "LOCATION" else x.nesting) for x in SCHEMA.labels),
    article_attributes=tuple(replace(x, required=True) for x in SCHEMA.article_attributes),
)
LABELS = [x.name for x in SCHEMA.labels]
ONE = ArticleId(1)


def view(*spans: Span, text: str = TEXT, **fields: object) -> ArticleView:
    ordered = tuple(sorted(spans, key=lambda s: (s.start, -s.end, s.id)))
    values = {"article": article(text=text), "annotator": ME, "state": State(Status.TODO, {}), "spans": ordered}
    return ArticleView(ONE, **{**values, **fields})  # type: ignore[arg-type]


# -- gestures


places = st.builds(
    lambda start, length: Fragment(start, min(start + length, len(TEXT))),
    st.integers(0, len(TEXT) - 2),
    st.integers(1, 30),
)
far = st.just(Fragment(len(TEXT) - 1, len(TEXT) + 5))
ids = st.integers(1, 6).map(SpanId)
labels = st.sampled_from([*LABELS, "GHOST"])
types = st.sampled_from([x.name for x in SCHEMA.relations] + ["GHOST"])
names = st.sampled_from([*sorted({a.name for x in SCHEMA.labels for a in x.attributes}), "ghost", "note"])
values = st.sampled_from(["AUTHOR", "prediction", "x", None, True, ("a",)])


@st.composite
def views(draw: st.DrawFn) -> ArticleView:
    """An article with some spans, links and open suggestions."""
    spans: list[Span] = []
    for n in range(draw(st.integers(0, 4))):
        parts = tuple(sorted(draw(st.lists(places, min_size=1, max_size=2, unique_by=lambda f: f.start // 40))))
        if all(a.end < b.start for a, b in pairwise(parts)):
            held = draw(st.dictionaries(names, values.filter(lambda v: v is not None), max_size=2))
            made = span(draw(st.sampled_from(LABELS)), *parts, attributes=held)
            spans.append(replace(made, id=SpanId(n + 1)))
    relations = tuple(
        Relation(RelationId(n + 1), draw(types), draw(st.sampled_from(spans)).id, draw(st.sampled_from(spans)).id)
        for n in range(draw(st.integers(0, 3)) if spans else 0)
    )
    offered = tuple(
        Suggestion(Sid(n + 1), draw(st.sampled_from(LABELS)), "X", (draw(places),), "p", "1", {}, draw(scores))
        for n in range(draw(st.integers(0, 3)))
    )
    return view(*spans, relations=relations, suggestions=offered)


scores = st.sampled_from([None, 0.4, 0.9])


@given(views(), st.data(), st.sampled_from([SCHEMA, STRICT]))
def test_every_gesture_and_refusal(v: ArticleView, data: st.DataObject, schema: LabelSchema) -> None:
    def some(of: st.SearchStrategy[object]) -> object:
        return data.draw(of)

    fragments = st.lists(places | far, max_size=2)
    with_schema = {"schema": schema}
    acts: list[tuple[Callable[..., object], tuple[object, ...], dict[str, object]]] = [
        (gestures.tag, (schema, some(labels), some(fragments)), {}),
        (gestures.add_fragment, (some(ids), some(places | far)), with_schema),
        (gestures.remove_fragment, (some(ids), some(places)), with_schema),
        (gestures.set_fragments, (some(ids), some(fragments)), with_schema),
        (gestures.delete, (some(ids),), with_schema),
        (gestures.relabel, (schema, some(ids), some(labels)), {}),
        (gestures.set_attribute, (some(ids), some(names), some(values)), with_schema),
        (gestures.set_article_attribute, (schema, some(names), some(values)), {}),
        (gestures.set_status, (some(st.sampled_from(Status)),), {}),
        (gestures.set_note, (some(ids), some(st.sampled_from(["", "why?"]))), with_schema),
        (gestures.link, (schema, some(types), some(ids), some(ids)), {}),
        (gestures.unlink, (some(st.integers(1, 4)),), with_schema),
        (gestures.set_relation_attribute, (some(st.integers(1, 4)), "kind", "about"), with_schema),
        (gestures.set_alternative, (schema, some(ids), some(types), some(st.sampled_from(["AUTHOR", "x", None]))), {}),
        (gestures.accept, (some(st.integers(1, 4)),), with_schema),
        (gestures.accept_all, (), with_schema),
        (gestures.accept_label, (some(labels),), with_schema),
        (gestures.accept_above, (some(st.sampled_from([0.3, 0.95])),), with_schema),
        (gestures.reject, (some(st.integers(1, 4)),), {}),
        (gestures.tag_and_link, (schema, some(types), some(ids), some(fragments)), {}),
        (gestures.join, (some(st.lists(ids, max_size=3)),), with_schema),
        (gestures.split_at, (some(ids), some(st.integers(0, len(TEXT)))), with_schema),
        (gestures.split_off, (some(ids), some(places)), with_schema),
        (gestures.move_border, (some(ids), some(st.sampled_from(Side)), some(st.sampled_from(Unit)), 1), with_schema),
        (source_of, (some(ids), schema), {}),
        (linking.candidates, (schema, some(ids), some(types)), {}),
    ]
    for act, args, options in acts:
        assert not stray_words(act, v, *args, **options), act


def test_the_doors_of_gestures_are_all_tried() -> None:
    source = inspect.getsource(test_every_gesture_and_refusal) + inspect.getsource(
        test_nothing_to_repeat_and_new_spans_that_the_schema_forbids
    )
    doors = [n for n in gestures.__all__ if inspect.isfunction(getattr(gestures, n))]
    asked = [n for n in doors if "view" in inspect.signature(getattr(gestures, n)).parameters]
    steps = [n for n in asked if "Step" in str(inspect.signature(getattr(gestures, n)).return_annotation)]
    assert len(steps) > 20
    assert [n for n in steps if f"gestures.{n}" not in source and n not in ("accept_and_link", "tag_remembering")] == []


def test_nothing_to_repeat_and_new_spans_that_the_schema_forbids() -> None:
    assert not stray_words(gestures.repeat, view(), SCHEMA, gestures.Memory(), [at(TEXT, "Kyiv")])
    two = span("ACTOR", at(TEXT, "Kyiv"), at(TEXT, "Lviv"))
    assert not stray_words(check, AddSpan(two), SCHEMA)
    assert not stray_words(check, AddSpan(replace(two, label="GHOST")), SCHEMA)


def test_words_are_put_into_their_places_whatever_they_hold() -> None:
    odd = "{span} %n | ⟦{0}"
    made = gestures.tag(view(text=odd), SCHEMA, "ACTOR", [Fragment(0, len(odd))])
    assert made.words == f"tag “{odd}” as Actor"


def test_titles_keep_their_capitals_where_the_language_wants_it() -> None:
    assert words.inside("Claimant") == "claimant"
    wording.install(lambda _context, source, _n: "KEEP_TITLES" if source == "LOWER_CASE_TITLES" else source)
    try:
        assert words.inside("Urheber") == "Urheber"
    finally:
        wording.install()


# -- what is marked


@given(views(), st.sampled_from([SCHEMA, STRICT]))
def test_every_mark_and_its_fix(v: ArticleView, schema: LabelSchema) -> None:
    with bracketed():
        marks = lint(v, schema)
    assert not strays(m.message for m in marks)
    assert not strays(m.fix.words for m in marks if m.fix is not None)


# -- pipelines, maps, keys, settings


def test_every_trouble_of_a_run() -> None:
    with bracketed():
        how = [ending_in_words(status) for status in (1, -9, -64)]
        doors = [f for _, f in inspect.getmembers(troubles, inspect.isfunction) if f.__module__ == troubles.__name__]
        assert len(doors) > 10
        for door in doors:
            given_ = {"how": how[0], "article": "A", "pipeline": "p", "details": "", "problem": "", "reason": "⟦r⟧"}
            for others in (0, 1, 3):
                lists = dump([RuleList("r", When.BEFORE, (Rule("ACTOR", "x"),))]) if others else ""
                wanted = {"others": others, "times": others, "seconds": others, "lists": lists, **given_}
                made = door(**{n: wanted[n] for n in inspect.signature(door).parameters})
                assert not strays(told(made) if isinstance(made, AppError) else [made]), door
    assert not strays(how)


def test_a_worker_that_cannot_be_started() -> None:
    def nothing(*_: object) -> None:
        pass

    refusal(WorkerProcess, ["/nowhere/python"], on_line=nothing, on_end=nothing)


def test_every_label_map_that_does_not_fit() -> None:
    for broken in ([], {"": 1}, {"A": 1}, {"A": ["X", {5: 1}]}, {"A": ["X", {"a": {}}]}):
        refusal(label_map.parse, broken)
    with bracketed():
        held = {"A": ("GHOST", {}), "B": ("ACTOR", {"ghost": 1}), "C": ("ACTOR", {"type": "alien"})}
        found = label_map.check(held, SCHEMA)
    assert len(found) == 3
    assert not strays(found)


def test_pipelines_that_are_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_such_pipeline", str(tmp_path)):
        refusal(pipelines.find, name)
    monkeypatch.setattr(pipelines, "embedded_pipeline", lambda: tmp_path / "none")
    refusal(pipelines.find, "")


def test_every_key_that_a_command_cannot_have() -> None:
    specs = actions.table(SCHEMA)
    window = next(s for s in specs if s.scope.name == "WINDOW")
    label = next(s for s in specs if s.id.startswith("tag.") and s.shortcuts)
    taken = next(s for s in specs if s.scope.name == "WINDOW" and s.shortcuts and s is not window)
    with bracketed():
        found = [shortcuts.refusal(specs, window, key) for key in ("?!", "A", label.shortcuts[0], taken.shortcuts[0])]
        found.append(shortcuts.refusal(specs, next(s for s in specs if s.id.startswith("move.")), label.shortcuts[0]))
    assert not strays(found)


def test_a_broken_settings_file_is_told_in_the_language_that_comes_later(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("[]")
    loaded = settings.load(file)
    with bracketed():
        assert is_whole(loaded.problem)
    assert settings.load(file).problem == ""
