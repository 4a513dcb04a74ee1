"""The right pane: cards made from a view, attributes and links changed by keyboard and pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from window_driver import TEXT

from annotation_schema.model import (
    Article,
    ArticleId,
    Fragment,
    RelationId,
    Span,
    SpanId,
    Status,
    SuggestedRelation,
    Suggestion,
    SuggestionId,
)
from desktop.core.edits import State
from desktop.core.resources import default_schema
from desktop.core.view import ArticleView
from desktop.ui.claims.cards import CardModel
from desktop.ui.claims.editors import FittingButton
from desktop.ui.claims.items import Cards, PillKind, choice_title, shorten
from desktop.ui.claims.tab_bar import CardTabs


def cards_of(driver, label="CLAIM"):
    schema = driver.bench.project.schema
    return Cards(driver.view, schema).of_label(schema.label(label))


def two_claims(window):
    window.select("the old bridge is safe")
    window.press("C")
    window.select("nobody 👨🏻‍🚒 should cross it")
    window.press("Shift+C")
    window.select("It will fall")
    window.press("C")


def test_claims_are_numbered_in_text_order_with_their_parts(window):
    two_claims(window)
    first, second = cards_of(window)
    assert (first.number, second.number) == ("C1", "C2")
    assert first.quote == "the old bridge is safe … nobody 👨🏻‍🚒 should cross it"
    assert first.meta.startswith("2 parts")
    assert {s.title: [p.kind for p in s.pills] for s in first.slots} == {
        "Claimant": [PillKind.MISSING],
        "Kind": [PillKind.MISSING],
    }
    assert first.incomplete


def test_suggestions_stand_among_the_spans(window):
    found = cards_of(window, "LOCATION")
    assert [(c.quote, c.suggested) for c in found] == [("Monday", True), ("Zagreb", True), ("Split", True)]


def test_card_model_obeys_qts_rules(window, qtmodeltester):
    two_claims(window)
    model = CardModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    found = cards_of(window)
    model.show(found, None)
    qtmodeltester.check(model)
    model.show(found, found[0].id)
    model.show(found[:1], found[0].id)
    model.show([], None)
    del tester


def test_enter_on_a_card_goes_to_its_span(window):
    two_claims(window)
    window.press("Ctrl+Home", "Escape")
    window.press("Ctrl+3")
    front = window.bench.cards.front_cards()
    assert front.hasFocus()
    window.press("Home", "Down", "Return")
    assert window.pane.current == window.view.spans[1].id
    assert window.pane.caret() == TEXT.index("It will fall")
    window.press("Escape")
    assert window.pane.hasFocus()


def test_a_click_on_a_card_goes_to_its_span(window):
    two_claims(window)
    front = window.bench.cards.front_cards()
    rect = front.visualRect(front.cards.index(0))
    QTest.mouseClick(front.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(20, 12))
    assert window.pane.current == window.view.spans[0].id


def test_attributes_by_keyboard(window):
    window.select("Zagreb")
    window.press("L", "E")
    span = window.pane.current
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "Reading: Literal"
    window.press("Right", "Return")
    assert window.view.span(span).attributes == {"reading": "associative"}
    assert window.bench.status.undo_words() == "Undo: set reading of Location “Zagreb”"
    window.press("Return")
    assert window.view.span(span).attributes == {}
    window.press("Escape")
    assert window.pane.hasFocus()


def test_a_type_is_chosen_from_the_menu_and_undone(window):
    window.select("Ana Kovač")
    window.press("A")
    window.press("E")
    button = QApplication.focusWidget()
    menu = button.menu()
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text() == "Person").trigger()
    assert window.view.spans[0].attributes["type"] == "person"
    assert button.accessibleName() == "Type: Person"
    window.press("Ctrl+Z")
    assert "type" not in window.view.spans[0].attributes
    assert button.accessibleName() == "Type: choose"


def test_linking_and_the_values_that_stand_for_a_span(window):
    window.select("Ana Kovač")
    window.press("A")
    two_claims(window)
    claim = window.view.spans[1]
    actor = window.view.spans[0]
    window.bench.controller.go_to(claim.id)
    window.bench.controller.link("CLAIMANT", claim.id, actor.id)
    assert [p.text for p in cards_of(window)[0].slots[0].pills] == ["Ana Kovač"]
    window.bench.controller.set_alternative(claim.id, "CLAIMANT", "AUTHOR")
    assert [p.text for p in cards_of(window)[0].slots[0].pills] == ["Author"]
    assert window.view.relations == ()
    window.press("Ctrl+Z", "Ctrl+Z")
    assert cards_of(window)[0].slots[0].pills[0].kind is PillKind.MISSING


def test_notes_are_kept_when_the_field_is_left(window):
    window.bench.cards.select_tab(3)
    field = next(w for w in window.window.findChildren(QLineEdit) if w.accessibleName() == "Dateline")
    field.setFocus()
    QTest.keyClicks(field, "ZAGREB, March 1")
    window.bench.focus_article()
    assert window.view.state.attributes["dateline"] == "ZAGREB, March 1"
    assert window.stored().state.attributes["dateline"] == "ZAGREB, March 1"


def test_what_was_typed_is_kept_when_the_window_closes(start, project_file):
    one = start(project_file)
    one.bench.cards.select_tab(3)
    field = next(w for w in one.window.findChildren(QLineEdit) if w.accessibleName() == "Dateline")
    field.setFocus()
    QTest.keyClicks(field, "SPLIT")
    one.window.close()
    two = start(project_file)
    assert two.view.state.attributes["dateline"] == "SPLIT"


def test_small_words():
    assert shorten("a  b\nc") == "a b c"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"
    assert len(shorten("x" * 50, 10)) == 10


def test_titles_of_codebook_paths(window):
    spec = window.bench.project.schema.label("CLAIM").attribute("category")
    top = spec.choices[0]
    assert choice_title(spec.choices, top.value) == top.title
    child = top.children[0]
    assert choice_title(spec.choices, f"{top.value}/{child.value}") == f"{top.title} › {child.title}"
    assert choice_title(spec.choices, "no/such") == "no/such"


def test_a_date_that_is_none_is_marked_and_not_kept(window):
    window.select("It will fall")
    window.press("C")
    claim = window.view.spans[0].id
    window.bench.cards.edit_current()
    line = next(w for w in window.window.findChildren(QLineEdit) if w.accessibleName() == "Date")
    line.setFocus()
    QTest.keyClicks(line, "2026-13")
    assert line.property("wrong") is True
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.view.span(claim).attributes == {}
    line.clear()
    QTest.keyClicks(line, "2026-12")
    assert line.property("wrong") is False
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.view.span(claim).attributes == {"date": "2026-12"}


def test_a_suggested_claim_shows_its_values_and_whom_it_would_be_linked_to():
    text = "“We wait and hope,” said Olena Bondar in Kyiv."
    claim = Suggestion(
        SuggestionId(1), "CLAIM", "CLAIM", (Fragment(1, 8), Fragment(9, 17)), "p", "1", {"form": "direct quote"}, 0.9
    )
    actor = Suggestion(SuggestionId(2), "ACTOR", "PERSON", (Fragment(25, 37),), "p", "1", {"type": "person"})
    nobody = Suggestion(SuggestionId(3), "CLAIM", "CLAIM", (Fragment(20, 24),), "p", "1", {"claimant": "AUTHOR"})
    kyiv = Span(SpanId(9), "ACTOR", (Fragment(41, 45),))
    view = ArticleView(
        ArticleId(1),
        Article("u", "", text),
        "Ada",
        State(Status.TODO, {}),
        spans=(kyiv,),
        suggestions=(claim, nobody, actor),
        suggested_relations=(
            SuggestedRelation(RelationId(1), "CLAIMANT", claim.id, actor.id),
            SuggestedRelation(RelationId(2), "CLAIMANT", claim.id, SuggestionId(7)),
        ),
        stands_for={SuggestionId(7): kyiv.id},
    )
    schema = default_schema()
    cards = Cards(view, schema)
    first, second = cards.of_label(schema.label("CLAIM"))
    assert first.meta == "suggested · 2 parts · direct quote" and first.aside == "2 parts · direct quote"
    (slot,) = first.slots
    assert (slot.title, [(p.text, p.kind, p.offered) for p in slot.pills]) == (
        "Claimant",
        [("Olena Bondar?", PillKind.SUGGESTED, actor.id), ("Kyiv?", PillKind.SUGGESTED, kyiv.id)],
    )
    (slot,) = second.slots
    assert [(p.text, p.kind) for p in slot.pills] == [("Author?", PillKind.SUGGESTED)]
    assert [c.meta for c in cards.of_label(schema.label("ACTOR")) if c.suggested] == ["suggested · person"]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_tabs_without_room_show_the_keys_of_labels_and_the_front_one_its_words(qtbot):
    tabs = CardTabs()
    qtbot.addWidget(tabs)
    for words, key in (("Claims", "C"), ("Attributions", "I"), ("Sources", "U"), ("Notes", "N")):
        tabs.add(words, key)
    tabs.set_title(1, "Attributions 12", "I", 12)
    shown = lambda: [tabs.tabText(n) for n in range(tabs.count())]  # noqa: E731
    tabs.resize(600, 30)
    tabs.show()
    assert shown() == ["Claims", "Attributions 12", "Sources", "Notes"]
    tabs.resize(190, 30)
    assert shown() == ["Claims", "I 12", "U", "N"]
    assert tabs.tabToolTip(1) == tabs.accessibleTabName(1) == "Attributions 12"
    tabs.setCurrentIndex(1)
    assert shown() == ["C", "Attributions 12", "U", "N"]
    assert tabs.titles() == ["Claims", "Attributions 12", "Sources", "Notes"]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_value_without_room_is_shortened_and_keeps_its_sign(qtbot):
    button = FittingButton()
    qtbot.addWidget(button)
    button.set_words("Society and way of life › Travel", " ▾")
    button.show()
    button.resize(button.sizeHint())
    assert button.text() == "Society and way of life › Travel ▾"
    whole = button.sizeHint().width()
    button.resize(whole // 2, 21)
    assert button.text().startswith("Soc") and button.text().endswith("… ▾")
    assert abs(button.sizeHint().width() - whole) <= 2
