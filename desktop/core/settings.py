"""What the user may choose: frozen sections with defaults, kept as JSON that holds only what differs.

File: ``{"version": 1, "appearance": {"theme": "dark"}, ...}``. A key that this version does not know is kept and
written out again. A file that cannot be read is set aside beside the new one, and the caller is told in words.
Window geometry is not a setting; it lives apart (``desktop.ui.window_state``).
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar, cast

VERSION = 1

RECENT_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks; ``zoom`` is the size of the article's text in percent of its normal size."""

    theme: str = "system"
    zoom: int = 100
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """What happens by itself; ``annotator`` empty means the name of the account."""

    annotator: str = ""
    reopen_last: bool = True
    prelabel_on_open: bool = True
    advance_after_verdict: bool = True
    pipeline: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Project files opened lately, newest first."""

    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; ``unknown`` holds what a newer version wrote, to be written out again."""

    appearance: Appearance = Appearance()
    work: Work = Work()
    places: Places = Places()
    unknown: Mapping[str, object] = field(default_factory=dict[str, object])

    def with_recent(self, path: Path) -> Settings:
        """Return settings in which ``path`` is the project opened last."""
        text = str(path)
        rest = tuple(p for p in self.places.recent if p != text)
        return replace(self, places=Places((text, *rest)[:RECENT_LIMIT]))

    def without_recent(self, path: Path) -> Settings:
        """Return settings that no longer name ``path``."""
        return replace(self, places=Places(tuple(p for p in self.places.recent if p != str(path))))


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """One choice as the interface offers it; ``key`` is ``section.field``; ``choices`` pairs value and title."""

    key: str
    title: str
    choices: tuple[tuple[object, str], ...] = ()
    lowest: int = 0
    highest: int = 0
    note: str = ""


SPECS: tuple[SettingSpec, ...] = (
    SettingSpec("appearance.theme", "Theme", (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))),
    SettingSpec("appearance.zoom", "Size of the article's text", lowest=50, highest=300, note="percent"),
    SettingSpec("appearance.reduced_motion", "Scroll without motion"),
    SettingSpec("work.annotator", "Your name", note="It is kept with every span that you tag."),
    SettingSpec("work.reopen_last", "Open the last project at start"),
    SettingSpec("work.prelabel_on_open", "Pre-highlight a project's articles when it opens"),
    SettingSpec("work.advance_after_verdict", "Go to the next suggestion after accepting or rejecting"),
    SettingSpec("work.pipeline", "Pipeline", note="Empty: the one that comes with Pressmark."),
    SettingSpec("places.recent", "Projects opened lately"),
)

_Section = TypeVar("_Section", Appearance, Work, Places)
Migrator = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATORS: dict[int, Migrator] = {}
"""``MIGRATORS[n]`` turns a version-n file into version n + 1."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and, when something was wrong with the file, a sentence about it."""

    settings: Settings
    problem: str = ""


def load(file: Path) -> Loaded:
    """Return the settings in ``file``; defaults if it is absent; never raises for what is in the file."""
    try:
        data: object = json.loads(file.read_text("utf-8"))
        if not isinstance(data, dict):
            raise ValueError("the file does not hold a JSON object")
        return Loaded(from_dict(cast("dict[str, Any]", data)))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError) as error:
        kept = file.with_name(file.name + ".broken")
        with contextlib.suppress(OSError):
            file.replace(kept)
        return Loaded(
            Settings(), f"The settings could not be read ({error}); defaults are used. The old file is {kept.name}."
        )


def from_dict(data: dict[str, Any]) -> Settings:
    """Return settings of a parsed file, migrated; values of a wrong type or outside the choices become defaults."""
    version = data.get("version", VERSION)
    while isinstance(version, int) and version in MIGRATORS:
        data = MIGRATORS[version](dict(data))
        version += 1
    unknown = {k: v for k, v in data.items() if k not in ("version", "appearance", "work", "places")}
    return Settings(
        appearance=_section(Appearance(), "appearance", data),
        work=_section(Work(), "work", data),
        places=_section(Places(), "places", data),
        unknown=unknown,
    )


def _section(default: _Section, name: str, data: dict[str, Any]) -> _Section:
    given = data.get(name)
    if not isinstance(given, dict):
        return default
    values = cast("dict[str, Any]", given)
    accepted: dict[str, Any] = {}
    for f in fields(default):
        if f.name not in values:
            continue
        value = _accept(f"{name}.{f.name}", getattr(default, f.name), values[f.name])
        if value is not None:
            accepted[f.name] = value
    return replace(default, **accepted)


def _accept(key: str, default: object, value: object) -> object:
    """Return ``value`` if it may stand for ``key``, else None."""
    spec = next(s for s in SPECS if s.key == key)
    if isinstance(default, tuple):
        items = cast("list[object]", value) if isinstance(value, list) else None
        return tuple(str(x) for x in items) if items is not None else None
    if type(value) is not type(default):
        return None
    if spec.choices and value not in [c[0] for c in spec.choices]:
        return None
    if spec.highest and isinstance(value, int):
        return min(spec.highest, max(spec.lowest, value))
    return value


def to_dict(settings: Settings) -> dict[str, Any]:
    """Return the JSON form: only what differs from the defaults, and what we did not understand."""
    out: dict[str, Any] = {"version": VERSION, **settings.unknown}
    for name, default, section in (
        ("appearance", Appearance(), settings.appearance),
        ("work", Work(), settings.work),
        ("places", Places(), settings.places),
    ):
        changed = {
            f.name: getattr(section, f.name)
            for f in fields(default)
            if getattr(section, f.name) != getattr(default, f.name)
        }
        if changed:
            out[name] = changed
    return out


def save(settings: Settings, file: Path) -> None:
    """Write ``file`` whole or not at all. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(file.name + ".new")
    temporary.write_text(json.dumps(to_dict(settings), ensure_ascii=False, indent=1) + "\n", "utf-8")
    temporary.replace(file)
