"""Actions on what pipelines suggest, beyond the verdict on one suggestion."""

from __future__ import annotations

from desktop.core.actions.spec import ActionSpec, Group, anywhere, with_project

SUGGESTION_ACTIONS: tuple[ActionSpec, ...] = (
    anywhere(
        "suggestion.acceptance",
        "Acceptance of suggestions",
        Group.SUGGESTIONS,
        "",
        with_project,
        "Which share is accepted, by pipeline and label, over time",
        br=True,
    ),
    anywhere(
        "prelabel.claims",
        "Suggest claims in this project",
        Group.SUGGESTIONS,
        "",
        with_project,
        "With who makes them; off, only names are suggested",
        checkable=True,
    ),
)
