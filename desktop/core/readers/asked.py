"""Which format somebody says that files have: one for all, or one for each kind of file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop.core.readers.sniffing import likely

AUTO = "auto"
Format = str | Mapping[str, str]
"""The name of a format; ``AUTO``: as each file tells; or names by kind or ending (``.jsonl``): others tell theirs."""


def kind(path: Path) -> str:
    """Return the kind of a file: its ending, and what it might be where the ending leaves that open."""
    return f"{path.suffix.lower()} {likely(path)}".rstrip()


def kinds(paths: Iterable[Path]) -> dict[str, list[Path]]:
    """Return files by their kind."""
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(kind(path), []).append(path)
    return found


def of_file(format: Format, path: Path) -> str:
    """Return the name of a file's format, or ``AUTO``."""
    if isinstance(format, str):
        return format
    ending = path.suffix.lower()
    if any(name.startswith(f"{ending} ") for name in format):  # only then is it worth looking into the file
        return format.get(kind(path)) or format.get(ending, AUTO)
    return format.get(ending, AUTO)


def names(format: Format) -> tuple[str, ...]:
    """Return the names of the formats that are asked for."""
    return (format,) if isinstance(format, str) else tuple(format.values())


def endings(format: Format) -> dict[str, str]:
    """Return the formats by the endings of files; none if one format is for all."""
    return {} if isinstance(format, str) else {name.partition(" ")[0]: to for name, to in format.items()}
