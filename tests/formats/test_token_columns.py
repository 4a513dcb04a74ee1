"""What files of one token a line say of their tokens goes out again: columns, words of tokens, comments, sentences."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from harness import SCHEMA, bytes_of
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation_schema.model import AnnotationSet, ArticleRecord, Fragment, Span, SpanId, Status
from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportReport
from desktop.core.importing import import_sources
from desktop.core.project import Project

conllu = pytest.importorskip("conllu")
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats"
here = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples of others are not here (../shared)")
OURS = {"start", "end", "name", "NE", "SpaceAfter", "SpacesAfter", "SpacesBefore"}


def through(folder: Path, file: Path, reader: str, *formats: str) -> list[tuple[bytes, ExportReport]]:
    """The exports: of what a file gave, of what that gave, and so on."""
    made = []
    for number, format in enumerate(formats):
        out = folder / f"out-{number}"
        with Project.create(folder / f"{number}.pressmark", SCHEMA, annotator="Ada") as project:
            import_sources(project, [file], format=reader)
            report = export(project, out, format=format)
        made.append((bytes_of(out)[""], report))
        file, reader = out, format
    return made


# --- CoNLL-U ----------------------------------------------------------------------------------------


def told(data: str) -> list[tuple[list[str], list[tuple[object, ...]]]]:
    """Comments and tokens of each sentence with all columns, as the library reads them, without what is ours."""
    found = []
    for sentence in conllu.parse(data):
        comments = [
            f"{k} = {v}" for k, v in sentence.metadata.items() if k not in ("newdoc id", "newdoc", "pressmark", "text")
        ]
        rows = [
            (*(t.get(c) for c in ("id", "form", "lemma", "upos", "xpos", "feats", "head", "deprel", "deps")), kept(t))
            for t in sentence
        ]
        found.append((comments, rows))
    return found


def kept(token: dict) -> list[tuple[str, str | None]]:
    return sorted((k, v) for k, v in (token.get("misc") or {}).items() if k not in OURS)


@here
@pytest.mark.parametrize("path", sorted((SAMPLES / "conllu").glob("*.conllu")), ids=lambda p: p.stem)
def test_every_sample_goes_out_with_all_its_columns(tmp_path, path):
    (first, report), (second, _) = through(tmp_path, path, "conllu", "conllu", "conllu")
    before, after = told(path.read_text(encoding="utf-8")), told(first.decode())
    assert [rows for _, rows in after] == [rows for _, rows in before]
    for (was, _), (now, _) in zip(before, after, strict=True):
        assert [c for c in now if not c.startswith("sent_id")] == [c for c in was if not c.startswith("sent_id")]
        assert {c for c in was if c.startswith("sent_id")} <= set(now)
    assert first == second and not report.dropped
    named = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("# newdoc")]
    assert [line for line in first.decode().split("\n") if line.startswith("# newdoc")] == named or not named


forms = st.sampled_from(
    ["Ann", "😀", "é́", "don't", "10 000", "#", "a\u00a0b", "=", "名", "\u200b", "_", "B-PER", "x:y"]
)
values = st.sampled_from(["_", "x", "=", "Case=Nom", "😀|é", "O", "B-X", "a b"])
tags = st.sampled_from(["O", "O", "B-ACTOR", "I-ACTOR", "B-LOCATION"])
misc = st.sampled_from(["_", "SpaceAfter=No", "Gloss=to=be", "Ref=😀|SpaceAfter=No", "start=7", "NE=O", "Cæ=é"])


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of CoNLL-U: words, tokens of several, empty nodes, heads and dependencies, comments."""
    comments = st.sampled_from(["# text_en = A = b", "# newpar id = p", "# sent_id = s-1", "# bare"])
    lines = draw(st.lists(comments, max_size=2, unique=True))
    length = draw(st.integers(1, 4))
    number = 0

    def columns(deps: str) -> str:
        return "\t".join(draw(values) for _ in range(4)) + f"\t{draw(st.integers(0, length))}\tdep\t{deps}"

    if draw(st.booleans()):
        lines.append(f"0.1\t{draw(forms)}\t" + "\t".join("_" * 8))
    while number < length:
        several = draw(st.integers(1, 3)) if draw(st.booleans()) else 1
        ner = [f"name={draw(tags)}"] if draw(st.booleans()) else []
        said = "|".join([*ner, *[m for m in [draw(misc)] if m != "_" or not ner]])
        if several > 1:
            lines.append(f"{number + 1}-{number + several}\t{draw(forms)}\t" + "\t".join("_" * 7) + f"\t{said}")
        for at in range(several):
            inner = "_" if several > 1 and not at else said if several == 1 else draw(misc).replace("SpaceAfter", "SA")
            deps = draw(st.sampled_from(["_", "0:root", f"{number + 1}:nsubj:x|{number + 1}.1:y"]))
            lines.append(f"{number + at + 1}\t{draw(forms)}\t{columns(deps)}\t{inner}")
        number += several
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"{number}.1\t{draw(forms)}\t" + "\t".join("_" * 8))
    return "\n".join(lines) + "\n\n"


