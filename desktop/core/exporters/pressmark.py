"""Our own records, ``pressmark/1``: one JSON object a line, UTF-8, LF; nothing is lost.

The layout is in ``annotation_schema.records``. The same project gives the same bytes.
"""

from __future__ import annotations

from contextlib import ExitStack

from annotation_schema.records import to_line
from desktop.core.exporters.report import Job, Written


def write(job: Job) -> Written:
    """Write all records, one file a part."""
    articles = spans = relations = 0
    with ExitStack() as open_files:
        files = {part: open_files.enter_context(job.target(part).open("wb")) for part in job.parts}
        for record in job.records():
            file = files[job.part(record.article.uid)]
            file.write(to_line(record).encode())
            file.write(b"\n")
            articles += 1
            for held in record.annotations:
                spans += len(held.spans)
                relations += len(held.relations)
                for span in held.spans:
                    job.wrote(record.article.uid, span.label, span.fragments)
    return Written(tuple(job.target(part).name for part in job.parts), articles, spans, relations)
