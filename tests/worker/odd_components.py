"""Components that misbehave on articles with certain words, and the start of a worker that knows them.

Run as ``python odd_components.py`` this file is a worker whose pipelines may use the components.
"""

import os
import signal
import threading
import time
from pathlib import Path

from spacy.language import Language  # noqa: TID253  the worker that it starts needs it anyway

print("printed before the worker takes its output")


HUNG: list[str] = []
"""Texts over which a component of this process hangs."""


@Language.component("odd")
def odd(doc):
    text = doc.text
    if "HANG" in text:
        HUNG.append(text)
        if "HANG_MARKS" in os.environ:
            Path(os.environ["HANG_MARKS"], str(os.getpid())).touch()
        threading.Event().wait()
    if "KILLME" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "KILLONCE" in text and not os.path.exists(os.environ["KILLED_MARK"]):
        open(os.environ["KILLED_MARK"], "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    if "RAISE" in text:
        raise ValueError("cannot read\nthis article")
    if "PRINT" in text:
        print('{"kind":"done","job":1}')
        os.write(1, b"garbage without an end")
    if "SLOW" in text:
        time.sleep(60 if "VERYSLOW" in text else 0.3)
    return doc


@Language.component("trailing")
def trailing(doc):
    """Entities with white space around them, claims that overlap, scores."""
    from spacy.tokens import Span, SpanGroup

    doc.ents = [Span(doc, i, min(i + 2, len(doc)), "GPE") for i, t in enumerate(doc) if t.text == "Kyiv"]
    claims = [Span(doc, 0, len(doc), "CLAIM"), Span(doc, 0, 1, "CLAIM")] if len(doc) > 1 else []
    doc.spans["claims"] = SpanGroup(doc, name="claims", spans=claims, attrs={"scores": [0.5] * len(claims)})
    return doc


@Language.component("lower", assigns=["doc.ents"])
def lower(doc):
    from spacy.tokens import Doc

    return Doc(doc.vocab, words=[t.lower_ for t in doc], spaces=[bool(t.whitespace_) for t in doc])


if __name__ == "__main__":
    from desktop.worker.main import main

    main()
