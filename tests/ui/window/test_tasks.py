"""Import, export and pre-highlighting from the window."""

from __future__ import annotations

import json
import os
import signal

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from window_driver import FakeAsk

from desktop.core.exporters.report import ExportOptions
from desktop.core.resources import embedded_pipeline
from desktop.ui.dialogs.ask import ExportChoice, NewProject
from desktop.ui.jobs import Task

needs_pipeline = pytest.mark.skipif(
    not (embedded_pipeline() / "config.cfg").is_file(), reason="the embedded pipeline is not in this checkout"
)


def idle(driver):
    return not driver.bench.tasks.running


def test_import_reports_and_lists_the_articles(start, project_file, tmp_path, qtbot):
    good = tmp_path / "a.txt"
    good.write_text("Rain in Oslo\n\nIt rained in Oslo.", "utf-8")
    bad = tmp_path / "b.jsonl"
    bad.write_text('{"text": "Sun in Rome"}\n{broken\n', "utf-8")
    ask = FakeAsk(answers={"files_to_import": [good, bad]})
    driver = start(project_file, ask=ask)
    driver.press("Ctrl+I")
    qtbot.waitUntil(lambda: idle(driver))
    qtbot.waitUntil(lambda: driver.bench.queue.model.rowCount() == 5)
    message = driver.bench.notices.messages()[-1]
    assert "2 articles imported" in message and "1 problem" in message
    driver.press("Ctrl+I")
    qtbot.waitUntil(lambda: idle(driver))
    assert any("2 already there" in m for m in driver.bench.notices.messages())


def test_an_import_tells_whose_spans_came_and_where_they_are(start, project_file, tmp_path, qtbot):
    lines = (
        '{"format": "pressmark/1", "uid": "b1", "text": "Rain in Oslo.", "annotations": ['
        '{"annotator": "%s", "status": "done", "spans": ['
        '{"label": "LOCATION", "fragments": [{"start": 8, "end": 12, "text": "Oslo"}]}]}]}'
    )
    source = tmp_path / "b.jsonl"
    source.write_text(lines % "Ben", "utf-8")
    driver = start(project_file, ask=FakeAsk(answers={"files_to_import": [source]}))
    driver.press("Ctrl+I")
    qtbot.waitUntil(lambda: idle(driver) and bool(driver.bench.notices.messages()))
    message = driver.bench.notices.messages()[-1]
    assert "With 1 span." in message and "Those of Ben stay under their names" in message
    source.write_text((lines % "Tester").replace("b1", "b2"), "utf-8")
    driver.press("Ctrl+I")
    qtbot.waitUntil(lambda: idle(driver) and len(driver.bench.notices.messages()) > 1)
    assert driver.bench.notices.messages()[-1] == "1 article imported. With 1 span."


def test_export_and_a_refused_target(start, project_file, tmp_path, qtbot, monkeypatch):
    out = tmp_path / "out.jsonl"
    ask = FakeAsk(answers={"export": ExportChoice(out, "pressmark", ExportOptions())})
    driver = start(project_file, ask=ask)
    driver.press("Tab", "Return")
    driver.press("Ctrl+E")
    qtbot.waitUntil(lambda: idle(driver) and out.exists())
    assert driver.bench.notices.messages()[-1].endswith(f"written to {out}.")
    (folder,) = [b for b in driver.bench.notices.findChildren(QPushButton) if b.text() == "Open the folder"]
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    folder.click()
    assert opened == [str(tmp_path)]
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [s["fragments"][0]["text"] for r in records for a in r["annotations"] for s in a["spans"]] == ["Ana Kovač"]
    ask.answers["export"] = ExportChoice(tmp_path / "no" / "such" / "out.jsonl", "pressmark", ExportOptions())
    driver.press("Ctrl+E")
    qtbot.waitUntil(lambda: any("no folder" in m for m in driver.bench.notices.messages()))


def test_a_new_project_and_one_with_a_broken_schema(start, home, tmp_path):
    schema = tmp_path / "schema.json"
    schema.write_text('{"name": ', "utf-8")
    path = tmp_path / "new.pressmark"
    ask = FakeAsk(answers={"new_project": NewProject(path, "Ana", schema)})
    driver = start(ask=ask)
    driver.bench.actions["file.new"].trigger()
    assert not path.exists()
    assert "schema.json" in driver.bench.notices.messages()[-1]
    ask.answers["new_project"] = NewProject(path, "Ana", None)
    driver.bench.actions["file.new"].trigger()
    assert driver.bench.project.annotator.name == "Ana"
    assert driver.bench.middle.currentWidget() is driver.bench.no_article


