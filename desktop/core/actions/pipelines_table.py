"""Actions on pipelines: which there are, what their labels mean, word lists beside them, two side by side."""

from __future__ import annotations

from desktop.core.actions.spec import ActionSpec, Group, anywhere, with_project

PIPELINE_ACTIONS: tuple[ActionSpec, ...] = (
    anywhere(
        "prelabel.choose",
        "Pipelines…",
        Group.SUGGESTIONS,
        "",
        with_project,
        "Any spaCy package or folder; for all articles or those of a language",
        br=True,
    ),
    anywhere(
        "prelabel.labels",
        "What a pipeline’s labels mean…",
        Group.SUGGESTIONS,
        "",
        with_project,
        "With a preview on this article",
    ),
    anywhere(
        "prelabel.lists",
        "Word lists and patterns…",
        Group.SUGGESTIONS,
        "",
        with_project,
        "Found by rule, before or after the model",
    ),
    anywhere(
        "prelabel.options",
        "How articles are read…",
        Group.SUGGESTIONS,
        "",
        with_project,
        "Claims, names made alike, a graphics processor",
    ),
    anywhere(
        "prelabel.compare",
        "Compare two pipelines…",
        Group.SUGGESTIONS,
        "",
        with_project,
        "On this article or a sample; nothing is stored",
    ),
)
