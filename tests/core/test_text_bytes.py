"""Words and JSON from the bytes of a text are what the plain ways give."""

import json
import sys

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.text_bytes import count_words, json_text

TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from('ab \n\t\r\v\f\x00\x1c\x1f\x85\xa0\u2003\u3000"\\/'))
)


@given(TEXTS)
def test_words_are_counted_as_python_splits(text):
    assert count_words(text, text.encode()) == len(text.split())


def test_every_character_parts_or_joins_words_as_python_has_it():
    for code in range(sys.maxunicode + 1):
        if not 0xD800 <= code < 0xE000 and (code < 0x3100 or code % 97 == 0):
            text = f"a{chr(code)}b"
            assert count_words(text, text.encode()) == len(text.split()), hex(code)


@given(TEXTS)
def test_a_text_in_json_is_what_json_writes(text):
    assert json_text(text) == json.dumps(text, ensure_ascii=False).encode()
