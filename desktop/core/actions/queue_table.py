"""Actions on what the queue lists, and in which order."""

from __future__ import annotations

from desktop.core.actions.spec import ActionSpec, Group, anywhere, with_project

QUEUE_ACTIONS: tuple[ActionSpec, ...] = (
    anywhere(
        "queue.filter",
        "Choose a filter of the queue",
        Group.VIEW,
        "Ctrl+Shift+L",
        with_project,
        "All articles, a saved filter, or another one",
        br=True,
    ),
    anywhere(
        "queue.edit-filter",
        "Filter the queue…",
        Group.VIEW,
        "",
        with_project,
        "By status, label, annotator, date; save, rename, delete filters",
    ),
    anywhere("queue.everything", "Show all articles", Group.VIEW, "", with_project, "Without filter or search"),
    anywhere("queue.sort", "Sort the queue", Group.VIEW, "Ctrl+Shift+S", with_project, "By title, date, status, …"),
)
