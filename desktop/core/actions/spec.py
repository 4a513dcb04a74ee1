"""What an action is: id, words, shortcuts, where it acts and when it makes sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from annotation_schema.wording import mark, marked, translate


class Group(StrEnum):
    """Where an action is listed: the menus, in their order, and the caret's motions."""

    FILE = mark("Actions", "File")
    EDIT = mark("Actions", "Edit")
    TAG = mark("Actions", "Tag")
    SUGGESTIONS = mark("Actions", "Suggestions")
    ARTICLE = mark("Actions", "Article")
    MOVE = mark("Actions", "Move and select")
    VIEW = mark("Actions", "View")
    HELP = mark("Actions", "Help")

    @property
    def shown(self) -> str:
        """The group's name in the user's language."""
        return marked("Actions", self.value)


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
    """One command. ``help`` is the sentence on the help sheet; ``short`` the words on a button.

    The tables hold English sentences; ``in_words`` gives the action in the user's language.
    """

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
    number: int = 0  # stands where the words say {n}
    lost: tuple[tuple[str, str], ...] = ()  # keys it would have, and the words of the action that has them

    @property
    def shown(self) -> str:
        """Words for a button."""
        return self.short or self.text.rstrip("…")

    @property
    def explained(self) -> str:
        """The help, and who has a key that the action would have."""
        told = translate("Actions", "{key} is the key of “{command}” here.")
        lost = (told.format(key=key, command=owner.rstrip("…")) for key, owner in self.lost)
        return " ".join((f"{self.help.rstrip('.')}." if self.help and self.lost else self.help, *lost)).strip()

    def in_words(self) -> ActionSpec:
        """Return the action with its words in the user's language."""
        text, help, short = (marked("Actions", words) if words else "" for words in (self.text, self.help, self.short))
        return replace(self, text=text.format(n=self.number) if self.number else text, help=help, short=short)


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
