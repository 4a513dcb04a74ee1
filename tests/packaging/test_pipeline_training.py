"""The pipeline's training, where a slip would spoil weights or scores unseen: offsets, variation, scoring."""

import itertools
import random
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))

from pipeline_training.augment import Chances, endless, swap_names
from pipeline_training.corpus import Text, apply_edits, read
from pipeline_training.lexicon import held_out, ordinary_words, word_classes
from pipeline_training.maker import NameMaker
from pipeline_training.names import Names, People
from pipeline_training.people import PersonMaker
from pipeline_training.reliability import Judged, Reliability
from pipeline_training.scoring import Score, grouped, score
from pipeline_training.story import StoryTeller, paragraphs
from pipeline_training.training import Settings, assemble, rates

NAMES = Names(
    people=(People(("Wanjiru", "Émile"), ("Kamau", "O’Neil"), 1),),
    cities=(("Quito", 2_000_000), ("Port Vila", 50_000)),
    towns=("Moynaq",),
    english_towns=("Ames", "O’Neil"),
    countries=("Ecuador", "U.S."),
    states=("Ohio",),
    counties=("Adams County",),
)
STORY = Text(
    "Jane Roe left Paris. Roe met the mayor of Paris. “Fine,” said Jane. ACME paid. Nobody else came. It rained.",
    ((0, 8, "PERSON"), (14, 19, "GPE"), (21, 24, "PERSON"), (42, 47, "GPE"), (62, 66, "PERSON"), (68, 72, "ORG")),
)


def surfaces(text):
    return [(text.text[start:end], label) for start, end, label in text.spans]


def test_edits_move_the_spans_after_them_and_stretch_the_span_they_replace():
    text = Text("Ann met Bo in Rome.", ((0, 3, "PERSON"), (8, 10, "PERSON"), (14, 18, "GPE")))
    changed = apply_edits(text, [(10, 11, "\n\n"), (8, 10, "Bartholomew"), (0, 3, "Al")])
    assert changed.text == "Al met Bartholomew\n\nin Rome."
    assert surfaces(changed) == [("Al", "PERSON"), ("Bartholomew", "PERSON"), ("Rome", "GPE")]


def test_a_person_keeps_one_name_throughout_a_text():
    always = Chances(person=1.0, place=1.0, organisation=0.0)
    for seed in range(200):
        rng = random.Random(seed)
        swapped = surfaces(swap_names(STORY, NameMaker(NAMES, ["ACME"], rng), rng, always))
        full, (family, _), (given, _) = swapped[0][0], swapped[2], swapped[4]
        assert family != given
        assert family in full
        assert given in full
        assert swapped[1] == swapped[3]
        assert swapped[5] == ("ACME", "ORG")


def test_variations_keep_every_label_on_a_whole_name():
    chances = Chances(
        story=0.3, swapped=1.0, person=0.9, place=0.9, organisation=0.0, case=0.5, dateline=0.5, headline=0.5,
        broken=0.8, marked=0.5,
    )  # fmt: skip
    stream = endless([STORY], NAMES, random.Random(3), chances)
    for text in (next(stream) for _ in range(500)):
        end_before = 0
        for start, end, _label in text.spans:
            assert end_before <= start < end <= len(text.text)
            name = text.text[start:end]
            assert name == name.strip()
            assert not text.text[start - 1 : start].isalnum()
            assert not text.text[end : end + 1].isalnum()
            assert "{" not in name
            end_before = end


def test_the_stream_depends_on_the_seed_alone():
    first, second = (endless([STORY], NAMES, random.Random(7), Chances()) for _ in range(2))
    assert [next(first) for _ in range(50)] == [next(second) for _ in range(50)]


def test_word_classes_leave_ordinary_words_out_and_know_capitals():
    ordinary = ordinary_words([Text("an adams and an adams, one adams or the adams", ())])
    table = word_classes(NAMES, ordinary)
    assert table["Quito"] == table["QUITO"] == "~C"
    assert table["Kamau"] == "~f"
    assert table["U.S."] == "~c"
    assert "Adams" not in table
    assert "Adams" in word_classes(NAMES, frozenset())


def test_held_out_names_are_missing_in_training_only():
    hidden = {word for word in ("Kamau", "Wanjiru", "Quito", "Moynaq", "Ohio") if held_out(word, 0.5)}
    assert 0 < len(hidden) < 5
    assert hidden.isdisjoint(word_classes(NAMES, frozenset(), hold_out=0.5))
    assert hidden <= set(word_classes(NAMES, frozenset()))


def test_a_corpus_line_with_an_unknown_label_is_named(tmp_path):
    file = tmp_path / "gum.jsonl"
    file.write_text('{"text": "Rome", "spans": [[0, 4, "PLACE"]]}\n', "utf-8")
    with pytest.raises(SystemExit, match=r"gum\.jsonl:1: label PLACE"):
        read(file)


def test_every_paragraph_of_ours_can_be_filled_and_marks_its_names():
    rng = random.Random(2)
    teller = StoryTeller(NameMaker(NAMES, ["ACME"], rng), rng)
    assert len(paragraphs()) > 80
    for paragraph in paragraphs():
        text = teller._fill(paragraph)
        assert not set("{}[]") & set(text.text), paragraph
        assert all(text.text[start:end].strip() for start, end, _ in text.spans)
    told = {label for _ in range(50) for *_, label in teller.tell().spans}
    assert told == {"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC"}


