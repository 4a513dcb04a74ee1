"""What the worker makes of a pipeline's names: alike within an article, scored, and sensible on odd texts."""

import itertools
import json
import math
import random

import pytest

from desktop.core.resources import embedded_pipeline
from desktop.worker.consistency import Name, consistent
from desktop.worker.margins import Margins
from desktop.worker.names import Names
from desktop.worker.scores import FILE, Scores, Situation

FOLDER = embedded_pipeline()


def labelled(text, *names):
    """Give tokens and names; each name is (words, label, sure) and found at its first place that is still free."""
    words = text.split()
    taken = set()
    found = []
    for surface, label, sure in names:
        parts = surface.split()
        at = next(
            i
            for i in range(len(words))
            if words[i : i + len(parts)] == parts and not taken & set(range(i, i + len(parts)))
        )
        taken |= set(range(at, at + len(parts)))
        found.append(Name(at, at + len(parts), label, sure))
    return words, found


def settled(text, *names):
    words, found = labelled(text, *names)
    return [(" ".join(words[name.first : name.last]), name.label, name.how) for name in consistent(words, found)]


def test_the_surer_label_wins_for_the_same_words():
    given = settled(
        "in Perth , Perth said . Perth", ("Perth", "GPE", 0.9), ("Perth", "PERSON", 0.6), ("Perth", "GPE", 0.8)
    )
    assert given == [("Perth", "GPE", "model"), ("Perth", "GPE", "same"), ("Perth", "GPE", "model")]


def test_a_family_name_follows_its_person():
    given = settled("Jane Houston came . Houston left . Nobody saw Houston", ("Jane Houston", "PERSON", 0.9))
    assert given == [("Jane Houston", "PERSON", "model")] + [("Houston", "PERSON", "repeat")] * 2
    given = settled("Jane Houston came . Houston left", ("Jane Houston", "PERSON", 0.9), ("Houston", "GPE", 0.4))
    assert given[1] == ("Houston", "PERSON", "same")


def test_a_nationality_is_no_vote_about_a_name():
    given = settled("the French bank and French", ("French", "NORP", 0.9), ("French", "ORG", 0.3))
    assert [label for _, label, _ in given] == ["NORP", "ORG"]


def test_initials_in_brackets_get_the_label_of_their_name():
    text = "the Civic Rights Front ( CRF ) met . CRF won"
    given = settled(text, ("Civic Rights Front", "ORG", 0.9))
    assert given[1:] == [("CRF", "ORG", "initials"), ("CRF", "ORG", "repeat")]
    assert settled("the Civic Rights Front ( XYZ ) met", ("Civic Rights Front", "ORG", 0.9))[1:] == []


def test_a_word_that_is_also_written_small_is_not_spread():
    assert settled("the apple of Apple . Apple pies", ("Apple", "ORG", 0.9)) == [("Apple", "ORG", "model")]


def test_a_part_of_a_longer_unseen_name_is_not_labelled():
    assert settled("in Lima . Lima Accord Committee", ("Lima", "GPE", 0.9)) == [("Lima", "GPE", "model")]


def test_nothing_is_changed_that_is_alike_already_and_names_never_overlap():
    rng = random.Random(5)
    vocabulary = ["Ann", "Bo", "Cy", "Di", "the", "of", "(", ")", ",", ".", "ABC", "-", "said"]
    for _ in range(300):
        words = rng.choices(vocabulary, k=30)
        names, at = [], 0
        while at < 28:
            end = at + rng.choice((1, 1, 2))
            if rng.random() < 0.3:
                names.append(Name(at, end, rng.choice(("PERSON", "ORG", "GPE", "NORP")), rng.random()))
            at = end
        given = consistent(words, names)
        assert all(a.last <= b.first for a, b in itertools.pairwise(given))
        assert {(n.first, n.last) for n in names} <= {(n.first, n.last) for n in given}


@pytest.fixture(scope="module")
def nlp():
    import spacy

    return spacy.load(FOLDER)


@pytest.fixture(scope="module")
def names(nlp):
    return Names(nlp, FOLDER)


def spans(nlp, names, text):
    doc = nlp(text)
    found = names.spans(doc)
    for span in found:
        (fragment,) = span.fragments
        surface = text[fragment.start : fragment.end]
        assert surface == surface.strip() != ""
        assert 0 < span.score < 1
    return [(text[s.fragments[0].start : s.fragments[0].end], s.label) for s in found]


def test_chances_are_those_that_spacys_own_step_model_gives(nlp):
    """The sums over vectors are checked against the component's own scores, state by state."""
    text = "German Chancellor Angela Merkel met Barack Obama of the United Nations in New York."
    import numpy as np

    margins = Margins.of(nlp)
    doc = nlp(text)
    vectors = margins.of_doc(doc)
    entities = [(e.start, e.end, e.label_) for e in doc.ents]
    assert len(entities) >= 4
    given = margins.chances(vectors, entities)
    ner = nlp.get_pipe("ner")
    actions = [ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)]
    doc = nlp.make_doc(text)
    states = ner.moves.init_batch([doc])
    model = ner.model.predict([doc])
    every = []
    while states:
        scores = model.predict(states)
        every.append(scores[0] - np.log(np.exp(scores[0]).sum()))
        states = ner.transition_states(states, scores)
    for (first, last, label), (total, least) in zip(entities, given, strict=True):
        kinds = "U" if last - first == 1 else "B" + "I" * (last - first - 2) + "L"
        steps = [every[first + n][actions.index(f"{kind}-{label}")] for n, kind in enumerate(kinds)]
        assert total == pytest.approx(sum(steps), abs=1e-3)
        assert least == pytest.approx(min(steps), abs=1e-3)


