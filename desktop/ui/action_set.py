"""QActions made from the table of actions: one each, with shortcut, scope, handler and menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.core.actions import ActionSpec, Group, Scope, UiContext, conflicts, unbound
from desktop.core.shortcuts import canonical
from desktop.ui.widgets import LetterMenu

Handler = Callable[[], object]
SUBMENUS = (Group.FILE, Group.EDIT, Group.TAG, Group.SUGGESTIONS, Group.ARTICLE, Group.MOVE, Group.VIEW, Group.HELP)


class ActionSet:
    """The actions of one window. Raises AssertionError where table and handlers do not fit: a bug, found at start."""

    def __init__(self, window: QWidget, article: QWidget) -> None:
        """Make an empty set; window shortcuts act in ``window``, plain keys in ``article`` only."""
        self._window = window
        self._article = article
        self._actions: dict[str, QAction] = {}
        self.specs: tuple[ActionSpec, ...] = ()
        self._shown: UiContext | None = None  # what the actions were switched for last
        self._at: dict[tuple[Scope, str], ActionSpec] = {}

    def build(self, specs: tuple[ActionSpec, ...], handlers: Mapping[str, Handler]) -> Mapping[str, QAction]:
        """Make the actions anew; those of fixed ids keep their object, so that buttons stay tied to them."""
        problems = [*conflicts(specs), *unbound(specs, handlers)]
        assert not problems, "\n".join(problems)
        wanted = {s.id for s in specs}
        for gone in [x for x in self._actions if x not in wanted]:
            action = self._actions.pop(gone)
            self._owner_of(action).removeAction(action)
            action.deleteLater()
        self.specs = specs
        self._shown = None
        self._at = {(spec.scope, canonical(key)): spec for spec in specs for key in spec.shortcuts}
        for spec in specs:
            action = self._actions.get(spec.id)
            if action is None:
                action = self._make(spec, handlers[spec.id])
            if action.property("title") != spec.text:  # what undo would undo may stand there meanwhile
                action.setProperty("title", spec.text)
                action.setText(spec.text)
            action.setShortcuts([QKeySequence(k) for k in spec.shortcuts])
            action.setToolTip(spec.explained or spec.text.rstrip("…"))
        return self._actions

    def _owner_of(self, action: QAction) -> QWidget:
        return self._article if action.property("scope") == Scope.ARTICLE.value else self._window

    def _make(self, spec: ActionSpec, handler: Handler) -> QAction:
        action = QAction(self._window)
        action.setObjectName(spec.id)
        action.setProperty("scope", spec.scope.value)
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(spec.repeats)
        action.setMenuRole(_menu_role(spec.id))
        action.triggered.connect(lambda *_: handler())
        article = spec.scope is Scope.ARTICLE
        # With children: for screen readers a child of the article holds the focus.
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut if article else Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(context)
        self._owner_of(action).addAction(action)
        self._actions[spec.id] = action
        return action

    def press(self, keys: Iterable[str], *, in_article: bool, held: bool) -> bool:
        """Do what one of some chords does where the keyboard is; say whether it belongs to an action.

        For keys that Qt takes for no shortcut (see ``key_places``). ``held``: the key is repeating.
        """
        for key in map(canonical, keys):
            spec = self._at.get((Scope.ARTICLE, key)) if in_article else None
            spec = spec or self._at.get((Scope.WINDOW, key))
            if spec is not None:
                if spec.repeats or not held:
                    self._actions[spec.id].trigger()  # which does nothing where it makes no sense
                return True
        return False

    def __getitem__(self, action_id: str) -> QAction:
        """Return an action. Raises KeyError."""
        return self._actions[action_id]

    def all(self) -> Mapping[str, QAction]:
        """Return all actions by id."""
        return self._actions

    def update(self, context: UiContext) -> None:
        """Switch actions on and off for what the window shows."""
        if context == self._shown:
            return
        self._shown = context
        asked: dict[Callable[[UiContext], bool], bool] = {}  # many actions ask the same
        for spec in self.specs:
            action, when = self._actions[spec.id], spec.enabled_when
            enabled = asked.get(when)
            if enabled is None:
                enabled = asked[when] = when(context)
            if action.isEnabled() != enabled:
                action.setEnabled(enabled)

    def name_step(self, action_id: str, form: str, step: str | None) -> None:
        """Say in an action what it would take back or bring back: ``form`` with the step's words, if there is one."""
        action = self._actions[action_id]
        action.setText(form.format(step=step).replace("&", "&&") if step else action.property("title"))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the main menu, one submenu a group; filled when opened, so that it follows the table."""
        menu = LetterMenu(parent)
        for group in SUBMENUS:
            submenu = LetterMenu(f"&{group.shown}", menu)
            menu.addMenu(submenu)
            submenu.setObjectName(f"menu:{group.name}")
            submenu.aboutToShow.connect(lambda s=submenu, g=group: self._fill(s, g))
            # Empty menus cannot be opened on some platforms.
            self._fill(submenu, group)
        return menu

    def _fill(self, menu: QMenu, group: Group) -> None:
        menu.clear()
        for spec in self.specs:
            if spec.group is not group:
                continue
            if spec.break_before:
                menu.addSeparator()
            menu.addAction(self._actions[spec.id])


def _menu_role(action_id: str) -> QAction.MenuRole:
    roles = {"file.quit": QAction.MenuRole.QuitRole, "help.about": QAction.MenuRole.AboutRole}
    return roles.get(action_id, QAction.MenuRole.NoRole)
