"""The training itself: a seeded loop over endlessly varied texts, and the assembly of the folder that is shipped."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline_training.augment import Chances, endless
from pipeline_training.corpus import LABELS, Text
from pipeline_training.lexicon import ordinary_words, word_classes
from pipeline_training.names import Names
from pipeline_training.needs import need

_CONFIG = Path(__file__).with_name("pipeline.cfg")
_INITIAL_EXAMPLES = 300
_REPORT_EVERY = 100
_LEAST_RATE = 0.05


@dataclass(frozen=True)
class Settings:
    """What decides the weights; the same settings, corpus and package versions give the same weights."""

    seed: int = 1
    steps: int = 3600
    words_per_step: int = 1000
    learn_rate: float = 0.002
    warm_up: int = 100
    held: float = 0.6
    """Share of the steps after which the rate falls, evenly, to a twentieth."""
    dropout: float = 0.2
    hold_out: float = 0.25
    """Share of the listed names whose word class is hidden in training; all are shown in the shipped pipeline."""
    boldness: float = 0.0
    """Taken from the recogniser's leaning to "no name" after training: higher finds more and errs more."""
    averaged: int = 3
    """States of the weights, the last one among them, whose mean is shipped."""
    apart: int = 200
    """Steps between these states."""

    def snapshots(self) -> frozenset[int]:
        """Give the steps after which a state is kept."""
        return frozenset(self.steps - back * self.apart for back in range(self.averaged))


def _blank(config: Path, table: Mapping[str, str]) -> Any:
    # The table goes in before the tokeniser is made, which looks up the words of its exceptions at once for good.
    vocab = need("spacy.vocab").create_vocab("en", need("spacy.lang.en").English.Defaults)
    vocab.lookups.add_table("lexeme_norm", dict(table))
    vocab.lookups = vocab.lookups  # the setter is what makes NORM read the table
    return need("spacy.util").load_model_from_config(
        need("thinc.api").Config().from_disk(config), vocab=vocab, auto_fill=True
    )


def _example(nlp: Any, text: Text) -> Any:
    """Give the text as a training example; a name that no token border meets is unknown to the model, not "no name"."""
    reference = nlp.make_doc(text.text)
    found: list[Any] = []
    unclear: list[Any] = []
    for start, end, label in text.spans:
        span = reference.char_span(start, end, label=label)
        if span is None:
            span = reference.char_span(start, end, label=label, alignment_mode="expand")
            if span is not None:
                unclear.append(span)
        else:
            found.append(span)
    taken = {token.i for span in found for token in span}
    unclear = [span for span in unclear if taken.isdisjoint(token.i for token in span)]
    reference.set_ents(found, missing=need("spacy.util").filter_spans(unclear), default="outside")
    return need("spacy.training").Example(nlp.make_doc(text.text), reference)


def _batches(examples: Iterator[Any], words: int) -> Iterator[list[Any]]:
    batch: list[Any] = []
    count = 0
    for example in examples:
        batch.append(example)
        count += len(example.reference)
        if count >= words:
            yield batch
            batch, count = [], 0


def rates(settings: Settings) -> Iterator[float]:
    """Yield the learning rate of each step: rising, held, then falling; the last one for ever."""
    held = settings.held * settings.steps
    step = 0
    while True:
        if step < settings.warm_up:
            yield settings.learn_rate * (step + 1) / settings.warm_up
        elif step < held:
            yield settings.learn_rate
        else:
            yield settings.learn_rate * max(_LEAST_RATE, (settings.steps - step) / (settings.steps - held))
        step += 1


def train(texts: Sequence[Text], names: Names, settings: Settings, chances: Chances, say: Callable[[str], None]) -> Any:
    """Give a trained pipeline with the full word table and the sentence rule."""
    spacy_util = need("spacy.util")
    thinc = need("thinc.api")
    spacy_util.fix_random_seed(settings.seed)
    rng = random.Random(settings.seed)
    ordinary = ordinary_words(texts)
    nlp = _blank(_CONFIG, word_classes(names, ordinary, hold_out=settings.hold_out))
    stream = endless(texts, names, rng, chances)
    first = [_example(nlp, next(stream)) for _ in range(_INITIAL_EXAMPLES)]
    for label in LABELS:
        nlp.get_pipe("ner").add_label(label)
    nlp.initialize(lambda: first)
    optimizer = thinc.Adam(
        learn_rate=rates(settings), L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True, beta2=0.999,
        eps=1e-8,
    )  # fmt: skip
    started = time.monotonic()
    loss = 0.0
    snapshots: list[bytes] = []
    batches = _batches((_example(nlp, text) for text in stream), settings.words_per_step)
    for step, batch in zip(range(1, settings.steps + 1), batches, strict=False):
        losses: dict[str, float] = nlp.update(batch, drop=settings.dropout, sgd=optimizer)
        optimizer.step_schedules()
        loss += losses["ner"]
        if step % _REPORT_EVERY == 0 or step == settings.steps:
            say(f"step {step}/{settings.steps}, loss {loss / _REPORT_EVERY:.0f}, {time.monotonic() - started:.0f} s")
            loss = 0.0
        if step in settings.snapshots():
            with nlp.select_pipes(enable=["ner"]), nlp.use_params(optimizer.averages):
                snapshots.append(nlp.get_pipe("ner").to_bytes(exclude=["vocab"]))
    return assemble(snapshots, word_classes(names, ordinary), boldness=settings.boldness)


def embolden(nlp: Any, boldness: float) -> None:
    """Lower the recogniser's leaning to "no name" by so much (in units of its scores)."""
    recogniser = nlp.get_pipe("ner")
    upper = recogniser.model.get_ref("upper")
    names = [recogniser.moves.get_class_name(number) for number in range(recogniser.moves.n_moves)]
    bias = upper.get_param("b").copy()
    bias[names.index("O")] -= boldness
    upper.set_param("b", bias)


def assemble(weights: Sequence[bytes], table: Mapping[str, str], *, boldness: float = 0.0) -> Any:
    """Give a fresh pipeline with the mean of these weights: nothing else of the training texts gets into the folder."""
    nlp = _blank(_CONFIG, table)
    recogniser = nlp.get_pipe("ner")
    states: list[list[Any]] = []
    for state in weights:
        recogniser.from_bytes(state, exclude=["vocab"])
        states.append([node.get_param(name).copy() for node, name in _parameters(recogniser.model)])
    for (node, name), *values in zip(_parameters(recogniser.model), *states, strict=True):
        node.set_param(name, sum(values) / len(values))
    if boldness:
        embolden(nlp, boldness)
    default = need("spacy.pipeline").Sentencizer.default_punct_chars
    newlines = ["\n" * count for count in range(1, 5)] + ["\r\n", "\r\n\r\n", "\u2028", "\u2029"]
    nlp.add_pipe("sentencizer", config={"punct_chars": [*default, *newlines]})
    return nlp


def _parameters(model: Any) -> list[tuple[Any, str]]:
    return [(node, name) for node in model.walk() for name in node.param_names if node.has_param(name)]
