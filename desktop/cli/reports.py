"""Commands that say how a project stands: stats, check."""

from __future__ import annotations

from dataclasses import asdict

from annotation_schema.ids import id_text
from desktop.cli.common import EPILOG, OK, REFUSED, Json, ProjectArgument, app, count, open_project, pairs
from desktop.core import terminal
from desktop.core.work_time import duration


@app.command(epilog=EPILOG)
def stats(project: ProjectArgument, as_json: Json = False) -> int:
    """Count articles, spans, relations and suggestions."""
    with open_project(project, readonly=True) as opened:
        found = opened.stats()
    median = found.time.median_seconds
    lines = [
        f"Articles     {found.articles}",
        f"Status       {pairs(found.status)}",
        f"Spans        {pairs(found.spans)}",
        f"Relations    {pairs(found.relations)}",
        f"Suggestions  {pairs(found.suggestions)}",
        f"Annotators   {', '.join(found.annotators) or 'none'}",
        f"Time         {pairs({name: duration(s) for name, s in found.time.annotators.items()})}",
        f"An article   {f'{duration(median)} (median of {found.time.articles:,})' if median is not None else 'none'}",
    ]
    terminal.result(asdict(found), lines, as_json=as_json)
    return OK


@app.command(epilog=EPILOG)
def check(project: ProjectArgument, as_json: Json = False) -> int:
    """Look for damage, and for annotations that break the label schema."""
    with open_project(project, readonly=True) as opened:
        findings = opened.check()
    errors = sum(finding.severity == "error" for finding in findings)
    held = {
        "ok": errors == 0,
        "findings": [
            {
                "code": str(finding.code),
                "severity": str(finding.severity),
                "message": finding.message,
                "article": finding.article_uid,
                "span": None if finding.span is None else id_text(finding.span),
                "relation": None if finding.relation is None else id_text(finding.relation),
            }
            for finding in findings
        ],
    }
    lines = ["No errors were found." if errors == 0 else f"{count(errors, 'error')} found."]
    for finding in findings:
        place = f"article {finding.article_uid}: " if finding.article_uid else ""
        lines.append(f"{finding.severity}: {place}{finding.message}")
    terminal.result(held, lines, as_json=as_json)
    return OK if errors == 0 else REFUSED
