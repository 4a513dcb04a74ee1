"""What is marked while somebody works, that each fix mends what it is for, and that nothing else is marked."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from builders import TEXT, article, at, relation, span
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema import offsets, records
from annotation_schema.model import ArticleId, Decision, Fragment, Relation, Span, SuggestionId, Verdict
from annotation_schema.schema import LabelSchema
from desktop.core.borders import NONE
from desktop.core.edits import State
from desktop.core.gestures.common import Sources
from desktop.core.history import Picture, carried_out
from desktop.core.lint import Linter, lint
from desktop.core.lint_mark import LintCode, LintMark, LintSeverity
from desktop.core.resources import default_schema, sample_record_file
from desktop.core.view import ArticleView, Status

sys.path.insert(0, str(Path(__file__).parents[1] / "schema"))
from adversarial import FIREMAN, PIECES

SCHEMA = default_schema()
KYIV, LVIV, OLENA = at(TEXT, "Kyiv"), at(TEXT, "Lviv"), at(TEXT, "Olena Bondar")
SECOND_KYIV = at(TEXT, "Kyiv", occurrence=2)
PERSON, LITERAL = {"type": "person"}, {"reading": "literal"}
CLAIM_ATTRIBUTES = {"kind": "prediction", "claimant": "AUTHOR"}


def view(*spans: Span, text: str = TEXT, relations: tuple[Relation, ...] = (), **fields: object) -> ArticleView:
    ordered = tuple(sorted(spans, key=lambda s: (s.start, -s.end, s.id)))
    values = {"article": article(text=text), "annotator": "Ada", "state": State(Status.STARTED, {}), "spans": ordered}
    return ArticleView(ArticleId(1), relations=relations, **{**values, **fields})  # type: ignore[arg-type]


def actor(*fragments: Fragment, **attributes: str) -> Span:
    return span("ACTOR", *fragments, attributes=attributes or PERSON)


def place(*fragments: Fragment) -> Span:
    return span("LOCATION", *fragments, attributes=LITERAL)


def claim(*fragments: Fragment, **attributes: str) -> Span:
    return span("CLAIM", *fragments, attributes=attributes or CLAIM_ATTRIBUTES)


def marks(v: ArticleView, schema: LabelSchema = SCHEMA) -> list[LintMark]:
    return list(lint(v, schema))


def only(v: ArticleView, code: LintCode, schema: LabelSchema = SCHEMA) -> LintMark:
    found = marks(v, schema)
    assert [m.code for m in found] == [code], found
    return found[0]


def mended(v: ArticleView, mark: LintMark) -> ArticleView:
    assert mark.fix is not None
    picture = carried_out(Picture.of(v), mark.fix, v.id)
    return picture.view(v)


def surfaces(v: ArticleView) -> list[str]:
    return [offsets.display_surface(v.article.text, s.fragments) for s in v.spans]


def test_finished_work_has_no_marks() -> None:
    olena = actor(OLENA)
    by_olena = claim(at(TEXT, "We wait"), at(TEXT, "and hope"), kind="prediction")
    done = view(place(KYIV), olena, by_olena, relations=(relation("CLAIMANT", by_olena, olena),))
    assert marks(done) == []
    assert marks(view(claim(Fragment(0, 20)))) == [], "a value that stands for the claimant"


def test_a_claim_without_claimant_and_required_values() -> None:
    bare = span("CLAIM", at(TEXT, "We wait"))
    missing, attribution = marks(view(bare))
    assert (missing.code, missing.attribute) == (LintCode.ATTRIBUTE_MISSING, "kind")
    assert missing.message == "Claim “We wait” needs a value for Kind." and missing.fix is None
    assert (attribution.code, attribution.type) == (LintCode.ATTRIBUTION_MISSING, "CLAIMANT")
    assert attribution.message == "Claim “We wait” has no claimant." and attribution.span == bare.id
    off = replace(SCHEMA, relations=tuple(replace(r, enabled=False) for r in SCHEMA.relations))
    assert [m.code for m in marks(view(bare), off)] == [LintCode.ATTRIBUTE_MISSING]


def test_a_required_value_with_a_default_has_a_fix() -> None:
    labels = tuple(
        replace(x, attributes=tuple(replace(a, default="literal") if a.name == "reading" else a for a in x.attributes))
        for x in SCHEMA.labels
    )
    schema = replace(SCHEMA, labels=labels)
    v = view(span("LOCATION", KYIV))
    mark = only(v, LintCode.ATTRIBUTE_MISSING, schema)
    assert mended(v, mark).spans[0].attributes == LITERAL
    required = replace(SCHEMA.article_attributes[0], required=True)
    at_start = only(view(), LintCode.ATTRIBUTE_MISSING, replace(SCHEMA, article_attributes=(required,)))
    assert at_start.span is None and at_start.position == 0


@pytest.mark.parametrize(
    ("part", "told", "after"),
    [
        ("Kyiv ", "ends with white space", "Kyiv"),
        (" said", "begins with white space", "said"),
        ("“We wait,”", "begins with a quote mark and ends with a quote mark", "We wait"),
        ("Olena Bondar said.", "ends with “.”", "Olena Bondar said"),
        (" agreed, ", "begins with white space and ends with white space", "agreed"),
    ],
)
def test_borders(part: str, told: str, after: str) -> None:
    v = view(actor(at(TEXT, part)))
    mark = only(v, LintCode.BORDER)
    assert f" {told}." in mark.message
    fixed = mended(v, mark)
    assert surfaces(fixed) == [after] and marks(fixed) == []
    assert lint(v, SCHEMA, rules=NONE) == ()


def test_a_fix_never_makes_a_second_equal_span() -> None:
    right, wrong = actor(OLENA), actor(Fragment(OLENA.start, OLENA.end + 1))
    assert only(view(right, wrong), LintCode.BORDER).fix is None


def test_a_border_inside_a_word_or_a_character() -> None:
    v = view(actor(Fragment(OLENA.start, OLENA.end - 2)))
    mark = only(v, LintCode.WORD_CUT)
    assert surfaces(mended(v, mark)) == ["Olena Bondar"]
    text = f"a {FIREMAN} b"
    v = view(actor(Fragment(0, 4)), text=text)
    assert surfaces(mended(v, only(v, LintCode.CHARACTER_CUT))) == [f"a {FIREMAN}"]
    text = "cafe\u0301 noir"
    v = view(actor(Fragment(0, 4)), text=text)
    assert surfaces(mended(v, only(v, LintCode.CHARACTER_CUT))) == ["cafe\u0301"]


def test_parts_that_are_odd() -> None:
    comma = at(TEXT, ", ")
    v = view(claim(KYIV, comma))
    assert surfaces(mended(v, only(v, LintCode.EMPTY_PART))) == ["Kyiv"]
    alone = only(view(actor(comma)), LintCode.EMPTY_PART)
    assert alone.fix is None
    v = view(claim(KYIV, at(TEXT, "and")))
    assert surfaces(mended(v, only(v, LintCode.PARTS_TOUCH))) == ["Kyiv and"]
    assert marks(view(actor(Fragment(0, 1)), text="€ 5")) == [], "a sign may stand for itself"


def test_the_same_tagged_otherwise_elsewhere() -> None:
    text = "Brussels said no. Brussels is wet. Brussels fell. Brussels rose."
    here = [at(text, "Brussels", occurrence=n) for n in (1, 2, 3, 4)]
    odd = actor(here[0])
    mark = only(view(odd, place(here[1]), place(here[2]), text=text), LintCode.TAGGED_OTHERWISE)
    assert mark.span == odd.id and mark.severity is LintSeverity.HINT and mark.fix is None
    assert mark.message == "Actor “Brussels” is tagged as Location 2 times elsewhere in this article."
    both = (actor(here[0]), place(here[0]), actor(here[1]), place(here[1]))
    assert marks(view(*both, text=text)) == [], "both labels on each place are meant"


def test_links_out_of_place() -> None:
    olena, said = actor(OLENA), claim(at(TEXT, "We wait"), kind="prediction")
    v = view(olena, said, relations=(relation("CLAIMANT", olena, said),))
    assert [m.code for m in marks(v)] == [LintCode.LINK_ENDS, LintCode.ATTRIBUTION_MISSING]
    fixed = mended(v, marks(v)[0])
    assert [(r.source, r.target) for r in fixed.relations] == [(said.id, olena.id)] and marks(fixed) == []
    kyiv = place(KYIV)
    v = view(olena, kyiv, relations=(relation("AFFILIATION", olena, kyiv),))
    mark = only(v, LintCode.LINK_ENDS)
    assert mark.severity is LintSeverity.ERROR and mark.relation == v.relations[0].id
    assert mended(v, mark).relations == ()


def test_links_twice_and_beside_a_value() -> None:
    olena, said = actor(OLENA), claim(at(TEXT, "We wait"))
    first, again = relation("CLAIMANT", said, olena), relation("CLAIMANT", said, olena)
    v = view(olena, said, relations=(first, again))
    value, twice = sorted(marks(v), key=lambda m: m.code)
    assert (value.code, twice.code) == (LintCode.LINK_AND_VALUE, LintCode.LINK_TWICE)
    assert mended(v, twice).relations == (first,)
    assert "claimant" not in mended(v, value).spans[-1].attributes


def test_duplicates_lose_nothing() -> None:
    olena, again = actor(OLENA), actor(OLENA)
    v = view(olena, again)
    assert mended(v, only(v, LintCode.DUPLICATE)).spans == (olena,)
    noted = replace(again, attributes={**PERSON, "note": "?"})
    assert mended(view(olena, noted), only(view(olena, noted), LintCode.DUPLICATE)).spans == (noted,)
    other = replace(olena, attributes={"type": "state", "mention": "name"})
    assert only(view(other, noted), LintCode.DUPLICATE).fix is None
    decided = {SuggestionId(3): Decision("Ada", Verdict.ACCEPTED, again.id)}
    assert only(view(olena, again, decided=decided), LintCode.DUPLICATE).fix is None


texts = st.lists(st.sampled_from(PIECES) | st.sampled_from([*"“”’.,( "]) | st.text(max_size=4), min_size=1).map("".join)


@given(texts.filter(bool), st.data())
def test_fixes_mend_and_end(text: str, data: st.DataObject) -> None:
    spans: list[Span] = []
    for _ in range(data.draw(st.integers(1, 4))):
        pairs = data.draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2), min_size=1, max_size=3))
        fragments = offsets.merge(Fragment(min(p), max(p)) for p in pairs if p[0] != p[1])
        if fragments:
            label = data.draw(st.sampled_from(("CLAIM", "ACTOR", "LOCATION", "GONE")))
            spans.append(span(label, *fragments, attributes={"kind": "x", "type": "x", "reading": "x"}))
    v = view(*spans, text=text)
    for _ in range(60):
        fixable = [m for m in marks(v) if m.fix is not None]
        if not fixable:
            break
        one = data.draw(st.sampled_from(fixable))
        v = mended(v, one)
        for s in v.spans:
            assert s.fragments == offsets.merge(s.fragments) and s.end <= len(text)
    else:
        pytest.fail("fixing goes on for ever")


def test_the_sample_articles_are_nearly_clean() -> None:
    for line in sample_record_file().read_bytes().splitlines():
        record, _ = records.from_json(json.loads(line))
        for one in record.annotations:
            v = ArticleView(ArticleId(1), record.article, one.annotator, State.of(one), one.spans, one.relations)
            slips = {LintCode.BORDER, LintCode.WORD_CUT, LintCode.EMPTY_PART, LintCode.LINK_ENDS, LintCode.DUPLICATE}
            assert [m.message for m in marks(v) if m.code in slips and "says" not in m.message] == []


def test_time_is_in_step_with_the_length() -> None:
    words = "Kyiv said that the plan of the harbour council would go on. "

    def of(count: int) -> float:
        spans = [actor(Fragment(n * 48, n * 48 + 20 + n % 7)) for n in range(count)]
        v = view(*spans, text=words * count)
        return min(_timed(v) for _ in range(5))

    assert of(800) < 24 * max(of(100), 0.001)


def _timed(v: ArticleView) -> float:
    began = time.process_time()
    lint(v, SCHEMA)
    return time.process_time() - began


FIXED = Sources(now=lambda: "2026-01-01T00:00:00.000Z")
PLACES = [at(TEXT, w) for w in ("Kyiv", "Lviv", "Olena Bondar", "Kyiv ", " Lviv", "Bondar")]


@given(st.data())
def test_what_is_kept_of_a_span_is_what_would_be_found_anew(data: st.DataObject) -> None:
    linter = Linter()
    spans: dict[int, Span] = {}
    links: list[Relation] = []
    for _ in range(data.draw(st.integers(1, 6))):
        what = data.draw(st.sampled_from(["add", "change", "remove", "link", "unlink"]))
        if what == "add" or not spans:
            label = data.draw(st.sampled_from(["ACTOR", "CLAIM", "LOCATION"]))
            new = span(label, data.draw(st.sampled_from(PLACES)))
            spans[new.id] = new
        elif what == "change":
            old = spans[data.draw(st.sampled_from(sorted(spans)))]
            fragments = (data.draw(st.sampled_from(PLACES)),)
            spans[old.id] = replace(old, fragments=fragments, attributes=data.draw(st.sampled_from([{}, PERSON])))
        elif what == "remove":
            gone = spans.pop(data.draw(st.sampled_from(sorted(spans))))
            links = [r for r in links if gone.id not in (r.source, r.target)]
        elif what == "link":
            ends = [spans[data.draw(st.sampled_from(sorted(spans)))] for _ in range(2)]
            links.append(relation("CLAIMANT", ends[0], ends[1]))
        elif links:
            links.pop()
        now = view(*spans.values(), relations=tuple(links))
        assert linter.look(now, SCHEMA, sources=FIXED) == lint(now, SCHEMA, sources=FIXED)
        other = replace(now, id=ArticleId(2), article=article(text=TEXT.replace("Kyiv", "Lviv")))
        if data.draw(st.booleans()):  # another article between, of the same spans
            assert linter.look(other, SCHEMA, sources=FIXED) == lint(other, SCHEMA, sources=FIXED)
            assert linter.look(now, SCHEMA, sources=FIXED, rules=NONE) == lint(now, SCHEMA, sources=FIXED, rules=NONE)


def test_the_work_can_be_done_in_slices() -> None:
    linter = Linter()
    v = crowded()
    slices = 1
    while not linter.prepare(v, SCHEMA, count_to(100)):
        slices += 1
    assert slices == 8
    assert linter.prepare(v, SCHEMA, lambda: pytest.fail("nothing is left to do"))
    assert [m.message for m in linter.look(v, SCHEMA)] == [m.message for m in lint(v, SCHEMA)]


def test_a_change_of_one_span_costs_little_where_every_border_is_wrong() -> None:
    v = crowded()
    linter = Linter()
    linter.look(v, SCHEMA)
    anew = min(_timed(v) for _ in range(3))
    spent = []
    for n in range(3):
        changed = replace(v, spans=(*v.spans[:n], replace(v.spans[n], attributes={}), *v.spans[n + 1 :]))
        began = time.process_time()
        linter.look(changed, SCHEMA)
        spent.append(time.process_time() - began)
    assert min(spent) < anew / 3, f"{min(spent) * 1000:.1f} ms, {anew * 1000:.1f} ms anew"


def crowded() -> ArticleView:
    """700 spans with a slip at every border."""
    text = "Kyiv said, that the “plan” of the harbour council would go on. " * 700
    spans = [actor(Fragment(n * 63 + 9, n * 63 + 27)) for n in range(700)]
    return view(*spans, text=text)


def count_to(n: int):
    """Return a question that is answered with yes at the n-th time."""
    left = [n]

    def enough() -> bool:
        left[0] -= 1
        return left[0] <= 0

    return enough
