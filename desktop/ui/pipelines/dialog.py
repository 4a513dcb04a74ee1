"""The pipelines: a list at the left, pages on the chosen one at the right. All that takes time runs beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotation_schema.wording import translate
from desktop.core.errors import AppError
from desktop.core.pipelines import PipelineInfo, broken, find, list_pipelines, why_not
from desktop.core.project import Project
from desktop.ui.pipelines.about import AboutPage
from desktop.ui.pipelines.arrangement import Arrangement
from desktop.ui.pipelines.compare import ComparePage
from desktop.ui.pipelines.labels import LabelsPage
from desktop.ui.pipelines.lists import ListsPage
from desktop.ui.pipelines.options import OptionsPage
from desktop.ui.pipelines.trials import Trials
from desktop.ui.widgets import give_room, soft_label

PAGES = ("about", "labels", "lists", "options", "compare")
INFO = Qt.ItemDataRole.UserRole


class PipelinesDialog(QDialog):
    """See the module. Escape closes it and gives up what is being read."""

    def __init__(self, parent: QWidget, arrangement: Arrangement, page: str = "about") -> None:
        """Show a page of the pipeline that the project uses."""
        super().__init__(parent)
        self.setWindowTitle(translate("Pipelines", "Pipelines"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._arrangement = arrangement
        infos = list_pipelines()
        self.list = QListWidget()
        self.list.setObjectName("settingsGroups")
        self.list.setAccessibleName(translate("Pipelines", "Pipelines"))
        self.list.setFixedWidth(230)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = AboutPage(arrangement)
        self.labels = LabelsPage(arrangement)
        self.lists = ListsPage(arrangement)
        self.options = OptionsPage(arrangement)
        self.compare = ComparePage(arrangement, infos)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.about, translate("Pipelines", "About"))
        self.tabs.addTab(self.labels, translate("Pipelines", "Labels"))
        self.tabs.addTab(self.lists, translate("Pipelines", "Word lists"))
        self.tabs.addTab(self.options, translate("Pipelines", "Reading"))
        self.tabs.addTab(self.compare, translate("Pipelines", "Compare"))
        self.tabs.setCurrentIndex(PAGES.index(page))
        self.middle = QStackedWidget()
        self.unusable = soft_label("", "danger", wrap=True)
        self.unusable.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.unusable.setContentsMargins(20, 16, 20, 16)
        self.middle.addWidget(self.tabs)
        self.middle.addWidget(self.unusable)
        for info in infos:
            self._add(info)
        for one in broken():
            item = QListWidgetItem(translate("Pipelines", "{name}\ncannot be used").format(name=Path(one.path).name))
            item.setData(INFO, one.reason)
            self.list.addItem(item)
        self._choose_used()
        self.list.currentItemChanged.connect(self._show)
        self.tabs.currentChanged.connect(self._show)
        self.about.used.connect(self._start_anew)
        self.labels.applied.connect(self._start_anew)
        self.lists.applied.connect(self._start_anew)
        self.options.applied.connect(self._start_anew)
        self._build()
        self._count_languages()
        self._show()
        self.list.setFocus()

    def _build(self) -> None:
        folder = QPushButton(translate("Pipelines", "Add a folder…"))
        folder.setAutoDefault(False)
        folder.clicked.connect(self._choose_folder)
        self.folder_problem = soft_label("", "danger", wrap=True)
        self.folder_problem.hide()
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 16)
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.folder_problem)
        foot.addWidget(folder)
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        right = QVBoxLayout()
        right.setContentsMargins(8, 8, 0, 0)
        right.addWidget(self.middle)
        row.addLayout(right, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        for keys, by in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._turn, by))
        give_room(self, 920, 620)
        self.list.setFixedWidth(230 if self.width() > 760 else 170)

    def _turn(self, by: int) -> None:
        """Go to the next page, or back, wherever the keyboard is."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    # --- the list --------------------------------------------------------------------------

    def _add(self, info: PipelineInfo) -> QListWidgetItem:
        item = QListWidgetItem(self._words(info))
        item.setData(INFO, info)
        item.setToolTip(info.path)
        self.list.addItem(item)
        return item

    def _words(self, info: PipelineInfo) -> str:
        own = not self._arrangement.source(info)
        facts = [info.version, info.language or translate("Pipelines", "any language")]
        if own:
            facts.append(translate("Pipelines", "comes with Pressmark"))
        if self._arrangement.used_for(info):
            facts.append(translate("Pipelines", "in use"))
        return f"{info.name}\n{', '.join(facts)}"

    def _choose_used(self) -> None:
        """List the project's pipelines that no other list has, and choose the one for the article on screen."""
        items = [self._listed(name) for name in self._arrangement.names()]
        self.list.setCurrentItem(items[0])

    def _listed(self, name: str) -> QListWidgetItem:
        """Return the item of a pipeline, a new one if there is none, also for what cannot be used."""
        try:
            used = find(name)
        except AppError as error:
            item = QListWidgetItem(translate("Pipelines", "{name}\ncannot be used").format(name=Path(name).name))
            item.setData(INFO, str(error))
            self.list.addItem(item)
            return item
        for row in range(self.list.count()):
            found = self.list.item(row).data(INFO)
            if isinstance(found, PipelineInfo) and found.path == used.path:
                return self.list.item(row)
        self.compare.add(used)
        return self._add(used)

    def _take(self, info: PipelineInfo) -> None:
        self.list.setCurrentItem(self._add(info))
        self.compare.add(info)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, translate("Pipelines", "Folder of a spaCy pipeline"), str(Path.home())
        )
        if name:
            self.take_folder(Path(name))

    def take_folder(self, folder: Path) -> None:
        """Add a folder to the list, or say why it is no pipeline."""
        problem = why_not(folder)
        self.folder_problem.setText(problem)
        self.folder_problem.setVisible(bool(problem))
        if problem:
            return
        info = find(str(folder))
        for row in range(self.list.count()):
            found = self.list.item(row).data(INFO)
            if isinstance(found, PipelineInfo) and found.path == info.path:
                self.list.setCurrentRow(row)
                return
        self._take(info)

    # --- the pages -------------------------------------------------------------------------

    def _show(self) -> None:
        item = self.list.currentItem()
        found = item.data(INFO) if item is not None else None
        if not isinstance(found, PipelineInfo):
            nothing = translate("Pipelines", "There is no pipeline. Install a spaCy package.")
            self.unusable.setText(found if isinstance(found, str) else nothing)
            self.middle.setCurrentWidget(self.unusable)
            return
        self.middle.setCurrentWidget(self.tabs)
        page = self.tabs.currentWidget()
        if page is not self.compare:
            self.compare.cancel()
        if page is not self.labels and page is not self.compare:
            self._arrangement.trials.cancel()
        if page is self.about:
            self.about.show_pipeline(found)
        elif page is self.labels:
            self.labels.show_pipeline(found)
        elif page is self.compare:
            self.compare.show_pipeline(found)

    def _count_languages(self) -> None:
        """Count the articles of each language, which reads every row of a large project, beside the dialog."""
        project: Project = self._arrangement.project

        def work(tell: object, cancelled: object) -> object:
            side = project.side()
            try:
                return side.languages()
            finally:
                side.close()

        self._counting = Trials(self._arrangement.trials)
        self._counting.run(work, self._languages_came, lambda error: None)

    def _languages_came(self, languages: object) -> None:
        if isinstance(languages, dict):
            self.about.show_languages(languages)

    def _start_anew(self) -> None:
        self.close()
        self._arrangement.bench.prelabelling.start_anew()

    def done(self, result: int) -> None:
        """Give up what is being read."""
        self._arrangement.trials.cancel()
        self._counting.close()
        self._counting.deleteLater()
        super().done(result)
