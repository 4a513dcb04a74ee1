"""Claims, cues and claimants as the worker's answer has them, tied to the names that the pipeline found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotation_schema.model import Attributes, Fragment, Fragments
from desktop.core import reporting_verbs
from desktop.core.prelabel.messages import FoundRelation, FoundSpan
from desktop.worker.claims import actors, words
from desktop.worker.claims.finder import find_claims
from desktop.worker.claims.model import ClaimCandidate
from desktop.worker.claims.reading import SyntaxReader
from desktop.worker.claims.scores import claimant_score
from desktop.worker.claims.speakers import PERSON_LABELS, Name

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CLAIM, CUE, ACTOR = "CLAIM", "CUE", "ACTOR"
CLAIMANT_ROLE, CUE_ROLE = "claimant", "cue"
_NAME_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-'’.][^\W\d_]+)*\.?")
_LONGEST_NAME = 3
_TITLES = frozenset(
    (
        "capt", "chancellor", "col", "dame", "dr", "ex", "father", "former", "gen", "gov", "her", "his", "hon", "king",
        "lady", "lt", "lord", "madam", "maj", "miss", "mr", "mrs", "ms", "pope", "pres", "prince", "princess", "prof",
        "professor", "queen", "rep", "rev", "sen", "sgt", "sheikh", "sheriff", "sir", "sister", "st", "the",
    )
)  # fmt: skip
_ACTOR_NAMES = PERSON_LABELS | {"ORG", "NORP"}


class ClaimSuggester:
    """Looks for claims in the docs of one pipeline."""

    def __init__(self, nlp: Language) -> None:
        """Load what it takes to read the pipeline's language."""
        language = str(nlp.lang or "")
        self._words = words.for_language(language)
        self._actors = actors.for_language(language)
        self._language = language
        self._reader = SyntaxReader(nlp, self._words.quoting)

    def suggest(
        self, doc: Doc, text: str, entities: Sequence[FoundSpan], offset: int = 0, before: int = 0
    ) -> tuple[list[FoundSpan], list[FoundSpan], list[FoundRelation]]:
        """Return the entities, what is found beside them, and relations between both; the first in the doc's offsets.

        Of the entities, those that are only a part of a claimant's name are whole.

        ``text``: the doc's, since asking it takes long. ``entities``: of this doc, in its offsets. ``offset`` is added
        to all offsets of what comes back; ``before`` is how many spans stand in the answer before the entities, since
        relations name spans by their place in it.
        """
        seems = reporting_verbs.for_text("", text)
        known = self._words if seems and seems is reporting_verbs.for_language(self._language) else words.ClaimWords()
        names = _names(entities)
        read = self._reader.doc(doc, text, names) if known else doc
        claims = find_claims(read, names, words=known, text=text)
        whole = self._whole(text, entities, claims)
        if whole != entities:
            entities, claims = whole, find_claims(read, _names(whole), words=known, text=text)
        answer = _Answer(offset, before, entities)
        for claim in claims:
            place = answer.add(FoundSpan(claim.fragments, CLAIM, claim.score, {"form": claim.form.value}))
            if claim.cue is not None:
                cue = answer.add(FoundSpan((claim.cue,), CUE, claim.score))
                answer.relations.append(FoundRelation(CUE_ROLE, cue, place, score=claim.score))
            sure = claimant_score(claim.rule)
            if isinstance(claim.claimant, str):
                answer.relations.append(FoundRelation(CLAIMANT_ROLE, place, value=claim.claimant, score=sure))
            elif claim.claimant is not None:
                mention = answer.named(claim.claimant)
                if mention is None:
                    label = answer.label_at(claim.claimant)
                    mention = answer.add(
                        FoundSpan((claim.claimant,), ACTOR, sure, self._attributes(text, claim, claim.claimant, label))
                    )
                answer.relations.append(FoundRelation(CLAIMANT_ROLE, place, mention, score=sure))
        return list(entities), answer.spans, answer.relations

    def _whole(self, text: str, entities: Sequence[FoundSpan], claims: Sequence[ClaimCandidate]) -> Sequence[FoundSpan]:
        """Return the entities with “Angela” grown to “Angela Merkel” where that, no word more, is who speaks."""
        starts: list[int] | None = None
        found = entities
        for claim in claims:
            source = claim.source
            words = text[source.start : source.end].split() if source is not None else []
            if source is None or not 1 < len(words) <= _LONGEST_NAME or not all(_NAME_WORD.fullmatch(w) for w in words):
                continue
            if starts is None:
                starts = [e.fragments[0].start for e in entities]
            first, last = bisect_left(starts, source.start), bisect_left(starts, source.end)
            if last - first != 1 or (first and entities[first - 1].fragments[-1].end > source.start):
                continue
            own = entities[first]
            start, end = own.fragments[0].start, own.fragments[-1].end
            rest = (text[source.start : start] + " " + text[end : source.end]).lower().split()
            if own.label not in PERSON_LABELS or end > source.end or not rest or self._tells(rest):
                continue
            found = [*found]
            found[first] = replace(own, fragments=(Fragment(source.start, source.end),))
        return found

    def _tells(self, words: Sequence[str]) -> bool:
        """Whether one of some words in small letters says what somebody is, and is no name: “Mr.”, “chancellor”."""
        forms = {word.rstrip(".") for word in words}
        return not forms.isdisjoint(_TITLES | self._actors.people | self._actors.types.keys())

    def _attributes(self, text: str, claim: ClaimCandidate, mention: Fragment, label: str) -> Attributes:
        surface = text[mention.start : mention.end]
        pronoun = self._words.pronouns.get(surface.lower(), "")
        before = text[max(0, mention.start - 12) : mention.start].split()
        resolved = claim.resolved
        found = dict(actors.attributes(surface, label, pronoun, self._actors, article=before[-1] if before else ""))
        if "type" not in found and resolved is not None:
            found["type"] = "person"  # only people are looked for
        return found


