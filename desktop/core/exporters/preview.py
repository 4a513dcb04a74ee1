"""What an export would give: its first record, its losses and its counts, without writing it.

The format itself writes the first articles to a folder that is removed again; the counts by label and part are of all.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotation_schema.wording import marked
from desktop.core.exporters import door, selection
from desktop.core.exporters.division import divide
from desktop.core.exporters.facts import Facts
from desktop.core.exporters.job import ExportJob
from desktop.core.exporters.report import ExportOptions, ExportProgress, SplitReport
from desktop.core.project import Project

SAMPLE = 50
"""Articles whose losses are counted unless told otherwise."""
_SHOWN = 4_000
_LINES = 40


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be written. ``first``: the beginning of the first file that is text; "" if there is none.

    ``never`` says what the format never holds, ``losses`` by reason what it could not of the first ``sampled``;
    ``labels`` (part, label, spans) and ``parts`` (part, articles) are of all; the part is "" without a split.
    """

    file: str
    first: str
    sampled: int
    articles: int
    spans: int
    losses: tuple[tuple[str, int], ...]
    labels: tuple[tuple[str, str, int], ...]
    parts: tuple[tuple[str, int], ...]
    split: SplitReport | None
    never: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Return it for a terminal, in English."""
        out = [f"{self.articles} articles with {self.spans} spans would be written.", ""]
        out += [f"{part or 'all'}: {number} articles" for part, number in self.parts]
        out += [f"{part or 'all'}: {label} {number}" for part, label, number in self.labels]
        if self.split is not None:
            out += self.split.checks
        if self.never:
            out += ["", "What the format does not hold:", *(f"  {sentence}" for sentence in self.never)]
        out += ["", f"Losses in the first {self.sampled} articles:"]
        out += [f"  {number} × {reason}" for reason, number in self.losses] or ["  none"]
        return [*out, "", f"{self.file}:", *self.first.split("\n")]


def preview(
    project: Project,
    *,
    format: str,
    options: ExportOptions | None = None,
    sample: int = SAMPLE,
    progress: Callable[[ExportProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """Return what an export with these options would give. Raises what ``door.export`` raises, but for the target.

    Reads all articles for the counts (some 0.3 ms each, 1 ms more with a split); ``cancelled`` stops it at once.
    """
    options = options or ExportOptions()
    spec = door.spec_of(format, options)
    selection.check(project, options.filter)
    division = None
    if options.split is not None:
        division = divide(project, options, options.split, cancelled=cancelled, progress=progress)
    parts: Mapping[str, str] = division.parts if division else {}
    folder = Path(tempfile.mkdtemp(prefix="pressmark-preview-"))
    try:
        several = spec.folder or options.split is not None

        def job(limit: int | None) -> ExportJob:
            return ExportJob(
                project,
                options,
                folder,
                f"preview{spec.extension}",
                extension=spec.extension,
                several=several,
                parts=parts,
                progress=progress,
                cancelled=cancelled,
                limit=limit,
            )

        with closing(job(sample)) as written_job:
            written = spec.write(written_job)
        file, first = _first(folder, written.names)
        with closing(job(None)) as counting:
            counting.facts = Facts()
            for _ in counting.records():
                pass
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    facts = counting.facts
    order = {part: n for n, part in enumerate(counting.parts)}
    return Preview(
        file=file,
        first=first,
        sampled=written.articles,
        articles=facts.articles,
        spans=facts.spans,
        losses=tuple(sorted(written_job.losses.items(), key=lambda item: (-item[1], item[0]))),
        labels=tuple(
            sorted(((p, label, n) for (p, label), n in facts.labels.items()), key=lambda i: (order[i[0]], -i[2], i[1]))
        ),
        parts=tuple((part, facts.parts[part]) for part in counting.parts),
        split=division.report if division else None,
        never=tuple(marked("Export", sentence) for sentence in spec.losses),
    )


def _first(folder: Path, names: Iterable[str]) -> tuple[str, str]:
    """Return name and beginning of the first file that is text and not empty; articles as they are come last."""
    for name in sorted(names, key=lambda name: name.endswith(".txt")):
        with (folder / name).open("rb") as file:
            data = file.read(_SHOWN * 4)
        text = data.decode("utf-8", "ignore")  # the last character may be cut
        if not data or "\0" in text or len(text.encode()) < len(data) - 3:
            continue
        first = text.split("\n")[0]
        if name.endswith(("l", ".ndjson")) and first.startswith("{"):
            return name, first[:_SHOWN]  # a record a line
        return name, "\n".join(text[:_SHOWN].split("\n")[:_LINES])
    return "", ""
