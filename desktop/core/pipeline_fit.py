"""Whether a pipeline fits a project: sentences about what does not, from its metadata alone."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterable, Mapping

from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.pipelines import PipelineInfo
from desktop.core.view import LabelMap

_VERSION = re.compile(r"(>=|<=|==|!=|~=|<|>)\s*([0-9]+(?:\.[0-9]+)*)")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ANY = frozenset({"", "xx", "mul", "und"})


def main_language(code: str) -> str:
    """Return the language of a tag without its region, in lower case: "en-GB" is "en"; "" for one that says nothing."""
    found = code.replace("_", "-").split("-")[0].strip().casefold()
    return "" if found in _ANY else found


def misfits(
    info: PipelineInfo,
    *,
    schema: LabelSchema,
    label_map: LabelMap,
    languages: Mapping[str, int] | None = None,
    rules: bool = False,
) -> list[str]:
    """Return a sentence for each reason why the pipeline may fail or suggest less than hoped; none if it fits.

    ``languages``: how many articles there are in each language, "" where none is stated. ``rules``: the project has
    word lists or patterns, which find something beside any pipeline.
    """
    found = [_spacy(info), *_missing(info.requirements)]
    if not info.finds and not rules:
        found.append(
            translate(
                "Pipelines", "{name} has no component that finds names or spans, so it would suggest nothing."
            ).format(name=info.name)
        )
    elif info.labels and not rules:
        found.append(_unmapped(info, schema, label_map))
    found.append(_language(info, languages or {}))
    return [sentence for sentence in found if sentence]


def _spacy(info: PipelineInfo) -> str:
    try:
        installed = importlib.metadata.version("spacy")
    except importlib.metadata.PackageNotFoundError:
        return translate("Pipelines", "spaCy is not installed.")
    if allows(info.spacy_version, installed):
        return ""
    said = translate(
        "Pipelines", "{name} was made for spaCy {wanted}; installed is {version}. It may fail, or find less."
    )
    return said.format(name=info.name, wanted=info.spacy_version, version=installed)


def allows(specifier: str, version: str) -> bool:
    """Say whether a version satisfies ">=3.7.0,<3.9.0"; what is not understood counts as satisfied."""
    have = _numbers(version)
    for operator, text in _VERSION.findall(specifier):
        want = _numbers(text)
        width = max(len(have), len(want))
        a, b = have + (0,) * (width - len(have)), want + (0,) * (width - len(want))
        fits = {
            ">=": a >= b,
            "<=": a <= b,
            "==": a == b,
            "!=": a != b,
            "<": a < b,
            ">": a > b,
            "~=": a >= b and a[: len(want) - 1] == want[:-1],
        }[operator]
        if not fits:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version.split("+")[0])[:3])


def _missing(requirements: Iterable[str]) -> list[str]:
    found: list[str] = []
    for requirement in requirements:
        name = _NAME.match(requirement)
        if name is None or ";" in requirement:  # only needed somewhere else
            continue
        try:
            importlib.metadata.version(name.group())
        except importlib.metadata.PackageNotFoundError:
            said = translate("Pipelines", "It needs the package {package}, which is not installed.")
            found.append(said.format(package=name.group()))
    return found


def _unmapped(info: PipelineInfo, schema: LabelSchema, label_map: LabelMap) -> str:
    known = {label.name for label in schema.enabled_labels}
    if any(label_map.get(name, ("", {}))[0] in known for name in info.labels):
        return ""
    names = ", ".join(info.labels[:8]) + ("…" if len(info.labels) > 8 else "")
    said = translate(
        "Pipelines", "None of its labels ({names}) stands for a label of this project yet: map them first."
    )
    return said.format(names=names)


def _language(info: PipelineInfo, languages: Mapping[str, int]) -> str:
    own = main_language(info.language)
    if not own:
        return ""
    other = sum(n for code, n in languages.items() if main_language(code) not in ("", own))
    if not other:
        return ""
    said = translate(
        "Pipelines",
        "{name} was made for “{language}”; %Ln article is in another language.|"
        "{name} was made for “{language}”; %Ln articles are in another language.",
        other,
    )
    return said.format(name=info.name, language=own)
