"""Actions that take more than one key: borders by held keys, occurrences, accepting in bulk, findings, the past."""

from __future__ import annotations

from annotation_schema.wording import mark
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
from desktop.core.actions.suggestions_table import SUGGESTION_ACTIONS

_HOLD = mark("Actions", "Hold to repeat; the whole hold is one step")


def _border(name: str, words: str, key: str, *, first: bool = False) -> ActionSpec:
    return in_article(
        f"border.{name}", words, Group.TAG, key, with_span, _HOLD if first else "", repeats=True, br=first
    )


BORDERS: tuple[ActionSpec, ...] = (
    _border("start-back.word", mark("Actions", "Start of the span: a word back"), "Z", first=True),
    _border("start-on.word", mark("Actions", "Start of the span: a word on"), "X"),
    _border("end-back.word", mark("Actions", "End of the span: a word back"), ","),
    _border("end-on.word", mark("Actions", "End of the span: a word on"), "."),
    _border("start-back.character", mark("Actions", "Start of the span: a character back"), "Shift+Z"),
    _border("start-on.character", mark("Actions", "Start of the span: a character on"), "Shift+X"),
    _border("end-back.character", mark("Actions", "End of the span: a character back"), "Shift+,"),
    _border("end-on.character", mark("Actions", "End of the span: a character on"), "Shift+."),
)
"""Borders by word, with Shift by character."""

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
    *BORDERS,
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
    *SUGGESTION_ACTIONS,
)
