"""Work that is done ahead of whoever needs it, in a thread of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_T = TypeVar("_T")
_READY = 2  # with less, the thread would have to be told to go on by one who has no time to
_END = object()


def ahead(items: Iterator[_T]) -> Generator[_T, None, None]:
    """Give the items in their order; the next two are made meanwhile, all in the same other thread.

    It pays for what lets go of the interpreter's lock for long at a time, such as SQLite within one row. What the items
    raise comes out here. Close it before what the items need: only then is the thread done with it.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="ahead") as thread:
        coming = deque(thread.submit(next, items, _END) for _ in range(_READY))
        try:
            while (item := coming.popleft().result()) is not _END:
                coming.append(thread.submit(next, items, _END))
                yield item  # pyright: ignore[reportReturnType] - it is no end
        finally:
            thread.shutdown(cancel_futures=True)
