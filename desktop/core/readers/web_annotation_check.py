"""What the Web Annotation model demands of one annotation (its MUSTs), as the first sentence of what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast
from urllib.parse import urlsplit

from annotation_schema.wording import translate

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TIME = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_AGENTS = ("creator", "generator")
_TIMES = ("created", "modified", "generated")
_Node = Mapping[str, object]


def fault(item: _Node) -> str:
    """Return what is wrong with an annotation, or ""."""
    if "Annotation" not in listed(item.get("type")):
        return translate("Import", "Its type is not “Annotation”.")
    name = item.get("id")
    if name is not None and not _is_iri(name):
        return translate("Import", "Its “id” must be one address.")
    if not _resources(item.get("target")):
        return translate("Import", "It has no target that is an address or an object.")
    if "body" in item and "bodyValue" in item:
        return translate("Import", "It has both “body” and “bodyValue”.")
    if "bodyValue" in item and not isinstance(item["bodyValue"], str):
        return translate("Import", "“{name}” must be one text.").format(name="bodyValue")
    for field in _TIMES:
        if field in item and not (isinstance(item[field], str) and _TIME.fullmatch(str(item[field]))):
            return translate("Import", "“{name}” must be one date with a time.").format(name=field)
    for field in _AGENTS:
        if field in item and not _resources(item[field]):
            return translate("Import", "“{name}” must be an address or an object.").format(name=field)
    via = item.get("via")
    if via is not None and not all(map(_is_iri, listed(via))):
        return translate("Import", "“{name}” must be an address.").format(name="via")
    return _bodies_fault(item.get("body")) or _targets_fault(item.get("target"))


def listed(held: object) -> list[object]:
    """Return what stands there as a list: JSON-LD writes a list of one without brackets."""
    return cast("list[object]", held) if isinstance(held, list) else [held]


def _resources(held: object) -> list[object]:
    found = listed(held)
    return found if all(isinstance(one, str | dict) and one != "" and one != {} for one in found) else []


def _bodies_fault(held: object) -> str:
    if held is not None and held != [] and not _resources(held):
        return translate("Import", "Its body is neither an address nor an object.")
    for body in _resources(held) if held is not None else []:
        if not isinstance(body, dict):
            continue
        node = cast("_Node", body)
        kind = node.get("type")
        if (
            isinstance(kind, list)
            and len({"Choice", "List", "Composite", "Independents"}.intersection(map(str, cast("list[object]", kind))))
            > 1
        ):
            return translate("Import", "Its body is several kinds of list at once.")
        if kind == "TextualBody" and not isinstance(node.get("value"), str):
            return translate("Import", "Its body of text has no text.")
        if "id" in node and not _is_iri(node["id"]):
            return translate("Import", "The “id” of its body must be one address.")
        if isinstance(node.get("textDirection"), list):
            return translate("Import", "“{name}” must be one text.").format(name="textDirection")
    return ""


def _targets_fault(held: object) -> str:
    for target in _resources(held):
        if not isinstance(target, dict):
            continue
        node = cast("_Node", target)
        kind = node.get("type")
        inner = node.get("items")
        if kind in ("Choice", "List", "Composite", "Independents"):
            found = _targets_fault(inner) if _resources(inner) else translate("Import", "Its target has no items.")
            if found:
                return found
        elif kind == "SpecificResource" and not node.get("source"):
            return translate("Import", "Its target names no source.")
        for one in listed(node.get("selector")):
            if isinstance(one, dict) and isinstance(cast("_Node", one).get("value", ""), list):
                return translate("Import", "Its selector has several values.")
    return ""


def _is_iri(held: object) -> bool:
    if not isinstance(held, str) or not held or any(c.isspace() for c in held):
        return False
    try:
        return bool(urlsplit(held).scheme)
    except ValueError:
        return False
