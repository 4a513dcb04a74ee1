"""Files that are damaged, or made to do harm: a sentence that a user understands, and nothing else happens."""

from __future__ import annotations

import pytest

from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema

WHOLE = {
    b"[" * 100_000 + b"]" * 100_000: "The JSON is nested too deeply.",
    b'{"a":' * 100_000 + b"1" + b"}" * 100_000: "The JSON is nested too deeply.",
    b'{"text": "x", "n": ' + b"9" * 5_000 + b"}": "It holds a number with too many digits.",
    b"": "The file is empty.",
    b" \n\n": "The file is empty.",
    b'{"text": "Kyiv"': "It is not valid JSON: Expecting ',' delimiter: line 1 column 16 (char 15).",
}


@pytest.mark.parametrize("format", ["label-studio", "web-annotation", "cas-json"])
def test_json_that_is_none_is_told_in_words_of_ours(format, tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as project:
        for number, (data, sentence) in enumerate(WHOLE.items()):
            file = tmp_path / f"{number}.json"
            file.write_bytes(data)
            report = import_sources(project, [file], format=format)
            assert [p.reason for p in report.problems] == [sentence] and report.articles == 0
