"""Which pipelines can be chosen, read from their files without importing spaCy."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.core import pipelines
from desktop.core.errors import AppError, ErrorCode

CONFIG = """
[nlp]
lang = "nb"
pipeline = ["tok2vec","people","tagger","ruler"]

[components]

[components.people]
factory = "ner"

[components.people.model]
factory = "not this one"

[components.tagger]
factory = "tagger"

[components.ruler]
factory = "span_ruler"
"""
LABELS = {"people": ["PER", "GPE"], "tagger": ["NN", "VB"], "ruler": ["CLAIM"], "tok2vec": []}


def make(folder, name="news", version="1.2.0", config=CONFIG, **more):
    folder.mkdir(parents=True)
    (folder / "config.cfg").write_text(config, encoding="utf-8")
    meta = {"lang": "nb", "name": name, "version": version, "labels": LABELS} | more
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PRESSMARK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(pipelines, "embedded_pipeline", lambda: tmp_path / "embedded")
    return tmp_path


def test_what_is_read_of_a_folder(home):
    folder = make(home / "x")
    info = pipelines.find(str(folder))
    assert info == pipelines.PipelineInfo(
        name="nb_news",
        version="1.2.0",
        path=str(folder),
        labels=("CLAIM", "GPE", "PER"),
        language="nb",
        source=str(folder),
        components=("people", "tagger", "ruler"),
    )


def test_what_the_metadata_say_is_there_to_be_shown(home):
    folder = make(
        home / "x",
        pipeline=["tok2vec", "people"],
        license="MIT",
        author="Somebody",
        description="News.",
        spacy_version=">=3.8.0,<3.9.0",
        requirements=["spacy-lookups-data>=1.0", 3],
        performance={
            "ents_f": 0.875,
            "people_loss": 0.5,
            "speed": 9000.0,
            "ents_per_type": {"PER": {"p": 0.9, "r": 0.8, "f": 0.85}, "GPE": None},
        },
    )
    info = pipelines.find(str(folder))
    assert (info.licence, info.author, info.description) == ("MIT", "Somebody", "News.")
    assert info.components == ("tok2vec", "people") and info.finds
    assert info.spacy_version == ">=3.8.0,<3.9.0" and info.requirements == ("spacy-lookups-data>=1.0",)
    assert info.scores == {"ents_f": 0.875} and info.label_scores == {"PER": 0.85}
    assert info.size() == sum(p.stat().st_size for p in folder.iterdir())


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda f: (f / "config.cfg").unlink(), "there is no config.cfg"),
        (lambda f: (f / "meta.json").unlink(), "meta.json is missing"),
        (lambda f: (f / "meta.json").write_text("{"), "is damaged"),
        (lambda f: (f / "meta.json").write_text("[]"), "is damaged"),
    ],
)
def test_a_broken_folder_is_listed_with_the_reason(home, spoil, said):
    good = make(home / "home" / "pipelines" / "good")
    folder = make(home / "home" / "pipelines" / "poor")
    spoil(folder)
    assert [i.path for i in pipelines.list_pipelines()] == [str(good)]
    (found,) = pipelines.broken()
    assert found.path == str(folder) and said in found.reason
    with pytest.raises(AppError) as caught:
        pipelines.find(str(folder))
    assert said in caught.value.message


def test_the_embedded_one_comes_first_then_folders_and_packages(home, monkeypatch):
    make(home / "embedded", "embedded")
    make(pipelines.pipelines_dir() / "zz", "mine")
    site = home / "site"
    make(site / "nb_pack" / "nb_pack-2.0", "pack", "2.0")
    (site / "nb_pack" / "__init__.py").write_text("raise SystemExit('imported')")
    (site / "nb_pack-2.0.dist-info").mkdir()
    (site / "nb_pack-2.0.dist-info" / "METADATA").write_text("Name: nb_pack\nVersion: 2.0\n")
    (site / "nb_pack-2.0.dist-info" / "entry_points.txt").write_text("[spacy_models]\nnb_pack = nb_pack\n")
    monkeypatch.syspath_prepend(str(site))
    found = pipelines.list_pipelines()
    assert [i.name for i in found] == ["nb_embedded", "nb_mine", "nb_pack"]
    assert found[2].source == "nb_pack" and found[2].path.endswith("nb_pack-2.0")
    assert pipelines.find("nb_pack") == found[2]
    assert pipelines.find("nb_mine") == found[1]
    assert pipelines.find("") == found[0]
    assert pipelines.find(str(site / "nb_pack")).path == found[2].path


def test_no_pipeline_at_all(home):
    assert pipelines.list_pipelines() == []
    with pytest.raises(AppError, match="embedded pipeline is missing") as caught:
        pipelines.find("")
    assert caught.value.code is ErrorCode.PIPELINE_NOT_FOUND


@pytest.mark.parametrize("spoil", ["no meta", "meta cut", "meta list", "meta bytes", "config", "nothing", "file"])
def test_broken_folders_are_not_listed_and_named_when_asked_for(spoil, home):
    folder = pipelines.pipelines_dir() / "x"
    make(folder)
    match spoil:
        case "no meta":
            (folder / "meta.json").unlink()
        case "meta cut":
            (folder / "meta.json").write_text('{"lang": ')
        case "meta list":
            (folder / "meta.json").write_text("[]")
        case "meta bytes":
            (folder / "meta.json").write_bytes(b"\xff\xfe\x00")
        case "config":
            (folder / "config.cfg").write_text("lang = nb\n")
        case "nothing":
            for file in folder.iterdir():
                file.unlink()
        case "file":
            (folder.parent / "y").write_text("a file among the folders")
            folder = folder.parent / "y"
    assert [i.path for i in pipelines.list_pipelines()] == ([str(folder.parent / "x")] if spoil == "file" else [])
    with pytest.raises(AppError) as caught:
        pipelines.find(str(folder))
    assert caught.value.code is ErrorCode.PIPELINE_NOT_FOUND and str(folder) in caught.value.message


def test_odd_meta_gives_what_it_can(home):
    folder = make(home / "x", labels={"people": "PER", "ruler": ["A", 5]}, version=3)
    info = pipelines.find(str(folder))
    assert info.labels == ("A",) and info.version == "3"


def test_names_that_are_no_names(home):
    for name in ("no_such", "../..", "a b", "json.decoder", "json"):
        with pytest.raises(AppError):
            pipelines.find(name)


def test_listing_imports_no_spacy():
    script = (
        "import sys; from desktop.core.pipelines import list_pipelines; list_pipelines()\n"
        "print(sorted({'spacy', 'thinc', 'numpy'} & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root)
    assert done.stdout == "[]\n", done.stderr
