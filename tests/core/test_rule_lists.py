"""Word lists and pattern files: what is read, which lines are refused with which sentence, and the stored form."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel import run_options
from desktop.core.prelabel.rule_lists import Rule, RuleList, When, dump, parse, read_file, read_patterns, read_words
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.resources import default_schema

SCHEMA = default_schema()


def test_a_list_with_a_header_has_a_column_for_each_attribute():
    read = read_words("surface,label,type\nKaja Kallas,ACTOR,person\nTallinn,location,\n", SCHEMA)
    assert read.problems == ()
    assert read.rules == (
        Rule("ACTOR", "Kaja Kallas", "", (("type", "person"),), 2),
        Rule("LOCATION", "Tallinn", "", (), 3),
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_without_a_header_the_third_column_holds_attributes(delimiter):
    attributes = '"type=person; mention=name"' if delimiter == ";" else "type=person; mention=name"
    text = delimiter.join(["Kaja Kallas", "Actor", attributes]) + "\n" + delimiter.join(["Oslo", "LOCATION", ""])
    rules = read_words(text, SCHEMA).rules
    names = {a.name for a in SCHEMA.label("ACTOR").attributes}
    assert {"type", "mention"} <= names
    assert rules[0].attributes == (("mention", "name"), ("type", "person"))
    assert rules[1] == Rule("LOCATION", "Oslo", line=2)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",ACTOR", "there is no surface"),
        ("Oslo,CITY", "“CITY” is none of the project’s"),
        ("Oslo,", "“” is none of the project’s"),
        ("Oslo,LOCATION,colour=red", "LOCATION has no attribute “colour”"),
        ("Kaja,ACTOR,type=planet", "“planet” is not a value of “type”"),
        ("Kaja,ACTOR,person", "“person” is not of the form name=value"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_rest_goes_on(line, said):
    read = read_words(f"Bergen,LOCATION\n{line}\nTromsø,LOCATION\n", SCHEMA)
    assert [r.phrase for r in read.rules] == ["Bergen", "Tromsø"]
    (problem,) = read.problems
    assert problem.startswith("Line 2: ") and said in problem


def test_an_entry_that_comes_twice_counts_once():
    assert len(read_words("Oslo,LOCATION\nOslo,LOCATION\nOslo ,LOCATION\n", SCHEMA).rules) == 1


def test_patterns_are_words_or_token_descriptions():
    lines = [
        {"label": "ORG", "pattern": "Apple", "id": "apple"},
        {"label": "GPE", "pattern": [{"LOWER": "san"}, {"LOWER": "francisco"}]},
        {"label": "", "pattern": "x"},
        {"label": "X", "pattern": []},
        ["no object"],
    ]
    read = read_patterns("\n".join(json.dumps(x) for x in lines) + "\n{broken\n")
    assert read.rules[0] == Rule("ORG", "Apple", line=1)
    assert json.loads(read.rules[1].tokens) == lines[1]["pattern"] and read.rules[1].line == 2
    assert [p.split(":")[0] for p in read.problems] == ["Line 3", "Line 4", "Line 5", "Line 6"]


def test_files_are_told_apart_by_their_ending(tmp_path):
    (tmp_path / "w.csv").write_text("\ufeffOslo,LOCATION\n", encoding="utf-8")
    (tmp_path / "w.tsv").write_text("Oslo, Norway\tLOCATION\n", encoding="utf-8")
    (tmp_path / "p.jsonl").write_text('{"label":"GPE","pattern":"Oslo"}\n', encoding="utf-8")
    (tmp_path / "bad.csv").write_bytes(b"Troms\xf8,LOCATION\n")
    assert read_file(tmp_path / "w.csv", SCHEMA).rules[0].phrase == "Oslo"
    assert read_file(tmp_path / "w.tsv", SCHEMA).rules[0].phrase == "Oslo, Norway"
    assert read_file(tmp_path / "p.jsonl", SCHEMA).rules[0].label == "GPE"
    for name in ("bad.csv", "none.csv"):
        with pytest.raises(AppError) as caught:
            read_file(tmp_path / name, SCHEMA)
        assert caught.value.code is ErrorCode.FILE_UNREADABLE and name in caught.value.message


VALUES = st.one_of(st.text(), st.booleans(), st.integers(), st.tuples(st.text(), st.text()))
RULES = st.builds(
    Rule,
    st.text(min_size=1),
    st.text(),
    st.text(),
    st.dictionaries(st.text(min_size=1), VALUES).map(lambda d: tuple(d.items())),
    st.integers(0, 9),
)
LISTS = st.lists(
    st.builds(RuleList, st.text(), st.sampled_from(When), st.lists(RULES, max_size=4).map(tuple)), max_size=3
)


@given(LISTS)
def test_the_stored_form_gives_back_what_was_stored(lists):
    assert parse(dump(lists)) == tuple(lists)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"form":1}', '{"form":9,"lists":[]}', '{"form":1,"lists":[{"name":"x"}]}']
)
def test_what_is_not_the_stored_form_is_refused(text):
    with pytest.raises(ValueError, match="word lists"):
        parse(text)


def test_other_rules_make_another_run_and_are_kept_out_of_its_name():
    rules = dump([RuleList("x", When.AFTER, (Rule("GPE", "Oslo"),))])
    one, other = RunOptions(rules=rules), RunOptions(rules=rules.replace("Oslo", "Bergen"))
    assert len({RunOptions().dump(), one.dump(), other.dump()}) == 3 and "Oslo" not in one.dump()

    class Kept:
        def setting(self, key):
            return {run_options.RULES: rules}.get(key, "")

    assert run_options.of(Kept()) == one
