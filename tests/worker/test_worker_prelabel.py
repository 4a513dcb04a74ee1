"""Cutting long texts, batches, and the pipeline object in this process."""

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
