"""Who does what a verb says, in UD's labels or in spaCy's."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.worker.claims.tree import NOUN_TAGS, SUBJECTS, Tree

_MENTION_TAGS = NOUN_TAGS | {"JJ", "JJS", "PDT", "FW", "ADD", ""}
_DEEPEST = 4


@dataclass(slots=True)
class Source:
    """The tokens for somebody, in text order, and the one among them on which the others hang."""

    tokens: list[int]
    head: int


class Subjects:
    """The subjects of one doc's verbs."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def agent(self, verb: int) -> Source | None:
        """Return who is named with “by” beside a passive."""
        tree = self._tree
        for child in tree.children[verb]:
            if tree.dep[child] == "obl" and any(tree.lower[c] == "by" for c in tree.children[child]):
                tokens = [t for t in tree.subtree(child) if tree.lower[t] != "by" or tree.head[t] != child]
                return Source(tokens, child)
            if tree.dep[child] == "prep" and tree.lower[child] == "by":
                noun = tree.child(child, "pobj")
                if noun is not None:
                    return Source(tree.subtree(noun), noun)
        return None

    def subject(self, verb: int, depth: int = 0) -> tuple[Source | None, bool]:
        """Return who does what a verb says, and whether the verb is a passive of that subject."""
        tree = self._tree
        for child in tree.children[verb]:
            if tree.dep[child] in SUBJECTS:
                if tree.lower[child] in ("who", "that", "which") and tree.dep[verb] == "acl:relcl":
                    source = self.mention(tree.head[verb], verb)
                    if source is not None:
                        source.tokens = sorted({*source.tokens, child})
                    return source, tree.dep[child] == "subj:pass"
                return self.mention(child, verb), tree.dep[child] == "subj:pass"
        if tree.dep[verb] == "acl:relcl" and not any(
            tree.lower[c] in ("whom", "which", "that") for c in tree.children[verb]
        ):
            return self.mention(tree.head[verb], verb), False
        if tree.dep[verb] == "acl":
            return self.mention(tree.head[verb], verb), tree.tag[verb] == "VBN"
        shared = tree.dep[verb] in ("conj", "xcomp", "advcl") or (tree.dep[verb] == "ccomp" and tree.tag[verb] == "VBG")
        if not shared or depth == _DEEPEST or tree.head[verb] == verb:
            return None, False
        source, passive = self.subject(tree.head[verb], depth + 1)
        return source, passive and tree.dep[verb] == "conj" and tree.tag[verb] == "VBN"

    def mention(self, head: int, verb: int) -> Source | None:
        """Return a noun with all that describes it, without the clause in which the verb is."""
        tree = self._tree
        if tree.tag[head] not in _MENTION_TAGS:
            return None
        if tree.lower[head] in ("it", "there") and tree.dep[head] == "expl":
            return None
        below = tree.subtree(head, (verb,))
        tokens = [t for t in below if t < verb] if head < verb else below
        tokens = _run_around(tokens, head)
        if tree.dep[head] in ("obl", "nmod", "obl:unmarked"):
            while tokens[0] != head and tree.dep[tokens[0]] in ("case", "advmod", "mark"):
                tokens.pop(0)
        return Source(tokens, head)


def _run_around(tokens: list[int], head: int) -> list[int]:
    """Return the tokens that stand without a gap of more than one around the head."""
    place = tokens.index(head) if head in tokens else -1
    if place < 0:
        return [head]
    first = last = place
    while first > 0 and tokens[first - 1] >= tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] <= tokens[last] + 1:
        last += 1
    return tokens[first : last + 1]
