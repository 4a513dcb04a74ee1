"""Which annotated format a JSON, JSON Lines or TSV file is, by how it begins; only where that is certain.

The extension says nothing there: articles, Prodigy's tasks and doccano's examples are all ``.jsonl``.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import cast

EXTENSIONS = frozenset((".json", ".jsonl", ".ndjson", ".tsv"))
_HEAD = 1 << 16
_LINE = 1 << 20
_PRODIGY = frozenset(("_task_hash", "_input_hash", "_view_id", "_annotator_id"))
_TASK = re.compile(r'"(annotations|predictions|completions)"\s*:\s*\[')
_DATA = re.compile(r'"data"\s*:\s*\{')
_CAS = re.compile(r'"%(FEATURE_STRUCTURES|TYPES)"\s*:')
_LISTS = {
    "label": "doccano",
    "labels": "doccano",
    "entities": "doccano",
    "spans": "prodigy",
    "annotations": "label-studio",
    "result": "label-studio",
}
_CONTEXT = re.compile(r'"@context"\s*:\s*\[?\s*"http://www\.w3\.org/ns/anno\.jsonld"')


def sniff(path: Path) -> str:
    """Return the name of the format, or "" if it is another one or cannot be told."""
    if path.suffix.lower() not in EXTENSIONS:
        return ""
    try:
        with path.open("rb") as file:
            line = file.readline(_LINE)
            file.seek(0)
            head = file.read(_HEAD).decode("utf-8-sig", "ignore")
    except OSError:  # its reader will say so
        return ""
    if path.suffix.lower() == ".tsv":
        return "webanno-tsv" if head.startswith("#FORMAT=WebAnno TSV 3") else ""
    try:
        held: object = json.loads(line)
    except (ValueError, RecursionError):
        held = None
    if _CONTEXT.search(head[:1000]):
        return "web-annotation"
    if isinstance(held, dict):
        return _of_object(cast("dict[str, object]", held))
    if _CAS.search(head):
        return "cas-json"
    return "label-studio" if _DATA.search(head) and _TASK.search(head) else ""


def _of_object(held: dict[str, object]) -> str:
    """Return the format of a file whose first line is an object."""
    if "%FEATURE_STRUCTURES" in held:
        return "cas-json"
    if isinstance(held.get("data"), dict):
        tasks = any(isinstance(held.get(name), list) for name in ("annotations", "predictions", "completions"))
        return "label-studio" if tasks else ""
    if not isinstance(held.get("text"), str):
        return ""
    ours = isinstance(held.get("pressmark"), dict)
    if _PRODIGY & held.keys() or (ours and "tokens" in held) or _all_have(held.get("spans"), "start", "end", "label"):
        return "prodigy"
    if ours and ("entities" in held or "label" in held):
        return "doccano"
    return "doccano" if _all_have(held.get("entities"), "start_offset", "end_offset", "label") else ""


def _all_have(held: object, *names: str) -> bool:
    """Say whether it is a list of at least one object, all with these keys."""
    items = cast("list[object]", held) if isinstance(held, list) else []
    return bool(items) and all(isinstance(item, dict) and set(names) <= item.keys() for item in items)


def likely(path: Path) -> str:
    """Return the format that a JSON Lines file might be of by the names of its lists, where ``sniff`` cannot tell."""
    if path.suffix.lower() not in EXTENSIONS - {".tsv"} or sniff(path):
        return ""
    try:
        with path.open("rb") as file:
            held: object = json.loads(file.readline(_LINE))
    except (OSError, ValueError, RecursionError):
        return ""
    record = cast("dict[str, object]", held) if isinstance(held, dict) else {}
    if str(record.get("format", "")).startswith("pressmark/"):
        return ""
    return next((name for key, name in _LISTS.items() if isinstance(record.get(key), list) and record[key]), "")
