"""Every command of the window as one table of frozen records, without Qt.

Menus, tool bar, key hints and the help sheet are built from it. ``desktop.app`` binds each id to one handler and calls
``conflicts`` at start. Shortcuts are written as Qt's portable text ("Ctrl+Shift+Z"); several may name one action.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.actions.article_table import ARTICLE_ACTIONS, MOTIONS
from desktop.core.actions.claims_table import CLAIM_ACTIONS
from desktop.core.actions.commands_table import COMMAND_ACTIONS
from desktop.core.actions.flows_table import FLOW_ACTIONS
from desktop.core.actions.pipelines_table import PIPELINE_ACTIONS
from desktop.core.actions.queue_table import QUEUE_ACTIONS
from desktop.core.actions.spec import ActionSpec, Group, Scope, UiContext, with_article
from desktop.core.actions.window_table import WINDOW_ACTIONS

FIXED: tuple[ActionSpec, ...] = (
    *WINDOW_ACTIONS,
    *QUEUE_ACTIONS,
    *COMMAND_ACTIONS,
    *ARTICLE_ACTIONS,
    *PIPELINE_ACTIONS,
    *FLOW_ACTIONS,
    *CLAIM_ACTIONS,
)
"""All actions that do not depend on the label schema, in English; ``table`` has them in the user's language."""

__all__ = [
    "FIXED",
    "MOTIONS",
    "ActionSpec",
    "Group",
    "Scope",
    "UiContext",
    "conflicts",
    "label_actions",
    "table",
    "unbound",
]


def label_actions(schema: LabelSchema) -> tuple[ActionSpec, ...]:
    """Return two actions for each label that is switched on: tag, and add a further part."""
    found: list[ActionSpec] = []
    tag_help = translate(
        "Actions", "The selection, or the word under the caret; relabels the current span if nothing is selected"
    )
    part_help = translate("Actions", "The selection becomes a further part of the current span: {label}")
    for label in schema.enabled_labels:
        key = label.key.upper()
        found.append(
            ActionSpec(
                f"tag.{label.name}",
                translate("Actions", "Tag as {label}").format(label=label.title),
                Group.TAG,
                (key,) if key else (),
                Scope.ARTICLE,
                with_article,
                tag_help,
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
                translate("Actions", "Add a part: {label}").format(label=label.title),
                Group.TAG,
                (f"Shift+{key}",) if key else (),
                Scope.ARTICLE,
                with_article,
                part_help.format(label=label.title),
                repeats=False,
                label=label.name,
            )
        )
    return tuple(found)


def table(schema: LabelSchema | None = None) -> tuple[ActionSpec, ...]:
    """Return all actions for a project's schema, in the user's language.

    A label's key wins over a fixed action of the same plain key, which keeps its others and says so.
    """
    worded = tuple(s.in_words() for s in FIXED)
    if schema is None:
        return worded
    labels = label_actions(schema)
    owners = {key: spec for spec in labels for key in spec.shortcuts}
    return (*labels, *(_without_taken(s, owners) for s in worded))


def _without_taken(spec: ActionSpec, owners: Mapping[str, ActionSpec]) -> ActionSpec:
    """Return an action without the keys that belong to others; those are in ``lost``."""
    lost = tuple((k, owners[k].text) for k in spec.shortcuts if k in owners)
    kept = tuple(k for k in spec.shortcuts if k not in owners)
    return replace(spec, shortcuts=kept, lost=lost) if lost else spec


def conflicts(specs: Iterable[ActionSpec]) -> list[str]:
    """Return sentences about ids used twice and shortcuts that two actions share where both would act."""
    from desktop.core.shortcuts import canonical  # which knows these tables

    found: list[str] = []
    seen: set[str] = set()
    owners: dict[str, ActionSpec] = {}
    for spec in specs:
        if spec.id in seen:
            found.append(f"The action {spec.id} is in the table twice.")
        seen.add(spec.id)
        for key in spec.shortcuts:
            # A window shortcut acts in the article as well, so both scopes share one set of keys.
            other = owners.setdefault(canonical(key), spec)
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
