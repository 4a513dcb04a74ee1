"""What annotation tools that work on tasks have in common: a JSON object with a text, and labels on places in it.

An article of ours inside a task is under ``pressmark`` (``foreign.own_article``); any other is made of the object's
fields as in JSON Lines (``fields.article_from``), without those that hold annotations.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from annotation_schema.model import Article, Fragment
from annotation_schema.offsets import merge
from annotation_schema.wording import translate
from desktop.core.foreign.model import ForeignRelation, ForeignSpan, Scalar, Value
from desktop.core.foreign.own_article import article_of
from desktop.core.readers.fields import FieldsError, article_from, source_id
from desktop.core.readers.positions import Positions
from desktop.core.readers.report import Report, printable

OWN = "pressmark"


@dataclass
class Task:
    """One task under way: its article, and what is found on it."""

    path: Path
    line: int | None
    name: str
    report: Report
    article: Article
    positions: Positions
    shift: int  # code points of a headline that was put before the task's text
    spans: dict[str, ForeignSpan] = field(default_factory=dict[str, ForeignSpan])
    relations: list[ForeignRelation] = field(default_factory=list[ForeignRelation])

    def tell(self, reason: str) -> None:
        """Report what is left out; the task is kept."""
        self.report.problem(self.path, self.name or None, self.line, reason, skipped=False)

    def add(
        self,
        key: str,
        label: object,
        place: Fragment | None,
        *,
        said: str = "",
        values: Mapping[str, Value] | None = None,
        kept: Mapping[str, Scalar] | None = None,
    ) -> bool:
        """Add a span, or one more part of the span of that key; False, and a report, if it cannot be one.

        ``place`` is in code points of the task's text; ``said`` is how the file describes the place, for the report.
        """
        if not isinstance(label, str) or not label.strip():
            self.tell(translate("Import", "A span ({place}) has no label; it is left out.").format(place=said))
            return False
        if place is None:
            sentence = translate("Import", "{label}: {place} is no place in the text; it is left out.")
            self.tell(sentence.format(label=label[:60], place=said))
            return False
        here = Fragment(place.start + self.shift, place.end + self.shift)
        before = self.spans.get(key)
        if before is not None and before.type == label:
            self.spans[key] = ForeignSpan(
                key, label, merge((*before.fragments, here)), before.values, before.note, before.kept
            )
        else:
            self.spans[key] = ForeignSpan(key, label, (here,), values or {}, "", kept or {})
        return True

    def code_points(self, start: object, end: object) -> Fragment | None:
        """Return the place that two numbers of the file mean."""
        if not _is_number(start) or not _is_number(end):
            return None
        return self.positions.of_code_points(cast("int", start), cast("int", end))

    def link(
        self, key: str, label: object, source: str | None, target: str | None, values: Mapping[str, Value]
    ) -> None:
        """Add a relation between the spans of two keys, or report that an end is missing."""
        if not isinstance(label, str) or not label.strip() or source is None or target is None:
            self.tell(translate("Import", "A link has no type, or an end that is no span; it is left out."))
            return
        self.relations.append(ForeignRelation(key, label, source, target, values))


def task(
    held: Mapping[str, object],
    path: Path,
    line: int | None,
    report: Report,
    *,
    annotations: Collection[str],
    number: int | None = None,
) -> Task | None:
    """Return a task for an object, without annotations yet, or None after a report.

    ``annotations``: names of the fields that hold annotations and are no metadata of the article. ``number``: the
    task's place in a file without lines, by which it is named if it has no id.
    """
    named = line if number is None else number
    name = source_id(held) or (str(named) if named is not None else "")
    own = held.get(OWN)
    text = held.get("text")
    if isinstance(own, dict) and isinstance(text, str):
        made = article_of(cast("dict[str, object]", own).get("article"), text)
        if made is not None and "\r" not in text and not text.startswith("\ufeff"):
            report.at(made.uid, path, line)
            return Task(path, line, name, report, made, Positions(text), 0)
    fields = {key: value for key, value in held.items() if key not in annotations and key != OWN}
    provenance: dict[str, object] = {"file": printable(path.name)}
    if line is not None:
        provenance["line"] = line
    try:
        made = article_from(fields, provenance)
    except FieldsError as error:
        report.problem(path, name or None, line, str(error))
        return None
    positions = Positions(text if isinstance(text, str) else made.text)
    report.at(made.uid, path, line)
    return Task(path, line, name, report, made, positions, len(made.text) - len(positions.text))


def objects_in(held: object) -> list[dict[str, object]]:
    """Return the objects of a list; anything else has none."""
    if not isinstance(held, list):
        return []
    return [cast("dict[str, object]", one) for one in cast("list[object]", held) if isinstance(one, dict)]


def scalars(held: Mapping[str, object], known: Collection[str]) -> dict[str, Scalar]:
    """Return the plain values that are not under a known name."""
    return {k: v for k, v in held.items() if k not in known and isinstance(v, str | int | float | bool)}


def place_words(start: object, end: object) -> str:
    """Return how two numbers of a file are shown."""
    return f"{start}–{end}"[:60]


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
