"""``pressmark import --map`` and ``--save-map``: the mapping that was used, edited, used again."""

from __future__ import annotations

import json


def test_a_mapping_is_written_edited_and_used(run, tmp_path):
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text("Ann said no.\n")
    (folder / "a.ann").write_text("T1\tHuman 0 3\tAnn\nT2\tVerb 4 8\tsaid\n")
    one, two, saved = (str(tmp_path / name) for name in ("one.pressmark", "two.pressmark", "map.json"))
    for project in (one, two):
        assert run("new", project, "--annotator", "Ada").code == 0
    made = run("import", one, str(folder), "--format", "brat", "--save-map", saved, "--json")
    assert made.code == 0 and json.loads(made.out)["spans"] == 2
    held = json.loads((tmp_path / "map.json").read_text())
    assert held["types"] == {"Human": {"label": "Human"}, "Verb": {"label": "Verb"}}
    held["types"] = {"Human": {"label": "ACTOR", "attributes": {"type": "person"}}, "Verb": None}
    (tmp_path / "map.json").write_text(json.dumps(held))
    again = run("import", two, str(folder), "--format", "brat", "--map", saved, "--json")
    assert again.code == 0 and json.loads(again.out)["spans"] == 1
    stats = run("stats", two, "--json")
    assert "Human" not in stats.out and "ACTOR" in stats.out


def test_a_mapping_that_is_none_is_refused_before_anything_is_read(run, tmp_path):
    project, wrong = str(tmp_path / "p.pressmark"), tmp_path / "map.json"
    assert run("new", project, "--annotator", "Ada").code == 0
    wrong.write_text('{"format": "something else"}')
    refused = run("import", project, str(tmp_path), "--map", str(wrong))
    assert refused.code == 2 and "map.json" in refused.err
    assert run("import", project, str(tmp_path), "--map", str(tmp_path / "none.json")).code not in (0, 1)


def test_a_format_for_each_ending_reads_a_folder_of_several_kinds(run, tmp_path):
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.jsonl").write_text('{"text": "Ann said no.", "label": [[0, 3, "ACTOR"]]}\n')
    (folder / "deep" / "b.corpus").write_text("Bob\tB-ACTOR\nleft\tO\n")
    (folder / "c.txt").write_text("Plain words.\n")
    project = str(tmp_path / "p.pressmark")
    assert run("new", project, "--annotator", "Ada").code == 0
    made = run("import", project, str(folder), "--format", ".jsonl=doccano", "--format", ".corpus=conll2003", "--json")
    held = json.loads(made.out)
    assert (made.code, held["articles"], held["spans"], held["problems"]) == (0, 3, 2, [])
    for wrong in (("doccano", ".txt=txt"), (".txt=nothing",), ("txt=txt",)):
        refused = run("import", project, str(folder), *(word for one in wrong for word in ("--format", one)))
        assert refused.code == 2 and "format" in refused.err.lower()
