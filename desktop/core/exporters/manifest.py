"""What a dataset folder says of itself to a program: every file with its SHA-256, and how to write it again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from typing import cast

from annotation_schema.schema import LabelSchema
from desktop.core.exporters.facts import Facts
from desktop.core.exporters.report import ExportedFile, ExportOptions, SplitReport

FORMAT = "pressmark-dataset/1"
NAME = "manifest.json"


def tool_version() -> str:
    """Return this program's version; "" where it is not installed."""
    try:
        return version("pressmark")
    except PackageNotFoundError:
        return ""


def text(
    format: str,
    options: ExportOptions,
    schema: LabelSchema,
    facts: Facts,
    losses: Mapping[str, int],
    files: Sequence[ExportedFile],
    split: SplitReport | None,
) -> str:
    """Return the manifest as JSON: no times, fixed order."""
    held: dict[str, object] = {
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
        "files": [{"name": f.path, "sha256": f.sha256} for f in files],
    }
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


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
