"""DocBin files as the worker writes them, read back by spaCy, and what it says that it could not write."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation_schema.model import Fragment
from desktop.core.prelabel.client import WorkerClient
from desktop.core.prelabel.messages import (
    Cancel,
    DocbinAdd,
    DocbinClose,
    DocbinDone,
    DocbinFile,
    DocbinOpen,
    Done,
    Error,
    SpanToWrite,
)
from desktop.worker.docbin import DocbinWriter

PROMPT_S = 60
ENTITIES = ("ACTOR", "LOCATION")


def span(text, covered, label, id_, *more):
    fragments = []
    for part in (covered, *more):
        at = text.index(part)
        fragments.append(Fragment(at, at + len(part)))
    return SpanToWrite(id_, label, tuple(sorted(fragments)))


def write(folder, *articles, language="en", entities=ENTITIES, annotated=True):
    """Write (text, spans) articles to one file and return the docs read back and the account."""
    import spacy
    from spacy.tokens import DocBin

    path = Path(folder) / "all.spacy"
    writer = DocbinWriter(DocbinOpen(1, language, {"all": str(path)}, entities))
    for i, (text, spans) in enumerate(articles):
        writer.add(DocbinAdd(1, "all", f"u{i}", text, annotated, tuple(spans)))
    done = writer.close()
    return list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab)), done


def ents(doc):
    return [(e.text, e.label_) for e in doc.ents]


def group(doc):
    return [(s.text, s.label_, s.id_) for s in doc.spans["sc"]]


def test_text_labels_and_ids_survive(tmp_path):
    text = "👨🏻‍🚒 said:\u00a0Kyiv\u2028is\tعربي\n\nquiet. "
    spans = [span(text, "Kyiv", "LOCATION", "01abc"), span(text, "عربي", "ACTOR", "01abd")]
    (doc, empty), done = write(tmp_path, (text, spans), ("", []))
    assert doc.text == text and empty.text == ""
    assert ents(doc) == [("Kyiv", "LOCATION"), ("عربي", "ACTOR")]
    assert group(doc) == [("Kyiv", "LOCATION", "01abc"), ("عربي", "ACTOR", "01abd")]
    assert doc.user_data["uid"] == "u0" and empty.user_data["uid"] == "u1"
    written = DocbinFile("all", str(tmp_path / "all.spacy"), 2, 2, 2)
    assert done == DocbinDone(1, 2, 2, {"ACTOR": 1, "LOCATION": 1}, (written,), ())
    assert all(t.ent_iob_ in "BIO" for t in doc), "tokens outside are known to be outside"


def test_entities_are_the_longest_then_the_first(tmp_path):
    text = "a bb ccc dddd eeeee"
    spans = [
        span(text, "bb ccc", "ACTOR", "1"),
        span(text, "ccc dddd", "ACTOR", "2"),
        span(text, "a bb", "LOCATION", "3"),
        span(text, "eeeee", "LOCATION", "4"),
        span(text, "eeeee", "ACTOR", "5"),
    ]
    (doc,), done = write(tmp_path, (text, spans))
    assert ents(doc) == [("a bb", "LOCATION"), ("ccc dddd", "ACTOR"), ("eeeee", "LOCATION")]
    assert len(group(doc)) == 5 and done.spans == 5
    assert [(d.span, re.search(r"\((\w+)\)", d.reason).group(1)) for d in done.dropped] == [("1", "2"), ("5", "4")]
    assert all(d.article == "u0" and d.reason.startswith("Left out of doc.ents") for d in done.dropped)


def test_actors_and_places_inside_claims_stay_entities(tmp_path):
    text = "Olena Moroz said Kyiv will pay, and that it is quiet in Lviv."
    spans = [
        span(text, "Olena Moroz said Kyiv will pay", "CLAIM", "1"),
        span(text, "Olena Moroz", "ACTOR", "2"),
        span(text, "said", "CUE", "3"),
        span(text, "Kyiv", "LOCATION", "4"),
        span(text, "it is quiet", "CLAIM", "5"),
        span(text, "Kyiv will pay", "CLAIM", "6", "it is quiet"),
        span(text, "Kyiv", "ACTOR", "7", "Lviv"),
    ]
    (doc,), done = write(tmp_path, (text, spans))
    assert ents(doc) == [("Olena Moroz", "ACTOR"), ("Kyiv", "LOCATION")]
    assert done.entities == {"ACTOR": 1, "LOCATION": 1} and done.spans == 7
    assert {s.id_ for s in doc.spans["sc"]} == set("1234567")
    # The claims and the cue are where they belong; only an actor of two parts is not written as it is.
    assert [(d.span, "2 parts" in d.reason) for d in done.dropped] == [("7", True)]


def test_articles_that_nobody_worked_on_are_no_negatives(tmp_path):
    import spacy
    from spacy.training import Example

    text = "Kyiv is quiet."
    (doc,), done = write(tmp_path, (text, []), annotated=False)
    (known,), _ = write(tmp_path, (text, []))
    assert not doc.has_annotation("ENT_IOB") and "sc" not in doc.spans
    assert known.has_annotation("ENT_IOB") and "sc" in known.spans
    assert (doc.user_data["annotated"], known.user_data["annotated"]) == (False, True)
    assert (done.articles, done.spans) == (1, 0)
    nlp = spacy.blank("en")
    assert set(Example(nlp.make_doc(text), doc).get_aligned_ner()) == {None}
    assert set(Example(nlp.make_doc(text), known).get_aligned_ner()) == {"O"}
    # What training makes of it: no loss at all, and a score that does not count it.
    ner = nlp.add_pipe("ner")
    ner.add_label("LOCATION")
    optimizer = nlp.initialize()
    quiet, told = ({}, {})
    nlp.update([Example(nlp.make_doc(text), doc)], sgd=optimizer, losses=quiet)
    nlp.update([Example(nlp.make_doc(text), known)], sgd=optimizer, losses=told)
    assert quiet["ner"] == 0 and told["ner"] > 0
    assert nlp.evaluate([Example(nlp.make_doc(text), doc)])["ents_f"] is None


def test_discontinuous_claims_are_pieces_with_one_id(tmp_path):
    text = "They will, he said, pay it all."
    (doc,), done = write(tmp_path, (text, [span(text, "They will", "CLAIM", "7", "pay it all")]))
    assert group(doc) == [("They will", "CLAIM", "7"), ("pay it all", "CLAIM", "7")]
    assert ents(doc) == [] and done.spans == 1 and done.dropped == ()


def test_spans_that_cut_tokens_are_widened_and_told(tmp_path):
    text = "The Kyiv-based firm's pre-war claims"
    (doc,), done = write(tmp_path, (text, [span(text, "war cla", "CLAIM", "1"), span(text, "fir", "ACTOR", "2")]))
    assert group(doc) == [("firm", "ACTOR", "2"), ("war claims", "CLAIM", "1")]
    assert [d.span for d in done.dropped] == ["1", "2"]
    assert done.dropped[1].reason == "ACTOR cuts a token: written as 15–19, not 15–18."


def test_white_space_at_the_ends_is_left_out_and_told(tmp_path):
    text = "In \n\n Kyiv \u2028\u00a0 x"
    at = text.index("Kyiv")
    spans = [
        SpanToWrite("1", "LOCATION", (Fragment(at - 3, at + 6),)),
        SpanToWrite("2", "CLAIM", (Fragment(2, 5),)),
        SpanToWrite("3", "CLAIM", (Fragment(0, 2), Fragment(3, 5))),
    ]
    (doc,), done = write(tmp_path, (text, spans))
    assert group(doc) == [("In", "CLAIM", "3"), ("Kyiv", "LOCATION", "1")]
    assert ents(doc) == [("Kyiv", "LOCATION")]
    assert {d.span for d in done.dropped} == {"1", "2", "3"} and done.spans == 2
    assert "white space" in next(d.reason for d in done.dropped if d.span == "1")
    assert "holds no text" in next(d.reason for d in done.dropped if d.span == "2")


def test_positions_beyond_the_text_are_left_out_and_told(tmp_path):
    (doc,), done = write(tmp_path, ("abc", [SpanToWrite("1", "ACTOR", (Fragment(5, 9),))]))
    assert group(doc) == [] and [d.span for d in done.dropped] == ["1"]


def test_an_article_that_spacy_refuses_is_told_and_the_rest_written(tmp_path):
    docs, done = write(tmp_path, ("good", []), ("bad \ud83d", []), ("good too", []))
    assert [d.text for d in docs] == ["good", "good too"] and done.articles == 2
    assert [(d.article, d.span) for d in done.dropped] == [("u1", "")]


@pytest.mark.parametrize("language", ["zz", "ja", "de-AT", "pt_BR", ""])
def test_any_language_can_be_written(language, tmp_path):
    text = "São Paulo está quieto."
    (doc,), done = write(tmp_path, (text, [span(text, "São Paulo", "LOCATION", "1")]), language=language)
    assert doc.text == text and ents(doc) == [("São Paulo", "LOCATION")]
    assert all(d.article == "" and "language" in d.reason for d in done.dropped)
    assert bool(done.dropped) == (language in ("zz", "ja"))


def test_two_megabytes(tmp_path):
    text = "👩‍🚀 It is quiet in Kyiv today.\u2028" * 70_000
    last = text.rindex("Kyiv")
    (doc,), done = write(tmp_path, (text, [SpanToWrite("1", "LOCATION", (Fragment(last, last + 4),))]))
    assert doc.ents[0].start_char == last and done.dropped == ()
    assert doc.text == text


def test_same_articles_same_bytes(tmp_path):
    text = "Kyiv and Angela Merkel"
    for name in "ab":
        (tmp_path / name).mkdir()
        write(tmp_path / name, (text, [span(text, "Kyiv", "LOCATION", "1"), span(text, "Angela", "ACTOR", "2")]))
    assert (tmp_path / "a" / "all.spacy").read_bytes() == (tmp_path / "b" / "all.spacy").read_bytes()


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.sampled_from("ab.- \n\u00a0\u2028é👍ع'"), min_size=1, max_size=40),
    ends=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_whatever_is_tagged_is_written_or_told(text, ends, tmp_path_factory):
    spans = [
        SpanToWrite(str(i), "ABC"[i % 3], (Fragment(min(a, b), max(a, b)),))
        for i, (a, b) in enumerate(ends)
        if a != b and max(a, b) <= len(text)
    ]
    (doc,), done = write(tmp_path_factory.mktemp("p"), (text, spans), entities=("A", "B"))
    assert doc.text == text
    told = {d.span for d in done.dropped}
    exact = {(s.id_, s.start_char, s.end_char) for s in doc.spans["sc"]}
    for s in spans:
        assert s.id in told or (s.id, s.fragments[0].start, s.fragments[0].end) in exact
    entities = {(e.label_, e.start_char, e.end_char) for e in doc.ents}
    assert all(e.text == e.text.strip() for e in doc.ents) and not any(label == "C" for label, _, _ in entities)
    for s in spans:
        assert s.label == "C" or s.id in told or (s.label, s.fragments[0].start, s.fragments[0].end) in entities


def test_over_the_protocol(command, tmp_path):
    files = {"train": str(tmp_path / "train.spacy"), "dev": str(tmp_path / "dev.spacy")}
    text = "It is quiet in Kyiv."
    with WorkerClient(command) as client:
        client.send(DocbinOpen(5, "en", files, ("L",)))
        for i in range(100):
            part = "dev" if i % 10 == 0 else "train"
            client.send(DocbinAdd(5, part, f"u{i}", text, True, (span(text, "Kyiv", "L", "1"),)))
        client.send(DocbinClose(5))
        counts = (("train", 90, 90, 90), ("dev", 10, 10, 10))
        written = tuple(DocbinFile(part, files[part], *numbers) for part, *numbers in counts)
        assert client.receive(PROMPT_S) == DocbinDone(5, 100, 100, {"L": 100}, written, ())
    docs = {name: len(write_read(path)) for name, path in files.items()}
    assert docs == {"train": 90, "dev": 10}


def write_read(path):
    import spacy
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def test_errors_end_the_job_with_one_answer(command, tmp_path):
    with WorkerClient(command) as client:
        client.send(DocbinAdd(1, "a", "u", "t", True, ()))
        assert "not opened" in client.receive(PROMPT_S).reason
        client.send(DocbinOpen(2, "en", {}, ENTITIES))
        assert client.receive(PROMPT_S).job == 2
        client.send(DocbinOpen(3, "en", {"a": str(tmp_path / "no" / "such" / "folder")}, ENTITIES))
        client.send(DocbinAdd(3, "b", "u", "t", True, ()))
        answer = client.receive(PROMPT_S)
        assert isinstance(answer, Error) and answer.job == 3 and "“b”" in answer.reason
        client.send(DocbinAdd(3, "a", "u", "t", True, ()))  # passed over: the app knows already
        client.send(DocbinOpen(4, "en", {"a": str(tmp_path / "no" / "such" / "folder")}, ENTITIES))
        client.send(DocbinClose(4))
        assert client.receive(PROMPT_S).job == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_as_the_disks_fault(command):
    with WorkerClient(command) as client:
        client.send(DocbinOpen(1, "en", {"a": "/dev/full"}, ENTITIES))
        client.send(DocbinAdd(1, "a", "u", "t", True, ()))
        client.send(DocbinClose(1))
        assert client.receive(PROMPT_S) == Error("No space left on device", 1, system=True)


def test_cancel_writes_nothing(command, tmp_path):
    path = tmp_path / "a.spacy"
    with WorkerClient(command) as client:
        client.send(DocbinOpen(1, "en", {"a": str(path)}, ENTITIES))
        client.send(DocbinAdd(1, "a", "u", "t", True, ()))
        client.send(Cancel(1))
        assert client.receive(PROMPT_S) == Done(1)
        client.send(DocbinClose(1))
        assert "not opened" in client.receive(PROMPT_S).reason
    assert not path.exists()


@pytest.mark.slow
def test_spacy_debug_data_finds_no_error(tmp_path):
    people = ["Anna Muster", "Bo Larsen", "Cy Young", "Dora Maar", "Emil Zátopek"]
    places = ["Kyiv", "Oslo", "Lima", "Accra", "Perth"]
    for split, first, count in (("train", 0, 120), ("dev", 500, 30)):
        writer = DocbinWriter(DocbinOpen(1, "en", {split: str(tmp_path / f"{split}.spacy")}, ENTITIES))
        for i in range(first, first + count):
            who, where = people[i % 5], places[i // 5 % 5]
            text = f"Report {i}\n\n\n{who} said \n on day {i}: “We, in {where}, shall pay {i} euros .”\n"
            at = text.index(who)
            spans = (
                SpanToWrite("1", "ACTOR", (Fragment(at - 2, at + len(who) + 6),)),
                span(text, where, "LOCATION", "2"),
                span(text, "We", "CLAIM", "3", f"shall pay {i} euros"),
                span(text, f"day {i}", "CLAIM", "4"),
                SpanToWrite("5", "CLAIM", (Fragment(at - 3, at - 1),)),
            )
            writer.add(DocbinAdd(1, split, f"u{i}", text, True, spans))
        writer.close()
    config = tmp_path / "config.cfg"
    python = [sys.executable, "-m", "spacy"]
    init = [*python, "init", "config", str(config), "--lang", "en", "--pipeline", "ner,spancat"]
    subprocess.run(init, check=True, capture_output=True)
    paths = ["--paths.train", str(tmp_path / "train.spacy"), "--paths.dev", str(tmp_path / "dev.spacy")]
    done = subprocess.run([*python, "debug", "data", str(config), *paths], capture_output=True, text=True)
    report = done.stdout + done.stderr
    assert done.returncode == 0 and "✘" not in report, report
    assert "No entities consisting of or starting/ending with whitespace" in report, report


def test_messages_of_an_export_are_small_json():
    from desktop.core.prelabel.protocol import encode

    text = "It is quiet in Kyiv."
    line = encode(DocbinAdd(1, "train", "u", text, True, (span(text, "Kyiv", "LOCATION", "1"),)))
    assert json.loads(line)["spans"] == [{"id": "1", "label": "LOCATION", "fragments": [[15, 19]]}]