def test_plain_names_are_scored_high_and_in_order(nlp, names):
    text = "Angela Merkel met Barack Obama in Berlin. Later Merkel flew to Kenya."
    doc = nlp(text)
    found = names.spans(doc)
    assert [text[s.fragments[0].start : s.fragments[0].end] for s in found] == [
        "Angela Merkel",
        "Barack Obama",
        "Berlin",
        "Merkel",
        "Kenya",
    ]
    assert all(span.score > 0.85 for span in found[:2])
    assert all(span.score > 0.3 for span in found)


def test_a_pipeline_without_a_table_gets_no_scores(nlp, tmp_path):
    found = Names(nlp, tmp_path).spans(nlp("Angela Merkel met Barack Obama in Berlin."))
    assert found
    assert {span.score for span in found} == {None}


def test_without_comparison_the_entities_come_as_they_are(nlp):
    doc = nlp("Angela Merkel met Barack Obama in Berlin. Merkel left.")
    found = Names(nlp, FOLDER, alike=False).spans(doc)
    assert [(s.fragments[0].start, s.fragments[0].end, s.label) for s in found] == [
        (e.start_char, e.end_char, e.label_) for e in doc.ents
    ]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("", "empty"),
        ("[]", "no object"),
        ('{"weights": {}, "curve": []}', "no points"),
        ('{"weights": {"all": "x"}, "curve": [[0, 0.5]]}', "no number"),
        ('{"weights": {}, "curve": [[0, 0.9], [1, 0.1]]}', "falling"),
    ],
)
def test_a_broken_table_counts_as_none(tmp_path, broken, why):
    (tmp_path / FILE).write_text(broken, "utf-8")
    assert Scores.load(tmp_path) is None, why


def test_the_curve_is_straight_between_its_points(tmp_path):
    (tmp_path / FILE).write_text(json.dumps({"weights": {"total": 1.0}, "curve": [[-2, 0.2], [0, 0.8]]}), "utf-8")
    scores = Scores.load(tmp_path)

    def scored(total):
        return scores.score(Situation(Name(0, 1, "ORG"), total, total, ("X",), ("x",), 1, 0))

    assert [round(scored(total), 3) for total in (-9, -2, -1, 0, 5)] == [0.2, 0.2, 0.5, 0.8, 0.8]
    assert math.isclose(scored(-0.5), 0.65)


ODD = {
    "numbers": "1 2 3 4,000 5.6 7/8 9-10 " * 200,
    "html": '<div class="a"><p>Angela Merkel spoke in <b>Berlin</b>.&nbsp;</p><script>var a=1;</script></div>',
    "capitals": "ANGELA MERKEL MET BARACK OBAMA IN BERLIN ON TUESDAY, OFFICIALS SAID.",
    "small": "angela merkel met barack obama in berlin on tuesday, officials said.",
    "ukrainian": "Президент України зустрівся з міністром закордонних справ Польщі у Варшаві.",
    "arabic": "قال المتحدث باسم وزارة الخارجية إن الاجتماع سيعقد يوم الثلاثاء.",
    "chinese": "中国外交部发言人周二在北京表示，会议将于下周举行。",
    "spaces": " \n\t\u00a0\u2028 " * 50,
    "one long word": "x" * 20_000,
    "punctuation": "?!… —–- “”‘’ ((())) [][]" * 100,
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_texts_give_sensible_names_or_none(nlp, names, kind):
    found = spans(nlp, names, ODD[kind])
    if kind in {"numbers", "spaces", "one long word", "punctuation", "ukrainian", "arabic", "chinese"}:
        assert found == []
    if kind == "html":
        assert ("Angela Merkel", "PERSON") in found
        assert not [surface for surface, _ in found if "<" in surface or ">" in surface]
    if kind == "capitals":
        assert {"BARACK OBAMA", "BERLIN"} <= {surface for surface, _ in found}


def test_an_article_of_two_hundred_thousand_words_is_read_to_its_end():
    from desktop.core.prelabel.messages import ArticleText, Spans
    from desktop.worker.prelabel import Pipeline

    text = "\n".join(f"Reporter {n} met Angela Merkel in Berlin, and rain fell." for n in range(20_000))
    assert len(text.split()) == 200_000
    *_, answer = Pipeline.load(str(FOLDER)).find(1, [ArticleText.of(1, text)], cancelled=lambda: False)
    assert isinstance(answer, Spans)
    surfaces = [text[s.fragments[0].start : s.fragments[0].end] for s in answer.spans]
    assert surfaces.count("Angela Merkel") == 20_000
    assert answer.spans[-1].fragments[0].start > len(text) - 100


def test_initials_after_what_looked_like_a_person_show_an_organisation():
    given = settled("the Rastriya Seva Sangh ( RSS ) met", ("Rastriya Seva Sangh", "PERSON", 0.9))
    assert given == [("Rastriya Seva Sangh", "ORG", "same"), ("RSS", "ORG", "initials")]
