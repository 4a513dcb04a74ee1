"""Quotations of every make, also broken ones: where they begin and end, and which go on over paragraphs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.worker.claims.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go,” she said. “Not today.”", ["“We will go,”", "“Not today.”"]),
        ('"We will go," she said. "Not today."', ['"We will go,"', '"Not today."']),
        ("“He told me ‘never again’ twice,” she said.", ["“He told me ‘never again’ twice,”"]),
        ("\"He said 'never again' twice,\" she said.", ["\"He said 'never again' twice,\""]),
        ("« Nous partons », a-t-il dit.", ["« Nous partons »"]),
        ("„Wir gehen“, sagte sie.", ["„Wir gehen“"]),
        ("»Wir gehen«, sagte sie.", ["»Wir gehen«"]),
        ("「行きます」と言った。", ["「行きます」"]),
        ("''We will go,'' he said. ``Not today.''", ["''We will go,''", "``Not today.''"]),
        ('"Opened straight, closed curly,” he said.', ['"Opened straight, closed curly,”']),
        ("The workers’ pay isn’t the farmers’ pay in the ’90s.", []),
        ("It's the workers' pay, not the '90s.", []),
        ("‘We will not pay for this,’ the minister said.", ["‘We will not pay for this,’"]),
        ("'We will not pay for this,' the minister said.", ["'We will not pay for this,'"]),
        ("The so-called ‘deal’ is off.", []),
        ("“Never closed, he said.\nNext paragraph.", ["“Never closed, he said."]),
        ('A stray ” and a stray " here', []),
        ("“One began “two began and closed.”", ["“One began", "“two began and closed.”"]),
        ("👍 “Grüße 👨🏻‍🚒 an alle” 👍", ["“Grüße 👨🏻‍🚒 an alle”"]),
        ("הוא אמר “שלום לכולם” ויצא", ["“שלום לכולם”"]),
        ("\u200f“مرحبا بكم”\u200f قال", ["“مرحبا بكم”"]),
        ("“”", []),
        ("", []),
        ("He is 6' 2\" tall.", []),
    ],
)
def test_outermost_quotations(text, expected):
    assert [text[q.start : q.end].rstrip() for q in quotations(text)] == expected


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "“First we wait.\n\n“Then we go.\n\n“Then we rest,” she said.\n\n“Another.”"
    found = quotations(text)
    assert [q.continued for q in found] == [False, True, True, False]
    assert [q.closed for q in found] == [False, False, True, True]


def test_a_paragraph_without_an_opening_mark_does_not_go_on():
    found = quotations("“First we wait.\n\nHe left.\n\n“Then we go.”")
    assert [q.continued for q in found] == [False, False]


@given(st.text(st.sampled_from("ab .,“”‘’\"'«»„\n`"), max_size=60))
def test_whatever_comes_quotations_lie_in_order_and_apart(text):
    end = 0
    for q in quotations(text):
        assert end <= q.start < q.inner[0] < q.inner[1] <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        end = q.end


def test_time_is_in_step_with_the_length():
    text = '“He told me ‘never again” twice, "she said. ' * 2_000

    def seconds(times):
        started = time.process_time()
        quotations(text * times)
        return time.process_time() - started

    short = max(seconds(1), 0.02)
    assert seconds(8) < 24 * short
