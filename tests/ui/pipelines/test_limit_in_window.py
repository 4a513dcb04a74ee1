"""A pipeline that hangs, in the window: its process is ended, the article named, and nothing runs any more."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSpinBox

from annotation_schema.model import Article
from desktop.core.prelabel import choice, run_options
from desktop.core.project import Project
from desktop.ui import prelabel_host

WORKER = Path(__file__).parents[2] / "worker"


@pytest.fixture(autouse=True)
def quiet(qtlog):
    """The screenless platform cannot place windows and says so."""
    with qtlog.disabled():
        yield


@pytest.fixture
def hanging_pipeline(tmp_path, monkeypatch):
    """A pipeline with a component that never comes back, for workers that know it."""
    import spacy

    monkeypatch.syspath_prepend(str(WORKER))
    import odd_components

    monkeypatch.setattr(prelabel_host, "worker_command", lambda: [sys.executable, odd_components.__file__])
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler")
    nlp.add_pipe("odd")
    nlp.meta |= {"name": "hanging", "version": "1"}
    nlp.to_disk(tmp_path / "hanging")
    return str(tmp_path / "hanging")


def test_a_pipeline_that_hangs_is_ended_and_its_article_named(start, project_file, hanging_pipeline, qtbot):
    with Project.open(project_file) as project:
        project.add_articles([Article("h", "Never read", "Kyiv HANG", language="xh")])
        project.set_setting(choice.SETTING, choice.PipelineChoice("", {"xh": hanging_pipeline}).dump())
        run_options.want_limit(project, 1)
    driver = start(project_file)
    driver.bench.open_article(driver.bench.project.article_id("h"))  # its run is the first, and it is alone in it
    said = []
    shown = driver.bench.prelabelling
    shown._host.noticed.connect(said.append)
    shown._parts = [part for part in shown._plan(retry=True) if part.name == "en_hanging 1"]
    shown._next_part()
    (worker,) = shown._host._workers.values()
    qtbot.waitUntil(lambda: bool(worker._process.processId()), timeout=60_000)
    pid = worker._process.processId()
    qtbot.waitUntil(lambda: not shown.running, timeout=60_000)
    (sentence,) = said
    assert sentence.startswith("“Never read” is left out: The pipeline had not read it after 1 s")
    qtbot.waitUntil(lambda: not shown._host._leaving, timeout=60_000)
    assert not os.path.exists(f"/proc/{pid}")
    assert shown._host._workers == {}


def test_the_limit_is_set_where_reading_is_set(opened):
    driver, dialog = opened("prelabel.options")
    box = dialog.options.limit
    assert isinstance(box, QSpinBox) and box.value() == run_options.LIMIT_S and box.text() == "120 s"
    box.setValue(0)
    assert box.text() == "never" and run_options.of(driver.bench.project).limit_s == 0
    box.setValue(45)
    assert run_options.of(driver.bench.project) == run_options.RunOptions(limit_s=45)
    dialog.close()
