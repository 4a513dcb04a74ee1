"""Words, sentences and quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import boundaries as b

TEXT = st.text(st.sampled_from("ab A.!?…\n\"'“”‘’«»-,0 \t\u00a0é\u0301\U0001f468記א"), max_size=60)
PLACE = st.integers(0, 60)


def words(text):
    return [text[s:e] for s, e in b.words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine's 59th brigade", ["Ukraine", "'s", "59th", "brigade"]),
        ("don’t say “yes”", ["don’t", "say", "yes"]),
        ("the U.S. had 60,000.", ["the", "U.S.", "had", "60,000"]),
        ("well-known", ["well", "known"]),
        ("cafe\u0301s und Größe", ["cafe\u0301s", "und", "Größe"]),
        ("fire\u00adtruck", ["fire\u00adtruck"]),
        ("a\U0001f468\u200d\U0001f692 b", ["a", "\U0001f468\u200d\U0001f692", "b"]),
        ("北京 news", ["北", "京", "news"]),
        ("שָׁלוֹם לך", ["שָׁלוֹם", "לך"]),
        ("€5 — 10%", ["€", "5", "10", "%"]),
        ("…?!", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@given(TEXT, PLACE)
def test_word_motions_find_the_nearest_word_on_their_side(text, position):
    position = min(position, len(text))
    found = list(b.words(text, 0, len(text)))
    assert b.next_word_start(text, position) == min((s for s, _ in found if s > position), default=len(text))
    assert b.next_word_end(text, position) == min((e for _, e in found if e > position), default=len(text))
    assert b.previous_word_start(text, position) == max((s for s, _ in found if s < position), default=0)
    assert b.previous_word_end(text, position) == max((e for _, e in found if e < position), default=0)


def test_word_motions_are_the_same_far_into_a_long_text():
    text = "Kyiv said. " * 3000
    at = len("Kyiv said. ") * 2000
    assert b.next_word_start(text, at) == at + 5
    assert b.previous_word_start(text, at) == at - 6
    assert b.previous_word_end(text, at) == at - 2
    assert b.word_at(text, at + 1) == (at, at + 4)


def test_previous_word_over_a_long_stretch_without_words():
    text = "Kyiv" + "." * 5000
    assert b.previous_word_start(text, len(text)) == 0
    assert b.previous_word_end(text, len(text)) == 4


@pytest.mark.parametrize(("position", "expected"), [(0, "Kyiv"), (2, "Kyiv"), (4, "Kyiv"), (6, "said"), (10, "said")])
def test_the_word_under_the_caret(position, expected):
    start, end = b.word_at("Kyiv, said", position)
    assert "Kyiv, said"[start:end] == expected


def test_no_word_where_there_is_none():
    assert b.word_at("... ", 2) is None
    assert b.word_at("", 0) is None


def sentences(text):
    return [text[s:e] for s, e in b.sentences(text, 0)]


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        ["Mr. Smith met Gen. Lee.", "They spoke."],
        ["George W. Bush spoke.", "No one heard."],
        ["He lives in the U.S.", "The law changed."],
        ["The U.S. Senate voted."],
        ["“Is it true?” he asked.", "“No!”", "It was over."],
        ['They "attack on foot."', "He left…", "Then what?"],
        ["About 5.5 per cent at example.com rose."],
        ["It began in 2024.", "12 people came."],
        ["قال الرئيس نعم؟", "هذا صحيح."],
    ],
)
def test_sentences(expected):
    assert sentences(" ".join(expected)) == expected


def test_sentences_end_with_their_paragraph():
    text = "No stop here\n\nSecond one. Third."
    assert sentences(text) == ["No stop here"]
    assert b.next_sentence_start(text, 3) == text.index("Second")
    assert b.previous_sentence_start(text, text.index("Second")) == 0
    assert b.previous_sentence_end(text, text.index("one")) == len("No stop here")


@given(TEXT, PLACE)
def test_sentence_motions_go_on_and_come_to_an_end(text, position):
    position = min(position, len(text))
    assert b.next_sentence_start(text, position) > position or position == len(text)
    assert b.next_sentence_end(text, position) > position or position == len(text)
    assert b.previous_sentence_start(text, position) < position or position == 0
    assert b.previous_sentence_end(text, position) < position or position == 0


@given(TEXT, PLACE)
def test_a_sentence_has_no_white_space_around_it_and_does_not_leave_its_paragraph(text, position):
    position = min(position, len(text))
    found = b.sentence_at(text, position)
    if found is None:
        low, high = b.paragraph(text, position)
        assert not text[low:high].strip()
    else:
        piece = text[found[0] : found[1]]
        assert piece
        assert piece == piece.strip()
        assert "\n" not in piece


def test_sentence_motions_in_a_paragraph_of_a_million_characters():
    text = "They left. " * 100_000
    assert b.sentence_at(text, 550_003) == (550_000, 550_010)
    assert b.next_sentence_start(text, 550_003) == 550_011
    assert b.previous_sentence_start(text, 550_003) == 550_000


@pytest.mark.parametrize(
    ("text", "under", "expected"),
    [
        ('front called the situation "generally difficult," he said', "difficult", "generally difficult,"),
        ("he said “we don’t ‘want’ it” today", "we", "we don’t ‘want’ it"),
        ("he said “we don’t ‘want’ it” today", "want", "want"),
        ("«Ось так», сказав він", "так", "Ось так"),
        ("„So ist es“, sagte er", "ist", "So ist es"),
        ("“It goes on", "goes", "It goes on"),
        ('before "this" and "that"', "before", "this"),
        ("“‘Tis the season” he said", "season", "‘Tis the season"),
        ("“a”", "“", "a"),
    ],
)
def test_quotation(text, under, expected):
    start, end = b.quotation_at(text, text.index(under))
    assert text[start:end] == expected


def test_no_quotation():
    assert b.quotation_at("it isn't the boys' fault", 5) is None
    assert b.quotation_at('one "quote"\n\nand none', 20) is None


@given(TEXT, PLACE)
def test_quotations_lie_in_the_paragraph_and_are_not_empty(text, position):
    position = min(position, len(text))
    low, high = b.paragraph(text, position)
    assert all(low <= s < e <= high for s, e in b.quotations(text, position))


@given(TEXT, st.data())
def test_the_word_at_a_position_is_that_of_the_whole_text(text, data):
    position = data.draw(st.integers(0, len(text)))
    found = list(b.words(text, 0, len(text)))
    around = [w for w in found if w[0] <= position < w[1]] or [w for w in found if w[1] == position]
    assert b.word_at(text, position) == (around[0] if around else None)
