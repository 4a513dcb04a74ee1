"""Many marks at one place and in one article: all to be seen, all to be reached; and the article as it was."""

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt

from annotation_schema.model import Fragment
from desktop.ui.article import margin

STORY = "Storm hits coast\n\nThe mayor of Kyiv City Council spoke of rain and wind. He said it’s over.\n\n" + (
    "Nobody was hurt in Odesa on Tuesday, the governor of Odesa wrote. " * 8
)


def image(pane):
    return pane.viewport().grab().toImage()


def test_marks_nested_eight_deep_at_one_start_are_seen_and_reached(build, show, pane, qtbot):
    b = build(STORY)
    start = STORY.index("Kyiv")
    show(b)
    pictures = [image(pane)]
    ends = [STORY.index(w) + len(w) for w in ("Kyiv", "City", "Council", "spoke", "rain", "wind.", "He", "said")]
    for number, end in enumerate(ends):
        b.span(("ACTOR", "LOCATION", "CLAIM")[number % 3], Fragment(start, end))
        show(b)
        picture = image(pane)
        assert all(picture != p for p in pictures)
        pictures.append(picture)
    ids = {s.id for s in b.spans}
    pane.set_caret(0)
    walked = set()
    for _ in b.spans:
        assert pane.next_item("span")
        walked.add(pane.current)
    assert walked == ids
    pane.set_current(None)
    (mention,) = pane.item_rects(b.spans[0].id)
    clicked = []
    for _ in b.spans:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=mention.center().toPoint())
        clicked.append(pane.current)
    assert set(clicked) == ids
    assert clicked[0] == b.spans[0].id


def test_equal_spans_of_all_labels_are_seen_and_reached(build, show, pane):
    b = build(STORY)
    show(b)
    pictures = [image(pane)]
    for label in ("ACTOR", "LOCATION", "CUE", "CLAIM", "ACTOR", "CLAIM", "LOCATION", "ACTOR"):
        b.span(label, "Kyiv City Council")
        show(b)
        pictures.append(image(pane))
        assert all(pictures[-1] != p for p in pictures[:-1])
    walked = []
    for _ in b.spans:
        pane.next_item("any")
        walked.append(pane.current)
    assert sorted(walked) == sorted(s.id for s in b.spans)


def test_twenty_brackets_beside_one_line_stay_in_the_margin_and_are_clicked_through(build, show, pane, qtbot):
    b = build(STORY)
    start = STORY.index("The mayor")
    claims = [b.span("CLAIM", Fragment(start, start + 5 + 3 * i)) for i in range(20)]
    show(b)
    layout = pane.page_layout
    laid = layout.laid(layout.index_of(start))
    bars = margin.bars(layout, pane._marks, laid)
    assert len(bars) == 20
    left = -pane._column_left()
    assert all(bar.bar.left() > left for bar in bars)
    assert len({round(bar.bar.left(), 2) for bar in bars}) >= 18
    numbers = margin.numbers(layout, pane._marks, laid)
    assert [m.id for n in numbers for m in n.marks] == [c.id for c in reversed(claims)]
    for one, other in pairwise(numbers):
        assert one.rect.bottom() <= other.rect.top()
    assert numbers[-1].rect.bottom() <= layout.top(laid.index + 1)
    place = (numbers[-1].rect.center() + QPointF(pane._column_left(), 0)).toPoint()
    clicked = set()
    for _ in numbers[-1].marks:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
        clicked.add(pane.current)
    assert clicked == {m.id for m in numbers[-1].marks}
    assert len(clicked) > 3


def test_the_number_of_the_current_claim_is_always_shown(build, show, pane):
    b = build(STORY)
    start = STORY.index("The mayor")
    claims = [b.span("CLAIM", Fragment(start, start + 5 + 3 * i)) for i in range(12)]
    show(b)
    laid = pane.page_layout.laid(pane.page_layout.index_of(start))
    for claim in claims:
        words = [n.words(claim.id) for n in margin.numbers(pane.page_layout, pane._marks, laid)]
        (marked,) = [w for w in words if w.endswith("▸")]
        assert marked.split()[0] == pane.number_of(claim.id)


