"""Cutting long texts, batches, and the pipeline object in this process."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.prelabel.messages import ArticleText, Failed, Progress, Spans
from desktop.worker import prelabel, vocabulary
from desktop.worker.pieces import batches, pieces
from desktop.worker.prelabel import Pipeline, PipelineError, in_words


@given(st.text(st.sampled_from("ab.!” \n\u2028👍"), max_size=200), st.integers(1, 30))
def test_pieces_joined_are_the_text(text, limit):
    cut = list(pieces(text, limit))
    assert "".join(p for _, p in cut) == text
    assert all(text[at : at + len(p)] == p and len(p) <= limit for at, p in cut)
    assert len(cut) == 1 or all(p for _, p in cut)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("aaa. bbb\nccc\n\nddd eee. fff ggg", "aaa. bbb\nccc\n\n"),
        ("aaa. bbb\nccc ddd eee. fff ggg", "aaa. bbb\n"),
        ("aaa bbb ccc ddd.” eee fff ggg", "aaa bbb ccc ddd.” "),
        ("aaa bbb ccc ddd eee fff ggg", "aaa bbb ccc ddd eee "),
        ("a" * 40, "a" * 20),
    ],
)
def test_cuts_are_at_the_best_border_there_is(text, first):
    assert next(iter(pieces(text, 20)))[1] == first


def test_batches_are_limited_in_characters():
    items = [(i, "x" * n) for i, n in enumerate([3, 3, 3, 50, 1, 0, 9, 1])]
    assert [[k for k, _ in b] for b in batches(items, 10)] == [[0, 1, 2], [3], [4, 5, 6], [7]]
    assert list(batches([], 10)) == []


def texts(n):
    return [ArticleText.of(i, f"Angela Merkel went to Kyiv on Monday {i} word{i}. " * 20) for i in range(n)]


def test_forgetting_words_changes_nothing(pipeline, monkeypatch):
    monkeypatch.setattr(prelabel, "BATCH_CHARACTERS", 2_000)
    expected = list(Pipeline.load(pipeline).find(1, texts(60), cancelled=lambda: False))
    monkeypatch.setattr(vocabulary, "ZONE_CHARACTERS", 1)
    for kept in (0, 15):  # the first words may be kept for good
        monkeypatch.setattr(vocabulary, "KEPT_WORDS", kept)
        forgetful = Pipeline.load(pipeline)
        for _ in range(3):
            assert list(forgetful.find(1, texts(60), cancelled=lambda: False)) == expected
    assert len(expected) == 60 and all(isinstance(a, Spans) and len(a.spans) == 60 for a in expected)


def test_words_are_forgotten(pipeline, monkeypatch):
    monkeypatch.setattr(vocabulary, "ZONE_CHARACTERS", 20_000)
    for limit, most in (("KEPT_WORDS", 2_000), ("KEPT_CHARACTERS", 10_000)):
        with monkeypatch.context() as patch:
            patch.setattr(vocabulary, limit, most)
            loaded = Pipeline.load(pipeline)
            known = len(loaded._nlp.vocab.strings)
            for i in range(100):
                text = " ".join(f"w{i}x{j}" for j in range(300))
                list(loaded.find(1, [ArticleText.of(i, text)], cancelled=lambda: False))
            assert len(loaded._nlp.vocab.strings) < known + 15_000 < known + 100 * 300
            assert "w0x0" in loaded._nlp.vocab.strings  # of the first ones that were kept


def test_what_cannot_wait_is_read_between_names_and_claims_and_changes_nothing(monkeypatch):
    from desktop.core.resources import embedded_pipeline

    monkeypatch.setattr(vocabulary, "KEPT_WORDS", 0)
    monkeypatch.setattr(vocabulary, "ZONE_CHARACTERS", 1)  # words are forgotten as often as may be
    articles = [
        ArticleText.of(i, f"“It rains in Bergstad{i},” Ada Lindqvist{i} said. She added that it was wet. " * 3)
        for i in range(9)
    ]

    def load():
        return Pipeline.load(str(embedded_pipeline()), claims=True)

    expected = list(load().find(1, articles, cancelled=lambda: False))
    assert all(isinstance(a, Spans) and a.relations for a in expected)
    loaded = load()
    order, calls, given, first = [], [], [], []

    def read_others():
        calls.append(len(order))
        if len(calls) == 3:
            for answer in loaded.find(2, articles[6:], cancelled=lambda: False):
                order.append((answer.job, answer.id))
                given.append(answer)

    for answer in loaded.find(1, articles[:6], cancelled=lambda: False, between=read_others):
        order.append((answer.job, answer.id))
        first.append(answer)
    assert [replace(a, job=1) for a in (*first, *given)] == expected
    assert order == [(1, 0), (1, 1), (2, 6), (2, 7), (2, 8), *((1, i) for i in range(2, 6))]


def test_cancelling_between_batches(pipeline, monkeypatch):
    monkeypatch.setattr(prelabel, "BATCH_CHARACTERS", 1_000)
    seen = []
    for answer in Pipeline.load(pipeline).find(1, texts(20), cancelled=lambda: len(seen) >= 5):
        seen.append(answer)
    assert 5 <= len(seen) < 20


def test_short_texts_are_no_progress(pipeline):
    answers = list(Pipeline.load(pipeline).find(1, texts(3), cancelled=lambda: False))
    assert not any(isinstance(a, Progress | Failed) for a in answers)


def test_a_folder_of_a_package_is_understood(pipeline, tmp_path):
    import shutil

    shutil.copytree(pipeline, tmp_path / "en_tiny" / "en_tiny-1.2.3")
    assert Pipeline.load(str(tmp_path / "en_tiny")).info.version == "1.2.3"
    for name in ("json", "json.decoder", "no_such_package", str(tmp_path)):
        with pytest.raises(PipelineError, match=name):
            Pipeline.load(name)


def test_errors_in_words():
    assert in_words(ValueError("a\n  b")) == "ValueError: a b"
    assert in_words(KeyError()) == "KeyError"
    assert len(in_words(ValueError("x" * 999))) == 300
