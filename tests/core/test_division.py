"""Splits of a project: groups stay together, nothing leaks unseen, and what is added moves nothing."""

from __future__ import annotations

import random

import pytest
from builders import article, at, record, span

from annotation_schema.model import Status
from desktop.core import near_duplicates
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import division
from desktop.core.exporters.division import divide
from desktop.core.exporters.door import export
from desktop.core.exporters.report import ExportFilter, ExportOptions, Grouping, SplitChoice
from desktop.core.project import Project
from desktop.core.resources import default_schema

RATIOS = (60.0, 20.0, 20.0)
PUBLISHERS = ("Courier", "Ledger", "Wire", "Daily", "Post", "Herald")


def text(number, *, changed=0):
    rng = random.Random(number)
    words = [f"w{rng.randrange(2_000)}" for _ in range(200)]
    words[: changed or 0] = ["new"] * changed
    return " ".join(words)


def made(number, *, changed=0, uid=None):
    day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
    body = text(number, changed=changed)
    one = article(uid or f"u{number:03}", text=body, publisher=PUBLISHERS[number % 6], published=day)
    label = "CLAIM" if number % 10 == 0 else "ACTOR"
    return record(one, span(label, at(body, body.split()[-1])), status=Status.DONE)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as opened:
        opened.add_articles([made(n) for n in range(60)])
        opened.add_articles([made(n, changed=3, uid=f"copy{n}") for n in range(0, 60, 3)])
        opened.add_articles([made(n, uid=f"same{n}") for n in range(0, 60, 10)])
        yield opened


def parts(project, **choice):
    split = SplitChoice(RATIOS, **choice)
    return divide(project, ExportOptions(split=split), split)


def test_copies_are_where_their_first_is(project):
    found = parts(project)
    for number in range(0, 60, 3):
        assert found.parts[f"copy{number}"] == found.parts[f"u{number:03}"]
    assert set(found.parts.values()) == {"train", "dev", "test"}
    assert found.report.leaks == 0
    assert sum(n for _, n in found.report.parts) == len(found.parts) == 86


def test_without_groups_the_leak_is_told(project):
    found = parts(project, grouping=Grouping.NONE)
    torn = [n for n in range(0, 60, 3) if found.parts[f"copy{n}"] != found.parts[f"u{n:03}"]]
    assert torn
    assert found.report.leaks >= 2 * len(torn)
    assert any(
        sentence.startswith("Near-duplicates") and "0 articles" not in sentence for sentence in found.report.checks
    )


@pytest.mark.parametrize("stratified", [False, True])
def test_what_is_added_moves_nothing(project, stratified):
    before = parts(project, stratified=stratified).parts
    project.add_articles([made(n) for n in range(100, 140)])
    project.add_articles([made(n, changed=2, uid=f"a{n}") for n in range(0, 60, 7)])  # sorts before its first
    after = parts(project, stratified=stratified).parts
    assert len(after) > len(before)
    assert {uid: after[uid] for uid in before} == before


def test_a_publisher_is_in_one_part(project):
    found = parts(project, grouping=Grouping.PUBLISHER, seed=3)
    where = {}
    for number in range(60):
        where.setdefault(PUBLISHERS[number % 6], set()).add(found.parts[f"u{number:03}"])
    assert all(len(names) == 1 for names in where.values())
    assert len(set(found.parts.values())) > 1
    assert "Publishers: none of 6 is in two parts." in found.report.checks


def test_older_train_newer_test(project):
    project.add_articles([article("undated", text="Nobody knows when this was.")])
    found = parts(project, grouping=Grouping.TIME)
    days = {}
    for number in range(60):
        day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
        days.setdefault(found.parts[f"u{number:03}"], []).append(day)
    assert max(days["train"]) < min(days["dev"])
    assert max(days["dev"]) < min(days["test"])
    assert found.parts["undated"] == "train"
    shares = {part: n / 87 for part, n in found.report.parts}
    assert shares["train"] == pytest.approx(0.6, abs=0.1)
    assert "No part begins before the one before it has ended." in found.report.checks


