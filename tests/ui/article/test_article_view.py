"""What the pane shows and keeps: articles coming and going, current items, paint, size, and work done only once."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desktop.ui.article import DARK, LIGHT, ArticlePane
from desktop.ui.article.text_layout import ArticleLayout

STORY = (
    "Storm hits coast\n\n"
    "The mayor of Kyiv City Council spoke. He said it’s over.\n\n"
    "Nobody was hurt in Odesa on Tuesday, the governor of Odesa wrote."
)


@pytest.fixture
def lines_made(monkeypatch):
    """Count the blocks that are laid out."""
    made = []
    original = ArticleLayout._make_lines

    def counting(self, piece):
        made.append(piece)
        return original(self, piece)

    monkeypatch.setattr(ArticleLayout, "_make_lines", counting)
    return made


def image(pane):
    return pane.viewport().grab().toImage()


def colours_in(pane, rect):
    picture = image(pane)
    ratio = picture.devicePixelRatio()
    box = rect.toAlignedRect().adjusted(-2, -3, 2, 4)
    found = set()
    for x in range(box.left(), box.right()):
        for y in range(box.top(), box.bottom()):
            found.add(picture.pixelColor(round(x * ratio), round(y * ratio)).name())
    return found


def test_the_same_article_keeps_caret_selection_scroll_and_current(show, pane, build, settled):
    b = build("\n\n".join(f"Paragraph {i} in Kyiv " + "word " * 60 for i in range(60)))
    place = b.span("LOCATION", b.find("Kyiv", 30))
    show(b)
    settled()
    pane.set_current(place.id)
    pane.select_range(place.start, place.end)
    bar = pane.verticalScrollBar()
    before = pane.caret_state, bar.value(), bar.maximum()
    assert bar.value() > 0
    b.span("ACTOR", "Paragraph 5")
    show(b)
    assert (pane.caret_state, bar.value(), bar.maximum()) == before
    assert pane.current == place.id


def test_tagging_lays_nothing_out_anew(show, pane, build, lines_made, settled):
    b = build(STORY)
    show(b)
    settled()
    image(pane)
    lines_made.clear()
    for words in ("Kyiv", "The mayor", "Nobody was hurt", "Odesa"):
        for label in ("CLAIM", "ACTOR", "CLAIM"):
            b.span(label, words)
            show(b)
            image(pane)
    assert lines_made == []


def test_opening_lays_out_only_what_is_seen(show, pane, lines_made):
    show("\n".join("word " * 30 for _ in range(12_000)))  # 1.8 MB
    image(pane)
    assert 1 <= len(lines_made) <= 30


def test_another_article_begins_at_the_top_with_nothing_selected(show, pane, build, settled, qtbot):
    show("\n\n".join(f"Paragraph {i} " + "word " * 60 for i in range(60)))
    settled()
    pane.select_range(5000, 5020)
    assert pane.verticalScrollBar().value() > 0
    other = build(STORY, article_id=2)
    with qtbot.waitSignal(pane.selection_changed):
        show(other)
    assert pane.verticalScrollBar().value() == 0
    assert pane.selection() is None
    assert pane.caret() == 0
    assert pane.current is None


def test_the_scroll_bar_becomes_exact_and_the_text_does_not_jump(show, pane, settled):
    show("\n\n".join(f"Paragraph {i} " + "wide WORDS " * (i % 17 + 1) for i in range(800)))
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    image(pane)
    layout = pane._layout
    assert not layout.is_exact
    index = layout.index_at(bar.value())
    offset = bar.value() - layout.top(index)
    settled()
    assert abs(layout.index_at(bar.value()) - index) <= 0
    assert bar.value() - layout.top(index) == pytest.approx(offset, abs=1)
    assert bar.maximum() == round(layout.total_height) - pane.viewport().height()


def test_a_huge_article_can_be_read_and_tagged(show, pane, build, qtbot):
    text = "\n".join(f"Line {i} of the filing names Kyiv and 👨🏻‍🚒 as places." for i in range(40_000))
    assert len(text) > 1_900_000
    b = build(text)
    last = b.span("LOCATION", b.find("Kyiv", 39_999))
    show(b)
    assert pane.next_item("span")
    assert pane.current == last.id
    (rect,) = pane.item_rects(last.id)
    assert pane.viewport().rect().contains(rect.toAlignedRect())
    pane.select_word()
    assert pane.target() == last.fragments[0]
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert text[pane.selection().start : pane.selection().end] == "Kyiv and"


def test_one_line_of_a_million_characters(show, pane, qtbot, lines_made):
    show("x" * 1_000_000)
    image(pane)
    assert len(lines_made) <= 2
    qtbot.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert pane.caret() == 1_000_000
    qtbot.keyClick(pane, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection().end == 1_000_000


def test_next_and_previous_go_through_in_text_order_and_round(show, pane, build):
    b = build(STORY)
    first = b.suggest("LOCATION", "Kyiv")
    wide = b.span("ACTOR", "Kyiv City Council")
    second = b.suggest("LOCATION", "Odesa")
    third = b.suggest("ACTOR", "the governor of Odesa")
    fourth = b.suggest("LOCATION", b.find("Odesa", 1))
    show(b)
    seen = []
    for _ in range(5):
        assert pane.next_item("suggestion")
        seen.append(pane.current)
    assert seen == [first.id, second.id, third.id, fourth.id, first.id]
    assert pane.caret() == first.start
    assert pane.next_item("suggestion", forward=False)
    assert pane.current == fourth.id
    assert not pane.next_item("suggestion", wrap=False)
    assert pane.next_item("span")
    assert pane.current == wide.id
    assert pane.next_item("any")
    assert pane.current == first.id
    with pytest.raises(ValueError, match="relation"):
        pane.next_item("relation")


def test_after_a_suggestion_is_gone_the_next_is_the_one_behind_it(show, pane, build):
    b = build(STORY)
    first = b.suggest("LOCATION", "Kyiv")
    same_start = b.suggest("ACTOR", "Kyiv City")
    later = b.suggest("LOCATION", "Odesa")
    show(b)
    pane.set_current(first.id)
    b.suggestions.remove(first)
    show(b)
    assert pane.current is None
    assert pane.next_item()
    assert pane.current == same_start.id
    b.suggestions.remove(same_start)
    show(b)
    assert pane.next_item()
    assert pane.current == later.id


def test_next_counts_from_the_caret_when_it_has_left_the_current_item(show, pane, build):
    b = build(STORY)
    b.suggest("LOCATION", "Kyiv")
    late = b.suggest("LOCATION", b.find("Odesa", 1))
    b.suggest("LOCATION", "Odesa")
    show(b)
    assert pane.next_item()
    pane.set_caret(STORY.index("governor"))
    assert not pane.caret_on_current()
    assert pane.next_item()
    assert pane.current == late.id
    assert pane.caret_on_current()


def test_current_item_is_the_record(show, pane, build, qtbot):
    b = build(STORY)
    actor = b.span("ACTOR", "The mayor")
    offer = b.suggest("LOCATION", "Odesa")
    show(b)
    assert pane.current_item() is None
    with qtbot.waitSignal(pane.current_changed):
        pane.set_current(actor.id)
    assert pane.current_item() == actor
    pane.set_current(offer.id)
    assert pane.current_item() == offer
    pane.set_current(999)
    assert pane.current is None


def test_making_an_item_current_brings_it_into_view(show, pane, build, settled):
    b = build("\n\n".join(f"Paragraph {i} in Kyiv " + "word " * 60 for i in range(60)))
    far = b.span("LOCATION", b.find("Kyiv", 50))
    show(b)
    for item in (far.id,):
        pane.set_current(item)
        (rect,) = pane.item_rects(item)
        assert pane.viewport().rect().contains(rect.toAlignedRect())
    before = pane.verticalScrollBar().value()
    pane.set_current(far.id)
    assert pane.verticalScrollBar().value() == before


def test_spans_are_filled_and_suggestions_are_not(show, pane, build, schema):
    b = build(STORY)
    decided = b.span("LOCATION", "Kyiv")
    offered = b.suggest("LOCATION", "Odesa")
    plain = b.find("governor")
    show(b)
    pane.set_caret(0)
    label = schema.label("LOCATION")
    tint, ink = QColor(LIGHT.of(label).tint).name(), QColor(LIGHT.of(label).ink).name()
    filled = colours_in(pane, pane.item_rects(decided.id)[0])
    dotted = colours_in(pane, pane.item_rects(offered.id)[0])
    assert tint in filled
    assert ink in filled
    assert tint not in dotted
    assert len({c for c in dotted if QColor(c).green() > QColor(c).red() + 20}) > 2  # round dots of the label's ink
    from desktop.ui.article import geometry

    (rect,) = geometry.range_rects(pane._layout, plain.start, plain.end)
    assert tint not in {image(pane).pixelColor(round(rect.left + pane._column_left()), round(rect.top + 2)).name()}


def test_the_current_item_has_a_ring(show, pane, build):
    b = build(STORY)
    item = b.span("LOCATION", "Kyiv")
    show(b)
    rect = pane.item_rects(item.id)[0]
    pane.set_palette(replace(LIGHT, ring="#ff00ff"))

    def magenta():
        return [c for c in map(QColor, colours_in(pane, rect)) if c.red() > 200 and c.green() < 120 and c.blue() > 200]

    pane.set_caret(0)
    assert not magenta()
    pane.set_current(item.id)
    pane.set_caret(0)
    assert magenta()


@pytest.mark.parametrize("label", ["CLAIM", "ACTOR", "LOCATION", "CUE"])
@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_label_can_be_seen_in_both_themes(show, pane, build, label, colours):
    b = build(STORY)
    show(b)
    pane.set_palette(colours)
    bare = image(pane)
    b.span(label, "Kyiv City Council")
    show(b)
    tagged = image(pane)
    assert bare != tagged
    b.spans.clear()
    b.suggest(label, "Kyiv City Council")
    show(b)
    assert image(pane) not in (bare, tagged)


def test_nested_and_equal_spans_all_change_the_picture(show, pane, build):
    b = build(STORY)
    show(b)
    seen = [image(pane)]
    for label, words in (
        ("CLAIM", "The mayor of Kyiv City Council"),
        ("CLAIM", "The mayor of Kyiv City Council spoke"),
        ("ACTOR", "The mayor of Kyiv City Council"),
        ("ACTOR", "The mayor"),
        ("ACTOR", "Kyiv City Council"),
        ("LOCATION", "Kyiv"),
        ("ACTOR", "Kyiv"),
    ):
        b.span(label, words)
        show(b)
        picture = image(pane)
        assert all(picture != before for before in seen)
        seen.append(picture)


def test_the_theme_changes_paper_and_ink(show, pane):
    show(STORY)
    light = image(pane)
    pane.set_palette(DARK)
    dark = image(pane)
    assert light.pixelColor(2, 2).name() == LIGHT.paper
    assert dark.pixelColor(2, 2).name() == DARK.paper


def test_a_span_of_a_label_that_the_schema_has_not_is_still_shown(show, pane, build):
    b = build(STORY)
    show(b)
    bare = image(pane)
    gone = b.span("GONE", "Kyiv")
    show(b)
    assert image(pane) != bare
    assert pane.next_item("span")
    assert pane.current == gone.id


def test_without_an_article_the_pane_says_what_to_do(pane, show, schema):
    empty = image(pane)
    pane.set_empty_text("Import articles to begin")
    assert image(pane) != empty
    show(STORY)
    pane.set_view(None)
    assert pane.text == ""
    assert pane.verticalScrollBar().maximum() == 0


def test_the_size_is_kept_within_bounds_and_the_top_line_stays(show, pane, settled):
    show("\n\n".join(f"Paragraph {i} " + "word " * 60 for i in range(60)))
    settled()
    bar = pane.verticalScrollBar()
    bar.setValue(2000)
    top = pane.hit_at(pane.viewport().rect().topLeft().toPointF()).position
    for size in (24, 12, 17):
        pane.set_reading_size(size)
        assert abs(pane.hit_at(pane.viewport().rect().topLeft().toPointF()).position - top) < 160
        settled()
    pane.set_reading_size(500)
    assert pane.reading_size == 51
    pane.set_reading_size(1)
    assert pane.reading_size == 11


def test_a_narrow_pane_makes_the_column_narrower(show, pane, settled):
    show(STORY * 20)
    settled()
    wide = pane._layout.width
    pane.resize(420, 600)
    assert pane._layout.width < wide
    assert pane._column_left() + pane._layout.width <= pane.viewport().width()
    image(pane)
    pane.resize(150, 100)
    image(pane)
    pane.resize(1600, 600)
    assert pane._layout.width == wide


def test_numbers_are_those_of_the_cards(show, pane, build):
    b = build(STORY)
    second = b.span("CLAIM", "Nobody was hurt")
    first = b.span("CLAIM", "it’s over")
    actor = b.span("ACTOR", "The mayor")
    show(b)
    assert [pane.number_of(x.id) for x in (first, second, actor)] == ["C1", "C2", ""]


def test_every_odd_text_is_painted(show, pane, adversarial, build):
    b = build(f"{adversarial}\n\nKyiv {adversarial}", title=adversarial)
    b.span("ACTOR", b.find(adversarial, 0))
    b.span("CLAIM", b.find(adversarial, 0), b.find(adversarial, 1))
    b.suggest("LOCATION", b.find(adversarial, 1))
    show(b)
    bare = image(pane)
    pane.select_all()
    assert image(pane) != bare
    assert pane.selection().end == len(b.text)


def test_it_has_a_name_for_screen_readers(pane, show):
    show(STORY, "Storm hits coast")
    assert pane.accessibleName()
    assert pane.accessibleDescription() == "Storm hits coast"


def test_many_panes_and_articles_come_and_go(qtbot, faces, schema, build):
    for index in range(30):
        made = ArticlePane()
        qtbot.addWidget(made)
        made.resize(700, 500)
        made.set_view(build(STORY * 50, article_id=index).view(), schema)
        made.grab()
        made.set_view(None)
        made.deleteLater()
