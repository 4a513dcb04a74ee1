"""The time spent on articles: a clock that stops for the idle, and sums that stay in the project file."""

import sqlite3

import pytest
from builders import article, new_project

from annotation_schema.records import to_line
from desktop.core.errors import AppError
from desktop.core.project import Project
from desktop.core.storage import migrations
from desktop.core.storage.connection import open_connection
from desktop.core.work_time import IDLE_SECONDS, WorkClock, duration


def test_the_clock_counts_while_it_runs_and_somebody_is_there():
    clock = WorkClock(idle=60)
    clock.run(100)
    assert clock.take(130) == 30
    clock.sign_of_life(140)
    clock.run(150, running=False)
    assert clock.take(500) == 20
    clock.run(500)
    assert clock.take(501) == 1


def test_a_minute_without_a_sign_of_life_is_reading_and_what_follows_is_not():
    clock = WorkClock()
    clock.run(0)
    clock.sign_of_life(10)
    assert clock.is_counting(10 + IDLE_SECONDS - 1)
    assert not clock.is_counting(10 + IDLE_SECONDS)
    assert clock.take(5000) == 10 + IDLE_SECONDS
    clock.sign_of_life(6000)
    assert clock.take(6005) == 5


def test_nothing_is_counted_twice_however_often_one_looks():
    clock = WorkClock(idle=60)
    clock.run(0)
    assert sum(clock.take(n / 10) for n in range(1, 1201)) == pytest.approx(60)


def test_a_clock_that_stands_still_counts_no_sign_of_life():
    clock = WorkClock(idle=60)
    clock.sign_of_life(5)
    clock.sign_of_life(6)
    assert clock.take(7) == 0
    assert not clock.is_counting(7)


def test_durations_are_written_for_people():
    assert [duration(n) for n in (0, 65, 3599, 3600, 36061)] == ["0:00", "1:05", "59:59", "1:00:00", "10:01:01"]


def test_time_is_kept_by_article_and_annotator_and_is_no_step(tmp_path):
    first, second = article("a" * 20), article("b" * 20)
    with new_project(tmp_path, first, second) as project:
        path, ada = project.path, project.annotator.name
        one, two = project.article_ids()
        exported = [to_line(r) for r in project.records()]
        project.work_time.add({one: 61.5, two: 10.0})
        project.work_time.add({one: 0.25})
        assert project.work_time.seconds(one) == 61.75
        assert project.undo_words is None
        assert project.counts().todo == 2
    with Project.open(path, annotator="Ben") as project:
        assert project.work_time.seconds(one) == 0
        project.work_time.add({one: 30.0})
    with Project.open(path, annotator=ada) as project:
        assert project.work_time.seconds(one) == 61.75
        time = project.stats().time
        assert dict(time.annotators) == {ada: 72, "Ben": 30}
        assert (time.articles, time.median_seconds) == (2, 51)  # 91.75 and 10
        assert project.check() == []
        assert [to_line(r) for r in project.records()] == exported


def test_without_any_time_there_is_no_median(tmp_path):
    with new_project(tmp_path, article("One")) as project:
        time = project.stats().time
        assert (dict(time.annotators), time.articles, time.median_seconds) == ({}, 0, None)


def test_time_for_an_article_that_is_gone_is_left_out(tmp_path):
    with new_project(tmp_path, article("One")) as project:
        (one,) = project.article_ids()
        project.work_time.add({one: 1.0, 999_999: 5.0})
        assert dict(project.stats().time.annotators) == {project.annotator.name: 1}


def test_a_file_opened_to_read_takes_no_time(tmp_path):
    new_project(tmp_path, article("One")).close()
    with Project.open(tmp_path / "test.pressmark", readonly=True) as project:
        (one,) = project.article_ids()
        assert project.work_time.seconds(one) == 0
        with pytest.raises(AppError):
            project.work_time.add({one: 1.0})


def test_a_project_of_before_gets_the_table_and_a_copy_of_the_file_is_kept(tmp_path):
    new_project(tmp_path, article("One")).close()
    path = tmp_path / "test.pressmark"
    conn = open_connection(path)
    conn.execute("DROP TABLE work_time")
    conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'm0002_work_time'")
    assert migrations.pending(conn) == ["m0002_work_time"]
    conn.close()
    with Project.open(path) as project:
        (one,) = project.article_ids()
        project.work_time.add({one: 2.0})
        assert project.work_time.seconds(one) == 2.0
        assert project.check() == []
    before = sqlite3.connect(path.with_name(path.name + ".before-upgrade"))
    assert not before.execute("SELECT 1 FROM sqlite_master WHERE name = 'work_time'").fetchone()
    assert before.execute("SELECT count(*) FROM article").fetchone() == (1,)
    before.close()
