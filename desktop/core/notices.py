"""Who is told of committed changes, and what a step changes in the words of a notice."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.edits import Decide, SetState, Step
from desktop.core.view import Change, ChangeKind

Subscriber = Callable[[Change], None]


class Notices:
    """The subscribers of one project file, shared by its connections."""

    def __init__(self) -> None:
        """Start without any."""
        self._subscribers: list[Subscriber] = []

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Have ``callback`` called with every change; gives the way to stop, which may be called twice."""
        self._subscribers.append(callback)

        def stop() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return stop

    def tell(self, change: Change) -> None:
        """Call all subscribers, in the order they came, on this thread."""
        for callback in tuple(self._subscribers):
            callback(change)


def change_of(step: Step, initiator: object | None) -> Change:
    """Return the notice of a step that was carried out or taken back."""
    kinds: set[ChangeKind] = set()
    for part in step.parts:
        for edit in part.edits:
            match edit:
                case SetState():
                    kinds.add(ChangeKind.STATE)
                case Decide():
                    kinds.add(ChangeKind.SUGGESTIONS)
                case _:
                    kinds.add(ChangeKind.ANNOTATIONS)
    return Change(frozenset(kinds), step.articles, initiator)
