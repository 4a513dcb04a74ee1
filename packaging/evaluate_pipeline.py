"""Score a spaCy pipeline on the tuning sets, tell which targets it reaches, and write that into its model card.

Names are scored as the program suggests them: places of one article compared, each name with its score. Claims are
those that the program's rules find with the embedded tagger and parser, or the pipeline's own.

python packaging/evaluate_pipeline.py --data ../shared/data/ner-eval [--pipeline FOLDER] [--alone] [--write] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pipeline_training.card import write_figures
from pipeline_training.claims_evaluation import evaluate_claims
from pipeline_training.evaluation import evaluate
from pipeline_training.report import checks, table
from pipeline_training.syntax_card import write_claim_figures

EMBEDDED = Path(__file__).resolve().parents[1] / "resources" / "pipelines" / "en_pressmark_news"


def main(argv: list[str]) -> int:
    """Score, print, and write if asked to; 0 if all went well."""
    parser = argparse.ArgumentParser(description="Score a spaCy pipeline on the tuning sets.")
    parser.add_argument("--data", type=Path, required=True, help="folder with gum_news_dev.jsonl and the other sets")
    parser.add_argument(
        "--pipeline", default=str(EMBEDDED), help="folder or installed package (default: the embedded one)"
    )
    parser.add_argument(
        "--write", action="store_true", help="write the figures into the folder's README.md and meta.json"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument(
        "--without", action="append", default=[], metavar="PIPE", help="leave a pipe out, to see its worth"
    )
    parser.add_argument(
        "--alone", action="store_true", help="the pipeline alone, without what the program does after it"
    )
    parser.add_argument("--no-claims", action="store_true", help="names only")
    arguments = parser.parse_args(argv)
    claims = None if arguments.no_claims else evaluate_claims(arguments.pipeline, arguments.data)
    result = evaluate(arguments.pipeline, arguments.data, without=arguments.without, alike=not arguments.alone)
    if arguments.json:
        reached = [
            {"target": what, "wanted": wanted, "reached": got, "ok": ok} for what, wanted, got, ok in checks(result)
        ]
        known = {"claims": claims.as_json()} if claims is not None else {}
        print(json.dumps({**result.as_json(), "targets": reached, **known}, ensure_ascii=False, indent=1))
    else:
        print(table(result))
        print("" if claims is None else "\n" + claims.table())
    if arguments.write:
        write_figures(Path(arguments.pipeline), result)
        if claims is not None:
            write_claim_figures(Path(arguments.pipeline).with_name("en_pressmark_syntax"), claims)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
