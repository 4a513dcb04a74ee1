"""Who speaks: the words beside a verb, a signature, the speaker of the sentence before; and whom “she” means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.worker.claims.model import Attribution, Rule
from desktop.worker.claims.tree import Tree
from desktop.worker.claims.words import ClaimWords

PERSON_LABELS = frozenset(("PERSON", "PER"))
GROUP_LABELS = frozenset(("ORG", "NORP", "GPE", "MISC"))
_NAME_LABELS = PERSON_LABELS | GROUP_LABELS | {"LOC"}
_SIGNATURE = re.compile(r"\s{0,3}[―—–-]{1,2}\s?(?P<name>[^\W\d_a-z][^\n,.;:“”\"]{2,60})")
_REACH = 3_000
"""Characters back in which the person is looked for whom a pronoun means."""
_FAR = 700
"""Characters back from a quotation to who spoke last, at most."""

_HEADLINE = re.compile(r"^[ \t]*(?P<before>\S[^\n:]{1,150}?): (?P<after>[^\n:]{1,150}?)\.?[ \t]*$", re.MULTILINE)
_LEAST_HEADLINE = 15
_LONGEST_SENTENCE = 400
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s+[\"“‘']?[A-Z]|\n")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the pipeline found; offsets are code points."""

    start: int
    end: int
    label: str


_OF = frozenset(("of", "for"))
_ENDS = frozenset(
    (",", "who", "which", "that", "whose", "where", "(", "-", "—", "–", "--", ";", ":", "in", "at", "from", "to", "on")
)


