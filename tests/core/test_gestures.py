"""What gestures make of a view, and what they refuse, each with its sentence and its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import TEXT, article, at, span, suggest

from annotation_schema.ids import id_text
from annotation_schema.model import (
    ArticleId,
    Decision,
    Fragment,
    OriginKind,
    Relation,
    Span,
    SpanId,
    Status,
    Suggestion,
    SuggestionId,
    Verdict,
)
from annotation_schema.schema import LabelSchema, Nesting
from desktop.core import gestures
from desktop.core.edits import AddSpan, ChangeSpan, Decide, State
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import ArticleView

SCHEMA = default_schema()
KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
QUOTE = (at(TEXT, "“We wait,”"), at(TEXT, "“and hope.”"))


def view(*spans: Span, **fields: object) -> ArticleView:
    state = State(Status.TODO, {})
    values = {"article": article(), "annotator": "Ada", "state": state, "spans": spans, **fields}
    return ArticleView(ArticleId(1), **values)  # type: ignore[arg-type]


def with_nesting(label: str, nesting: Nesting) -> LabelSchema:
    labels = tuple(replace(x, nesting=nesting) if x.name == label else x for x in SCHEMA.labels)
    return replace(SCHEMA, labels=labels)


def refusal(what: object, *args: object, **options: object) -> str:
    with pytest.raises(AppError) as caught:
        what(*args, **options)  # type: ignore[operator]
    assert caught.value.code == ErrorCode.EDIT_REFUSED
    assert caught.value.message.endswith(".")
    return caught.value.message


def test_words_name_the_text_and_the_label() -> None:
    kyiv, claim = span("LOCATION", KYIV), span("CLAIM", *QUOTE)
    v = view(kyiv, claim)
    assert gestures.tag(v, SCHEMA, "ACTOR", [KYIV]).words == "tag “Kyiv” as Actor"
    assert gestures.delete(v, kyiv.id).words == "delete Location “Kyiv”"
    assert gestures.relabel(v, SCHEMA, kyiv.id, "ACTOR").words == "relabel “Kyiv” as Actor"
    added = gestures.add_fragment(v, claim.id, LVIV, schema=SCHEMA).words
    assert added == "add a part to Claim ““We wait,” … “and hope.””"
    assert gestures.set_status(v, Status.DONE).words == "mark the article as done"


def test_words_are_one_short_line() -> None:
    text = "A very long\n\nclaim that goes on and on and on and never ends"
    v = view(article=article(text=text))
    assert (
        gestures.tag(v, SCHEMA, "CLAIM", [Fragment(0, len(text))]).words
        == "tag “A very long claim that goes o…” as Claim"
    )


def test_tag_merges_fragments_and_takes_defaults() -> None:
    step = gestures.tag(view(), SCHEMA, "CLAIM", [Fragment(5, 9), Fragment(0, 5)], attributes={"kind": "demand"})
    (edit,) = step.parts[0].edits
    assert isinstance(edit, AddSpan)
    assert edit.span.fragments == (Fragment(0, 9),)
    assert edit.span.attributes["kind"] == "demand"
    assert edit.span.origin.kind == OriginKind.MANUAL
    assert edit.span.created == edit.span.updated != ""
    specs = tuple(replace(a, default="pronoun") if a.name == "mention" else a for a in SCHEMA.labels[1].attributes)
    assert SCHEMA.labels[1].name == "ACTOR"
    changed = replace(
        SCHEMA, labels=(SCHEMA.labels[0], replace(SCHEMA.labels[1], attributes=specs), *SCHEMA.labels[2:])
    )
    (edit,) = gestures.tag(view(), changed, "ACTOR", [KYIV]).parts[0].edits
    assert isinstance(edit, AddSpan)
    assert edit.span.attributes == {"mention": "pronoun"}


def test_tag_refuses_what_cannot_be() -> None:
    v = view(span("LOCATION", KYIV))
    assert "already tagged as Location" in refusal(gestures.tag, v, SCHEMA, "LOCATION", [KYIV])
    assert "at most one part" in refusal(gestures.tag, v, SCHEMA, "LOCATION", [LVIV, OLENA])
    assert "No text is selected" in refusal(gestures.tag, v, SCHEMA, "LOCATION", [])
    assert "beyond the end" in refusal(gestures.tag, v, SCHEMA, "LOCATION", [Fragment(0, len(TEXT) + 1)])
    assert "no label NOTHING" in refusal(gestures.tag, v, SCHEMA, "NOTHING", [LVIV])


def test_nesting_is_asked_of_both_labels() -> None:
    inside = Fragment(KYIV.start, KYIV.start + 2)
    v = view(span("LOCATION", KYIV))
    gestures.tag(v, SCHEMA, "LOCATION", [inside])
    none = with_nesting("LOCATION", Nesting.NONE)
    assert "may not overlap Location “Kyiv”" in refusal(gestures.tag, v, none, "ACTOR", [inside])
    assert "may not overlap" in refusal(gestures.tag, v, none, "LOCATION", [inside])
    others = with_nesting("LOCATION", Nesting.OTHER_LABELS)
    gestures.tag(v, others, "ACTOR", [inside])
    assert "may not overlap" in refusal(gestures.tag, v, others, "LOCATION", [inside])
    gestures.tag(v, none, "LOCATION", [Fragment(KYIV.end, KYIV.end + 1)])  # touching is not overlapping


def test_fragments_are_added_moved_and_taken_out() -> None:
    claim = span("CLAIM", QUOTE[0])
    v = view(claim, span("LOCATION", KYIV))

    def after(step: object) -> Span:
        (edit,) = step.parts[0].edits  # type: ignore[attr-defined]
        assert isinstance(edit, ChangeSpan)
        assert edit.before == claim or edit.before.id == claim.id
        return edit.after

    longer = after(gestures.add_fragment(v, claim.id, QUOTE[1]))
    assert longer.fragments == QUOTE
    assert longer.id == claim.id
    assert longer.updated > claim.updated
    assert longer.created == claim.created
    assert "already part" in refusal(gestures.add_fragment, v, claim.id, Fragment(QUOTE[0].start, QUOTE[0].start + 1))
    assert after(gestures.set_fragments(v, claim.id, [OLENA])).fragments == (OLENA,)
    assert "already has" in refusal(gestures.set_fragments, v, claim.id, [QUOTE[0]])
    two = view(longer)
    assert after(gestures.remove_fragment(two, claim.id, QUOTE[0])).fragments == (QUOTE[1],)
    assert "only part" in refusal(gestures.remove_fragment, v, claim.id, QUOTE[0])
    assert "not a part" in refusal(gestures.remove_fragment, v, claim.id, KYIV)
    place = v.spans[1]
    assert "one part" in refusal(gestures.add_fragment, v, place.id, LVIV, schema=SCHEMA)
    assert "no longer there" in refusal(gestures.add_fragment, v, SpanId(5), LVIV)


def linked() -> tuple[ArticleView, Span, Span, Relation]:
    claim, actor = span("CLAIM", *QUOTE, attributes={"kind": "demand", "claimant": "IMPLICIT"}), span("ACTOR", OLENA)
    v = view(claim, actor)
    edits = gestures.link(v, SCHEMA, "CLAIMANT", claim.id, actor.id).parts[0].edits
    relation = edits[-1].relation  # type: ignore[union-attr]
    assert edits[0].after.attributes == {"kind": "demand"}  # type: ignore[union-attr]
    return replace(v, spans=(edits[0].after, actor), relations=(relation,)), edits[0].after, actor, relation  # type: ignore[union-attr]


def test_links_keep_to_domain_range_and_number() -> None:
    v, claim, actor, _ = linked()
    assert "already linked" in refusal(gestures.link, v, SCHEMA, "CLAIMANT", claim.id, actor.id)
    assert "starts at a span of Claim, not of Actor" in refusal(
        gestures.link, v, SCHEMA, "CLAIMANT", actor.id, claim.id
    )
    assert "itself" in refusal(gestures.link, v, SCHEMA, "AFFILIATION", actor.id, actor.id)
    assert "no link" in refusal(gestures.link, v, SCHEMA, "WHATEVER", claim.id, actor.id)
    place = span("LOCATION", KYIV)
    v = replace(v, spans=(*v.spans, place))
    assert "ends at a span of Actor, not of Location" in refusal(
        gestures.link, v, SCHEMA, "CLAIMANT", claim.id, place.id
    )
    assert gestures.link(v, SCHEMA, "PLACE_OF", claim.id, place.id).parts[0].edits[0].relation.attributes == {  # type: ignore[union-attr]
        "kind": "about"
    }
    relations = tuple(replace(r, max_per_source=1) for r in SCHEMA.relations)
    other = span("ACTOR", LVIV)
    v = replace(v, spans=(*v.spans, other))
    assert "at most 1" in refusal(
        gestures.link, v, replace(SCHEMA, relations=relations), "CLAIMANT", claim.id, other.id
    )


def test_a_value_that_stands_for_a_link_takes_its_place() -> None:
    v, claim, _, relation = linked()
    edits = gestures.set_alternative(v, SCHEMA, claim.id, "CLAIMANT", "AUTHOR").parts[0].edits
    assert edits[0].relation == relation  # type: ignore[union-attr]
    assert edits[1].after.attributes["claimant"] == "AUTHOR"  # type: ignore[union-attr]
    assert gestures.set_alternative(v, SCHEMA, claim.id, "CLAIMANT", None).parts == ()
    assert "cannot be" in refusal(gestures.set_alternative, v, SCHEMA, claim.id, "CLAIMANT", "NOBODY")
    assert "no values" in refusal(gestures.set_alternative, v, SCHEMA, claim.id, "OBJECT", "AUTHOR")


def test_delete_takes_links_first() -> None:
    v, _, actor, relation = linked()
    edits = gestures.delete(v, actor.id).parts[0].edits
    assert [type(e).__name__ for e in edits] == ["RemoveRelation", "RemoveSpan"]
    assert edits[0].relation == relation  # type: ignore[union-attr]
    words = gestures.unlink(v, relation.id, schema=SCHEMA).words
    assert words == "take away Claimant from ““We wait,” … “and hope.”” to “Olena Bondar”"


def test_relabel_keeps_what_fits() -> None:
    v, _, actor, relation = linked()
    edits = gestures.relabel(v, SCHEMA, actor.id, "LOCATION").parts[0].edits
    assert edits[0].relation == relation  # type: ignore[union-attr] # a place cannot be a claimant
    assert isinstance(edits[1], ChangeSpan)
    assert edits[1].after.label == "LOCATION"
    place = span("LOCATION", KYIV, attributes={"reading": "literal"})
    (edit,) = gestures.relabel(view(place), SCHEMA, place.id, "ACTOR").parts[0].edits
    assert isinstance(edit, ChangeSpan)
    assert edit.after.attributes == {}
    claim = span("CLAIM", *QUOTE)
    assert "one part" in refusal(gestures.relabel, view(claim), SCHEMA, claim.id, "ACTOR")
    assert "already" in refusal(gestures.relabel, view(claim), SCHEMA, claim.id, "CLAIM")


def test_attributes_are_set_and_taken_away() -> None:
    place = span("LOCATION", KYIV, attributes={"reading": "literal"})
    v = view(place)
    (edit,) = gestures.set_attribute(v, place.id, "reading", "associative", schema=SCHEMA).parts[0].edits
    assert isinstance(edit, ChangeSpan)
    assert edit.after.attributes == {"reading": "associative"}
    (edit,) = gestures.set_attribute(v, place.id, "reading", None).parts[0].edits
    assert isinstance(edit, ChangeSpan)
    assert edit.after.attributes == {}
    assert gestures.set_attribute(v, place.id, "reading", "literal").parts == ()
    assert "no attribute" in refusal(gestures.set_attribute, v, place.id, "nonsense", "x", schema=SCHEMA)
    (edit,) = gestures.set_article_attribute(v, SCHEMA, "relevance", "relevant").parts[0].edits
    assert edit.after == State(Status.STARTED, {"relevance": "relevant"})  # type: ignore[union-attr]
    assert "no attribute" in refusal(gestures.set_article_attribute, v, SCHEMA, "nonsense", "x")
    assert gestures.set_status(v, Status.TODO).parts == ()


def suggestion(number: int, label: str, *fragments: Fragment, **fields: object) -> Suggestion:
    return Suggestion(SuggestionId(number), label, "GPE", fragments, "en_news", "1.2", **fields)  # type: ignore[arg-type]


def test_accept_makes_a_span_that_knows_where_it_came_from() -> None:
    one = suggestion(77, "LOCATION", KYIV, attributes={"reading": "literal"}, score=0.75)
    step = gestures.accept(view(suggestions=(one,)), one.id, schema=SCHEMA)
    assert step.words == "accept “Kyiv” as Location"
    add, decide = step.parts[0].edits
    assert isinstance(add, AddSpan)
    assert add.span.attributes == {"reading": "literal"}
    assert add.span.origin.kind == OriginKind.SUGGESTION
    assert add.span.origin.details == {
        "suggestion": id_text(77),
        "pipeline": "en_news",
        "version": "1.2",
        "score": 0.75,
    }
    assert decide == Decide(one.id, None, Decision("Ada", Verdict.ACCEPTED, add.span.id))
    assert "no longer open" in refusal(gestures.accept, view(), one.id)
    step = gestures.accept(view(suggestions=(one,)), one.id, label="ACTOR", schema=SCHEMA)
    assert step.words == "accept “Kyiv” as Actor"
    assert step.parts[0].edits[0].span.attributes == {}  # type: ignore[union-attr]
    assert "no label" in refusal(gestures.accept, view(suggestions=(one,)), one.id, label="X", schema=SCHEMA)


def test_accept_all_is_one_step_and_leaves_out_what_the_schema_forbids() -> None:
    inside = Fragment(KYIV.start, KYIV.start + 2)
    many = (suggestion(1, "LOCATION", KYIV), suggestion(2, "LOCATION", inside), suggestion(3, "ACTOR", OLENA))
    v = view(suggestions=many)
    step = gestures.accept_all(v, schema=SCHEMA)
    assert step.words == "accept 3 suggestions"
    assert len(step.parts[0].edits) == 6
    others = with_nesting("LOCATION", Nesting.OTHER_LABELS)
    step = gestures.accept_all(v, schema=others)
    assert step.words == "accept 2 suggestions"
    assert [e.suggestion for e in step.parts[0].edits if isinstance(e, Decide)] == [1, 3]
    assert gestures.accept_all(v, [many[2].id, many[2].id]).words == "accept “Olena Bondar” as Actor"
    assert "no open suggestions" in refusal(gestures.accept_all, view())
    v = view(span("LOCATION", KYIV), suggestions=(many[1],))
    assert "may not overlap" in refusal(gestures.accept_all, v, schema=others)


def test_reject_is_a_verdict_without_a_span() -> None:
    one = suggestion(5, "LOCATION", KYIV)
    step = gestures.reject(view(suggestions=(one,)), one.id)
    assert step.words == "reject “Kyiv”"
    assert step.parts[0].edits == (Decide(one.id, None, Decision("Ada", Verdict.REJECTED)),)


def test_deleting_what_was_accepted_rejects_the_suggestion(project: Project) -> None:
    (number,) = project.article_ids()
    suggest(project, number, ("LOCATION", KYIV))
    v = project.view(number)
    project.apply(gestures.accept(v, v.suggestions[0].id))
    v = project.view(number)
    project.apply(gestures.delete(v, v.spans[0].id))
    after = project.view(number)
    assert after.spans == ()
    assert after.suggestions == ()
    assert [d.verdict for d in after.decided.values()] == [Verdict.REJECTED]
    project.undo()
    assert project.view(number) == v


def test_gestures_leave_the_view_as_it_is() -> None:
    v, claim, actor, _ = linked()
    before = repr(v)
    gestures.delete(v, claim.id)
    gestures.relabel(v, SCHEMA, actor.id, "LOCATION")
    gestures.set_attribute(v, claim.id, "kind", "promise")
    assert repr(v) == before
