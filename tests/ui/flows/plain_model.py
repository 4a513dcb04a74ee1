"""A project as plain dictionaries: what the random sessions expect to be in the file."""

from __future__ import annotations

import copy
import re
from collections import Counter

from annotation_schema.model import Fragment, OriginKind, Span
from desktop.core.edits import (
    AddRelation,
    AddSpan,
    ChangeRelation,
    ChangeSpan,
    Decide,
    RemoveRelation,
    RemoveSpan,
    SetState,
    Step,
)
from desktop.core.project import Project


def span_row(span: Span) -> tuple:
    """Return a span without times."""
    return (span.label, span.fragments, tuple(sorted(span.attributes.items())), span.origin.kind)


def of_project(project: Project) -> dict[str, dict]:
    """Read everything from the file, on a connection of its own."""
    found: dict[str, dict] = {}
    for record in project.records(with_suggestions=True):
        mine = [a for a in record.annotations if a.annotator == project.annotator.name]
        one = mine[0] if mine else None
        found[record.article.uid] = {
            "status": one.status.value if one else "todo",
            "attributes": dict(one.attributes) if one else {},
            "spans": {s.id: span_row(s) for s in one.spans} if one else {},
            "relations": {r.id: (r.type, r.source, r.target) for r in one.relations} if one else {},
            "verdicts": {
                s.id: (d.verdict.value, d.span)
                for s in record.suggestions.spans
                for d in s.verdicts
                if d.annotator == project.annotator.name
            }
            if record.suggestions
            else {},
        }
    return found


class PlainModel:
    """States in order, each a dictionary, and which of them is in force."""

    def __init__(self, first: dict[str, dict], uids: dict[int, str], texts: dict[str, str]) -> None:
        self.states = [first]
        self.words: list[str] = []
        self.now = 0
        self.uids = uids
        self.texts = texts

    @property
    def state(self) -> dict[str, dict]:
        return self.states[self.now]

    def _push(self, state: dict[str, dict], words: str, *, going_on: bool) -> None:
        if going_on:  # the same held key: one step
            assert self.now == len(self.words) > 0
            self.states[self.now] = state
            return
        del self.states[self.now + 1 :], self.words[self.now :]
        self.states.append(state)
        self.words.append(words)
        self.now += 1

    def do(self, step: Step, *, going_on: bool = False) -> None:
        """Carry out what the window says it did."""
        state = copy.deepcopy(self.state)
        for part in step.parts:
            article = state[self.uids[part.article]]
            sets_status = False
            for edit in part.edits:
                match edit:
                    case AddSpan(span):
                        assert span.id not in article["spans"]
                        article["spans"][span.id] = span_row(span)
                    case RemoveSpan(span):
                        assert article["spans"].pop(span.id) == span_row(span)
                    case ChangeSpan(before, after):
                        assert article["spans"][before.id] == span_row(before)
                        article["spans"][after.id] = span_row(after)
                    case AddRelation(relation):
                        article["relations"][relation.id] = (relation.type, relation.source, relation.target)
                    case RemoveRelation(relation):
                        del article["relations"][relation.id]
                    case ChangeRelation(_, relation):
                        article["relations"][relation.id] = (relation.type, relation.source, relation.target)
                    case SetState(_, after):
                        sets_status = True
                        article["status"], article["attributes"] = after.status.value, dict(after.attributes)
                    case Decide(suggestion, _, after):
                        article["verdicts"].pop(suggestion, None)
                        if after is not None:
                            article["verdicts"][suggestion] = (after.verdict.value, after.span)
            if part.edits and not sets_status and article["status"] == "todo":
                article["status"] = "started"
        self._push(state, step.words, going_on=going_on)

    def tag_others(self, uid: str, span_id: int, uids: list[str], rejected: set, file: dict[str, dict]) -> bool:
        """Tag what stands elsewhere as the span does, found by a plain search; ids are those in the file.

        Returns whether there is anything to tag.
        """
        label, fragments, attributes, _ = self.state[uid]["spans"][span_id]
        surface = self.texts[uid][fragments[0].start : fragments[0].end]
        state = copy.deepcopy(self.state)
        total = changed = 0
        for other in uids:
            article, text = state[other], self.texts[other]
            mine = [f for row in article["spans"].values() if row[0] == label for f in row[1]]
            places = [
                Fragment(m.start(), m.end())
                for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)
                if not any(f.start < m.end() and m.start() < f.end for f in mine)
                and (other, label, m.start(), m.end()) not in rejected
            ]
            if not places:
                continue
            row = (label, tuple(x for x in attributes if x[0] != "note"), OriginKind.PROPAGATED)
            fresh = {k: v for k, v in file[other]["spans"].items() if k not in article["spans"]}
            wanted = Counter((row[0], (p,), row[1], row[2]) for p in places)
            assert Counter(fresh.values()) == wanted
            article["spans"].update(fresh)
            if article["status"] == "todo":
                article["status"] = "started"
            total, changed = total + len(places), changed + 1
        if not total:
            return False
        self._push(state, "", going_on=False)
        return True
