"""G11: peak memory of import, search and export, with many articles beside few; each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from annotation_schema.records import to_line
from tests.benchmarks import projects
from tests.benchmarks.report import Figures, Result

FEW = 1_000
ALLOWED = 64.0  # MiB more
WHAT = {
    "import": "import with 61 spans each",
    "search": "search of a word and its rows",
    "export": "export of records",
    "rows": "export of rows of spans",
    "split": "export with a split by near-duplicates",
    "docbin": "export of DocBin, the worker's",
    "refi-qda": "export of a REFI-QDA project, read back",
    "brat": "export of two files an article, read back",
}
_RUN = """
import resource, sys
from pathlib import Path
from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportOptions, SplitChoice
from desktop.core.importing import import_sources
from desktop.core.project import Project
from desktop.core.resources import default_schema
from desktop.core.view import ArticleFilter
what, source, file, out = sys.argv[1], *map(Path, sys.argv[2:])
if what == "import":
    with Project.create(file, default_schema(), annotator="Bench") as project:
        report = import_sources(project, [source])
    assert report.articles and not report.problems
else:
    with Project.open(file, readonly=True) as project:
        if what == "search":
            found = project.article_ids(ArticleFilter(text="ministry"))
            assert found and project.rows(found[:100])
        elif what == "split":
            export(project, out, format="pressmark", options=ExportOptions(split=SplitChoice((80.0, 10.0, 10.0))))
        else:
            export(project, out, format={"export": "pressmark", "rows": "jsonl-flat"}.get(what, what))
whose = resource.RUSAGE_CHILDREN if what == "docbin" else resource.RUSAGE_SELF
print(resource.getrusage(whose).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024))
"""


def measure(articles: int, runs: int) -> list[Result]:
    """Compare ten times ``articles`` (at least 10,000) with a thousand; --articles 10000 is what the goal means."""
    many = max(10_000, articles * 10)
    peaks: dict[str, list[float]] = {what: [] for what in WHAT}
    with tempfile.TemporaryDirectory() as name:
        for count in (FEW, many):
            folder = Path(name) / str(count)
            folder.mkdir()
            source = folder / "source.jsonl"
            with source.open("w", encoding="utf-8", newline="\n") as file:
                for record in projects.records(count):
                    file.write(to_line(record) + "\n")
            for what in WHAT:
                peaks[what].append(_peak(what, source, folder / "p.pressmark", folder / f"out-{what}"))
    return [
        Result(
            "G11",
            f"peak memory: {words}, {many:,} articles beside {FEW:,}",
            Figures((peaks[what][1],), "MiB"),
            Figures((peaks[what][0],), "MiB"),
            peaks[what][1] - peaks[what][0],
            ALLOWED,
            note="MiB more",
        )
        for what, words in WHAT.items()
    ]


def _peak(what: str, source: Path, project: Path, out: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, what, str(source), str(project), str(out)],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)
