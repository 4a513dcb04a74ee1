"""Treebanks for tagger and parser, and the scoring of claims: where a slip would spoil weights or figures unseen."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))

from pipeline_training.claims_evaluation import ClaimResult
from pipeline_training.claims_scoring import Claim, ClaimScore, annotated
from pipeline_training.syntax import SyntaxSettings
from pipeline_training.syntax_card import write_syntax
from pipeline_training.syntax_corpus import Variation, Word, doc, runs, vary

FIRST = (Word('"', False, "``", 1, "punct"), Word("Don't", True, "VB", 1, "ROOT"), Word('"', False, "''", 1, "punct"))
SECOND = (Word("They", True, "PRP", 1, "nsubj"), Word("left", True, "VBD", 1, "ROOT"))
NEVER, ALWAYS = Variation(0, 0, 0), Variation(1, 1, 1)


def test_variation_changes_marks_and_borders_only():
    assert vary([FIRST, SECOND], random.Random(1), NEVER) == [FIRST, SECOND]
    varied = vary([FIRST, SECOND], random.Random(1), ALWAYS)
    assert [[w.form for w in s] for s in varied] == [["“", "Don’t", "”", "\n\n"], ["They", "left", "\n\n"]]
    assert [w.head for w in varied[0]] == [1, 1, 1, 2]


def test_a_doc_has_the_sentences_heads_and_tags_of_its_run():
    from spacy.vocab import Vocab

    made = doc(vary([FIRST, SECOND], random.Random(1), ALWAYS), Vocab())
    assert made.text == "“Don’t ”\n\nThey left\n\n"
    assert [s.text for s in made.sents] == ["“Don’t ”\n\n", "They left\n\n"]
    assert [t.head.text for t in made.sents.__next__()] == ["Don’t", "Don’t", "Don’t", "”"]
    assert made[4].head.text == "left" and made[4].dep_ == "nsubj" and made[6].tag_ == "_SP"


def test_the_folder_has_its_scores_and_no_word_of_the_texts_that_scored_it(tmp_path):
    import spacy

    def score(nlp):
        nlp("Xylophonists quarrelled")
        return {"a treebank": {"tag_acc": 0.5, "dep_uas": 0.25, "dep_las": 0.125, "sents_f": 1.0}}

    write_syntax(spacy.blank("en"), tmp_path / "made", SyntaxSettings(), 90, score)
    assert "Xylophonists" not in spacy.load(tmp_path / "made").vocab.strings
    assert "| a treebank | 50.0 | 25.0 | 12.5 | 100.0 |" in (tmp_path / "made" / "README.md").read_text("utf-8")


def test_every_round_has_every_sentence_once_and_the_same_seed_the_same_runs():
    documents = [[SECOND] * 7, [FIRST] * 30]

    def sentences(seed):
        stream = runs(documents, random.Random(seed), NEVER)
        taken = []
        while sum(map(len, taken)) < 37:
            taken.append(next(stream))
        return taken

    assert sum(map(len, sentences(1))) == 37 and sum(s == SECOND for r in sentences(1) for s in r) == 7
    assert sentences(1) == sentences(1) != sentences(2)


TEXT = "The mayor said the bridge was safe. Nobody believed that it was."
#       0         10        20        30        40        50


def test_claims_are_counted_in_words_and_matched_by_half_of_them():
    gold = [Claim(((15, 34),), ((0, 9),)), Claim(((52, 63),), ((36, 42),))]
    found = [Claim(((19, 34),), ((4, 9),), "a"), Claim(((36, 51),), (), "b")]
    score = ClaimScore()
    score.add(TEXT, found, gold)
    assert (score.content.right, score.content.predicted, score.content.expected) == (3, 5, 7)
    assert (score.matched.right, score.exact.right, score.claimant.right, score.claimant.expected) == (1, 0, 1, 1)
    assert (score.source.right, score.source.predicted, score.source.expected) == (1, 1, 3)
    assert score.kinds["a"].right == 1 and score.kinds["b"].right == 0


def test_a_claim_matches_one_attribution_only():
    one = Claim(((15, 34),), ((0, 9),), "a")
    score = ClaimScore()
    score.add(TEXT, [one], [one, one])
    assert score.matched.right == 1 and score.matched.expected == 2 and score.exact.right == 1
    score.add(TEXT, [], [one])
    score.add("", [], [])
    assert score.matched.expected == 3 and score.claimant.recall == 1


def test_targets_are_marked():
    one = Claim(((15, 34),), ((0, 9),), "a")
    score = ClaimScore()
    score.add(TEXT, [one], [one])
    lines = {what: (got, ok) for what, _, got, ok in ClaimResult(score, 5_999.0, 0.51, 12_100_000).checks()}
    assert lines["claims: words, F1"] == ("100.0", True)
    assert [what for what, (_, ok) in lines.items() if not ok] == [
        "names and claims: words a second on one core",
        "names and claims: seconds to load",
        "both parts: megabytes on disk",
    ]
    assert "**miss**" in ClaimResult(score, 5_999.0, 0.51, 0).table()


def test_rows_of_the_tuning_set_are_read():
    row = {"attributions": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 20], [21, 34]]}]}
    assert annotated(row) == [Claim(((15, 20), (21, 34)), ((0, 9),))]
