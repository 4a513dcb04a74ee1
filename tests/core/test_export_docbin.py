"""DocBin: written by the worker process, read back by spaCy, and examined by spaCy's own ``debug data``."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, Article, ArticleRecord, Fragment, Span, SpanId, Status
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import docbin
from desktop.core.exporters.door import export
from desktop.core.exporters.report import (
    Alignment,
    Discontinuous,
    ExportOptions,
    Grouping,
    Overlap,
    SplitChoice,
    What,
)
from desktop.core.project import Project
from desktop.core.resources import default_schema

PEOPLE = ("Dana Ford", "Olena Moroz", "Jonas Weber", "Amira Khalil", "Tom Okafor")
PLACES = ("Kyiv", "Lviv", "Odesa", "Harkiv", "Dnipro")


def record(number, *, language="en"):
    """An article with emoji, a nested claim and a discontinuous one; offsets are found, not counted."""
    who, where = PEOPLE[number % 5], PLACES[number // 5 % 5]
    text = (
        f"Flood {number} in {where}\n\n👨🏻‍🚒 The river rose, {who} said on day {number}.\n"
        f"“We will stay,” {who} said in {where}, “until it falls.” Nobody else spoke.\u2028Rain is likely."
    )
    base = 1000 * (number + 1)

    def at(piece, start=0):
        begin = text.index(piece, start)
        return Fragment(begin, begin + len(piece))

    body = text.index("“We")
    spans = (
        Span(SpanId(base), "LOCATION", (at(where),)),
        Span(SpanId(base + 1), "ACTOR", (at(who),)),
        Span(SpanId(base + 2), "CLAIM", (at(f"{who} said on day {number}"),)),
        Span(SpanId(base + 3), "CLAIM", (at("“We will stay,”"), at("“until it falls.”"))),
        Span(SpanId(base + 4), "ACTOR", (at(who, body),)),
        Span(SpanId(base + 5), "LOCATION", (at(where, body),)),
    )
    other = (Span(SpanId(base + 6), "ACTOR", (at(who),)), Span(SpanId(base + 7), "LOCATION", (at("river"),)))
    sets = (AnnotationSet("ann", Status.DONE, {}, spans), AnnotationSet("bo", Status.STARTED, {}, other))
    return ArticleRecord(Article(f"u{number:03}", f"Flood {number} in {where}", text, language=language), sets)


@pytest.fixture
def make(tmp_path):
    made = []

    def build(count, **options):
        project = Project.create(tmp_path / f"p{len(made)}.pressmark", default_schema(), annotator="ann")
        made.append(project)
        project.add_articles([record(n, **options) for n in range(count)])
        return project

    yield build
    for project in made:
        project.close()


def docs_of(path):
    import spacy
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))


def test_spacy_reads_what_was_labelled(make, tmp_path):
    out = tmp_path / "corpus"
    report = export(make(3), out, format="docbin")
    assert (report.articles, report.spans, report.relations) == (3, 21, 0)  # equal spans of two annotators are one
    docs = docs_of(out / "corpus.spacy")
    assert len(docs) == 3
    for number, doc in enumerate(docs):
        held = record(number)
        assert doc.text == held.article.text
        group = {(s.label_, s.start_char, s.end_char) for s in doc.spans["sc"]}
        wanted = {(s.label, f.start, f.end) for a in held.annotations for s in a.spans for f in s.fragments}
        assert group == wanted
        ids = {s.id_ for s in doc.spans["sc"]}
        assert ids == {id_text(SpanId(1000 * (number + 1) + n)) for n in (0, 1, 2, 3, 4, 5, 7)}
        # The actors and places in claims stay; claims are in the group only, and that is no loss.
        labels = [(e.label_, e.text) for e in doc.ents]
        who, where = PEOPLE[number], PLACES[0]
        assert labels == [
            ("LOCATION", where),
            ("LOCATION", "river"),
            ("ACTOR", who),
            ("ACTOR", who),
            ("LOCATION", where),
        ]
    assert {d.reason for d in report.dropped} == {"An equal span of another annotator is written."}


def test_articles_without_annotations_are_told(make, tmp_path):
    project = make(3)
    unknown = Article("x0", "", "Nobody has read about Kyiv."), Article("x1", "", "Nobody, too.")
    project.add_articles(
        [
            ArticleRecord(unknown[0], ()),
            ArticleRecord(unknown[1], (AnnotationSet("ann", Status.TODO, {}, ()),)),
            ArticleRecord(Article("x2", "", "Read, and nothing found."), (AnnotationSet("ann", Status.DONE, {}, ()),)),
        ]
    )
    export(project, tmp_path / "corpus", format="docbin")
    manifest = json.loads((tmp_path / "corpus" / "manifest.json").read_text(encoding="utf-8"))
    counts = [manifest[f"{kind}articles"] for kind in ("", "annotated_", "unannotated_")]
    assert counts == [6, 4, 2]
    assert [(f["articles"], f["annotated_articles"]) for f in manifest["files"]] == [(6, 4)]
    assert manifest["entity_labels"] == ["ACTOR", "LOCATION"]
    assert (manifest["entities"], manifest["labels"]["CLAIM"]) == ({"ACTOR": 6, "LOCATION": 9}, 6)
    known = {d.user_data["uid"]: d.has_annotation("ENT_IOB") for d in docs_of(tmp_path / "corpus" / "corpus.spacy")}
    assert known == {"u000": True, "u001": True, "u002": True, "x0": False, "x1": False, "x2": True}


def test_the_split_is_by_article_and_the_manifest_tells_all(make, tmp_path):
    out = tmp_path / "corpus"
    report = export(
        make(20), out, format="docbin", options=ExportOptions(split=SplitChoice((80.0, 10.0, 10.0), 3, Grouping.NONE))
    )
    names = ["train.spacy", "dev.spacy", "test.spacy", "manifest.json"]
    assert [f.path for f in report.files] == [str(out / name) for name in names]
    for file in report.files:
        with open(file.path, "rb") as opened:
            assert hashlib.sha256(opened.read()).hexdigest() == file.sha256
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert sum(f["articles"] for f in manifest["files"]) == 20
    assert min(f["articles"] for f in manifest["files"]) > 0
    assert [f["sha256"] for f in manifest["files"]] == [f.sha256 for f in report.files[:3]]
    assert manifest["split"] == {
        "ratios": [80.0, 10.0, 10.0],
        "seed": 3,
        "grouping": "none",
        "stratified": False,
    }
    assert manifest["label_schema"] == {"name": "news-claims", "version": "1.0"}
    assert manifest["labels"] == {"ACTOR": 40, "CLAIM": 40, "LOCATION": 60}
    assert manifest["left_out"] == {"relations": 0, "equal_spans": 20}
    assert len(manifest["dropped"]) + 20 == sum(d.what is What.SPAN for d in report.dropped)  # equal ones are counted
    uids = [doc.user_data["uid"] for name in names[:3] for doc in docs_of(out / name)]
    assert sorted(uids) == [f"u{n:03}" for n in range(20)]


def test_same_project_same_bytes_and_another_seed_another_split(make, tmp_path):
    project = make(20)
    first, second = (ExportOptions(split=SplitChoice((80.0, 20.0), seed, Grouping.NONE)) for seed in (1, 2))
    one = export(project, tmp_path / "one", format="docbin", options=first)
    two = export(project, tmp_path / "two", format="docbin", options=first)
    three = export(project, tmp_path / "three", format="docbin", options=second)
    assert [f.sha256 for f in one.files] == [f.sha256 for f in two.files]
    assert [f.sha256 for f in one.files] != [f.sha256 for f in three.files]


def test_an_earlier_export_is_replaced(make, tmp_path):
    out = tmp_path / "corpus"
    out.mkdir()
    (out / "corpus.spacy").write_bytes(b"old")
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    export(make(1), out, format="docbin")
    assert len(docs_of(out / "corpus.spacy")) == 1
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_the_tokeniser_follows_the_language(make, tmp_path):
    export(make(1, language="de-AT"), tmp_path / "de", format="docbin")
    export(make(1, language=""), tmp_path / "none", format="docbin")
    told = [
        json.loads((tmp_path / n / "manifest.json").read_text(encoding="utf-8"))["language"] for n in ("de", "none")
    ]
    assert told == ["de", "en"]


def test_a_worker_that_dies_is_a_sentence_and_leaves_nothing(make, tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "worker_command", lambda: [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(AppError) as caught:
        export(make(2), tmp_path / "corpus", format="docbin")
    assert caught.value.code == ErrorCode.WORKER_FAILED
    assert not (tmp_path / "corpus").exists()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_full_disk_is_the_disks_fault_and_leaves_nothing(make, tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "WHOLE", "../full")  # the worker's file, beside the folder of the door
    (tmp_path / "full.spacy").symlink_to("/dev/full")
    with pytest.raises(AppError) as caught:
        export(make(1), tmp_path / "corpus", format="docbin")
    assert caught.value.code == ErrorCode.SAVE_FAILED
    assert "No space left on device" in caught.value.message
    assert not (tmp_path / "corpus").exists()


def test_cancelling_ends_the_worker_and_leaves_nothing(make, tmp_path):
    asked = 0

    def cancelled():
        nonlocal asked
        asked += 1
        return asked > 30

    with pytest.raises(AppError) as caught:
        export(make(20), tmp_path / "corpus", format="docbin", cancelled=cancelled)
    assert caught.value.code == ErrorCode.CANCELLED
    assert not (tmp_path / "corpus").exists()


SMALL_FILES = """
from desktop.worker import docbin, docbin_file, main
docbin_file.MOST_BYTES = 6_000
docbin._TOLD_AT_ONCE = 3
main.main()
"""


def test_what_one_file_is_too_small_for_is_a_folder_and_all_that_is_lost_is_told_in_order(make, tmp_path, monkeypatch):
    monkeypatch.setattr(docbin, "worker_command", lambda: [sys.executable, "-c", SMALL_FILES])
    project = make(0)
    project.add_articles([replace(overlapping(), article=Article(f"o{n}", "", OVERLAPPING)) for n in range(30)])
    split = SplitChoice((80.0, 20.0), 0, Grouping.NONE)
    report = export(project, tmp_path / "c", format="docbin", options=ExportOptions(split=split))
    names = [Path(f.path).relative_to(tmp_path / "c").as_posix() for f in report.files]
    assert names == ["train/train-0001.spacy", "train/train-0002.spacy", "train/train-0003.spacy", *names[3:]]
    assert names[3:] == ["dev.spacy", "manifest.json"]
    uids = [doc.user_data["uid"] for name in names[:-1] for doc in docs_of(tmp_path / "c" / name)]
    assert sorted(uids) == sorted(f"o{n}" for n in range(30))
    text = (tmp_path / "c" / "manifest.json").read_text(encoding="utf-8")
    manifest = json.loads(text)
    assert text == json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    assert [file["name"] for file in manifest["files"]] == names[:-1]
    assert sum(file["articles"] for file in manifest["files"]) == 30
    assert sum(file["spans"] for file in manifest["files"]) == manifest["spans"] == 120
    told = [(d["article"], "cuts a token" in d["reason"]) for d in manifest["dropped"]]
    assert told == [(f"o{n}", cut) for n in range(30) for cut in (True, False)]
    assert [(d["span"], d["reason"]) for d in manifest["dropped"]] == [(d.span, d.reason) for d in report.dropped]


OVERLAPPING = "The Kyiv city council of Kyiv met. Anti-war groups came."


def overlapping():
    text = OVERLAPPING

    def at(piece, start=0):
        begin = text.index(piece, start)
        return Fragment(begin, begin + len(piece))

    spans = (
        Span(SpanId(1), "LOCATION", (at("Kyiv city council"),)),
        Span(SpanId(2), "ACTOR", (Fragment(0, 13),)),  # The Kyiv city
        Span(SpanId(3), "ACTOR", (at("ti-war groups"),)),
        Span(SpanId(4), "CLAIM", (at("met"), at("came"))),
    )
    return ArticleRecord(Article("o", "", text), (AnnotationSet("ann", Status.DONE, {}, spans),))


@pytest.mark.parametrize(
    ("options", "ents", "group"),
    [
        ({}, ["Kyiv city council", "Anti-war groups"], 5),
        ({"overlap": Overlap.FIRST}, ["The Kyiv city", "Anti-war groups"], 5),
        ({"overlap": Overlap.LABEL_ORDER}, ["The Kyiv city", "Anti-war groups"], 5),
        ({"alignment": Alignment.CONTRACT}, ["Kyiv city council", "-war groups"], 5),
        ({"alignment": Alignment.SKIP}, ["Kyiv city council"], 4),
        ({"discontinuous": Discontinuous.HULL}, ["Kyiv city council", "Anti-war groups"], 4),
        ({"discontinuous": Discontinuous.SKIP}, ["Kyiv city council", "Anti-war groups"], 3),
    ],
)
def test_policies(make, tmp_path, options, ents, group):
    project = make(0)
    project.add_articles([overlapping()])
    report = export(project, tmp_path / "c", format="docbin", options=ExportOptions(**options))
    (doc,) = docs_of(tmp_path / "c" / "corpus.spacy")
    assert [e.text for e in doc.ents] == ents
    assert len(doc.spans["sc"]) == group
    assert len(report.dropped) >= 1 + bool(options)
    manifest = json.loads((tmp_path / "c" / "manifest.json").read_text(encoding="utf-8"))
    assert not any("{" in sentence for sentence in manifest["policy"][:3])


def test_an_overlap_can_be_refused(make, tmp_path):
    project = make(0)
    project.add_articles([overlapping()])
    with pytest.raises(AppError) as caught:
        export(project, tmp_path / "c", format="docbin", options=ExportOptions(overlap=Overlap.FAIL))
    assert caught.value.code == ErrorCode.EXPORT_REFUSED
    assert id_text(SpanId(1)) in caught.value.message
    assert not (tmp_path / "c").exists()


@pytest.mark.slow
def test_spacy_trains_on_a_split(make, tmp_path):
    split = SplitChoice((80.0, 20.0), 1, Grouping.NONE)
    export(make(60), tmp_path / "corpus", format="docbin", options=ExportOptions(split=split))
    spacy, config = [sys.executable, "-m", "spacy"], tmp_path / "config.cfg"
    init = [*spacy, "init", "config", str(config), "--lang", "en", "--pipeline", "ner,spancat"]
    subprocess.run(init, check=True, capture_output=True)
    files = [f"--paths.{part}={tmp_path / 'corpus' / part}.spacy" for part in ("train", "dev")]
    short = ["--training.max_steps=40", "--training.eval_frequency=20", "--components.tok2vec.model.encode.width=32"]
    short += ["--components.tok2vec.model.encode.depth=1"]
    done = subprocess.run(
        [*spacy, "train", str(config), "--output", str(tmp_path / "out"), *files, *short],
        capture_output=True,
        text=True,
        timeout=150,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    meta = json.loads((tmp_path / "out" / "model-best" / "meta.json").read_text(encoding="utf-8"))
    assert set(meta["labels"]["ner"]) == {"ACTOR", "LOCATION"}
    assert set(meta["labels"]["spancat"]) == {"ACTOR", "LOCATION", "CLAIM"}
    assert meta["performance"]["ents_f"] > 0.5  # five names and five places: it learns them, if they stand where we say


@pytest.mark.slow
@pytest.mark.parametrize("component", ["ner", "spancat"])
def test_spacy_debug_data_finds_no_error(make, tmp_path, component):
    export(
        make(125),
        tmp_path / "corpus",
        format="docbin",
        options=ExportOptions(split=SplitChoice((80.0, 20.0), 1, Grouping.NONE)),
    )
    spacy = [sys.executable, "-m", "spacy"]
    config = tmp_path / "config.cfg"
    init = [*spacy, "init", "config", str(config), "--lang", "en", "--pipeline", component]
    subprocess.run(init, check=True, capture_output=True)
    paths = [f"--paths.{part}={tmp_path / 'corpus' / part}.spacy" for part in ("train", "dev")]
    found = subprocess.run(
        [*spacy, "debug", "data", str(config), *paths, "--verbose", "--no-format"], capture_output=True, text=True
    )
    assert found.returncode == 0, found.stdout + found.stderr
    assert "Corpus is loadable" in found.stdout
    assert int(re.search(r"(\d+) training docs", found.stdout)[1]) in range(100, 125)
    failed = [line for line in found.stdout.split("\n") if "✘" in line or "[x]" in line]
    assert failed == [], found.stdout
