"""Shortcuts that differ from the table of actions: applied, and refused where two actions would share a key.

A shortcut is Qt's portable text, one chord ("Ctrl+Shift+Z", "B", "F1"). A window shortcut acts in every pane, so it
shares its keys with all of them; two panes may use the same key for different things. What the settings hold never
makes a conflict: of two actions the one loses whose key the user did not choose, and a label's key wins over any
other, since a project's labels cannot be tagged without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotation_schema.wording import translate
from desktop.core.actions.spec import ActionSpec, Scope

Overrides = Mapping[str, tuple[str, ...]]

MODIFIERS = ("Meta", "Ctrl", "Alt", "Shift")
"""In the order of Qt's portable text."""
_ALIASES = {"Enter": "Return", "Backtab": "Tab", "Escape": "Esc", "PageUp": "PgUp", "PageDown": "PgDown"}
_FIELD_KEYS = frozenset(
    {"Return", "Space", "Backspace", "Delete", "Del", "Home", "End", "Left", "Right", "Up", "Down", "Tab", "Esc"}
) | {"PgUp", "PgDown"}
_NAMED = _FIELD_KEYS | _ALIASES.keys() | {"Enter", "Ins", "Insert", "Menu", "Help", "Pause", "Print"}


def split(key: str) -> tuple[frozenset[str], str] | None:
    """Return the modifiers and the key of a chord, or None if it is none."""
    if not key or "," in key[:-1]:
        return None
    parts = [*key[:-2].split("+"), "+"] if key.endswith("++") else ["+"] if key == "+" else key.split("+")
    names = {m.lower(): m for m in MODIFIERS}
    modifiers = [names.get(p.lower(), "") for p in parts[:-1]]
    if "" in modifiers or len(set(modifiers)) != len(modifiers):
        return None
    last = parts[-1]
    if len(last) == 1 and not last.isspace():
        return frozenset(modifiers), last.upper()
    named = next((n for n in _NAMED if n.lower() == last.lower()), "")
    if not named and last[:1] in "Ff" and last[1:].isdigit() and 1 <= int(last[1:]) <= 35:
        named = last.upper()
    return (frozenset(modifiers), named) if named else None


def canonical(key: str) -> str:
    """Return one form for all ways to write a chord, to compare by; "" if it is none. Return and Enter stay two."""
    found = split(key)
    if found is None:
        return ""
    modifiers, last = found
    if last != "Enter":
        last = _ALIASES.get(last, last)
    return "+".join((*(m for m in MODIFIERS if m in modifiers), {"Delete": "Del", "Insert": "Ins"}.get(last, last)))


def meet(one: ActionSpec, other: ActionSpec) -> bool:
    """Say whether there is a place where the shortcuts of both act."""
    return one.scope is other.scope or Scope.WINDOW in (one.scope, other.scope)


def apply(specs: Sequence[ActionSpec], overrides: Overrides) -> tuple[ActionSpec, ...]:
    """Return the table with the user's keys; unknown actions, chords that are none and doubles are left out.

    A key that the table had to take from an action comes back to it where the user gave its owner another one.
    """
    if not overrides:
        return tuple(specs)

    def rank(spec: ActionSpec) -> int:
        return 0 if spec.id.startswith("tag.") else 1 if spec.id in overrides else 2

    owners: dict[str, list[ActionSpec]] = {}
    found: dict[str, ActionSpec] = {}
    for spec in sorted(specs, key=rank):
        kept: list[str] = []
        lost: list[tuple[str, str]] = []
        for key in overrides.get(spec.id, (*(k for k, _ in spec.lost), *spec.shortcuts)):
            name = canonical(key)
            taken = owners.setdefault(name, [])
            if not name or refused_kind(spec, key):
                continue
            other = next((x for x in taken if meet(spec, x)), None)
            if other is None:
                taken.append(spec)
                kept.append(key)
            elif other is not spec:
                lost.append((key, other.text))
        same = tuple(kept) == spec.shortcuts and tuple(lost) == spec.lost
        found[spec.id] = spec if same else replace(spec, shortcuts=tuple(kept), lost=tuple(lost))
    return tuple(found[s.id] for s in specs)


def owner(specs: Iterable[ActionSpec], spec: ActionSpec, key: str) -> ActionSpec | None:
    """Return the other action that the chord belongs to wherever ``spec`` acts, or None if it is free."""
    name = canonical(key)
    for other in specs:
        if other.id != spec.id and meet(spec, other) and any(canonical(k) == name for k in other.shortcuts):
            return other
    return None


def refused_kind(spec: ActionSpec, key: str) -> str:
    """Return a sentence if the chord can never be a shortcut of this action, whatever the others have; else ""."""
    found = split(key)
    if found is None:
        return translate("Shortcuts", "“{key}” is not a key that can be given to a command.").format(key=key)
    modifiers, last = found
    if spec.scope is Scope.WINDOW and modifiers <= {"Shift"} and (len(last) == 1 or last in _FIELD_KEYS):
        return translate(
            "Shortcuts", "“{command}” acts in the whole window: {key} alone is needed for typing. Hold Ctrl or Alt."
        ).format(command=title(spec), key=shown(key))
    return ""


def refusal(specs: Iterable[ActionSpec], spec: ActionSpec, key: str) -> str:
    """Return the sentence that refuses the chord for the action and names the other one; "" if it can be had."""
    problem = refused_kind(spec, key)
    if problem:
        return problem
    other = owner(specs, spec, key)
    if other is None:
        return ""
    if other.id.startswith("tag."):
        return translate("Shortcuts", "{key} is the key of a label: “{command}”.").format(
            key=shown(key), command=title(other)
        )
    return translate("Shortcuts", "{key} is the key of “{command}” already.").format(
        key=shown(key), command=title(other)
    )


def label_keys(specs: Iterable[ActionSpec]) -> dict[str, str]:
    """Return the key that tags with each label, as it is now; labels without one are left out."""
    return {s.label: s.shortcuts[0] for s in specs if s.id.startswith("tag.") and s.shortcuts}


def title(spec: ActionSpec) -> str:
    """Return an action's words without the dots that announce a dialog."""
    return spec.text.rstrip("…")


def shown(key: str) -> str:
    """Return a chord for a sentence: “Ctrl Shift Z”."""
    found = split(key)
    if found is None:
        return key
    modifiers, last = found
    return " ".join((*(m for m in ("Ctrl", "Alt", "Shift", "Meta") if m in modifiers), last))


def changed(
    overrides: Overrides, defaults: Iterable[ActionSpec], action: str, keys: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the overrides with other keys for an action; the table's own keys need no override."""
    default = next((s.shortcuts for s in defaults if s.id == action), ())
    found = {a: tuple(k) for a, k in overrides.items() if a != action}
    if tuple(keys) != default:
        found[action] = tuple(keys)
    return found
