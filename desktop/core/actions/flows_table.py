"""Actions that take more than one key: borders by held keys, occurrences, accepting in bulk, findings, the past."""

from __future__ import annotations

from desktop.core.actions.spec import (
    ActionSpec,
    Group,
    anywhere,
    in_article,
    with_article,
    with_project,
    with_span,
    with_suggestions,
)

BORDERS: tuple[tuple[str, str, str, int], ...] = (
    ("start-back", "Start of the span", "Z", -1),
    ("start-on", "Start of the span", "X", 1),
    ("end-back", "End of the span", ",", -1),
    ("end-on", "End of the span", ".", 1),
)
"""Name, side in words, key, direction; with Shift by a character."""


def _borders() -> tuple[ActionSpec, ...]:
    found: list[ActionSpec] = []
    for unit, shift in (("word", ""), ("character", "Shift+")):
        for name, side, key, direction in BORDERS:
            text = f"{side}: a {unit} {'on' if direction > 0 else 'back'}"
            first = unit == "word" and name == "start-back"
            help = "Hold to repeat; the whole hold is one step" if first else ""
            found.append(
                in_article(
                    f"border.{name}.{unit}", text, Group.TAG, shift + key, with_span, help, repeats=True, br=first
                )
            )
    return tuple(found)


FLOW_ACTIONS: tuple[ActionSpec, ...] = (
    in_article("span.again", "Tag with the last label", Group.TAG, "T", help="The selection, or the word", br=True),
    in_article(
        "occurrences.article",
        "Tag other occurrences in this article…",
        Group.TAG,
        "O",
        with_span,
        "Shows them in context first",
    ),
    in_article(
        "occurrences.corpus",
        "Tag other occurrences in the corpus…",
        Group.TAG,
        "Shift+O",
        with_span,
        "Shows them in context first; one step",
    ),
    *_borders(),
    in_article(
        "span.join",
        "Join spans",
        Group.TAG,
        "J",
        with_span,
        "With the last one of the label that was current, else the next",
        br=True,
    ),
    in_article(
        "span.split", "Split the span", Group.TAG, "Shift+J", with_span, "The part under the caret, or at the caret"
    ),
    in_article("span.note", "Note on the span", Group.TAG, "M", with_span, "Anything a later reader should know"),
    anywhere(
        "suggestion.accept-label",
        "Accept all of a label…",
        Group.SUGGESTIONS,
        "",
        with_suggestions,
        "Shows them in context first",
    ),
    anywhere(
        "suggestion.accept-above",
        "Accept all above a score…",
        Group.SUGGESTIONS,
        "",
        with_suggestions,
        "Shows them in context first",
    ),
    anywhere(
        "suggestion.hide-share",
        "Hide suggestions in a share of the articles…",
        Group.SUGGESTIONS,
        "",
        with_project,
        "To measure whether they sway you",
        br=True,
    ),
    anywhere(
        "article.findings", "Findings", Group.ARTICLE, "Ctrl+L", with_article, "What looks unfinished; F mends", br=True
    ),
    anywhere(
        "article.history", "History", Group.ARTICLE, "Ctrl+H", with_article, "Who changed what; the article as it was"
    ),
)
