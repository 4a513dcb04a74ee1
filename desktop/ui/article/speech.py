"""What the article says to screen readers: the current item in a sentence, and what the caret passes over.

Screen readers find the text with its caret in ``assistive``, and read lines and selections from there. What they
cannot know is said by announcements (Qt 6.8 and later: AT-SPI, UI Automation, VoiceOver): which span is current, and
the word or sentence that a key of ours led to. Announcements cost nothing while no screen reader listens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotation_schema.model import Span, Suggestion
from annotation_schema.wording import translate
from desktop.core import boundaries, graphemes
from desktop.ui.article import geometry
from desktop.ui.article.caret import ON_SCREEN, Motion
from desktop.ui.article.text_layout import ArticleLayout

if TYPE_CHECKING:
    from desktop.ui.article.pane import ArticlePane

_LONGEST = 400


class Speech(QObject):
    """Speaks for one pane."""

    said = Signal(str)

    def __init__(self, pane: ArticlePane) -> None:
        """Belong to the pane; silent until ``on`` is set or a screen reader is there."""
        super().__init__(pane)
        self._pane = pane
        self.on: bool | None = None
        """Whether to speak; None: while a screen reader listens."""

    @property
    def listened_to(self) -> bool:
        """Whether anything is said."""
        return QAccessible.isActive() if self.on is None else self.on

    def say(self, words: str) -> None:
        """Say some words now."""
        words = " ".join(words.split())[:_LONGEST]
        if words and self.listened_to:
            self.said.emit(words)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane, words))

    def current(self) -> None:
        """Say what is current now."""
        item = self._pane.current
        if item is not None and self.listened_to:
            self.say(f"{describe(self._pane, item)}: {self._pane.words_of(item, _LONGEST)}")

    def moved(self, motion: Motion, *, extend: bool) -> None:
        """Say what the caret came to, or what is selected."""
        if not self.listened_to:
            return
        if self._pane.assistive is not None and (extend or motion in ON_SCREEN):
            return  # the screen reader reads selections and lines itself
        selection = self._pane.selection()
        if extend and selection is not None:
            words = self._pane.text[selection.start : selection.end]
            self.say(translate("Article", "Selected: {words}").format(words=words))
        elif self._pane.page_layout is not None:
            self.say(passage(self._pane.text, self._pane.page_layout, self._pane.caret(), motion))


def passage(text: str, layout: ArticleLayout, position: int, motion: Motion) -> str:
    """Return the character, word, line, sentence or paragraph that begins where a motion led."""
    unit = motion.partition("-")[2]
    if motion in (Motion.LINE_START, Motion.LINE_END, Motion.PREVIOUS_CHAR, Motion.NEXT_CHAR):
        return text[position : graphemes.following(text, position)]
    if unit == "word":
        start, end = boundaries.word_at(text, position) or (position, graphemes.following(text, position))
    elif unit == "sentence":
        start, end = boundaries.sentence_at(text, position) or (position, position)
    elif unit == "paragraph":
        start, end = boundaries.paragraph(text, position)
    else:
        start, end = geometry.line_range(layout, position)
    return text[start:end]


def describe(pane: ArticlePane, item: int) -> str:
    """Return an item in a few words: "Claim 2, 2 parts, claimant Vladimir Putin"; nothing for an unknown id."""
    found = pane.item(item)
    if found is None:
        return ""
    parts = [_name(pane, found)]
    count = len(found.fragments)
    if count > 1:
        parts.append(translate("Article", "%n part|%n parts", count))
    outgoing = pane.links_from(item)
    parts += [f"{p.role} {pane.words_of(p.item)}".strip() for p in outgoing]
    for partner in pane.linked_items(item):
        other = pane.item(partner.item)
        if other is not None and partner.item not in {p.item for p in outgoing}:
            parts.append(translate("Article", "{role} of {item}").format(role=partner.role, item=_name(pane, other)))
    return ", ".join(parts)


def _name(pane: ArticlePane, item: Span | Suggestion) -> str:
    title = pane.label_title(item.label)
    if isinstance(item, Suggestion):
        return translate("Article", "Suggested {label}").format(label=title)
    number = re.search(r"\d+$", pane.number_of(item.id))
    return f"{title} {number[0]}" if number else title
