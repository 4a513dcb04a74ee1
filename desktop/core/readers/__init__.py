"""The formats that can be read, one module each; none imports another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotation_schema.model import Article, ArticleRecord
from desktop.core.foreign.model import ForeignRecord
from desktop.core.readers import (
    brat,
    cas,
    conll,
    conllu,
    dna,
    docbin,
    doccano,
    json_lines,
    label_studio,
    plain_text,
    pressmark_record,
    prodigy,
    refi_qda,
    table,
    web_annotation,
    webanno_tsv,
)
from desktop.core.readers.report import Report
from desktop.core.readers.sniffing import sniff

Read = Callable[[Path, Report], Iterator[Article | ArticleRecord | ForeignRecord]]


@dataclass(frozen=True, slots=True)
class ReaderSpec:
    """A format: its name on the command line, its title, and how its files are known.

    ``extensions`` (lower case, with the dot) count in folders and for named files; ``also_named`` only for files that
    were named one by one, since in folders such files are mostly something else. ``annotated``: it yields
    ``ForeignRecord``, whose types a mapping makes labels of.
    """

    format: str
    title: str
    extensions: tuple[str, ...]
    read: Read
    also_named: tuple[str, ...] = ()
    annotated: bool = False


READERS: tuple[ReaderSpec, ...] = (
    ReaderSpec("txt", "Plain text", (".txt", ".text"), plain_text.read),
    ReaderSpec("csv", "Table (CSV, TSV)", (".csv", ".tsv", ".tab"), table.read),
    ReaderSpec("jsonl", "JSON Lines", (".jsonl", ".ndjson"), json_lines.read, (".json",)),
    ReaderSpec("pressmark", "Pressmark records", (".jsonl", ".ndjson"), pressmark_record.read, (".json",)),
    ReaderSpec("brat", "brat standoff", (".ann",), brat.read, annotated=True),
    ReaderSpec("web-annotation", "W3C Web Annotations", (".jsonld",), web_annotation.read, (".json",), annotated=True),
    ReaderSpec("conll2003", "CoNLL-2003", (".conll", ".conll03"), conll.read, annotated=True),
    ReaderSpec("iob2", "IOB2", (".iob2", ".iob", ".bio"), conll.read, annotated=True),
    ReaderSpec("iobes", "IOBES", (".iobes", ".bioes"), conll.read, annotated=True),
    ReaderSpec("dna", "Discourse Network Analyzer 3", (".dna",), dna.read, annotated=True),
    ReaderSpec("webanno-tsv", "WebAnno TSV 3", (".tsv",), webanno_tsv.read, annotated=True),
    ReaderSpec("prodigy", "Prodigy (JSON Lines)", (".jsonl",), prodigy.read, (".json",), annotated=True),
    ReaderSpec("doccano", "doccano (JSON Lines)", (".jsonl",), doccano.read, (".json",), annotated=True),
    ReaderSpec("label-studio", "Label Studio (JSON)", (), label_studio.read, (".json",), annotated=True),
    ReaderSpec("cas-xmi", "UIMA CAS (XMI)", (".xmi",), cas.read_xmi, annotated=True),
    ReaderSpec("cas-json", "UIMA CAS (JSON)", (), cas.read_json, (".json",), annotated=True),
    ReaderSpec("conllu", "CoNLL-U", (".conllu",), conllu.read, annotated=True),
    ReaderSpec("docbin", "spaCy DocBin", (".spacy",), docbin.read, annotated=True),
    ReaderSpec("refi-qda", "REFI-QDA project", (".qdpx",), refi_qda.read, annotated=True),
)
"""In order of preference: the first one that knows an extension reads it when the format is "auto"."""


def reader(name: str) -> ReaderSpec | None:
    """Return the reader of that format name, or None."""
    return next((spec for spec in READERS if spec.format == name), None)


def detect(path: Path) -> ReaderSpec | None:
    """Return the reader for a file by its extension, or by how it begins where many formats share one, or None.

    JSON Lines with our own records need no telling: the reader of JSON Lines knows them by their ``format``.
    """
    suffix = path.suffix.lower()
    if found := reader(sniff(path)):
        return found
    return next((spec for spec in READERS if suffix in (*spec.extensions, *spec.also_named)), None)


def extensions(name: str = "auto", *, annotated: bool = False) -> frozenset[str]:
    """Return the extensions of files that a format ("auto": any) takes from folders; or only annotated formats'.

    An annotated format that was named takes all that it knows: who names it knows what is in the folder.
    """
    wanted = [spec for spec in READERS if name in ("auto", spec.format) and spec.annotated >= annotated]
    named = (spec for spec in wanted if spec.annotated and name == spec.format)
    return frozenset(e for spec in wanted for e in spec.extensions) | {e for spec in named for e in spec.also_named}
