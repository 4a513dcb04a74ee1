"""The command line as a process of its own: the whole path, broken input, Ctrl+C, and what a start imports."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from command_lines import ROOT, process

POLNEAR = ROOT.parent / "shared" / "data" / "formats" / "brat" / "polnear" / "dev"


@pytest.mark.slow
def test_the_whole_path_over_real_articles(start, tmp_path):
    """Must hold, line 2 of the issue."""
    if not POLNEAR.is_dir():
        pytest.skip(f"the corpus {POLNEAR} is not here")
    files = sorted(POLNEAR.rglob("*.txt"))
    assert len(files) == 40
    assert start("new", "p.pressmark").code == 0
    imported = start("import", "p.pressmark", *files, "--json")
    assert imported.code == 0
    assert (imported.json["articles"], imported.json["problems"]) == (40, [])
    again = start("import", "p.pressmark", POLNEAR / "text", "--json")
    assert (again.json["articles"], again.json["duplicates"]) == (0, 40)
    labelled = start("prelabel", "p.pressmark", "--json")
    assert labelled.code == 0, labelled.err
    assert list(labelled.json) == ["articles", "suggestions", "failed", "words", "seconds", "unmapped", "gpu"]
    assert (labelled.json["articles"], labelled.json["failed"]) == (40, 0)
    assert labelled.json["suggestions"] > 400
    assert start("prelabel", "p.pressmark", "--json").json["articles"] == 0
    counted = start("stats", "p.pressmark", "--json").json
    assert counted["articles"] == 40
    assert counted["suggestions"] == {"open": labelled.json["suggestions"], "accepted": 0, "rejected": 0}
    records = start("export", "p.pressmark", "out.jsonl", "--format", "pressmark", "--with-suggestions", "--json")
    assert records.code == 0
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    exported = [json.loads(line) for line in lines]
    assert sum(len(r["suggestions"]["spans"]) for r in exported) == labelled.json["suggestions"]
    for record, path in zip(exported, files, strict=True):
        assert record["text"] == path.read_bytes().decode().replace("\r\n", "\n")
        for span in record["suggestions"]["spans"]:
            for fragment in span["fragments"]:
                assert record["text"][fragment["start"] : fragment["end"]] == fragment["text"]
    corpus = start("export", "p.pressmark", "corpus", "--format", "docbin", "--split", "80/10/10", "--json")
    assert corpus.code == 0
    assert start("check", "p.pressmark", "--json").json["ok"] is True
    _spacy_reads(tmp_path, {r["text"] for r in exported})


def _spacy_reads(folder, texts):
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("en").vocab
    parts = ("train", "dev", "test")
    docs = {p: list(DocBin().from_disk(folder / "corpus" / f"{p}.spacy").get_docs(vocab)) for p in parts}
    train = len(docs["train"])
    assert 24 < train < 40 and all(docs.values())
    assert {doc.text for found in docs.values() for doc in found} == texts
    # Nobody has annotated them: no token is known to be outside of an entity.
    assert not any(doc.has_annotation("ENT_IOB") for found in docs.values() for doc in found)
    assert f"{train} training docs" in _debug_data(folder, sourced=True)


def _debug_data(folder, *, sourced):
    """Return what ``spacy debug data`` says of ``corpus``, in which it must not find an error."""
    from spacy.util import load_config

    from desktop.core.resources import embedded_pipeline

    command = [sys.executable, "-m", "spacy"]
    config = folder / "config.cfg"
    init = [*command, "init", "config", str(config), "--lang", "en", "--pipeline", "ner", "--force"]
    subprocess.run(init, check=True, capture_output=True)
    if sourced:
        # Training goes on from the embedded pipeline: for a new one, spaCy calls fewer than 100 articles an error.
        made = load_config(config)
        made["components"] = {"ner": {"source": str(embedded_pipeline())}}
        made["nlp"]["pipeline"] = ["ner"]
        made.to_disk(config)
    paths = [f"--paths.{p}={folder / 'corpus' / p}.spacy" for p in ("train", "dev")]
    debug = [*command, "debug", "data", str(config), *paths, "--verbose", "--no-format"]
    found = subprocess.run(debug, capture_output=True, text=True, check=False)
    report = found.stdout + found.stderr
    assert found.returncode == 0, report
    assert not [line for line in report.split("\n") if "\u2718" in line or "[x]" in line], report
    return report


@pytest.mark.slow
def test_a_labelled_corpus_is_one_that_spacy_finds_no_error_in(start, tmp_path):
    """Must hold, line 2 of the issue, over articles that somebody has annotated, beside some that nobody has."""
    people, places = ("Dana Ford", "Olena Moroz", "Jonas Weber"), ("Kyiv", "Lviv", "Odesa", "Lima")
    with (tmp_path / "in.jsonl").open("w", encoding="utf-8") as file:
        for n in range(150):
            who, where = people[n % 3], places[n % 4]
            claim = f"{who} will pay for {where} on day {n}"
            text = f"👨🏻‍🚒 In {where}, {who} said: “{claim}”\u2028Nobody else spoke."
            spans = [("ACTOR", who, 0), ("CLAIM", claim, 0), ("ACTOR", who, 1), ("LOCATION", where, 1)]
            file.write(json.dumps(_record(f"u{n}", text, spans if n < 130 else []), ensure_ascii=False) + "\n")
    assert start("new", "p.pressmark").code == 0
    assert start("import", "p.pressmark", "in.jsonl", "--json").json["spans"] == 520
    assert start("prelabel", "p.pressmark", "--json").json["articles"] == 150
    assert start("stats", "p.pressmark", "--json").json["spans"] == {"ACTOR": 260, "CLAIM": 130, "LOCATION": 130}
    assert start("export", "p.pressmark", "out.jsonl", "--format", "pressmark").code == 0
    done = start("export", "p.pressmark", "corpus", "--format", "docbin", "--split", "80/20", "--json").json
    assert (done["articles"], done["spans"]) == (150, 520)
    assert {d["what"] for d in done["dropped"]} == {"attribute"}  # a DocBin has none
    assert start("check", "p.pressmark", "--json").json == {"ok": True, "findings": []}
    manifest = json.loads((tmp_path / "corpus" / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["annotated_articles"], manifest["unannotated_articles"]) == (130, 20)
    assert manifest["entities"] == {"ACTOR": 260, "LOCATION": 130}
    train = next(f["articles"] for f in manifest["files"] if f["name"] == "train.spacy")
    assert 105 < train < 135  # each article by its own hash
    for sourced in (False, True):
        assert f"{train} training docs" in _debug_data(tmp_path, sourced=sourced)


def _record(uid, text, spans):
    held = []
    for number, (label, covered, occurrence) in enumerate(spans):
        start = text.index(covered, text.index("“") if occurrence else 0)
        end = start + len(covered)
        held.append({"id": f"s{number}", "label": label, "fragments": [{"start": start, "end": end, "text": covered}]})
        held[-1] |= {"attributes": {"kind": "promise"} if label == "CLAIM" else {}, "origin": {"kind": "manual"}}
    fields = {"format": "pressmark/1", "uid": uid, "title": "", "text": text}
    status = "done" if spans else "todo"
    return fields | {"annotations": [{"annotator": "a", "status": status, "attributes": {}, "spans": held}]}


def test_everything_broken_at_once_gets_a_sentence_and_the_rest_is_imported(start, tmp_path):
    """Must hold, line 6 of the issue."""
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "broken.jsonl").write_text(
        '{"text": "First."}\n{"text": "Second.\n{"text": "Third."}\n', encoding="utf-8"
    )
    (sources / "ragged.csv").write_text(
        "title,text,date\nOne,Body one.,2020\nTwo,Body two.\nThree,Body three.,2021,x\n", encoding="utf-8"
    )
    (sources / "empty.txt").touch()
    (sources / "loop.txt").symlink_to("loop.txt")  # cannot be read by anybody, root included
    (sources / "locked.txt").write_text("Locked.", encoding="utf-8")
    (sources / "locked.txt").chmod(0)
    may_read = os.access(sources / "locked.txt", os.R_OK)
    (sources / "good.txt").write_text("Rain\n\nIt rained.", encoding="utf-8")
    (tmp_path / "bad-schema.json").write_text('{"name": "x",\n"labels": [}', encoding="utf-8")
    (tmp_path / "not.pressmark").write_text("no project", encoding="utf-8")

    refused = start("new", "p.pressmark", "--schema", "bad-schema.json")
    assert (refused.code, refused.out) == (3, "")
    assert "bad-schema.json" in refused.err
    assert "line 2" in refused.err
    refused = start("import", "not.pressmark", "sources")
    assert (refused.code, refused.out) == (4, "")
    assert "not.pressmark" in refused.err
    assert (tmp_path / "not.pressmark").read_text(encoding="utf-8") == "no project"

    assert start("new", "p.pressmark").code == 0
    done = start("import", "p.pressmark", "sources", "--json")
    assert done.code == 0
    assert done.json["articles"] == 4 + may_read
    places = [(os.path.basename(p["file"]), p["line"]) for p in done.json["problems"]]
    wanted = [("broken.jsonl", 2), ("empty.txt", None), ("locked.txt", None), ("loop.txt", None)]
    wanted += [("ragged.csv", 3), ("ragged.csv", 4)]
    assert places == [w for w in wanted if w[0] != "locked.txt" or not may_read]
    assert all(p["reason"].endswith(".") for p in done.json["problems"])
    assert "Traceback" not in done.err
    assert start("stats", "p.pressmark", "--json").json["articles"] == 4 + may_read


def test_adversarial_text_through_all_of_it(start, tmp_path):
    """Must hold, line 5 of the issue, as far as there is no window."""
    import spacy
    from spacy.tokens import DocBin

    body = "👨🏻‍🚒 firemen drive firetrucks\r\nKyiv\u2028said\u00a0no. قال الرئيس e\u0301\n"
    (tmp_path / "odd.txt").write_bytes(b"\xef\xbb\xbf" + body.encode())
    big = "The river rose in Kyiv, 👨🏻‍🚒 said. " * 60_000
    (tmp_path / "big.txt").write_text(big, encoding="utf-8")
    assert (tmp_path / "big.txt").stat().st_size > 2_000_000
    start("new", "p.pressmark")
    assert start("import", "p.pressmark", "odd.txt", "big.txt", "--json").json["articles"] == 2
    text = body.replace("\r\n", "\n")
    at = text.index("Kyiv")
    span = {"id": "s", "label": "LOCATION", "fragments": [{"start": at, "end": at + 4, "text": "Kyiv"}]}
    span |= {"attributes": {}, "origin": {"kind": "manual"}, "created": "", "updated": ""}
    start("export", "p.pressmark", "out.jsonl", "--format", "pressmark")
    lines = [json.loads(x) for x in (tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    assert [x["text"] for x in lines] == [text, big]
    held = {"annotator": "a", "status": "done", "attributes": {}, "spans": [span], "relations": []}
    (tmp_path / "in.jsonl").write_text(json.dumps(lines[0] | {"annotations": [held]}), encoding="utf-8")
    added = start("import", "p.pressmark", "in.jsonl", "--json").json
    assert (added["articles"], added["duplicates"], added["spans"]) == (0, 0, 1)
    done = start("export", "p.pressmark", "corpus", "--format", "docbin", "--json")
    assert done.code == 0
    docs = list(DocBin().from_disk(tmp_path / "corpus" / "corpus.spacy").get_docs(spacy.blank("en").vocab))
    assert [doc.text for doc in docs] == [text, big]
    assert [(e.text, e.start_char, e.label_) for e in docs[0].ents] == [("Kyiv", at, "LOCATION")]


def _many(tmp_path, count):
    sources = tmp_path / "many.jsonl"
    with sources.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"id": number, "text": f"Article {number}. " + "word " * 500}) + "\n")
    return sources


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to another process")
@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_broken_off_import_keeps_what_it_has_and_goes_on(start, tmp_path, how, code):
    sources = _many(tmp_path, 30_000)
    assert start("new", "p.pressmark").code == 0
    command, more = process("import", "p.pressmark", sources, "--json", cwd=tmp_path)
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    with closing(sqlite3.connect((tmp_path / "p.pressmark").as_uri() + "?mode=ro", uri=True)) as seen:
        while running.poll() is None and not seen.execute("SELECT count(*) FROM article").fetchone()[0]:
            time.sleep(0.02)
    running.send_signal(how)
    out, err = running.communicate(timeout=60)
    assert running.returncode == code, err.decode()
    kept = start("stats", "p.pressmark", "--json").json["articles"]
    assert 0 < kept < 30_000
    if how == signal.SIGINT:
        assert json.loads(out)["articles"] == kept
    assert start("check", "p.pressmark", "--json").json["ok"] is True
    rest = start("import", "p.pressmark", sources, "--json").json
    assert (rest["duplicates"], rest["articles"]) == (kept, 30_000 - kept)


def test_output_survives_a_narrow_encoding(start, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    monkeypatch.setenv("PYTHONUTF8", "0")
    (tmp_path / "дощ.csv").write_text("text\na,b\n", encoding="utf-8")
    start("new", "p.pressmark")
    done = start("import", "p.pressmark", "дощ.csv")
    assert done.code == 3
    assert "???.csv, line 2" in done.out
    told = start("import", "p.pressmark", "дощ.csv", "--json")
    assert told.json["problems"][0]["file"] == "дощ.csv"


def test_a_reader_that_goes_away_is_no_crash(start, tmp_path):
    start("new", "p.pressmark")
    command, more = process("check", "p.pressmark", cwd=tmp_path)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, **more)
    os.close(writing)
    assert b"Traceback" not in done.stderr


PROBE = """
import sys, types
window = types.ModuleType("desktop.app")
window.main = lambda argv: print("window", argv) or 0
sys.modules["desktop.app"] = window
import desktop.__main__
sys.argv = ["pressmark", *sys.argv[1:]]
code = desktop.__main__.main()
heavy = {"typer", "desktop.cli", "spacy", "sqlite_utils", "numpy"} & sys.modules.keys()
print(code, sorted(heavy))
"""


@pytest.mark.parametrize(
    ("argv", "asked"),
    [([], []), (["open"], []), (["open", "a.pressmark"], ["a.pressmark"]), (["a.pressmark"], ["a.pressmark"])],
)
def test_a_start_of_the_window_imports_no_command_line(argv, asked):
    _, more = process()
    done = subprocess.run([sys.executable, "-c", PROBE, *argv], capture_output=True, text=True, **more)
    assert done.stdout == f"window {asked}\n0 []\n", done.stderr


def test_commands_do_not_reach_the_window():
    _, more = process()
    done = subprocess.run([sys.executable, "-c", PROBE, "pipelines"], capture_output=True, text=True, **more)
    assert "window" not in done.stdout
    assert "spacy" not in done.stdout.split("\n")[-2]


def test_the_worker_answers_through_the_entry_point():
    command, more = process("--worker")
    done = subprocess.run(command, input=b'{"kind":"stop"}\n', capture_output=True, timeout=60, **more)
    assert done.returncode == 0
    assert json.loads(done.stdout.split(b"\n")[0])["kind"] == "ready"
