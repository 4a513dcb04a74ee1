"""A dataset for Hugging Face ``datasets``: Parquet with features, and a card; ``load_dataset(folder)`` reads it.

Folder: ``data/PART-00000-of-00001.parquet`` (part ``train`` without a split, ``validation`` for dev) and ``README.md``
whose YAML head names the files. One row an article: ``uid``, ``title``, ``text``, ``byline``, ``publisher``,
``published``, ``url``, ``language``, ``section``, ``annotations`` [{``annotator``, ``status``, ``spans``,
``relations``}]. A span has ``id``, ``label``, ``fragments`` [{``start``, ``end``}], ``text``, ``attributes``
[{``name``, ``value``}], ``origin``; a relation ``id``, ``type``, ``source``, ``target``, ``attributes``. Offsets are
code points of ``text``, half-open. Values of attributes are JSON texts, since their types differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import islice
from typing import Any

from annotation_schema.ids import id_text
from annotation_schema.model import AnnotationSet, ArticleRecord, Attributes, Span
from annotation_schema.offsets import display_surface
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import merged
from desktop.core.exporters.report import Job, Written

LOSSES = (merged.ABOUT, merged.KIND)
SPLITS = {"": "train", "train": "train", "dev": "validation", "test": "test"}
_ROWS = 200
_TEXTS = ("uid", "title", "text", "byline", "publisher", "published", "url", "language", "section")


def write(job: Job) -> Written:
    """Write the folder. Raises AppError (usage) where pyarrow is not installed."""
    pa, parquet = _pyarrow()
    schema = _schema(pa)
    (job.folder / "data").mkdir()
    names = {part: f"data/{SPLITS[part]}-00000-of-00001.parquet" for part in job.parts}
    counts = dict.fromkeys(job.parts, 0)
    spans = relations = 0
    waiting: dict[str, list[Mapping[str, object]]] = {part: [] for part in job.parts}
    with ExitStack() as stack:
        files = {
            part: stack.enter_context(parquet.ParquetWriter(job.folder / name, schema)) for part, name in names.items()
        }

        def flush(part: str) -> None:
            if waiting[part]:
                files[part].write_table(pa.Table.from_pylist(waiting[part], schema=schema))
                waiting[part].clear()

        for record in job.records():
            part = job.part(record.article.uid)
            waiting[part].append(_row(record))
            counts[part] += 1
            merged.about(job, record)
            for held in record.annotations:
                spans += len(held.spans)
                relations += len(held.relations)
                for span in held.spans:
                    job.wrote(record.article.uid, span.label, span.fragments)
            if len(waiting[part]) >= _ROWS:
                flush(part)
        for part in job.parts:
            flush(part)
    (job.folder / "README.md").write_text(_card(job, counts), encoding="utf-8", newline="\n")
    return Written((*names.values(), "README.md"), sum(counts.values()), spans, relations)


def _row(record: ArticleRecord) -> dict[str, object]:
    texts: dict[str, object] = {name: getattr(record.article, name) for name in _TEXTS}
    return {**texts, "annotations": [_held(record.article.text, held) for held in record.annotations]}


def _held(text: str, held: AnnotationSet) -> dict[str, object]:
    return {
        "annotator": held.annotator,
        "status": held.status.value,
        "spans": [_span(text, span) for span in held.spans],
        "relations": [
            {
                "id": id_text(link.id),
                "type": link.type,
                "source": id_text(link.source),
                "target": id_text(link.target),
                "attributes": _attributes(link.attributes),
            }
            for link in held.relations
        ],
    }


def _span(text: str, span: Span) -> dict[str, object]:
    return {
        "id": id_text(span.id),
        "label": span.label,
        "fragments": [{"start": f.start, "end": f.end} for f in span.fragments],
        "text": display_surface(text, span.fragments),
        "attributes": _attributes(span.attributes),
        "origin": span.origin.kind.value,
    }


def _attributes(attributes: Attributes) -> list[dict[str, str]]:
    return [{"name": k, "value": json.dumps(v, ensure_ascii=False)} for k, v in sorted(attributes.items())]


def _schema(pa: Any) -> Any:
    text = pa.string()
    attributes = pa.list_(pa.struct([("name", text), ("value", text)]))
    fragments = pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))
    span = [("id", text), ("label", text), ("fragments", fragments), ("text", text), ("attributes", attributes)]
    spans = pa.list_(pa.struct([*span, ("origin", text)]))
    link = [("id", text), ("type", text), ("source", text), ("target", text), ("attributes", attributes)]
    held = [("annotator", text), ("status", text), ("spans", spans), ("relations", pa.list_(pa.struct(link)))]
    return pa.schema([*((name, text) for name in _TEXTS), ("annotations", pa.list_(pa.struct(held)))])


def _card(job: Job, counts: Mapping[str, int]) -> str:
    """Return the card: its YAML head names the files, so that nothing has to be guessed by who loads them."""
    parts = "\n".join(
        f"  - split: {SPLITS[part]}\n    path: data/{SPLITS[part]}-00000-of-00001.parquet" for part in counts
    )
    labels = "\n".join(_labels(job))
    sizes = "\n".join(f"| {SPLITS[part]} | {count} |" for part, count in counts.items())
    return f"""---
configs:
- config_name: default
  data_files:
{parts}
---
# {job.schema.title}

Label schema `{job.schema.name}` {job.schema.version}. One row an article; offsets are code points of `text`, half-open.
A span may have several fragments; spans may overlap and nest. Values of attributes are JSON texts.

| split | articles |
|---|---|
{sizes}

## Labels

{labels}
"""


def _labels(job: Job) -> Iterator[str]:
    for label in job.schema.labels:
        definition = " ".join(label.definition.split())
        yield f"- `{label.name}`: {definition or label.title}"
        for example in islice(label.examples, 2):
            yield f"  - {' '.join(example.split())}"
    for kind in job.schema.relations:
        yield f"- relation `{kind.name}` ({', '.join(kind.domain)} → {', '.join(kind.range)})"


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # pyright: ignore[reportMissingTypeStubs]
        import pyarrow.parquet  # pyright: ignore[reportMissingTypeStubs]
    except ImportError as error:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "Parquet needs the package pyarrow, which is not installed."),
            hint=translate("Export", "Install it with {command}.").format(command='pip install "pressmark[parquet]"'),
        ) from error
    return pyarrow, pyarrow.parquet
