"""The one seam to dialogs: what is asked for, in plain values. Tests put another object in its place.

The dialogs themselves are imported when they are opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.actions import ActionSpec
from desktop.core.blind_share import BlindShare
from desktop.ui.theme import Look

if TYPE_CHECKING:
    from desktop.core.exporters.report import ExportOptions
    from desktop.core.foreign.inventory import Inventory
    from desktop.core.foreign.mapping import Mapping
    from desktop.core.project import Project
    from desktop.core.readers.asked import Format
    from desktop.core.view import ArticleFilter
    from desktop.ui.workbench import Workbench


def projects_filter() -> str:
    """Return the kind of file that a project is, for a file dialog."""
    return translate("Project", "Pressmark projects") + " (*.pressmark)"


def sources_filter() -> str:
    """Return the kinds of files that can be imported."""
    from desktop.core.readers import extensions

    annotated = " ".join(f"*{ending}" for ending in sorted(extensions(annotated=True)))
    every = " ".join(f"*{ending}" for ending in sorted(extensions()))
    kinds = (
        (translate("Project", "All that can be read"), every),
        (translate("Project", "Annotations made elsewhere"), annotated),
        (translate("Project", "Plain text"), "*.txt"),
        (translate("Project", "Tables"), "*.csv *.tsv"),
        ("JSON Lines", "*.jsonl *.ndjson"),
        (translate("Project", "All files"), "*"),
    )
    return ";;".join(f"{words} ({patterns})" for words, patterns in kinds)


@dataclass(frozen=True, slots=True)
class NewProject:
    """What a new project is to be."""

    path: Path
    annotator: str
    schema_file: Path | None


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to export, and where to."""

    out: Path
    format: str
    options: ExportOptions


class Ask:
    """Asks the user with real dialogs; every answer may be None (given up)."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        """Open dialogs over ``parent``."""
        self._parent = parent
        self._look = look

    def project_to_open(self, folder: Path) -> Path | None:
        """Ask for a project file."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._parent, translate("Project", "Open project"), str(folder), projects_filter()
        )
        return Path(name) if name else None

    def new_project(self, folder: Path, annotator: str) -> NewProject | None:
        """Ask where a new project lies and whose it is."""
        from desktop.ui.dialogs.new_project import NewProjectDialog

        return NewProjectDialog(self._parent, folder, annotator).ask()

    def files_to_import(self) -> list[Path]:
        """Ask for source files."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            translate("Project", "Import files"),
            "",
            sources_filter(),
            options=QFileDialog.Option.HideNameFilterDetails,  # dozens of endings
        )
        return [Path(n) for n in names]

    def folder_to_import(self) -> Path | None:
        """Ask for a folder of source files."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._parent, translate("Project", "Import folder"))
        return Path(name) if name else None

    def export(self, project: Project) -> ExportChoice | None:
        """Ask for format and target of an export."""
        from desktop.ui.export_dialog.dialog import ExportDialog

        return ExportDialog(self._parent, project).ask()

    def import_format(self, files: Sequence[Path]) -> Format | None:
        """Ask what format files have ("auto": as each tells), for each kind of them."""
        from desktop.ui.mapping.format_dialog import FormatDialog

        return FormatDialog(self._parent, files).ask()

    def mapping(self, found: Inventory, project: Project) -> Mapping | None:
        """Ask what annotations of other programs become."""
        from desktop.ui.mapping.dialog import MappingDialog

        return MappingDialog(self._parent, found, project.schema, project.label_map).ask()

    def queue_filter(self, project: Project, wanted: ArticleFilter) -> ArticleFilter | None:
        """Ask which articles the queue is to list; filters may be saved, renamed and deleted on the way."""
        from desktop.ui.queue.filter_dialog import FilterDialog

        return FilterDialog(self._parent, project, wanted).ask()

    def show_pipelines(self, bench: Workbench, page: str) -> None:
        """Show which pipelines there are and what the project makes of them."""
        from desktop.ui.pipelines.arrangement import Arrangement
        from desktop.ui.pipelines.dialog import PipelinesDialog

        if bench.project is not None:
            PipelinesDialog(self._parent, Arrangement(bench, bench.project), page).open()

    def blind_share(self, current: BlindShare) -> BlindShare | None:
        """Ask in which share of the articles suggestions are hidden."""
        from desktop.ui.flows.blind import BlindShareDialog

        return BlindShareDialog(self._parent, current).ask()

    def show_help(self, specs: Sequence[ActionSpec]) -> None:
        """Show all keys and commands."""
        from desktop.ui.dialogs.help_sheet import HelpSheet

        HelpSheet(self._parent, specs).show_sheet()

    def show_labels(self, schema: LabelSchema) -> None:
        """Show what the labels mean."""
        from desktop.ui.dialogs.labels import LabelsDialog

        LabelsDialog(self._parent, schema, self._look).exec()

    def show_settings(self, bench: Workbench) -> None:
        """Show the settings; what is chosen applies at once."""
        from desktop.ui.settings_dialog.dialog import Doors, SettingsDialog

        c = bench.commands
        SettingsDialog(self._parent, Doors(lambda: bench.settings, c.apply, c.open_keys, c.restart)).open()

    def show_keys(self, bench: Workbench) -> None:
        """Show the commands and their keys, to be changed."""
        from desktop.ui.shortcuts.editor import ShortcutEditor

        ShortcutEditor(bench).open()

    def show_text(self, title: str, message: str, text: str) -> None:
        """Show a longer text that can be copied (problems of an import, details of an error)."""
        from desktop.ui.dialogs.text import TextDialog

        TextDialog(self._parent, title, message, text).exec()

    def show_about(self) -> None:
        """Show name, version, licences."""
        from desktop.ui.dialogs.text import about

        about(self._parent).exec()
