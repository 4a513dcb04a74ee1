"""Claims in the worker's answer: tied to names, with cues, attributes, and relations that name the right spans."""

import pytest

from desktop.core.prelabel.messages import ArticleText, FoundSpan
from desktop.worker import prelabel
from desktop.worker.claims.actors import attributes, for_language
from desktop.worker.prelabel import Pipeline

TEXT = (
    "“We will all go to Kyiv on Monday,” Angela Merkel said. “Nobody will stop us.” The minister said that "
    "Kyiv was near. It is feared that nobody will come. I think that the trip will be long."
)


def answer(pipeline, text=TEXT, **options):
    (found,) = Pipeline.load(pipeline, claims=True, **options).find(
        1, [ArticleText.of(1, text)], cancelled=lambda: False
    )
    return found


def surface(text, span):
    return " | ".join(text[f.start : f.end] for f in span.fragments)


def links(text, found):
    """Return (claim, claimant) as texts, a value where no span is meant."""
    return [
        (surface(text, found.spans[r.source]), r.value if r.target is None else surface(text, found.spans[r.target]))
        for r in found.relations
        if r.role == "claimant"
    ]


def test_claims_come_with_claimants_cues_and_attributes(pipeline):
    found = answer(pipeline)
    assert links(TEXT, found)[:2] == [
        ("We will all go to Kyiv on Monday | Nobody will stop us", "Angela Merkel"),
        ("Kyiv was near", "minister"),
    ]
    claims = [s for s in found.spans if s.label == "CLAIM"]
    assert claims[0].attributes == {"form": "direct quote"} and claims[1].attributes == {"form": "indirect"}
    assert all(s.score is not None and 0 < s.score <= 1 for s in claims)
    (actor,) = [s for s in found.spans if s.label == "ACTOR" and surface(TEXT, s) == "minister"]
    assert actor.attributes == {"type": "person", "mention": "description"}
    cues = {surface(TEXT, found.spans[r.source]) for r in found.relations if r.role == "cue"}
    assert cues >= {"said"} and all(found.spans[r.source].label == "CUE" for r in found.relations if r.role == "cue")


def test_where_nobody_is_named_a_value_says_so(pipeline):
    values = [who for _, who in links(TEXT, answer(pipeline)) if who in ("IMPLICIT", "AUTHOR")]
    if prelabel.ClaimSuggester(Pipeline.load(pipeline)._nlp)._reader._nlp is not None:
        assert values == ["IMPLICIT", "AUTHOR"]


def test_a_name_that_speaks_is_not_suggested_twice(pipeline):
    found = answer(pipeline)
    assert [s.label for s in found.spans if surface(TEXT, s) == "Angela Merkel"] == ["PERSON"]


def test_relations_name_the_right_spans_in_an_article_of_many_pieces(pipeline, monkeypatch):
    text = "\n\n".join(
        f"Kyiv waits, and Monday came. “We have now waited for {n} days in Kyiv,” Angela Merkel said."
        for n in range(60)
    )
    cut = prelabel.pieces
    monkeypatch.setattr(prelabel, "pieces", lambda text: cut(text, 700))
    answers = list(Pipeline.load(pipeline, claims=True).find(1, [ArticleText.of(1, text)], cancelled=lambda: False))
    assert len(answers) > 5
    assert links(text, answers[-1]) == [
        (f"We have now waited for {n} days in Kyiv", "Angela Merkel") for n in range(60)
    ]


def test_without_claims_there_are_names_only(pipeline):
    (found,) = Pipeline.load(pipeline).find(1, [ArticleText.of(1, TEXT)], cancelled=lambda: False)
    assert {s.label for s in found.spans} <= {"GPE", "PERSON", "DATE"} and not found.relations


def test_a_text_in_another_language_gives_its_quotations(pipeline):
    text = "Der Minister sagte am Montag: „Wir werden nach Kyiv fahren.“ Das wird lange dauern, meinte er dann."
    assert [surface(text, s) for s in answer(pipeline, text).spans if s.label == "CLAIM"] == [
        "Wir werden nach Kyiv fahren"
    ]


