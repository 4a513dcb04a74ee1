"""What the palette offers: entries made from the table of actions, the current span's attributes, and articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QAction

from annotation_schema.model import AttributeValue, Span, SpanId
from annotation_schema.schema import AttributeKind, AttributeSpec, Choice, LabelSchema
from annotation_schema.wording import translate
from desktop.core import fuzzy
from desktop.core.actions import ActionSpec
from desktop.core.shortcuts import title
from desktop.core.view import ArticleRow
from desktop.ui.claims.items import choice_title


class Kind(StrEnum):
    """What an entry is; typed before the words, the sign looks among these only."""

    COMMAND = ">"
    VALUE = ":"
    ARTICLE = "@"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. ``key`` names it for what was chosen lately; ``run`` does it."""

    key: str
    kind: Kind
    target: fuzzy.Target
    run: Callable[[], object]
    detail: str = ""
    shortcuts: tuple[str, ...] = ()
    enabled: bool = True
    label: str = ""  # whose colour it has
    ticked: bool = False  # the value that the span has now

    @property
    def title(self) -> str:
        """The words that are searched."""
        return self.target.text


SetAttribute = Callable[[SpanId, str, AttributeValue | None], object]
SetAlternative = Callable[[SpanId, str, str | None], object]


def commands(specs: Sequence[ActionSpec], actions: Mapping[str, QAction]) -> Iterator[Entry]:
    """Yield an entry for every action of the table."""
    for spec in specs:
        action = actions[spec.id]
        words = action.text().replace("&&", "&") if spec.id.startswith("edit.") else title(spec)
        yield Entry(
            f"action:{spec.id}",
            Kind.COMMAND,
            fuzzy.Target.of(words.rstrip("…")),
            action.trigger,
            spec.group.shown,
            spec.shortcuts,
            action.isEnabled(),
            spec.label if spec.id.startswith("tag.") else "",
            action.isCheckable() and action.isChecked(),
        )


def values(
    span: Span, schema: LabelSchema, set_attribute: SetAttribute, set_alternative: SetAlternative
) -> Iterator[Entry]:
    """Yield “Kind: Demand” for each value that an attribute of the span can take, and what can stand for a link."""
    label = schema.label(span.label)
    if label is None:
        return
    names = {r.alternative_attribute for r in schema.enabled_relations if r.alternative_attribute}
    for spec in label.attributes:
        if spec.enabled and spec.name not in names:
            yield from _attribute(span, spec, set_attribute)
    for relation in schema.enabled_relations:
        if span.label not in relation.domain:
            continue
        now = span.attributes.get(relation.alternative_attribute)
        for choice in relation.alternatives:
            words = f"{relation.title}: {choice.title}"
            ticked = now == choice.value
            wanted = None if ticked else choice.value
            yield Entry(
                f"value:{span.label}/{relation.name}={choice.value}",
                Kind.VALUE,
                fuzzy.Target.of(words),
                lambda name=relation.name, value=wanted: set_alternative(span.id, name, value),
                choice.definition,
                label=span.label,
                ticked=ticked,
            )


def _attribute(span: Span, spec: AttributeSpec, set_attribute: SetAttribute) -> Iterator[Entry]:
    now = span.attributes.get(spec.name)
    chosen = now if isinstance(now, tuple) else () if now is None else (now,)
    offered: list[tuple[AttributeValue, str, str]] = []
    if spec.kind is AttributeKind.BOOLEAN:
        offered = [(True, translate("Claims", "Yes"), spec.definition)]
    elif spec.kind in (AttributeKind.ENUM, AttributeKind.HIERARCHY):
        notes = dict(_definitions(spec.choices))
        offered = [(v, choice_title(spec.choices, v), notes.get(v, "")) for v in spec.values()]
    for value, words, definition in offered:
        ticked = value in chosen
        wanted: AttributeValue | None = None if ticked else value
        if spec.multiple and isinstance(value, str):
            kept = tuple(str(v) for v in chosen if v != value)
            wanted = (kept if ticked else (*kept, value)) or None
        yield Entry(
            f"value:{span.label}/{spec.name}={value}",
            Kind.VALUE,
            fuzzy.Target.of(f"{spec.title}: {words}"),
            lambda wanted=wanted: set_attribute(span.id, spec.name, wanted),
            definition,
            label=span.label,
            ticked=ticked,
        )


def _definitions(choices: tuple[Choice, ...], prefix: str = "") -> Iterator[tuple[str, str]]:
    for choice in choices:
        yield prefix + choice.value, choice.definition
        yield from _definitions(choice.children, f"{prefix}{choice.value}/")


def article(row: ArticleRow, run: Callable[[], object]) -> Entry:
    """Return the entry that opens an article."""
    detail = " · ".join(x for x in (row.publisher, row.published) if x)
    words = " ".join(row.title.split()) or translate("Palette", "(no title)")
    return Entry(f"article:{row.id}", Kind.ARTICLE, fuzzy.Target.of(words), run, detail)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits what was typed."""

    entry: Entry
    positions: tuple[int, ...]


def find(entries: Sequence[Entry], query: str, recent: Sequence[str]) -> list[Hit]:
    """Return what fits: possible before impossible, then the best; with nothing typed, the latest first."""
    wanted = fuzzy.words(query)
    places = {key: n for n, key in enumerate(recent)}
    found: list[tuple[tuple[bool, float, int], Hit]] = []
    for n, entry in enumerate(entries):
        fit = fuzzy.match(wanted, entry.target)
        if fit is None:
            continue
        late = places.get(entry.key)
        bonus = 0.0 if late is None else (1000.0 - late if not wanted else 12.0 - late / 2)
        found.append(((not entry.enabled, -fit.score - bonus, n), Hit(entry, fit.positions)))
    found.sort(key=lambda x: x[0])
    return [hit for _, hit in found]


def split_sign(text: str) -> tuple[Kind | None, str]:
    """Return what kind the first character asks for, if it does, and the words."""
    text = text.lstrip()
    kind = next((k for k in Kind if text.startswith(k.value)), None)
    return kind, text[1:] if kind is not None else text