def test_rare_labels_are_in_all_parts_when_stratified(project):
    project.add_articles([made(n) for n in range(200, 500)])
    found = parts(project, stratified=True)
    rare = [part for uid, part in found.parts.items() if uid.startswith("u") and int(uid[1:]) % 10 == 0]
    assert len(rare) == 36
    for part, share in (("train", 0.6), ("dev", 0.2), ("test", 0.2)):
        assert abs(rare.count(part) - share * len(rare)) < 3


def test_only_what_is_exported_is_divided(project):
    split = SplitChoice(RATIOS)
    wanted = ExportOptions(split=split, filter=ExportFilter(since="2024-06", until="2024-06"))
    found = divide(project, wanted, split)
    assert 0 < len(found.parts) < 20


def test_a_part_without_articles_is_told(tmp_path):
    with Project.create(tmp_path / "p.pressmark", default_schema(), annotator="Ada") as opened:
        opened.add_articles([made(1)])
        found = parts(opened)
    assert sum("No article fell into" in sentence for sentence in found.report.checks) == 2


def test_cancelling(project):
    split = SplitChoice(RATIOS)
    with pytest.raises(AppError) as caught:
        divide(project, ExportOptions(split=split), split, cancelled=lambda: True)
    assert caught.value.code == ErrorCode.CANCELLED


def test_progress_goes_over_reading_and_comparing_and_cancelling_is_heard_in_both(project, monkeypatch):
    monkeypatch.setattr(division, "_TOLD", 10)
    monkeypatch.setattr(near_duplicates, "_TOLD", 10)
    split = SplitChoice(RATIOS)
    seen = []
    divide(project, ExportOptions(split=split), split, progress=seen.append)
    for comparing in (False, True):
        done = [one.done for one in seen if one.dividing and one.comparing == comparing]
        assert done == sorted(done) and len(done) > 4 and done[-1] > 75
    assert {one.total for one in seen} == {86} and seen[-1].done == 86
    for comparing in (False, True):
        phase = []

        def cancelled(comparing=comparing, phase=phase):
            return bool(phase) and phase[-1].comparing == comparing and phase[-1].done > 30

        with pytest.raises(AppError) as caught:
            divide(project, ExportOptions(split=split), split, cancelled=cancelled, progress=phase.append)
        assert caught.value.code == ErrorCode.CANCELLED
        assert phase[-1].comparing == comparing and phase[-1].done < 50  # at the next chance


def test_cancelling_a_split_leaves_the_old_files(project, tmp_path, monkeypatch):
    monkeypatch.setattr(division, "_TOLD", 10)
    out = tmp_path / "out"
    options = ExportOptions(split=SplitChoice(RATIOS))
    export(project, out, format="pressmark", options=options)
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    for comparing in (False, True):
        phase = []

        def cancelled(comparing=comparing, phase=phase):
            return any(one.comparing == comparing for one in phase)

        project.add_articles([made(200 + comparing)])
        with pytest.raises(AppError) as caught:
            export(project, out, format="pressmark", options=options, progress=phase.append, cancelled=cancelled)
        assert caught.value.code == ErrorCode.CANCELLED and not any(not one.dividing for one in phase)
        assert {p.name: p.read_bytes() for p in out.iterdir()} == before
        assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_labels_are_read_only_where_something_asks_for_them(project, monkeypatch):
    wanted = parts(project).parts
    monkeypatch.setattr(type(project), "records", None)
    assert parts(project).parts == wanted


def test_equal_texts_without_a_word_are_in_one_part(project):
    project.add_articles([article(f"dots{n}", text="… — …") for n in range(12)])
    project.add_articles([article("others", text="?!")])
    found = parts(project)
    assert len({found.parts[f"dots{n}"] for n in range(12)}) == 1
    assert found.report.leaks == 0


def test_a_date_that_is_in_no_order_counts_as_none_and_that_is_told(project):
    odd = ("31.05.2025", "yesterday", "-5", "2025/05/31")
    project.add_articles([article(f"odd{n}", text=f"Once upon {day}", published=day) for n, day in enumerate(odd)])
    found = parts(project, grouping=Grouping.TIME)
    assert {found.parts[f"odd{n}"] for n in range(len(odd))} == {"train"}
    assert any(said.startswith("4 articles have dates that do not say when") for said in found.report.checks)
    assert not any("yesterday" in said or "31.05" in said for said in found.report.checks)
