"""The way of ``packaging/run.py`` without a screen: sample, pre-highlighting, dataset and picture, and once more."""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import os
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
PICTURE_MAGIC = b"\x89PNG\r\n\x1a\n"


def installed():
    try:
        importlib.metadata.distribution("pressmark")
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not installed(), reason="the project is not installed in this environment"),
]


@pytest.fixture
def run(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    sys.modules.pop("run", None)
    yield importlib.import_module("run")
    sys.modules.pop("run", None)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PRESSMARK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return tmp_path / "home"


def pressmark(run):
    return run.Pressmark(Path(sys.executable), os.environ)


def test_without_a_screen_it_ends_with_a_dataset_and_a_picture(run, home, capsys, monkeypatch):
    monkeypatch.setattr(run.setup, "set_up", lambda **wanted: Path(sys.executable))
    assert run.main([]) == 0
    said = capsys.readouterr().out
    files = [
        Path(line.split(maxsplit=1)[1]) for line in said.splitlines() if line.startswith(("Dataset:", "Screenshot:"))
    ]
    assert {file.suffix for file in files} == {".jsonl", ".spacy", ".json", ".png"}
    assert all(file.stat().st_size for file in files)
    records = [json.loads(line) for line in files[0].read_text(encoding="utf-8").strip("\n").split("\n")]
    assert len(records) == 5
    assert all(annotator["spans"] for record in records for annotator in record["annotations"])
    picture = files[-1].read_bytes()
    assert picture.startswith(PICTURE_MAGIC)
    assert int.from_bytes(picture[16:20], "big") > 1200, "the window is drawn as wide as on a usual screen"
    assert "There is no screen here" in said
    before = files[0].read_bytes()

    assert run.main([]) == 0
    assert "(as you left it)" in capsys.readouterr().out
    assert files[0].read_bytes() == before


def test_a_sample_that_was_broken_off_is_not_taken_for_the_sample(run, home, monkeypatch):
    first = pressmark(run)

    def broken_off(*arguments):
        if arguments[0] == "import":
            raise KeyboardInterrupt
        return run.Pressmark.ask(first, *arguments)

    monkeypatch.setattr(first, "ask", broken_off)
    with pytest.raises(KeyboardInterrupt):
        run.ensure_sample(first)
    assert list((home / "projects").iterdir()) == []
    project = run.ensure_sample(pressmark(run))
    assert pressmark(run).ask("stats", project)["articles"] == 5


def test_arguments_go_to_the_command_line(run, home, capfd, monkeypatch):
    monkeypatch.setattr(run.setup, "set_up", lambda **wanted: Path(sys.executable))
    assert run.main(["stats", str(home / "none.pressmark")]) not in (0, 1)
    assert "none.pressmark" in capfd.readouterr().err
