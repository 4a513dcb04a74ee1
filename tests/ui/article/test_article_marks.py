"""Numbers, levels and lanes of marks, and finding them by place."""

from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import Fragment
from desktop.core.resources import default_schema
from desktop.ui.article.marks import MOST_LANES, Marks, numbers

TEXT = "The mayor of Kyiv City Council in the capital said nested things happen in Kyiv today.\n" * 3
PIECE = st.tuples(st.integers(0, 80), st.integers(1, 40)).map(lambda p: Fragment(p[0], min(p[0] + p[1], 120)))
LABEL = st.sampled_from(["CLAIM", "ACTOR", "LOCATION", "GONE"])


def test_claims_are_numbered_in_text_order_one_number_for_all_fragments(build, schema):
    b = build(TEXT)
    late = b.span("CLAIM", "in Kyiv today")
    early = b.span("CLAIM", "The mayor", "nested things")
    b.span("ACTOR", "mayor")
    b.suggest("CLAIM", "capital")
    assert numbers(b.view(), schema) == {early.id: "C1", late.id: "C2"}


def test_suggestions_have_no_number(build, schema):
    b = build(TEXT)
    offered = b.suggest("CLAIM", "capital")
    assert Marks(b.view(), schema).by_id[offered.id].number == ""


def test_nested_marks_have_rising_levels(build, schema):
    b = build(TEXT)
    outer = b.span("ACTOR", "mayor of Kyiv City Council")
    inner = b.span("LOCATION", "Kyiv")
    middle = b.span("ACTOR", "Kyiv City Council")
    apart = b.span("ACTOR", "capital")
    marks = Marks(b.view(), schema).by_id
    assert [marks[x.id].level for x in (inner, middle, outer, apart)] == [0, 1, 2, 0]


def test_marks_with_the_same_borders_differ_in_level_and_edge(build, schema):
    b = build(TEXT)
    for label in ("ACTOR", "LOCATION", "ACTOR"):
        b.span(label, "Kyiv")
    marks = Marks(b.view(), schema)
    assert {m.level for m in marks.items} == {0, 1, 2}
    assert {p.nested_left for p in marks.between(0, 50)} == {0, 1, 2}
    assert {p.nested_right for p in marks.between(0, 50)} == {0, 1, 2}


def test_at_gives_the_innermost_first(build, schema):
    b = build(TEXT)
    claim = b.span("CLAIM", "mayor of Kyiv City Council in the capital")
    actor = b.span("ACTOR", "Kyiv City Council")
    place = b.span("LOCATION", "Kyiv")
    marks = Marks(b.view(), schema)
    at = TEXT.index("Kyiv")
    assert [m.id for m in marks.at(at)] == [place.id, actor.id, claim.id]
    assert [m.id for m in marks.at(at + 5)] == [actor.id, claim.id]
    assert marks.at(0) == []


def test_the_space_between_fragments_belongs_to_nothing(build, schema):
    b = build(TEXT)
    b.span("CLAIM", "The mayor", "nested things")
    assert Marks(b.view(), schema).at(TEXT.index("Kyiv")) == []


def test_brackets_beside_one_line_have_different_lanes(build, schema):
    b = build(TEXT)
    b.span("CLAIM", "The mayor")
    b.span("CLAIM", "Kyiv City Council")
    b.span("CLAIM", "mayor of Kyiv City Council in the capital")
    far = b.span("CLAIM", b.find("The mayor", 2))
    marks = Marks(b.view(), schema)
    assert {m.lane for m in marks.items if m.id != far.id} == {0, 1, 2}
    assert marks.by_id[far.id].lane == 0


def test_a_mark_beyond_the_text_is_left_out(build, schema):
    b = build(TEXT)
    b.span("ACTOR", Fragment(len(TEXT) - 2, len(TEXT) + 1))
    assert Marks(b.view(), schema).items == []


@given(st.lists(st.tuples(LABEL, PIECE), max_size=25), st.integers(0, 120), st.integers(1, 60))
def test_between_and_lanes_agree_with_a_plain_search(pieces, start, length):
    from annotation_schema.model import Article, ArticleId, Span, SpanId, Status
    from desktop.core.edits import State
    from desktop.core.view import ArticleView

    spans = tuple(Span(SpanId(i + 1), label, (piece,)) for i, (label, piece) in enumerate(pieces))
    view = ArticleView(ArticleId(1), Article("a", "", TEXT), "ana", State(Status.TODO, {}), spans)
    marks = Marks(view, default_schema())
    end = start + length
    expected = {s.id for s in spans if s.start < end and s.end > start}
    assert {p.mark.id for p in marks.between(start, end)} == expected
    assert {m.id for m in marks.brackets_between(start, end)} == {
        s.id for s in spans if s.id in expected and s.label == "CLAIM"
    }
    brackets = [m for m in marks.items if m.bracket]
    for mark in brackets:
        for other in brackets:
            if mark is not other and mark.start < other.end and other.start < mark.end and mark.crowd < MOST_LANES:
                assert mark.lane != other.lane
    families = [[m for m in marks.items if m.bracket], [m for m in marks.items if not m.bracket]]
    for family in families:
        for mark in family:
            for other in family:
                if mark is not other and mark.start < other.end and other.start < mark.end:
                    assert mark.level != other.level
