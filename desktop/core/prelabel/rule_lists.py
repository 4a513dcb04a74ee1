"""Word lists and pattern files of a project: what is found by rule beside a pipeline.

A word list is a CSV or TSV file: surface, label, attributes. Further columns may have the name of an attribute each
(with a header line), or there is one column ``attributes`` with ``name=value; name=value``; several values of one
attribute are joined by ``|``. Its labels are the project's. A pattern file has one JSON object a line, as spaCy's
EntityRuler reads them: ``{"label": "ORG", "pattern": "Apple"}`` or a list of token descriptions as pattern; its labels
go through the label map as a pipeline's do.

A list runs before the model, and wins where both found something, or after it, and fills what the model left free.
All lists of a project are one JSON text (``dump``), which is kept with the project and sent to the worker as it is.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast

from annotation_schema.model import Attributes, AttributeValue
from annotation_schema.schema import AttributeKind, AttributeSpec, Label, LabelSchema
from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.prelabel.label_map import ValueCheck

_FORM = 1
_MOST_PROBLEMS = 100
MOST_RULES = 200_000
"""In one list: more would take the worker's memory, and a pipeline of one's own does better."""


class When(StrEnum):
    """When a list runs, and who wins where list and model overlap."""

    BEFORE = "before"  # the list wins
    AFTER = "after"  # the model wins; the list fills gaps


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry: ``phrase``, exact words, or ``tokens``, a token pattern as JSON text; ``line`` of its file."""

    label: str
    phrase: str = ""
    tokens: str = ""
    attributes: tuple[tuple[str, AttributeValue], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class RuleList:
    """A word list or pattern file; ``name`` is that of the file."""

    name: str
    when: When
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class ReadList:
    """What could be read of a file; ``problems`` are sentences about lines that are left out."""

    rules: tuple[Rule, ...]
    problems: tuple[str, ...]


def read_file(path: Path, schema: LabelSchema) -> ReadList:
    """Read a word list (.csv, .tsv, .txt) or a pattern file (.jsonl); raises AppError if the file cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        said = translate("RuleLists", "{file} is not in UTF-8.").format(file=path.name)
        hint = translate("RuleLists", "Save it as UTF-8 and add it again.")
        raise AppError(ErrorCode.FILE_UNREADABLE, said, hint=hint) from error
    except OSError as error:
        said = translate("RuleLists", "{file} cannot be read: {reason}.")
        reason = error.strerror or str(error)
        raise AppError(ErrorCode.FILE_UNREADABLE, said.format(file=path.name, reason=reason)) from error
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return read_patterns(text)
    return read_words(text, schema, delimiter="\t" if path.suffix.lower() == ".tsv" else "")


# --- word lists ------------------------------------------------------------------------------


def read_words(text: str, schema: LabelSchema, *, delimiter: str = "") -> ReadList:
    """Read a word list; ``delimiter`` "" finds out whether it is a comma, a semicolon or a tab."""
    if not delimiter:
        first = text.split("\n", 1)[0]
        delimiter = max(",;\t", key=first.count)
    rules: list[Rule] = []
    problems: list[str] = []
    seen: set[tuple[str, str]] = set()
    columns = ["surface", "label", "attributes"]
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    for number, row in enumerate(_rows(reader, problems), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if number == 1 and [c.casefold() for c in cells[:2]] == ["surface", "label"]:
            columns = cells
            continue
        values = dict(zip(columns, cells, strict=False))
        values = {name.casefold() if name.casefold() in ("surface", "label") else name: v for name, v in values.items()}
        try:
            rule = _word(values, schema, reader.line_num)
        except ValueError as error:
            problems.append(_at_line(reader.line_num, str(error)))
            continue
        if (rule.phrase, rule.label) not in seen:
            seen.add((rule.phrase, rule.label))
            rules.append(rule)
    return _read(rules, problems)


def _rows(reader: Iterator[list[str]], problems: list[str]) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        problems.append(_at_line(getattr(reader, "line_num", 0), str(error)))


def _word(values: Mapping[str, str], schema: LabelSchema, line: int) -> Rule:
    surface, name = " ".join(values.get("surface", "").split()), values.get("label", "")
    if not surface:
        raise ValueError(translate("RuleLists", "there is no surface"))
    label = next((x for x in schema.labels if name.casefold() in (x.name.casefold(), x.title.casefold())), None)
    if label is None:
        names = ", ".join(x.name for x in schema.enabled_labels)
        said = translate("RuleLists", "the label “{label}” is none of the project’s: {names}")
        raise ValueError(said.format(label=name, names=names))
    wanted = {n: v for n, v in values.items() if n not in ("surface", "label", "attributes") and v}
    for part in values.get("attributes", "").split(";"):
        if part.strip():
            attribute, equals, value = part.partition("=")
            if not equals:
                said = translate("RuleLists", "“{part}” is not of the form name=value")
                raise ValueError(said.format(part=part.strip()))
            wanted[attribute.strip()] = value.strip()
    found = {name: _value(label, name, text) for name, text in wanted.items()}
    return Rule(label.name, surface, "", tuple(sorted(found.items())), line)


def _value(label: Label, name: str, text: str) -> AttributeValue:
    spec = label.attribute(name)
    if spec is None:
        said = translate("RuleLists", "{label} has no attribute “{name}”")
        raise ValueError(said.format(label=label.name, name=name))
    value = attribute_value(spec, text)
    if value is None or not ValueCheck([spec]).allows(name, value):
        said = translate("RuleLists", "“{text}” is not a value of “{name}”")
        raise ValueError(said.format(text=text, name=name))
    return value


def attribute_value(spec: AttributeSpec, text: str) -> AttributeValue | None:
    """Return what a text means as a value of an attribute; None if it means none."""
    match spec.kind:
        case AttributeKind.BOOLEAN:
            return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(text.casefold())
        case AttributeKind.NUMBER:
            try:
                number = float(text)
            except ValueError:
                return None
            return int(number) if number.is_integer() else number
        case _ if spec.multiple:
            return tuple(part.strip() for part in text.split("|") if part.strip())
        case _:
            return text


# --- pattern files -----------------------------------------------------------------------------


def read_patterns(text: str) -> ReadList:
    """Read a pattern file; whether spaCy understands a token pattern is for the worker to say."""
    rules: list[Rule] = []
    problems: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            rules.append(_pattern(json.loads(line), number))
        except (ValueError, RecursionError) as error:
            said = str(error) if type(error) is ValueError else translate("RuleLists", "it is not a JSON object")
            problems.append(_at_line(number, said))
    return _read(rules, problems)


def _pattern(value: object, line: int) -> Rule:
    if not isinstance(value, dict):
        raise ValueError(translate("RuleLists", "it is not a JSON object"))
    held = cast(dict[str, object], value)
    label, pattern = held.get("label"), held.get("pattern")
    if not isinstance(label, str) or not label.strip():
        raise ValueError(translate("RuleLists", "there is no label"))
    if isinstance(pattern, str) and pattern.strip():
        return Rule(label, " ".join(pattern.split()), line=line)
    tokens = cast(list[object], pattern) if isinstance(pattern, list) else []
    if tokens and all(isinstance(t, dict) for t in tokens):
        return Rule(label, tokens=json.dumps(tokens, ensure_ascii=False), line=line)
    raise ValueError(translate("RuleLists", "the pattern is neither words nor a list of token descriptions"))


def _read(rules: list[Rule], problems: list[str]) -> ReadList:
    if len(rules) > MOST_RULES:
        said = translate(
            "RuleLists", "Only the first %Ln entry is used.|Only the first %Ln entries are used.", MOST_RULES
        )
        problems.insert(0, said)
    if len(problems) > _MOST_PROBLEMS:
        more = len(problems) - _MOST_PROBLEMS
        problems[_MOST_PROBLEMS:] = [translate("RuleLists", "… and %Ln more.|… and %Ln more.", more)]
    return ReadList(tuple(rules[:MOST_RULES]), tuple(problems))


def _at_line(line: int, reason: str) -> str:
    return translate("RuleLists", "Line {line}: {reason}.").format(line=line, reason=reason)


# --- the stored form -----------------------------------------------------------------------------


def dump(lists: Sequence[RuleList]) -> str:
    """Return all lists as one JSON text, the same for equal ones; "" for none."""
    if not lists:
        return ""
    held = [
        {
            "name": one.name,
            "when": one.when.value,
            "rules": [[r.label, r.phrase, r.tokens, dict(r.attributes), r.line] for r in one.rules],
        }
        for one in lists
    ]
    return json.dumps({"form": _FORM, "lists": held}, ensure_ascii=False, separators=(",", ":"))


def parse(text: str) -> tuple[RuleList, ...]:
    """Return what ``dump`` gave; raises ValueError with a sentence for anything else."""
    if not text:
        return ()
    try:
        held = json.loads(text)
        if held["form"] != _FORM:
            raise ValueError("The word lists were written by a newer version of Pressmark.")
        return tuple(
            RuleList(str(x["name"]), When(x["when"]), tuple(_rule(r) for r in x["rules"])) for x in held["lists"]
        )
    except (KeyError, TypeError, IndexError, json.JSONDecodeError) as error:
        raise ValueError(f"The word lists cannot be read: {error}") from error


def _rule(held: Sequence[object]) -> Rule:
    label, phrase, tokens, attributes, line = held
    pairs = cast(dict[str, AttributeValue | list[str]], attributes)
    values = tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in pairs.items())
    return Rule(str(label), str(phrase), str(tokens), values, int(cast(int, line)))


def attributes_of(rule: Rule) -> Attributes:
    """Return a rule's attributes as a mapping."""
    return dict(rule.attributes)
