"""What an earlier export left in a folder: gone if it is ours and nobody changed it, refused if it would be misread.

A program that takes the folder for a dataset takes every file of the format's kind in it. So the files that the
manifest of a dataset folder lists go when they are as they were written and are not written again; a further file of
the same kind is somebody's, and the export is refused before anything is replaced.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import manifest
from desktop.core.exporters.names import Known, Names
from desktop.core.exporters.report import file_sha256

_NAMED = 3


def find(out: Path, names: Iterable[str], extension: str) -> Names:
    """Return the files in the folder, by name, that an earlier export wrote and this one does not.

    ``names``: what this one writes; ``extension``: that of its data. Raises AppError FILE_EXISTS if there is other
    data of its kind, and OSError.
    """
    if not out.is_dir():
        return Names()
    written = Known(names)
    ours = Names(name for name, digest in _listed(out) if name not in written and _is_as_written(out / name, digest))
    leaving = Known(ours)
    others = list(islice((x for x in _data(out, extension) if x not in written and x not in leaving), _NAMED + 1))
    if others:
        named = ", ".join(others[:_NAMED])
        more = ", …" if len(others) > _NAMED else ""
        raise AppError(
            ErrorCode.FILE_EXISTS,
            translate("Export", "{path} holds data that this export does not write: {names}.").format(
                path=out, names=named + more
            ),
            hint=translate(
                "Export",
                "It would be taken for part of it: name a new folder, or delete those files first. "
                "What was exported with a dataset card is known, and replaced without a question.",
            ),
        )
    return ours


def remove(files: Iterable[str], out: Path) -> None:
    """Delete files by their names in ``out``, and the folders there that are empty then. Raises OSError."""
    for name in files:
        path = out / name
        path.unlink(missing_ok=True)
        folder = path.parent
        while folder != out and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _listed(out: Path) -> Iterator[tuple[str, str]]:
    """Yield the files of a manifest of ours with their digests; last the manifest itself, which lists no own one."""
    ours = False
    try:
        for name, digest in manifest.files(out / manifest.NAME):
            ours = True
            if _is_inside(name):
                yield PurePosixPath(name).as_posix(), digest
    except OSError:
        return
    if ours:
        yield manifest.NAME, ""


def _is_inside(name: str) -> bool:
    pure = PurePosixPath(name)
    return not pure.is_absolute() and ".." not in pure.parts and not set("\\:\0") & set(name)


def _is_as_written(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and digest in ("", file_sha256(path))


def _data(out: Path, extension: str) -> Iterator[str]:
    """Yield the files of a kind in a folder by name, in order; links are not followed."""
    for folder, inner, files in os.walk(out):
        inner.sort()
        for name in sorted(files):
            if name.lower().endswith(extension):
                yield (Path(folder) / name).relative_to(out).as_posix()
