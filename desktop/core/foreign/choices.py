"""What a person decides about a mapping, row by row: each type, attribute, link and event with what it may become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from enum import StrEnum

from annotation_schema.reserved import SPAN_ATTRIBUTES
from annotation_schema.schema import AttributeSpec, Choice, LabelSchema
from annotation_schema.wording import translate
from desktop.core.foreign.inventory import ARTICLE, Inventory
from desktop.core.foreign.mapping import AttributeTarget, EventTarget, LabelTarget, Mapping, RelationTarget
from desktop.core.foreign.proposal import attribute_target, completed, safe_name, schema_with
from desktop.core.view import LabelMap
from desktop.core.words import number

_VALUES = 6

Target = LabelTarget | AttributeTarget | RelationTarget | EventTarget | None


class Kind(StrEnum):
    """What a row is about."""

    TYPE = "type"
    ATTRIBUTE = "attribute"
    RELATION = "relation"
    EVENT = "event"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in the source; ``owner`` is the type of an attribute, the event of a role."""

    kind: Kind
    owner: str
    name: str
    count: int
    examples: tuple[str, ...] = ()

    @property
    def inner(self) -> bool:
        """Whether the row belongs to the one before it that does not."""
        return self.kind in (Kind.ATTRIBUTE, Kind.ROLE)


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a row may become; ``new``: the project does not have it yet."""

    words: str
    target: Target
    new: bool = False


class Choices:
    """The rows of an inventory and the mapping that follows from what is chosen for them."""

    def __init__(
        self, found: Inventory, schema: LabelSchema, mapping: Mapping | None = None, label_map: LabelMap | None = None
    ) -> None:
        """Begin with a mapping, and with what ``propose`` has for the rest."""
        self._found = found
        self._schema = schema
        self._label_map = label_map
        self.mapping: Mapping = completed(mapping, found, schema, label_map)
        self.rows = tuple(self._rows())

    def load(self, mapping: Mapping) -> None:
        """Take over a mapping from a file."""
        self.mapping = completed(mapping, self._found, self._schema, self._label_map)

    def _rows(self) -> list[Row]:
        found, rows = self._found, list[Row]()
        for name, count in found.types.most_common():
            rows.append(Row(Kind.TYPE, "", name, count, tuple(found.examples.get(name, ()))))
            rows += self._attributes(name)
        for name, pairs in sorted(found.relations.items()):
            ends = tuple(f"{a} → {b}" for (a, b), _ in pairs.most_common(_VALUES))
            rows.append(Row(Kind.RELATION, "", name, pairs.total(), ends))
            rows += self._attributes(ARTICLE + name)
        for name, count in found.events.most_common():
            rows.append(Row(Kind.EVENT, "", name, count))
            roles: dict[str, dict[str, int]] = {}
            for (event, role, kind), times in found.roles.items():
                if event == name:
                    roles.setdefault(role, {})[kind] = times
            for role, kinds in sorted(roles.items()):
                rows.append(Row(Kind.ROLE, name, role, sum(kinds.values()), tuple(sorted(kinds))))
        return rows + self._attributes(ARTICLE)

    def _attributes(self, owner: str) -> list[Row]:
        held = sorted((name, counts) for (kind, name), counts in self._found.attributes.items() if kind == owner)
        return [
            Row(
                Kind.ATTRIBUTE,
                owner,
                name,
                counts.values.total(),
                tuple(f"{value} ({number(times)})" for value, times in counts.values.most_common(_VALUES)),
            )
            for name, counts in held
        ]

    # --- what a row may become -------------------------------------------------------------

    def options(self, row: Row) -> list[Option]:
        """Return what a row may become; empty if what it belongs to is left out."""
        leave = Option(translate("Import", "Leave out"), None)
        match row.kind:
            case Kind.TYPE:
                known = [Option(x.title, LabelTarget(x.name)) for x in self._schema.labels]
                new = self._new(safe_name(row.name), {x.name for x in self._schema.labels}, LabelTarget)
            case Kind.ATTRIBUTE:
                specs = self._specs(row.owner)
                if specs is None:
                    return []
                known = [Option(title, AttributeTarget(name)) for name, title in specs]
                new = self._new(safe_name(row.name), {name for name, _ in specs}, AttributeTarget)
            case Kind.EVENT:
                roles = sorted({role for event, role, _ in self._found.roles if event == row.name})
                words = translate("Import", "The span of its {role}")
                links = self._links_of(row.name)
                known = [Option(translate("Import", "The span of its trigger"), EventTarget("", links))]
                known += [Option(words.format(role=role), EventTarget(role, links)) for role in roles]
                new = []
            case Kind.RELATION | Kind.ROLE:
                event = self.mapping.events.get(row.owner)
                if row.kind is Kind.ROLE and (event is None or event.span == row.name):
                    return []  # what becomes the event's span needs no link
                known = list[Option]()
                for kind in self._schema.relations:
                    known.append(Option(kind.title, RelationTarget(kind.name)))
                    back = translate("Import", "{relation}, the other way round").format(relation=kind.title)
                    known.append(Option(back, RelationTarget(kind.name, reverse=True)))
                new = self._new(safe_name(row.name), {x.name for x in self._schema.relations}, RelationTarget)
        found = [*known, *new, leave]
        chosen = self.target(row)
        if all(option.target != chosen for option in found):
            found.insert(0, Option(self._words(chosen), chosen))
        return found

    def _new(
        self, name: str, there: set[str], make: type[LabelTarget | AttributeTarget | RelationTarget]
    ) -> list[Option]:
        if name in there:
            return []
        words = translate("Import", "Create “{name}”").format(name=name)
        return [Option(words, make(name), new=True)]

    def _specs(self, owner: str) -> list[tuple[str, str]] | None:
        """Return name and title of the attributes that what an owner becomes has; None if it is left out."""
        if owner.startswith(ARTICLE) and owner != ARTICLE:
            left_out = self.mapping.relations.get(owner.removeprefix(ARTICLE)) is None
        else:
            left_out = owner != ARTICLE and self.mapping.types.get(owner) is None
        if left_out:
            return None
        return list({spec.name: (spec.name, spec.title) for spec in self._attribute_specs(owner)}.values())

    def _attribute_specs(self, owner: str) -> tuple[AttributeSpec, ...]:
        """Return the attributes that what an owner becomes has."""
        if owner == ARTICLE:
            return self._schema.article_attributes
        if owner.startswith(ARTICLE):
            to = self.mapping.relations.get(owner.removeprefix(ARTICLE))
            relation = self._schema.relation(to.relation) if to is not None else None
            return relation.attributes if relation is not None else ()
        target = self.mapping.types.get(owner)
        label = self._schema.label(target.label) if target is not None else None
        return (*(label.attributes if label is not None else ()), *SPAN_ATTRIBUTES)

    def _links_of(self, event: str) -> dict[str, RelationTarget]:
        target = self.mapping.events.get(event)
        if target is not None:
            return dict(target.arguments)
        roles = {role for name, role, _ in self._found.roles if name == event}
        return {role: RelationTarget(safe_name(role)) for role in sorted(roles)}

    def _words(self, target: Target) -> str:
        match target:
            case LabelTarget(label, attributes):
                known = self._schema.label(label)
                title = known.title if known is not None else label
                held = ", ".join(f"{name}: {value}" for name, value in attributes.items())
                return f"{title} ({held})" if held else title
            case AttributeTarget(attribute, values):
                words = translate("Import", "{attribute}, %n value renamed|{attribute}, %n values renamed", len(values))
                return words.format(attribute=attribute) if values else attribute
            case RelationTarget(relation, reverse):
                back = translate("Import", "{relation}, the other way round")
                return back.format(relation=relation) if reverse else relation
            case EventTarget(span, _):
                return translate("Import", "The span of its {role}").format(role=span)
            case None:
                return translate("Import", "Leave out")

    # --- choosing --------------------------------------------------------------------------

    def target(self, row: Row) -> Target:
        """Return what a row becomes."""
        match row.kind:
            case Kind.TYPE:
                return self.mapping.types.get(row.name)
            case Kind.ATTRIBUTE:
                return attribute_target(self.mapping, row.owner, row.name)
            case Kind.RELATION:
                return self.mapping.relations.get(row.name)
            case Kind.EVENT:
                return self.mapping.events.get(row.name)
            case Kind.ROLE:
                event = self.mapping.events.get(row.owner)
                return event.arguments.get(row.name) if event is not None else None

    def chosen(self, row: Row, options: Sequence[Option]) -> int:
        """Return the place of what is chosen for a row among its options."""
        target = self.target(row)
        return next((n for n, option in enumerate(options) if option.target == target), -1)

    def choose(self, row: Row, option: Option) -> None:
        """Let a row become something."""
        at, held = option.target, self.mapping
        if row.kind is Kind.TYPE and (at is None or isinstance(at, LabelTarget)):
            self.mapping = replace(held, types={**held.types, row.name: at})
        elif row.kind is Kind.ATTRIBUTE and (at is None or isinstance(at, AttributeTarget)):
            self.mapping = replace(held, attributes={**held.attributes, f"{row.owner}.{row.name}": at})
        elif row.kind is Kind.RELATION and (at is None or isinstance(at, RelationTarget)):
            self.mapping = replace(held, relations={**held.relations, row.name: at})
        elif row.kind is Kind.EVENT and (at is None or isinstance(at, EventTarget)):
            self.mapping = replace(held, events={**held.events, row.name: at})
        elif row.kind is Kind.ROLE and (at is None or isinstance(at, RelationTarget)):
            event = held.events.get(row.owner)
            if event is not None:
                links = {role: to for role, to in event.arguments.items() if role != row.name}
                links = {**links, row.name: at} if at is not None else links
                self.mapping = replace(held, events={**held.events, row.owner: replace(event, arguments=links)})

    # --- values ----------------------------------------------------------------------------

    def values(self, row: Row) -> list[tuple[str, int, str]]:
        """Return the values of an attribute, most frequent first: (value, count, what it becomes).

        There are none where the attribute is left out, or is free text of too many values to be counted.
        """
        counts = self._found.attributes.get((row.owner, row.name)) if row.kind is Kind.ATTRIBUTE else None
        to = self.target(row)
        if counts is None or counts.free or not isinstance(to, AttributeTarget) or self._specs(row.owner) is None:
            return []
        known = {word.casefold(): value for value, title in self.value_options(row) for word in (title, value)}
        return [
            (value, times, to.values.get(value, known.get(value.strip().casefold(), value)))
            for value, times in counts.values.most_common()
        ]

    def value_options(self, row: Row) -> list[tuple[str, str]]:
        """Return value and title of the choices of the attribute that a row becomes; none if it takes any text."""
        to = self.target(row)
        if not isinstance(to, AttributeTarget):
            return []
        spec = next((spec for spec in self._attribute_specs(row.owner) if spec.name == to.attribute), None)
        return list(_titled(spec.choices)) if spec is not None else []

    def rename(self, row: Row, values: Map[str, str]) -> None:
        """Let values of an attribute become others; one that becomes itself need not be given."""
        to = self.target(row)
        if isinstance(to, AttributeTarget):
            kept = {value: new for value, new in values.items() if new.strip() and new != value}
            self.choose(row, Option("", replace(to, values=kept)))

    def create_missing(self, wanted: bool) -> None:
        """Create all that the project lacks, as proposed; or leave out what would be created."""
        proposed = Choices(self._found, self._schema, label_map=self._label_map)
        for row in self.rows:
            options = self.options(row)
            at = self.chosen(row, options)
            if at < 0:
                continue
            if not wanted and self._lacking(options[at].target, row):
                self.choose(row, Option("", None))
            elif wanted and options[at].target is None:
                self.choose(row, Option("", proposed.target(row)))

    def _lacking(self, target: Target, row: Row) -> bool:
        """Say whether the project has nothing of that name."""
        match target:
            case LabelTarget(label, _):
                return self._schema.label(label) is None
            case AttributeTarget(attribute, _):
                return attribute not in {name for name, _ in self._specs(row.owner) or []}
            case RelationTarget(relation, _):
                return self._schema.relation(relation) is None
            case _:
                return False

    # --- what follows ----------------------------------------------------------------------

    def created(self) -> tuple[str, ...]:
        """Return the titles of what the project would get: labels, links, attributes as "label: attribute"."""
        grown, old = schema_with(self._schema, self.mapping, self._found), self._schema
        found = [x.title for x in grown.labels if old.label(x.name) is None]
        link = translate("Import", "link {name}")
        found += [link.format(name=x.title) for x in grown.relations if old.relation(x.name) is None]
        owners = [(x.title, x.attributes, old.label(x.name)) for x in grown.labels]
        owners += [(x.title, x.attributes, old.relation(x.name)) for x in grown.relations]
        for title, specs, before in owners:
            known = {spec.name for spec in before.attributes} if before is not None else set[str]()
            found += [f"{title}: {spec.title}" for spec in specs if spec.name not in known]
        about = {spec.name for spec in old.article_attributes}
        return (*found, *(spec.title for spec in grown.article_attributes if spec.name not in about))

    def spans(self) -> tuple[int, int]:
        """Return how many spans are taken over, of how many."""
        kept = sum(n for name, n in self._found.types.items() if self.mapping.types.get(name) is not None)
        return kept, self._found.types.total()


def _titled(choices: Sequence[Choice], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield the value (the path, in a codebook) and the title of each choice, a parent before its children."""
    for choice in choices:
        path = prefix + choice.value
        yield path, choice.title
        yield from _titled(choice.children, f"{path}/")
