"""Letters on mentions while linking: on screen, wholly, none over another, and gone when cleared."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from desktop.ui.article import DARK, LIGHT

STORY = (
    "The mayor of Kyiv City Council spoke in Odesa. He said it’s over.\n\n"
    + "\n\n".join(f"Paragraph {i} tells what happened in Lviv and who was there on that day." for i in range(60))
    + "\n\nNobody was hurt in Kharkiv."
)


@pytest.fixture
def town(build, show):
    b = build(STORY)
    b.mayor = b.span("ACTOR", "The mayor")
    b.council = b.span("ACTOR", "Kyiv City Council")
    b.kyiv = b.span("LOCATION", "Kyiv")
    b.odesa = b.suggest("LOCATION", "Odesa")
    b.far = b.span("LOCATION", "Kharkiv")
    return show(b)


def letters(pane):
    return {b.item: b.letter for b in pane.badges()}


def test_items_on_screen_are_known_in_text_order(town, pane, settled):
    settled()
    assert pane.visible_items() == [town.mayor.id, town.council.id, town.kyiv.id, town.odesa.id]
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert pane.visible_items() == [town.far.id]


def test_letters_are_shown_for_items_on_screen_and_for_others_when_they_come(town, pane, settled):
    settled()
    pane.set_hints({town.mayor.id: "f", town.odesa.id: "d", town.far.id: "s", 12345: "x"})
    assert letters(pane) == {town.mayor.id: "f", town.odesa.id: "d"}
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert letters(pane) == {town.far.id: "s"}
    pane.clear_hints()
    assert letters(pane) == {}


def test_a_letter_stands_at_the_upper_right_of_its_mention(town, pane):
    pane.set_hints({town.mayor.id: "f"})
    (badge,) = pane.badges()
    (mention,) = pane.item_rects(town.mayor.id)
    assert badge.rect.top() < mention.top() < badge.rect.bottom() < mention.center().y()
    assert badge.rect.left() < mention.right() < badge.rect.right()


@pytest.mark.parametrize("width", [150, 240, 420, 820])
@pytest.mark.parametrize("size", [17, 34, 51])
def test_letters_are_whole_and_apart_at_any_width_and_size(town, pane, width, size):
    pane.resize(width, 500)
    pane.set_reading_size(size)
    pane.set_hints({x.id: "mw"[i % 2] * 2 for i, x in enumerate((town.mayor, town.council, town.kyiv, town.odesa))})
    found = pane.badges()
    assert found
    for badge in found:
        assert QRectF(pane.viewport().rect()).contains(badge.rect)
    for one, other in combinations(found, 2):
        assert not one.rect.intersects(other.rect)


def test_a_mention_cut_by_the_upper_edge_keeps_its_letter(town, pane, settled):
    settled()
    pane.set_hints({town.mayor.id: "f"})
    (mention,) = pane.item_rects(town.mayor.id)
    pane.verticalScrollBar().setValue(round(mention.center().y()))
    (badge,) = pane.badges()
    assert badge.rect.top() >= 0


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_a_letter_is_yellow_and_above_everything(town, pane, colours):
    pane.set_palette(colours)
    pane.set_current(town.mayor.id)
    pane.set_links([(town.kyiv.id, town.mayor.id, "object")])
    pane.set_hints({town.mayor.id: "f"})
    (badge,) = pane.badges()
    picture = pane.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    for corner in (badge.rect.topLeft(), badge.rect.topRight(), badge.rect.bottomLeft(), badge.rect.bottomRight()):
        inward = (badge.rect.center() - corner) * 0.4
        point = (corner + inward) * ratio
        assert picture.pixelColor(point.toPoint()).name() == QColor(colours.hint).name()


def test_a_click_on_a_letter_says_which_item(town, pane, qtbot):
    pane.set_hints({town.kyiv.id: "k"})
    (badge,) = pane.badges()
    before = pane.caret()
    with qtbot.waitSignal(pane.hint_clicked) as got:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=badge.rect.center().toPoint())
    assert got.args == [town.kyiv.id]
    assert pane.caret() == before


def test_another_article_has_no_letters_and_the_same_one_keeps_them(town, pane, build, show):
    pane.set_hints({town.mayor.id: "f"})
    town.span("CLAIM", "He said")
    show(town)
    assert letters(pane) == {town.mayor.id: "f"}
    show(build(STORY, article_id=2))
    assert not pane.hints
