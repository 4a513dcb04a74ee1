"""Words, sentences, paragraphs and quotations, from ``desktop.core.boundaries``, where gestures use them as well."""

from __future__ import annotations

from desktop.core.boundaries import (
    WINDOW,
    drop_space,
    next_sentence_end,
    next_sentence_start,
    next_word_end,
    next_word_start,
    paragraph,
    previous_sentence_end,
    previous_sentence_start,
    previous_word_end,
    previous_word_start,
    quotation_at,
    quotations,
    sentence_at,
    sentences,
    skip_space,
    word_at,
    words,
)

__all__ = [
    "WINDOW",
    "drop_space",
    "next_sentence_end",
    "next_sentence_start",
    "next_word_end",
    "next_word_start",
    "paragraph",
    "previous_sentence_end",
    "previous_sentence_start",
    "previous_word_end",
    "previous_word_start",
    "quotation_at",
    "quotations",
    "sentence_at",
    "sentences",
    "skip_space",
    "word_at",
    "words",
]
