"""A small pipeline of the shape that spaCy's own have, made by ``spacy init config`` and a few steps of training."""

from __future__ import annotations

import random
from pathlib import Path

PEOPLE = ("Anna Berg", "Karl Holm", "Mia Lund", "Olof Dahl")
PLACES = ("Lund", "Visby", "Falun", "Boden")
LINES = ("{p} said on Monday that {o} is small.", "In {o} the mayor, {p}, was seen.", "{p} went to {o}.")


def make(
    folder: Path, *, name: str = "stock", labels: tuple[str, str] = ("WHO", "WHERE"), language: str = "en"
) -> Path:
    """Write a pipeline with tok2vec and ner that knows the people and places above by labels of its own."""
    import spacy
    from spacy.cli.init_config import init_config
    from spacy.training import Example

    spacy.util.fix_random_seed(0)
    config = init_config(lang=language, pipeline=["ner"], optimize="efficiency")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    chance = random.Random(0)
    examples = []
    for _ in range(60):
        person, place = chance.choice(PEOPLE), chance.choice(PLACES)
        line = chance.choice(LINES)
        text = line.format(p=person, o=place)
        at = {
            label: text.rindex(words) if label == labels[1] and line.endswith("{o}.") else text.index(words)
            for label, words in zip(labels, (person, place), strict=True)
        }
        spans = [(at[labels[0]], at[labels[0]] + len(person), labels[0])]
        if not spans[0][0] <= at[labels[1]] < spans[0][1]:
            spans.append((at[labels[1]], at[labels[1]] + len(place), labels[1]))
        examples.append(Example.from_dict(nlp.make_doc(text), {"entities": spans}))
    nlp.initialize(lambda: examples)
    for _ in range(12):
        chance.shuffle(examples)
        for at in range(0, len(examples), 12):
            nlp.update(examples[at : at + 12])
    nlp.meta |= {"name": name, "version": "3.8.1", "license": "MIT", "performance": {"ents_f": 0.91}}
    nlp.to_disk(folder)
    return folder