@st.composite
def files(draw: st.DrawFn) -> str:
    documents = draw(st.lists(st.lists(sentences(), min_size=1, max_size=3), min_size=1, max_size=2))
    first = "1\tDoc{}\t_\tX" + "\t_" * 6 + "\n\n"  # no two articles are the same
    return "".join(f"# newdoc id = d{n}\n{first.format(n)}{''.join(held)}" for n, held in enumerate(documents))


@given(files())
@settings(max_examples=8, deadline=None)
def test_any_file_goes_out_with_all_its_columns(data):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.conllu").write_text(data, encoding="utf-8", newline="\n")
        (first, report), (second, _), _, (back, _) = through(
            folder, folder / "in.conllu", "conllu", "conllu", "conllu", "pressmark", "conllu"
        )
    assert not [lost for lost in report.dropped if "does not fit" in lost.reason]
    before, after = told(data), told(first.decode())
    if not [lost for lost in report.dropped if "goes over" in lost.reason]:  # a tag may go on in the next sentence
        assert [rows for _, rows in after] == [rows for _, rows in before]
        for (was, _), (now, _) in zip(before, after, strict=True):
            assert set(was) <= set(now)
    unnumbered = [[row[1:6] for _, rows in held for row in rows] for held in (before, after)]
    assert unnumbered[0] == unnumbered[1]
    assert first == second == back


def record_of(project: Project, *spans: Span) -> ArticleRecord:
    (record,) = project.records()
    return ArticleRecord(record.article, (AnnotationSet("Ada", Status.STARTED, {}, spans),))


PARTED = """\
# newdoc id = d
# sent_id = one
# text = Er geht zum See.
1\tEr\ter\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tgeht\tgehen\tVERB\t_\t_\t0\troot\t_\t_
3-4\tzum\t_\t_\t_\t_\t_\t_\t_\t_
3\tzu\tzu\tADP\t_\t_\t5\tcase\t5:case\t_
4\tdem\tder\tDET\t_\t_\t5\tdet\t_\t_
5\tSee\tSee\tNOUN\t_\t_\t2\tobl\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# sent_id = two
# text = Im Mai.
1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_
1\tin\tin\tADP\t_\t_\t3\tcase\t3.1:case|0:root\t_
2\tdem\tder\tDET\t_\t_\t3\tdet\t_\tGloss=the
3\tMai\tMai\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No
3.1\tist\tsein\tVERB\t_\t_\t_\t_\t0:root\t_
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

"""


def test_a_span_over_two_sentences_joins_them_and_their_numbers_go_on(tmp_path):
    (tmp_path / "in.conllu").write_text(PARTED, encoding="utf-8")
    with Project.create(tmp_path / "a.pressmark", SCHEMA, annotator="Ada") as project:
        import_sources(project, [tmp_path / "in.conllu"], format="conllu")
        (article,) = (r.article for r in project.records())
        assert article.text == "Er geht zum See. Im Mai."
        record = record_of(project, Span(SpanId(9), "LOCATION", (Fragment(8, 19),)))
    with Project.create(tmp_path / "b.pressmark", SCHEMA, annotator="Ada") as project:
        project.add_articles([record])
        report = export(project, tmp_path / "out.conllu", format="conllu")
    (sentence,) = conllu.parse((tmp_path / "out.conllu").read_text(encoding="utf-8"))
    assert [(str(t["id"]), t["form"], t["head"], str(t["deps"])) for t in sentence][7:] == [
        ("(7, '-', 8)", "Im", None, "None"),
        ("7", "in", 9, "[('case', (9, '.', 1)), ('root', 0)]"),
        ("8", "dem", 9, "None"),
        ("9", "Mai", 0, "None"),
        ("(9, '.', 1)", "ist", None, "[('root', 0)]"),
        ("10", ".", 9, "None"),
    ]
    named = [(t["form"], (t["misc"] or {}).get("name")) for t in sentence if (t["misc"] or {}).get("name")]
    assert named == [*zip(["zu", "dem", "See", ".", "in", "dem"], ["B-LOCATION", *["I-LOCATION"] * 5], strict=True)]
    assert sentence.metadata["sent_id"] == "one" and [lost.reason for lost in report.dropped] == [
        "A span goes over sentences of its file: they are one here, with the first one’s comments."
    ]
    first, second = through(tmp_path, tmp_path / "out.conllu", "conllu", "conllu", "conllu")
    assert first[0] == second[0] == (tmp_path / "out.conllu").read_bytes()


