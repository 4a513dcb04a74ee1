"""Rate and time left: steady, following, not slowed by what is past."""

from __future__ import annotations

import pytest

from desktop.core.prelabel.pace import Pace, duration
from desktop.core.prelabel.session_types import Tally


def tally(seconds, articles, *, total=1_000, words=100):
    return Tally(articles=articles, words=articles * words, seconds=seconds, total=total)


def test_nothing_is_said_before_something_is_known():
    pace = Pace()
    for seconds, articles in ((0.2, 0), (0.4, 1), (0.6, 2), (0.8, 3)):
        pace.take(tally(seconds, articles))
        assert pace.words() == ""


def test_rate_and_time_left_of_a_steady_run():
    pace = Pace()
    for n in range(40):
        pace.take(tally(3 + n / 4, n * 5))
    assert pace.words_per_second == pytest.approx(2_000)
    assert pace.seconds_left == pytest.approx((1_000 - 195) / 20)
    assert pace.words() == "2,000 words a second, 40 s left"


def test_it_follows_a_change_within_its_window():
    pace = Pace()
    for n in range(100):
        pace.take(tally(n, n, total=100_000))
    for n in range(100):
        pace.take(tally(100 + n, 100 + n * 10, total=100_000))
    assert pace.words_per_second == pytest.approx(1_000, rel=0.05)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "1 s"), (89, "89 s"), (91, "2 min"), (3_600, "60 min"), (7_300, "2 h")]
)
def test_durations(seconds, words):
    assert duration(seconds) == words
