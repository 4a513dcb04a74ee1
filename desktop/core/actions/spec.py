"""What an action is: id, words, shortcuts, where it acts and when it makes sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


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


def anywhere(
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
    """Return an action whose shortcuts act anywhere in the window."""
    keys = tuple(shortcuts.split())
    return ActionSpec(id, text, group, keys, Scope.WINDOW, when, help, short, checkable, repeats=False, break_before=br)


def in_article(
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
    """Return an action whose shortcuts act in the article only."""
    keys = tuple(shortcuts.split())
    return ActionSpec(id, text, group, keys, Scope.ARTICLE, when, help, short, repeats=repeats, break_before=br)