@pytest.mark.parametrize(
    ("words", "label", "pronoun", "article", "kind"),
    [
        ("Ada Lind", "PERSON", "", "", "person"),
        ("Poles", "NORP", "", "", "public or group"),
        ("Ministry of Health", "ORG", "", "the", "government or authority"),
        ("Moscow", "GPE", "", "", "government or authority"),
        ("Reuters", "ORG", "", "", "media"),
        ("senior official", "", "", "A", "unnamed source"),
        ("mayor", "", "", "the", "person"),
        ("report", "", "", "the", "document"),
        ("commander of the brigade", "", "", "the", "person"),
        ("she", "", "woman", "", "person"),
        ("they", "", "several", "", None),
        ("gizmo", "", "", "the", None),
    ],
)
def test_what_kind_of_actor_it_is(words, label, pronoun, article, kind):
    assert attributes(words, label, pronoun, for_language("en"), article=article).get("type") == kind


def test_values_are_those_of_the_default_schema():
    from annotation_schema.schema_json import load
    from desktop.core.resources import resource_path

    schema = load(resource_path("schemas", "news-claims.json"))
    allowed = {c for a in schema.label("ACTOR").attributes if a.name == "type" for c in a.values()}
    known = for_language("en")
    assert set(known.types.values()) <= allowed and known.people.isdisjoint(known.types)


def test_a_span_found_by_a_pipeline_keeps_its_own_attributes():
    from annotation_schema.model import Fragment
    from desktop.worker.claims.suggesting import described

    span = FoundSpan((Fragment(0, 4),), "ORG", attributes={"type": "party"})
    assert described(span, "Bank", for_language("en")).attributes == {"type": "party", "mention": "name"}


def ruled(tmp_path, *patterns):
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for words, label in patterns])
    nlp.to_disk(tmp_path / "ruled")
    return str(tmp_path / "ruled")


def test_a_name_of_which_the_pipeline_found_half_is_suggested_whole_where_it_speaks(tmp_path):
    text = "“We will all go to Lund on Monday,” Angela Merkel said. Nobody had asked the chancellor on Sunday."
    found = answer(ruled(tmp_path, ("Angela", "PERSON")), text)
    assert links(text, found) == [("We will all go to Lund on Monday", "Angela Merkel")]
    assert [surface(text, s) for s in found.spans if s.label in ("PERSON", "ACTOR")] == ["Angela Merkel"]


@pytest.mark.parametrize("words", ["Mr. Merkel", "Chancellor Merkel", "Angela Merkel of Lund", "The Merkel"])
def test_a_title_is_no_half_of_a_name(tmp_path, words):
    text = f"“We will all go to Lund on Monday,” {words} said. Nobody had asked on Sunday, and that was that."
    found = answer(ruled(tmp_path, ("Merkel", "PERSON")), text)
    assert [surface(text, s) for s in found.spans if s.label == "PERSON"] == ["Merkel"]


def test_who_speaks_under_half_a_name_is_the_name(tmp_path):
    text = (
        "“We will all go to Lund on Monday.”\n― Angela Merkel, Berlin\nThe bridge is old, and nobody sees trains there."
    )
    found = answer(ruled(tmp_path, ("― Angela Merkel", "PERSON")), text)
    assert links(text, found) == [("We will all go to Lund on Monday", "Angela Merkel")]
    assert [surface(text, s) for s in found.spans if s.label in ("PERSON", "ACTOR")] == ["Angela Merkel"]


def test_claims_in_capitals_have_their_claimants_and_offsets(tmp_path):
    text = (
        "THE MAYOR ANGELA MERKEL SAID ON MONDAY THAT THE OLD BRIDGE IN KYIV IS SAFE. “NOBODY HAS TO WORRY ABOUT IT,” "
        "SHE TOLD REPORTERS."
    )
    found = answer(ruled(tmp_path, ("Angela Merkel", "PERSON"), ("Kyiv", "GPE")), text)
    names = [(surface(text, s), s.label) for s in found.spans if s.label in ("PERSON", "GPE")]
    assert names == [("ANGELA MERKEL", "PERSON"), ("KYIV", "GPE")], "the pipeline read them as in a title"
    assert ("NOBODY HAS TO WORRY ABOUT IT", "SHE") in links(text, found)
