"""Which part each exported article belongs to, and what was checked across parts.

Grouped by near-duplicates, a group goes by its article that was imported first, so that an article added later follows
it; by publisher, all of a publisher's articles go together; by time, the older ones train and the newer ones test, cut
between two days (an article without a date, or with one that is not written 2024-05-31, trains). Only the cuts in time
move when articles are added. Stratified, the articles (or groups, by their first) with the same labels are divided by
the ratios, in the order of import.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Generator, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, cast, overload

from annotation_schema.model import Article, ArticleId, ArticleRecord
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import selection
from desktop.core.exporters.names import Names, Places
from desktop.core.exporters.report import ExportOptions, ExportProgress, Grouping, SplitChoice, SplitReport
from desktop.core.near_duplicates import NearDuplicates
from desktop.core.project import Project
from desktop.core.split import PARTS, Stratified, part_of

_NAMED = 5
_DATED = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?=[T ]|$)", re.ASCII)
_DIGEST = 16
_TOLD = 100


class Item(NamedTuple):
    """What the division knows of an article."""

    uid: str
    text: bytes  # hash
    publisher: str
    published: str
    labels: str  # in order; "" where nobody asks for them


class Items(Sequence[Item]):
    """What the division knows of all articles, in some 100 bytes for each and its uid."""

    def __init__(self) -> None:
        """Begin without articles."""
        self.uids = Names()
        self._texts = bytearray()
        self._numbers = array("L")  # of publisher, date and labels among the words
        self._number_of: dict[str, int] = {}
        self._words: list[str] = []

    def add(self, item: Item) -> None:
        """Take the next article."""
        self.uids.append(item.uid)
        self._texts += item.text
        for word in (item.publisher, item.published, item.labels):
            if word not in self._number_of:
                self._number_of[word] = len(self._words)
                self._words.append(word)
            self._numbers.append(self._number_of[word])

    def __len__(self) -> int:
        return len(self.uids)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        uid = self.uids[index]
        at = index % len(self)
        publisher, published, labels = (self._words[n] for n in self._numbers[3 * at : 3 * at + 3])
        text = bytes(self._texts[_DIGEST * at : _DIGEST * (at + 1)])
        return Item(uid, text, publisher, published, labels)


class Parts(Mapping[str, str]):
    """The part of each article by its uid, in some 50 bytes for each."""

    def __init__(self, uids: Names, parts: Iterable[str]) -> None:
        """Take the parts in the order of the uids."""
        self._uids = uids
        self._places = Places(uids)
        self._parts = bytes(map(PARTS.index, parts))

    def __getitem__(self, uid: str) -> str:
        at = self._places.find(uid)
        if at is None:
            raise KeyError(uid)
        return PARTS[self._parts[at]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._uids)

    def __len__(self) -> int:
        return len(self._parts)


@dataclass(frozen=True, slots=True)
class Division:
    """The parts by uid, and what was checked, in the user's language; ``report_in_words`` has it in the one of now."""

    parts: Parts
    report: SplitReport
    report_in_words: Callable[[], SplitReport]


def divide(
    project: Project,
    options: ExportOptions,
    split: SplitChoice,
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[ExportProgress], None] | None = None,
) -> Division:
    """Read the articles to be exported once and return their parts.

    Takes some 0.5 ms and 0.5 KB an article. Raises AppError CANCELLED, and what reading raises.
    """

    def alive() -> None:
        if cancelled and cancelled():
            raise AppError(ErrorCode.CANCELLED, translate("Export", "The export was cancelled; nothing was written."))

    items = Items()
    near = NearDuplicates()
    within = selection.articles(project, options.filter)
    total = project.counts().total if within is None else len(within)
    with closing(_leaving(project, options, split, within)) as leaving:
        for article, labels in leaving:
            alive()
            digest = hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
            items.add(Item(article.uid, digest, article.publisher, article.published, labels))
            near.add(article.text)
            if progress and len(items) % _TOLD == 0:
                progress(ExportProgress(len(items), total, dividing=True))

    def text(number: int) -> str:
        found = project.article_id(items[number].uid)
        return project.article(found).text if found is not None else ""

    def compared(done: int) -> None:
        if progress:
            progress(ExportProgress(done, len(items), dividing=True, comparing=True))

    groups = array("q", near.groups(text, alive=alive, tell=compared))
    del near  # a quarter of a kilobyte for each article
    alive()
    parts = assigned(items, groups, split)
    alive()

    def report() -> SplitReport:
        return checked(items, groups, parts, split.ratios)

    return Division(Parts(items.uids, parts), report(), report)


def _leaving(
    project: Project, options: ExportOptions, split: SplitChoice, within: Collection[ArticleId] | None
) -> Generator[tuple[Article, str], None, None]:
    """Give the articles to be exported with their labels, which are read only where something asks for them."""
    leaves = selection.RecordFilter(options.filter)
    if leaves.whole and not split.stratified:
        with closing(cast("Generator[Article, None, None]", project.articles(within=within))) as articles:
            for article in articles:
                yield article, ""
        return
    with closing(cast("Generator[ArticleRecord, None, None]", project.records(within=within))) as records:
        for whole in records:
            record = leaves(whole)
            if record is not None:
                yield record.article, "|".join(sorted({s.label for held in record.annotations for s in held.spans}))


