"""A project's label schema as its connections share it, and how it may grow: by what keeps every annotation valid.

An import may bring labels, attributes, values and links that the schema lacks. Nothing is ever taken away or renamed
here, so that what has been annotated stays as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotation_schema import schema_json
from annotation_schema.schema import AttributeSpec, Choice, Label, LabelSchema, RelationType
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.notices import Notices
from desktop.core.storage import settings
from desktop.core.storage.connection import Database
from desktop.core.view import Change, ChangeKind

_KEY = "schema"


class SharedSchema:
    """The schema of one project file; all objects of the file see it grow at once, on whatever thread they are."""

    def __init__(self, db: Database) -> None:
        """Read it from the file. Raises SchemaError."""
        with db.read() as conn:
            text = settings.get(conn, _KEY)
        self.now = schema_json.load(text, name=translate("Schema", "schema of {file}").format(file=db.path.name))

    def extend(self, db: Database, wanted: LabelSchema, notices: Notices, initiator: object | None) -> bool:
        """Store a schema that has all that this one has and more; gives whether anything was new.

        Its version counts up if it is the same. Raises AppError SCHEMA_INVALID with what would be lost or is wrong.
        """
        if wanted == self.now:
            return False
        lost = list(losses(self.now, wanted))
        if lost:
            raise AppError(ErrorCode.SCHEMA_INVALID, lost[0], details="\n".join(lost))
        if wanted.version == self.now.version:
            wanted = replace(wanted, version=next_version(wanted.version))
        text = stored(wanted)
        try:
            checked = schema_json.load(text)
        except schema_json.SchemaError as error:
            raise AppError(ErrorCode.SCHEMA_INVALID, error.findings[0], details=str(error)) from error
        with db.write() as conn:
            settings.put(conn, _KEY, text)
        self.now = checked
        notices.tell(Change(frozenset({ChangeKind.SCHEMA}), (), initiator))
        return True


def stored(schema: LabelSchema) -> str:
    """Return a schema as the project file keeps it."""
    return json.dumps(schema_json.dump(schema), ensure_ascii=False)


def next_version(version: str) -> str:
    """Return the version of a schema that a project has added to: "2" → "2+1" → "2+2"."""
    found = re.fullmatch(r"(.*)\+(\d+)", version, re.DOTALL)
    return f"{found[1]}+{int(found[2]) + 1}" if found else f"{version}+1"


def losses(old: LabelSchema, new: LabelSchema) -> Iterator[str]:
    """Yield a sentence for each thing that the old schema allows and the new one does not; nothing if it only grew."""
    for label in old.labels:
        found = new.label(label.name)
        if found is None:
            yield translate("Schema", "The label {label} would be gone.").format(label=label.name)
        else:
            yield from _label(label, found)
    for relation in old.relations:
        found = new.relation(relation.name)
        if found is None:
            yield translate("Schema", "The link {relation} would be gone.").format(relation=relation.name)
        else:
            yield from _relation(relation, found)
    owner = translate("Schema", "the article")
    yield from _attributes(owner, old.article_attributes, new.article_attributes)
    for name, choices in old.codebooks.items():
        if not _held(choices, new.codebooks.get(name, ())):
            yield translate("Schema", "The codebook {name} would lose values.").format(name=name)


def _label(old: Label, new: Label) -> Iterator[str]:
    yield from _attributes(old.name, old.attributes, new.attributes)
    same = (old.key, old.nesting) == (new.key, new.nesting) and old.enabled <= new.enabled
    if not same or not _fits(old.max_fragments, new.max_fragments):
        yield translate("Schema", "The label {label} would not be what it is.").format(label=old.name)


def _relation(old: RelationType, new: RelationType) -> Iterator[str]:
    yield from _attributes(old.name, old.attributes, new.attributes)
    grown = set(old.domain) <= set(new.domain) and set(old.range) <= set(new.range)
    allowed = old.enabled <= new.enabled and new.required <= old.required
    alternatives = _held(old.alternatives, new.alternatives)
    if not (grown and allowed and alternatives and _fits(old.max_per_source, new.max_per_source)):
        yield translate("Schema", "The link {relation} would not be what it is.").format(relation=old.name)


def _attributes(owner: str, old: Sequence[AttributeSpec], new: Sequence[AttributeSpec]) -> Iterator[str]:
    found = {spec.name: spec for spec in new}
    known = {spec.name for spec in old}
    for spec in old:
        there = found.get(spec.name)
        if there is None or replace(there, choices=spec.choices) != spec or not _held(spec.choices, there.choices):
            sentence = translate("Schema", "The attribute {attribute} of {owner} would lose something.")
            yield sentence.format(attribute=spec.name, owner=owner)
    for spec in new:
        if spec.required and spec.name not in known:
            sentence = translate("Schema", "The attribute {attribute} of {owner} would be asked of what is done.")
            yield sentence.format(attribute=spec.name, owner=owner)


def _held(old: Sequence[Choice], new: Sequence[Choice]) -> bool:
    found = {choice.value: choice for choice in new}
    return all(c.value in found and _held(c.children, found[c.value].children) for c in old)


def _fits(old: int | None, new: int | None) -> bool:
    return new is None or (old is not None and old <= new)
