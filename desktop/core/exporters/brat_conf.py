"""The names that a brat export writes, and the configuration from which brat knows and paints them."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from annotation_schema.schema import AttributeKind, AttributeSpec, LabelSchema

INDEX = "pressmark.index"
_NAME = re.compile("[A-Za-z0-9_-]+")


class Names:
    """Names of labels, relations, attributes as brat takes them: ``changed`` has those that are not as they were."""

    def __init__(self, schema: LabelSchema) -> None:
        """Begin with what the label schema has."""
        self._schema = schema
        self.changed: dict[str, str] = {}
        self._labels: dict[str, None] = {label.name: None for label in schema.labels}
        self._events: dict[str, dict[str, None]] = {}
        self._relations: dict[str, None] = {}
        self._attributes: dict[str, None] = {}

    def label(self, name: str) -> str:
        """Return a label's name in the files."""
        self._labels[name] = None
        return self._safe(name)

    def event(self, label: str) -> str:
        """Return the name of a label whose spans are triggers of events."""
        self._events.setdefault(label, {})
        return self._safe(label)

    def role(self, label: str, role: str) -> None:
        """Note that events of a label have an argument of that name."""
        self._events.setdefault(label, {})[role] = None

    def relation(self, name: str) -> str:
        """Return a relation type's name in the files."""
        self._relations[name] = None
        return self._safe(name)

    def attribute(self, name: str) -> str:
        """Return an attribute's name in the files."""
        self._attributes[name] = None
        return self._safe(name)

    def _safe(self, name: str) -> str:
        if _NAME.fullmatch(name):
            return name
        made = f"{re.sub('[^A-Za-z0-9_-]', '_', name)}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"
        self.changed[made] = name
        return made

    def _specs(self) -> list[AttributeSpec]:
        held = [*self._schema.labels, *self._schema.relations]
        return [spec for owner in held for spec in owner.attributes]

    def several(self) -> list[str]:
        """Return the names of attributes that take several values."""
        return sorted({spec.name for spec in self._specs() if spec.multiple})

    def annotation_conf(self) -> str:
        """Return the text of ``annotation.conf``: brat wants its four sections in this order."""
        schema = self._schema
        lines = ["[entities]", *(self._safe(x) for x in self._labels if x not in self._events), "", "[relations]"]
        known: set[str] = set()
        for kind in schema.relations:
            known.add(kind.name)
            domain, reach = ("|".join(map(self._safe, ends)) for ends in (kind.domain, kind.range))
            lines.append(f"{self._safe(kind.name)}\tArg1:{domain}, Arg2:{reach}")
        lines += [f"{self._safe(x)}\tArg1:<ANY>, Arg2:<ANY>" for x in self._relations if x not in known]
        lines += ["<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]"]
        for label, roles in self._events.items():
            arguments = ", ".join(f"{role}*:<ANY>" for role in roles)
            lines.append(f"{self._safe(label)}\t{arguments}".rstrip())
        lines += ["", "[attributes]"]
        written: dict[str, dict[str, None] | None] = {}  # values by name; None: any
        for spec in self._specs():
            if spec.name == "note":
                continue
            listed = written.setdefault(spec.name, {})
            if spec.kind is not AttributeKind.ENUM or spec.multiple:
                written[spec.name] = None
            elif listed is not None:  # labels may have attributes of one name: brat has one list for both
                listed.update(dict.fromkeys(quote(v, safe="/:+~!") for v in spec.values()))
        for name, values in written.items():
            choices = ", Value:" + "|".join(values) if values else ""
            lines.append(f"{self._safe(name)}\tArg:<ANY>{choices}")
        lines += [f"{self._safe(x)}\tArg:<ANY>" for x in self._attributes if x not in written]
        return "\n".join(lines) + "\n"

    def visual_conf(self) -> str:
        """Return the text of ``visual.conf``: titles and colours."""
        lines = ["[labels]"]
        for owner in (*self._schema.labels, *self._schema.relations):
            lines.append(f"{self._safe(owner.name)} | {_words(owner.title)}")
        known = {owner.name for owner in (*self._schema.labels, *self._schema.relations)}
        lines += [f"{self._safe(x)} | {_words(x)}" for x in (*self._labels, *self._relations) if x not in known]
        lines += ["", "[drawing]", "SPAN_DEFAULT\tfgColor:black, bgColor:#e8e8e8, borderColor:darken"]
        for label in self._schema.labels:
            lines.append(f"{self._safe(label.name)}\tbgColor:{label.light.tint}, borderColor:{label.light.ink}")
        lines.append("ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5")
        return "\n".join(lines) + "\n"


def _words(title: str) -> str:
    return " ".join(title.replace("|", "/").split())
