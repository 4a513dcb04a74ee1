"""Where the files that ship with Pressmark lie, in a checkout and when installed.

In a checkout they are in ``resources/`` beside ``desktop/``; a wheel and a frozen program carry the same
folder as ``desktop/_resources``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotation_schema.schema import LabelSchema

_PACKAGE = Path(__file__).resolve().parents[1]
SAMPLE_ANNOTATOR = "Ana K."
"""Who labelled most of the sample; it is opened in this name, so that there is something to see."""
_DEFAULT_SCHEMA = ("schemas", "news-claims.json")


@cache
def _root() -> Path:
    checkout = _PACKAGE.parent / "resources"
    # Installed, the package's parent is site-packages, where a folder "resources" would be somebody else's.
    return checkout if checkout.joinpath(*_DEFAULT_SCHEMA).is_file() else _PACKAGE / "_resources"


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder; it is not looked at."""
    return _root().joinpath(*parts)


@cache
def default_schema() -> LabelSchema:
    """Return the label schema that a new project gets unless another is chosen ("news-claims")."""
    # The window needs paths before its first paint, and no schema.
    from annotation_schema.schema_json import load

    return load(resource_path(*_DEFAULT_SCHEMA))


def sample_record_file() -> Path:
    """Return the records (``pressmark/1``, one a line) of the sample project."""
    return resource_path("sample", "articles.jsonl")


def embedded_pipeline() -> Path:
    """Return the folder of the spaCy pipeline that ships with Pressmark."""
    return resource_path("pipelines", "en_pressmark_news")
