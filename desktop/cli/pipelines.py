"""Commands about pipelines: which there are, what a project makes of them, and two of them side by side."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer  # noqa: TID253

from desktop.cli.common import CANCELLED, EPILOG, OK, PIPELINE, Json, ProjectArgument, app, count, open_project
from desktop.core import paths, settings, terminal
from desktop.core.errors import AppError, ErrorCode

if TYPE_CHECKING:
    from desktop.core.comparison import Comparison, LabelCounts
    from desktop.core.pipelines import PipelineInfo
    from desktop.core.project import Project

_ALONE_SHOWN = 15


@app.command(epilog=EPILOG)
def pipelines(as_json: Json = False) -> int:
    """List the spaCy pipelines that can be chosen, and the folders among them that are broken."""
    from desktop.core.pipelines import broken, list_pipelines

    found, unusable = list_pipelines(), broken()
    held = [{**_as_json(one), "size": one.size()} for one in found]
    lines: list[str] = []
    for one in found:
        facts = [f"{one.size() / 1e6:.1f} MB", one.licence or "no licence stated"]
        facts += [f"{name} {100 * score:.1f}" for name, score in one.scores.items() if name.endswith("_f")]
        lines.append(f"{one.name} {one.version} ({one.language or 'any language'}): {', '.join(one.labels)}")
        lines += [f"  {', '.join(facts)}", f"  {one.path}"]
    lines += [f"Cannot be used: {one.reason}" for one in unusable]
    terminal.result(held, lines or ["There is no pipeline; install a spaCy package."], as_json=as_json)
    return OK


@app.command(epilog=EPILOG)
def configure(
    project: ProjectArgument,
    pipeline: Annotated[
        str | None, typer.Option(metavar="NAME_OR_FOLDER", help="The project's pipeline; “” for the embedded one.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(metavar="CODE=NAME", help="For articles of a language: de=de_core_news_sm.")
    ] = None,
    labels: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="LABEL=OURS",
            help="What a label of the pipeline means: PER=ACTOR:type=person; DATE= for none.",
        ),
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_FOLDER",
            help="Whose labels --map means; default: the project's pipeline.",
        ),
    ] = None,
    words: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Add a word list (CSV) or pattern file (JSONL).")
    ] = None,
    when: Annotated[str, typer.Option(metavar="before|after", help="The model: before it, a list wins.")] = "after",
    remove: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Take out a list.")] = None,
    as_json: Json = False,
) -> int:
    """Say which pipelines a project uses, what their labels mean there, and which word lists run beside them.

    Without an option it shows how it is.
    """
    from desktop.core.pipelines import find
    from desktop.core.prelabel import choice, label_map, run_options
    from desktop.core.prelabel.rule_lists import RuleList, When, dump, parse, read_file

    if when not in {w.value for w in When}:
        raise AppError(ErrorCode.USAGE, f"A list runs before or after the model, not “{when}”.", hint="See --help.")
    changes = any((pipeline is not None, language, labels, words, remove))
    told: list[str] = []
    with open_project(project, readonly=not changes) as opened:
        chosen = choice.of(opened)
        if pipeline is not None:
            chosen = replace(chosen, default=_kept(pipeline) if pipeline else "")
        if language:
            chosen = replace(chosen, by_language=_languages(chosen.by_language, language))
        if chosen != choice.of(opened):
            opened.set_setting(choice.SETTING, chosen.dump())
        usual = chosen.default or settings.load(paths.settings_file()).settings.work.pipeline
        info = find(usual if of is None else of)
        if labels:
            changed = dict(choice.label_map_for(opened, info.name))
            for one in labels:
                name, target = _mapping(one)
                changed[name] = target
            problems = label_map.check({k: v for k, v in changed.items() if v[0]}, opened.schema)
            if problems:
                raise AppError(ErrorCode.USAGE, problems[0], hint="Nothing was changed.")
            opened.set_setting(label_map.key(info.name), label_map.dump_text(changed))
        lists = parse(opened.setting(run_options.RULES))
        absent = set(remove or ()) - {one.name for one in lists}
        if absent:
            raise AppError(ErrorCode.USAGE, f"There is no list “{min(absent)}” in the project.")
        kept = [one for one in lists if one.name not in (remove or ())]
        for path in words or ():
            read = read_file(path, opened.schema)
            told += [f"{path.name}: {problem}" for problem in read.problems]
            kept = [one for one in kept if one.name != path.name]
            kept.append(RuleList(path.name, When(when), read.rules))
        if tuple(kept) != lists:
            opened.set_setting(run_options.RULES, dump(kept))
        _show(opened, info, of, told, as_json)
    return OK


def _languages(known: dict[str, str] | object, given: Sequence[str]) -> dict[str, str]:
    from desktop.core.pipeline_fit import main_language

    found = dict(known) if isinstance(known, dict) else {}
    for one in given:
        code, equals, name = one.partition("=")
        code = main_language(code)
        if not equals or not code:
            raise AppError(ErrorCode.USAGE, f"“{one}” is not of the form CODE=NAME.", hint="As in de=de_core_news_sm.")
        if name:
            found[code] = _kept(name)
        else:
            found.pop(code, None)
    return found


def _kept(name: str) -> str:
    """Return what a project keeps for a pipeline: of the embedded one its name, since it moves with the program."""
    from desktop.core.pipelines import find
    from desktop.core.resources import embedded_pipeline

    info = find(name)
    return info.name if info.path == str(embedded_pipeline().resolve()) else info.source


def _mapping(text: str) -> tuple[str, tuple[str, dict[str, str | bool]]]:
    """Return what “PER=ACTOR:type=person” says; “DATE=” means that the label is not suggested."""
    name, equals, rest = text.partition("=")
    if not equals or not name:
        raise AppError(ErrorCode.USAGE, f"“{text}” is not of the form LABEL=OURS.", hint="As in PER=ACTOR:type=person.")
    label, *parts = rest.split(":")
    attributes: dict[str, str | bool] = {}
    for part in parts:
        key, given, value = part.partition("=")
        if not given:
            raise AppError(ErrorCode.USAGE, f"“{part}” is not of the form attribute=value.")
        attributes[key] = {"true": True, "false": False}.get(value, value)
    return name, (label, attributes)


def _show(project: Project, info: PipelineInfo, of: str | None, told: Sequence[str], as_json: bool) -> None:
    from desktop.core.pipeline_fit import main_language, misfits
    from desktop.core.prelabel import choice, label_map, run_options
    from desktop.core.prelabel.rule_lists import parse

    chosen, lists = choice.of(project), parse(project.setting(run_options.RULES))
    mapped = choice.label_map_for(project, info.name)
    own = [code for code, name in chosen.by_language.items() if name in (info.name, info.source)]
    languages = project.languages()
    if own and of is not None:
        languages = {code: n for code, n in languages.items() if main_language(code) in own}
    else:
        languages = chosen.read_by_default(languages)
    unfit = misfits(info, schema=project.schema, label_map=mapped, languages=languages, rules=bool(lists))
    held = {
        "pipeline": info.name,
        "version": info.version,
        "languages": dict(chosen.by_language),
        "labels": {name: label_map.dump(mapped).get(name) for name in info.labels},
        "lists": [{"name": x.name, "when": x.when.value, "entries": len(x.rules)} for x in lists],
        "problems": list(told),
        "misfits": unfit,
    }
    lines = [f"Pipeline  {info.name} {info.version}"]
    lines += [f"  {code}: {name}" for code, name in chosen.by_language.items()]
    for name in info.labels:
        label, attributes = mapped.get(name, ("", {}))
        extra = "".join(f", {k} {v}" for k, v in attributes.items())
        lines.append(f"  {name} → {label + extra if label else 'not suggested'}")
    lines += [f"List  {x.name}, {len(x.rules)} entries, {x.when.value} the model" for x in lists]
    terminal.result(held, [*lines, *told, *unfit], as_json=as_json)


@app.command(epilog=EPILOG)
def compare(
    project: ProjectArgument,
    first: Annotated[
        str, typer.Argument(metavar="FIRST", help="A pipeline: name, folder, or “” for the embedded one.")
    ],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="Another.")],
    articles: Annotated[int, typer.Option(min=1, metavar="N", help="How many, chosen by chance.")] = 50,
    seed: Annotated[int, typer.Option(metavar="N", help="Another number chooses others.")] = 0,
    as_json: Json = False,
) -> int:
    """Let two pipelines read a sample of articles and show where they agree, and what each finds alone."""
    from annotation_schema.model import ArticleId
    from desktop.core.comparison import Comparison
    from desktop.core.pipelines import find
    from desktop.core.prelabel import choice, run_options, trial
    from desktop.core.prelabel.messages import ArticleText, Failed
    from desktop.core.prelabel.protocol import worker_command

    infos = [find(first), find(second)]
    with (
        open_project(project, readonly=True) as opened,
        terminal.interruptible() as interrupted,
        terminal.Progress() as progress,
    ):
        chosen = trial.sample(opened.article_ids(), articles, seed=seed)
        texts = [ArticleText.of(i, opened.article(i).text) for i in chosen]
        answers = []
        left_out: dict[int, str] = {}
        for info in infos:
            read = trial.read(
                worker_command(),
                info.source,
                texts,
                options=run_options.of(opened),
                progress=lambda done, info=info: progress.show(f"{info.name}: {done} of {len(texts)} articles"),
                cancelled=interrupted,
            )
            left_out |= {a.id: a.reason for a in read.answers if isinstance(a, Failed)}
            answers.append(trial.suggestions(read, choice.label_map_for(opened, info.name), opened.schema))
            if interrupted():
                return CANCELLED
        compared = Comparison()
        for text in texts:
            if text.id in answers[0] and text.id in answers[1]:
                compared.add(text.text, answers[0][text.id], answers[1][text.id])
        titles = {number: opened.article(ArticleId(number)) for number in left_out}
    lines = [f"“{titles[n].title or titles[n].uid}” is left out: {reason}" for n, reason in left_out.items()]
    held = {**_compared(compared, infos), "left_out": len(left_out)}
    terminal.result(held, lines + _comparison_lines(compared, infos), as_json=as_json)
    return OK if compared.articles else PIPELINE


def _compared(compared: Comparison, infos: Sequence[PipelineInfo]) -> dict[str, object]:
    def counts(one: LabelCounts) -> dict[str, object]:
        rates = {"agreement": round(one.agreement, 4), "overlap_agreement": round(one.overlap_agreement, 4)}
        return {**asdict(one), **rates}

    return {
        "first": f"{infos[0].name} {infos[0].version}",
        "second": f"{infos[1].name} {infos[1].version}",
        "articles": compared.articles,
        "total": counts(compared.total),
        "labels": {name: counts(one) for name, one in sorted(compared.by_label.items())},
        "first_alone": [[*key, number] for key, number in compared.first_alone.most_common()],
        "second_alone": [[*key, number] for key, number in compared.second_alone.most_common()],
    }


def _comparison_lines(compared: Comparison, infos: Sequence[PipelineInfo]) -> list[str]:
    lines = [
        f"{count(compared.articles, 'article')} read by {infos[0].name} {infos[0].version} (A)"
        f" and {infos[1].name} {infos[1].version} (B)",
        f"{'label':<12}{'A':>7}{'B':>7}{'both':>7}{'agree':>8}{'overlap':>9}",
    ]
    for name, one in [*sorted(compared.by_label.items()), ("all", compared.total)]:
        lines.append(
            f"{name:<12}{one.first:>7}{one.second:>7}{one.same:>7}"
            f"{100 * one.agreement:>7.1f}%{100 * one.overlap_agreement:>8.1f}%"
        )
    for letter, alone in (("A", compared.first_alone), ("B", compared.second_alone)):
        shown = [
            f"{surface} ({label}{f', {n} times' if n > 1 else ''})"
            for (label, surface), n in alone.most_common(_ALONE_SHOWN)
        ]
        more = f" … and {len(alone) - _ALONE_SHOWN} more" if len(alone) > _ALONE_SHOWN else ""
        lines.append(f"Only {letter}: {'; '.join(shown) or 'nothing'}{more}")
    return lines


def _as_json(one: PipelineInfo) -> dict[str, object]:
    held = json.loads(json.dumps(asdict(one)))
    return {name: held[name] for name in held if name not in ("source", "finds")}
