"""A tiny pipeline on disk and real workers for it, so that these tests do not depend on the embedded one."""

import sys
from pathlib import Path

import pytest

ODD = Path(__file__).with_name("odd_components.py")
PATTERNS = [
    {"label": "GPE", "pattern": "Kyiv"},
    {"label": "GPE", "pattern": "كييف"},
    {"label": "PERSON", "pattern": "Angela Merkel"},
    {"label": "DATE", "pattern": "Monday"},
]


def save_pipeline(folder, *components):
    import spacy

    sys.path.insert(0, str(ODD.parent))
    try:
        __import__("odd_components")
    finally:
        sys.path.pop(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    for name in components:
        nlp.add_pipe(name)
    nlp.meta["name"] = "tiny"
    nlp.meta["version"] = "1.2.3"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory):
    return save_pipeline(tmp_path_factory.mktemp("pipelines") / "tiny")


@pytest.fixture(scope="session")
def odd_pipeline(tmp_path_factory):
    return save_pipeline(tmp_path_factory.mktemp("pipelines") / "odd", "odd")


@pytest.fixture(scope="session")
def make_pipeline(tmp_path_factory):
    return lambda *components: save_pipeline(tmp_path_factory.mktemp("pipelines") / "made", *components)


@pytest.fixture
def command():
    return [sys.executable, "-c", "from desktop.worker.main import main; main()"]


@pytest.fixture
def odd_command():
    return [sys.executable, str(ODD)]
