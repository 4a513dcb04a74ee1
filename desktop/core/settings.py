"""What the user may choose: frozen sections with defaults, kept as JSON that holds only what differs.

File: ``{"version": 2, "appearance": {"theme": "dark"}, ...}``. A key that this version does not know is kept and
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

from annotation_schema.wording import mark, translate

VERSION = 2

RECENT_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks.

    ``zoom``: size of the article's text, ``scale``: of everything, both in percent; ``font``: family of the article's
    text, empty for the bundled one; ``measure``: characters in a line of it; ``language``: "system" or a code.
    """

    theme: str = "system"
    zoom: int = 100
    font: str = ""
    measure: int = 75
    scale: int = 100
    motion: str = "system"
    language: str = "system"


@dataclass(frozen=True, slots=True)
class Work:
    """What happens by itself; ``annotator`` empty means the name of the account."""

    annotator: str = ""
    reopen_last: bool = True
    prelabel_on_open: bool = True
    advance_after_verdict: bool = True
    pipeline: str = ""
    quick_fill: bool = True
    confirm_done: bool = True
    trim_space: bool = True
    trim_quotes: bool = True
    trim_punctuation: bool = True
    whole_words: bool = True


@dataclass(frozen=True, slots=True)
class Places:
    """Project files opened lately, newest first."""

    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; ``unknown`` holds what a newer version wrote, to be written out again.

    ``keys``: shortcuts of actions that differ from the table of actions, by action id; no shortcuts: it has none.
    """

    appearance: Appearance = Appearance()
    work: Work = Work()
    places: Places = Places()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
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
    """One choice as the interface offers it.

    ``key`` is ``section.field``; ``choices`` pairs value and title; ``group`` is the page of the dialog, empty: not
    there; ``unit`` stands behind a number; ``restart``: it takes effect when the program starts next.
    """

    key: str
    title: str
    choices: tuple[tuple[object, str], ...] = ()
    lowest: int = 0
    highest: int = 0
    note: str = ""
    group: str = ""
    unit: str = ""
    step: int = 1
    restart: bool = False

    def value(self, settings: Settings) -> object:
        """Return the value that stands in the settings."""
        section, name = self.key.split(".")
        return getattr(getattr(settings, section), name)

    def put(self, settings: Settings, value: object) -> Settings:
        """Return settings with another value, brought into its range. Raises ValueError if it cannot stand there."""
        accepted = _accept(self.key, self.value(Settings()), value)
        if accepted is None:
            raise ValueError(f"{self.key} cannot be {value!r}")
        section, name = self.key.split(".")
        return replace(settings, **{section: replace(getattr(settings, section), **{name: accepted})})


LOOK = mark("Settings", "Look")
READING = mark("Settings", "Reading")
TAGGING = mark("Settings", "Tagging")
SUGGESTIONS = mark("Settings", "Suggestions")
YOU = mark("Settings", "You and your work")
GROUPS = (LOOK, READING, TAGGING, SUGGESTIONS, YOU)
"""Pages of the settings dialog, in order."""

_THEMES = (
    ("system", mark("Settings", "As the system")),
    ("light", mark("Settings", "Light")),
    ("dark", mark("Settings", "Dark")),
)

SPECS: tuple[SettingSpec, ...] = (
    SettingSpec("appearance.theme", "Theme", _THEMES, group=LOOK),
    SettingSpec(
        "appearance.language",
        "Language",
        (("system", mark("Settings", "As the system")), ("en", "English"), ("de", "Deutsch")),
        group=LOOK,
        restart=True,
    ),
    SettingSpec(
        "appearance.scale",
        "Size of the interface",
        lowest=100,
        highest=300,
        step=25,
        unit="%",
        group=LOOK,
        restart=True,
        note="Everything grows, the article too. Takes effect at the next start.",
    ),
    SettingSpec(
        "appearance.motion",
        "Motion",
        (
            ("system", mark("Settings", "As the system")),
            ("on", mark("Settings", "Glide to a place")),
            ("off", mark("Settings", "No motion")),
        ),
        group=LOOK,
        note="How the article goes to a span that is off screen.",
    ),
    SettingSpec("appearance.font", "Typeface", group=READING),
    SettingSpec("appearance.zoom", "Size", lowest=50, highest=300, step=10, unit="%", group=READING),
    SettingSpec(
        "appearance.measure",
        "Length of a line",
        lowest=40,
        highest=120,
        step=5,
        unit="characters",
        group=READING,
        note="About 75 is easy on the eye; a narrow pane makes lines shorter.",
    ),
    SettingSpec(
        "work.whole_words",
        "Take words in whole",
        group=TAGGING,
        note="Where the label asks for it. A tag that begins or ends inside a word takes all of it.",
    ),
    SettingSpec("work.trim_space", "Leave out white space at the ends", group=TAGGING),
    SettingSpec("work.trim_quotes", "Leave out outer quote marks", group=TAGGING),
    SettingSpec("work.trim_punctuation", "Leave out punctuation at the end", group=TAGGING),
    SettingSpec(
        "work.quick_fill",
        "Fill in the slots right after tagging",
        group=TAGGING,
        note="Asks for claimant, kind and all else that is required, one after the other; Esc stops.",
    ),
    SettingSpec(
        "work.advance_after_verdict", "Go to the next suggestion after accepting or rejecting", group=SUGGESTIONS
    ),
    SettingSpec("work.prelabel_on_open", "Pre-highlight a project's articles when it opens", group=SUGGESTIONS),
    SettingSpec("work.pipeline", "Pipeline", note="Empty: the one that comes with Pressmark."),
    SettingSpec(
        "work.annotator",
        "Your name",
        group=YOU,
        note="Kept with every span that you tag in projects made from now on. Empty: the name of your account.",
    ),
    SettingSpec(
        "work.confirm_done",
        "Show what is still open before an article is done",
        group=YOU,
        note="You can always finish it anyway.",
    ),
    SettingSpec("work.reopen_last", "Open the last project at start", group=YOU),
    SettingSpec("places.recent", "Projects opened lately"),
)

_Section = TypeVar("_Section", Appearance, Work, Places)
Migrator = Callable[[dict[str, Any]], dict[str, Any]]


def _motion_in_words(data: dict[str, Any]) -> dict[str, Any]:
    """Version 1 had a switch ``reduced_motion``; now there is a third choice, as the system says."""
    look = data.get("appearance")
    if isinstance(look, dict):
        values = dict(cast("dict[str, Any]", look))
        if values.pop("reduced_motion", None) is True:
            values["motion"] = "off"
        return {**data, "appearance": values}
    return data


MIGRATORS: dict[int, Migrator] = {1: _motion_in_words}
"""``MIGRATORS[n]`` turns a version-n file into version n + 1."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings and, when something was wrong with their file, what it was and what the old file is called now."""

    settings: Settings
    wrong: str = ""
    kept: str = ""

    @property
    def problem(self) -> str:
        """A sentence in the language that the settings ask for; "" if nothing was wrong."""
        if not self.wrong:
            return ""
        sentence = translate(
            "Settings", "The settings could not be read ({reason}); defaults are used. The old file is {file}."
        )
        return sentence.format(reason=self.wrong, file=self.kept)


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
        return Loaded(Settings(), str(error) or type(error).__name__, kept.name)


