"""Writes the folder of tagger and parser with meta.json, model card (README.md) and NOTICE."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline_training.card import LICENCE, machine
from pipeline_training.claims_evaluation import ClaimResult
from pipeline_training.syntax import SyntaxSettings

NAME = "pressmark_syntax"
VERSION = "0.1.0"
_TEMPLATE = Path(__file__).with_name("syntax_card.md")
_NO_SCORES = "Not measured yet: run `packaging/evaluate_pipeline.py --write`."
_SOURCES = (
    (
        "UD English-EWT, train portion, rebuilt from the sources of its documents (540 documents)",
        "N. Silveira, T. Dozat, M.-C. de Marneffe, S. Bowman, M. Connor, J. Bauer, C. Manning and others;"
        " Universal Dependencies",
        "https://universaldependencies.org/treebanks/en_ewt/",
        "205k",
        "CC BY-SA 4.0",
        "CC BY-SA 4.0",
    ),
    (
        "GUM, the Georgetown University Multilayer corpus, train portion (academic, bio, court, interview, news,"
        " voyage)",
        "Amir Zeldes and others; Wikinews, Wikivoyage and Wikipedia contributors",
        "https://gucorpling.org/gum/",
        "73k",
        "CC BY 4.0 (academic, court), CC BY-SA 3.0 (bio, voyage), CC BY 2.5 (news, interview)",
        "CC BY 4.0",
    ),
)


def write_syntax(
    nlp: Any,
    folder: Path,
    settings: SyntaxSettings,
    seconds: float,
    score: Callable[[Any], Mapping[str, Mapping[str, float]]],
) -> None:
    """Write the folder anew; `seconds` is how long the training took, `score` scores it on the treebanks for tuning."""
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        spacy_version=">=3.8.0,<3.9.0",
        description="English news: tags and dependencies, by which Pressmark finds claims.",
        author="The Pressmark developers",
        license=LICENCE,
        sources=[
            {"name": name, "url": url, "author": authors, "license": text}
            for name, authors, url, _, text, _ in _SOURCES
        ],
        training={**asdict(settings), "seconds": round(seconds), "machine": machine()},
    )
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Scoring leaves the words of its texts in the vocabulary: the folder is written before.
    nlp.to_disk(folder)
    meta = {**nlp.meta, "performance": {"tuning": score(nlp)}}
    _write_meta(folder, meta)
    _write_texts(folder, meta, _NO_SCORES)


def write_claim_figures(folder: Path, result: ClaimResult) -> None:
    """Write the figures of claims into meta.json and the card of a folder that `write_syntax` made."""
    file = folder / "meta.json"
    if not file.is_file():
        return
    meta = json.loads(file.read_text("utf-8"))
    meta["performance"]["claims"] = result.as_json()
    _write_meta(folder, meta)
    _write_texts(folder, meta, result.table())


def _write_meta(folder: Path, meta: Mapping[str, Any]) -> None:
    text = json.dumps(meta, ensure_ascii=False, indent=2)
    (folder / "meta.json").write_text(text + "\n", "utf-8", newline="\n")


def _write_texts(folder: Path, meta: Mapping[str, Any], scores: str) -> None:
    training = meta["training"]
    columns = "| treebank for tuning | tags | UAS | LAS | sentence borders, F1 |\n|---|---|---|---|---|\n"
    rows = (
        f"| {title} | {100 * s['tag_acc']:.1f} | {100 * s['dep_uas']:.1f} | {100 * s['dep_las']:.1f} |"
        f" {100 * s['sents_f']:.1f} |"
        for title, s in meta["performance"]["tuning"].items()
    )
    card = _TEMPLATE.read_text("utf-8").format(
        name=NAME,
        version=VERSION,
        licence=LICENCE,
        used="\n".join(f"| {name} | {words} | {text} | {marks} |" for name, _, _, words, text, marks in _SOURCES),
        syntax_scores=columns + "\n".join(rows),
        scores=scores,
        seed=training["seed"],
        steps=training["steps"],
        words=f"{training['words_per_step']:,}",
        minutes=max(1, round(training["seconds"] / 60)),
        machine=training["machine"],
    )
    (folder / "README.md").write_text(card, "utf-8", newline="\n")
    notice = [
        f"en_{NAME} {VERSION}",
        "",
        f"The weights in this folder are licensed under {LICENCE}",
        "(https://creativecommons.org/licenses/by-sa/4.0/). They are derived from the works below by training on them;",
        "none of their authors endorses this pipeline. Changes: texts were joined from tokens, quotation marks and",
        "paragraph breaks were changed at random while training.",
        "",
    ]
    for name, authors, url, _, text, marks in _SOURCES:
        notice += [f"* {name}", f"  {authors}", f"  {url}", f"  text {text}; annotation {marks}"]
    (folder / "NOTICE").write_text("\n".join(notice) + "\n", "utf-8", newline="\n")
