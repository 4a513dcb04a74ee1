"""Every command of the window as one table of frozen records, without Qt.

Menus, tool bar, key hints and the help sheet are built from it. ``desktop.app`` binds each id to one handler and calls
``conflicts`` at start. Shortcuts are written as Qt's portable text ("Ctrl+Shift+Z"); several may name one action.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from annotation_schema.schema import LabelSchema


class Group(StrEnum):
    """Where an action is listed: the menus, in their order, and the caret's motions."""

    FILE = "File"
    EDIT = "Edit"
    TAG = "Tag"
    SUGGESTIONS = "Suggestions"
    ARTICLE = "Article"
    MOVE = "Move and select"
    VIEW = "View"
    HELP = "Help"


class Scope(StrEnum):
    """Where the shortcut acts. Plain letters belong to the article, so that one can type elsewhere."""

    WINDOW = "window"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class UiContext:
    """What the window is showing, as far as it decides which actions make sense."""

    project: bool = False
    article: bool = False
    selection: bool = False  # words are selected
    span: bool = False  # the current item is a span
    suggestion: bool = False  # the current item is a suggestion
    open_suggestions: int = 0
    can_undo: bool = False
    can_redo: bool = False
    task: bool = False  # an import or export is running
    prelabelling: bool = False


def always(context: UiContext) -> bool:
    """Say that the action is possible at any time."""
    return True


def with_project(context: UiContext) -> bool:
    """Need an open project."""
    return context.project


def with_article(context: UiContext) -> bool:
    """Need an article on screen."""
    return context.article


def with_span(context: UiContext) -> bool:
    """Need a current span."""
    return context.article and context.span


def with_item(context: UiContext) -> bool:
    """Need a current span or suggestion."""
    return context.article and (context.span or context.suggestion)


def with_suggestion(context: UiContext) -> bool:
    """Need a current suggestion."""
    return context.article and context.suggestion


def with_suggestions(context: UiContext) -> bool:
    """Need open suggestions in the article."""
    return context.article and context.open_suggestions > 0


def idle_project(context: UiContext) -> bool:
    """Need a project that no import or export is using."""
    return context.project and not context.task