def assigned(items: Sequence[Item], groups: Sequence[int], split: SplitChoice) -> list[str]:
    """Return the part of each article; ``groups`` names the first article of the group of near-duplicates of each."""
    if split.grouping is Grouping.TIME:
        return _by_time(items, split.ratios)
    stratified = Stratified(split.ratios, split.seed)
    part_by_key: dict[str, str] = {}
    parts: list[str] = []
    for item, first in zip(items, groups, strict=True):
        key = item.uid
        if split.grouping is Grouping.DUPLICATES:
            key = items[first].uid
        elif split.grouping is Grouping.PUBLISHER and item.publisher:
            key = f"publisher\n{item.publisher.casefold()}"
        if key not in part_by_key:
            part_by_key[key] = (
                stratified.part_of(item.labels) if split.stratified else part_of(key, split.ratios, split.seed)
            )
        parts.append(part_by_key[key])
    return parts


def _by_time(items: Sequence[Item], ratios: Sequence[float]) -> list[str]:
    """Cut between days, where the shares are reached."""
    days = Counter(filter(None, (_day(item.published) for item in items)))
    dated, whole = sum(days.values()), sum(ratios)
    undated = len(items) - dated
    part_by_day: dict[str, str] = {}
    wanted = [part for part, ratio in zip(PARTS, ratios, strict=False) if ratio > 0]
    borders: list[float] = []
    reached = 0.0
    for ratio in ratios:
        if ratio > 0:
            reached += ratio / whole
            borders.append(reached * len(items))
    passed, at = float(undated), 0
    for day in sorted(days):
        # A day belongs to the part in which its middle article lies.
        while at < len(wanted) - 1 and passed + days[day] / 2 > borders[at]:
            at += 1
        part_by_day[day] = wanted[at]
        passed += days[day]
    return [part_by_day.get(_day(item.published), wanted[0]) for item in items]


def _day(published: str) -> str:
    """Return the day, month or year of a date that stands in order as text; "" of any other."""
    return found[1] if (found := _DATED.match(published)) else ""


def checked(items: Sequence[Item], groups: Sequence[int], parts: Sequence[str], ratios: Sequence[float]) -> SplitReport:
    """Look across the parts for what should be in one only."""
    counts = Counter(parts)
    exact = _across(lambda: (item.text for item in items), parts)
    near = _across(lambda: groups, parts)
    said: list[str] = []
    total = len(items)
    said.append(translate("Export", "%Ln article was compared.|%Ln articles were compared.", total))
    said.append(
        translate(
            "Export",
            "Equal texts: %Ln article has one in another part.|Equal texts: %Ln articles have one in another part.",
            exact,
        )
    )
    said.append(
        translate(
            "Export",
            "Near-duplicates (runs of five words, Jaccard from 0.8): %Ln article has one in another part."
            "|Near-duplicates (runs of five words, Jaccard from 0.8): %Ln articles have one in another part.",
            near,
        )
    )
    said.append(_publishers(items, parts))
    said.extend(_dates(items, parts))
    odd = sum(bool(item.published) and not _day(item.published) for item in items)
    if odd:
        said.append(
            translate(
                "Export",
                "%Ln article has a date that does not say when (2024-05-31 would): it counts as undated."
                "|%Ln articles have dates that do not say when (2024-05-31 would): they count as undated.",
                odd,
            )
        )
    for part, ratio in zip(PARTS, ratios, strict=False):
        if ratio > 0 and part not in counts:
            said.append(
                translate("Export", "No article fell into {part}: there are too few for its share.").format(part=part)
            )
    used = [part for part in PARTS if part in counts]
    return SplitReport(tuple((part, counts[part]) for part in used), tuple(said), max(exact, near))


def _across(keys: Callable[[], Iterable[Hashable]], parts: Sequence[str]) -> int:
    """Return how many have the same key as one of another part; ``keys`` gives them anew, in the order of the parts."""
    once: set[Hashable] = set()
    several: set[Hashable] = set()
    for key in keys():
        (several if key in once else once).add(key)
    del once
    number = Counter[Hashable]()
    where: dict[Hashable, str] = {}
    torn: set[Hashable] = set()
    for key, part in zip(keys(), parts, strict=True):
        if key in several:
            number[key] += 1
            if where.setdefault(key, part) != part:
                torn.add(key)
    return sum(number[key] for key in torn)


def _publishers(items: Sequence[Item], parts: Sequence[str]) -> str:
    where: defaultdict[str, set[str]] = defaultdict(set)
    for item, part in zip(items, parts, strict=True):
        if item.publisher:
            where[item.publisher].add(part)
    shared = sorted(name for name, found in where.items() if len(found) > 1)
    if not shared:
        return translate("Export", "Publishers: none of {all} is in two parts.").format(all=len(where))
    some = ", ".join(shared[:_NAMED]) + (", …" if len(shared) > _NAMED else "")
    return translate("Export", "Publishers: {shared} of {all} are in two parts or more ({names}).").format(
        shared=len(shared), all=len(where), names=some
    )


def _dates(items: Sequence[Item], parts: Sequence[str]) -> list[str]:
    span: dict[str, tuple[str, str]] = {}
    for item, part in zip(items, parts, strict=True):
        if day := _day(item.published):
            low, high = span.get(part, (day, day))
            span[part] = min(low, day), max(high, day)
    sentence = translate("Export", "Dates of {part}: {first} to {last}.")
    said = [sentence.format(part=part, first=span[part][0], last=span[part][1]) for part in PARTS if part in span]
    used = [part for part in PARTS if part in span]
    if len(used) > 1 and all(span[a][1] < span[b][0] for a, b in pairwise(used)):
        said.append(translate("Export", "No part begins before the one before it has ended."))
    elif len(used) > 1:
        said.append(translate("Export", "The parts overlap in time."))
    return said
