"""A doc's tokens and dependencies as plain lists, with one set of names for UD and for spaCy's (ClearNLP) labels.

Reading a token's attribute through spaCy costs a microsecond; the rules look at every token several times.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SAME = {
    "nsubj": "subj", "nsubj:outer": "subj", "csubj": "subj", "csubj:outer": "subj", "expl": "expl",
    "nsubj:pass": "subj:pass", "nsubjpass": "subj:pass", "csubj:pass": "subj:pass", "csubjpass": "subj:pass",
    "dobj": "obj", "dative": "iobj", "auxpass": "aux:pass", "relcl": "acl:relcl", "poss": "nmod:poss",
    "oprd": "xcomp", "acomp": "acomp", "attr": "attr", "npadvmod": "obl:unmarked", "obl:tmod": "obl:unmarked",
    "nmod:tmod": "nmod:unmarked", "obl:npmod": "obl:unmarked", "nmod:npmod": "nmod:unmarked", "root": "ROOT",
    "agent": "prep", "obl:agent": "obl", "compound:prt": "prt", "pcomp": "pobj", "nn": "compound",
}  # fmt: skip
_HASHES = 2**64
_OWN_SUBJECT = frozenset(("subj", "subj:pass", "aux", "aux:pass", "expl"))
SUBJECTS = frozenset(("subj", "subj:pass"))
VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "DT"))


class Tree:
    """All lists are by token. ``parsed`` is False if the doc has no dependencies; the tree's lists are empty then."""

    def __init__(self, doc: Doc, text: str) -> None:
        from spacy.attrs import DEP, HEAD, IDX, LENGTH, LOWER, SENT_START, TAG  # type: ignore[attr-defined]

        self.text: str = text
        self.parsed: bool = bool(len(doc)) and doc.has_annotation("DEP")
        strings = doc.vocab.strings
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lower: list[str] = []
        self.tag: list[str] = []
        self.dep: list[str] = []
        self.head: list[int] = []
        self.children: list[list[int]] = []
        self._sentences: list[int] = [0]
        if not len(doc):
            return
        # Numbers of 64 bits without a sign: hashes, and offsets, which are read back with theirs.
        columns = doc.to_array([IDX, LENGTH, LOWER, TAG, DEP, HEAD, SENT_START]).astype("int64").T.tolist()
        idx, length, lower, tag, dep, head, sent_start = columns
        self.starts = idx
        self.ends = [start + size for start, size in zip(idx, length, strict=True)]
        words: dict[int, str] = {}

        def named(hashes: list[int]) -> list[str]:
            for value in set(hashes):
                if value not in words:
                    words[value] = strings[value % _HASHES] if value else ""
            return [words[value] for value in hashes]

        self.lower = [word.replace("’", "'") for word in named(lower)]
        self.tag = named(tag)
        self._sentences += [n for n, start in enumerate(sent_start) if start == 1 and n]
        if not self.parsed:
            return
        self.dep = [_SAME.get(name, name) for name in named(dep)]
        self.head = [place + offset for place, offset in enumerate(head)]
        self._raise_conjuncts()
        self.children = [[] for _ in self.head]
        for place, head in enumerate(self.head):
            if head != place:
                self.children[head].append(place)

    def __len__(self) -> int:
        return len(self.starts)

    def _raise_conjuncts(self) -> None:
        """Hang “ruled out” in “stated that talks could take place but ruled out …” on “stated”.

        A past tense without a subject is no second part of an infinitive, whatever the parser says.
        """
        busy = {h for h, d in zip(self.head, self.dep, strict=True) if d in _OWN_SUBJECT}
        for place, dep in enumerate(self.dep):
            first = self.head[place]
            if dep != "conj" or self.tag[place] != "VBD" or place in busy or self.tag[first] != "VB":
                continue
            above = self.head[first]
            steps = 0
            while self.tag[above] != "VBD" and self.head[above] != above and steps < 6:
                above, steps = self.head[above], steps + 1
            if self.tag[above] == "VBD" and above < first:
                self.head[place] = above
                for word in range(first + 1, place):
                    if self.head[word] in (first, place) and self.dep[word] == "cc":
                        self.head[word] = place

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the tokens ``[first, end)`` of the sentence around a token."""
        place = bisect_right(self._sentences, token)
        end = self._sentences[place] if place < len(self._sentences) else len(self.starts)
        return self._sentences[place - 1], end

    def sentences(self) -> list[tuple[int, int]]:
        """Return all sentences as tokens ``[first, end)``."""
        return list(zip(self._sentences, [*self._sentences[1:], len(self.starts)], strict=True))

    def at(self, position: int) -> int:
        """Return the last token that begins at or before a character, at least 0."""
        return max(0, bisect_right(self.starts, position) - 1)

    def tokens(self, start: int, end: int) -> range:
        """Return the tokens that begin in the characters ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def subtree(self, token: int, without: Collection[int] = ()) -> list[int]:
        """Return a token and all below it, in text order; branches at the tokens ``without`` are left out."""
        found: list[int] = []
        waiting = [token]
        while waiting:
            one = waiting.pop()
            if one in without:
                continue
            found.append(one)
            waiting.extend(self.children[one])
        found.sort()
        return found

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first child with one of these dependencies."""
        return next((c for c in self.children[token] if self.dep[c] in deps), None)

    def surface(self, token: int) -> str:
        """Return a token's characters."""
        return self.text[self.starts[token] : self.ends[token]]

    def span(self, tokens: Collection[int]) -> tuple[int, int]:
        """Return the characters from the first to the last of some tokens."""
        return self.starts[min(tokens)], self.ends[max(tokens)]