def no_task(context: UiContext) -> bool:
    """Need that no import or export is running."""
    return not context.task


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. ``help`` is the sentence on the help sheet; ``short`` the words on a button."""

    id: str
    text: str
    group: Group
    shortcuts: tuple[str, ...] = ()
    scope: Scope = Scope.WINDOW
    enabled_when: Callable[[UiContext], bool] = always
    help: str = ""
    short: str = ""
    checkable: bool = False
    repeats: bool = True  # holding the key repeats it
    label: str = ""  # name of the label that the action is about
    break_before: bool = False  # a line above it in the menu

    @property
    def shown(self) -> str:
        """Words for a button."""
        return self.short or self.text.rstrip("…")


def _window(
    id: str,
    text: str,
    group: Group,
    shortcuts: str = "",
    when: Callable[[UiContext], bool] = always,
    help: str = "",
    *,
    short: str = "",
    checkable: bool = False,
    br: bool = False,
) -> ActionSpec:
    keys = tuple(shortcuts.split())
    return ActionSpec(id, text, group, keys, Scope.WINDOW, when, help, short, checkable, repeats=False, break_before=br)


def _article(
    id: str,
    text: str,
    group: Group,
    shortcuts: str = "",
    when: Callable[[UiContext], bool] = with_article,
    help: str = "",
    *,
    short: str = "",
    repeats: bool = False,
    br: bool = False,
) -> ActionSpec:
    keys = tuple(shortcuts.split())
    return ActionSpec(id, text, group, keys, Scope.ARTICLE, when, help, short, repeats=repeats, break_before=br)


def _motion(name: str, text: str, shortcuts: str) -> tuple[ActionSpec, ActionSpec]:
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

FIXED: tuple[ActionSpec, ...] = (
    _window("file.new", "New project…", Group.FILE, "Ctrl+Shift+N", no_task, "Make a project file"),
    _window("file.open", "Open project…", Group.FILE, "Ctrl+O", no_task, "Open a project file"),
    _window("file.sample", "Open sample project", Group.FILE, "", no_task, "Five short articles to try things on"),
    _window("file.import", "Import files…", Group.FILE, "Ctrl+I", idle_project, "Add articles from files", br=True),
    _window("file.import-folder", "Import folder…", Group.FILE, "", idle_project, "Add all text files of a folder"),
    _window("file.export", "Export…", Group.FILE, "Ctrl+E", idle_project, "Write a dataset"),
    _window("file.close", "Close project", Group.FILE, "", idle_project, br=True),
    _window("file.quit", "Quit", Group.FILE, "Ctrl+Q", always, "Everything is saved already"),
    _window("edit.undo", "Undo", Group.EDIT, "Ctrl+Z", lambda c: c.can_undo, "Take back the last step"),
    _window("edit.redo", "Redo", Group.EDIT, "Ctrl+Shift+Z Ctrl+Y", lambda c: c.can_redo, "Do it again"),
    _article("edit.copy", "Copy", Group.EDIT, "Ctrl+C", lambda c: c.selection, "Copy the selected words", br=True),
    _window("edit.search", "Search articles", Group.EDIT, "Ctrl+K Ctrl+F", with_project, "Words in title or text"),
    _article("span.delete", "Delete", Group.TAG, "Delete", with_span, "Remove the current span and its links", br=True),
    _article("span.relabel", "Relabel…", Group.TAG, "R", with_item, "Then press the key of a label"),
    _article("span.remove-fragment", "Remove the part under the caret", Group.TAG, "Shift+Delete", with_span),
    _article("span.to-selection", "Set the borders to the selection", Group.TAG, "B", with_span),
    _article("span.edit", "Edit attributes", Group.TAG, "E", with_span, "Go to the current span's card", br=True),
    _article("span.next", "Next span", Group.TAG, "]", help="Also a suggestion", repeats=True, br=True),
    _article("span.previous", "Previous span", Group.TAG, "[", repeats=True),
    _article("window.escape", "Stop, select nothing", Group.TAG, "Esc", help="Leaves relabelling, drops the selection"),
    _article(
        "suggestion.next", "Next suggestion", Group.SUGGESTIONS, "Tab", with_suggestions, "Go to it", repeats=True
    ),
    _article(
        "suggestion.previous", "Previous suggestion", Group.SUGGESTIONS, "Shift+Tab", with_suggestions, repeats=True
    ),
    _article(
        "suggestion.accept",
        "Accept",
        Group.SUGGESTIONS,
        "Return Enter",
        with_suggestion,
        "Make it a span and go to the next",
        br=True,
    ),
    _article(
        "suggestion.reject", "Reject", Group.SUGGESTIONS, "Backspace", with_suggestion, "Never offered again; go on"
    ),
    _window(
        "suggestion.accept-all",
        "Accept all in this article",
        Group.SUGGESTIONS,
        "Ctrl+Shift+Return Ctrl+Shift+Enter",
        with_suggestions,
        "One step, undone in one",
        short="Accept all",
    ),
    _window(
        "prelabel.article",
        "Pre-highlight this article",
        Group.SUGGESTIONS,
        "",
        with_article,
        "Ask the pipeline for suggestions",
        br=True,
    ),
    _window("prelabel.all", "Pre-highlight all articles", Group.SUGGESTIONS, "", with_project),
    _window("prelabel.cancel", "Stop pre-highlighting", Group.SUGGESTIONS, "", lambda c: c.prelabelling),
    _window("prelabel.choose", "Choose pipeline…", Group.SUGGESTIONS, "", with_project, "Any spaCy package or folder"),
    _window(
        "article.done-next",
        "Done, next article",
        Group.ARTICLE,
        "Ctrl+Return Ctrl+Enter",
        with_article,
        "Mark as done and open the next",
        short="Done, next",
    ),
    _article("article.next", "Next article", Group.ARTICLE, "N", repeats=True, br=True),
    _article("article.previous", "Previous article", Group.ARTICLE, "P", repeats=True),
    _window(
        "article.started", "Mark as started", Group.ARTICLE, "", with_article, "Take “done” or “flagged” back", br=True
    ),
    _window("article.flag", "Flag for discussion", Group.ARTICLE, "Ctrl+Shift+F", with_article, "Set it aside"),
    _article("select.word", "Select the word", Group.MOVE, "W", help="Under the caret"),
    _article("select.sentence", "Select the sentence", Group.MOVE, "S", help="Under the caret"),
    _article("select.quotation", "Select the quotation", Group.MOVE, "Q", help="Around the caret, without quote marks"),
    *(spec for motion in MOTIONS for spec in _motion(*motion)),
    _window("view.queue", "Go to the queue", Group.VIEW, "Ctrl+1", with_project, "Then Enter opens an article"),
    _window("view.article", "Go to the article", Group.VIEW, "Ctrl+2", with_project),
    _window("view.cards", "Go to claims, actors, locations", Group.VIEW, "Ctrl+3", with_project),
    _window("view.next-pane", "Next pane", Group.VIEW, "F6", help="Queue, article, cards"),
    _window("view.previous-pane", "Previous pane", Group.VIEW, "Shift+F6"),
    _window("view.zoom-in", "Larger text", Group.VIEW, "Ctrl++ Ctrl+=", br=True),
    _window("view.zoom-out", "Smaller text", Group.VIEW, "Ctrl+-"),
    _window("view.zoom-reset", "Normal text", Group.VIEW, "Ctrl+0"),
    _window("view.theme-system", "Theme as the system", Group.VIEW, checkable=True, br=True),
    _window("view.theme-light", "Light theme", Group.VIEW, checkable=True),
    _window("view.theme-dark", "Dark theme", Group.VIEW, checkable=True),
    _window("view.menu", "Open the menu", Group.VIEW, "F10", br=True),
    _window("settings.prelabel", "Pre-highlight when a project opens", Group.SUGGESTIONS, checkable=True, br=True),
    _window("settings.advance", "Go on after accept or reject", Group.SUGGESTIONS, checkable=True),
    _window("settings.reopen-last", "Open the last project at start", Group.FILE, checkable=True, br=True),
    _window("help.sheet", "Keys and commands", Group.HELP, "F1", help="This sheet; also ? in the article"),
    _article("help.sheet-key", "Keys and commands (in the article)", Group.HELP, "?", always),
    _window("help.labels", "What the labels mean", Group.HELP, "", with_project, "Definitions and examples"),
    _window("help.logs", "Show the log folder", Group.HELP, "", always),
    _window("help.about", "About Pressmark", Group.HELP, "", always),
)


def label_actions(schema: LabelSchema) -> tuple[ActionSpec, ...]:
    """Return two actions for each label that is switched on: tag, and add a further part."""
    found: list[ActionSpec] = []
    for label in schema.enabled_labels:
        key = label.key.upper()
        found.append(
            ActionSpec(
                f"tag.{label.name}",
                f"Tag as {label.title}",
                Group.TAG,
                (key,) if key else (),
                Scope.ARTICLE,
                with_article,
                "The selection, or the word under the caret; relabels the current span if nothing is selected",
                short=label.title,
                repeats=False,
                label=label.name,
            )
        )
    for label in schema.enabled_labels:
        key = label.key.upper()
        if label.max_fragments == 1:
            continue
        found.append(
            ActionSpec(
                f"part.{label.name}",
                f"Add a part to the {label.title.lower()}",
                Group.TAG,
                (f"Shift+{key}",) if key else (),
                Scope.ARTICLE,
                with_article,
                f"The selection becomes a further part of the current {label.title.lower()}",
                repeats=False,
                label=label.name,
            )
        )
    return tuple(found)


def table(schema: LabelSchema | None = None) -> tuple[ActionSpec, ...]:
    """Return all actions for a project's schema; a label's key wins over a fixed action of the same plain key."""
    if schema is None:
        return FIXED
    labels = label_actions(schema)
    taken = {key for spec in labels for key in spec.shortcuts}
    fixed = [
        replace(s, shortcuts=tuple(k for k in s.shortcuts if k not in taken)) if taken & set(s.shortcuts) else s
        for s in FIXED
    ]
    return (*labels, *fixed)


def conflicts(specs: Iterable[ActionSpec]) -> list[str]:
    """Return sentences about ids used twice and shortcuts that two actions share where both would act."""
    found: list[str] = []
    seen: set[str] = set()
    owners: dict[str, ActionSpec] = {}
    for spec in specs:
        if spec.id in seen:
            found.append(f"The action {spec.id} is in the table twice.")
        seen.add(spec.id)
        for key in spec.shortcuts:
            # A window shortcut acts in the article as well, so both scopes share one set of keys.
            other = owners.setdefault(key.lower(), spec)
            if other is not spec:
                found.append(f"{key} is the key of both “{other.text}” and “{spec.text}”.")
    return found


def unbound(specs: Iterable[ActionSpec], handlers: Iterable[str]) -> list[str]:
    """Return sentences about actions without a handler and handlers without an action."""
    ids = {s.id for s in specs}
    bound = set(handlers)
    return [
        *(f"Nothing is bound to the action {x}." for x in sorted(ids - bound)),
        *(f"The handler {x} has no action." for x in sorted(bound - ids)),
    ]
