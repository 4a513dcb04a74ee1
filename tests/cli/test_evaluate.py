"""The command that judges a pipeline, and the wish for claims, with a pipeline of a few words and real workers."""

from __future__ import annotations

import json

import pytest

from desktop.core.prelabel import run_options
from desktop.core.project import Project

TEXT = "Kyiv waits, said Angela Merkel on Monday."


def record(uid, places, status="done"):
    spans = []
    for label, words in places:
        start = TEXT.index(words)
        place = {"start": start, "end": start + len(words), "text": words}
        spans.append({"label": label, "fragments": [place]})
    annotations = [{"annotator": "Ada", "status": status, "spans": spans}]
    return json.dumps({"format": "pressmark/1", "uid": uid, "text": TEXT, "annotations": annotations}) + "\n"


@pytest.fixture
def tiny(tmp_path):
    import spacy

    nlp = spacy.blank("en")
    patterns = [("GPE", "Kyiv"), ("PERSON", "Merkel"), ("DATE", "Monday")]
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for label, words in patterns])
    nlp.meta.update(name="tiny", version="1.2.3")
    nlp.to_disk(tmp_path / "tiny")
    return tmp_path / "tiny"


@pytest.fixture
def project(run, tmp_path):
    lines = [
        record("a1", [("LOCATION", "Kyiv"), ("ACTOR", "Angela Merkel")]),
        record("a2", [("ACTOR", "Angela Merkel")]),
        record("a3", [("LOCATION", "Monday")], status="started"),
    ]
    (tmp_path / "in.jsonl").write_text("".join(lines), encoding="utf-8")
    assert run("new", tmp_path / "p.pressmark").code == 0
    assert run("import", tmp_path / "p.pressmark", tmp_path / "in.jsonl", "--format", "pressmark").code == 0
    return tmp_path / "p.pressmark"


def test_a_pipeline_is_judged_by_what_was_finished(run, project, tiny):
    done = run("evaluate", project, "--gold", "Ada", "--pipeline", tiny, "--no-claims", "--json")
    assert done.code == 0, done.err
    held = done.json
    assert (held["pipeline"], held["version"], held["articles"]) == ("en_tiny", "1.2.3", 2)
    assert held["unmapped"] == {"DATE": 2}
    place = held["labels"]["LOCATION"]["exact"]
    assert place == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "predicted": 2, "expected": 1, "right": 1}
    actor = held["labels"]["ACTOR"]
    assert actor["exact"]["right"] == 0 and actor["overlap"]["f1"] == 1.0
    assert actor["characters"]["recall"] == round(len("Merkel") / len("Angela Merkel"), 4)
    shown = run("evaluate", project, "--gold", "Ada", "--pipeline", tiny, "--no-claims").out.splitlines()
    assert shown[0] == "2 finished articles of Ada, read by en_tiny 1.2.3."
    assert shown[1] == "Without a place in the label map: DATE 2."
    line = next(x for x in shown if x.startswith("Location"))
    assert line.split() == ["Location", "exact", "50.0", "100.0", "66.7", "2", "1", "1"]
    assert run("stats", project, "--json").json["suggestions"] == {"open": 0, "accepted": 0, "rejected": 0}


def test_who_has_finished_nothing_is_told(run, project, tiny):
    nobody = run("evaluate", project, "--gold", "Ben", "--pipeline", tiny, "--json")
    assert nobody.code == 2 and nobody.json["error"]["hint"] == "Those who have: “Ada”."
    hidden = run("evaluate", project, "--gold", "Ada", "--pipeline", tiny, "--hidden-only")
    assert hidden.code == 2 and "without seeing suggestions" in hidden.err
    assert run("evaluate", project, "--pipeline", tiny).code == 2


def test_whether_claims_are_wanted_is_kept_and_makes_another_run(run, project, tiny):
    def read(*more):
        return run("prelabel", project, "--pipeline", tiny, "--json", *more).json["articles"]

    def wanted():
        with Project.open(project) as opened:
            return run_options.of(opened).claims

    assert wanted() and read() == 3 and read("--claims") == 0
    assert read("--no-claims") == 3 and not wanted()
    assert read() == 0 and read("--claims") == 3 and wanted()
