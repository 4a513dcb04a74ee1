"""JSON Lines, foreign and our own."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.readers import json_lines, pressmark_record
from desktop.core.readers.fields import FieldsError, article
from desktop.core.readers.report import Report


@pytest.fixture
def read(tmp_path):
    def run(data, *, module=json_lines):
        path = tmp_path / "articles.jsonl"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        report = Report()
        return list(module.read(path, report)), report

    return run


def record(uid="a1", text="Kyiv said no.", spans=(), **more):
    base = {"format": "pressmark/1", "uid": uid, "title": "Kyiv", "text": text, "byline": "", "publisher": ""}
    base |= {"published": "", "url": "", "language": "", "section": "", "meta": {}}
    annotations = [{"annotator": "ann", "status": "started", "attributes": {}, "spans": list(spans), "relations": []}]
    return base | {"annotations": annotations} | more


def span(start, end, text, label="LOCATION", ident="s1"):
    times = {"created": "2026-01-01T00:00:00.000Z", "updated": "2026-01-01T00:00:00.000Z"}
    fragments = [{"start": start, "end": end, "text": text}]
    origin = {"kind": "manual"}
    return {"id": ident, "label": label, "fragments": fragments, "attributes": {}, "origin": origin, **times}


def test_fields_nested_names_and_the_rest(read):
    line = {
        "id": 7,
        "title": "Rain",
        "content": "It rained.",
        "source": {"id": None, "name": "The Post"},
        "author": ["A. One", "B. Two"],
        "published_at": "2016-04-18T10:00:00Z",
        "tags": ["x", {"y": 1.5}],
    }
    (article,), report = read(json.dumps(line))
    assert article.text == "Rain\n\nIt rained."
    assert (article.publisher, article.byline, article.published) == (
        "The Post",
        "A. One, B. Two",
        "2016-04-18T10:00:00Z",
    )
    assert article.meta == {"id": 7, "tags": ["x", {"y": 1.5}], "_import": {"file": "articles.jsonl", "line": 1}}
    assert not report.problems


def test_a_meta_object_is_looked_into(read):
    (article,), _ = read('{"text": "Uber’s Lesson", "meta": {"source": "The New York Times", "via": "News API"}}')
    assert article.publisher == "The New York Times"
    assert article.meta["via"] == "News API"
    assert article.title == "Uber’s Lesson"


def test_paragraphs_in_a_list_and_a_title_made_of_the_first_words(read):
    (first, second), _ = read(json.dumps({"text": ["One.", "Two."]}) + "\n" + json.dumps({"body": "word " * 99}))
    assert first.text == "One.\n\nTwo."
    assert second.title.endswith("word…")
    assert second.text == "word " * 99


def test_lines_end_at_lf_only_and_nothing_in_the_text_is_changed(read):
    text = "👨🏻‍🚒 firemen\u2028drive\u2029\x85fire\u00a0trucks \x0b\x0c café cafe\u0301 السلام"
    lines = [json.dumps({"text": text, "n": n}, ensure_ascii=False) for n in range(3)]
    articles, report = read(("\ufeff" + "\r\n".join(lines)).encode())
    assert [a.text for a in articles] == [text] * 3
    assert not report.problems


def test_broken_lines_are_reported_with_their_number_and_the_others_are_read(read):
    big = "[" * 200_000
    articles, report = read(
        b'{"text": "one"}\n'
        b'{"text": "two"\n'
        b"\n"
        b"[1, 2]\n"
        b'"words"\n'
        b'{"title": "no text"}\n'
        b'{"id": "q", "text": 5}\n'
        b'{"text": "half \\ud83d a pair"}\n'
        b'{"text": "a\\u0000b"}\n'
        + f'{{"text": "deep", "x": {big}\n'.encode()
        + b'{"text": "long", "x": '
        + b"9" * 5000
        + b"}\n"
        b'{"text": "last", "ok": "\\ud83d\\ude00"}'
    )
    assert [a.text for a in articles] == ["one", "last"]
    assert articles[1].meta["ok"] == "😀"
    assert [p.line for p in report.problems] == [2, 4, 5, 6, 7, 8, 9, 10, 11]
    words = [p.reason for p in report.problems]
    for part, reason in zip(
        ["Not valid JSON", "a list", "a string", "“title”", "“text” is not text", "\\ud83d", "NUL", "deep", "digits"],
        words,
        strict=True,
    ):
        assert part in reason
    assert report.problems[4].record == "q"
    assert report.skipped == 9


def test_deep_but_parsable_nesting_is_refused(read):
    deep = "[" * 200 + "]" * 200
    articles, report = read(f'{{"text": "a", "x": {deep}}}\n{{"text": "b", "x": [[[[1]]]]}}')
    assert [a.text for a in articles] == ["b"]
    assert "Nested too deeply" in report.problems[0].reason


def test_nan_and_numbers_without_end_become_null_with_a_remark(read):
    (article,), report = read('{"text": "a", "date": NaN, "score": 1e999, "n": 1.5}')
    assert article.published == ""
    assert {k: v for k, v in article.meta.items() if k != "_import"} == {"n": 1.5}
    assert "1e999, NaN" in report.problems[0].reason
    assert report.skipped == 0


def test_invalid_utf8_in_one_line_leaves_the_others_alone(read):
    good = '{"text": "été à Besançon"}'.encode()
    articles, report = read(good + b'\n{"text": "\x81\x8d\x81\x8d\x81\x8d"}\n' + good)
    assert [a.text for a in articles] == ["été à Besançon"] * 2
    assert [p.line for p in report.problems] == [2]


def test_utf16_files(read):
    articles, report = read('{"text": "a\u2028ß"}\n{"text": "b"}\n'.encode("utf-16"))
    assert [a.text for a in articles] == ["a\u2028ß", "b"]
    assert not report.problems


def test_annotations_of_other_programs_are_named_once_and_kept(read):
    line = json.dumps({"text": "Kyiv", "spans": [{"start": 0, "end": 4, "label": "GPE"}]})
    articles, report = read(f"{line}\n{line}")
    assert len(articles) == 2
    assert articles[0].meta["spans"] == [{"start": 0, "end": 4, "label": "GPE"}]
    assert len(report.problems) == 1
    assert "“spans”" in report.problems[0].reason


def test_own_records_are_known_by_their_format(read):
    line = json.dumps(record(spans=[span(0, 4, "Kyiv")]))
    for module in (json_lines, pressmark_record):
        (held,), report = read(line, module=module)
        assert held.article.uid == "a1"
        assert held.annotations[0].spans[0].label == "LOCATION"
        assert not report.problems


def test_a_wrong_span_is_left_out_and_named(read):
    bad = record(spans=[span(0, 4, "Lviv"), span(0, 4, "Kyiv", ident="s2"), span(9, 99, "no.", ident="s3")])
    (held,), report = read(json.dumps(bad))
    assert [s.label for s in held.annotations[0].spans] == ["LOCATION"]
    assert len(report.problems) == 2
    assert all(p.record == "a1" and p.line == 1 for p in report.problems)
    assert report.skipped == 0


def test_unusable_and_newer_records_are_skipped(read):
    lines = [record(format="pressmark/2"), record(text=7), record(text="a\0b"), record(uid="ok")]
    held, report = read("\n".join(json.dumps(x) for x in lines), module=pressmark_record)
    assert [r.article.uid for r in held] == ["ok"]
    assert [p.line for p in report.problems] == [1, 2, 3]
    assert "pressmark/2" in report.problems[0].reason


def test_foreign_lines_are_refused_where_records_were_asked_for(read):
    held, report = read('{"text": "a"}', module=pressmark_record)
    assert held == []
    assert "no Pressmark record" in report.problems[0].reason


def test_cr_lf_in_a_record_moves_the_spans_with_the_text(read):
    text = "Rain\r\n\r\nKyiv said\r\nno."
    spans = [span(8, 12, "Kyiv"), span(4, 5, "\r", ident="s2"), span(13, 22, "said\r\nno.", ident="s3")]
    (held,), report = read(json.dumps(record(text=text, spans=spans)))
    assert held.article.text == "Rain\n\nKyiv said\nno."
    covered = [held.article.text[s.start : s.end] for s in held.annotations[0].spans]
    assert covered == ["Kyiv", "said\nno."]
    assert "CR LF" in report.problems[0].reason


def test_empty_file(read):
    assert read(b"")[1].problems[0].reason == "The file is empty."
    assert read(b" \n\n")[1].problems[0].reason == "The file is empty."


@given(st.text(), st.text(st.sampled_from('"\\\n\t\x1fa\u2028é'), max_size=20))
def test_the_uid_is_the_hash_of_canonical_json(text, title):
    try:
        made = article(identity="7", title=title, text=text, byline="b", url="u", meta={})
    except FieldsError:
        assert "\0" in text + title
        return
    parts = ["7", title, text, "b", "", "", "u"]
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    assert made.uid == hashlib.sha256(canonical).hexdigest()[:20]