def test_a_numbered_person_stays_the_same_within_a_paragraph():
    rng = random.Random(3)
    teller = StoryTeller(NameMaker(NAMES, [], rng), rng)
    for _ in range(100):
        text = teller._fill("{p1} came. {p1s} spoke in {c1}, {c1}’s paper said; {p1g} left.")
        (full, _), (family, _), (city, _), (again, _), (given, _) = surfaces(text)
        assert family in full
        assert given in full
        assert city == again


def test_people_have_names_of_many_shapes():
    maker = PersonMaker(NAMES, random.Random(4))
    people = [maker.person() for _ in range(600)]
    assert all(person.given in person.full and person.family in person.full for person in people)
    assert {2, 3} <= {len(person.full.split()) for person in people}
    assert any(person.full.startswith(person.family + " ") for person in people)


def test_towns_are_often_those_of_local_news_and_some_are_called_as_people_are():
    maker = NameMaker(NAMES, [], random.Random(5))
    drawn = [maker.town() for _ in range(500)]
    assert set(drawn) == {"Ames", "O’Neil", "Moynaq"}
    assert drawn.count("Moynaq") < 250 < drawn.count("Ames") + drawn.count("O’Neil")
    assert drawn.count("O’Neil") > drawn.count("Ames") + 25


def test_the_rate_rises_is_held_and_falls_to_a_twentieth():
    settings = Settings(steps=1000, warm_up=100, learn_rate=0.002, held=0.6)
    of = list(itertools.islice(rates(settings), 1200))
    assert of[0] == pytest.approx(0.00002)
    assert of[:100] == sorted(of[:100])
    assert set(of[99:600]) == {0.002}
    assert of[800] == pytest.approx(0.001)
    assert of[600:] == sorted(of[600:], reverse=True)
    assert of[990:] == [pytest.approx(0.0001)] * 210
    assert sorted(settings.snapshots()) == [600, 800, 1000]


def test_the_mean_of_weights_is_shipped():
    import spacy

    folder = Path(__file__).resolve().parents[2] / "resources" / "pipelines" / "en_pressmark_news"
    ner = spacy.load(folder).get_pipe("ner")
    states = []
    for factor in (1, 2, 6):
        upper = ner.model.get_ref("upper")
        upper.set_param("W", upper.get_param("W") * factor)
        states.append(ner.to_bytes(exclude=["vocab"]))
        upper.set_param("W", upper.get_param("W") / factor)
    mean = assemble(states, {}).get_pipe("ner").model
    whole = {node: node.get_param("W") for node in (ner.model.get_ref("upper"), mean.get_ref("upper"))}
    ours, theirs = whole.values()
    assert theirs == pytest.approx(ours * 3, rel=1e-4)
    assert mean.get_ref("lower").get_param("W") == pytest.approx(ner.model.get_ref("lower").get_param("W"), rel=1e-5)


def test_reliability_counts_how_many_of_each_score_are_right():
    judged = [Judged(0.92, right, True, "PER") for right in [True] * 9 + [False]] + [Judged(0.3, False, True, "ORG")]
    high = next(one for one in Reliability(judged).bins() if one.low == 0.9)
    assert (high.count, high.right, high.met) == (10, 0.9, 1.0)
    assert Reliability(judged).error == pytest.approx((10 * 0.02 + 0.3) / 11)
    assert Reliability([]).error == 0.0


def figures(predicted, gold, ignore=()):
    found = score(grouped(predicted, ("PER", "LOC")), grouped(gold, ("PER", "LOC")), ignore, ("PER", "LOC"))
    return found.total(), found.total(relaxed=True)


def test_scores_exact_and_relaxed():
    gold = [(0, 5, "PERSON"), (10, 15, "GPE"), (20, 25, "LOC")]
    exact, relaxed = figures([(0, 5, "PERSON"), (9, 15, "FAC"), (20, 25, "PERSON"), (30, 35, "ORG")], gold)
    assert (exact.predicted, exact.expected, exact.right) == (3, 3, 1)
    assert (relaxed.predicted, relaxed.expected, relaxed.right) == (3, 3, 2)
    assert exact.precision == exact.recall == exact.f1 == pytest.approx(1 / 3)


def test_one_prediction_over_two_names_counts_once_and_never_takes_an_exact_partner():
    _, relaxed = figures([(0, 10, "GPE"), (0, 4, "GPE")], [(0, 4, "GPE"), (5, 10, "GPE")])
    assert relaxed.right == 2
    _, relaxed = figures([(0, 10, "GPE")], [(0, 4, "GPE"), (5, 10, "GPE")])
    assert relaxed.right == 1


def test_ignored_places_are_neither_right_nor_wrong():
    exact, relaxed = figures([(0, 5, "GPE"), (10, 15, "GPE")], [(10, 15, "GPE")], ignore=[(0, 7, ""), (8, 20, "")])
    assert (exact.predicted, exact.right) == (relaxed.predicted, relaxed.right) == (1, 1)


def test_no_predictions_and_no_gold_give_zeros():
    total = Score().total()
    assert (total.precision, total.recall, total.f1) == (0.0, 0.0, 0.0)
