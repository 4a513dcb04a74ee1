"""Nothing the user sees bypasses translation: in a language of brackets, what stands outside brackets is found."""

from __future__ import annotations

import json
import re

import pytest

from annotation_schema import wording
from desktop.core.resources import embedded_pipeline
from desktop.ui import translation

SIGNS = r"Ctrl|Shift|Alt|Meta|Enter|Return|Esc|Tab|Del|Delete|Backspace|Space|Home|End|Page|PgUp|PgDown|PgDn|F\d+|[A-Z]"
META = json.loads((embedded_pipeline() / "meta.json").read_text("utf-8"))


def told_by(value) -> set[str]:
    """Return all strings that a pipeline tells about itself."""
    if isinstance(value, dict):
        return {text for k, v in value.items() for text in told_by(k) | told_by(v)}
    return {text for v in value for text in told_by(v)} if isinstance(value, list) else {str(value)}


OF_PIPELINE = sorted((x for x in told_by(META) if len(x) > 1), key=len, reverse=True)
NAMES = ("Pressmark", "JSON Lines", "Inter", "Noto Serif", "English", "Deutsch", "en_pressmark_news", "DocBin", "spaCy")
DATA = re.compile(r"\*\.[a-z0-9]+|\.(pressmark|json)\b|news-claims|qt_[\w]+|#?[0-9a-f]{6,}|/[^\s]*|\d[\d.,]*\w*")
BRACKETED = re.compile(r"⟦[^⟦⟧]*(?:⟧|…)")
CUT_OFF = re.compile(r"⟦[^⟦⟧]*$")
OF_QT = {"OK", "Cancel", "Close", "Scroll Left", "Scroll Right"}
"""Qt's own words, which Qt's own catalogues translate."""


def bracketed(context: str, source: str, n: int) -> str:
    """Return the sentence in brackets and 40 % longer."""
    if n >= 0:
        source = wording.plain(context, source.split("|")[0 if n == 1 else -1], n)
    words = source.replace(" ", "␣")  # one word, which the help sheet does not take apart
    return f"⟦{words}{'·' * (len(source) * 2 // 5)}⟧"


def unbracketed(text: str) -> str:
    """Return what of a text did not go through translation."""
    if (
        text in OF_QT
        or text in OF_PIPELINE
        or all(x in OF_PIPELINE for x in text.split(", "))
        or re.match(r"Python \d[^ ]*, Qt ", text)
    ):
        return ""
    text = re.sub(r"\ben_\w*(\n[\d.]+, en\b)?", "", text)
    cut, before = "…" in text, None
    while before != text:
        before, text = text, BRACKETED.sub("", text)
        text = CUT_OFF.sub("", text) if cut and before == text else text
    for name in NAMES:
        text = text.replace(name, "")
    text = re.sub(rf"\b({SIGNS})\b", "", DATA.sub("", text))
    return " ".join(re.findall(r"[A-Za-z]{2,}", text))


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setattr(translation, "take", lambda app, setting: wording.install(bracketed) or "xx")


@pytest.mark.timeout(400)
@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform
@pytest.mark.slow
def test_every_text_of_the_window_goes_through_translation(pseudo, walk):
    one = walk("xx")
    one.go()
    assert len(one.texts) > 500
    left = {text: (found, where) for text, where in one.texts.items() if (found := unbracketed(text))}
    assert not left, "\n".join(f"{found}  |  {text[:90]!r}  |  {where}" for text, (found, where) in left.items())


def test_the_welcome_page_goes_through_translation(pseudo, walk):
    one = walk("xx", opened=False)
    one.look()
    left = {text: where for text, where in one.texts.items() if unbracketed(text)}
    assert not left


def test_the_test_finds_what_it_is_to_find():
    assert unbracketed("⟦open·⟧ Stop (Ctrl+K)") == "Stop"
    assert unbracketed("⟦trim ⟦a ⟦b⟧…") == ""
    assert unbracketed("⟦a ⟦b⟧ c⟧ F1, Esc: 12 статьи ⟦cut off…") == ""