def test_a_key_stops_an_import_and_what_came_stays(start, project_file, tmp_path, qtbot):
    source = tmp_path / "many.jsonl"
    source.write_text("".join(json.dumps({"text": f"Article {n} words"}) + "\n" for n in range(50_000)), "utf-8")
    driver = start(project_file, ask=FakeAsk(answers={"files_to_import": [source]}))
    driver.press("Ctrl+I")
    qtbot.waitUntil(lambda: "Importing" in driver.bench.status.hint() and "stops it" in driver.bench.status.hint())
    qtbot.waitUntil(lambda: driver.bench.project.counts().total > 100, timeout=20_000)
    driver.press("Ctrl+.")
    qtbot.waitUntil(lambda: idle(driver), timeout=20_000)
    came = driver.bench.project.counts().total
    assert 100 < came < 50_000
    assert "The import was stopped." in driver.bench.notices.messages()[-1]


def test_closing_stops_a_running_task(start, project_file, tmp_path, qtbot):
    source = tmp_path / "many.jsonl"
    source.write_text("".join(json.dumps({"text": f"Article {n} words"}) + "\n" for n in range(20_000)), "utf-8")
    ask = FakeAsk(answers={"files_to_import": [source]})
    driver = start(project_file, ask=ask)
    driver.press("Ctrl+I")
    assert driver.bench.tasks.running
    driver.window.close()
    assert not driver.bench.tasks.running
    assert driver.bench.project is None


def test_a_bug_in_a_task_reaches_the_one_hook(qapp, qtbot):
    def work(tell, cancelled):
        raise RuntimeError("the bug")

    task = Task(work)
    with qtbot.waitSignal(task.broke) as caught:
        task.start()
    assert str(caught.args[0]) == "the bug"


def test_a_task_reports_progress_and_can_be_stopped(qapp, qtbot):
    def work(tell, cancelled):
        n = 0
        while not cancelled():
            n += 1
            tell(n)
            if n > 1_000_000:
                break
        return n

    task = Task(work)
    task.progressed.connect(lambda n: task.cancel() if n == 3 else None)
    with qtbot.waitSignal(task.succeeded):
        task.start()


@needs_pipeline
@pytest.mark.slow
def test_pre_highlighting_answers_the_article_on_screen_and_survives_a_killed_worker(start, project_file, qtbot):
    driver = start(project_file)
    driver.bench.actions["prelabel.all"].trigger()
    assert driver.bench.prelabelling.running
    host = driver.bench.prelabelling._host
    worker = next(iter(host._workers.values()))
    qtbot.waitUntil(lambda: worker._process.processId() > 0)
    os.kill(worker._process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: not driver.bench.prelabelling.running, timeout=60_000)
    project = driver.bench.project
    rows = project.rows(project.article_ids())
    assert any(s.pipeline != "test" for s in driver.view.suggestions) or all(r.open_suggestions >= 0 for r in rows)
    assert sum(r.open_suggestions for r in rows) > 0


@needs_pipeline
@pytest.mark.slow
def test_pre_highlighting_starts_by_itself_can_be_stopped_and_gone_on_with(start, project_file, qtbot):
    from dataclasses import replace

    from desktop.core import paths, settings

    found = settings.load(paths.settings_file()).settings
    settings.save(replace(found, work=replace(found.work, prelabel_on_open=True)), paths.settings_file())
    driver = start(project_file)
    qtbot.waitUntil(lambda: driver.bench.prelabelling.running)
    driver.bench.prelabelling.cancel()
    assert not driver.bench.prelabelling.running
    assert "stopped" in driver.bench.queue.footer().text()
    driver.bench.prelabelling.pause_or_go_on()
    qtbot.waitUntil(lambda: not driver.bench.prelabelling.running, timeout=60_000)
    assert "pre-highlighting" not in driver.bench.queue.footer().text()
    assert driver.bench.notices.messages() == []
    run = driver.bench.project.rows(driver.bench.project.article_ids())
    assert len(run) == 3