class Speakers:
    """The speakers of one text."""

    def __init__(self, tree: Tree, words: ClaimWords, names: Sequence[Name]) -> None:
        self._tree = tree
        self._text = tree.text
        self._words = words
        self._names = sorted((n for n in names if n.label in _NAME_LABELS), key=lambda n: (n.start, -n.end))
        self._starts = [n.start for n in self._names]

    # --- quotations without a verb -----------------------------------------------------------

    def find_missing(self, claims: Sequence[Attribution]) -> None:
        """Give a source to quotations that have none: a signature, else who spoke shortly before."""
        last: Attribution | None = None
        for claim in claims:
            if claim.source is None and not claim.silent:
                end = claim.pieces[-1][1]
                signed = _SIGNATURE.match(self._text, end)
                if signed is not None:
                    claim.source = signed.span("name")
                    claim.cue = (end + len(signed.group()) - len(signed.group().lstrip()), signed.start("name"))
                    claim.rule = Rule.QUOTE_CUE
                elif claim.rule is Rule.QUOTE_ALONE:
                    known = last is not None and claim.pieces[0][0] - last.pieces[-1][1] < _FAR
                    if known and last is not None and last.source is not None:
                        claim.source, claim.head, claim.rule = last.source, last.head, Rule.QUOTE_NEAR
                elif last is not None and self._goes_on(last, claim):
                    claim.source, claim.head = last.source, last.head
            if claim.source is not None and (claim.rule in _SPEAKING or self._starts_chain(claim)):
                last = claim

    def _goes_on(self, before: Attribution, claim: Attribution) -> bool:
        """Whether a participle (“…, explaining that …”) in the same sentence goes on with who spoke before it."""
        if claim.cue is None or before.cue is None or not self._text[: claim.cue[1]].endswith("ing"):
            return False
        between = self._text[before.cue[1] : claim.cue[0]]
        return 0 < len(between) < _LONGEST_SENTENCE and not _SENTENCE_END.search(between)

    def _starts_chain(self, claim: Attribution) -> bool:
        """Whether a weaker rule's claim tells who speaks in what follows: it has a subject of its own."""
        return claim.rule is Rule.OBJECT and claim.cue is not None

    def headlines(self) -> Iterator[Attribution]:
        """Give “[Talks are possible]: Lind” and “Lind: [talks are possible]”, where a name is all that is beside."""
        for match in _HEADLINE.finditer(self._text):
            before, after = match.span("before"), match.span("after")
            for place, said in ((after, before), (before, after)):
                at = bisect_left(self._starts, place[0])
                name = self._names[at] if at < len(self._names) else None
                if name is not None and (name.start, name.end) == place and said[1] - said[0] > _LEAST_HEADLINE:
                    yield Attribution(Rule.COLON, [said], source=place, head=place)
                    break

    # --- the mention ---------------------------------------------------------------------------

    def mention(self, claim: Attribution) -> Place | None:
        """Return the words of the source that are to be tagged: its name, its pronoun, or its noun without article."""
        if claim.source is None:
            return None
        start, end = claim.source
        head = claim.head if claim.head and start <= claim.head[0] < end else None
        whole = self._name_around(*(head or (start, end)))
        if whole is not None:
            return whole.start, whole.end
        inside = self._names_in(start, end)
        if inside:
            if head is None:
                return inside[0].start, inside[0].end
            around: Name | None = None
            if self._text[head[0] : head[1]][:1].islower():
                # “the minister, Clara Ortega” is named beside; “Trump's lawyer” is not Trump
                around = next((n for n in inside if n.start >= head[1] and n.label in PERSON_LABELS), None)
                if around is not None and "," not in self._text[head[1] : around.start] and around.start - head[1] > 2:
                    around = None
            if around is not None:
                return around.start, around.end
        return self._noun_phrase(start, end, head)

    def _names_in(self, start: int, end: int) -> list[Name]:
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return [n for n in self._names[low:high] if n.end <= end]

    def _name_around(self, start: int, end: int) -> Name | None:
        """Return the longest name that a stretch lies in; it may begin before the words that the tree gave."""
        at = bisect_right(self._starts, start)
        around = [n for n in self._names[max(0, at - 3) : at] if n.end >= end]
        return around[0] if around else None

    def _noun_phrase(self, start: int, end: int, head: Place | None) -> Place | None:
        tokens = list(self._tree.tokens(start, end))
        lower = self._tree.lower
        while tokens and not self._tree.surface(tokens[-1]).strip():
            tokens.pop()
        while tokens and (lower[tokens[0]] in self._words.articles or not self._tree.surface(tokens[0]).strip()):
            if len(tokens) == 1:
                break
            tokens.pop(0)
        if not tokens or not any(c.isalnum() for c in self._text[start:end]):
            return None
        last = tokens[-1]
        if head is not None:
            at = self._tree.at(head[0])
            if at in tokens:
                last = at
                if self._tree.lower[at] not in self._words.pronouns:
                    for token in tokens[tokens.index(at) + 1 :]:
                        if lower[token] in _ENDS or (token == at + 1 and lower[token] not in _OF):
                            break
                        last = token
        else:
            for place, token in enumerate(tokens[1:], start=1):
                if lower[token] in _ENDS:
                    last = tokens[place - 1]
                    break
        return self._tree.starts[tokens[0]], self._tree.ends[last]

    # --- who is meant --------------------------------------------------------------------------

    def resolve(self, claims: Sequence[Attribution], mentions: Mapping[int, Place | None]) -> None:
        """Say for each claim whose mention is a pronoun or “the minister” whom it means, where that is clear.

        ``mentions`` gives the mention of each claim by its place in ``claims``.
        """
        last: Place | None = None  # who spoke last, by name
        for number, claim in enumerate(claims):
            mention = mentions.get(number)
            if mention is None:
                continue
            name = self._name_at(mention)
            if name is not None:
                claim.resolved = None
                if name.label in PERSON_LABELS:
                    last = mention
                continue
            form = self._text[slice(*mention)].lower()
            kind = self._words.pronouns.get(form)
            if kind in ("man", "woman"):
                claim.resolved = self._person_before(mention[0], last)
            elif kind is None and claim.head is not None:
                claim.resolved = self._described_before(mention)
                if claim.resolved is not None:
                    last = claim.resolved

    def _name_at(self, place: Place) -> Name | None:
        at = bisect_left(self._starts, place[0])
        if at < len(self._names) and (self._names[at].start, self._names[at].end) == place:
            return self._names[at]
        return None

    def _person_before(self, position: int, last: Place | None) -> Place | None:
        """Return the only person since the last speaker, else the last speaker if nobody else came since."""
        low = max(0, position - _REACH)
        if last is not None:
            low = max(low, last[0])
        line = self._text.rfind("\n", 0, self._text.rfind("\n", 0, position) + 1 - 1) + 1 if last is None else low
        people: dict[str, Place] = {}
        first = bisect_left(self._starts, max(low, min(line, position)))
        for name in self._names[first : bisect_right(self._starts, position)]:
            if name.label in PERSON_LABELS and name.end <= position:
                people[self._text[name.start : name.end].split()[-1].lower()] = (name.start, name.end)
        if len(people) == 1:
            return next(iter(people.values()))
        return last if last is not None and position - last[0] < _FAR else None

    def _described_before(self, mention: Place) -> Place | None:
        """Return the person beside whose name the same noun stood before: “Mayor Ada Lind …, the mayor”."""
        noun = self._text[slice(*mention)].lower().split()[-1:]
        noun = noun[0] if noun else ""
        if len(noun) < 4 or self._text[: mention[0]].rstrip()[-3:].lower() not in ("the",):
            return None
        low = max(0, mention[0] - _REACH)
        before = self._text[low : mention[0]]
        found: Place | None = None
        for match in re.finditer(rf"\b{re.escape(noun)}\b", before, re.IGNORECASE):
            start, end = low + match.start(), low + match.end()
            at = bisect_left(self._starts, end)
            if at < len(self._names) and self._names[at].label in PERSON_LABELS and self._names[at].start - end <= 2:
                found = (self._names[at].start, self._names[at].end)
            at = bisect_left(self._starts, start) - 1
            if at >= 0 and self._names[at].label in PERSON_LABELS:
                between = self._text[self._names[at].end : start]
                if between.startswith(",") and len(between) < 40 and "\n" not in between:
                    found = (self._names[at].start, self._names[at].end)
        return found


_SPEAKING = frozenset((Rule.QUOTE_CUE, Rule.QUOTE_NEAR, Rule.THAT, Rule.CLAUSE, Rule.AROUND, Rule.PHRASE, Rule.COLON))
