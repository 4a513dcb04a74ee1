"""Words for the user in the language of the interface, without Qt: who has translations installs them here.

``translate("Queue", "No article matches “{words}”.").format(words=…)``: context, then the English sentence, which is
the key in the catalogues and what comes out where none is installed. Placeholders have names and are filled afterwards.

A number has both English forms in the source, with a bar between them: ``translate("Queue", "%Ln article|%Ln articles",
n)``; ``%n`` is the number as it is, ``%Ln`` has the language's separators of thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar

Translator = Callable[[str, str, int], str]
"""Context, source and number (below 0: none) to the sentence with the number in place; the source if there is none."""


def plain(context: str, source: str, n: int = -1) -> str:
    """Return the English source itself, with the number in place."""
    return source if n < 0 else source.replace("%Ln", f"{n:,}").replace("%n", str(n))


_translator: Translator = plain
_known: dict[tuple[str, str], str] = {}
"""What was asked for without a number: marks and names of hundreds of spans are told anew after every key."""


_english: ContextVar[bool] = ContextVar("english", default=False)


@contextmanager
def english() -> Generator[None]:
    """Have no translation inside, in this thread alone: what goes into files is the same for every user."""
    token = _english.set(True)
    try:
        yield
    finally:
        _english.reset(token)


def install(translator: Translator | None = None) -> None:
    """Let ``translate`` ask ``translator`` from now on; without one, all is English."""
    global _translator
    _translator = translator or plain
    _known.clear()


def translate(context: str, source: str, n: int = -1) -> str:
    """Return ``source`` in the language of the interface; both arguments are literals, so that they are found.

    Call it when the sentence is needed, never while a module is imported: the language is not yet known then.
    """
    if n < 0:
        return marked(context, source)
    text = plain(context, source, n) if _english.get() else _translator(context, source, n)
    if "|" in text:
        one, many = text.split("|", 1)
        return one if n == 1 else many
    return text


def mark(context: str, source: str) -> str:
    """Return ``source`` unchanged; it is put into the catalogues, for ``marked`` at another time or place."""
    return source


def marked(context: str, source: str) -> str:
    """Return what was marked, or stands in one of the tables that the catalogues take in, in the user's language."""
    if _english.get():
        return source
    text = _known.get((context, source))
    if text is None:
        text = _known[context, source] = _translator(context, source, -1)
    return text
