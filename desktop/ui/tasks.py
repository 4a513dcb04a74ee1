"""Imports and exports from the window: one at a time, in a thread with a connection of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.ui.dialogs.ask import ExportChoice
from desktop.ui.jobs import Cancelled, Task, Tell, Work
from desktop.ui.translation import number
from desktop.ui.widgets import show_folder

if TYPE_CHECKING:
    from desktop.core.exporters.report import ExportReport
    from desktop.core.foreign.inventory import Inventory
    from desktop.core.foreign.mapping import Mapping
    from desktop.core.readers.asked import Format
    from desktop.core.readers.report import ImportReport
    from desktop.ui.workbench import Workbench


_NAMED = 3
"""So many annotators are named."""


@dataclass(frozen=True)
class _Looked:
    """What annotations by other programs the sources hold."""

    sources: Sequence[Path]
    found: Inventory
    format: Format


@dataclass(frozen=True)
class _Unclear:
    """Sources, and those of them whose format nothing tells."""

    sources: Sequence[Path]
    files: Sequence[Path]


class Tasks(QObject):
    """Starts, shows and ends them."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._task: Task | None = None
        self._quiet = False
        self._known: set[str] = set()
        """Who had annotated here before the import, and the user."""

    @property
    def running(self) -> bool:
        """Whether an import or export is under way."""
        return self._task is not None

    def import_sources(self, sources: Sequence[Path], *, quiet: bool = False, format: Format = "") -> None:
        """Import files and folders; ``quiet`` says nothing if all went well. ``format`` "": as each file tells.

        Where a file does not tell its format, that is asked; where there are annotations by other programs, what each
        becomes is asked once they have been looked at.
        """
        self._quiet = quiet
        self._import(sources, None, None, format)

    def _import(
        self, sources: Sequence[Path], found: Inventory | None, mapping: Mapping | None, format: Format
    ) -> None:
        project = self._bench.project
        if project is None or self._task is not None:
            return
        self._known = {*project.annotators(), project.annotator.name}

        def work(tell: Tell, cancelled: Cancelled) -> object:
            from desktop.core.importing import AUTO, import_sources, look, unclear

            if not format and (files := unclear(sources)):
                return _Unclear(sources, files)
            named = format or AUTO
            here = found or look(sources, format=named, progress=tell, cancelled=cancelled)
            if found is None and here.articles and not cancelled():
                return _Looked(sources, here, named)
            side = project.side()
            try:
                return import_sources(
                    side, sources, format=named, mapping=mapping, found=here, progress=tell, cancelled=cancelled
                )
            finally:
                side.close()

        self._start(work, self._imported, self._import_progress)
        self._show(translate("Project", "Importing…"))

    def export(self, wanted: ExportChoice) -> None:
        """Export the project."""
        project = self._bench.project
        if project is None or self._task is not None:
            return

        def work(tell: Tell, cancelled: Cancelled) -> object:
            from desktop.core.exporters.door import export

            side = project.side()
            try:
                return export(
                    side,
                    wanted.out,
                    format=wanted.format,
                    options=wanted.options,
                    progress=tell,
                    cancelled=cancelled,
                )
            finally:
                side.close()

        self._start(work, self._exported, self._export_progress)
        self._show(translate("Project", "Exporting…"))

    def _start(self, work: Work, done: object, progress: object) -> None:
        task = Task(work, self)
        self._task = task
        task.progressed.connect(progress)
        task.succeeded.connect(done)
        task.failed.connect(self._failed)
        task.broke.connect(self._broke)
        task.start()
        self._bench.update_actions()

    def cancel(self) -> None:
        """Ask the task to stop."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Stop the task and wait for it: the project closes."""
        self._end()

    def _end(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.give_up()
            self._bench.status.show_hint("")
            self._bench.update_actions()

    def _import_progress(self, progress: object) -> None:
        records = getattr(progress, "records", 0)
        if getattr(progress, "looking", False):
            words = translate(
                "Project", "Looking at annotations: %Ln record|Looking at annotations: %Ln records", records
            )
        else:
            words = translate("Project", "Importing: %Ln record|Importing: %Ln records", records)
        self._show(words)

    def _export_progress(self, progress: object) -> None:
        done, total = getattr(progress, "done", 0), getattr(progress, "total", 0)
        if getattr(progress, "comparing", False):
            words = translate("Project", "Comparing for the split: {done} of {total}")
        elif getattr(progress, "dividing", False):
            words = translate("Project", "Reading for the split: {done} of {total}")
        elif getattr(progress, "checking", False):
            words = translate("Project", "Reading back: {done} of {total}")
        else:
            words = translate("Project", "Exporting: {done} of {total}")
        self._show(words.format(done=number(done), total=number(total)))

    def _show(self, words: str) -> None:
        keys = self._bench.actions["file.stop"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        stop = translate("Project", "{keys} stops it").format(keys=keys)
        self._bench.status.show_hint(f"{words} · {stop}" if keys else words)

    def _looked(self, seen: _Looked) -> None:
        """Ask what the annotations become, then import."""
        project = self._bench.project
        if project is None:
            return
        mapping = self._bench.ask.mapping(seen.found, project)
        if mapping is not None:
            self._import(seen.sources, seen.found, mapping, seen.format)

    def _unclear(self, seen: _Unclear) -> None:
        """Ask for the format of the files that do not tell it, then go on."""
        format = self._bench.ask.import_format(seen.files)
        if format is not None:
            self._import(seen.sources, None, None, format)

    def _imported(self, report: ImportReport | _Looked | _Unclear) -> None:
        self._end()
        if isinstance(report, _Looked):
            self._looked(report)
            return
        if isinstance(report, _Unclear):
            self._unclear(report)
            return
        bench = self._bench
        bench.refresh_queue()
        bench.prelabelling.articles_came()
        if self._quiet and not report.problems:
            return
        parts = [translate("Project", "%Ln article imported|%Ln articles imported", report.articles)]
        if report.duplicates:
            parts.append(translate("Project", "%Ln already there|%Ln already there", report.duplicates))
        if report.extended:
            parts.append(translate("Project", "%Ln got annotations|%Ln got annotations", report.extended))
        if report.skipped:
            parts.append(translate("Project", "%Ln left out|%Ln left out", report.skipped))
        words = ", ".join(parts) + "."
        if report.spans:
            words += " " + self._whose(report)
        if report.cancelled:
            words += " " + translate("Project", "The import was stopped.")
        if report.problems:
            text = "\n".join(str(p) for p in report.problems)
            title = translate("Project", "Import")
            button = (translate("Project", "Show"), lambda: bench.ask.show_text(title, words, text))
            problems = translate("Project", "%Ln problem.|%Ln problems.", len(report.problems))
            bench.notices.warn(f"{words} {problems}", button=button)
        else:
            bench.notices.info(words)

    def _whose(self, report: ImportReport) -> str:
        """Return how many spans came, and where those of others are found."""
        words = translate("Project", "With %Ln span.|With %Ln spans.", report.spans)
        project = self._bench.project
        others = [] if project is None else [name for name in project.annotators() if name not in self._known]
        if not others:
            return words
        people = ", ".join(others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
        kept = translate("Project", "Those of {people} stay under their names: exports have them, the window yours.")
        return f"{words} {kept.format(people=people)}"

    def _exported(self, report: ExportReport) -> None:
        self._end()
        files, folder = report.files, report.files.folder
        words = translate("Project", "{articles} and {spans} written to {place}.").format(
            articles=translate("Project", "%Ln article|%Ln articles", report.articles),
            spans=translate("Project", "%Ln span|%Ln spans", report.spans),
            place=Path(files[0].path) if len(files) == 1 else folder,
        )
        if report.dropped:
            text = "\n".join(f"{d.article} {d.span}: {d.reason}" for d in report.dropped)
            title = translate("Project", "Export")
            button = (translate("Project", "Show"), lambda: self._bench.ask.show_text(title, words, text))
            dropped = translate(
                "Project",
                "%Ln span could not be written as it is.|%Ln spans could not be written as they are.",
                len(report.dropped),
            )
            self._bench.notices.warn(f"{words} {dropped}", button=button)
        else:
            button = (translate("Project", "Open the folder"), lambda: show_folder(folder))
            self._bench.notices.info(words, button=button)

    def _failed(self, error: AppError) -> None:
        self._end()
        if error.code == ErrorCode.CANCELLED:
            self._bench.notices.info(str(error))
        else:
            self._bench.notices.error(error)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error
