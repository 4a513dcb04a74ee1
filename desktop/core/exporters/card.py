"""The card of a dataset folder: README.md for people, with plots; English, since it travels with the data."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping, Sequence

from annotation_schema.schema import LabelSchema
from desktop.core.exporters import manifest, plots
from desktop.core.exporters.facts import Facts
from desktop.core.exporters.report import Alignment, Discontinuous, ExportOptions, Overlap, SplitReport
from desktop.core.split import PARTS

NAME = "README.md"
_MOST = 20


def command(format: str, options: ExportOptions) -> str:
    """Return the command line that writes the same again."""
    words = ["pressmark", "export", "PROJECT", "FOLDER", "--format", format]
    if options.card:
        words.append("--card")
    if options.licence:
        words += ["--licence", options.licence]
    if options.with_suggestions:
        words.append("--with-suggestions")
    if options.split is not None:
        split = options.split
        words += ["--split", "/".join(f"{ratio:g}" for ratio in split.ratios), "--seed", str(split.seed)]
        words += ["--group-by", split.grouping.value] + (["--stratify"] if split.stratified else [])
    wanted = options.filter
    if wanted.saved is not None:
        words += ["--filter", wanted.saved.name]
    for option, values in (
        ("--annotator", wanted.annotators),
        ("--status", [s.value for s in wanted.statuses]),
        ("--label", wanted.labels),
    ):
        for value in sorted(values):
            words += [option, value]
    for option, value in (("--since", wanted.since), ("--until", wanted.until), ("--text", wanted.text)):
        if value:
            words += [option, value]
    if options.overlap is not Overlap.LONGEST:
        words += ["--overlap", options.overlap.value]
    if options.discontinuous is not Discontinuous.FRAGMENTS:
        words += ["--discontinuous", options.discontinuous.value]
    if options.alignment is not Alignment.EXPAND:
        words += ["--alignment", options.alignment.value]
    if options.spreadsheet_safe:
        words.append("--spreadsheet-safe")
    return shlex.join(words)


def pictures(facts: Facts) -> dict[str, str]:
    """Return the plots by file name."""
    series = [part for part in PARTS if facts.parts[part]] or [""]
    labels = [(name, [facts.labels[part, name] for part in series]) for name, _ in facts.label_totals()]
    months = sorted((month, number) for month, number in facts.months.items() if month)
    made = {"labels.svg": plots.bars("Spans by label", labels[:_MOST], series=series)}
    if months:
        if len(months) > 2 * _MOST:  # too many bars to read: by year
            years: dict[str, int] = {}
            for month, number in months:
                years[month[:4]] = years.get(month[:4], 0) + number
            months = sorted(years.items())
        made["dates.svg"] = plots.bars("Articles by date", [(month, [number]) for month, number in months])
    publishers = _most(facts.publishers)
    if any(name for name, _ in publishers):
        made["publishers.svg"] = plots.bars("Articles by publisher", [(n or "(none)", [k]) for n, k in publishers])
    return made


def front(title: str, options: ExportOptions, facts: Facts) -> str:
    """Return the front matter that dataset hubs read, and an empty line."""
    lines = ["---", f"pretty_name: {json.dumps(title, ensure_ascii=False)}"]
    if options.licence:
        lines.append(f"license: {json.dumps(options.licence, ensure_ascii=False)}")
    codes = sorted(code for code in facts.languages if code)
    if codes:
        lines += ["language:", *(f"- {json.dumps(code, ensure_ascii=False)}" for code in codes)]
    lines += ["task_categories:", "- token-classification", "tags:", "- pressmark", "---", "", ""]
    return "\n".join(lines)


def body(
    title: str,
    format: str,
    options: ExportOptions,
    schema: LabelSchema,
    facts: Facts,
    losses: Mapping[str, int],
    split: SplitReport | None,
    pictures: Sequence[str],
    written: int,
) -> str:
    """Return the card in Markdown, without front matter."""
    out = [f"# {title}", ""]
    spans, relations = facts.spans, sum(facts.relations.values())
    out += [
        f"News articles with labelled spans, in the format `{format}`: {_count(facts.articles, 'article')}"
        f" ({facts.characters:,} characters), {spans:,} spans, {relations:,} relations. Written by Pressmark"
        f" {manifest.tool_version()}".rstrip()
        + "; offsets are counted in the unit that the format prescribes.",
        "",
        "## Sources",
        "",
    ]
    dated = sum(number for month, number in facts.months.items() if month)
    undated = _count(facts.articles - dated, "article")
    out.append(f"- Dates: {facts.first or '–'} to {facts.last or '–'}; {undated} without a date.")
    out.append("- Languages: " + _list(facts.languages) + ".")
    out.append(
        f"- Publishers: {sum(bool(n) for n in facts.publishers):,}; most articles: " + _list(facts.publishers) + "."
    )
    out += ["", "## Annotation", ""]
    out.append(f"- Label schema and guidelines: {schema.name}, version {schema.version}.")
    out.append(
        f"- Articles that somebody worked on: {facts.annotated:,} of {facts.articles:,}; states: "
        + _list(facts.statuses)
        + "."
    )
    for name, number in _most(facts.annotators):
        out.append(f"- Annotator {name}: {_count(number, 'article')}, {_count(facts.spans_of[name], 'span')}.")
    out.append("- Where spans came from: " + _list(facts.origins) + ".")
    out.append(
        f"- Spans of several parts: {facts.discontinuous:,}; spans that begin inside another: {facts.overlapping:,}."
    )
    out += ["", "## Labels", "", *_labels(schema, facts), ""]
    out += ["Relations: " + _list(facts.relations) + ".", ""]
    out += [f"![{name}](plots/{name})" for name in pictures]
    out += ["", "## Agreement", "", *_agreement(facts), ""]
    if split is not None:
        parts = ", ".join(f"{part}: {_count(number, 'article')}" for part, number in split.parts)
        out += ["## Split", "", f"- {parts}."]
        out += [f"- {sentence}" for sentence in split.checks] + [""]
    out += ["## Limits", "", f"In the files are {written:,} spans of the project's {spans:,} in this selection.", ""]
    if losses:
        out.append("Not written as it is in the project (each one in `losses.jsonl`):")
        out += [
            "",
            *(f"- {number:,} × {reason}" for reason, number in sorted(losses.items(), key=lambda i: (-i[1], i[0]))),
        ]
    else:
        out.append("Nothing of the selection was changed or left out by this format.")
    wanted = manifest.plain(options.filter)
    out += ["", f"Selection: `{json.dumps(wanted, ensure_ascii=False)}`.", "", "## Licence", ""]
    out.append(options.licence or "Not stated. The texts belong to their publishers; ask before you pass them on.")
    out += ["", "## To write it again", "", "```", command(format, options), "```", ""]
    out.append("Same project and settings give the same bytes; `manifest.json` has the SHA-256 of every file.")
    return "\n".join(out) + "\n"


def _labels(schema: LabelSchema, facts: Facts) -> list[str]:
    series = [part for part in PARTS if facts.parts[part]]
    head = ["label", *series, "all"] if series else ["label", "spans"]
    out = ["| " + " | ".join([*head, "definition"]) + " |", "|" + " --- |" * (len(head) + 1)]
    defined = {label.name: label.definition for label in schema.labels}
    for name, number in facts.label_totals():
        cells = [name, *(f"{facts.labels[part, name]:,}" for part in series), f"{number:,}"]
        out.append("| " + " | ".join([*cells, " ".join(defined.get(name, "").split()).replace("|", "\\|")]) + " |")
    return out


def _agreement(facts: Facts) -> list[str]:
    if not facts.several:
        return ["No article was annotated by more than one person: agreement is not known."]
    out = [
        f"{facts.several:,} articles were annotated by more than one; equal label and place, pairs of annotators:",
        "",
    ]
    out += ["| label | F1 | spans |", "| --- | --- | --- |"]
    for label, found in sorted(facts.agreement.items()):
        out.append(f"| {label} | {found.f1:.3f} | {found.spans:,} |")
    return out


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]


def _list(counts: Mapping[str, int]) -> str:
    some = ", ".join(f"{name or 'not known'} {number:,}" for name, number in _most(counts))
    more = len(counts) - _MOST
    return (some or "none") + (f" and {more:,} more" if more > 0 else "")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
