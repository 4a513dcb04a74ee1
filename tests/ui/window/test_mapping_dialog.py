"""What annotations of other programs become: asked in the window, by keys; the window shows the labels that came."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from window_driver import FakeAsk

from desktop.core.errors import AppError
from desktop.core.foreign import mapping as mappings
from desktop.core.foreign import saved
from desktop.core.foreign.choices import Choices
from desktop.core.foreign.mapping import LabelTarget, RelationTarget
from desktop.core.importing import look, unclear
from desktop.core.project import Project
from desktop.core.readers import READERS
from desktop.core.resources import default_schema
from desktop.ui.mapping.dialog import EXAMPLES, MappingDialog
from desktop.ui.mapping.format_dialog import FormatDialog
from desktop.ui.mapping.values import ValuesDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ANN = (
    "T1\tHuman 0 3\tAnn\nT2\tSaying 4 8\tsaid\nT3\tQuote 10 14\tYes.\nT4\tActor 16 19\tBob\n"
    "E1\tSaying:T2 Speaker:T1 What:T3\nA1\tSure T1 High\nR1\tknows Arg1:T1 Arg2:T4\n"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text("Ann said: Yes. (Bob)\n")
    (folder / "a.ann").write_text(ANN)
    return folder


@pytest.fixture
def dialog(qtbot, source, home):
    made = MappingDialog(None, look([source]), default_schema(), {})  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def box(dialog: MappingDialog, name: str):
    at = next(n for n, row in enumerate(dialog.choices.rows) if row.name == name)
    return dialog.boxes[at]


def press_until(widget, key, words: str) -> None:
    for _ in range(widget.count()):
        if widget.currentText() == words:
            return
        QTest.keyClick(widget, key)
    assert widget.currentText() == words


def test_each_thing_in_the_source_has_a_row_with_count_and_examples(dialog):
    rows = {row.name: (row.count, row.examples) for row in dialog.choices.rows}
    assert rows["Human"] == (1, ("Ann",)) and rows["Sure"] == (1, ("High (1)",))
    assert rows["knows"] == (1, ("Human → Actor",)) and rows["Speaker"] == (1, ("Human",))
    assert box(dialog, "Actor").currentText() == "Actor"
    assert box(dialog, "Human").currentText() == "Create “Human”"
    assert dialog.table.item(0, EXAMPLES).text()
    assert "4 of 4 spans" in dialog.summary.text() and "Human" in dialog.summary.text()


def test_by_keys_alone(dialog, qtbot):
    human = box(dialog, "Human")
    human.setFocus()
    press_until(human, Qt.Key.Key_Up, "Actor")
    assert dialog.choices.mapping.types["Human"] == LabelTarget("ACTOR")
    quote = box(dialog, "Quote")
    QTest.keyClick(quote, Qt.Key.Key_End)
    assert quote.currentText() == "Leave out" and dialog.choices.mapping.types["Quote"] is None
    assert "3 of 4 spans" in dialog.summary.text() and "Human" not in dialog.summary.text()
    order, widget = [], human
    for _ in range(60):
        widget = widget.nextInFocusChain()
        order.append(widget)
    assert all(b in order or b is human for b in dialog.boxes if b.isEnabled())
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(human, Qt.Key.Key_Return)


def test_the_keyboard_never_goes_where_nobody_sees_it(dialog):
    dialog.resize(600, 220)
    for made in (dialog.boxes[-1], dialog.boxes[0]):
        made.setFocus()
        seen = dialog.table.viewport().rect()
        assert seen.contains(made.geometry().center()), made.currentText()


def test_what_belongs_to_something_left_out_cannot_be_chosen(dialog):
    human = box(dialog, "Human")
    QTest.keyClick(human, Qt.Key.Key_End)
    assert not box(dialog, "Sure").isEnabled()
    QTest.keyClick(human, Qt.Key.Key_Home)
    assert box(dialog, "Sure").isEnabled()


def test_an_event_becomes_the_span_of_an_argument_and_links_turn_round(dialog):
    saying = next(n for n, row in enumerate(dialog.choices.rows) if row.kind == "event")
    assert dialog.boxes[saying].currentText() == "The span of its trigger"
    dialog.boxes[saying].setFocus()
    press_until(dialog.boxes[saying], Qt.Key.Key_Down, "The span of its What")
    speaker = box(dialog, "Speaker")
    QTest.keyClick(speaker, Qt.Key.Key_Home)
    QTest.keyClick(speaker, Qt.Key.Key_Down)
    event = dialog.choices.mapping.events["Saying"]
    assert event is not None and event.span == "What" and not box(dialog, "What").isEnabled()
    assert event.arguments["Speaker"] == RelationTarget("CLAIMANT", reverse=True)


def test_a_mapping_is_saved_and_loaded_and_a_broken_one_is_told(dialog, tmp_path):
    QTest.keyClick(box(dialog, "Human"), Qt.Key.Key_End)
    dialog.save_to(tmp_path / "m.json")
    assert mappings.load(tmp_path / "m.json") == dialog.choices.mapping
    QTest.keyClick(box(dialog, "Human"), Qt.Key.Key_Home)
    dialog.load_from(tmp_path / "m.json")
    assert box(dialog, "Human").currentText() == "Leave out"
    (tmp_path / "m.json").write_text('{"format": "pressmark-mapping/1", "types": {"Human": 3}}')
    dialog.load_from(tmp_path / "m.json")
    assert "Human" in dialog.summary.text() and dialog.summary.property("tone") == "danger"
    with pytest.raises(AppError):
        mappings.load(tmp_path / "none.json")


def test_values_are_renamed(qtbot, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Ann said: Yes. (Bob)\n")
    (tmp_path / "a.ann").write_text("T1\tClaim 10 14\tYes.\nA1\tKind T1 asks\nT2\tClaim 0 3\tAnn\nA2\tKind T2 demand\n")
    dialog = MappingDialog(None, look([tmp_path]), default_schema(), {})  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    kind = next(row for row in dialog.choices.rows if row.name == "Kind")
    assert dialog.choices.values(kind) == [("asks", 1, "asks"), ("demand", 1, "demand")]
    assert ("demand", "Demand") in dialog.choices.value_options(kind)
    assert len(dialog.values) == 1 and dialog.values[0].isEnabled()
    values = ValuesDialog(dialog, "Kind", dialog.choices.values(kind), dialog.choices.value_options(kind))
    assert [b.currentText() for b in values.boxes] == ["asks", "Demand"]
    values.boxes[0].setEditText("Demand")
    values.boxes[1].setEditText("")
    assert values.chosen() == {"asks": "demand", "demand": "demand"}
    monkeypatch.setattr(ValuesDialog, "ask", lambda self: values.chosen())
    dialog.values[0].click()
    target = dialog.choices.mapping.attributes["Claim.Kind"]
    assert target is not None and target.attribute == "kind" and target.values == {"asks": "demand"}
    assert dialog.choices.created() == ()  # "asks" is no new choice any more
    assert box(dialog, "Kind").currentText() == "kind, 1 value renamed"
    QTest.keyClick(box(dialog, "Kind"), Qt.Key.Key_End)
    assert not dialog.values[0].isEnabled() and dialog.choices.values(kind) == []
    values.reject()


def test_a_mapping_is_kept_under_a_name_and_taken_the_next_time(dialog, home, source, qtbot):
    QTest.keyClick(box(dialog, "Human"), Qt.Key.Key_End)
    wanted = dialog.choices.mapping
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, "Ours: brat")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.known.currentText() == "Ours: brat" and "Ours: brat" in dialog.summary.text()
    names = [dialog.known.itemText(n) for n in range(dialog.known.count())]
    assert names[:2] == ["As proposed by the names", "Ours: brat"] and "PolNeAR" in names
    again = MappingDialog(None, look([source]), default_schema(), {})  # type: ignore[arg-type]
    qtbot.addWidget(again)
    assert again.known.currentText() == again.name.text() == "Ours: brat"
    assert replace(again.choices.mapping, name="") == wanted
    again.known.setFocus()
    QTest.keyClick(again.known, Qt.Key.Key_Home)
    again.known.activated.emit(0)
    assert box(again, "Human").currentText() == "Create “Human”" and again.name.text() == ""
    again.name.setText(" ? ")
    again.keep.click()
    assert again.summary.property("tone") == "danger"
    with (home / "mappings" / "broken.json").open("w") as file:
        file.write("{")
    assert [one.name for one in saved.saved() if one.own] == ["Ours: brat"]
    (home / "mappings" / "Ours_ brat.json").unlink()
    assert saved.fitting(look([source])) is None  # shipped ones are offered, never taken unasked


def test_what_the_project_lacks_is_created_or_left_out_at_once(dialog):
    assert dialog.missing.isChecked() and box(dialog, "Human").currentText() == "Create “Human”"
    before = dialog.choices.mapping
    dialog.missing.setFocus()
    QTest.keyClick(dialog.missing, Qt.Key.Key_Space)
    assert dialog.choices.created() == () and box(dialog, "Human").currentText() == "Leave out"
    assert box(dialog, "Actor").currentText() == "Actor" and "1 of 4 spans" in dialog.summary.text()
    QTest.keyClick(dialog.missing, Qt.Key.Key_Space)
    assert dialog.choices.mapping.types == before.types and dialog.choices.mapping.relations == before.relations


TRIPLES = '{"text": "Ann said no.", "label": [[0, 3, "Human"]]}\n'


@pytest.mark.parametrize(
    ("files", "asked"),
    [
        ({"a.jsonl": TRIPLES}, ["a.jsonl"]),
        ({"a.dat": "Plain words.\n", "b.dat": "More.\n"}, ["a.dat", "b.dat"]),
        ({"a.jsonl": TRIPLES, "b.txt": "Plain words.", "c": "x"}, ["a.jsonl", "c"]),
        ({"a.jsonl": '{"text": "Plain words.", "label": []}\n'}, []),
        ({"a.jsonl": '{"text": "Ann", "entities": [{"start_offset": 0, "end_offset": 3, "label": "H"}]}\n'}, []),
        ({"a.pressmark": "x"}, []),
    ],
)
def test_a_format_is_asked_for_files_that_do_not_tell_it(tmp_path, files, asked):
    for name, words in files.items():
        (tmp_path / name).write_text(words)
    assert unclear([tmp_path / name for name in files]) == [tmp_path / name for name in asked]
    assert not unclear([tmp_path]) and not unclear([])


def test_the_window_asks_for_the_format_then_for_the_labels(start, project_file, tmp_path, qtbot):
    file = tmp_path / "a.jsonl"
    file.write_text(TRIPLES)
    with Project.open(project_file) as project:
        wanted = Choices(look([file], format="doccano"), project.schema).mapping
    ask = FakeAsk(answers={"files_to_import": [file], "import_format": "doccano", "mapping": wanted})
    driver = start(project_file, ask=ask)
    driver.bench.actions["file.import"].trigger()
    qtbot.waitUntil(lambda: driver.bench.project.schema.label("Human") is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not driver.bench.tasks.running, timeout=30_000)
    assert [a[0] for a in ask.asked] == ["files_to_import", "import_format", "mapping"]
    assert driver.bench.project.view(driver.bench.project.article_ids()[-1]).spans[0].label == "Human"
    ask.answers["import_format"] = None
    driver.bench.actions["file.import-as"].trigger()
    assert not driver.bench.tasks.running and ask.asked[-1][0] == "import_format"


def test_the_box_of_formats_offers_first_what_knows_the_ending(qtbot, tmp_path):
    (tmp_path / "a.jsonl").write_text(TRIPLES)
    made = FormatDialog(None, [tmp_path / "a.jsonl"])
    qtbot.addWidget(made)
    names = [made.format.itemData(n) for n in range(made.format.count())]
    assert names[:2] == ["jsonl", "pressmark"] and names[-1] == "auto" and "brat" in names
    assert made.format.currentData() == "doccano"
    assert {name for name in names if name} == {"auto", *(spec.format for spec in READERS)}


SPANS = '{"text": "Bob left.", "spans": [{"start": 0, "end": 3}]}\n'
CORPUS = "Cem\tB-Human\ncame\tO\n"


def test_each_kind_of_file_is_asked_for_once_and_imported_as_it_was_said(start, project_file, tmp_path, qtbot):
    held = {
        "a.jsonl": TRIPLES,
        "b.jsonl": SPANS,
        "a corpus with a very long name.corpus": CORPUS,
        "d.txt": "Plain.",
        "e.jsonl": TRIPLES,
    }
    files = [tmp_path / name for name in held]
    for path, words in zip(files, held.values(), strict=True):
        path.write_text(words.replace("Ann", "Eve") if path.stem == "e" else words)
    made = FormatDialog(None, unclear(files))
    qtbot.addWidget(made)
    assert made.answer() == {".jsonl doccano": "doccano", ".jsonl prodigy": "prodigy", ".corpus": "auto"}
    made.boxes[".corpus"].setCurrentIndex(made.boxes[".corpus"].findData("conll2003"))
    made.boxes[".jsonl prodigy"].setCurrentIndex(made.boxes[".jsonl prodigy"].findData("jsonl"))
    shown = [label.text() for label in made.findChildren(QLabel)]
    assert {"&1  a.jsonl, e.jsonl", "&2  b.jsonl", "&3  a corpus wi… name.corpus"} <= {*shown}
    answer = made.answer()
    with Project.open(project_file) as project:
        wanted = Choices(look(files, format=answer), project.schema).mapping
    ask = FakeAsk(answers={"files_to_import": files, "import_format": answer, "mapping": wanted})
    driver = start(project_file, ask=ask)
    before = len(driver.bench.project.article_ids())
    driver.bench.actions["file.import"].trigger()
    qtbot.waitUntil(lambda: driver.bench.project.schema.label("Human") is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not driver.bench.tasks.running, timeout=30_000)
    views = [driver.bench.project.view(n) for n in driver.bench.project.article_ids()[before:]]
    assert [(v.article.text.partition(" ")[0], len(v.spans)) for v in views] == [
        ("Ann", 1),
        ("Bob", 0),
        ("Cem", 1),
        ("Plain.", 0),
        ("Eve", 1),
    ]


def test_the_window_asks_then_imports_and_shows_the_new_labels(start, project_file, source, qtbot):
    with Project.open(project_file) as project:
        found = look([source])
        wanted = Choices(found, project.schema).mapping
    ask = FakeAsk(answers={"files_to_import": [source / "a.ann"], "mapping": wanted})
    driver = start(project_file, ask=ask)
    bench = driver.bench
    assert "Human" not in bench.toolbar._label_buttons
    bench.tasks.import_sources([source])
    qtbot.waitUntil(lambda: any(a[0] == "mapping" for a in ask.asked))
    qtbot.waitUntil(lambda: not bench.tasks.running and "Human" in bench.toolbar._label_buttons)
    label = bench.project.schema.label("Human")
    assert label is not None and bench.actions["tag.Human"].shortcut().toString() == label.key == "H"
    assert "Human" in bench.queue.view._delegate._letters
    bench.open_article(bench.project.article_ids()[-1])
    view = bench.controller.view
    assert {s.label for s in view.spans} == {"Human", "Saying", "Quote", "ACTOR"}
    driver.pane.set_caret(view.article.text.index("Yes"))
    driver.press("H")
    assert "Human" in {s.label for s in bench.controller.view.spans if s.start == 10}


def test_given_up_nothing_is_imported(start, project_file, source, qtbot):
    ask = FakeAsk(answers={"mapping": None})
    driver = start(project_file, ask=ask)
    before = driver.bench.project.counts().total
    driver.bench.tasks.import_sources([source])
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert not driver.bench.tasks.running and driver.bench.project.counts().total == before
    assert driver.bench.project.schema.label("Human") is None


def test_sixty_labels_that_come_while_an_article_is_open(start, project_file, qtbot):
    driver = start(project_file)
    bench = driver.bench
    first = bench.project.schema.labels[0]
    more = tuple(replace(first, name=f"L{n}", title=f"Label {n}", key="", letter="L") for n in range(60))
    with bench.project.side() as side:
        side.extend_schema(replace(bench.project.schema, labels=(*bench.project.schema.labels, *more)))
    qtbot.waitUntil(lambda: "L59" in bench.toolbar._label_buttons)
    driver.pane.select_range(0, 4)
    bench.actions["tag.L59"].trigger()
    assert "L59" in {s.label for s in bench.controller.view.spans}
    driver.press("Ctrl+K")
    assert any(e.key == "action:tag.L59" for e in bench.commands.palette._entries)
