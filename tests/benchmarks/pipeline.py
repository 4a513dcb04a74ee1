"""G13 and G14: export of DocBin and pre-highlighting through the worker process, beside spaCy alone on the same texts.

spaCy alone runs in a process of its own, as our worker does, with the same texts. Both sides of G13 start with the
start of a process and end with the files written; both sides of G14 begin when the pipeline is loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from annotation_schema.model import Article
from desktop.core.exporters.door import export
from desktop.core.prelabel.protocol import worker_command, worker_environment
from desktop.core.prelabel.run_options import RunOptions
from desktop.core.prelabel.runner import run_blocking
from desktop.core.project import Project
from desktop.core.resources import default_schema, embedded_pipeline
from desktop.core.view import RunId
from tests.benchmarks import projects
from tests.benchmarks.corpus import samples
from tests.benchmarks.report import Figures, Result

ROUNDS = 3
PRELABEL_ARTICLES = 400

RAW_PIPE = """
import json, sys, time, spacy
from desktop.worker.prelabel import BATCH_CHARACTERS
nlp = spacy.load(sys.argv[1])
texts = [json.loads(line)["text"] for line in open(sys.argv[2], encoding="utf-8")]
batches, size = [[]], 0
for text in texts:
    if size and size + len(text) > BATCH_CHARACTERS:
        batches.append([])
        size = 0
    batches[-1].append(text)
    size += len(text)
begin = time.perf_counter()
found = 0
for batch in batches:
    for doc in nlp.pipe(batch, batch_size=len(batch)):
        found += len(doc.ents)
print(time.perf_counter() - begin, found)
"""

RAW_DOCBIN = """
import json, sys, spacy
from spacy.tokens import DocBin
from spacy.util import filter_spans
nlp = spacy.blank("en")
out = DocBin()
for line in open(sys.argv[1], encoding="utf-8"):
    held = json.loads(line)
    doc = nlp.make_doc(held["text"])
    spans = [doc.char_span(a, b, label, alignment_mode="expand") for a, b, label in held["spans"]]
    doc.ents = filter_spans([s for s in spans if s is not None and s.label_ != "CLAIM"])
    doc.spans["sc"] = [s for s in spans if s is not None]
    out.add(doc)
out.to_disk(sys.argv[2])
"""


class _Timed:
    """A project that notes when a run begins, which is when the pipeline is loaded, and when it is at its end."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self.began = self.ended = 0.0

    def __getattr__(self, name: str) -> object:
        return getattr(self._project, name)

    def start_run(self, pipeline: str, version: str, options: str = "", *, retry: bool = True) -> RunId:
        self.began = time.perf_counter()
        return self._project.start_run(pipeline, version, options, retry=retry)

    def finish_run(self, run: RunId) -> None:
        self._project.finish_run(run)
        self.ended = time.perf_counter()


def measure(articles: int, runs: int) -> list[Result]:
    """Export ``articles`` articles and pre-highlight at most 400, in turns with the limits, at most three rounds."""
    rounds = max(1, min(runs, ROUNDS))
    with tempfile.TemporaryDirectory() as folder:
        return [_docbin(Path(folder), articles, rounds), _prelabel(Path(folder), articles, rounds)]


def _docbin(folder: Path, articles: int, rounds: int) -> Result:
    texts, path = folder / "spans.jsonl", folder / "docbin.pressmark"
    spans = 0
    with texts.open("w", encoding="utf-8", newline="\n") as file:
        for sample in samples(articles):
            file.write(json.dumps({"text": sample.text, "spans": sample.spans}) + "\n")
            spans += len(sample.spans)
    with Project.create(path, default_schema(), annotator=projects.ANNOTATOR) as project:
        project.add_articles(projects.records(articles))
    ours, limit = [], []
    for n in range(rounds):
        begin = time.perf_counter()
        with Project.open(path, readonly=True) as project:
            written = export(project, folder / f"out{n}", format="docbin").spans
        ours.append(spans / (time.perf_counter() - begin))
        if written != spans:
            raise RuntimeError(f"{written} spans were written, not {spans}")
        begin = time.perf_counter()
        _spacy(RAW_DOCBIN, texts, folder / f"raw{n}.spacy")
        limit.append(spans / (time.perf_counter() - begin))
    a, b = Figures(tuple(ours), "spans/s"), Figures(tuple(limit), "spans/s")
    what = f"DocBin of {articles:,} articles with 61 spans each, start of the process included"
    return Result("G13", what, a, b, a.median / b.median, 0.9, higher_is_better=True)


def _prelabel(folder: Path, articles: int, rounds: int) -> Result:
    count = min(articles, PRELABEL_ARTICLES)
    texts = folder / "texts.jsonl"
    made = [Article(f"b{n:05}", "", sample.text, language="en") for n, sample in enumerate(samples(count))]
    with texts.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps({"text": article.text}) + "\n" for article in made)
    characters = sum(len(article.text) for article in made)
    pipeline = embedded_pipeline()
    ours, limit, busy, suggestions = [], [], [], 0
    for n in range(rounds):
        with Project.create(folder / f"pre{n}.pressmark", default_schema(), annotator=projects.ANNOTATOR) as project:
            project.add_articles(made)
            timed, cpu = _Timed(project), time.process_time()
            # Claims take a second pipeline and rules of ours; spaCy alone does not look for them.
            outcome = run_blocking(timed, worker_command(), str(pipeline), options=RunOptions(claims=False))
            busy.append(time.process_time() - cpu)
            suggestions = outcome.suggestions
            if outcome.articles != count:
                raise RuntimeError(f"{outcome.articles} articles of {count} were read")
            ours.append(characters / 1_000 / (timed.ended - timed.began))
        seconds, _found = map(float, _spacy(RAW_PIPE, pipeline, texts).split())
        limit.append(characters / 1_000 / seconds)
    a, b = Figures(tuple(ours), "kB/s"), Figures(tuple(limit), "kB/s")
    with Project.create(folder / "claims.pressmark", default_schema(), annotator=projects.ANNOTATOR) as project:
        project.add_articles(made)
        timed = _Timed(project)
        words = run_blocking(timed, worker_command(), str(pipeline), options=RunOptions(claims=True)).words
        claims = words / (timed.ended - timed.began)
    note = (
        f"one worker, {suggestions:,} suggestions stored; our own process was busy for {sum(busy) / rounds:.1f} s;"
        f" with claims {claims:,.0f} words/s"
    )
    what = f"pre-highlighting of {count:,} articles, database writes included"
    return Result("G14", what, a, b, a.median / b.median, 0.95, higher_is_better=True, note=note)


def _spacy(script: str, *arguments: Path) -> str:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    environment = {**os.environ, **worker_environment()}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
