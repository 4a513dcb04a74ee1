"""Our own records, ``pressmark/1``: one JSON object a line, UTF-8, LF; nothing is lost.

The layout is in ``annotation_schema.records``. The same project gives the same bytes.
"""

from __future__ import annotations

from annotation_schema.records import to_line
from desktop.core.exporters.report import Job, Written


def write(job: Job) -> Written:
    """Write all records into the one file."""
    articles = spans = relations = 0
    with (job.folder / job.name).open("wb") as file:
        for record in job.records():
            file.write(to_line(record).encode())
            file.write(b"\n")
            articles += 1
            spans += sum(len(held.spans) for held in record.annotations)
            relations += sum(len(held.relations) for held in record.annotations)
    return Written((job.name,), articles, spans, relations)
