"""The figures of a pipeline as tables for the screen and the model card, each target marked as reached or not."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline_training import targets
from pipeline_training.evaluation import SETS, Result
from pipeline_training.scoring import GROUPS, Counts


def table(result: Result) -> str:
    """Give all tables: targets, scores by set and group, how far scores of suggestions can be trusted."""
    reached = sum(ok for *_, ok in checks(result))
    lines = list(checks(result))
    parts = [
        "| target | wanted | reached | |",
        "|---|---|---|---|",
        *(f"| {what} | {wanted} | {got} | {'yes' if ok else '**no**'} |" for what, wanted, got, ok in lines),
        f"\n{reached} of {len(lines)} targets are reached.\n",
        *_scores(result),
        "\nHow far the scores of suggestions hold, on the pooled sets:\n",
        result.reliability.table(),
    ]
    return "\n".join(parts)


def checks(result: Result) -> Iterator[tuple[str, str, str, bool]]:
    """Yield every target: what, wanted, reached, whether."""
    titles = {tuning.file: tuning.title for tuning in SETS}
    for (file, group), (exact, met) in targets.NAMES.items():
        if file in result.scores:
            found = result.scores[file]
            ours = 100 * found.exact[group].f1, 100 * found.relaxed[group].f1
            both = round(ours[0], 1) >= exact and round(ours[1], 1) >= met
            yield (
                f"{titles[file]}: {group}, F1 exact / overlap",
                f"{exact:.0f} / {met:.0f}",
                f"{ours[0]:.1f} / {ours[1]:.1f}",
                both,
            )
    for file, counts in result.met.items():
        share = 100 * counts.recall
        wanted = targets.RECALL_OF_ANY
        yield f"{titles[file]}: overlap recall of any name", f"{wanted:.0f}", f"{share:.1f}", round(share, 1) >= wanted
    speed = result.words_per_second
    yield (
        "words a second on one core",
        f"{targets.WORDS_PER_SECOND:,}",
        f"{speed:,.0f}",
        speed >= targets.WORDS_PER_SECOND,
    )
    load = result.load_seconds
    yield "seconds to load", f"{targets.LOAD_SECONDS}", f"{load:.2f}", load <= targets.LOAD_SECONDS
    if result.size:
        size = result.size / 1e6
        yield "megabytes on disk", f"{targets.MEGABYTES:.0f}", f"{size:.1f}", size <= targets.MEGABYTES


def _scores(result: Result) -> Iterator[str]:
    yield "| set | group | names | exact P | R | F1 | overlap P | R | F1 |"
    yield "|---|---|---|---|---|---|---|---|---|"
    named = [(tuning.title, result.scores[tuning.file]) for tuning in SETS if tuning.file in result.scores]
    for title, found in [*named, ("**pooled**", result.pooled())]:
        lines = [(group, found.exact[group], found.relaxed[group]) for group in GROUPS if group in found.exact]
        if len(lines) > 1:
            lines.append(("all", found.total(), found.total(relaxed=True)))
        for group, exact, relaxed in lines:
            yield f"| {title} | {group} | {exact.expected} | {_cells(exact)} | {_cells(relaxed)} |"
    together = "; ".join(tuning.title for tuning in SETS if tuning.pooled)
    yield f"\nPooled: {together}. Measured with spaCy {result.spacy}; loading after spaCy's import, processor time."


def _cells(counts: Counts) -> str:
    return " | ".join(f"{100 * figure:.1f}" for figure in (counts.precision, counts.recall, counts.f1))
