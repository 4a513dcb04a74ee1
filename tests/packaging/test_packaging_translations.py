"""The catalogues: they hold exactly the sentences of the sources, all translated, with the same places to fill."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "packaging"))
translate = importlib.import_module("translate")

CATALOGUES = sorted(translate.FOLDER.glob("*.ts"))
PLACE = re.compile(r"\{[^}]*\}|%L?n")
SHOWN_BY = {
    "QPushButton", "QLabel", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "soft_label", "setText",
    "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setStatusTip", "setTitle", "addAction", "addMenu", "addTab", "addRow", "show_hint", "say", "_say", "drawText",
    "set_full", "warn", "info", "emit", "show_empty", "show_task",
}  # fmt: skip
"""What puts a text before the user's eyes or ears."""
WORDS = re.compile(r"[A-Za-z]{3}.* |^[A-Z][a-z]{2}")
NAMES = {"Pressmark", "Pressmark ▾", "Ctrl+Z", "Esc", "Enter", "80/10/10"}


def messages(file: Path):
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message


def forms(message) -> list[str]:
    plural = [f.text or "" for f in message.iter("numerusform")]
    return plural or [message.findtext("translation") or ""]


def test_there_is_german():
    assert {f.name for f in CATALOGUES} >= {"window_de.ts", "core_de.ts"}


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda f: f.name)
def test_the_catalogue_has_the_sentences_of_the_sources_and_no_others(file):
    wanted = {(s.context, s.source, s.plural) for s in translate.collect(file.stem.rsplit("_", 1)[0])}
    held = {(c, s, m.get("numerus") == "yes") for c, s, m in messages(file)}
    assert wanted - held == set(), "run packaging/translate.py, then translate these"
    assert held - wanted == set(), "run packaging/translate.py, which takes these out"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda f: f.name)
def test_everything_is_translated_with_the_same_places(file):
    for _, source, message in messages(file):
        assert message.find("translation").get("type") is None, f"not finished: {source}"
        one_many = source.split("|") if message.get("numerus") else [source]
        for form in forms(message):
            assert form.strip(), f"empty: {source}"
            assert "|" not in form or "|" in source, f"only English has both forms in one: {form}"
            kept = set(PLACE.findall(form)) - {"%n", "%Ln"}
            assert kept == set(PLACE.findall(one_many[-1])) - {"%n", "%Ln"}, f"{source!r} → {form!r}"
            assert form.count("\n") == one_many[-1].count("\n"), source
        if message.get("numerus"):
            assert all("%n" in f or "%Ln" in f for f in forms(message)[-1:]), f"the number is missing: {source}"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda f: f.name)
def test_the_file_that_is_loaded_says_what_the_catalogue_says(file, tmp_path):
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    for context, source, message in messages(file):
        many = 5 if message.get("numerus") else -1
        assert translator.translate(context, source, None, many) == forms(message)[-1]
        if message.get("numerus"):
            assert translator.translate(context, source, None, 1) == forms(message)[0]
    anew = translate.release(file, tmp_path / "anew.qm")
    assert anew.stat().st_size == file.with_suffix(".qm").stat().st_size, "run packaging/translate.py"


@pytest.mark.parametrize("catalogue", translate.CATALOGUES)
def test_english_has_its_forms_with_the_same_places_where_something_is_counted(catalogue):
    for one in translate.collect(catalogue):
        if one.plural:
            parts = one.source.split("|")
            assert len(parts) <= 2 and "%" in parts[-1], one
            assert set(PLACE.findall(parts[0])) | {"%n", "%Ln"} == set(PLACE.findall(parts[-1])) | {"%n", "%Ln"}, one
        else:
            assert "%n" not in one.source and "%Ln" not in one.source, one


def calls(tree: ast.AST):
    return (n for n in ast.walk(tree) if isinstance(n, ast.Call))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def files(*tops: str):
    return [f for top in tops for f in sorted((CHECKOUT / top).rglob("*.py"))]


def test_no_text_is_shown_without_translation():
    found = []
    for file in files("desktop/ui"):
        for call in calls(ast.parse(file.read_text("utf-8"))):
            for part in (*call.args, *(k.value for k in call.keywords)) if name_of(call) in SHOWN_BY else ():
                texts = [part.value] if isinstance(part, ast.Constant) else []
                if isinstance(part, ast.JoinedStr):
                    texts = [v.value for v in part.values if isinstance(v, ast.Constant)]
                for text in texts:
                    if (
                        isinstance(text, str)
                        and text not in NAMES
                        and re.search(r"[A-Za-z]{3}.* |^[A-Z][a-z]{2}", text)
                    ):
                        found.append(f"{file.relative_to(CHECKOUT)}:{part.lineno}: {text!r}")
    assert not found


def test_nothing_is_translated_while_modules_are_imported():
    found = []
    for file in files("desktop", "annotation_schema"):
        inside: set[ast.AST] = set()
        tree = ast.parse(file.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                body = node.body if isinstance(node.body, list) else [node.body]
                inside.update(n for part in body for n in ast.walk(part))
        found += [
            f"{file.relative_to(CHECKOUT)}:{c.lineno}"
            for c in calls(tree)
            if name_of(c) in ("translate", "marked") and isinstance(c.func, ast.Name) and c not in inside
        ]
    assert not found, "the language is not known yet there: use mark(), and marked() when it is needed"


def test_a_new_sentence_comes_into_the_catalogue_unfinished_and_a_former_one_goes(tmp_path, monkeypatch):
    file = tmp_path / "window_de.ts"
    first = [
        translate.Sentence("A", 'say “{x}” "now"\n', False, "a.py"),
        translate.Sentence("A", "%n a|%n b", True, "a.py"),
    ]
    for found in (first, first[1:]):
        monkeypatch.setattr(translate, "collect", lambda _, found=found: found)
        translate.update(file)
        assert [(c, s) for c, s, _ in messages(file)] == [(s.context, s.source) for s in found]
        assert all(m.find("translation").get("type") == "unfinished" for _, _, m in messages(file))


def test_a_sentence_that_is_no_literal_is_refused(tmp_path):
    file = tmp_path / "a.py"
    for wrong in ('translate("A", f"{n} spans")', 'translate("A", words)', 'mark("A", "a" + b)', "translate(a, b)"):
        file.write_text(wrong, encoding="utf-8")
        with pytest.raises(translate.NotALiteralError, match=r"a\.py:1"):
            list(translate.sentences(file))
    file.write_text('C = "Ctx"\nx = translate(C, "one " "two")\nwords.translate(table)\n', encoding="utf-8")
    assert [(s.context, s.source) for s in translate.sentences(file)] == [("Ctx", "one two")]


def test_the_command_runs_from_anywhere(tmp_path):
    code = "import sys; sys.path.insert(0, sys.argv[1]); import translate; print(len(translate.collect('window')))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(CHECKOUT / "packaging")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert int(done.stdout) > 500, done.stderr
