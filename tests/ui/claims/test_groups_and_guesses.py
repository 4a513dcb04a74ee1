"""Cards that stand for several mentions, probable claimants, and notes."""

from __future__ import annotations

from claims_driver import BRIDGE, FALL
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListView, QWidget

from desktop.ui.claims.flow import FlowLayout
from desktop.ui.claims.items import Card, Cards, PillKind, grouped, noted


def card(number, quote, **fields):
    values = {"label": "ACTOR", "number": "", "meta": "", "slots": (), "suggested": False, "incomplete": False}
    return Card(id=number, quote=quote, **{**values, **fields})


def test_mentions_of_the_same_words_or_entity_are_one_card():
    cards = [
        card(1, "Putin"),
        card(2, "Kyiv"),
        card(3, "putin", suggested=True),
        card(4, "the president"),
        card(5, "Putin"),
    ]
    found = grouped(cards, {1: "Q7747", 4: "Q7747"}, None)
    assert [(c.quote, c.members) for c in found] == [("Putin", (1, 3, 4, 5)), ("Kyiv", (2,))]
    assert found[0].meta.startswith("4× · 1 suggested")
    assert not found[0].suggested
    current = grouped(cards, {1: "Q7747", 4: "Q7747"}, 4)[0]
    assert current.quote == "the president"
    assert current.meta.startswith("3 of 4")


def test_enter_and_click_walk_the_mentions(claims, window):
    for n in range(2):
        window.select("Ana Kovač") if n == 0 else window.pane.select_range(
            claims.text.index("bridge"), claims.text.index("bridge") + 6
        )
        window.press("A")
    second = claims.text.index("bridge", claims.text.index("bridge") + 1)
    window.pane.select_range(second, second + 6)
    window.press("A")
    front = window.bench.cards.front_cards()
    assert [front.cards.card(n).quote for n in range(front.cards.rowCount())][:2] == ["bridge", "Ana Kovač"]
    assert window.bench.cards.tab_titles()[1] == "Actors 3"
    mine = front.cards.card(0).members
    assert window.pane.current == mine[1]
    window.press("Ctrl+3", "Home", "Return")
    assert window.pane.current == mine[0]
    QTest.mouseClick(
        front.viewport(),
        Qt.MouseButton.LeftButton,
        pos=front.visualRect(front.cards.index(0)).topLeft() + QPoint(20, 10),
    )
    assert window.pane.current == mine[1]


def test_who_speaks_beside_the_verb_is_shown_as_suggested_and_accepted_by_a_click(claims, window):
    claim = claims.tag(FALL, "C")
    cards = Cards(window.view, window.bench.project.schema)
    guess = cards.guess(claim, "CLAIMANT")
    assert (guess.text, guess.kind) == ("Ivo Horvat?", PillKind.SUGGESTED)
    assert cards.guess(claim, "ADDRESSEE") is None
    pill = next(
        w
        for w in window.bench.cards.findChildren(QAbstractButton)
        if w.accessibleName() == "Ivo Horvat? Suggested. Enter accepts it."
    )
    pill.click()
    assert claims.linked(claim) == {"CLAIMANT": ["Ivo Horvat"]}
    assert Cards(window.view, window.bench.project.schema).pills(
        claims.span(claim), window.bench.project.schema.relation("CLAIMANT")
    )


def test_no_guess_where_nobody_speaks_near(claims, window):
    claim = claims.tag("Old", "C")
    assert Cards(window.view, window.bench.project.schema).guess(claim, "CLAIMANT") is None


def test_spans_with_notes_are_listed(claims, window):
    schema = window.bench.project.schema
    claim = claims.tag(BRIDGE, "C")
    window.bench.controller.set_attribute(claim, "note", "Is this one claim?\nOr two?")
    (only,) = noted(window.view, schema)
    assert (only.number, only.quote) == ("C1", "Is this one claim? Or two?")


def test_the_notes_tab_leads_to_the_span(claims, window):
    claim = claims.tag(BRIDGE, "C")
    window.bench.controller.set_attribute(claim, "note", "Two claims?")
    window.press("Escape")
    window.bench.cards.select_tab(3)
    notes = next(w for w in window.bench.cards.findChildren(QListView) if w.accessibleName() == "Notes on spans")
    assert notes.isVisible()
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert window.pane.current == claim


def test_a_card_grows_with_what_is_asked_in_it(claims, window):
    claims.tag(FALL, "C")
    front = window.bench.cards.front_cards()
    before = front.delegate.editor_height
    window.press("1")  # “press a letter…” has no room beside “Ivo Horvat?”
    now = front.delegate.editor_height
    window.qtbot.wait(50)
    front.refit()
    assert front.delegate.editor_height == now > before


def test_words_beside_a_pill_have_its_middle(qtbot):
    held = QWidget()
    qtbot.addWidget(held)
    flow = FlowLayout(held)
    high, low = QWidget(), QWidget()  # no style says how high they are
    high.setFixedSize(90, 40)
    low.setFixedSize(60, 14)
    flow.addWidget(low)
    flow.addWidget(high)
    assert flow.heightForWidth(400) == 40
    flow.setGeometry(QRect(0, 0, 400, 40))
    assert (low.geometry().center().y(), high.geometry().center().y()) == (19, 19)