def from_dict(data: dict[str, Any]) -> Settings:
    """Return settings of a parsed file, migrated; values of a wrong type or outside the choices become defaults."""
    version = data.get("version", VERSION)
    while isinstance(version, int) and version in MIGRATORS:
        data = MIGRATORS[version](dict(data))
        version += 1
    unknown = {k: v for k, v in data.items() if k not in ("version", "appearance", "work", "places", "keys")}
    return Settings(
        appearance=_section(Appearance(), "appearance", data),
        work=_section(Work(), "work", data),
        places=_section(Places(), "places", data),
        keys=_keys(data.get("keys")),
        unknown=unknown,
    )


def _keys(given: object) -> dict[str, tuple[str, ...]]:
    """Return shortcuts by action id; whether they are keys at all is for ``desktop.core.shortcuts`` to say."""
    found: dict[str, tuple[str, ...]] = {}
    for action, keys in cast("dict[object, object]", given).items() if isinstance(given, dict) else ():
        if isinstance(action, str) and isinstance(keys, list):
            found[action] = tuple(k for k in cast("list[object]", keys) if isinstance(k, str))
    return found


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
    if settings.keys:
        out["keys"] = {action: list(settings.keys[action]) for action in sorted(settings.keys)}
    return out


def save(settings: Settings, file: Path) -> None:
    """Write ``file`` whole or not at all. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(file.name + ".new")
    temporary.write_text(json.dumps(to_dict(settings), ensure_ascii=False, indent=1) + "\n", "utf-8")
    temporary.replace(file)
