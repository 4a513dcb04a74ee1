"""Encodings, line ends and headlines: what becomes of a source's bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.readers.headline import first_words, headline_of, with_headline
from desktop.core.readers.text import UndecodableError, clean, detect_file, newline_style, normalise_newlines

ODD = "👨🏻‍🚒 firemen\u2028drive\u2029fire\u00a0trucks\u200b \u00adsoft\x0b\x0c\x85 café cafe\u0301 السلام 𠀀 🇺🇦\tend"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_gives_the_same_text(codec):
    text = "The minister said so.\nNobody else did.\n" * 5 + ODD
    assert clean(text.encode(codec)).text == text


def test_a_byte_order_mark_is_taken_once_only():
    assert clean(b"\xef\xbb\xbf\xef\xbb\xbfA").text == "\ufeffA"
    assert clean("a\ufeffb".encode()).text == "a\ufeffb"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff"), max_size=300))
def test_utf8_text_without_cr_comes_through_unchanged(text):
    decoded = clean(text.encode())
    assert decoded.text == text
    assert not decoded.encoding.warning


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("a\nb", "lf"),
        ("a\r\nb\r\n", "crlf"),
        ("a\rb", "cr"),
        ("a\r\nb\nc", "mixed"),
        ("a", "none"),
        ("a\n\rb", "mixed"),
    ],
)
def test_line_ends_become_lf_and_are_remembered(text, style):
    assert newline_style(text) == style
    assert "\r" not in normalise_newlines(text)
    assert normalise_newlines("a\r\n\rb\x85\u2028\x0b") == "a\n\nb\x85\u2028\x0b"


def test_windows_1252_is_read_with_a_warning():
    text = "Le président a déclaré « nous y sommes » – l’été dernier, à Besançon. " * 4
    decoded = clean(text.replace("\u202f", " ").encode("cp1252"))
    assert decoded.text == text
    assert "Windows-1252" in decoded.encoding.warning
    assert clean(b"caf\xe9").text == "café"


def test_english_with_a_few_curly_quotes_in_windows_1252_keeps_them():
    text = "“We will not go,” said the minister’s spokesman on Monday in the capital. " * 20
    assert clean(text.encode("cp1252")).text == text


def test_utf8_with_some_bad_bytes_is_utf8_with_a_warning():
    data = ("Le président a déclaré que l’été était fini. " * 10).encode() + b"\xff\xfe!" + "né à Besançon".encode()
    decoded = clean(data)
    assert decoded.text.startswith("Le président a déclaré")
    assert decoded.text.endswith("\ufffd\ufffd!né à Besançon")
    assert decoded.encoding.warning.startswith("2 bytes are not valid UTF-8")


def test_utf8_cut_inside_a_character():
    assert clean("Besançon — l’été".encode()[:-1]).text == "Besançon — l’ét\ufffd"
    assert clean("only ascii …".encode()[:-1]).text == "only ascii \ufffd"


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "shift_jis", "gb18030"])
def test_an_encoding_that_cannot_be_told_is_refused(codec):
    text = {"cp1251": "Президент сказал это вчера. ", "koi8-r": "Президент сказал это вчера. "}.get(
        codec, "大統領は昨日そう言った。" if codec == "shift_jis" else "总统昨天这样说。"
    )
    with pytest.raises(UndecodableError, match="Save it as UTF-8"):
        clean((text * 10).encode(codec))


def test_broken_utf16_is_refused_with_a_sentence():
    with pytest.raises(UndecodableError, match="UTF-16"):
        clean("abc".encode("utf-16") + b"\x00\xd8a\x00")


@pytest.mark.parametrize("size", [10, (1 << 20) - 1, (1 << 20) + 1, 2_500_000])
def test_files_are_judged_across_chunk_borders(tmp_path, size):
    path = tmp_path / "big.txt"
    path.write_bytes(("é" * size).encode())
    assert detect_file(path).name == "utf-8"
    path.write_bytes(b"a" + ("é" * size).encode() + b"\xff")
    assert (detect_file(path).name, detect_file(path).errors) == ("utf-8", "replace")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rain in Kyiv\n\nIt rained.", "Rain in Kyiv"),
        ("\n\n  Rain in Kyiv \n \nIt rained.", "Rain in Kyiv"),
        ("Rain in Kyiv", "Rain in Kyiv"),
        ("Rain in Kyiv\nIt rained all day.", ""),
        ("Rain in Kyiv;\nUmbrellas are sold out\n\nIt rained.", "Rain in Kyiv;"),
        ("It rained\nall day and\nall night.\n\nThen it stopped.", ""),
        ("It rained.\nIt stopped.\n\n", ""),
        ("x" * 201 + "\n\nIt rained.", ""),
        ("Rain\u2028in Kyiv\n\nIt rained.", "Rain\u2028in Kyiv"),
    ],
)
def test_a_headline_is_short_and_stands_alone(text, title):
    assert headline_of(text) == title


def test_a_headline_kept_apart_goes_first_once():
    assert with_headline("Rain", "It rained.") == "Rain\n\nIt rained."
    assert with_headline("Rain", "Rain\n\nIt rained.") == "Rain\n\nIt rained."
    assert with_headline("Rain", "Rain fell.") == "Rain\n\nRain fell."
    assert with_headline("", "It rained.") == "It rained."


def test_first_words_never_look_like_the_beginning_of_the_text():
    text = "word " * 100
    assert first_words(text).endswith("word…")
    assert len(first_words(text)) <= 81
    assert not text.startswith(first_words(text))
