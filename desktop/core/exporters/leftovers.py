"""What an earlier export left in a folder: gone if it is ours and nobody changed it, refused if it would be misread.

A program that takes the folder for a dataset takes every file of the format's kind in it. So the files that the
manifest of a dataset folder lists go when they are as they were written and are not written again; a further file of
the same kind is somebody's, and the export is refused before anything is replaced.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import cast

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import manifest
from desktop.core.exporters.report import file_sha256

_NAMED = 3


def find(out: Path, names: Collection[str], extension: str) -> list[Path]:
    """Return the files in the folder that an earlier export wrote and this one does not.

    ``names``: what this one writes; ``extension``: that of its data. Raises AppError FILE_EXISTS if there is other
    data of its kind, and OSError.
    """
    if not out.is_dir():
        return []
    written = {out / name for name in names}
    ours = [path for path, digest in _listed(out) if path not in written and _is_as_written(path, digest)]
    known = written.union(ours)
    others = list(islice((path for path in _data(out, extension) if path not in known), _NAMED + 1))
    if others:
        named = ", ".join(path.relative_to(out).as_posix() for path in others[:_NAMED])
        more = ", …" if len(others) > _NAMED else ""
        raise AppError(
            ErrorCode.FILE_EXISTS,
            translate("Export", "{path} holds data that this export does not write: {names}.").format(
                path=out, names=named + more
            ),
            hint=translate("Export", "It would be taken for part of it: name a new folder, or delete those files."),
        )
    return ours


def remove(files: Iterable[Path], out: Path) -> None:
    """Delete files, and the folders in ``out`` that are empty then. Raises OSError."""
    for path in files:
        path.unlink(missing_ok=True)
        folder = path.parent
        while folder != out and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _listed(out: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of a manifest of ours with their digests; last the manifest itself, which lists no own one."""
    path = out / manifest.NAME
    try:
        data = path.read_bytes()
        held: object = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return
    if not isinstance(held, dict) or cast("dict[str, object]", held).get("format") != manifest.FORMAT:
        return
    files = cast("dict[str, object]", held).get("files")
    for one in cast("list[object]", files) if isinstance(files, list) else []:
        if isinstance(one, dict):
            found = cast("dict[str, object]", one)
            name, digest = found.get("name"), found.get("sha256")
            if isinstance(name, str) and isinstance(digest, str) and _is_inside(name):
                yield out / name, digest
    yield path, ""


def _is_inside(name: str) -> bool:
    pure = PurePosixPath(name)
    return not pure.is_absolute() and ".." not in pure.parts and not set("\\:\0") & set(name)


def _is_as_written(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and digest in ("", file_sha256(path))


def _data(out: Path, extension: str) -> Iterator[Path]:
    """Yield the files of a kind in a folder, in order; links are not followed."""
    for folder, inner, files in os.walk(out):
        inner.sort()
        for name in sorted(files):
            if name.lower().endswith(extension):
                yield Path(folder) / name
