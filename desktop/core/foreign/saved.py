"""Mappings under names: those that are shipped, and those that somebody has kept for the next import."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from annotation_schema.wording import translate
from desktop.core import paths
from desktop.core.errors import AppError, ErrorCode
from desktop.core.foreign import mapping as mappings
from desktop.core.foreign.inventory import Inventory
from desktop.core.foreign.mapping import Mapping
from desktop.core.resources import resource_path


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """A mapping and its name; ``own``: somebody here has kept it."""

    name: str
    mapping: Mapping
    own: bool


def saved() -> tuple[SavedMapping, ...]:
    """Return the mappings by name, one's own first; a file that is none is left out."""
    return (*_in(paths.mappings_dir(), own=True), *_in(resource_path("mappings"), own=False))


def keep(mapping: Mapping, name: str) -> SavedMapping:
    """Keep a mapping under a name, in place of what had it. Raises AppError USAGE for no name, SAVE_FAILED."""
    name = " ".join(name.split())
    file = re.sub(r"[^\w .-]+", "_", name).strip(" ._")
    if not file:
        raise AppError(
            ErrorCode.USAGE,
            translate("Import", "A mapping needs a name."),
            hint=translate("Import", "Give one with letters or digits."),
        )
    folder = paths.mappings_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = translate("Import", "The mapping {path} could not be written: {reason}.")
        reason = error.strerror or str(error)
        raise AppError(ErrorCode.SAVE_FAILED, sentence.format(path=folder, reason=reason)) from error
    made = SavedMapping(name, replace(mapping, name=name), True)
    mappings.save(made.mapping, folder / f"{file}.json")
    return made


def fitting(found: Inventory) -> SavedMapping | None:
    """Return one's own mapping that says of every type, link and event of a source what it becomes, if there is one."""
    for one in saved():
        said = one.mapping
        types, relations = found.types.keys() <= said.types.keys(), found.relations.keys() <= said.relations.keys()
        if one.own and types and relations and found.events.keys() <= said.events.keys():
            return one
    return None


def _in(folder: Path, *, own: bool) -> list[SavedMapping]:
    found: dict[str, SavedMapping] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            mapping = mappings.load(path)
        except AppError:
            continue
        name = mapping.name or path.stem
        found.setdefault(name, SavedMapping(name, mapping, own))
    return sorted(found.values(), key=lambda one: one.name.casefold())