def _names(entities: Sequence[FoundSpan]) -> list[Name]:
    return [Name(e.fragments[0].start, e.fragments[-1].end, e.label) for e in entities]


def described(entity: FoundSpan, text: str, known: actors.ActorWords) -> FoundSpan:
    """Return a name with what it shows of the actor: the type that its words tell, and that it is a name."""
    if entity.label not in _ACTOR_NAMES:
        return entity
    surface = text[entity.fragments[0].start : entity.fragments[-1].end]
    shown = actors.attributes(surface, entity.label, "", known)
    return replace(entity, attributes={**shown, **entity.attributes})


class _Answer:
    """Spans and relations of one doc; each span has its place in the answer."""

    def __init__(self, offset: int, before: int, entities: Sequence[FoundSpan]) -> None:
        self._offset = offset
        self._entities = {e.fragments: (before + n, e.label) for n, e in reversed(list(enumerate(entities)))}
        self._first = before + len(entities)
        self._known: dict[tuple[str, Fragments], int] = {}
        self.spans: list[FoundSpan] = []
        self.relations: list[FoundRelation] = []

    def add(self, span: FoundSpan) -> int:
        """Add a span in the doc's offsets unless it is there; return its place."""
        key = (span.label, span.fragments)
        if key not in self._known:
            self._known[key] = self._first + len(self.spans)
            moved = tuple(Fragment(f.start + self._offset, f.end + self._offset) for f in span.fragments)
            self.spans.append(FoundSpan(moved, span.label, span.score, span.attributes))
        return self._known[key]

    def named(self, mention: Fragment) -> int | None:
        """Return the place of the name that stands there, if it is one for an actor."""
        place, label = self._entities.get((mention,), (-1, ""))
        return place if label in _ACTOR_NAMES else None

    def label_at(self, mention: Fragment) -> str:
        """Return the label of the name that stands there, "" for none."""
        return self._entities.get((mention,), (-1, ""))[1]
