"""Where things lie around a brat file: its text, whose annotations they are, and the index of an export of ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

INDEX = "pressmark.index"
"""JSON Lines that our export lays beside the folders of annotators: a line an article, the last one about all."""
TEXT_FOLDERS = ("text", "texts", "txt")


@dataclass(frozen=True, slots=True)
class Place:
    """The text of an annotation file, and its annotator; "" where nothing says whose it is."""

    text: Path
    stem: str
    annotator: str


def place_of(path: Path) -> Place | None:
    """Return where the text of an ``.ann`` file is; None if there is none.

    The text has the same name, or the name without "_annotator" at its end; it lies in the same folder, in ``text``
    beside the folder, or in the folder above. A folder is an annotator's if its neighbour has the same file.
    """
    parent = path.parent.parent
    folders = (path.parent, *(parent / name for name in TEXT_FOLDERS), parent)
    stem, annotator = path.stem, ""
    while True:
        for folder in folders:
            text = folder / f"{stem}.txt"
            if text.is_file():
                if not annotator and _has_twin(path):
                    annotator = path.parent.name
                return Place(text, stem, annotator)
        stem, mark, end = stem.rpartition("_")
        if not mark or not stem:
            return None
        annotator = f"{end}_{annotator}" if annotator else end


def _has_twin(path: Path) -> bool:
    return any((folder / path.name).is_file() for folder in _neighbours(path.parent.parent) if folder != path.parent)


@lru_cache(maxsize=64)
def _neighbours(parent: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(folder for folder in parent.iterdir() if folder.is_dir()))
    except OSError:
        return ()


@dataclass(frozen=True, slots=True)
class Index:
    """The index of an export: names as they were, and where in it each article stands."""

    path: Path
    names: Mapping[str, str]  # of labels, relations, attributes, as written → as they were
    annotators: Mapping[str, str]  # by folder
    several: frozenset[str]  # attributes of several values
    places: Mapping[str, int]  # byte offset by name of file

    def article(self, stem: str) -> Mapping[str, object]:
        """Return what the index says of an article; empty if nothing."""
        if stem not in self.places:
            return {}
        with self.path.open("rb") as file:
            file.seek(self.places[stem])
            return cast("Mapping[str, object]", json.loads(file.readline()))


def index_of(path: Path) -> Index | None:
    """Return the index of the export that an ``.ann`` file belongs to; None if it is nobody's or cannot be read."""
    file = path.parent.parent / INDEX
    try:
        stat = file.stat()
    except OSError:
        return None
    return _index(file, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4)
def _index(file: Path, _time: int, _size: int) -> Index | None:
    places: dict[str, int] = {}
    about: dict[str, object] = {}
    try:
        with file.open("rb") as lines:
            at = 0
            for line in lines:
                held: object = json.loads(line)
                if not isinstance(held, dict):
                    return None
                found = cast("dict[str, object]", held)
                if isinstance(found.get("file"), str):
                    places[cast(str, found["file"])] = at
                else:
                    about = found
                at += len(line)
    except (OSError, ValueError):
        return None
    names, annotators, several = about.get("names"), about.get("annotators"), about.get("several")
    if not (isinstance(names, dict) and isinstance(annotators, dict) and isinstance(several, list)):
        return None
    return Index(
        file,
        cast("dict[str, str]", names),
        cast("dict[str, str]", annotators),
        frozenset(cast("list[str]", several)),
        places,
    )
