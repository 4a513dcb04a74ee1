"""A project whose articles, label schema and names hold no Latin letters, so that what has some is ours."""

from __future__ import annotations

import json
from pathlib import Path

from annotation_schema.model import Article, Fragment
from annotation_schema.schema_json import load
from desktop.core.project import Project
from desktop.core.resources import resource_path
from desktop.core.view import NewSuggestion

TEXT = (
    "Старый мост прочен, говорит мэр\n\n"
    "Мэр Анна Ковач сказала в понедельник, что старый мост прочен, но предупредила, "
    "что никто не должен ходить по нему в Загребе. Критики в Сплите не согласны. Мэр Анна Ковач молчит.\n\n"
    "«Он упадёт», сказал Иво Хорват."
)
SUGGESTED = (("Анна Ковач", "ACTOR", 0.9), ("Загребе", "LOCATION", 0.8), ("Сплите", "LOCATION", 0.4))
_SHOWN = {"title", "definition", "description", "examples", "counter_examples"}
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувщхыз")


def foreign(text: str) -> str:
    """Return the text with every Latin letter replaced."""
    return text.lower().translate(_LETTERS)


def _schema(value, shown=False):
    if isinstance(value, dict):
        return {k: _schema(v, k in _SHOWN) for k, v in value.items()}
    if isinstance(value, list):
        return [_schema(v, shown) for v in value]
    return foreign(value) if shown and isinstance(value, str) else value


def foreign_project(path: Path) -> None:
    """Write the project."""
    data = json.loads(resource_path("schemas", "news-claims.json").read_text("utf-8"))
    project = Project.create(path, load(json.dumps(_schema(data)).encode()), annotator="Аня")
    project.add_articles(
        Article(
            uid=f"{n:020x}",
            title="Старый мост прочен, говорит мэр" if n == 0 else f"Статья {n}",
            text=TEXT if n == 0 else f"Статья {n}\n\nАнна Ковач и простые слова статьи {n}.",
            publisher="Газета",
            published=f"2026-03-{n + 1:02d}",
            language="uk",
        )
        for n in range(3)
    )
    run = project.start_run("проба", "1")
    first = project.article_id("0" * 20)
    spans = [NewSuggestion(label, "X", (_place(words),), score=score) for words, label, score in SUGGESTED]
    project.add_suggestions(run, first, project.text_sha256(first), spans)
    project.close()


def _place(words: str) -> Fragment:
    start = TEXT.index(words)
    return Fragment(start, start + len(words))
