"""Training of tagger and parser, which find out what is claimed; the recogniser of names does without them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline_training.needs import need
from pipeline_training.syntax_corpus import DEV, TRAIN, Variation, doc, read, runs

_CONFIG = Path(__file__).with_name("syntax.cfg")
_OF_PARSER = ("ROOT", "dep")
"""Labels that the parser gives without counting them among its own."""
_REPORT_EVERY = 100
_INITIAL_RUNS = 4000
"""Enough to meet every label that is frequent enough to be learnt."""


@dataclass(frozen=True)
class SyntaxSettings:
    """What decides the weights; the same settings, corpus and package versions give the same weights."""

    seed: int = 1
    steps: int = 6000
    words_per_step: int = 1000
    learn_rate: float = 0.002
    warm_up: int = 100
    dropout: float = 0.15


def _blank(config: Path) -> Any:
    return need("spacy.util").load_model_from_config(need("thinc.api").Config().from_disk(config), auto_fill=True)


def _batches(examples: Iterator[Any], words: int) -> Iterator[list[Any]]:
    batch: list[Any] = []
    count = 0
    for example in examples:
        batch.append(example)
        count += len(example.reference)
        if count >= words:
            yield batch
            batch, count = [], 0


def train_syntax(
    folder: Path, settings: SyntaxSettings, variation: Variation, say: Callable[[str], None], config: Path = _CONFIG
) -> Any:
    """Give a trained pipeline of tok2vec, tagger and parser; `folder` holds the treebanks."""
    thinc = need("thinc.api")
    example = need("spacy.training").Example
    need("spacy.util").fix_random_seed(settings.seed)
    rng = random.Random(settings.seed)
    documents = read(folder / TRAIN)
    nlp = _blank(config)

    def examples() -> Iterator[Any]:
        for run in runs(documents, rng, variation):
            reference = doc(run, nlp.vocab)
            yield example(nlp.make_doc(reference.text), reference)

    stream = examples()
    first = [next(stream) for _ in range(_INITIAL_RUNS)]
    nlp.initialize(lambda: first)
    schedule = thinc.warmup_linear(settings.learn_rate, settings.warm_up, round(settings.steps * 1.02))
    optimizer = thinc.Adam(
        learn_rate=schedule, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True, beta2=0.999, eps=1e-8
    )
    started = time.monotonic()
    loss: dict[str, float] = {}
    batches = _batches(stream, settings.words_per_step)
    for step, batch in zip(range(1, settings.steps + 1), batches, strict=False):
        nlp.update(batch, drop=settings.dropout, sgd=optimizer, losses=loss)
        optimizer.step_schedules()
        if step % _REPORT_EVERY == 0 or step == settings.steps:
            told = ", ".join(f"{name} {value / _REPORT_EVERY:.1f}" for name, value in loss.items() if value)
            say(f"step {step}/{settings.steps}, loss {told}, {time.monotonic() - started:.0f} s")
            loss = {}
    with nlp.use_params(optimizer.averages):
        weights = {name: nlp.get_pipe(name).to_bytes(exclude=["vocab"]) for name in nlp.pipe_names}
    return _assemble(weights, config)


def _assemble(weights: Mapping[str, bytes], config: Path) -> Any:
    """Give a fresh pipeline with these weights, so that none of the training texts' words are in the folder."""
    nlp = _blank(config)
    for name, component in weights.items():
        nlp.get_pipe(name).from_bytes(component, exclude=["vocab"])
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            nlp.vocab.strings.add(label)
    for label in _OF_PARSER:
        nlp.vocab.strings.add(label)
    return nlp


def score_syntax(nlp: Any, folder: Path) -> dict[str, dict[str, float]]:
    """Give tag accuracy, UAS, LAS and the F1 of sentence borders on each treebank for tuning that is there."""
    example = need("spacy.training").Example
    figures: dict[str, dict[str, float]] = {}
    for file, title in DEV.items():
        if not (folder / file).is_file():
            continue
        gold = [doc(document, nlp.vocab) for document in read(folder / file)]
        scores = nlp.evaluate([example(nlp.make_doc(one.text), one) for one in gold])
        figures[title] = {key: round(scores[key], 4) for key in ("tag_acc", "dep_uas", "dep_las", "sents_f")}
    return figures
