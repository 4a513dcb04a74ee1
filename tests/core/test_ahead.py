"""Work ahead in another thread: the same items, the same errors, and nothing goes on once it is closed."""

import threading
from contextlib import closing

import pytest

from desktop.core.ahead import ahead


def test_the_items_come_in_their_order_from_one_other_thread():
    threads = set()

    def items():
        for n in range(50):
            threads.add(threading.get_ident())
            yield n

    assert list(ahead(items())) == list(range(50))
    assert len(threads) == 1
    assert threading.get_ident() not in threads
    assert list(ahead(iter([]))) == []


def test_items_are_made_while_one_is_used_but_never_many():
    made = []
    second = threading.Event()

    def items():
        for n in range(100):
            made.append(n)
            if n == 1:
                second.set()
            yield n

    with closing(ahead(items())) as coming:
        assert next(coming) == 0
        assert second.wait(60)
    assert len(made) <= 3


def test_an_error_comes_out_where_the_item_would_have_come():
    def items():
        yield 1
        raise OSError("gone")

    coming = ahead(items())
    assert next(coming) == 1
    with pytest.raises(OSError, match="gone"):
        next(coming)


def test_nothing_goes_on_once_it_is_closed():
    made = []

    def items():
        while True:
            made.append(threading.current_thread())
            yield len(made)

    coming = ahead(items())
    next(coming)
    coming.close()
    assert not made[0].is_alive()
    assert len(made) <= 3
