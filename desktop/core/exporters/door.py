"""The one door through which everything leaves a project.

It refuses (EXPORT_REFUSED, naming article and span) if the text under any span is not the text that the span was
made for: ``Project.records`` compares the stored surface, the door the bounds. Files are written in a folder beside
the target, read back by our own reader where there is one, and moved into place only when all of them are complete and
hold what was written; whatever stops an export, the last good files stay and no partial ones are left. A folder then
has the data of this export alone (``leftovers``). The same project with the same options gives the same bytes.

A dataset folder (``ExportOptions.card``) has the data in ``data/``, README.md (the card), plots/, losses.jsonl (each
thing that the format changed or left out) and manifest.json. A format that writes a README.md itself keeps its
files at the top, and the card follows its own.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, nullcontext, suppress
from pathlib import Path

from annotation_schema.wording import english, translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.exporters import EXPORTERS, ExporterSpec, card, exporter, leftovers, manifest, selection, self_check
from desktop.core.exporters.division import Division, divide
from desktop.core.exporters.facts import Facts
from desktop.core.exporters.job import ExportJob
from desktop.core.exporters.names import Names
from desktop.core.exporters.report import (
    ExportedFile,
    ExportedFiles,
    ExportOptions,
    ExportProgress,
    ExportReport,
    Written,
    file_sha256,
)
from desktop.core.project import Project

__all__ = ["ExportProgress", "export"]

DATA, PLOTS, LOSSES = "data", "plots", "losses.jsonl"


def export(
    project: Project,
    out: Path,
    *,
    format: str,
    options: ExportOptions | None = None,
    progress: Callable[[ExportProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExportReport:
    """Write the project, or what a filter lets out of it, to a file or folder and return what was written.

    With a split, a format of one file writes a folder with one file a part. ``progress`` and ``cancelled`` are called
    in the calling thread. Raises AppError: USAGE, FILE_EXISTS, EXPORT_REFUSED, SAVE_FAILED, WORKER_FAILED, CANCELLED.
    """
    options = options or ExportOptions()
    spec = spec_of(format, options)
    out = Path(out)
    selection.check(project, options.filter)
    several = spec.folder or options.split is not None or options.card
    _check_target(spec, out, several)
    division: Division | None = None
    if options.split is not None:
        division = divide(project, options, options.split, cancelled=cancelled, progress=progress)
    try:
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise _save_failed(out, error) from error
    try:
        folder = staging / DATA if options.card else staging
        folder.mkdir(exist_ok=True)
        job = ExportJob(
            project,
            options,
            folder,
            out.name,
            extension=spec.extension,
            several=several,
            parts=division.parts if division else {},
            progress=progress,
            cancelled=cancelled,
        )
        with closing(job), english() if options.card else nullcontext():
            if options.card:
                job.facts = Facts()
                job.keep_losses(staging / LOSSES)
            written = spec.write(job)
        read = _read_back(spec, job, written, several=several)
        names: Sequence[str] = written.names
        if options.card:
            with english():
                names = _dataset(project, spec, job, division, staging, written)
        job.check_cancelled()
        files = ExportedFiles(out, names) if several else ExportedFiles(out.parent, (out.name,))
        for name in names:
            job.check_cancelled()
            path = staging / name
            known = None if options.card else written.sha256.get(name)
            if known is None:
                _sync(path)
            files.add(known or file_sha256(path))
        old = leftovers.find(out, names, spec.extension) if several else Names()
        if several:
            out.mkdir(exist_ok=True)
        for name in names:
            target = out / name if several else out
            target.parent.mkdir(parents=True, exist_ok=True)
            (staging / name).replace(target)
            if several:  # rmtree would list them all: 70 MB for 100,000 folders
                with suppress(OSError):
                    (staging / name).parent.rmdir()
        leftovers.remove(old, out)
    except OSError as error:
        raise _save_failed(out, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    losses = tuple(sorted(job.losses.items(), key=lambda item: (-item[1], item[0])))
    return ExportReport(
        written.articles,
        written.spans,
        written.relations,
        tuple(job.dropped),
        files,
        losses,
        read,
        division.report if division else None,
    )


def _read_back(spec: ExporterSpec, job: ExportJob, written: Written, *, several: bool) -> int:
    if not (spec.read_back and self_check.has_reader(spec.format)):
        return 0
    paths = (job.folder / name for name in written.names)
    return self_check.read_back(spec.format, paths, job.expected, several=several, tell=job.read_back)


def _dataset(
    project: Project,
    spec: ExporterSpec,
    job: ExportJob,
    division: Division | None,
    staging: Path,
    written: Written,
) -> Names:
    """Write card, plots and manifest beside the data; return the names of all files."""
    facts = job.facts or Facts()
    split = division.report_in_words() if division else None
    own_card = card.NAME in written.names
    if own_card:
        for name in written.names:
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            (job.folder / name).replace(staging / name)
    names = Names(name if own_card else f"{DATA}/{name}" for name in written.names)
    pictures = card.pictures(facts)
    (staging / PLOTS).mkdir()
    for name, picture in pictures.items():
        _write(staging / PLOTS / name, picture)
        names.append(f"{PLOTS}/{name}")
    given = (
        project.name,
        spec.format,
        job.options,
        project.schema,
        facts,
        job.losses,
        split,
        tuple(pictures),
        written.spans,
    )
    if own_card:
        head = (staging / card.NAME).read_text(encoding="utf-8").rstrip("\n")
        _write(staging / card.NAME, f"{head}\n\n{card.body(*given)}")
    else:
        _write(staging / card.NAME, card.front(project.name, job.options, facts) + card.body(*given))
        names.append(card.NAME)
    names.append(LOSSES)
    if manifest.NAME not in names:
        files = (ExportedFile(name, file_sha256(staging / name)) for name in names.in_order(staging))
        about = manifest.about(spec.format, job.options, project.schema, facts, job.losses, split)
        manifest.write(staging / manifest.NAME, about, "files", map(manifest.listed, files))
        names.append(manifest.NAME)
    return names


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def spec_of(name: str, options: ExportOptions) -> ExporterSpec:
    """Return the format of that name; raises AppError USAGE if there is none, or it cannot do what is asked."""
    spec = exporter(name)
    if spec is None:
        names = ", ".join(known.format for known in EXPORTERS)
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "There is no format “{format}” to export.").format(format=name),
            hint=translate("Export", "The formats are: {formats}.").format(formats=names),
        )
    if options.with_suggestions and not spec.suggestions:
        raise AppError(
            ErrorCode.USAGE,
            translate(
                "Export", "The format “{format}” holds labels only: a suggestion is none before a person accepts it."
            ).format(format=name),
            hint=translate("Export", "Leave out the suggestions, or export in the format “pressmark”."),
        )
    return spec


def _check_target(spec: ExporterSpec, out: Path, folder: bool) -> None:
    if not out.name:
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "“{name}” is not a name for an export.").format(name=out),
            hint=translate("Export", "Name a file or a new folder."),
        )
    try:
        is_folder, is_there = out.is_dir(), out.exists()
    except OSError as error:  # a name that the system cannot have
        raise _save_failed(out, error) from error
    if is_there and not is_folder and not out.is_file():  # a device: a file would take its place
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "{path} is neither a file nor a folder.").format(path=out),
            hint=translate("Export", "Name a file or a new folder."),
        )
    if folder and is_there and not is_folder:
        raise AppError(
            ErrorCode.FILE_EXISTS,
            translate("Export", "{path} is a file.").format(path=out),
            hint=translate("Export", "A folder is written here: name another one."),
        )
    if not folder and is_folder:
        example = f"export{spec.extension}"
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "{path} is a folder.").format(path=out),
            hint=translate("Export", "Name a file in it, such as {example}.").format(example=example),
        )
    if not folder and out.suffix == ".pressmark":
        raise AppError(
            ErrorCode.USAGE,
            translate("Export", "{name} is a name for a project.").format(name=out.name),
            hint=translate("Export", "Let the name end in .jsonl."),
        )
    if not out.parent.is_dir():
        raise AppError(
            ErrorCode.FILE_NOT_FOUND,
            translate("Export", "There is no folder {path}.").format(path=out.parent),
            hint=translate("Export", "Create it first."),
        )


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _save_failed(out: Path, error: OSError) -> AppError:
    reason = error.strerror or str(error)
    return AppError(
        ErrorCode.SAVE_FAILED,
        translate("Export", "{path} could not be written: {reason}.").format(path=out, reason=reason),
        hint=translate("Export", "Choose another place."),
    )
