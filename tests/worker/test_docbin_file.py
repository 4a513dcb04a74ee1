"""Files of docs that are written as the docs come: spaCy's bytes, several files where one is full, flat memory."""

from __future__ import annotations

import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import Fragment
from desktop.core import sorted_runs
from desktop.core.prelabel.messages import DocbinAdd, DocbinOpen, SpanToWrite
from desktop.worker import docbin, docbin_file
from desktop.worker.docbin import DocbinWriter
from desktop.worker.docbin_file import ATTRIBUTES, DocbinPart, joined

spacy = pytest.importorskip("spacy")


def made(nlp, number):
    """A doc with words of its own, odd ones among them, an entity and a group of spans, and their names."""
    from spacy.tokens import Span

    odd = ("", "\n\n", "👩‍🚀 \u2028", "é\x85\u00a0", "a\tb  ")[number % 5]
    doc = nlp.make_doc(f"Word{number} says {odd}that Kyiv{number} is quiet." if number % 7 else "")
    doc.user_data["uid"] = f"u{number}"
    names = {f"id{number}-{n}" for n in range(3)} if len(doc) else set()
    if names:
        doc.spans["sc"] = [Span(doc, n, n + 2, "CLAIM", span_id=name) for n, name in enumerate(sorted(names))]
        doc.set_ents([Span(doc, 0, 1, "ACTOR", span_id=min(names))], default="outside")
    return doc, names | {"CLAIM", "ACTOR"}


def written(path, docs):
    part = DocbinPart("x", path)
    for doc, names in docs:
        part.add(doc, annotated=True, spans=3, names=names)
    return part.close()


@pytest.mark.parametrize("count", [0, 1, 20, 100])
def test_the_bytes_are_those_of_spacy(tmp_path, monkeypatch, count):
    from spacy.tokens import DocBin

    monkeypatch.setattr(docbin_file, "_RUN", 70)
    monkeypatch.setattr(sorted_runs, "_BLOCK", 11)
    monkeypatch.setattr(sorted_runs, "_SPOOL", 500)
    monkeypatch.setattr(docbin_file, "_SPOOL", 500)
    nlp = spacy.blank("en")
    docs = [made(nlp, n) for n in range(count)]
    (file,) = written(tmp_path / "x.spacy", docs)
    assert (file.path, file.articles, file.spans) == (str(tmp_path / "x.spacy"), count, 3 * count)
    theirs = DocBin(attrs=ATTRIBUTES, store_user_data=True, docs=[doc for doc, _ in docs])
    all_strings = theirs.strings
    # spaCy's has the small letters of each word, too, and so on, which are made anew when it is read.
    theirs.strings = {token.text for doc, _ in docs for token in doc}.union(*(names for _, names in docs))
    assert zlib.decompress((tmp_path / "x.spacy").read_bytes()) == zlib.decompress(theirs.to_bytes())
    assert theirs.strings - {"CLAIM", "ACTOR"} <= all_strings
    assert [p.name for p in tmp_path.iterdir()] == ["x.spacy"]


def test_what_is_too_much_for_one_file_is_a_folder_that_spacy_takes(tmp_path, monkeypatch):
    from spacy.training import Corpus

    monkeypatch.setattr(docbin_file, "MOST_BYTES", 4_000)
    nlp = spacy.blank("en")
    files = written(tmp_path / "train.spacy", [made(nlp, n) for n in range(60)])
    assert len(files) > 3 and sum(file.articles for file in files) == 60
    names = [f"train-{n:04}.spacy" for n in range(1, len(files) + 1)]
    assert [file.path for file in files] == [str(tmp_path / "train" / name) for name in names]
    assert [p.name for p in tmp_path.iterdir()] == ["train"]
    read = [example.reference for example in Corpus(tmp_path / "train")(nlp)]
    assert [doc.text for doc in read] == [doc.text for doc, _ in (made(nlp, n) for n in range(60)) if len(doc)]
    assert all([s.id_ for s in doc.spans["sc"]] for doc in read)


@given(st.binary(max_size=70_000) | st.binary().map(lambda data: data * 5_000), st.binary(max_size=300))
def test_checksums_of_pieces_are_joined_as_those_of_the_whole(one, other):
    assert joined(zlib.adler32(one), zlib.adler32(other), len(other)) == zlib.adler32(one + other)
    assert joined(zlib.adler32(other), zlib.adler32(one), len(one)) == zlib.adler32(other + one)


def test_many_docs_take_no_more_memory_than_few(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin_file, "_RUN", 300)
    monkeypatch.setattr(sorted_runs, "_BLOCK", 100)
    monkeypatch.setattr(sorted_runs, "_SPOOL", 10_000)
    monkeypatch.setattr(docbin_file, "_SPOOL", 10_000)
    nlp = spacy.blank("en")
    docs = [made(nlp, n) for n in range(20)]

    def peak(count):
        part = DocbinPart("x", tmp_path / f"{count}.spacy")
        tracemalloc.start()
        try:
            for n in range(count):
                part.add(docs[n % 20][0], annotated=True, spans=20, names=[f"{n}-{k}" for k in range(20)])
            assert [file.articles for file in part.close()] == [count]
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(60), peak(500)
    assert many < few * 1.3, (few, many)


def test_the_tokeniser_keeps_neither_all_words_nor_any_id_nor_the_writer_what_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "KEPT_WORDS", 500)
    writer = DocbinWriter(DocbinOpen(1, "en", {"x": str(tmp_path / "x.spacy")}, ("ACTOR",)))
    begin, told, waiting = len(writer._nlp.vocab), 0, 0
    for n in range(60):
        text = " ".join(f"w{n}x{k}" for k in range(40))
        # The border cuts a token, so that each span is told about.
        spans = tuple(SpanToWrite(f"{n}-{k}", "ACTOR", (Fragment(0, len(text) - 1),)) for k in range(10))
        writer.add(DocbinAdd(1, "x", f"u{n}", text, True, spans))
        assert len(writer._nlp.vocab) < begin + 500 + 100
        assert f"w{n}x1" in writer._nlp.vocab.strings and f"{n}-1" not in writer._nlp.vocab.strings
        dropped = writer.dropped()
        told += len(dropped.dropped) if dropped else 0
        waiting = max(waiting, len(writer._dropped))
    done = writer.close()
    assert told + len(done.dropped) == 60 * 19 and waiting < 300
    docs = spacy.tokens.DocBin().from_disk(tmp_path / "x.spacy").get_docs(spacy.blank("en").vocab)
    assert [(doc[1].text, doc.spans["sc"][3].id_) for doc in docs] == [(f"w{n}x1", f"{n}-3") for n in range(60)]
