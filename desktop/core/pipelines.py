"""Which spaCy pipelines can be chosen: the embedded one, folders of the user, installed packages.

Nothing here imports spaCy or a pipeline: what is shown comes from each pipeline's ``meta.json`` and
``config.cfg`` (https://spacy.io/api/data-formats#meta), which lie in the pipeline's folder.
"""

from __future__ import annotations

import configparser
import importlib.metadata
import importlib.util
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from annotation_schema.wording import translate
from desktop.core.errors import AppError, ErrorCode
from desktop.core.paths import pipelines_dir
from desktop.core.resources import embedded_pipeline

_ENTRY_POINTS = "spacy_models"
_SPAN_FACTORIES = frozenset(
    {"ner", "beam_ner", "entity_ruler", "future_entity_ruler", "span_ruler", "spancat", "spancat_singlelabel"}
)


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """A pipeline that can be chosen; ``source`` is what the worker is told to load."""

    name: str
    version: str
    path: str
    labels: tuple[str, ...]  # of spans; a ruler's or an odd component's may be missing
    language: str
    source: str
    finds: bool = True  # it has a component that is known to find spans
    components: tuple[str, ...] = ()
    description: str = ""
    author: str = ""
    licence: str = ""
    spacy_version: str = ""  # what it asks for, such as ">=3.8.0,<3.9.0"
    requirements: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict[str, float])  # of its makers: ents_f, tag_acc, …; 0 to 1
    label_scores: Mapping[str, float] = field(default_factory=dict[str, float])  # F1 by label

    def size(self) -> int:
        """Return the bytes on disk; looks at every file."""
        return sum(p.stat().st_size for p in Path(self.path).rglob("*") if p.is_file())


@dataclass(frozen=True, slots=True)
class Broken:
    """A folder among the user's pipelines that cannot be used; ``reason`` is a sentence."""

    path: str
    reason: str


def list_pipelines() -> list[PipelineInfo]:
    """Return the embedded pipeline first, then the user's folders and installed packages, each by name."""
    found: dict[str, PipelineInfo] = {}
    for info in (_read(embedded_pipeline()), *_folders(), *_packages()):
        if info is not None:
            found.setdefault(info.path, info)
    return list(found.values())


def find(name_or_folder: str) -> PipelineInfo:
    """Return the pipeline of that name, or in that folder; raises AppError (pipeline-not-found).

    "" means the embedded one. A name counts before a folder of the same name.
    """
    if not name_or_folder:
        info = _read(embedded_pipeline())
        if info is not None:
            return info
        raise AppError(
            ErrorCode.PIPELINE_NOT_FOUND,
            translate("Pipelines", "The embedded pipeline is missing from this installation."),
            hint=translate("Pipelines", "Name another one with --pipeline, or install Pressmark again."),
        )
    known = list_pipelines()
    for info in known:
        if name_or_folder in (info.name, info.source):
            return info
    folder = Path(name_or_folder).expanduser()
    info = _read(folder) or _package(name_or_folder)
    if info is not None:
        return info
    if folder.is_dir():
        message = why_not(folder)
    else:
        message = translate(
            "Pipelines", "There is no pipeline “{name}”: neither an installed one nor a folder."
        ).format(name=name_or_folder)
    names = ", ".join(i.name for i in known)
    hint = (
        translate("Pipelines", "Installed: {names}.").format(names=names)
        if names
        else translate("Pipelines", "None is installed.")
    )
    raise AppError(ErrorCode.PIPELINE_NOT_FOUND, message, hint=hint)


def broken() -> list[Broken]:
    """Return the folders among the user's pipelines that cannot be used, each with the reason."""
    base = pipelines_dir()
    folders = sorted(p for p in base.iterdir() if p.is_dir()) if base.is_dir() else []
    return [Broken(str(f), why_not(f)) for f in folders if _read(f) is None]


def why_not(folder: Path) -> str:
    """Return a sentence on what a folder lacks to be a pipeline; "" if it is one."""
    if not folder.is_dir():
        return translate("Pipelines", "There is no folder {folder}.").format(folder=folder)
    data = _data_folder(folder)
    if data is None:
        return translate(
            "Pipelines", "The folder {folder} holds no spaCy pipeline: there is no config.cfg in it."
        ).format(folder=folder)
    meta = data / "meta.json"
    if not meta.is_file():
        return translate("Pipelines", "The pipeline in {folder} is incomplete: meta.json is missing.").format(
            folder=data
        )
    if _read(folder) is None:
        return translate(
            "Pipelines", "The pipeline in {folder} is damaged: config.cfg or meta.json cannot be read."
        ).format(folder=data)
    return ""