def test_a_number_stands_where_its_bracket_begins_although_another_passes(build, show, pane):
    b = build(STORY)
    b.span("CLAIM", "Storm", b.find("Odesa wrote", 7))
    early = b.span("CLAIM", "Nobody was hurt")
    show(b)
    layout = pane.page_layout
    laid = layout.laid(layout.index_of(early.start))
    first, last = margin.numbers(layout, pane._marks, laid)
    assert [m.id for m in first.marks] == [early.id]
    assert first.rect.top() < laid.top + laid.line_height < last.rect.top()


def test_214_claims_among_700_spans_are_all_reached(build, show, pane, settled):
    rng = random.Random(3)
    b = build("\n\n".join(STORY for _ in range(45)))
    for number in range(700):
        start = rng.randrange(len(b.text) - 90)
        b.span(
            "CLAIM" if number < 214 else rng.choice(("ACTOR", "LOCATION")),
            Fragment(start, start + rng.randrange(3, 80)),
        )
    b.suggest("CLAIM", "The mayor")
    show(b)
    settled()
    expected = [s.id for s in b.view().spans]
    pane.set_caret(0)
    forward = []
    for _ in expected:
        assert pane.next_item("span")
        forward.append(pane.current)
    assert forward == expected
    backward = [forward[-1]]
    while pane.next_item("span", forward=False, wrap=False):
        backward.append(pane.current)
    assert backward == expected[::-1]
    for item in rng.sample(expected, 60):
        pane.set_current(item)
        assert item in pane.visible_items()
        mark = pane._marks.by_id[item]
        assert item in [m.id for m in pane._marks.at(mark.start)]
    assert pane.next_item("suggestion")
    assert sum(1 for s in expected if pane.number_of(s)) == 214


def test_a_suggested_claim_is_dotted_with_a_question_mark(build, show, pane):
    b = build(STORY)
    offer = b.suggest("CLAIM", "The mayor of Kyiv", "He said")
    show(b)
    laid = pane.page_layout.laid(pane.page_layout.index_of(offer.start))
    (number,) = margin.numbers(pane.page_layout, pane._marks, laid)
    assert number.words(None) == "C?"
    offered = image(pane)
    b.suggestions.clear()
    b.span("CLAIM", "The mayor of Kyiv", "He said")
    show(b)
    decided = image(pane)
    (rect,) = pane.item_rects(b.spans[0].id)[:1]
    inside = (rect.topRight() + QPointF(-3, -1)).toPoint()
    assert decided.pixelColor(inside) != offered.pixelColor(inside)
    assert offered.pixelColor(inside) == offered.pixelColor(2, 2)  # nothing but paper


def test_the_article_as_it_was_has_a_strip_and_no_caret(build, show, pane, qtbot, settled):
    show(build("\n\n".join(STORY for _ in range(20))))
    settled()
    pane.set_caret(30)
    with_caret = image(pane)
    height = pane.viewport().height()
    pane.set_frozen(True, "As it was on Tuesday")
    assert pane.frozen
    assert pane.viewport().height() < height
    before = pane.caret()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        qtbot.keyClick(pane, key)
    assert pane.caret() == before
    assert pane.verticalScrollBar().value() > 100
    qtbot.keyClick(pane, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert pane.verticalScrollBar().value() == 0
    still = image(pane)
    qtbot.wait(20)
    pane.set_frozen(False)
    assert pane.viewport().height() == height
    assert image(pane) == with_caret
    assert still.size() != with_caret.size()


@pytest.mark.parametrize("steps", [40])
def test_resizing_shows_the_same_as_setting_it_once(build, show, pane, steps):
    from dataclasses import replace

    b = build(STORY)
    b.span("ACTOR", "Kyiv City Council")
    claim = b.span("CLAIM", Fragment(20, 30))
    show(b)
    pane.set_current(claim.id)
    for step in range(steps):
        b.spans[-1] = replace(claim, fragments=(Fragment(20, 31 + step),))
        show(b)
        image(pane)
    stepwise = image(pane)
    pane._painter._placed.clear()
    assert image(pane) == stepwise
    assert pane.current == claim.id
