"""Lines on the page: made when needed, found again from points, right-to-left set from the right."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core import graphemes
from desktop.ui.article import geometry
from desktop.ui.article.text_layout import KEPT, ArticleLayout
from desktop.ui.article.typography import LARGEST, SMALLEST, Typography

PARTS = st.sampled_from(
    [
        "word ",
        "Kyiv",
        " ",
        "\n",
        "\n\n",
        "e\u0301",
        "\U0001f468\u200d\U0001f692",
        "שלום ",
        "قال ",
        "2025 ",
        "\u2028",
        "\u00ad",
    ]
)
TEXT = st.lists(PARTS, min_size=1, max_size=40).map("".join)
PARAGRAPH = "The deputy commander of the brigade, battling along the front, called the situation difficult. "


@pytest.fixture
def lay(faces):
    def make(text, title="", width=400.0, size=17):
        return ArticleLayout(text, title, Typography(size), width)

    return make


def finish(layout):
    while layout.lay_next(50):
        pass


def test_nothing_is_laid_out_before_it_is_asked_for(lay):
    layout = lay("\n\n".join(PARAGRAPH * 3 for _ in range(500)))
    assert not layout.is_exact
    assert len(layout._kept) == 0
    seen = list(layout.visible(0, 600))
    assert 1 <= len(seen) <= 12
    assert len(layout._kept) == len(seen)


def test_heights_become_exact_and_do_not_change_any_more(lay):
    layout = lay("\n\n".join(PARAGRAPH * (i % 5 + 1) for i in range(300)))
    finish(layout)
    assert layout.is_exact
    total = layout.total_height
    for index in range(0, 300, 7):
        laid = layout.laid(index)
        assert layout.bottom(index) - layout.top(index) == len(laid.block.line_starts) * laid.line_height
    assert layout.total_height == total


def test_laying_out_what_is_visible_does_not_move_what_lies_above(lay):
    layout = lay("\n\n".join(PARAGRAPH * (i % 9 + 1) for i in range(400)))
    y = layout.total_height / 2
    index = layout.index_at(y)
    top = layout.top(index)
    list(layout.visible(y, y + 800))
    assert layout.top(index) == top


def test_layouts_of_a_huge_article_are_given_up_again(lay):
    layout = lay("\n".join(PARAGRAPH * 10 for _ in range(1000)))
    for index in range(len(layout.pieces)):
        layout.laid(index)
    kept = sum(b.end - b.start for b in layout._kept.values())
    assert kept == layout._kept_size
    assert kept <= KEPT
    assert layout.laid(0).layout.lineCount() > 1


def test_lines_hold_about_75_characters_at_most(lay):
    kind = Typography()
    layout = lay(PARAGRAPH * 30, width=kind.measure)
    lengths = [b - a for a, b in pairwise(layout.laid(0).block.line_starts)]
    assert 65 <= sum(lengths) / len(lengths) <= 76


def test_lines_stand_at_even_distances_whatever_faces_they_need(lay):
    layout = lay("Kyiv \U0001f468\u200d\U0001f692 قال שלום 記者 क्षत्रिय " * 12)
    laid = layout.laid(0)
    baselines = [laid.layout.lineAt(i).y() + laid.layout.lineAt(i).ascent() for i in range(laid.layout.lineCount())]
    steps = {round(b - a) for a, b in pairwise(baselines)}
    assert steps == {laid.line_height}


def test_right_to_left_paragraphs_begin_at_the_right(lay):
    layout = lay("قال الرئيس\nThe president said")
    right = geometry.caret_bar(layout, 0)
    left = geometry.caret_bar(layout, layout.text.index("The"))
    assert right.left() > 390
    assert left.left() < 10


def test_a_range_over_two_directions_covers_the_right_letters(lay):
    text = "The word سلام عليكم means peace"
    layout = lay(text, width=600.0)
    whole = list(geometry.range_rects(layout, 0, len(text)))
    arabic = list(geometry.range_rects(layout, 9, 19))
    assert len(whole) == 1
    assert whole[0].left <= arabic[0].left < arabic[-1].right <= whole[0].right
    split = list(geometry.range_rects(layout, 5, 13))  # "word سلام": two stretches, for the Arabic runs the other way
    assert len(split) == 2
    assert split[1].right == pytest.approx(arabic[-1].right, abs=1)


def test_letters_that_share_a_glyph_share_its_width(lay):
    text = "The word سلام عليكم means"
    layout = lay(text, width=600.0)
    rects = [next(iter(geometry.range_rects(layout, i, i + 1))) for i in range(9, 19)]
    assert all(after.right == pytest.approx(before.left, abs=0.1) for before, after in pairwise(rects))
    lam, alef = rects[1], rects[2]
    assert lam.right - lam.left == pytest.approx(alef.right - alef.left)
    assert lam.right - lam.left > 3


def test_the_caret_stands_beside_the_letters_also_on_a_broken_line_of_two_directions(lay):
    layout = lay("قال word word word word word ", width=220.0)
    laid = layout.laid(0)
    assert laid.layout.lineCount() == 2
    for position in range(5, 22):
        letter = next(iter(geometry.range_rects(layout, position, position + 1)))
        assert geometry.caret_bar(layout, position).left() == pytest.approx(letter.left, abs=0.1)


def test_covered_stretches_end_with_the_letters_of_a_line(lay):
    layout = lay(PARAGRAPH * 3)
    rects = list(geometry.range_rects(layout, 0, len(layout.text)))
    assert len(rects) == layout.laid(0).layout.lineCount()
    for index, rect in enumerate(rects):
        natural = layout.laid(0).layout.lineAt(index).naturalTextRect()
        assert rect.right <= natural.right() + 0.1
    assert [r.opens for r in rects] == [True] + [False] * (len(rects) - 1)
    assert [r.closes for r in rects] == [False] * (len(rects) - 1) + [True]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(text=TEXT, data=st.data())
def test_the_place_of_a_caret_is_hit_by_a_point_there(lay, text, data):
    layout = lay(text, width=220.0)
    position = layout.nearest(graphemes.floor(text, data.draw(st.integers(0, len(text)))))
    upstream = data.draw(st.booleans())
    bar = geometry.caret_bar(layout, position, upstream=upstream)
    found = geometry.hit(layout, bar.left(), bar.center().y())
    assert graphemes.is_border(text, found.position)
    assert layout.nearest(found.position) == found.position
    again = geometry.caret_bar(layout, found.position, upstream=found.upstream)
    if layout.pieces:
        assert again.center().y() == bar.center().y()
        # Where directions meet two positions may share one place, and one position has two.
        if not layout.laid(layout.index_of(position)).block.mixed:
            assert again.left() == pytest.approx(bar.left(), abs=1.0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(text=TEXT, data=st.data())
def test_a_letter_is_hit_in_the_middle_of_its_rectangle(lay, text, data):
    layout = lay(text, width=220.0)
    start = graphemes.floor(text, data.draw(st.integers(0, len(text))))
    end = graphemes.following(text, start)
    if "\n" in text[start:end]:
        return
    rects = [r for r in geometry.range_rects(layout, start, end) if r.right - r.left > 2]
    if len(rects) == 1:
        rect = rects[0]
        found = geometry.hit(layout, (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2)
        assert found.character == start


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=TEXT, x=st.floats(-50, 500), y=st.floats(-100, 3000))
def test_any_point_means_a_place_in_the_text(lay, text, x, y):
    layout = lay(text, width=220.0)
    found = geometry.hit(layout, x, y)
    assert 0 <= found.position <= len(text)
    assert graphemes.is_border(text, found.position)
    assert layout.nearest(found.position) == found.position


@pytest.mark.parametrize("size", [SMALLEST, 17, LARGEST])
def test_the_byline_has_room_between_headline_and_text(lay, size):
    layout = lay("Storm hits\n\nIt rained.", "Storm hits", size=size)
    finish(layout)
    assert layout.bottom(0) == layout.byline_top
    assert layout.top(1) == layout.byline_top + layout.typography.byline_room
    plain = lay("It rained.", size=size)
    assert plain.top(0) == plain.byline_top + plain.typography.byline_room


def test_text_without_letters_has_no_blocks(lay):
    for text in ("", "\n\n", " \t\n"):
        layout = lay(text)
        assert layout.pieces == []
        assert layout.is_exact
        assert list(layout.visible(0, 1000)) == []
        assert geometry.hit(layout, 5, 5).position == 0
        assert list(geometry.range_rects(layout, 0, len(text))) == []
        assert layout.nearest(len(text)) == 0


def test_a_point_before_spaces_that_hang_over_the_end_of_a_line_is_hit(lay):
    text = "word word word Kyiv  word "
    layout = lay(text, width=220.0)
    for position in range(15, 20):
        bar = geometry.caret_bar(layout, position)
        assert geometry.hit(layout, bar.left(), bar.center().y()).position == position


def test_a_space_after_a_number_within_hebrew_stands_where_it_is_drawn(lay):
    text = "  e\u0301 שלום 2025 "
    layout = lay(text, width=400.0)
    (number,) = geometry.range_rects(layout, text.index("5"), text.index("5") + 1)
    (space,) = geometry.range_rects(layout, len(text) - 1, len(text))
    (word,) = geometry.range_rects(layout, text.index("ש"), text.index("ש") + 4)
    assert number.right < word.left
    assert space.left == pytest.approx(word.right, abs=1.0)
