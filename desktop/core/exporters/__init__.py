"""The formats that can be written, one module each; none imports another. All go through ``door``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotation_schema.wording import mark
from desktop.core.export_choices import Alignment, Discontinuous, Overlap
from desktop.core.exporters import (
    brat,
    cas,
    claims,
    conll,
    conllu,
    csv_tables,
    docbin,
    doccano,
    geojson,
    hugging_face,
    jsonl_flat,
    label_studio,
    networks,
    pressmark,
    prodigy,
    refi_qda,
    web_annotation,
    webanno_tsv,
)
from desktop.core.exporters.report import Write


@dataclass(frozen=True, slots=True)
class ExporterSpec:
    """A format: its name on the command line, its title, its file extension, and what it can be asked.

    ``folder``: it writes a folder of files even without a split; ``title`` is for ``marked("Export", …)``.
    ``read_back``: its files are read by our reader of the same name, if there is one, before they are final.
    ``losses``: what it never holds, as sentences for ``marked("Export", …)``; ``policies``: which of them it heeds.
    """

    format: str
    title: str
    extension: str
    folder: bool
    suggestions: bool
    write: Write
    read_back: bool = True
    losses: tuple[str, ...] = ()
    policies: tuple[type[StrEnum], ...] = ()


_TOKENS = (Overlap, Discontinuous, Alignment)
_PARTS = (Discontinuous,)

EXPORTERS: tuple[ExporterSpec, ...] = (
    ExporterSpec(
        "pressmark", mark("Export", "Pressmark records (JSON Lines)"), ".jsonl", False, True, pressmark.write, False
    ),
    ExporterSpec(
        "jsonl-flat",
        mark("Export", "Rows of spans (JSON Lines)"),
        ".jsonl",
        False,
        False,
        jsonl_flat.write,
        losses=jsonl_flat.LOSSES,
    ),
    ExporterSpec(
        "claims",
        mark("Export", "Claims with context (JSON Lines)"),
        ".jsonl",
        False,
        False,
        claims.write,
        losses=claims.LOSSES,
    ),
    ExporterSpec(
        "csv",
        mark("Export", "Tables for R and pandas (CSV)"),
        ".csv",
        True,
        False,
        csv_tables.write,
        losses=csv_tables.LOSSES,
    ),
    ExporterSpec(
        "geojson",
        mark("Export", "Places on a map (GeoJSON)"),
        ".geojson",
        False,
        False,
        geojson.write,
        losses=geojson.LOSSES,
    ),
    ExporterSpec(
        "graphml",
        mark("Export", "Discourse network (GraphML)"),
        ".graphml",
        True,
        False,
        networks.write_graphml,
        losses=networks.LOSSES,
    ),
    ExporterSpec(
        "network",
        mark("Export", "Discourse network (CSV)"),
        ".csv",
        True,
        False,
        networks.write_tables,
        losses=networks.LOSSES,
    ),
    ExporterSpec(
        "hf",
        mark("Export", "Hugging Face dataset (Parquet)"),
        ".parquet",
        True,
        False,
        hugging_face.write,
        losses=hugging_face.LOSSES,
    ),
    ExporterSpec("brat", "brat standoff", ".ann", True, False, brat.write, losses=brat.LOSSES),
    ExporterSpec(
        "web-annotation",
        "W3C Web Annotations",
        ".jsonld",
        False,
        False,
        web_annotation.write,
        losses=web_annotation.LOSSES,
    ),
    ExporterSpec(
        "conll2003", "CoNLL-2003", ".conll", False, False, conll.write_conll2003, losses=conll.LOSSES, policies=_TOKENS
    ),
    ExporterSpec("iob2", "IOB2", ".iob2", False, False, conll.write_iob2, losses=conll.LOSSES, policies=_TOKENS),
    ExporterSpec("iobes", "IOBES", ".iobes", False, False, conll.write_iobes, losses=conll.LOSSES, policies=_TOKENS),
    ExporterSpec(
        "webanno-tsv",
        "WebAnno TSV 3.3 (INCEpTION)",
        ".tsv",
        True,
        False,
        webanno_tsv.write,
        losses=webanno_tsv.LOSSES,
        policies=_PARTS,
    ),
    ExporterSpec(
        "prodigy",
        "Prodigy (JSON Lines)",
        ".jsonl",
        False,
        False,
        prodigy.write,
        losses=prodigy.LOSSES,
        policies=(Discontinuous, Alignment),
    ),
    ExporterSpec(
        "doccano", "doccano (JSON Lines)", ".jsonl", False, False, doccano.write, losses=doccano.LOSSES, policies=_PARTS
    ),
    ExporterSpec(
        "label-studio",
        "Label Studio (JSON)",
        ".json",
        True,
        True,
        label_studio.write,
        losses=label_studio.LOSSES,
        policies=_PARTS,
    ),
    ExporterSpec(
        "cas-xmi",
        mark("Export", "UIMA CAS, XMI (INCEpTION)"),
        ".xmi",
        True,
        False,
        cas.write_xmi,
        losses=cas.LOSSES,
        policies=_PARTS,
    ),
    ExporterSpec(
        "cas-json",
        mark("Export", "UIMA CAS, JSON (INCEpTION)"),
        ".json",
        True,
        False,
        cas.write_json,
        losses=cas.LOSSES,
        policies=_PARTS,
    ),
    ExporterSpec("conllu", "CoNLL-U", ".conllu", False, False, conllu.write, losses=conllu.LOSSES, policies=_TOKENS),
    ExporterSpec(
        "refi-qda",
        mark("Export", "REFI-QDA project (MAXQDA, NVivo, ATLAS.ti, QualCoder)"),
        ".qdpx",
        False,
        False,
        refi_qda.write,
        losses=refi_qda.LOSSES,
        policies=_PARTS,
    ),
    ExporterSpec(
        "docbin",
        "spaCy DocBin",
        ".spacy",
        True,
        False,
        docbin.write,
        read_back=False,
        losses=docbin.LOSSES,
        policies=_TOKENS,
    ),  # the worker counts
)


def exporter(name: str) -> ExporterSpec | None:
    """Return the exporter of that format name, or None."""
    return next((spec for spec in EXPORTERS if spec.format == name), None)
