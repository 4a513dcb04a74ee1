"""Score a spaCy pipeline on the tuning sets, and write the figures into its model card and meta.json.

python packaging/evaluate_pipeline.py --data ../shared/data/ner-eval [--pipeline FOLDER] [--write] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from pipeline_training.card import write_figures
from pipeline_training.evaluation import evaluate, table

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
    arguments = parser.parse_args(argv)
    result = evaluate(arguments.pipeline, arguments.data, without=arguments.without)
    print(json.dumps(result.as_json(), ensure_ascii=False, indent=1) if arguments.json else table(result))
    if arguments.write:
        write_figures(Path(arguments.pipeline), result)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
