"""Text files of one record a line, one file for each part of the split: UTF-8, LF."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import ExitStack, contextmanager

from desktop.core.exporters.report import Job


class Lines:
    """Open files, by part."""

    def __init__(self, job: Job, stack: ExitStack, extension: str) -> None:
        """Open the file of each part."""
        self._job = job
        self.names = tuple(job.target(part, extension).name for part in job.parts)
        self._files = {part: stack.enter_context(job.target(part, extension).open("wb")) for part in job.parts}

    def write(self, uid: str, line: str) -> None:
        """Write a line to the file of an article's part."""
        self._files[self._job.part(uid)].write(line.encode() + b"\n")

    def write_json(self, uid: str, record: object) -> None:
        """Write an object as a line of JSON."""
        self.write(uid, json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


@contextmanager
def lines(job: Job, extension: str = "") -> Generator[Lines]:
    """Give the open files, and close them at the end."""
    with ExitStack() as stack:
        yield Lines(job, stack, extension)
