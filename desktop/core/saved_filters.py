"""Filters of the queue that a project keeps under names, to be chosen there and for exports.

They say which articles are meant, not in which order; JSON form "pressmark-filters/1". What a file of a newer program
holds and this one does not know is left out of sight, never guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from annotation_schema.model import Status
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.project import Project
from desktop.core.view import ArticleFilter, ArticleOrder
from desktop.core.words import status_title

KEY = "queue.filters"
FORMAT = "pressmark-filters/1"
_SETS = ("publishers", "languages", "labels", "annotators")
_TEXTS = ("text", "since", "until")
_SWITCHES = ("with_open_suggestions", "titles_only")


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter and its name."""

    name: str
    wanted: ArticleFilter


def saved(project: Project) -> tuple[SavedFilter, ...]:
    """Return the filters of a project in the order of their names."""
    held = project.setting(KEY)
    if not held:
        return ()
    top: object = json.loads(held)
    if not isinstance(top, dict) or cast("dict[str, object]", top).get("format") != FORMAT:
        return ()
    found = cast("dict[str, list[dict[str, object]]]", top)["filters"]
    return tuple(SavedFilter(str(one["name"]), _parsed(one)) for one in found)


def find(project: Project, name: str) -> SavedFilter:
    """Return the filter of that name. Raises AppError USAGE, which says what there is."""
    known = saved(project)
    for one in known:
        if one.name == name:
            return one
    hint = translate("Queue", "Its filters are: {names}.").format(names=", ".join(one.name for one in known))
    raise AppError(
        ErrorCode.USAGE,
        translate("Queue", "The project has no filter “{name}”.").format(name=name),
        hint=hint if known else translate("Queue", "It has none yet; they are saved in the window, beside the queue."),
    )


def for_export(project: Project, name: str) -> SavedFilter:
    """Return a filter with the name of whose statuses and labels count, so that it says the same to everybody."""
    one = find(project, name)
    personal = one.wanted.statuses or one.wanted.labels
    if personal and not one.wanted.annotators:
        return replace(one, wanted=replace(one.wanted, annotators=frozenset({project.annotator.name})))
    return one


def save(project: Project, name: str, wanted: ArticleFilter) -> SavedFilter:
    """Keep a filter under a name, in place of what had it. Raises AppError USAGE for a name of white space."""
    made = SavedFilter(_name(name), replace(wanted, order=ArticleOrder.IMPORTED))
    _keep(project, [*(one for one in saved(project) if one.name != made.name), made])
    return made


def rename(project: Project, name: str, new: str) -> SavedFilter:
    """Give a filter another name. Raises AppError USAGE if another one has it, or there is no such filter."""
    one, new = find(project, name), _name(new)
    rest = [other for other in saved(project) if other.name != name]
    if any(other.name == new for other in rest):
        raise AppError(
            ErrorCode.USAGE,
            translate("Queue", "There is a filter “{name}” already.").format(name=new),
            hint=translate("Queue", "Give another name, or delete that one first."),
        )
    made = replace(one, name=new)
    _keep(project, [*rest, made])
    return made


def delete(project: Project, name: str) -> None:
    """Forget a filter; nothing happens if there is none of that name."""
    _keep(project, [one for one in saved(project) if one.name != name])


def same(one: ArticleFilter, other: ArticleFilter) -> bool:
    """Say whether two filters mean the same articles."""
    return replace(one, order=ArticleOrder.IMPORTED) == replace(other, order=ArticleOrder.IMPORTED)


def words(wanted: ArticleFilter, schema: LabelSchema) -> str:
    """Return what a filter asks for in a few words, "" for one that lets everything through."""
    titles = {label.name: label.title for label in schema.labels}
    parts = [f"“{wanted.text.strip()}”"] if wanted.text.strip() else []
    parts += [status_title(status) for status in Status if status in wanted.statuses]
    parts += [titles.get(name, name) for name in sorted(wanted.labels)]
    parts += sorted(wanted.annotators) + sorted(wanted.publishers) + sorted(wanted.languages)
    if wanted.since and wanted.until:
        parts.append(f"{wanted.since} – {wanted.until}")
    elif wanted.since:
        parts.append(translate("Queue", "since {date}").format(date=wanted.since))
    elif wanted.until:
        parts.append(translate("Queue", "until {date}").format(date=wanted.until))
    if wanted.with_open_suggestions:
        parts.append(translate("Queue", "open suggestions"))
    return " · ".join(parts)


def dump(wanted: ArticleFilter) -> dict[str, object]:
    """Return a filter as JSON can hold it; what it does not ask for is not in it."""
    held: dict[str, object] = {key: getattr(wanted, key) for key in (*_TEXTS, *_SWITCHES)}
    held |= {key: sorted(getattr(wanted, key)) for key in _SETS}
    held["statuses"] = [status.value for status in Status if status in wanted.statuses]
    return {key: value for key, value in held.items() if value}


def parse(words: str) -> ArticleFilter:
    """Return the filter of ``dump`` in JSON; what is none asks for nothing."""
    try:
        held: object = json.loads(words) if words else {}
    except ValueError:
        held = {}
    return _parsed(cast("dict[str, object]", held)) if isinstance(held, dict) else ArticleFilter()


def _parsed(held: dict[str, object]) -> ArticleFilter:
    known = {status.value: status for status in Status}
    texts = {key: value for key in _TEXTS if isinstance(value := held.get(key), str)}
    switches = {key: held.get(key) is True for key in _SWITCHES}
    sets = {key: frozenset(_strings(held.get(key))) for key in _SETS}
    statuses = frozenset(known[value] for value in _strings(held.get("statuses")) if value in known)
    return replace(ArticleFilter(statuses=statuses), **texts, **switches, **sets)  # pyright: ignore[reportArgumentType]


def _strings(held: object) -> list[str]:
    return [x for x in cast("list[object]", held) if isinstance(x, str)] if isinstance(held, list) else []


def _keep(project: Project, filters: Iterable[SavedFilter]) -> None:
    ordered = sorted(filters, key=lambda one: (one.name.casefold(), one.name))
    held = {"format": FORMAT, "filters": [{"name": one.name, **dump(one.wanted)} for one in ordered]}
    project.set_setting(KEY, json.dumps(held, ensure_ascii=False))


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise AppError(
            ErrorCode.USAGE,
            translate("Queue", "A filter needs a name."),
            hint=translate("Queue", "Give one that is not empty."),
        )
    return name
