"""Suggestions hidden in a seeded share of the articles: the project's setting, and whether they are hidden now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotation_schema.wording import translate
from desktop.core import blind_share
from desktop.core.blind_share import BlindShare
from desktop.core.errors import AppError
from desktop.core.view import ChangeKind
from desktop.ui.changes import Gathered
from desktop.ui.widgets import answer_row, number_box, soft_label

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench


class BlindShareDialog(QDialog):
    """Asks for share and seed."""

    def __init__(self, parent: QWidget | None, current: BlindShare) -> None:
        """Show what is set now."""
        super().__init__(parent)
        self.setWindowTitle(translate("Lists", "Hide suggestions"))
        self.share = number_box(0, 100, 5)
        self.share.setSuffix(" %")
        self.share.setValue(round(current.share * 100))
        self.share.setAccessibleName(translate("Lists", "Share of the articles"))
        self.share.selectAll()
        self.seed = QLineEdit(current.seed)
        self.seed.setAccessibleName(translate("Lists", "Seed"))
        self.seed.setPlaceholderText(translate("Lists", "any words; others pick other articles"))
        words = soft_label(
            translate(
                "Lists",
                "In a share of the articles nobody sees what the pipeline suggests. So the project can measure"
                " whether suggestions sway its annotators. The export marks these articles."
                " Articles that somebody has begun stay as they are for them.",
            ),
            wrap=True,
        )
        words.setMinimumSize(400, words.heightForWidth(400))  # Qt gives a dialog two thirds of a small screen
        form = QFormLayout()
        form.setContentsMargins(0, 8, 0, 8)
        form.addRow(translate("Lists", "Share of the articles"), self.share)
        form.addRow(translate("Lists", "Seed"), self.seed)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(words)
        column.addLayout(form)
        column.addWidget(answer_row(self, translate("Lists", "Set")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)

    def answer(self) -> BlindShare:
        """Return what was typed."""
        return BlindShare(self.share.value() / 100, self.seed.text().strip())

    def ask(self) -> BlindShare | None:
        """Ask; None if given up."""
        return self.answer() if self.exec() == QDialog.DialogCode.Accepted else None


class Blind(QObject):
    """Knows the project's setting and changes it."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._rule: BlindShare | None = None
        self._of: object = None
        bench.feed.changed.connect(self._changed)

    def _changed(self, change: Gathered) -> None:
        if ChangeKind.SETTINGS in change.kinds:
            self._of = None
            self._bench.update_actions()

    def rule(self) -> BlindShare:
        """Return the setting of the open project."""
        project = self._bench.project
        if project is None:
            return BlindShare()
        if self._rule is None or self._of is not project:
            self._rule = blind_share.parse(project.setting(blind_share.SETTING))
            self._of = project
        return self._rule

    def hidden(self) -> bool:
        """Say whether the suggestions of the article on screen are hidden."""
        view = self._bench.controller.view
        return view is not None and self.rule().hides(view.article.uid, view.state)

    def choose(self) -> None:
        """Ask for another share and set it."""
        project = self._bench.project
        if project is None:
            return
        if self._bench.controller.locked:
            self._bench.status.show_hint(self._bench.controller.locked)
            return
        wanted = self._bench.ask.blind_share(self.rule())
        if wanted is None or wanted == self.rule():
            return
        try:
            project.set_setting(blind_share.SETTING, wanted.dump())
        except AppError as error:
            self._bench.notices.error(error)
            return
        self._of = None
        share = translate("Lists", "Suggestions are hidden in about {n} % of the articles.").format(
            n=round(wanted.share * 100)
        )
        self._bench.notices.info(
            share if wanted.share else translate("Lists", "Suggestions are shown in all articles.")
        )
