"""Claims by the tree: what a reporting verb, noun or adjective governs, in UD's labels or in spaCy's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.worker.claims.model import Attribution, Rule
from desktop.worker.claims.subjects import Source, Subjects
from desktop.worker.claims.tree import VERB_TAGS, Tree
from desktop.worker.claims.words import ClaimWords

_LEAST_CHARACTERS = 8
_LEADING = frozenset((",", ";", ":", "-", "—", "–", "--", "and", "but"))
_TRAILING = frozenset((".", ",", ";", ":", "-", "—", "–", "--", "and", "but"))
_LEAST_AFTER = 4  # tokens after “, he said”
_LONGEST_ASIDE = 9
_BEFORE_THAT = frozenset(("IN", "TO", "RB"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_NAMING = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ", "CD", "POS", "HYPH", "FW"))
_LONGEST_SOURCE = 45  # tokens
_AUXILIARY = frozenset(("aux", "aux:pass", "neg"))
_BELOW_CUE = frozenset(("advmod", "obl:unmarked", "prt"))


class Clauses:
    """The claims of one doc that its tree tells of; ``quoted`` says whether a token stands in a quotation."""

    def __init__(self, tree: Tree, words: ClaimWords, quoted: Callable[[int], bool]) -> None:
        self._tree = tree
        self._words = words
        self._quoted = quoted
        self._subjects = Subjects(tree)

    def find(self) -> Iterator[Attribution]:
        """Give the claims as they come by their cues."""
        tree, words = self._tree, self._words
        for token, form in enumerate(tree.lower):
            if self._quoted(token):
                continue
            tag = tree.tag[token]
            if form == "according":
                yield from self._according(token)
            elif tag in VERB_TAGS or (not tag and form in words.clausal):
                if (
                    form in words.clausal
                    or form in words.objective
                    or form in words.infinitive
                    or form in words.prepositional
                ):
                    yield from self._verb(token, form)
            elif form in words.nouns and tag in ("NN", "NNS"):
                yield from self._noun(token)
            elif form in words.adjectives and tag == "JJ":
                yield from self._adjective(token)
            elif form in words.hearsay and tree.dep[token] == "advmod":
                yield from self._hearsay(token)

    # --- verbs -------------------------------------------------------------------------------

    def _verb(self, verb: int, form: str) -> Iterator[Attribution]:
        words = self._words
        source, passive = self._subjects.subject(verb)
        subject = source
        silent = False
        if passive:  # “X is said to …”: nobody says who; “X was accused by Y of …”
            source = self._subjects.agent(verb)
            silent = source is None
        between = self._between_commas(verb) if form in words.quoting else None
        if between is not None:
            source, content = between
            yield from self._attribution(Rule.AROUND, content, self._cue(verb), source, verb, silent=False)
            return
        content, rule = self._content_of_verb(verb, form, passive)
        if source is None and form in words.quoting:
            turned = self._turned_round(verb, content)
            if turned is not None:
                source, content, rule, silent = turned[0], turned[1], Rule.AROUND, False
        elif not content and not passive and form in words.verbs.clause_verbs:
            content, rule = self._rest_of_sentence(verb), Rule.CLAUSE
        if form in words.clausal:
            content = self._from_that(verb, content)
        if passive and content and rule in (Rule.OBJECT, Rule.INFINITIVE) and subject is not None:
            by = set[int]() if source is None else {*source.tokens, *(t - 1 for t in source.tokens)}
            content = sorted({t for t in content if t not in by} | {*subject.tokens})
        if not content:
            return
        yield from self._attribution(rule, content, self._cue(verb), source, verb, silent=silent)

    def _from_that(self, verb: int, content: list[int]) -> list[int]:
        """Return what is said without the “on Monday” of “said on Monday that …”, whatever the tree makes of it."""
        tree = self._tree
        _, end = tree.sentence(verb)
        first = verb + 1
        if not content or content[0] != first or tree.tag[first] not in _BEFORE_THAT:
            return content
        for token in range(first + 1, min(end, first + _LONGEST_ASIDE)):
            if tree.lower[token] == "that":
                return [t for t in content if t >= token]
            if tree.tag[token] in VERB_TAGS or tree.tag[token] == "MD" or not tree.lower[token][0].isalnum():
                break
        return content

    def _content_of_verb(self, verb: int, form: str, passive: bool) -> tuple[list[int], Rule]:
        tree, words = self._tree, self._words
        below = tree.children[verb]
        if form in words.clausal:
            clauses = [c for c in below if tree.dep[c] == "ccomp"]
            if clauses:
                content = [t for c in clauses for t in tree.subtree(c)]
                that = any(tree.lower[t] == "that" and tree.dep[t] == "mark" for c in clauses for t in tree.children[c])
                before = clauses[0] < verb
                return sorted(content), Rule.THAT if that else Rule.AROUND if before else Rule.CLAUSE
            if form in words.quoting:
                beside = [c for c in below if tree.dep[c] == "parataxis" and c > verb]
                if beside:
                    return sorted(t for c in beside for t in tree.subtree(c)), Rule.CLAUSE
                if tree.dep[verb] == "parataxis" and self._subjects.subject(verb)[0] is not None:
                    return tree.subtree(tree.head[verb], (verb,)), Rule.AROUND
                before = [c for c in below if tree.dep[c] in ("parataxis", "dep") and c < verb]
                if before:
                    return sorted(t for c in before for t in tree.subtree(c)), Rule.AROUND
        if tree.dep[verb] == "advcl" and form in words.quoting:
            mark = tree.child(verb, "mark", "advmod")
            as_said = mark is not None and tree.lower[mark] == "as" and self._subjects.subject(verb)[0] is not None
            if as_said and not any(tree.dep[c] in ("obj", "xcomp") for c in below):
                return tree.subtree(tree.head[verb], (verb,)), Rule.AROUND
        if form in words.infinitive:
            clauses = [c for c in below if tree.dep[c] == "xcomp" and c > verb and tree.tag[c] in VERB_TAGS]
            if not clauses:  # ClearNLP has a clause with its subject: urged [him to go]
                clauses = [c for c in below if tree.dep[c] == "ccomp" and c > verb]
            if clauses:
                objects = [c for c in below if tree.dep[c] in ("obj", "iobj") and c > verb]
                return sorted(t for c in (*objects, *clauses) for t in tree.subtree(c)), Rule.INFINITIVE
        if form in words.prepositional:
            found = self._behind_preposition(verb, words.prepositional[form])
            if found:
                return found, Rule.OBJECT
        if form in words.objective:
            objects = [c for c in below if tree.dep[c] in ("obj", "iobj", "attr") and c > verb]
            others = [
                c
                for c in below
                if c > verb
                and tree.dep[c] in ("xcomp", "obl", "prep", "advcl", "ccomp")
                and not self._is_time(c)
                and not (tree.tag[c] == "VBG" and tree.lower[c] in words.clausal)
            ]
            if objects or (passive and others) or any(tree.dep[c] in ("xcomp", "ccomp") for c in others):
                tokens = sorted(t for c in (*objects, *others) for t in tree.subtree(c))
                # “called it difficult, [explaining that …]” is said once more, by a cue of its own
                after = [
                    t for t in tokens if tree.tag[t] == "VBG" and tree.lower[t] in words.clausal and self._has_clause(t)
                ]
                left_out = {t for v in after if tree.lower[v - 1] in _BEFORE_TURN for t in tree.subtree(v)}
                return [t for t in tokens if t not in left_out], Rule.OBJECT
        return [], Rule.OBJECT

    def _turned_round(self, verb: int, content: Sequence[int]) -> tuple[Source, list[int]] | None:
        """Return who speaks in “…,” said Ada Lind, the mayor, where the tree takes the name for what is said."""
        tree = self._tree
        first, end = tree.sentence(verb)
        if verb == first or tree.lower[verb - 1] not in _BEFORE_TURN:
            return None
        after = verb + 1
        if after >= end or tree.tag[after] not in ("NNP", "NNPS", "DT", "NN", "NNS", "PRP", "JJ", "PRP$"):
            return None
        if any(tree.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in content if t < after + 6 and t > verb):
            return None
        stop = next((t for t in range(after, end) if tree.lower[t] in _AFTER_TURN), end)
        head = stop - 1
        name = next((t for t in range(after, stop) if tree.tag[t] in ("NNP", "NNPS", "NN", "NNS", "PRP")), None)
        if name is None or stop - after > 12:
            return None
        return Source(list(range(after, stop)), head), list(range(first, verb))

    def _between_commas(self, verb: int) -> tuple[Source, list[int]] | None:
        """Return who speaks, and what is around, where “the mayor said” stands between commas in what is said."""
        tree = self._tree
        first, end = tree.sentence(verb)
        if verb + _LEAST_AFTER >= end or tree.lower[verb + 1] != "," or tree.tag[verb] not in _FINITE:
            return None
        comma = next((t for t in range(verb - 2, max(first, verb - _LONGEST_ASIDE), -1) if tree.lower[t] == ","), first)
        if comma == first or self._quoted(comma - 1) or self._quoted(verb + 2):
            return None
        inside = list(range(comma + 1, verb))
        while inside and tree.tag[inside[-1]] in ("RB", "VBD", "VBZ", "VBP"):
            inside.pop()  # has also said
        if not inside or any(tree.tag[t] not in _NAMING for t in inside) or tree.tag[verb + 2] in ("VBG", "WDT", "WP"):
            return None
        outside = set(range(comma, verb + 2))
        return Source(inside, inside[-1]), [t for t in range(first, end) if t not in outside]

    def _rest_of_sentence(self, verb: int) -> list[int]:
        """Return what follows a verb of saying up to the sentence's end if there is a verb in it."""
        tree = self._tree
        _, end = tree.sentence(verb)
        rest = list(range(verb + 1, end))
        if len(rest) < 4 or not any(tree.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in rest[1:]):
            return []
        return rest

    def _has_clause(self, verb: int) -> bool:
        return any(self._tree.dep[c] == "ccomp" for c in self._tree.children[verb])

    def _is_time(self, token: int) -> bool:
        """Whether an adjunct says when or where: “on Tuesday”, “in a statement”."""
        tree = self._tree
        case = next((c for c in tree.children[token] if tree.dep[c] == "case"), token)
        if tree.lower[case] in ("during", "after", "before", "at", "while", "when", "since", "until"):
            return True
        if tree.lower[case] in ("on", "in"):
            noun = token if case != token else tree.child(token, "pobj")
            return noun is not None and (tree.tag[noun] == "NNP" or tree.lower[noun] in _OCCASIONS)
        return False

    def _behind_preposition(self, verb: int, prepositions: frozenset[str]) -> list[int]:
        tree = self._tree
        found: list[int] = []
        for child in tree.children[verb]:
            if child < verb:
                continue
            case = next((c for c in tree.children[child] if tree.dep[c] in ("case", "mark")), None)
            first = child if case is None else case
            if (
                tree.dep[child] in ("obl", "prep", "advcl", "xcomp")
                and tree.lower[first] in prepositions
                and not (case is None and tree.dep[child] == "obl")
            ) or (found and tree.dep[child] in ("xcomp", "advcl")):
                found += tree.subtree(child)
        return sorted(found)

    # --- others ------------------------------------------------------------------------------

    def _according(self, token: int) -> Iterator[Attribution]:
        """Give “according to X, …” and “…, according to X”."""
        tree = self._tree
        if token + 1 >= len(tree) or tree.lower[token + 1] != "to":
            return
        group: int | None = None
        if tree.dep[token] in ("case", "mark"):
            group = tree.head[token]  # UD: according → the noun
        else:
            to = tree.child(token, "prep", "obl", "nmod")
            group = to if to is not None and tree.dep[to] != "prep" else None
            if to is not None and tree.dep[to] == "prep":
                group = tree.child(to, "pobj")
        if group is None or group <= token:
            group = self._next_noun(token + 2)
            if group is None:
                return
        source = Source([t for t in tree.subtree(group) if t > token + 1], group)
        first, end = tree.sentence(token)
        outside = {*tree.subtree(group), token, token + 1}
        content = [t for t in range(first, end) if t not in outside]
        if not source.tokens:
            return
        yield from self._attribution(
            Rule.PHRASE, content, (tree.starts[token], tree.ends[token + 1]), source, token, silent=False
        )

    def _next_noun(self, token: int) -> int | None:
        tree = self._tree
        _, end = tree.sentence(token)
        for other in range(token, min(end, token + 8)):
            if tree.tag[other] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
                while tree.head[other] > other and tree.dep[other] in ("compound", "flat", "nmod:poss"):
                    other = tree.head[other]
                return other
        return None

    def _noun(self, noun: int) -> Iterator[Attribution]:
        """Give “Trump's claim that …”, “a call for …”."""
        tree = self._tree
        clauses: list[int] = []
        for child in tree.children[noun]:
            if child < noun or tree.dep[child] not in ("acl", "ccomp", "acl:relcl", "appos", "dep"):
                continue
            mark = tree.child(child, "mark")
            if (mark is not None and tree.lower[mark] == "that") or (
                tree.dep[child] in ("acl",)
                and any(tree.lower[c] == "to" and tree.tag[c] == "TO" for c in tree.children[child])
            ):
                clauses.append(child)
        if not clauses:
            return
        content = sorted(t for c in clauses for t in tree.subtree(c))
        source: Source | None = None
        owner = tree.child(noun, "nmod:poss")
        if owner is not None:
            source = Source([t for t in tree.subtree(owner) if tree.tag[t] != "POS"], owner)
        elif tree.dep[noun] in ("obj", "obl", "pobj"):
            verb = tree.head[noun] if tree.dep[noun] != "pobj" else tree.head[tree.head[noun]]
            source, passive = self._subjects.subject(verb)
            if passive:
                source = None
        yield from self._attribution(
            Rule.NOUN, content, (tree.starts[noun], tree.ends[noun]), source, noun, silent=source is None
        )

    def _adjective(self, adjective: int) -> Iterator[Attribution]:
        """Give “is confident that …”: the clause hangs on the adjective, the subject on it or on the verb above."""
        tree = self._tree
        clauses = [
            c
            for c in tree.children[adjective]
            if c > adjective
            and tree.dep[c] in ("ccomp", "advcl", "csubj", "subj", "xcomp")
            and any(
                (tree.lower[m] == "that" and tree.dep[m] == "mark")
                or (tree.tag[m] == "TO" and tree.dep[c] == "xcomp")
                or tree.dep[c] == "ccomp"
                for m in (*tree.children[c], c)
            )
        ]
        if not clauses:
            return
        source, _ = self._subjects.subject(adjective)
        if source is None and tree.dep[adjective] in ("acomp", "xcomp", "attr"):
            source, _ = self._subjects.subject(tree.head[adjective])
        if source is not None and tree.lower[source.head] in ("it", "there", "that", "this", "what"):
            source = None
        content = sorted(t for c in clauses for t in tree.subtree(c))
        yield from self._attribution(
            Rule.ADJECTIVE,
            content,
            (tree.starts[adjective], tree.ends[adjective]),
            source,
            adjective,
            silent=source is None,
        )

    def _hearsay(self, adverb: int) -> Iterator[Attribution]:
        """Give the clause of “reportedly”: somebody says so, and the text does not say who."""
        tree = self._tree
        above = tree.head[adverb]
        content = tree.subtree(above, (adverb,))
        yield from self._attribution(
            Rule.ADVERB, content, (tree.starts[adverb], tree.ends[adverb]), None, adverb, silent=True
        )

    # --- what they give ----------------------------------------------------------------------

    def _cue(self, verb: int) -> tuple[int, int]:
        return self._tree.starts[verb], self._tree.ends[verb]

    def _attribution(
        self,
        rule: Rule,
        content: Sequence[int],
        cue: tuple[int, int],
        source: Source | None,
        cue_token: int,
        *,
        silent: bool,
    ) -> Iterator[Attribution]:
        tree = self._tree
        outside = {cue_token}
        if source is not None and rule is not Rule.OBJECT:
            outside.update(source.tokens)
        tokens = [t for t in content if t not in outside]
        pieces = self._pieces(tokens)
        if sum(b - a for a, b in pieces) < _LEAST_CHARACTERS:
            return
        found = Attribution(rule, pieces, cue, silent=silent)
        if source is not None and len(source.tokens) <= _LONGEST_SOURCE:
            found.source = tree.span(self._trimmed(source.tokens) or [source.head])
            found.head = (tree.starts[source.head], tree.ends[source.head])
        yield found

    def _trimmed(self, tokens: Sequence[int]) -> list[int]:
        tree = self._tree
        kept = list(tokens)
        while kept and (tree.lower[kept[0]] in _LEADING or not tree.surface(kept[0]).strip()):
            kept.pop(0)
        while kept and (tree.lower[kept[-1]] in _TRAILING or not tree.surface(kept[-1]).strip()):
            kept.pop()
        return kept

    def _pieces(self, tokens: Sequence[int]) -> list[tuple[int, int]]:
        """Return tokens as stretches of text; a gap of one token is none."""
        tree = self._tree
        kept = self._trimmed(tokens)
        runs: list[list[int]] = []
        for token in kept:
            if runs and token <= runs[-1][-1] + 2:
                runs[-1].append(token)
            else:
                runs.append([token])
        pieces: list[tuple[int, int]] = []
        for run in runs:
            own = self._trimmed(run)
            if own and any(c.isalnum() for t in own for c in tree.surface(t)):
                pieces.append(tree.span(own))
        return pieces


_BEFORE_TURN = frozenset((",", "”", '"', "''", "?", "!", "…", "...", "»", "’", "'"))
_AFTER_TURN = frozenset(
    (",", ".", ";", ":", "”", "“", '"', "who", "—", "–", "--", "in", "at", "on", "during", "after", "\n", "\n\n")
)
_OCCASIONS = frozenset(
    (
        "address", "briefing", "conference", "email", "friday", "hearing", "interview", "letter", "memo", "monday",
        "post", "remarks", "report", "saturday", "speech", "statement", "sunday", "thursday", "tuesday", "tweet",
        "wednesday",
    )
)  # fmt: skip
