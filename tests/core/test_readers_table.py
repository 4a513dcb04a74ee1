"""CSV and TSV tables, sound and broken."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.readers import table
from desktop.core.readers.report import Report


@pytest.fixture
def read(tmp_path):
    def run(data, name="articles.csv"):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        report = Report()
        return list(table.read(path, report)), report

    return run


def test_columns_become_fields_and_the_rest_is_kept(read):
    (article,), report = read(
        "id,Headline,Body,Published-At,Outlet,Author,Link,Lang,Desk,Topic,Notes\n"
        '007,Rain,"It rained.\nAll day.",2016-04-18,The Post,Dana A. Ford,http://x/1,en,World,weather,\n'
    )
    assert article.text == "Rain\n\nIt rained.\nAll day."
    assert (article.title, article.published, article.publisher) == ("Rain", "2016-04-18", "The Post")
    assert (article.byline, article.url) == ("Dana A. Ford", "http://x/1")
    assert (article.language, article.section) == ("en", "World")
    assert article.meta == {"id": "007", "Topic": "weather", "_import": {"file": "articles.csv", "line": 2}}
    assert not report.problems


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_line_ends_and_encodings(read, delimiter, newline, codec):
    rows = [
        ["title", "text", "date"],
        ["Rain; or, not", 'He said "no"\ttwice | so', "2016"],
        ["Sun", "Dry\u2028day", ""],
    ]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(rows)
    articles, report = read(out.getvalue().encode(codec))
    assert [a.text for a in articles] == ['Rain; or, not\n\nHe said "no"\ttwice | so', "Sun\n\nDry\u2028day"]
    assert not report.problems


def test_ragged_rows_are_reported_by_line_and_the_others_are_read(read):
    articles, report = read(
        "id,title,text\n"
        "1,One,First text\n"
        "2,Two\n"
        '3,Three,"Third\ntext"\n'
        "4,Four,Fourth,text\n"
        "\n"
        "5,Five,Fifth text,,\n"
        "6,Six,\n"
    )
    assert [a.title for a in articles] == ["One", "Three", "Five"]
    assert [(p.record, p.line, p.reason) for p in report.problems] == [
        ("2", 3, "The row has 2 fields, the header has 3."),
        ("4", 6, "The row has 4 fields, the header has 3."),
        ("6", 9, "The text (field “text”) is empty."),
    ]
    assert report.skipped == 3
    assert all(p.file.endswith("articles.csv") for p in report.problems)


def test_a_stray_quotation_mark_does_not_swallow_the_table(read):
    articles, report = read(
        "id,title,text\n"
        '1,One,"First text\n'
        '2,Two,"Second text"\n'
        "3,Three,Third text\n"
        '4,Four,"Fourth" text\n'
        "5,Five,Fifth text\n"
        '6,Six,"Sixth text\n'
        "7,Seven,Seventh text\n"
    )
    assert [a.title for a in articles] == ["Two", "Three", "Five", "Seven"]
    assert [p.line for p in report.problems] == [2, 5, 7]
    assert report.problems[2].reason == "A quotation mark is opened here and never closed."


def test_quotation_marks_of_tab_separated_files_without_quoting(read):
    articles, report = read('id\ttext\n1\t"No" is what he said.\n2\tYes\n', "a.tsv")
    assert [a.text for a in articles] == ['"No" is what he said.', "Yes"]
    assert not report.problems


def test_missing_text_column_says_which_columns_there_are(read):
    articles, report = read("case,age\n1,2\n")
    assert articles == []
    (problem,) = report.problems
    assert problem.line == 1
    assert "“case”, “age”" in problem.reason


def test_repeated_and_nameless_columns_lose_nothing(read):
    (article,), _ = read("text,note,note,,text\nBody,a,b,c,d\n")
    assert article.text == "Body"
    assert {k: v for k, v in article.meta.items() if k != "_import"} == {
        "note": "a",
        "note_2": "b",
        "column_4": "c",
        "text_2": "d",
    }


def test_a_field_of_more_than_the_csv_modules_limit(read):
    body = "word " * 100_000
    (article,), _ = read(f'title,text\nLong,"{body}"\n')
    assert article.text == f"Long\n\n{body}"


def test_empty_files_and_empty_tables(read):
    assert read(b"")[1].problems[0].reason == "The file is empty."
    assert read(b"\n\n")[1].problems[0].reason == "The file is empty."
    articles, report = read(b"title,text\n")
    assert articles == []
    assert [p.reason for p in report.problems] == ["The table has a header and no rows."]


def test_nul_and_undecodable_tables_are_reported(read):
    articles, report = read("id,text\n1,a\0b\n2,sound\n")
    assert [a.text for a in articles] == ["sound"]
    assert "NUL" in report.problems[0].reason
    assert report.problems[0].line == 2
    articles, report = read(b"id,text\n1," + b"\x81\x8d" * 99)
    assert articles == []
    assert "UTF-8" in report.problems[0].reason


def test_windows_1252_tables_are_read_with_a_warning(read):
    (article,), report = read("Titre;Text\nÉté;Il a plu à Besançon\n".encode("cp1252"))
    assert article.text == "Il a plu à Besançon"
    assert article.meta["Titre"] == "Été"
    assert "Windows-1252" in report.problems[0].reason


cell = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff"), max_size=40)


@given(st.lists(st.tuples(cell, cell), min_size=1, max_size=8))
def test_what_csv_writes_is_what_is_read(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "note"])
        writer.writerows([(f"x{text}", note) for text, note in rows])
    report = Report()
    articles = list(table.read(path, report))
    assert [a.text for a in articles] == [f"x{text}" for text, _ in rows]
    assert [a.meta.get("note", "") for a in articles] == [note for _, note in rows]
    assert not report.problems
