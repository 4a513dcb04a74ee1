"""The article through AT-SPI, as a screen reader meets it: text, caret, selection and spans of the running program."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from screen import wait_for

from annotation_schema.model import Article, Fragment
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema, sample_record_file
from desktop.core.view import ArticleFilter, NewSuggestion

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
CLIENT = Path(__file__).with_name("assistive_client.py")
TEXT = {"role": "text", "name": "Article text"}
SPANS = {"role": "list", "name": "Spans and suggestions"}
CROWD = 700


def python_with_gi() -> str:
    """A Python that knows AT-SPI; the system's, as the packages put it there."""
    look = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    for name in ("/usr/bin/python3", shutil.which("python3") or ""):
        if name and Path(name).exists() and subprocess.run([name, "-c", look], capture_output=True).returncode == 0:
            return name
    return ""


@pytest.fixture
def bus():
    """A session bus of the test's own, on which the accessibility bus is started."""
    if shutil.which("dbus-daemon") is None or not Path("/usr/libexec/at-spi-bus-launcher").exists():
        pytest.skip("needs dbus-daemon and at-spi2-core, which are not installed")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


@pytest.fixture
def reader(bus, screen):
    """Ask as a screen reader does: ``reader("text", role=…, name=…)``."""
    python = python_with_gi()
    if not python:
        pytest.skip("needs a Python with gi and Atspi (python3-gi, gir1.2-atspi-2.0), which is not installed")
    env = {**os.environ, "DISPLAY": screen.display, "DBUS_SESSION_BUS_ADDRESS": bus}
    client = subprocess.Popen(
        [python, "-W", "ignore", str(CLIENT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
    )

    def ask(kind: str, *, may_be_gone: bool = False, **more):
        client.stdin.write(json.dumps({"ask": kind, "app": "Pressmark", **more}) + "\n")
        client.stdin.flush()
        answer = json.loads(client.stdout.readline())
        if may_be_gone and isinstance(answer, dict) and "No such object" in answer.get("error", ""):
            return None  # it went away while it was looked at, as rows do when articles change
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer

    yield ask
    client.stdin.close()
    client.stdout.close()
    client.terminate()
    client.wait(10)


@pytest.fixture
def start(bus, program):
    def begin(path: Path):
        one = program("open", str(path), QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", DBUS_SESSION_BUS_ADDRESS=bus)
        one.wait_for_window(path.stem)
        return one

    return begin


def test_text_caret_selection_and_spans(start, reader, tmp_path):
    path = tmp_path / "home" / "projects" / "sample.pressmark"
    project = Project.create(path, default_schema(), annotator="Eva Test")
    import_sources(project, [sample_record_file()])
    text = project.view(project.article_ids(ArticleFilter())[0]).article.text
    project.close()
    program = start(path)
    wait_for(lambda: (reader("text", **TEXT) or {}).get("text") == text, "the text of the article")
    assert wait_for(lambda: reader("count", **SPANS), "suggestions in the list") > 0

    program.keys("ctrl+Home", "Right", "Right")
    told = wait_for(lambda: (t := reader("text", **TEXT)) and t["caret"] == text.index("delays") and t, "the caret")
    assert told["word"] == "delays"
    assert "focused" in told["states"]
    assert "editable" not in told["states"]
    program.keys("shift+Right")
    start_of, end_of = text.index("delays"), text.index("delays") + len("delays")
    wait_for(lambda: reader("text", **TEXT)["selection"] == [start_of, end_of], "the selection")
    moved = [e for e in reader("events") if e[0] == "object:text-caret-moved" and e[2] == "Article text"]
    assert [e[3] for e in moved][-2:] == [start_of, end_of]

    program.keys("ctrl+Home", "bracketright")
    rows = wait_for(
        lambda: (found := reader("rows", **SPANS)) and any("selected" in r["states"] for r in found) and found,
        "a current item",
    )
    current = next(r for r in rows if "selected" in r["states"])
    assert current["role"] == "list item"
    assert ", Suggested " in current["name"]
    told = reader("text", **TEXT)
    x, y, width, height = current["place"]
    caret_x, caret_y = told["caret_place"][:2]
    assert x - 2 <= caret_x <= x + width
    assert y - 2 <= caret_y <= y + height

    assert reader("set caret", at=30, **TEXT)
    wait_for(lambda: reader("text", **TEXT)["caret"] == 30, "a caret set from outside")
    assert reader("choose", at=2, **SPANS)
    wait_for(lambda: "selected" in reader("rows", **SPANS)[2]["states"], "a row chosen from outside")
    assert program.close_by_button() == 0


def test_every_control_on_screen_has_a_name(start, reader, tmp_path):
    path = tmp_path / "home" / "projects" / "sample.pressmark"
    project = Project.create(path, default_schema(), annotator="Eva Test")
    import_sources(project, [sample_record_file()])
    project.close()
    program = start(path)
    wait_for(lambda: reader("text", **TEXT), "the article")
    tree = reader("tree")
    nameless = [n for n in tree if {"focusable", "showing"} <= set(n["states"]) and not n["name"].strip()]
    assert not nameless
    plain = [n for n in tree if {"focusable", "showing"} <= set(n["states"]) and n["role"] in ("unknown", "invalid")]
    assert not plain
    assert program.close_by_button() == 0


def test_hundreds_of_spans_that_come_and_go_while_they_are_read(start, reader, tmp_path):
    """Goes through articles by held keys while a client asks; the program neither ends nor hangs."""
    path = tmp_path / "home" / "projects" / "crowd.pressmark"
    project = Project.create(path, default_schema(), annotator="Eva Test")
    words = "Crowd\n\n" + " ".join(f"word{n}" for n in range(CROWD + 1))
    project.add_articles(
        [Article(uid=f"{n:020x}", title="Crowd", text=words if n % 2 else f"Few\n\nwords {n}") for n in range(6)]
    )
    run = project.start_run("test", "1")
    for n in (1, 3, 5):
        article = project.article_id(f"{n:020x}")
        places = [words.index(f"word{k} ") for k in range(CROWD)]
        spans = [NewSuggestion("ACTOR", "X", (Fragment(p, words.index(" ", p)),)) for p in places]
        project.add_suggestions(run, article, project.text_sha256(article), spans)
    project.close()
    program = start(path)
    wait_for(lambda: reader("text", **TEXT), "the article")
    program.keys("n")
    assert wait_for(lambda: reader("count", **SPANS) >= CROWD, "all suggestions in the list")
    for key in ("n", "n", "p", "Tab", "p", "n", "Return", "ctrl+z", "n", "n", "p"):
        program.keys(key)
        reader("text", **TEXT, may_be_gone=True)
        reader("rows", **SPANS, may_be_gone=True)
    assert wait_for(lambda: (reader("text", **TEXT, may_be_gone=True) or {}).get("text"), "the text at the end")
    assert program.process.poll() is None
    assert program.close_by_button() == 0
