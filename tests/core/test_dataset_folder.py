"""The dataset folder: data, card with plots, losses and manifest agree with each other and come out the same again."""

from __future__ import annotations

import hashlib
import json
import shlex
import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from test_division import made as long_article
from test_exporting import example

from annotation_schema import wording
from annotation_schema.model import ArticleRecord
from desktop.core.exporters.card import command
from desktop.core.exporters.door import export
from desktop.core.exporters.report import (
    Alignment,
    Discontinuous,
    ExportFilter,
    ExportOptions,
    Grouping,
    Overlap,
    SplitChoice,
)
from desktop.core.project import Project
from desktop.core.resources import default_schema

OPTIONS = ExportOptions(card=True, licence="CC-BY-4.0", split=SplitChoice((60.0, 20.0, 20.0), 1, stratified=True))


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "Corpus & Co.pressmark", default_schema(), annotator="ann") as opened:
        opened.add_articles([ArticleRecord(r.article, r.annotations) for r in (example(), example("a2"))])
        opened.add_articles([long_article(n) for n in range(30)])
        yield opened


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_every_file_is_in_the_manifest_and_the_numbers_are_those_of_the_data(project, tmp_path):
    report = export(project, tmp_path / "set", format="jsonl-flat", options=OPTIONS)
    found = tree(tmp_path / "set")
    manifest = json.loads(found["manifest.json"])
    named = {f["name"]: f["sha256"] for f in manifest["files"]}
    assert named == {n: hashlib.sha256(data).hexdigest() for n, data in found.items() if n != "manifest.json"}
    assert {f.path for f in report.files} == {str(tmp_path / "set" / name) for name in found}
    rows = [json.loads(x) for n, data in found.items() if n.startswith("data/") for x in data.decode().splitlines()]
    assert Counter(row["label"] for row in rows) == manifest["labels"]
    assert len(rows) == manifest["spans"] == report.spans
    assert sum(manifest["parts"].values()) == manifest["articles"] == 32
    assert manifest["export"]["options"]["split"] == {
        "ratios": [60.0, 20.0, 20.0],
        "seed": 1,
        "grouping": "duplicates",
        "stratified": True,
    }
    losses = [json.loads(x) for x in found["losses.jsonl"].decode().splitlines()]
    assert Counter(x["reason"] for x in losses) == manifest["losses"] == dict(report.losses)


def test_the_card_says_what_there_is(project, tmp_path):
    export(project, tmp_path / "set", format="jsonl-flat", options=OPTIONS)
    found = tree(tmp_path / "set")
    card = found["README.md"].decode()
    assert card.startswith('---\npretty_name: "Corpus & Co"\nlicense: "CC-BY-4.0"\n')
    for words in (
        "32 articles",
        "news-claims, version",
        "Annotator ann: 2 articles, 6 spans",
        "Dates: 2024-01-01 to",
        "Courier 5",
        "| CLAIM |",
        "| ACTOR | 1.000 | 4 |",  # ann and bo agree on the actor of both examples
        "| CLAIM | 0.000 | 2 |",
        "Near-duplicates",
        "--stratify",
        "--licence CC-BY-4.0",
    ):
        assert words in card, words
    for name in ("labels.svg", "dates.svg", "publishers.svg"):
        assert f"(plots/{name})" in card
        root = ET.fromstring(found[f"plots/{name}"])
        assert root.tag.endswith("svg")
        assert len(list(root.iter("{http://www.w3.org/2000/svg}rect"))) > 2


def test_same_project_and_settings_same_bytes_in_every_language(project, tmp_path):
    export(project, tmp_path / "one", format="jsonl-flat", options=OPTIONS)
    wording.install(lambda context, source, n: f"[{wording.plain(context, source.split('|')[0], n)}]")
    try:
        export(project, tmp_path / "two", format="jsonl-flat", options=OPTIONS)
    finally:
        wording.install()
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_format_with_its_own_card_keeps_its_place(project, tmp_path):
    pytest.importorskip("pyarrow")
    export(project, tmp_path / "set", format="hf", options=OPTIONS)
    found = tree(tmp_path / "set")
    assert any(name.startswith("data/") and name.endswith(".parquet") for name in found)
    card = found["README.md"].decode()
    assert card.startswith("---\n")
    assert "configs" in card
    assert "## To write it again" in card
    named = {f["name"] for f in json.loads(found["manifest.json"])["files"]}
    assert named == found.keys() - {"manifest.json"}


def test_the_command_in_the_card_gives_the_same_options():
    wanted = ExportFilter(annotators=frozenset({"Böll Ö."}), labels=frozenset({"A", "B"}), since="2024", text='"a b" c')
    options = ExportOptions(
        split=SplitChoice((80.0, 20.0), 4, Grouping.TIME, True),
        overlap=Overlap.FIRST,
        discontinuous=Discontinuous.HULL,
        alignment=Alignment.SKIP,
        filter=wanted,
        card=True,
        licence="none of yours",
    )
    from desktop.cli.common import app
    from desktop.cli.export import options_of

    words = shlex.split(command("brat", options))
    assert words[:3] == ["pressmark", "export", "PROJECT"]
    import typer.main

    export_command = typer.main.get_command(app).commands["export"]
    context = export_command.make_context("export", words[2:])
    apart = ("project", "out", "format_", "as_json", "preview", "filter_")
    held = {k: v for k, v in context.params.items() if k not in apart}
    assert options_of(**held) == options
