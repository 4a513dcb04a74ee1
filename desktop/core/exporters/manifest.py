"""What a dataset folder says of itself to a program: every file with its SHA-256, and how to write it again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from itertools import dropwhile
from pathlib import Path
from typing import cast

from annotation_schema.schema import LabelSchema
from desktop.core.exporters.facts import Facts
from desktop.core.exporters.report import ExportedFile, ExportOptions, SplitReport

FORMAT = "pressmark-dataset/1"
NAME = "manifest.json"
_FILES = '  "files": [\n'
_NAME, _DIGEST = '      "name": ', '      "sha256": '  # of a file, in the layout of ``write``


def tool_version() -> str:
    """Return this program's version; "" where it is not installed."""
    try:
        return version("pressmark")
    except PackageNotFoundError:
        return ""


def about(
    format: str,
    options: ExportOptions,
    schema: LabelSchema,
    facts: Facts,
    losses: Mapping[str, int],
    split: SplitReport | None,
) -> dict[str, object]:
    """Return what is in the manifest before its list of files: no times, fixed order."""
    return {
        "format": FORMAT,
        "tool": {"name": "pressmark", "version": tool_version()},
        "export": {"format": format, "options": plain(options)},
        "label_schema": {"name": schema.name, "version": schema.version},
        "articles": facts.articles,
        "spans": facts.spans,
        "relations": sum(facts.relations.values()),
        "parts": {part or "all": number for part, number in sorted(facts.parts.items())},
        "labels": dict(facts.label_totals()),
        "losses": dict(sorted(losses.items())),
        "split_checks": list(split.checks) if split else [],
    }


def listed(file: ExportedFile) -> dict[str, str]:
    """Return how the manifest has a file."""
    return {"name": file.path, "sha256": file.sha256}


def _json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, held: Mapping[str, object], name: str, items: Iterable[Mapping[str, str]]) -> None:
    """Write a JSON object whose last value is a list of ``items``, one of them in memory at a time. Raises OSError."""
    before, empty, after = json.dumps({**held, name: []}, ensure_ascii=False, indent=2).rpartition("[]")
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(before)
        begun = False
        for item in items:
            fields = (f"{_json(key)}: {_json(value)}" for key, value in item.items())
            file.write((",\n" if begun else "[\n") + "    {\n      " + ",\n      ".join(fields) + "\n    }")
            begun = True
        file.write(("\n  ]" if begun else empty) + after + "\n")


def files(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the files that a manifest lists, names and digests; nothing if it is none of ours. Raises OSError.

    As it was written it is read line by line; if somebody has laid it out anew, as a whole.
    """
    name = ""
    try:
        with path.open(encoding="utf-8") as lines:
            if next(lines, "") != "{\n" or next(lines, "") != f'  "format": "{FORMAT}",\n':
                yield from _files_of(path)
                return
            for line in dropwhile(lambda line: line != _FILES, lines):
                if line.startswith(_NAME):
                    name = _text(line.removeprefix(_NAME))
                elif line.startswith(_DIGEST) and name:
                    yield name, _text(line.removeprefix(_DIGEST))
    except ValueError:
        return


def _text(value: str) -> str:
    held: object = json.loads(value.rstrip(",\n"))
    return held if isinstance(held, str) else ""


def _files_of(path: Path) -> Iterator[tuple[str, str]]:
    try:
        held: object = json.loads(path.read_bytes())
    except RecursionError:
        return
    if not isinstance(held, dict) or cast("dict[str, object]", held).get("format") != FORMAT:
        return
    listed = cast("dict[str, object]", held).get("files")
    for one in cast("list[object]", listed) if isinstance(listed, list) else []:
        if isinstance(one, dict):
            found = cast("dict[str, object]", one)
            name, digest = found.get("name"), found.get("sha256")
            if isinstance(name, str) and isinstance(digest, str):
                yield name, digest


def plain(value: object) -> object:
    """Return options as JSON can hold them."""
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(str(plain(x)) for x in cast("frozenset[object]", value))
    if isinstance(value, tuple):
        return [plain(x) for x in cast("tuple[object, ...]", value)]
    return value
