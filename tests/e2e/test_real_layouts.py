"""The real program on screens whose keyboards write Cyrillic, Greek or Arabic: keys by their place tag all the same."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from screen import Program, Screen, missing, wait_for

from annotation_schema.model import Article
from desktop.core import paths, settings
from desktop.core.project import Project
from desktop.core.resources import default_schema

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
# Codes of the keys at the places of these letters.
KEYS = {"c": "54", "a": "38", "l": "46", "s": "39"}
TEXT = "Kovač spoke\n\nThe old bridge is safe, said Mayor Kovač in Zagreb."


@pytest.mark.skipif(bool(missing) or shutil.which("setxkbmap") is None, reason="needs Xvfb, xdotool and setxkbmap")
@pytest.mark.parametrize("layout", ["ru", "us,ru", "gr", "ara"])
def test_labels_are_tagged_by_the_keys_at_their_places(tmp_path, monkeypatch, layout):
    monkeypatch.setenv("PRESSMARK_HOME", str(tmp_path))
    quiet = settings.Work(prelabel_on_open=False, quick_fill=False)
    settings.save(settings.Settings(work=quiet), paths.settings_file())
    path = tmp_path / "layouts.pressmark"
    with Project.create(path, default_schema(), annotator="Ada") as project:
        project.add_articles([Article("a" * 20, "Kovač spoke", TEXT)])
    screen = Screen(1400, 900)
    try:
        subprocess.run(["setxkbmap", layout], env={**os.environ, "DISPLAY": screen.display}, check=True, timeout=20)
        if "," in layout:  # the second of the two is the one that writes
            screen.tool("key", "ISO_Next_Group")
        program = Program(screen, tmp_path, "open", str(path))
        try:
            program.wait_for_window("layouts")
            program.settle()  # keys that come before the article are nobody's

            def spans():
                with Project.open(path, readonly=True) as project:
                    return {(s.label, s.start) for s in project.view(project.article_ids()[0]).spans}

            program.keys("ctrl+Home", KEYS["a"])  # the word under the caret
            wait_for(lambda: ("ACTOR", 0) in spans(), "an actor")
            program.keys("ctrl+Down", KEYS["s"], KEYS["c"])
            wait_for(lambda: any(label == "CLAIM" for label, _ in spans()), "a claim")
            program.keys("ctrl+End", "Left", KEYS["l"])
            wait_for(lambda: ("LOCATION", TEXT.index("Zagreb")) in spans(), "a place")
            assert len(spans()) == 3
            assert program.close_by_button() == 0
        finally:
            if program.process.poll() is None:
                program.kill()
            program.process.stderr.close()
    finally:
        screen.close()
