"""The list of common words: which words of a corpus are in it, and that it can be made anew."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging"))
from pipeline_training import common_words
from pipeline_training.corpus import SOURCES, Text

from desktop.core.resources import resource_path


def test_words_that_are_small_at_least_as_often_as_in_names():
    text = "The bishop met Ann Bishop. A bishop may meet May. May I?"
    spans = tuple((text.index(name), text.index(name) + len(name), "PERSON") for name in ("Ann Bishop", "May."))
    assert common_words.common_words([Text(text, spans)]) == ["bishop", "may", "meet", "met"]


def test_it_is_written_with_its_licence(tmp_path):
    for source in SOURCES:
        line = json.dumps({"text": "Ann says no.", "spans": [[0, 3, "PERSON"]]})
        (tmp_path / source.file).write_text(line + "\n", encoding="utf-8")
    assert common_words.main(["--data", str(tmp_path), "--out", str(tmp_path / "out" / "en.txt")]) == 0
    written = (tmp_path / "out" / "en.txt").read_text(encoding="utf-8")
    assert written == common_words.HEAD + "no\nsays\n"
    shipped = resource_path("common-words", "en.txt").read_text(encoding="utf-8")
    assert shipped.startswith(common_words.HEAD)
    words = shipped.removeprefix(common_words.HEAD).splitlines()
    assert words == sorted(set(words))
