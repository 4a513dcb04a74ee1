"""REFI-QDA: out and back, valid under the standard's schema, other programs' ways to count, archives that lie."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from harness import differences, projects, there_and_back
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from annotation_schema import ids
from annotation_schema.ids import id_text
from desktop.core.foreign.refi_ids import Kind, guid, parse
from desktop.core.readers import refi_outline
from desktop.core.readers.refi_outline import Outline, _ends, texts
from desktop.core.readers.refi_qda import read
from desktop.core.readers.refi_zip import RefusedError
from desktop.core.readers.report import Report

etree = pytest.importorskip("lxml.etree")
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # each example makes two projects
XSD = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats" / "refi-qda" / "Project.xsd"
NS = "{urn:QDA-XML:project:1.0}"


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@given(projects())
@settings(max_examples=15, deadline=None, phases=NO_SHRINKING)
def test_round_trip(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("refi-qda", records, Path(folder), file="out.qdpx")
    assert differences(trip) == []
    assert not trip.imported.problems
    if not trip.report.dropped:
        first, second = (unzipped(files[""]) for files in (trip.first, trip.second))
        times = re.compile(rb' creationDateTime="[^"]*"')
        assert {n: times.sub(b"", d) for n, d in first.items()} == {n: times.sub(b"", d) for n, d in second.items()}


@given(projects())
@settings(max_examples=10, deadline=None, phases=NO_SHRINKING)
def test_the_project_is_valid_and_its_selections_hold_their_names(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("refi-qda", records, Path(folder), file="out.qdpx")
    held = unzipped(trip.first[""])
    root = etree.fromstring(held["project.qde"])
    if XSD.is_file():
        etree.XMLSchema(etree.parse(XSD)).assertValid(root)
    texts = {e.get("guid"): held[f"sources/{e.get('guid')}.txt"].decode("utf-8") for e in root.iter(f"{NS}TextSource")}
    assert sorted(texts.values()) == sorted(r.article.text for r in trip.before)
    guids = [e.get("guid") for e in root.iter() if e.get("guid")]
    assert len(guids) == len(set(guids))
    codes = {e.get("guid"): e.get("name") for e in root.iter(f"{NS}Code")}
    users = {e.get("guid"): e.get("name") for e in root.iter(f"{NS}User")}
    found = []
    for source in root.iter(f"{NS}TextSource"):
        text = texts[source.get("guid")]
        for selection in source.iter(f"{NS}PlainTextSelection"):
            start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
            (coding,) = selection.findall(f"{NS}Coding")
            found.append((text, users[coding.get("creatingUser")], codes[coding[0].get("targetGUID")], start, end))
            name = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text[start:end][:255])
            assert selection.get("name") == name
    assert sorted(found) == sorted(
        (r.article.text, s.annotator, span.label, f.start, f.end)
        for r in trip.before
        for s in r.annotations
        for span in s.spans
        for f in span.fragments
    )
    ends = [(e.get("name"), e.get("originGUID"), e.get("targetGUID")) for e in root.iter(f"{NS}Link")]
    relations = [
        (x.type, guid(Kind.SELECTION, x.source), guid(Kind.SELECTION, x.target))
        for r in trip.before
        for s in r.annotations
        for x in s.relations
    ]
    assert sorted(e for e in ends if e[0] != "part") == sorted(relations)


@given(st.integers(1, 2**63 - 1), st.sampled_from(list(Kind)), st.integers(0, 4095))
def test_ids_come_out_of_their_guids(number, kind, part):
    made = guid(kind, number, part)
    assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made)
    assert parse(made) == parse(f"{{{made.upper()}}}") == (kind, number, part)
    assert parse("33663939-3636-3632-3038-613431643463") is None


QDE = """<?xml version="1.0" encoding="utf-8"?>{doctype}<Project xmlns="urn:QDA-XML:project:1.0" name="x">
<Users><User guid="00000000-0000-0000-0000-000000000001" name="Eve"/></Users>
<CodeBook><Codes><Code guid="00000000-0000-0000-0000-000000000002" name="who" isCodable="true">
<Code guid="00000000-0000-0000-0000-000000000003" name="person" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="00000000-0000-0000-0000-000000000004" name="one" plainTextPath="internal://one.txt">
{selections}</TextSource></Sources></Project>"""
SELECTION = """<PlainTextSelection guid="00000000-0000-0000-0000-0000000001{n:02d}" name="{name}"
 startPosition="{start}" endPosition="{end}"><Coding guid="00000000-0000-0000-0000-0000000002{n:02d}"
 creatingUser="00000000-0000-0000-0000-000000000001"><CodeRef targetGUID="00000000-0000-0000-0000-000000000003"/>