def _folders() -> Iterator[PipelineInfo | None]:
    base = pipelines_dir()
    if base.is_dir():
        for folder in sorted(base.iterdir()):
            yield _read(folder)


def _packages() -> Iterator[PipelineInfo | None]:
    names = {e.module.split(".")[0] for e in importlib.metadata.entry_points(group=_ENTRY_POINTS)}
    for name in sorted(names):
        yield _package(name)


def _package(name: str) -> PipelineInfo | None:
    # A top-level name: it is looked for, nothing is imported.
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    places = spec.submodule_search_locations if spec is not None else None
    return next((i for i in (_read(Path(p), source=name) for p in places or ()) if i is not None), None)


def _read(folder: Path, *, source: str = "") -> PipelineInfo | None:
    """Return what a folder's files say, or None if it holds no pipeline; a package's is one folder below."""
    data = _data_folder(folder)
    if data is None:
        return None
    try:
        meta: object = json.loads((data / "meta.json").read_text(encoding="utf-8"))
        factories = _factories((data / "config.cfg").read_text(encoding="utf-8"))
    except (OSError, ValueError, configparser.Error):
        return None
    if not isinstance(meta, dict):
        return None
    values = cast(dict[str, object], meta)
    language = str(values.get("lang", ""))
    path = str(data.resolve())
    scores, label_scores = _scores(values.get("performance"))
    pipes = values.get("pipeline")
    names = [n for n in cast(list[object], pipes) if isinstance(n, str)] if isinstance(pipes, list) else []
    asked = values.get("requirements")
    requirements = [r for r in cast(list[object], asked) if isinstance(r, str)] if isinstance(asked, list) else []
    return PipelineInfo(
        name=f"{language}_{values.get('name', '')}".strip("_"),
        version=str(values.get("version", "")),
        path=path,
        labels=_labels(values.get("labels"), factories),
        language=language,
        source=source or path,
        finds=bool(_SPAN_FACTORIES & set(factories.values())),
        components=tuple(names or factories),
        description=str(values.get("description") or ""),
        author=str(values.get("author") or ""),
        licence=str(values.get("license") or ""),
        spacy_version=str(values.get("spacy_version") or ""),
        requirements=tuple(requirements),
        scores=scores,
        label_scores=label_scores,
    )


def _scores(value: object) -> tuple[dict[str, float], dict[str, float]]:
    """Return the scores that are single numbers, and F1 by label of entities or spans."""
    if not isinstance(value, dict):
        return {}, {}
    plain: dict[str, float] = {}
    by_label: dict[str, float] = {}
    for name, score in cast(dict[str, object], value).items():
        if isinstance(score, int | float) and not isinstance(score, bool) and 0 <= score <= 1:
            plain[name] = float(score)
        elif name.endswith("_per_type") and name.startswith(("ents", "spans")) and isinstance(score, dict):
            for label, parts in cast(dict[str, object], score).items():
                f = cast(dict[str, object], parts).get("f") if isinstance(parts, dict) else None
                if isinstance(f, int | float):
                    by_label[label] = float(f)
    return {k: v for k, v in plain.items() if not k.endswith("_loss") and k != "speed"}, by_label


def _data_folder(folder: Path) -> Path | None:
    """Return the folder that holds config.cfg: this one, or the newest of a package one below."""
    return folder if (folder / "config.cfg").is_file() else next(iter(sorted(_inner(folder), reverse=True)), None)


def _inner(folder: Path) -> list[Path]:
    try:
        return [p.parent for p in folder.glob("*/config.cfg")]
    except OSError:
        return []


def _factories(config: str) -> dict[str, str]:
    """Return the factory of each component: ``[components.ner]`` / ``factory = "ner"``."""
    parser = configparser.RawConfigParser(strict=False)
    parser.read_string(config)
    found: dict[str, str] = {}
    for section in parser.sections():
        parts = section.split(".")
        if len(parts) == 2 and parts[0] == "components":
            found[parts[1]] = parser.get(section, "factory", fallback="").strip().strip('"')
    return found


def _labels(value: object, factories: dict[str, str]) -> tuple[str, ...]:
    if not isinstance(value, dict):
        return ()
    labels: set[str] = set()
    for component, names in cast(dict[str, object], value).items():
        if factories.get(component, component) in _SPAN_FACTORIES and isinstance(names, list):
            labels.update(n for n in cast(list[object], names) if isinstance(n, str))
    return tuple(sorted(labels))
