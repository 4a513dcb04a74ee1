"""Which spaCy pipelines can be chosen: the embedded one, folders of the user, installed packages.

Nothing here imports spaCy or a pipeline: what is shown comes from each pipeline's ``meta.json`` and
``config.cfg`` (https://spacy.io/api/data-formats#meta), which lie in the pipeline's folder.
"""

from __future__ import annotations

import configparser
import importlib.metadata
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

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
            "The embedded pipeline is missing from this installation.",
            hint="Name another one with --pipeline, or install Pressmark again.",
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
        message = f"The folder {folder} holds no spaCy pipeline that can be read (config.cfg and meta.json)."
    else:
        message = f"There is no pipeline “{name_or_folder}”: neither an installed one nor a folder."
    names = ", ".join(i.name for i in known)
    raise AppError(
        ErrorCode.PIPELINE_NOT_FOUND, message, hint=f"Installed: {names}." if names else "None is installed."
    )


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
    data = folder if (folder / "config.cfg").is_file() else next(iter(sorted(_inner(folder), reverse=True)), None)
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
    return PipelineInfo(
        name=f"{language}_{values.get('name', '')}".strip("_"),
        version=str(values.get("version", "")),
        path=path,
        labels=_labels(values.get("labels"), factories),
        language=language,
        source=source or path,
    )


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
