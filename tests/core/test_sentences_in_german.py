"""What the core says in German: its own quotation marks, and whole sentences as its catalogue has them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation_schema import wording
from annotation_schema.model import Article, ArticleId, Fragment, Span, SpanId, Status
from desktop.core import gestures
from desktop.core.edits import State
from desktop.core.errors import AppError
from desktop.core.lint import lint
from desktop.core.resources import default_schema
from desktop.core.view import ArticleView

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "translations" / "core_de.ts"
TEXT = "Kyiv and Kyiv agreed, Olena Bondar said."


def entries() -> dict[tuple[str, str], tuple[str, ...]]:
    """Context and source to the translation, in all its forms; () for one that is unfinished."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(CATALOGUE).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [f.text or "" for f in translation.iter("numerusform")] or [translation.text or ""]
            done = translation.get("type") is None and all(forms)
            found[context.findtext("name", ""), message.findtext("source", "")] = tuple(forms) if done else ()
    return found


GERMAN = entries()


def test_sentences_end_as_in_english_and_quote_as_in_german() -> None:
    for (_, source), forms in GERMAN.items():
        for form in forms:
            assert "”" not in form, form
            assert form.count("„") == form.count("“"), form
            for end in (".", "?", ":", "…"):
                assert form.endswith(end) == source.endswith(end), (source, form)


@pytest.fixture
def german() -> Iterator[None]:
    def translator(context: str, source: str, n: int) -> str:
        forms = GERMAN[context, source]
        text = forms[0 if n == 1 or len(forms) == 1 else 1]
        return text if n < 0 else text.replace("%Ln", f"{n:,}".replace(",", ".")).replace("%n", str(n))

    wording.install(translator)
    yield
    wording.install()


def view(*spans: Span) -> ArticleView:
    return ArticleView(ArticleId(1), Article("a", "T", TEXT), "Ada", State(Status.TODO, {}), spans)


def test_journal_words_are_german(german: None) -> None:
    schema = default_schema()
    kyiv = Span(SpanId(1), "LOCATION", (Fragment(0, 4),))
    assert gestures.tag(view(), schema, "ACTOR", [Fragment(22, 34)]).words == "„Olena Bondar“ als Actor auszeichnen"
    assert gestures.delete(view(kyiv), kyiv.id, schema=schema).words == "Location „Kyiv“ löschen"
    assert gestures.set_status(view(), Status.FLAGGED).words == "Artikel auf „vorgemerkt“ setzen"
    value = gestures.set_attribute(view(kyiv), kyiv.id, "reading", "literal", schema=schema)
    assert value.words == "Reading von Location „Kyiv“ setzen"


def test_refusals_and_marks_are_german(german: None) -> None:
    schema = default_schema()
    kyiv = Span(SpanId(1), "LOCATION", (Fragment(0, 4),))
    with pytest.raises(AppError) as caught:
        gestures.tag(view(kyiv), schema, "LOCATION", [Fragment(0, 4)])
    assert caught.value.message == "„Kyiv“ ist schon als Location ausgezeichnet."
    told = [m.message for m in lint(view(kyiv), schema)]
    assert "Location „Kyiv“ braucht einen Wert für Reading." in told