def test_what_was_edited_and_does_not_fit_is_left_out_and_told(tmp_path):
    (tmp_path / "in.conllu").write_text(PARTED, encoding="utf-8")
    with Project.create(tmp_path / "a.pressmark", SCHEMA, annotator="Ada") as project:
        import_sources(project, [tmp_path / "in.conllu"], format="conllu")
        export(project, tmp_path / "a.jsonl", format="pressmark")
    line = (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    for number, (was, now) in enumerate([("[0,2,", "[0,9,"), ("er\\tPRON", "er"), ('"3\\tzu', '"x\\tzu')]):
        assert was in line
        (tmp_path / "b.jsonl").write_text(line.replace(was, now), encoding="utf-8")
        with Project.create(tmp_path / f"{number}.pressmark", SCHEMA, annotator="Ada") as project:
            import_sources(project, [tmp_path / "b.jsonl"], format="pressmark")
            report = export(project, tmp_path / f"{number}.conllu", format="conllu")
        assert [lost.reason for lost in report.dropped] == [
            "What its file said of its tokens does not fit the text any more: it is not written."
        ]
        data = (tmp_path / f"{number}.conllu").read_text(encoding="utf-8")
        assert [t["form"] for s in conllu.parse(data) for t in s] == ["Er", "geht", "zum", "See", ".", "Im", "Mai", "."]


def test_numbers_that_do_not_follow_are_told_and_no_column_is_kept(tmp_path):
    (tmp_path / "in.conllu").write_text(PARTED.replace("6\t.\t.\tPUNCT", "7\t.\t.\tPUNCT"), encoding="utf-8")
    with Project.create(tmp_path / "a.pressmark", SCHEMA, annotator="Ada") as project:
        report = import_sources(project, [tmp_path / "in.conllu"], format="conllu")
        assert [(p.line, "no column is kept" in p.reason) for p in report.problems] == [(1, True)]
        assert not any(name.startswith("_conllu") for r in project.records() for name in r.article.meta)


# --- CoNLL-2003 and its kin -------------------------------------------------------------------------


def rows_of(data: str) -> list[list[list[str]]]:
    """The sentences of a file as rows of columns, by its description alone; without numbers, comments, documents."""
    found: list[list[list[str]]] = [[]]
    for line in data.split("\n"):
        cells = line.split("\t") if "\t" in line else line.split(" ")
        if not line.strip() or line.startswith("-DOCSTART-"):
            found.append([])
        elif not (line.startswith("# ") and " = " in line):
            found[-1].append(cells[1:] if "\t" in line and cells[0].isdecimal() else [c for c in cells if c])
    return [sentence for sentence in found if sentence]


def without_places(rows: list[list[list[str]]]) -> list[list[tuple[str, list[str], str]]]:
    """Token, other columns and tag of our rows."""
    return [[(c[0], [x for x in c[1:-2] if x != "-X-"], c[-1]) for c in sentence] for sentence in rows]


@here
@pytest.mark.parametrize("path", sorted((SAMPLES / "conll").iterdir()), ids=lambda p: p.stem)
@pytest.mark.parametrize("format", ["conll2003", "iob2"])
def test_every_sample_of_conll_goes_out_with_all_its_columns(tmp_path, path, format):
    (first, report), (second, _) = through(tmp_path, path, "conll2003", format, format)
    assert first == second
    after = without_places(rows_of(first.decode()))
    before = rows_of(path.read_text(encoding="utf-8"))
    told_of = {lost.reason for lost in report.dropped if "its file" in lost.reason or "its tokens" in lost.reason}
    if "invalid" in path.stem:  # a row of it is one token of three words
        assert told_of == {"What its file said of its tokens is not written: one holds white space, or does not fit."}
        assert sum(map(len, after)) > sum(map(len, before))
        return
    assert told_of == ({"Comments of its file are not written."} if path.suffix == ".iob2" else set())
    at = 1 if path.suffix == ".iob2" else -1  # of the tag
    held = [[(c[0], c[2:] if at == 1 else c[1:-1], c[at]) for c in sentence] for sentence in before]
    labels = {"ORG": "ACTOR", "PER": "ACTOR", "LOC": "LOCATION"}
    assert after == [[(w, c, tag[:2] + labels.get(tag[2:], tag[2:])) for w, c, tag in sentence] for sentence in held]


words = st.sampled_from(["Ann", "😀", "é́", "don't", "#", "#", "=", "名", "U.S.", "\u200b", "12:16", "-X-", "x=1", "0"])
cells = st.sampled_from(["NNP", "B-NP", "O", "12:16", "-X-", "A=b", "😀", "_", "#"])


@st.composite
def columned(draw: st.DrawFn) -> list[list[list[list[str]]]]:
    """Documents of sentences of rows: a word, one to three columns, a tag; no document is like another."""
    width = draw(st.integers(1, 3))
    columns = st.lists(cells, min_size=width, max_size=width)
    row = st.tuples(words, columns, tags).map(lambda r: [r[0], *r[1], r[2]])
    sentence = st.lists(row, min_size=1, max_size=4)
    documents = draw(st.lists(st.lists(sentence, min_size=1, max_size=3), min_size=1, max_size=2))
    return [[[[f"Doc{n}", *["NN"] * width, "O"]], *held] for n, held in enumerate(documents)]


@given(columned(), st.sampled_from([" ", "\t"]))
@settings(max_examples=12, deadline=None)
def test_any_columns_of_tokens_go_out_again(documents, apart):
    data = "".join(
        "-DOCSTART- -X- O O\n\n" + "".join("".join(f"{apart.join(r)}\n" for r in s) + "\n" for s in held)
        for held in documents
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.conll").write_text(data, encoding="utf-8", newline="\n")
        (first, report), (second, _) = through(folder, folder / "in.conll", "conll2003", "conll2003", "conll2003")
    assert not report.dropped and first == second
    joined = [row for s in rows_of(first.decode()) for row in s]
    wanted = [row for held in documents for s in held for row in s]
    assert [(r[0], r[1:-2]) for r in joined] == [(r[0], r[1:-1]) for r in wanted]


def test_columns_that_a_row_cannot_hold_are_changed_or_left_out_and_told(tmp_path):
    for number, (token, cell, reason) in enumerate(
        [
            ("Ann", "a b", "Columns of its file are written with “_” for white space."),
            (
                "Ann Lee",
                "x",
                "What its file said of its tokens is not written: one holds white space, or does not fit.",
            ),
        ]
    ):
        data = f"{token}\t{cell}\tB-ACTOR\nmet\tVBD\tO\nus\tPRP\tO\n"
        (tmp_path / f"{number}.conll").write_text(data, encoding="utf-8")
        inner = tmp_path / str(number)
        inner.mkdir()
        ((first, report),) = through(inner, tmp_path / f"{number}.conll", "conll2003", "iob2")
        assert [lost.reason for lost in report.dropped] == [reason]
        assert [row[0] for s in rows_of(first.decode()) for row in s] == [*token.split(), "met", "us"]


def test_files_with_and_without_columns_are_one_file_that_comes_back(tmp_path):
    for number, row in enumerate(["EU NNP B-NP B-ACTOR", "Ann B-ACTOR", "Bob PRP B-ACTOR"]):
        (tmp_path / f"{number}.conll").write_text(f"{row}\n", encoding="utf-8")
    made = []
    for number in (1, 2):
        sources = sorted(tmp_path.glob("*.conll")) if number == 1 else [tmp_path / "1.out"]
        with Project.create(tmp_path / f"{number}.pressmark", SCHEMA, annotator="Ada") as project:
            assert import_sources(project, sources, format="conll2003").spans == 3
            export(project, tmp_path / f"{number}.out", format="conll2003")
        made.append((tmp_path / f"{number}.out").read_text())
    assert made[0] == made[1]
    assert [s[0] for s in rows_of(made[0])] == [
        ["EU", "NNP", "B-NP", "0:2", "B-ACTOR"],
        ["Ann", "-X-", "0:3", "B-ACTOR"],
        ["Bob", "PRP", "0:3", "B-ACTOR"],
    ]


def test_columns_of_an_article_that_is_there_already_are_told(tmp_path):
    for name, row in (("a", "Ann\tO\n"), ("b", "Ann\tNNP\tB-ACTOR\n")):
        (tmp_path / name).write_text(row, encoding="utf-8")
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        assert not import_sources(project, [tmp_path / "a"], format="conll2003").problems
        report = import_sources(project, [tmp_path / "b"], format="conll2003")
        assert ["says of its tokens is not kept" in p.reason for p in report.problems] == [True]
        assert report.extended == report.spans == 1
    with Project.create(tmp_path / "q.pressmark", SCHEMA, annotator="Ada") as project:
        for _ in range(2):  # the same again is no news
            assert not import_sources(project, [tmp_path / "b"], format="conll2003").problems
