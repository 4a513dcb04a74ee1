"""Which files an import reads: named files as they are, folders with all that is in them.

Folders are gone through in order of names. Hidden files, and files of kinds that the format does not read (``.ann``
beside ``.txt``), are passed over; links to folders are followed once, so that a loop of links ends.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from annotation_schema.wording import translate
from desktop.core.readers.report import Report


def files_of(source: Path, extensions: frozenset[str], report: Report) -> Iterator[Path]:
    """Yield the files that a source stands for; what cannot be reached goes to the report.

    ``extensions``: of the files to take from folders, lower case with the dot.
    """
    try:
        mode = source.stat().st_mode
    except OSError as error:
        report.problem(source, None, None, os_sentence(error))
        return
    if stat.S_ISREG(mode):
        yield source
    elif stat.S_ISDIR(mode):
        found = False
        for path in _walk(source, extensions, report, set()):
            found = True
            yield path
        if not found:
            kinds = ", ".join(sorted(extensions))
            report.problem(
                source,
                None,
                None,
                translate("Import", "The folder holds no file to read ({kinds}).").format(kinds=kinds),
            )
    else:
        report.problem(source, None, None, translate("Import", "This is neither a file nor a folder."))


def os_sentence(error: OSError) -> str:
    """Return what an error of the file system means for the user."""
    if isinstance(error, FileNotFoundError):
        return translate("Import", "There is no such file or folder.")
    if isinstance(error, PermissionError):
        return translate("Import", "It may not be read: permission denied.")
    if isinstance(error, IsADirectoryError):
        return translate("Import", "This is a folder, not a file.")
    return translate("Import", "It cannot be read: {reason}.").format(reason=error.strerror or error)


def _walk(folder: Path, extensions: frozenset[str], report: Report, seen: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        here = folder.stat()
        if (here.st_dev, here.st_ino) in seen:
            return
        seen.add((here.st_dev, here.st_ino))
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names, to sort and to join once
    except OSError as error:
        report.problem(folder, None, None, os_sentence(error))
        return
    for name in names:
        if name.startswith("."):
            continue
        path = folder / name
        try:
            mode = path.stat().st_mode
        except OSError as error:
            if path.suffix.lower() in extensions:
                report.problem(path, None, None, os_sentence(error))
            continue
        if stat.S_ISDIR(mode):
            yield from _walk(path, extensions, report, seen)
        elif stat.S_ISREG(mode) and path.suffix.lower() in extensions:
            yield path
