"""Actions on the article on screen: spans, suggestions, status, and the caret's motions."""

from __future__ import annotations

from annotation_schema.wording import mark
from desktop.core.actions.spec import (
    ActionSpec,
    Group,
    Scope,
    anywhere,
    in_article,
    with_article,
    with_item,
    with_project,
    with_span,
    with_suggestion,
    with_suggestions,
)


def motion_pair(name: str, text: str, selecting: str, shortcuts: str) -> tuple[ActionSpec, ActionSpec]:
    """Return the motion and the same motion extending the selection with Shift."""
    keys = shortcuts.split()
    extended = tuple("+".join((*k.split("+")[:-1], "Shift", k.split("+")[-1])) for k in keys)
    return (
        ActionSpec(f"move.{name}", text, Group.MOVE, tuple(keys), Scope.ARTICLE, with_article),
        ActionSpec(f"extend.{name}", selecting, Group.MOVE, extended, Scope.ARTICLE, with_article),
    )


_MOTIONS: tuple[tuple[ActionSpec, ActionSpec], ...] = (
    motion_pair("previous-word", mark("Actions", "Word back"), mark("Actions", "Word back, selecting"), "Left"),
    motion_pair("next-word", mark("Actions", "Word on"), mark("Actions", "Word on, selecting"), "Right"),
    motion_pair("previous-line", mark("Actions", "Line up"), mark("Actions", "Line up, selecting"), "Up"),
    motion_pair("next-line", mark("Actions", "Line down"), mark("Actions", "Line down, selecting"), "Down"),
    motion_pair(
        "previous-char", mark("Actions", "Character back"), mark("Actions", "Character back, selecting"), "Alt+Left"
    ),
    motion_pair("next-char", mark("Actions", "Character on"), mark("Actions", "Character on, selecting"), "Alt+Right"),
    motion_pair(
        "previous-sentence", mark("Actions", "Sentence back"), mark("Actions", "Sentence back, selecting"), "Ctrl+Left"
    ),
    motion_pair(
        "next-sentence", mark("Actions", "Sentence on"), mark("Actions", "Sentence on, selecting"), "Ctrl+Right"
    ),
    motion_pair(
        "previous-paragraph", mark("Actions", "Paragraph up"), mark("Actions", "Paragraph up, selecting"), "Ctrl+Up"
    ),
    motion_pair(
        "next-paragraph", mark("Actions", "Paragraph down"), mark("Actions", "Paragraph down, selecting"), "Ctrl+Down"
    ),
    motion_pair(
        "line-start", mark("Actions", "Start of the line"), mark("Actions", "Start of the line, selecting"), "Home"
    ),
    motion_pair("line-end", mark("Actions", "End of the line"), mark("Actions", "End of the line, selecting"), "End"),
    motion_pair(
        "article-start",
        mark("Actions", "Start of the article"),
        mark("Actions", "Start of the article, selecting"),
        "Ctrl+Home",
    ),
    motion_pair(
        "article-end",
        mark("Actions", "End of the article"),
        mark("Actions", "End of the article, selecting"),
        "Ctrl+End",
    ),
    motion_pair("page-up", mark("Actions", "Page up"), mark("Actions", "Page up, selecting"), "PgUp"),
    motion_pair("page-down", mark("Actions", "Page down"), mark("Actions", "Page down, selecting"), "PgDown"),
)
MOTIONS: tuple[str, ...] = tuple(move.id.removeprefix("move.") for move, _ in _MOTIONS)
"""Motions of the caret, as the article pane knows them; each is two actions, since Shift selects."""

ARTICLE_ACTIONS: tuple[ActionSpec, ...] = (
    in_article(
        "span.delete", "Delete", Group.TAG, "Delete", with_span, "Remove the current span and its links", br=True
    ),
    in_article("span.relabel", "Relabel…", Group.TAG, "R", with_item, "Then press the key of a label"),
    in_article("span.remove-fragment", "Remove the part under the caret", Group.TAG, "Shift+Delete", with_span),
    in_article(
        "span.to-selection",
        "Set the borders to the selection",
        Group.TAG,
        "B",
        with_item,
        "A suggestion is accepted with these borders",
    ),
    in_article("span.edit", "Edit attributes", Group.TAG, "E", with_span, "Go to the current span's card", br=True),
    in_article("span.next", "Next span", Group.TAG, "]", help="Also a suggestion", repeats=True, br=True),
    in_article("span.previous", "Previous span", Group.TAG, "[", repeats=True),
    in_article(
        "window.escape", "Stop, select nothing", Group.TAG, "Esc", help="Leaves relabelling, drops the selection"
    ),
    in_article(
        "suggestion.next", "Next suggestion", Group.SUGGESTIONS, "Tab", with_suggestions, "Go to it", repeats=True
    ),
    in_article(
        "suggestion.previous", "Previous suggestion", Group.SUGGESTIONS, "Shift+Tab", with_suggestions, repeats=True
    ),
    in_article(
        "suggestion.accept",
        "Accept",
        Group.SUGGESTIONS,
        "Return Enter",
        with_suggestion,
        "Make it a span and go to the next",
        br=True,
    ),
    in_article(
        "suggestion.reject", "Reject", Group.SUGGESTIONS, "Backspace", with_suggestion, "Never offered again; go on"
    ),
    anywhere(
        "suggestion.accept-all",
        "Accept all in this article",
        Group.SUGGESTIONS,
        "Ctrl+Shift+Return Ctrl+Shift+Enter",
        with_suggestions,
        "One step, undone in one",
        short="Accept all",
    ),
    anywhere(
        "prelabel.article",
        "Pre-highlight this article",
        Group.SUGGESTIONS,
        "",
        with_article,
        "Ask the pipeline for suggestions",
        br=True,
    ),
    anywhere("prelabel.all", "Pre-highlight all articles", Group.SUGGESTIONS, "", with_project),
    anywhere("prelabel.pause", "Pause pre-highlighting, or go on", Group.SUGGESTIONS, "", lambda c: c.prelabelling),
    anywhere("prelabel.cancel", "Stop pre-highlighting", Group.SUGGESTIONS, "", lambda c: c.prelabelling),
    anywhere(
        "article.done-next",
        "Done, next article",
        Group.ARTICLE,
        "Ctrl+Return Ctrl+Enter",
        with_article,
        "Mark as done and open the next",
        short="Done, next",
    ),
    in_article("article.next", "Next article", Group.ARTICLE, "N", repeats=True, br=True),
    in_article("article.previous", "Previous article", Group.ARTICLE, "P", repeats=True),
    anywhere(
        "article.started", "Mark as started", Group.ARTICLE, "", with_article, "Take “done” or “flagged” back", br=True
    ),
    anywhere("article.flag", "Flag for discussion", Group.ARTICLE, "Ctrl+Shift+F", with_article, "Set it aside"),
    in_article("select.word", "Select the word", Group.MOVE, "W", help="Under the caret"),
    in_article("select.sentence", "Select the sentence", Group.MOVE, "S", help="Under the caret"),
    in_article(
        "select.quotation", "Select the quotation", Group.MOVE, 'Q "', help="Around the caret, without quote marks"
    ),
    *(spec for pair in _MOTIONS for spec in pair),
    anywhere("settings.prelabel", "Pre-highlight when a project opens", Group.SUGGESTIONS, checkable=True, br=True),
    anywhere("settings.advance", "Go on after accept or reject", Group.SUGGESTIONS, checkable=True),
)