</Coding></PlainTextSelection>"""
TEXT = "😀 Ann met Bob.\r\nShe left.\r\nThen he did."
NAMES = ("Ann", "She", "he")


def project(tmp_path, text, places, *, names=NAMES, doctype="", source="Sources/one.txt", more=()):
    file = tmp_path / "x.qdpx"
    selections = "".join(
        SELECTION.format(n=n, name=name, start=a, end=b)
        for n, (name, (a, b)) in enumerate(zip(names, places, strict=True))
    )
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("My project.qde", QDE.format(selections=selections, doctype=doctype))
        archive.writestr(source, text)
        for name, data in more:
            archive.writestr(name, data)
    return file


def read_all(file):
    report = Report()
    return list(read(file, report)), report


@pytest.mark.parametrize("inclusive", [False, True])
@pytest.mark.parametrize("as_one", [False, True])
@pytest.mark.parametrize("mark", ["", "counts", "does not count"])
def test_whatever_way_a_program_counts_its_codings_are_where_their_names_are(tmp_path, mark, as_one, inclusive):
    counted = TEXT.replace("\r\n", "\n") if as_one else TEXT
    shift = 1 if mark == "counts" else 0
    places = [(counted.find(n) + shift, counted.find(n) + len(n) + shift - inclusive) for n in NAMES]
    places[2] = (counted.rfind(" he ") + 1 + shift, counted.rfind(" he ") + 3 + shift - inclusive)
    (record,), report = read_all(project(tmp_path, (("\ufeff" if mark else "") + TEXT).encode(), places))
    (made,) = record.sets
    text = record.article.text
    assert text == TEXT.replace("\r\n", "\n") and made.annotator == "Eve"
    assert [(s.type, text[s.fragments[0].start : s.fragments[0].end]) for s in made.spans] == [
        ("person", name) for name in NAMES
    ]
    assert "3 of 3 selections" in report.problems[0].reason and report.skipped == 0


def test_selections_that_are_no_place_are_told(tmp_path):
    file = project(tmp_path, "Ann met Bob.", [(0, 3), (50, 60), (7, 7)])
    (record,), report = read_all(file)
    assert len(record.sets[0].spans) == 1 and report.skipped == 2
    assert "50 to 60" in report.problems[0].reason


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"more": [("../evil.txt", "x")]}, "leads out of it"),
        ({"more": [("/etc/x", "x")]}, "leads out of it"),
        ({"more": [("C:\\x", "x")]}, "leads out of it"),
        ({"more": [("second.qde", "x")]}, "or several"),
        ({"more": [("sources/bomb.txt", "0" * (8 << 20))]}, "beyond measure"),
        ({"doctype": '<!DOCTYPE x [<!ENTITY a "b">]>'}, "no REFI-QDA project"),
    ],
)
def test_archives_that_are_not_safe_are_refused(tmp_path, change, words):
    file = project(
        tmp_path, "Ann met Bob.", [(0, 3)], names=("Ann",), **{k: v for k, v in change.items() if k != "more"}
    )
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in change.get("more", ()):
            archive.writestr(name, data)
    records, report = read_all(file)
    assert records == [] and words in report.problems[0].reason


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_archive_is_refused(tmp_path, data):
    file = tmp_path / "x.qdpx"
    file.write_bytes(data)
    records, report = read_all(file)
    assert records == [] and report.skipped == 1


def test_a_text_that_is_not_in_the_project_is_told(tmp_path):
    records, report = read_all(project(tmp_path, "Ann", [(0, 3)], names=("Ann",), source="sources/other.txt"))
    assert records == [] and "does not hold its text" in report.problems[0].reason


def test_ids_of_spans_survive():
    number = ids.new_id()
    found = parse(guid(Kind.CODING, number, 3))
    assert found is not None and id_text(found[1]) == id_text(number)


def test_sources_are_let_go_as_they_pass():
    sources = "".join(
        f'<TextSource guid="{n}" name="t{n}"><PlainTextContent>Ann met Bob.</PlainTextContent></TextSource>'
        for n in range(50)
    )
    notes = "".join(f'<Note guid="n{n}"><PlainTextContent>Said {n}.</PlainTextContent></Note>' for n in range(50))
    links = "".join(f'<Link guid="l{n}" name="to" originGUID="{n % 7}" targetGUID="x"/>' for n in range(50))
    cases = "".join(
        f'<Case guid="c{n}"><VariableValue><VariableRef targetGUID="v"/><TextValue>{n}</TextValue></VariableValue>'
        f'<SourceRef targetGUID="{n}"/></Case>'
        for n in range(50)
    )
    data = (
        f'<Project xmlns="{NS[1:-1]}" origin="Other"><Variables><Variable guid="v" name="number"/></Variables>'
        f'<Cases>{cases}</Cases><Sources>{sources}<PictureSource guid="p"/></Sources>'
        f"<Notes>{notes}</Notes><Links>{links}</Links></Project>"
    ).encode()
    with closing(Outline(io.BytesIO(data), lambda note: note[0].text)) as outline:
        assert (outline.note("n49"), outline.note("n50")) == ("Said 49.", "")
        assert outline.media == {"PictureSource": 1}
        assert [link.number for _, link in outline.links_from(iter(["6", "1"]))] == sorted(
            n + 1 for n in range(50) if n % 7 in (1, 6)
        )
        seen = []
        for element in texts(io.BytesIO(data)):  # the parser may be ahead
            assert [len(before) for before in element.itersiblings(preceding=True)] in ([], [0])
            seen.append((element[0].text, outline.values(element)["number"]))
        assert seen == [("Ann met Bob.", str(n)) for n in range(50)]
    kept = [len(list(root.iter())) for root in _ends(io.BytesIO(data)) if root.getparent() is None]
    assert kept[-1] < 15  # of some 500 elements


def test_what_cannot_be_let_go_has_a_limit(monkeypatch):
    monkeypatch.setattr(refi_outline, "_MOST_KEPT", 100)
    many = f'<Project xmlns="{NS[1:-1]}"><Users>{"<User/>" * 101}</Users></Project>'.encode()
    with pytest.raises(RefusedError, match="more than any project"):
        Outline(io.BytesIO(many), str)
