"""Word lists and patterns at work: what they match in a doc, before and after the pipeline's components.

Lists that run before set ``doc.ents`` of a fresh doc: spaCy's recogniser keeps entities that are there and reads the
rest in their light. They win: what the pipeline then gives as an entity over them is left out. Lists that run after
add what overlaps no entity. Of several matches of one kind the longest counts, then the first.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotation_schema.model import Fragment
from desktop.core.prelabel.messages import FoundSpan
from desktop.core.prelabel.rule_lists import Rule, RuleList, When, attributes_of, parse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_CHUNK = 1_000  # phrases that are tokenised at once


class RulesError(Exception):
    """Lists that cannot be used; the text is a sentence for the user."""


class Hit(NamedTuple):
    """A match, in tokens (``first`` to before ``last``) and in the characters of the doc."""

    first: int
    last: int
    start: int
    end: int
    rule: Rule


class Rules:
    """The lists of a project, ready to match with one pipeline's tokeniser."""

    def __init__(self, nlp: Language, text: str) -> None:
        """Take the lists as ``rule_lists.dump`` gave them; raises RulesError naming list and line."""
        try:
            lists = parse(text)
        except ValueError as error:
            raise RulesError(str(error)) from error
        self._before = _Matchers(nlp, [x for x in lists if x.when is When.BEFORE])
        self._after = _Matchers(nlp, [x for x in lists if x.when is When.AFTER])
        self._before.try_on(nlp.make_doc("x y"))  # some attributes are only there after the pipeline

    @property
    def any_before(self) -> bool:
        """Whether docs have to be prepared before the pipeline reads them."""
        return bool(self._before)

    def __bool__(self) -> bool:
        """Whether there is anything to match."""
        return bool(self._before) or bool(self._after)

    def prepare(self, doc: Doc) -> list[Hit]:
        """Set the entities that stand before the pipeline begins, and return them."""
        from spacy.tokens import Span

        hits = self._before.hits(doc)
        if hits:
            doc.set_ents([Span(doc, h.first, h.last, h.rule.label) for h in hits], default="unmodified")
        return hits

    def combined(
        self, doc: Doc, before: Sequence[Hit], entities: Sequence[FoundSpan], written: Doc | None = None
    ) -> list[FoundSpan]:
        """Return the entities with what the lists add and without what they replace; offsets are the doc's.

        ``written``: the same tokens as they stand in the text, where the pipeline read others; phrases in either count.
        """
        kept = list(entities)
        if before:
            own = [FoundSpan((Fragment(h.start, h.end),), h.rule.label, None, attributes_of(h.rule)) for h in before]
            kept = own + _free_of(kept, [(h.start, h.end) for h in before])
        if self._after:
            taken = [(s.fragments[0].start, s.fragments[-1].end) for s in kept]
            found = [
                FoundSpan((Fragment(h.start, h.end),), h.rule.label, None, attributes_of(h.rule))
                for h in self._after.hits(doc, written)
            ]
            kept += _free_of(found, taken)
        return kept


def _free_of(spans: Sequence[FoundSpan], taken: Sequence[tuple[int, int]]) -> list[FoundSpan]:
    """Return the spans that overlap none of ``taken``."""
    from bisect import bisect_right

    places = sorted(taken)
    starts = [start for start, _ in places]
    ends = [0]
    for _, end in places:
        ends.append(max(ends[-1], end))
    # Of the places that begin before a span ends, none may end after it begins.
    return [s for s in spans if ends[bisect_right(starts, s.fragments[-1].end - 1)] <= s.fragments[0].start]


class _Matchers:
    """All lists of one kind."""

    def __init__(self, nlp: Language, lists: Sequence[RuleList]) -> None:
        from spacy.matcher import Matcher, PhraseMatcher

        self._rules: list[Rule] = []
        self._phrases = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._tokens = Matcher(nlp.vocab, validate=True)
        self._lists = [one.name for one in lists]
        for one in lists:
            self._add(nlp, one)

    def _add(self, nlp: Language, one: RuleList) -> None:
        phrases: list[tuple[int, str]] = []
        for rule in one.rules:
            number = len(self._rules)
            self._rules.append(rule)
            if not rule.tokens:
                phrases.append((number, rule.phrase))
                continue
            try:
                self._tokens.add(str(number), [json.loads(rule.tokens)])
            except Exception as error:  # spaCy raises ValueError, TypeError, its own and pydantic's errors
                reason = " ".join(str(error).split())[:200]
                said = f"{one.name}, line {rule.line}: spaCy cannot use this pattern. {reason}"
                raise RulesError(said) from error
        for at in range(0, len(phrases), _CHUNK):
            part = phrases[at : at + _CHUNK]
            for (number, _), doc in zip(part, map(nlp.make_doc, (p for _, p in part)), strict=True):
                self._phrases.add(str(number), [doc])

    def __bool__(self) -> bool:
        return bool(self._rules)

    def try_on(self, doc: Doc) -> None:
        """Raise RulesError if a pattern needs what a doc without a pipeline does not have."""
        if not self._rules:
            return
        try:
            self.hits(doc)
        except ValueError as error:
            files = ", ".join(self._lists)
            raise RulesError(
                f"A pattern of {files} needs what only the pipeline adds, such as parts of speech: "
                "let the file run after the model."
            ) from error

    def hits(self, doc: Doc, written: Doc | None = None) -> list[Hit]:
        """Return the matches that do not overlap, longest first, in text order; of phrases also in ``written``."""
        if not self._rules:
            return []
        strings = doc.vocab.strings
        found: list[tuple[int, int, int]] = []
        if len(self._phrases):
            found += [(a, b, int(strings[key])) for one in (doc, written) if one for key, a, b in self._phrases(one)]
        if len(self._tokens):
            found += [(a, b, int(strings[key])) for key, a, b in self._tokens(doc)]
        taken: set[int] = set()
        kept: list[Hit] = []
        for first, last, number in sorted(found, key=lambda x: (x[0] - x[1], x[0], x[2])):
            if first >= last or not taken.isdisjoint(range(first, last)):
                continue
            taken.update(range(first, last))
            kept.append(Hit(first, last, doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), self._rules[number]))
        return sorted(kept)
