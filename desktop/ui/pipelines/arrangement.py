"""What the pages of the dialog read and write: the project's pipelines, label maps and lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotation_schema.model import ArticleId
from annotation_schema.schema import LabelSchema
from desktop.core.pipelines import PipelineInfo
from desktop.core.prelabel import choice, label_map, run_options
from desktop.core.prelabel.messages import ArticleText
from desktop.core.prelabel.rule_lists import RuleList, dump, parse
from desktop.core.project import Project
from desktop.core.resources import embedded_pipeline
from desktop.core.view import LabelMap
from desktop.ui.pipelines.trials import Trials

if TYPE_CHECKING:
    from desktop.core.prelabel.trial import Trial
    from desktop.ui.jobs import Cancelled, Tell, Work
    from desktop.ui.workbench import Workbench


class Arrangement:
    """One project's, and the readings that previews need."""

    def __init__(self, bench: Workbench, project: Project) -> None:
        """Read nothing yet."""
        self.bench = bench
        self.project = project
        self.trials: Trials = bench.prelabelling.trials

    @property
    def schema(self) -> LabelSchema:
        """The project's label schema."""
        return self.project.schema

    # --- which pipeline --------------------------------------------------------------------

    def source(self, info: PipelineInfo) -> str:
        """Return what is stored for a pipeline: "" for the embedded one, which may move with the program."""
        return "" if info.path == str(embedded_pipeline().resolve()) else info.source

    def used_for(self, info: PipelineInfo) -> list[str]:
        """Return for which articles the project uses a pipeline: language codes, "" for the rest."""
        chosen = choice.of(self.project)
        rest = chosen.default or self.bench.settings.work.pipeline
        own = self.source(info)
        found = [code for code, name in chosen.by_language.items() if name == own]
        return ([""] if rest in (own, info.name) else []) + found

    def use(self, info: PipelineInfo, language: str | None) -> None:
        """Use a pipeline for articles of a language, "" for all others; None: in all projects without a choice."""
        chosen, own = choice.of(self.project), self.source(info)
        if language is None:
            work = replace(self.bench.settings.work, pipeline=own)
            self.bench.change_settings(replace(self.bench.settings, work=work))
            chosen = replace(chosen, default="")
        elif language:
            named = {code: name for code, name in chosen.by_language.items() if code != language}
            if "" not in self.used_for(info):  # else the language is read with all others again
                # The embedded one has no name of its own to be stored under a language.
                named[language] = own or info.name
            chosen = replace(chosen, by_language=named)
        else:
            chosen = replace(chosen, default=own or info.name)
        self.project.set_setting(choice.SETTING, chosen.dump())

    def names(self) -> list[str]:
        """Return what the project's pipelines are called or where they lie, that of the article on screen first."""
        view = self.bench.controller.view
        language = view.article.language if view is not None else ""
        chosen = choice.of(self.project)
        return [leg.pipeline for leg in chosen.legs(self.bench.settings.work.pipeline, first=language)]

    def read_with(self, languages: Mapping[str, int], target: str) -> dict[str, int]:
        """Return how many articles of each language a pipeline reads that is used for a language, "" for the rest."""
        if target:
            return {target: languages.get(target, 0)}
        return choice.of(self.project).read_by_default(languages)

    # --- labels ----------------------------------------------------------------------------

    def labels(self, info: PipelineInfo) -> LabelMap:
        """Return what a pipeline's labels mean here."""
        return choice.label_map_for(self.project, info.name)

    def set_labels(self, info: PipelineInfo, changed: LabelMap) -> None:
        """Store what a pipeline's labels mean here."""
        self.project.set_setting(label_map.key(info.name), label_map.dump_text(changed))

    def has_own_labels(self, info: PipelineInfo) -> bool:
        """Say whether the pipeline has a map of its own here."""
        return bool(self.project.setting(label_map.key(info.name)))

    def usual_labels(self) -> LabelMap:
        """Return the project's map, for pipelines without one of their own."""
        names = {x.name: (x.name, {}) for x in self.schema.enabled_labels}
        return {**names, **self.project.label_map}

    def back_to_usual(self, info: PipelineInfo) -> None:
        """Give up a pipeline's own map."""
        self.project.set_setting(label_map.key(info.name), "")

    # --- lists -----------------------------------------------------------------------------

    def lists(self) -> tuple[RuleList, ...]:
        """Return the word lists and pattern files; none if what is stored cannot be read."""
        try:
            return parse(self.project.setting(run_options.RULES))
        except (ValueError, json.JSONDecodeError):
            return ()

    def set_lists(self, lists: Sequence[RuleList]) -> None:
        """Store them."""
        self.project.set_setting(run_options.RULES, dump(lists))

    # --- readings --------------------------------------------------------------------------

    def open_article(self) -> ArticleText | None:
        """Return the article on screen."""
        view = self.bench.controller.view
        return ArticleText.of(view.id, view.article.text) if view is not None else None

    def read_work(self, infos: Sequence[PipelineInfo], choose: Callable[[Project], Sequence[ArticleId]]) -> Work:
        """Return work that lets pipelines read the articles that ``choose`` gives; progress is (done, total).

        Its result is (articles, one Trial for each pipeline).
        """
        project, options = self.project, run_options.of(self.project)
        sources = [info.source for info in infos]

        def work(tell: Tell, cancelled: Cancelled) -> object:
            from desktop.core.prelabel import trial
            from desktop.core.prelabel.protocol import worker_command

            side = project.side()
            try:
                texts = [ArticleText.of(i, side.article(i).text) for i in choose(side)]
            finally:
                side.close()
            read: list[Trial] = []
            total = len(texts) * len(sources)
            for number, source in enumerate(sources):
                before = number * len(texts)
                read.append(
                    trial.read(
                        worker_command(),
                        source,
                        texts,
                        options=options,
                        progress=lambda done, before=before: tell((before + done, total)),
                        cancelled=cancelled,
                    )
                )
            return texts, read

        return work
