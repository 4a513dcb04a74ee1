"""Imports and exports from the window: one at a time, in a thread with a connection of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from desktop.core.errors import AppError, ErrorCode
from desktop.ui.dialogs.ask import ExportChoice
from desktop.ui.jobs import Cancelled, Task, Tell, Work

if TYPE_CHECKING:
    from desktop.core.exporters.report import ExportReport
    from desktop.core.readers.report import ImportReport
    from desktop.ui.workbench import Workbench


class Tasks(QObject):
    """Starts, shows and ends them."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._task: Task | None = None
        self._quiet = False

    @property
    def running(self) -> bool:
        """Whether an import or export is under way."""
        return self._task is not None

    def import_sources(self, sources: Sequence[Path], *, quiet: bool = False) -> None:
        """Import files and folders; ``quiet`` says nothing if all went well."""
        project = self._bench.project
        if project is None or self._task is not None:
            return
        self._quiet = quiet

        def work(tell: Tell, cancelled: Cancelled) -> object:
            from desktop.core.importing import import_sources

            side = project.side()
            try:
                return import_sources(side, sources, progress=tell, cancelled=cancelled)
            finally:
                side.close()

        self._start(work, self._imported, self._import_progress)
        self._show("Importing…")

    def export(self, wanted: ExportChoice) -> None:
        """Export the project."""
        project = self._bench.project
        if project is None or self._task is not None:
            return

        def work(tell: Tell, cancelled: Cancelled) -> object:
            from desktop.core.exporters.door import export
            from desktop.core.split import parse_ratios

            side = project.side()
            try:
                return export(
                    side,
                    wanted.out,
                    format=wanted.format,
                    with_suggestions=wanted.with_suggestions,
                    ratios=parse_ratios(wanted.split) if wanted.split else (),
                    seed=wanted.seed,
                    progress=tell,
                    cancelled=cancelled,
                )
            finally:
                side.close()

        self._start(work, self._exported, self._export_progress)
        self._show("Exporting…")

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
        task = self._end()
        if task is not None:
            task.cancel()
            task.wait()

    def _end(self) -> Task | None:
        task, self._task = self._task, None
        if task is not None:
            task.succeeded.disconnect()
            task.failed.disconnect()
            task.broke.disconnect()
            task.progressed.disconnect()
            task.deleteLater()
            self._bench.status.show_hint("")
            self._bench.update_actions()
        return task

    def _import_progress(self, progress: object) -> None:
        self._show(f"Importing: {getattr(progress, 'records', 0):,} records")

    def _export_progress(self, progress: object) -> None:
        done, total = getattr(progress, "done", 0), getattr(progress, "total", 0)
        self._show(f"Exporting: {done:,} of {total:,}")

    def _show(self, words: str) -> None:
        keys = self._bench.actions["file.stop"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._bench.status.show_hint(f"{words} · {keys} stops it" if keys else words)

    def _imported(self, report: ImportReport) -> None:
        self._end()
        bench = self._bench
        bench.refresh_queue()
        bench.prelabelling.articles_came()
        if self._quiet and not report.problems:
            return
        parts = [_count(report.articles, "article") + " imported"]
        if report.duplicates:
            parts.append(f"{report.duplicates:,} already there")
        if report.extended:
            parts.append(f"{report.extended:,} got annotations")
        if report.skipped:
            parts.append(f"{report.skipped:,} left out")
        words = ", ".join(parts) + "." + (" The import was stopped." if report.cancelled else "")
        if report.problems:
            text = "\n".join(str(p) for p in report.problems)
            button = ("Show", lambda: bench.ask.show_text("Import", words, text))
            bench.notices.warn(f"{words} {_count(len(report.problems), 'problem')}.", button=button)
        else:
            bench.notices.info(words)

    def _exported(self, report: ExportReport) -> None:
        self._end()
        files = ", ".join(Path(f.path).name for f in report.files)
        words = f"{_count(report.articles, 'article')} and {_count(report.spans, 'span')} written to {files}."
        if report.dropped:
            text = "\n".join(f"{d.article} {d.span}: {d.reason}" for d in report.dropped)
            button = ("Show", lambda: self._bench.ask.show_text("Export", words, text))
            self._bench.notices.warn(
                f"{words} {_count(len(report.dropped), 'span')} could not be written as they are.", button=button
            )
        else:
            self._bench.notices.info(words)

    def _failed(self, error: AppError) -> None:
        self._end()
        if error.code == ErrorCode.CANCELLED:
            self._bench.notices.info(str(error))
        else:
            self._bench.notices.error(error)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
