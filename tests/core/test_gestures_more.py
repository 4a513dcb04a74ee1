"""Moving borders, joining and splitting, accepting with links, memory and notes: what each makes and refuses."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from builders import TEXT, article, at, record, relation, span
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema import offsets
from annotation_schema.model import (
    ArticleId,
    ArticleRecord,
    Decision,
    Fragment,
    OriginKind,
    RelationId,
    Span,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
    SuggestionSet,
    Verdict,
)
from annotation_schema.schema import LabelSchema
from desktop.core import gestures, graphemes
from desktop.core.edits import AddRelation, AddSpan, State, Step
from desktop.core.errors import AppError, ErrorCode
from desktop.core.gestures import Memory, Side, Unit
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import ArticleView, Status

sys.path.insert(0, str(Path(__file__).parents[1] / "schema"))
from adversarial import FIREMAN, PIECES

SCHEMA = default_schema()
KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
QUOTE = (at(TEXT, "We wait"), at(TEXT, "and hope"))


def view(*spans: Span, text: str = TEXT, **fields: object) -> ArticleView:
    ordered = tuple(sorted(spans, key=lambda s: (s.start, -s.end, s.id)))
    values = {"article": article(text=text), "annotator": "Ada", "state": State(Status.TODO, {}), "spans": ordered}
    return ArticleView(ArticleId(1), **{**values, **fields})  # type: ignore[arg-type]


def refusal(what: object, *args: object, **options: object) -> str:
    with pytest.raises(AppError) as caught:
        what(*args, **options)  # type: ignore[operator]
    assert caught.value.code == ErrorCode.EDIT_REFUSED
    return caught.value.message


def surface(text: str, step: Step | None) -> str:
    assert step is not None
    return offsets.display_surface(text, step.parts[0].edits[0].after.fragments)  # type: ignore[union-attr]


# borders


@pytest.mark.parametrize(
    ("side", "unit", "direction", "after"),
    [
        (Side.END, Unit.WORD, 1, "Lviv agreed"),
        (Side.START, Unit.WORD, -1, "and Lviv"),
        (Side.END, Unit.CHARACTER, 1, "Lviv "),
        (Side.END, Unit.CHARACTER, -1, "Lvi"),
        (Side.START, Unit.CHARACTER, 1, "viv"),
        (Side.START, Unit.CHARACTER, -1, " Lviv"),
    ],
)
def test_a_border_moves_by_word_or_character(side: Side, unit: Unit, direction: int, after: str) -> None:
    lviv = span("LOCATION", LVIV)
    step = gestures.move_border(view(lviv), lviv.id, side, unit, direction, schema=SCHEMA)
    assert surface(TEXT, step) == after
    assert step is not None and step.words == f"move the {side.value} of Location “Lviv”"


def test_a_border_stops_at_the_text_and_at_the_other_border() -> None:
    whole = span("CLAIM", Fragment(0, len(TEXT)))
    for side, direction in ((Side.START, -1), (Side.END, 1)):
        for unit in Unit:
            assert gestures.move_border(view(whole), whole.id, side, unit, direction) is None
    one = span("LOCATION", Fragment(0, 1))
    assert gestures.move_border(view(one), one.id, Side.END, Unit.CHARACTER, -1) is None
    assert gestures.move_border(view(one), one.id, Side.START, Unit.WORD, 1) is None


def test_parts_that_come_to_touch_are_joined() -> None:
    claim = span("CLAIM", Fragment(0, 4), Fragment(5, 8))
    step = gestures.move_border(view(claim), claim.id, Side.END, Unit.CHARACTER, 1, fragment=Fragment(0, 4))
    assert surface(TEXT, step) == "Kyiv and"


texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), min_size=1, max_size=8).map("".join).filter(bool)


@given(texts, st.data())
def test_moving_never_splits_a_character_and_always_goes_the_way_it_should(text: str, data: st.DataObject) -> None:
    start = graphemes.floor(text, data.draw(st.integers(0, len(text) - 1)))
    end = graphemes.ceil(text, data.draw(st.integers(start + 1, len(text))))
    one = span("CLAIM", Fragment(start, end))
    side, unit = data.draw(st.sampled_from(Side)), data.draw(st.sampled_from(Unit))
    direction = data.draw(st.sampled_from((-1, 1)))
    step = gestures.move_border(view(one, text=text), one.id, side, unit, direction, schema=SCHEMA)
    if step is None:
        return
    (after,) = step.parts[0].edits[0].after.fragments  # type: ignore[union-attr]
    assert graphemes.is_border(text, after.start) and graphemes.is_border(text, after.end)
    if side is Side.START:
        assert after.end == end and (after.start > start) == (direction > 0) and after.start != start
    else:
        assert after.start == start and (after.end > end) == (direction > 0) and after.end != end


def test_an_emoji_of_four_code_points_is_one_step() -> None:
    text = f"a{FIREMAN}b"
    one = span("CLAIM", Fragment(0, 1))
    step = gestures.move_border(view(one, text=text), one.id, Side.END, Unit.CHARACTER, 1)
    assert surface(text, step) == f"a{FIREMAN}"


# joining and splitting


def test_joining_moves_links_and_verdicts_and_fills_attributes() -> None:
    first = span("CLAIM", QUOTE[0], attributes={"stance": "supportive"})
    second = span("CLAIM", QUOTE[1], attributes={"stance": "neutral", "form": "direct quote"})
    olena, kyiv = span("ACTOR", OLENA), span("LOCATION", KYIV)
    links = (
        relation("CLAIMANT", first, olena),
        relation("CLAIMANT", second, olena),
        relation("OBJECT", second, kyiv),
    )
    decided = {SuggestionId(5): Decision("Ada", Verdict.ACCEPTED, second.id)}
    v = view(first, second, olena, kyiv, relations=links, decided=decided)
    step = gestures.join(v, [second.id, first.id], schema=SCHEMA)
    assert step.words == "join 2 spans into Claim “We wait … and hope”"
    kinds = [type(e).__name__ for e in step.parts[0].edits]
    assert kinds == ["RemoveRelation", "ChangeRelation", "Decide", "RemoveSpan", "ChangeSpan"]
    after = step.parts[0].edits[-1].after  # type: ignore[union-attr]
    assert after.id == first.id and after.fragments == QUOTE
    assert after.attributes == {"stance": "supportive", "form": "direct quote"}


def test_what_cannot_be_joined() -> None:
    kyiv, lviv, claim = span("LOCATION", KYIV), span("LOCATION", LVIV), span("CLAIM", *QUOTE)
    v = view(kyiv, lviv, claim)
    assert refusal(gestures.join, v, [kyiv.id]) == "Joining takes two spans."
    assert refusal(gestures.join, v, [kyiv.id, claim.id]) == "Only spans of one label can be joined."
    assert refusal(gestures.join, v, [kyiv.id, lviv.id], schema=SCHEMA) == "A span of Location has at most one part."


def test_a_part_becomes_a_span_and_joining_takes_it_back() -> None:
    claim = span("CLAIM", *QUOTE, attributes={"stance": "neutral"})
    step = gestures.split_off(view(claim), claim.id, QUOTE[1], schema=SCHEMA)
    change, add = step.parts[0].edits
    assert change.after.fragments == (QUOTE[0],)  # type: ignore[union-attr]
    assert isinstance(add, AddSpan) and add.span.fragments == (QUOTE[1],)
    assert add.span.attributes == claim.attributes
    joined = gestures.join(view(change.after, add.span), [claim.id, add.span.id])  # type: ignore[union-attr]
    assert joined.parts[0].edits[-1].after.fragments == QUOTE  # type: ignore[union-attr]
    olena = span("ACTOR", OLENA)
    assert refusal(gestures.split_off, view(olena), olena.id, OLENA) == "The span has only one part."


def test_a_span_is_split_at_the_caret_without_white_space_at_the_borders() -> None:
    both = span("CLAIM", Fragment(0, 13))
    step = gestures.split_at(view(both), both.id, KYIV.end + 1, schema=SCHEMA)
    change, add = step.parts[0].edits
    assert offsets.display_surface(TEXT, change.after.fragments) == "Kyiv"  # type: ignore[union-attr]
    assert offsets.display_surface(TEXT, add.span.fragments) == "and Lviv"  # type: ignore[union-attr]
    assert refusal(gestures.split_at, view(both), both.id, 0) == "A span is split inside of it."


# suggestions


def suggestion(number: int, label: str, *fragments: Fragment, score: float | None = None) -> Suggestion:
    return Suggestion(SuggestionId(number), label, "X", fragments, "p", "1", {}, score)


CLAIM_S, OLENA_S = suggestion(1, "CLAIM", *QUOTE), suggestion(2, "ACTOR", OLENA)
BOTH = {
    "suggestions": (OLENA_S, CLAIM_S),
    "suggested_relations": (SuggestedRelation(RelationId(9), "CLAIMANT", CLAIM_S.id, OLENA_S.id),),
}


def relations_in(step: Step) -> list[tuple[str, int, int]]:
    return [
        (e.relation.type, e.relation.source, e.relation.target)
        for e in step.parts[0].edits
        if isinstance(e, AddRelation)
    ]


def spans_in(step: Step) -> list[Span]:
    return [e.span for e in step.parts[0].edits if isinstance(e, AddSpan)]


def test_a_claim_brings_its_claimant() -> None:
    step = gestures.accept(view(**BOTH), CLAIM_S.id, schema=SCHEMA)
    claim, actor = spans_in(step)
    assert (claim.label, actor.label) == ("CLAIM", "ACTOR")
    assert relations_in(step) == [("CLAIMANT", claim.id, actor.id)]
    assert step.words == "accept “We wait … and hope” as Claim with “Olena Bondar”"


def test_an_actor_does_not_bring_the_claim_but_is_linked_to_one_that_is_there() -> None:
    assert len(spans_in(gestures.accept(view(**BOTH), OLENA_S.id, schema=SCHEMA))) == 1
    claim = span("CLAIM", *QUOTE)
    v = view(claim, **{**BOTH, "suggestions": (OLENA_S,)}, stands_for={CLAIM_S.id: claim.id})
    step = gestures.accept(v, OLENA_S.id, schema=SCHEMA)
    assert relations_in(step) == [("CLAIMANT", claim.id, spans_in(step)[0].id)]
    by_author = replace(claim, attributes={"claimant": "AUTHOR"})
    v = view(by_author, **{**BOTH, "suggestions": (OLENA_S,)}, stands_for={CLAIM_S.id: claim.id})
    assert relations_in(gestures.accept(v, OLENA_S.id, schema=SCHEMA)) == []


def test_links_that_the_schema_does_not_allow_are_left_out() -> None:
    step = gestures.accept(view(**BOTH), CLAIM_S.id, label="LOCATION", fragments=[QUOTE[0]], schema=SCHEMA)
    assert relations_in(step) == []
    link = SuggestedRelation(RelationId(9), "NO_SUCH", CLAIM_S.id, OLENA_S.id)
    assert relations_in(gestures.accept_all(view(**{**BOTH, "suggested_relations": (link,)}), schema=SCHEMA)) == []


def test_a_claim_brings_every_claimant_and_its_cue_with_their_attributes_and_provenance() -> None:
    kyiv = Suggestion(SuggestionId(5), "ACTOR", "GPE", (KYIV,), "p", "1", {"mention": "name"}, 0.7)
    cue = suggestion(6, "CUE", at(TEXT, "said"))
    quote = replace(CLAIM_S, attributes={"form": "direct quote"})
    links = (
        SuggestedRelation(RelationId(9), "CLAIMANT", CLAIM_S.id, OLENA_S.id),
        SuggestedRelation(RelationId(10), "CLAIMANT", CLAIM_S.id, kyiv.id),
        SuggestedRelation(RelationId(11), "CUE_OF", cue.id, CLAIM_S.id),
    )
    v = view(suggestions=(kyiv, OLENA_S, quote, cue), suggested_relations=links)
    step = gestures.accept(v, CLAIM_S.id, schema=SCHEMA)
    made = {s.label: s for s in spans_in(step)}
    assert [s.fragments for s in spans_in(step)] == [QUOTE, (OLENA,), (KYIV,), (at(TEXT, "said"),)]
    assert made["CLAIM"].attributes["form"] == "direct quote" and made["ACTOR"].attributes["mention"] == "name"
    assert all(s.origin.kind is OriginKind.SUGGESTION and s.origin.details["pipeline"] == "p" for s in spans_in(step))
    assert made["ACTOR"].origin.details["score"] == 0.7
    claim, olena, place, said = (s.id for s in spans_in(step))
    assert relations_in(step) == [("CLAIMANT", claim, olena), ("CLAIMANT", claim, place), ("CUE_OF", said, claim)]
    assert len(spans_in(gestures.accept(v, cue.id, schema=SCHEMA))) == 1  # a cue brings nothing


def test_a_rejected_claimant_leaves_the_slot_open() -> None:
    step = gestures.accept(view(**{**BOTH, "suggestions": (CLAIM_S,)}), CLAIM_S.id, schema=SCHEMA)
    assert [s.label for s in spans_in(step)] == ["CLAIM"] and relations_in(step) == []
    assert "claimant" not in spans_in(step)[0].attributes


def test_under_another_label_nothing_is_brought_that_cannot_be_linked() -> None:
    step = gestures.accept(view(**BOTH), CLAIM_S.id, label="LOCATION", fragments=[QUOTE[0]], schema=SCHEMA)
    assert [s.label for s in spans_in(step)] == ["LOCATION"]


def test_a_claim_whose_claimant_was_decided_gets_no_other_by_accepting_an_actor() -> None:
    claim, kyiv = span("CLAIM", *QUOTE), span("ACTOR", KYIV)
    known = {**BOTH, "suggestions": (OLENA_S,), "stands_for": {CLAIM_S.id: claim.id}}
    v = view(claim, kyiv, relations=(relation("CLAIMANT", claim, kyiv),), **known)
    assert relations_in(gestures.accept(v, OLENA_S.id, schema=SCHEMA)) == []


def test_accepting_all_links_once() -> None:
    step = gestures.accept_all(view(**BOTH), schema=SCHEMA)
    assert len(spans_in(step)) == 2 and len(relations_in(step)) == 1
    assert step.words == "accept 2 suggestions"


def test_accepting_with_other_borders_decides_the_suggestion() -> None:
    step = gestures.accept(view(**BOTH), OLENA_S.id, fragments=[at(TEXT, "Olena")], schema=SCHEMA)
    made = spans_in(step)[0]
    assert made.fragments == (at(TEXT, "Olena"),) and made.origin.details["suggestion"]
    assert step.words == "accept “Olena” as Actor"


def test_accepting_a_label_and_above_a_score() -> None:
    places = (suggestion(3, "LOCATION", KYIV, score=0.9), suggestion(4, "LOCATION", LVIV, score=0.4))
    v = view(suggestions=(*places, OLENA_S))
    assert gestures.accept_label(v, "LOCATION", schema=SCHEMA).words == "accept 2 suggestions of Location"
    assert gestures.scored_above(v, 0.4) == places
    assert gestures.accept_above(v, 0.9, schema=SCHEMA).words == "accept “Kyiv” as Location"
    assert gestures.accept_above(v, 0.1, schema=SCHEMA).words == "accept 2 suggestions scored 0.1 or more"
    assert "score of 0.95" in refusal(gestures.accept_above, v, 0.95)
    assert refusal(gestures.accept_label, v, "CLAIM", schema=SCHEMA).startswith("There are no open suggestions of")


@pytest.fixture
def suggested(project: Project) -> ArticleId:
    one = article("a2")
    relations = (SuggestedRelation(RelationId(9), "CLAIMANT", CLAIM_S.id, OLENA_S.id),)
    project.add_articles([ArticleRecord(one, (), SuggestionSet((OLENA_S, CLAIM_S), relations))])
    found = project.article_id("a2")
    assert found is not None
    return found


def test_accepting_then_editing_leaves_one_span(project: Project, suggested: ArticleId) -> None:
    project.apply(gestures.accept(project.view(suggested), OLENA_S.id, schema=SCHEMA))
    (made,) = project.view(suggested).spans
    step = gestures.move_border(project.view(suggested), made.id, Side.START, Unit.WORD, 1, schema=SCHEMA)
    assert step is not None
    project.apply(step)
    after = project.view(suggested)
    assert [offsets.surface(TEXT, s.fragments) for s in after.spans] == ["Bondar"]
    assert [s.label for s in after.suggestions] == ["CLAIM"], "the suggestion it came from is decided"
    project.apply(gestures.accept(after, after.suggestions[0].id, schema=SCHEMA))
    done = project.view(suggested)
    assert [(r.type, r.target) for r in done.relations] == [("CLAIMANT", made.id)], "linked to what it became"
    for _ in range(3):
        project.undo()
    assert project.view(suggested).spans == () and len(project.view(suggested).suggestions) == 2


def test_joining_is_undone_whole(project: Project) -> None:
    first, second, olena = span("CLAIM", QUOTE[0]), span("CLAIM", QUOTE[1]), span("ACTOR", OLENA)
    link = relation("CLAIMANT", second, olena)
    project.add_articles([record(article("j"), first, second, olena, relations=[link])])
    number = project.article_id("j")
    assert number is not None
    before = project.view(number)
    project.apply(gestures.join(before, [first.id, second.id], schema=SCHEMA))
    joined = project.view(number)
    assert [len(s.fragments) for s in joined.spans if s.label == "CLAIM"] == [2]
    assert joined.relations[0].source == first.id
    project.undo()
    assert project.view(number) == before


# links to what is not tagged yet


def test_tagging_and_linking_is_one_step() -> None:
    claim = span("CLAIM", *QUOTE)
    step = gestures.tag_and_link(view(claim), SCHEMA, "CLAIMANT", claim.id, [OLENA])
    (made,) = spans_in(step)
    assert made.label == "ACTOR" and relations_in(step) == [("CLAIMANT", claim.id, made.id)]
    assert step.words == "link “We wait … and hope” to “Olena Bondar” as Claimant"
    there = span("ACTOR", OLENA)
    step = gestures.tag_and_link(view(claim, there), SCHEMA, "CLAIMANT", claim.id, [OLENA])
    assert spans_in(step) == [] and relations_in(step) == [("CLAIMANT", claim.id, there.id)]
    step = gestures.tag_and_link(view(claim, suggestions=(OLENA_S,)), SCHEMA, "CLAIMANT", claim.id, [OLENA])
    assert spans_in(step)[0].origin.kind.value == "suggestion"
    by_author = span("CLAIM", *QUOTE, attributes={"claimant": "AUTHOR"})
    step = gestures.tag_and_link(view(by_author), SCHEMA, "CLAIMANT", by_author.id, [OLENA])
    assert [type(e).__name__ for e in step.parts[0].edits] == ["AddSpan", "ChangeSpan", "AddRelation"]


# memory, notes


def remembering(label: str, attribute: str) -> LabelSchema:
    def changed(x: object) -> object:
        return replace(x, attributes=tuple(replace(a, remembered=a.name == attribute) for a in x.attributes))  # type: ignore

    return replace(SCHEMA, labels=tuple(changed(x) if x.name == label else x for x in SCHEMA.labels))  # type: ignore


def test_the_last_label_and_remembered_values_are_used_again() -> None:
    schema = remembering("ACTOR", "type")
    assert "repeated" in refusal(gestures.repeat, view(), schema, Memory(), [KYIV])
    first = gestures.tag(view(), schema, "ACTOR", [KYIV], attributes={"type": "state", "mention": "name"})
    memory = Memory().after(first, schema)
    assert memory.label == "ACTOR"
    again = gestures.repeat(view(), schema, memory, [LVIV])
    assert spans_in(again)[0].attributes == {"type": "state"}, "only what the schema says is remembered"
    made = spans_in(again)[0]
    memory = memory.after(gestures.set_attribute(view(made), made.id, "type", None), schema)
    assert memory.attributes(schema, "ACTOR") == {}
    memory = memory.after(gestures.set_attribute(view(made), made.id, "type", "person"), schema)
    assert gestures.load_memory(json.loads(json.dumps(memory.dump()))) == memory
    assert gestures.load_memory({"label": 3, "values": [1, ["a"], ["a", "b", ["x", "y"]]]}) == Memory(
        "", {("a", "b"): ("x", "y")}
    )


def test_a_note_goes_on_any_span() -> None:
    kyiv = span("LOCATION", KYIV)
    step = gestures.set_note(view(kyiv), kyiv.id, " which one? \n", schema=SCHEMA)
    noted = step.parts[0].edits[0].after  # type: ignore[union-attr]
    assert noted.attributes == {"note": "which one?"}
    assert step.words == "write the note on Location “Kyiv”"
    assert gestures.set_note(view(noted), kyiv.id, "which one?").parts == ()
    gone = gestures.set_note(view(noted), kyiv.id, " ", schema=SCHEMA)
    assert gone.words == "take away the note on Location “Kyiv”"
    assert gone.parts[0].edits[0].after.attributes == {}  # type: ignore[union-attr]
