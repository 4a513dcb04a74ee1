"""Our own records, ``pressmark/1``: one JSON object a line, UTF-8, LF; nothing is lost.

The layout is in ``annotation_schema.records``. The same project gives the same bytes.

Each text of a span that goes into a line is compared with what was stored when the span was made, and with the
article's text in the same line. The files are read back byte by byte; they are not parsed again, which takes as long as
writing them.
"""

from __future__ import annotations

from contextlib import ExitStack, closing

from annotation_schema.records import to_line
from desktop.core.exporters.checked_file import CheckedFile
from desktop.core.exporters.report import Job, Written


def write(job: Job) -> Written:
    """Write all records, one file a part."""
    articles = spans = relations = 0
    with ExitStack() as stack:
        files = {part: stack.enter_context(CheckedFile(job.target(part))) for part in job.parts}
        lines = job.lines()
        if lines is not None:
            with closing(lines):
                for line in lines:
                    files[job.part(line.uid)].write(line.data)
                    articles += 1
                    spans += line.spans
                    relations += line.relations
        else:
            for record in job.records():
                files[job.part(record.article.uid)].write(f"{to_line(record)}\n".encode())
                articles += 1
                for held in record.annotations:
                    spans += len(held.spans)
                    relations += len(held.relations)
    names = tuple(job.target(part).name for part in job.parts)
    hashes = {name: file.sha256 for name, file in zip(names, files.values(), strict=True)}
    return Written(names, articles, spans, relations, hashes)
