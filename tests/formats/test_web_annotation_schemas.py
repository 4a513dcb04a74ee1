"""Web Annotations under the schemas of the W3C's test suite, where they are; its samples tell that we run them right.

The schemas (w3c/web-annotation-tests: ``annotations``, ``collections`` and the ``definitions`` that they refer to) are
not ours to hand on: ``PRESSMARK_W3C_SCHEMAS`` names a folder that has them, else they are looked for at the samples.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from functools import cache
from pathlib import Path

import pytest
from harness import SCHEMA, projects, there_and_back
from hypothesis import given, settings

from desktop.core.exporters.door import export
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import sample_record_file

jsonschema = pytest.importorskip("jsonschema")
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats" / "web-annotation"
SCHEMAS = Path(os.environ.get("PRESSMARK_W3C_SCHEMAS") or SAMPLES / "schemas")
pytestmark = pytest.mark.skipif(
    not (SCHEMAS / "definitions").is_dir(), reason="the W3C's schemas are not here (PRESSMARK_W3C_SCHEMAS)"
)
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")  # RFC 3986
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")  # RFC 3339
RECOGNIZED = "3.2-targetObjectsRecognized"
THEIR_OWN = {f"anno{n}.json": [RECOGNIZED] for n in (33, 35, 37)}
"""Samples that the suite calls correct and its schema of targets does not take."""


@cache
def musts(folder: str) -> dict[str, object]:
    """The validators of one of the suite's folders, by name."""
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT4

    checker = jsonschema.FormatChecker(formats=())
    checker.checks("uri")(lambda held: not isinstance(held, str) or ADDRESS.fullmatch(held) is not None)
    checker.checks("date-time")(lambda held: not isinstance(held, str) or TIME.fullmatch(held) is not None)
    held = {path: json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCHEMAS.rglob("*.json"))}
    registry = Registry().with_resources(
        (path.name, Resource.from_contents(schema, default_specification=DRAFT4))
        for path, schema in held.items()
        if path.parent.name == "definitions"
    )
    return {
        path.stem: jsonschema.Draft4Validator(schema, registry=registry, format_checker=checker)
        for path, schema in held.items()
        if path.parent.name == folder and schema.get("assertionType") == "must" and path.name[0].isdigit()
    }


def refused(folder: str, held: object) -> list[str]:
    """The schemas that do not take it."""
    return [name for name, check in musts(folder).items() if not check.is_valid(held)]


def check(data: bytes) -> int:
    """Check a file of ours, and return how many annotations are in it."""
    held = json.loads(data)
    assert refused("collections", held) == []
    items = held["first"]["items"]
    for item in items:
        assert refused("annotations", {"@context": held["@context"], **item}) == [], item
    return len(items)


@pytest.mark.skipif(not (SAMPLES / "correct").is_dir(), reason="the samples of others are not here (../shared)")
def test_the_samples_of_the_suite_are_told_apart():
    assert RECOGNIZED in musts("annotations") and len(musts("annotations")) >= 8
    for path in (SAMPLES / "correct").glob("*.json"):
        assert refused("annotations", json.loads(path.read_bytes())) == THEIR_OWN.get(path.name, []), path.name
    for path in (SAMPLES / "incorrect").glob("*.json"):
        data = re.sub(rb",\s*}", b"}", path.read_bytes())  # most are no JSON, for a comma
        assert not data.startswith(b"{") or refused("annotations", json.loads(data)), path.name


def test_the_sample_project_is_what_the_suite_asks_for(tmp_path):
    with Project.create(tmp_path / "p.pressmark", SCHEMA, annotator="Ada") as project:
        import_sources(project, [sample_record_file()])
        report = export(project, tmp_path / "out.jsonld", format="web-annotation")
    assert check((tmp_path / "out.jsonld").read_bytes()) > report.spans > 50


@given(projects())
@settings(max_examples=10)
def test_any_project_is_what_the_suite_asks_for(records):
    with tempfile.TemporaryDirectory() as folder:
        trip = there_and_back("web-annotation", records, Path(folder), file="out.jsonld")
    check(trip.first[""])


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"id": "no address"}, "3.1-annotationIdValidated"),
        ({"@context": "http://example.org/"}, "3.1-annotationContextValidated"),
        ({"type": "Squirrel"}, "3.1-annotationTypeValidated"),
        ({"bodyValue": "x"}, "3.2.5-notBodyBodyValue"),
        ({"created": "yesterday"}, "3.3.1-annotationCreatedValidated"),
        ({"target": {"source": "urn:x:1"}}, RECOGNIZED),
    ],
)
def test_what_is_wrong_is_refused_by_the_schema_of_its_name(change, name):
    held = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x:2", "type": "Annotation"}
    held |= {"target": "urn:x:1", "body": {"type": "TextualBody", "value": "x"}}
    assert refused("annotations", held) == []
    assert refused("annotations", held | change) == [name]
