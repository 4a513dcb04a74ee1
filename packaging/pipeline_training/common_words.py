"""The list of words that are hardly ever a part of a name, by which the worker reads headlines in capitals.

From the corpus that the embedded pipeline is trained on, whose licences allow it: words that are written small at least
as often as they are in names. ``resources/common-words/en.txt`` is made anew by

python packaging/pipeline_training/common_words.py --data ../shared/data/ner-training
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline_training.corpus import SOURCES, Text, read

FILE = Path(__file__).resolve().parents[2] / "resources" / "common-words" / "en.txt"
HEAD = """\
# English words that are hardly ever a part of a name, one a line: by them headlines in capitals are read.
# Made by packaging/pipeline_training/common_words.py from the corpora that the embedded pipeline is trained on;
# they and their authors are named in resources/pipelines/en_pressmark_news/NOTICE.
# Licence of the list: CC BY-SA 4.0.
"""
_WORD = re.compile(r"[^\W\d_]{2,}")


def common_words(texts: Iterable[Text]) -> list[str]:
    """Return the words in alphabetical order."""
    small: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for text in texts:
        inside = {at for start, end, _ in text.spans for at in range(start, end)}
        for found in _WORD.finditer(text.text):
            word = found.group()
            if word.islower() and word.isalpha():
                small[word] += 1
            elif word[:1].isupper() and found.start() in inside:
                named[word.lower()] += 1
    return sorted(word for word, times in small.items() if times >= named[word])


def main(argv: list[str]) -> int:
    """Write the list."""
    parser = argparse.ArgumentParser(description="Make the list of common words anew.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the files of the training corpus")
    parser.add_argument("--out", type=Path, default=FILE)
    arguments = parser.parse_args(argv)
    words = common_words(text for source in SOURCES for text in read(arguments.data / source.file))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(HEAD + "".join(f"{word}\n" for word in words), encoding="utf-8")
    print(f"{arguments.out}: {len(words)} words")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
