"""Whether a project's pipeline looks for claims: a command that is ticked, kept with the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.prelabel import run_options
from desktop.core.view import ChangeKind
from desktop.ui.changes import Gathered

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

ACTION = "prelabel.claims"


class ClaimsSwitch(QObject):
    """Shows the project's wish and changes it; articles are then read again, the one on screen first."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._of: object = None
        bench.feed.changed.connect(self._changed)

    def _changed(self, change: Gathered) -> None:
        if ChangeKind.SETTINGS in change.kinds:
            self._of = None
            self.show()

    def show(self) -> None:
        """Tick the command as the project has it."""
        project = self._bench.project
        if project is not None and project is not self._of:
            self._of = project
            self._bench.actions[ACTION].setChecked(run_options.of(project).claims)

    def toggle(self) -> None:
        """Change the wish and read the articles again."""
        bench, project = self._bench, self._bench.project
        self._of = None
        if project is None:
            return
        if bench.controller.locked:
            bench.status.show_hint(bench.controller.locked)
            self.show()
            return
        claims = not run_options.of(project).claims
        try:
            run_options.want_claims(project, claims)
        except AppError as error:
            bench.notices.error(error)
            self.show()
            return
        self.show()
        if claims:
            words = translate("Prelabel", "Claims and their claimants are suggested from now on.")
        else:
            words = translate("Prelabel", "Only names are suggested from now on. Claims that you decided on stay.")
        bench.status.show_hint(words)
        bench.prelabelling.close()
        bench.prelabelling.start()
