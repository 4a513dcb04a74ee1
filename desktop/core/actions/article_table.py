"""Actions on the article on screen: spans, suggestions, status, and the caret's motions."""

from __future__ import annotations

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


def motion_pair(name: str, text: str, shortcuts: str) -> tuple[ActionSpec, ActionSpec]:
    """Return the motion and the same motion extending the selection with Shift."""
    keys = shortcuts.split()
    extended = tuple("+".join((*k.split("+")[:-1], "Shift", k.split("+")[-1])) for k in keys)
    return (
        ActionSpec(f"move.{name}", text, Group.MOVE, tuple(keys), Scope.ARTICLE, with_article),
        ActionSpec(f"extend.{name}", f"{text}, selecting", Group.MOVE, extended, Scope.ARTICLE, with_article),
    )


MOTIONS: tuple[tuple[str, str, str], ...] = (
    ("previous-word", "Word back", "Left"),
    ("next-word", "Word on", "Right"),
    ("previous-line", "Line up", "Up"),
    ("next-line", "Line down", "Down"),
    ("previous-char", "Character back", "Alt+Left"),
    ("next-char", "Character on", "Alt+Right"),
    ("previous-sentence", "Sentence back", "Ctrl+Left"),
    ("next-sentence", "Sentence on", "Ctrl+Right"),
    ("previous-paragraph", "Paragraph up", "Ctrl+Up"),
    ("next-paragraph", "Paragraph down", "Ctrl+Down"),
    ("line-start", "Start of the line", "Home"),
    ("line-end", "End of the line", "End"),
    ("article-start", "Start of the article", "Ctrl+Home"),
    ("article-end", "End of the article", "Ctrl+End"),
    ("page-up", "Page up", "PgUp"),
    ("page-down", "Page down", "PgDown"),
)
"""Motions of the caret: name (as the article pane knows it), words, shortcuts. Shift selects."""

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
    anywhere("prelabel.cancel", "Stop pre-highlighting", Group.SUGGESTIONS, "", lambda c: c.prelabelling),
    anywhere("prelabel.choose", "Choose pipeline…", Group.SUGGESTIONS, "", with_project, "Any spaCy package or folder"),
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
        "select.quotation", "Select the quotation", Group.MOVE, "Q", help="Around the caret, without quote marks"
    ),
    *(spec for motion in MOTIONS for spec in motion_pair(*motion)),
    anywhere("settings.prelabel", "Pre-highlight when a project opens", Group.SUGGESTIONS, checkable=True, br=True),
    anywhere("settings.advance", "Go on after accept or reject", Group.SUGGESTIONS, checkable=True),
)
