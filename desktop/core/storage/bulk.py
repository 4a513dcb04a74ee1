"""The fast way in: many articles with their annotations, in short transactions of prepared rows.

A transaction holds a few hundred articles, or a few dozen while a person may be tagging, so that a save
never waits long; what is imported stays if the import is broken off. While SQLite completes one, the next articles are
read: the iterable must not take part in the project's transactions.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from annotation_schema.model import Article, ArticleId, ArticleRecord
from desktop.core.prelabel.foreign import ForeignSuggestions
from desktop.core.storage.chunk_writer import ChunkWriter, Tally
from desktop.core.storage.connection import Database
from desktop.core.view import ImportTally


@dataclass(frozen=True)
class ChunkSize:
    """At which number of what a transaction is full."""

    articles: int
    characters: int
    spans: int


ALONE = ChunkSize(articles=500, characters=3_000_000, spans=32_000)
BESIDE_EDITS = ChunkSize(articles=50, characters=250_000, spans=2_000)
"""While a person may be tagging through another connection: some 20 ms, so that no save waits long."""
LOG_BYTES = 32 << 20  # how long the write-ahead log may become before it is moved into the file
CHUNK_SECONDS = 1.0  # a slow source is written at least this often


def add_articles(
    db: Database,
    items: Iterable[Article | ArticleRecord],
    *,
    annotator: str | None = None,
    foreign: ForeignSuggestions | None = None,
    after_chunk: Callable[[tuple[ArticleId, ...]], None],
) -> ImportTally:
    """Store articles with all that belongs to them and return what was done.

    ``foreign`` fits suggestions to the project; None takes them as they are.
    ``after_chunk`` gets the ids of articles that are new or extended, after each commit; an exception
    from it or from ``items`` ends the import, and what was committed stays.
    """
    tally = Tally()

    def completed(one: Future[ChunkWriter]) -> None:
        writer = one.result()
        tally.add(writer.tally)
        after_chunk(tuple(writer.changed))

    with db.bulk(), _seldom_collected(), ThreadPoolExecutor(1, thread_name_prefix="import") as thread:
        last: Future[ChunkWriter] | None = None
        try:
            for chunk in _chunks(items, lambda: BESIDE_EDITS if db.gate.writers > 1 else ALONE):
                if last is not None:
                    before, last = last, None
                    completed(before)
                with ExitStack() as transaction:
                    writer = ChunkWriter(transaction.enter_context(db.write(patient=True)), annotator, foreign)
                    writer.write(chunk)
                    last = thread.submit(_complete, db, transaction.pop_all(), writer)
        finally:
            if last is not None:
                completed(last)
    return tally.frozen()


def _complete(db: Database, transaction: ExitStack, writer: ChunkWriter) -> ChunkWriter:
    """Index and commit what is written: work of SQLite alone, without the interpreter's lock.

    It is done in a thread while the next articles are read; a thread for the rows, too, would wait for the lock at
    each statement.
    """
    with transaction:
        writer.index()
    with db.read():
        db.checkpoint(above=LOG_BYTES)
    return writer


@contextmanager
def _seldom_collected() -> Generator[None]:
    """Let the garbage collector look less often: thousands of records that all stay cost it a third of an import."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _chunks(items: Iterable[Article | ArticleRecord], size: Callable[[], ChunkSize]) -> Iterator[list[ArticleRecord]]:
    chunk: list[ArticleRecord] = []
    characters = spans = 0
    started = time.monotonic()
    full = size()
    for item in items:
        record = item if isinstance(item, ArticleRecord) else ArticleRecord(item)
        chunk.append(record)
        characters += len(record.article.text)
        spans += sum(len(a.spans) for a in record.annotations)
        if (
            len(chunk) >= full.articles
            or characters >= full.characters
            or spans >= full.spans
            or time.monotonic() - started >= CHUNK_SECONDS
        ):
            yield chunk
            chunk, characters, spans, started, full = [], 0, 0, time.monotonic(), size()
    if chunk:
        yield chunk
