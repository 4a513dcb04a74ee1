"""Which pipeline reads which articles of a project, and what its labels mean there; kept with the project."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from annotation_schema.model import Attributes
from annotation_schema.schema import LabelSchema
from desktop.core.pipeline_fit import main_language
from desktop.core.prelabel import label_map
from desktop.core.view import LabelMap

SETTING = "prelabel.pipelines"
"""Key among the project's settings."""


class Settings(Protocol):
    """What keeps the choice: a project."""

    @property
    def schema(self) -> LabelSchema:
        """The label schema."""
        ...

    @property
    def label_map(self) -> LabelMap:
        """The map for pipelines that have none of their own."""
        ...

    def setting(self, key: str) -> str:
        """Return something kept under a key, "" if there is nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Leg:
    """One run of several: a pipeline and the languages it is for; no languages: for all but ``others``."""

    pipeline: str
    languages: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def covers(self, language: str) -> bool:
        """Say whether articles of a language, as their source gives it, are for this pipeline."""
        code = main_language(language)
        return code in self.languages if self.languages else code not in self.others


@dataclass(frozen=True, slots=True)
class PipelineChoice:
    """``default``: a name or a folder, "" for the user's own default; ``by_language`` for articles of a language."""

    default: str = ""
    by_language: Mapping[str, str] = field(default_factory=dict[str, str])

    def dump(self) -> str:
        """Return the form that is stored, the same for equal choices."""
        return json.dumps({"default": self.default, "by_language": dict(sorted(self.by_language.items()))})

    def read_by_default(self, languages: Mapping[str, int]) -> dict[str, int]:
        """Return, of how many articles there are in each language, the languages that have no pipeline of their own."""
        return {code: count for code, count in languages.items() if main_language(code) not in self.by_language}

    def legs(self, fallback: str = "", *, first: str = "") -> list[Leg]:
        """Return the runs that it takes to read all articles, that for articles of the language ``first`` first.

        ``fallback`` is the user's own default. Without languages of their own it is one run, for everything.
        """
        rest = self.default or fallback
        own: dict[str, set[str]] = {}
        for language, pipeline in sorted(self.by_language.items()):
            if pipeline != rest:
                own.setdefault(pipeline, set()).add(language)
        taken = frozenset(code for codes in own.values() for code in codes)
        found = [Leg(rest, others=taken), *(Leg(p, frozenset(codes)) for p, codes in own.items())]
        return sorted(found, key=lambda leg: not leg.covers(first))


def of(project: Settings) -> PipelineChoice:
    """Return a project's choice; the default for what is not understood."""
    try:
        held: Any = json.loads(project.setting(SETTING) or "{}")
        named = cast(dict[str, object], held.get("by_language", {}))
        languages = {code: str(pipeline) for code, pipeline in named.items() if main_language(code) == code}
        return PipelineChoice(str(held.get("default", "")), languages)
    except (ValueError, AttributeError):
        return PipelineChoice()


def label_map_for(project: Settings, pipeline: str) -> LabelMap:
    """Return what a pipeline's labels mean in a project: its own map, else the project's.

    A label that the map does not name and that is called as one of the project's stands for that one: so it is with
    pipelines that were trained on an export, and with word lists.
    """
    own = project.setting(label_map.key(pipeline))
    base = label_map.parse(json.loads(own)) if own else project.label_map
    names: dict[str, tuple[str, Attributes]] = {x.name: (x.name, {}) for x in project.schema.enabled_labels}
    return names | dict(base)
