"""The real window in German: no English sentence is left, and nothing is cut off although German is longer."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QLocale

from desktop.core.resources import resource_path
from desktop.ui import translation

PLACE = re.compile(r"\{[^}]*\}|%L?n")


def english() -> list[re.Pattern[str]]:
    """Return a pattern for each English sentence that German says otherwise."""
    found = []
    for file in sorted(resource_path("translations").glob("*_de.ts")):
        for message in ElementTree.parse(file).iter("message"):
            source = message.findtext("source") or ""
            german = {f.text for f in message.iter("numerusform")} or {message.findtext("translation")}
            for one in source.split("|") if message.get("numerus") else [source]:
                letters = re.sub(r"[^A-Za-z]", "", PLACE.sub("", one))
                if one not in german and len(letters) > 2:
                    words = ".+?".join(re.escape(part) for part in PLACE.split(one))
                    found.append(re.compile(words, re.DOTALL))
    return found


@pytest.mark.timeout(400)
@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform
@pytest.mark.slow
def test_no_english_is_left_and_nothing_is_cut(walk):
    one = walk("de")
    assert QLocale().language() == QLocale.Language.German
    one.go()
    assert "Auszeichnen" in one.texts and "Abbrechen" in one.texts  # ours and Qt's own
    patterns = english()
    assert len(patterns) > 800
    one.texts.pop("English")  # in the settings each language has its own name
    left = {text: where for text, where in one.texts.items() if any(p.fullmatch(text) for p in patterns)}
    assert not left, "\n".join(f"{text[:90]!r}  |  {where}" for text, where in left.items())
    assert not one.cut, "\n".join(f"{text[:90]!r}  |  {where}" for text, where in one.cut.items())


def test_the_welcome_page_in_german(walk):
    one = walk("de", opened=False)
    one.look()
    assert "Beispielprojekt öffnen" in one.texts
    assert not one.cut


@pytest.mark.parametrize(
    ("setting", "wanted", "code"),
    [
        ("system", ["de-AT", "en-GB"], "de"),
        ("system", ["en-GB", "de"], "en"),
        ("system", ["C"], "en"),
        ("system", ["fr-FR", "de-DE"], "de"),
        ("system", ["fr-FR", "en"], "en"),
        ("system", [], "en"),
        ("de", ["en"], "de"),
        ("en", ["de"], "en"),
    ],
)
def test_which_language(setting, wanted, code):
    assert translation.language_for(setting, wanted) == code
