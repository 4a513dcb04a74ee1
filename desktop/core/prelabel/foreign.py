"""Suggestions that were made elsewhere and come in with records: put into the project's words, the rest left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from annotation_schema.model import Attributes, SuggestedRelation, Suggestion, SuggestionId, SuggestionSet
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.prelabel.label_map import takes
from desktop.core.view import LabelMap


class ForeignSuggestions:
    """Fits suggestions to a project: labels and links that its schema has stay, others go by its label map."""

    def __init__(self, label_map: LabelMap, schema: LabelSchema) -> None:
        """Take what the project has."""
        self._map = label_map
        self._schema = schema

    def fitted(self, suggested: SuggestionSet) -> tuple[SuggestionSet, list[str]]:
        """Return what fits, and a sentence for each kind of thing that does not."""
        left_out: Counter[str] = Counter()
        spans: list[Suggestion] = []
        kept: set[SuggestionId] = set()
        for one in suggested.spans:
            fit = self._span(one, left_out)
            if fit is not None:
                spans.append(fit)
                kept.add(fit.id)
        links = [self._link(r, left_out) for r in suggested.relations if r.source in kept and r.target in kept]
        found = SuggestionSet(tuple(spans), tuple(r for r in links if r is not None))
        return found, [
            translate(
                "Import",
                "%n suggestion of “{name}” does not fit the label schema.|"
                "%n suggestions of “{name}” do not fit the label schema.",
                number,
            ).format(name=name)
            for name, number in sorted(left_out.items())
        ]

    def _span(self, one: Suggestion, left_out: Counter[str]) -> Suggestion | None:
        label, attributes = self._schema.label(one.label), one.attributes
        if label is None:
            target, implied = self._map.get(one.label, ("", {}))
            label = self._schema.label(target)
            attributes = {**implied, **attributes}
        if label is None or (label.max_fragments is not None and len(one.fragments) > label.max_fragments):
            left_out[one.label] += 1
            return None
        fit: Attributes = {}
        if attributes:
            specs = {a.name: a for a in label.attributes}
            fit = {k: v for k, v in attributes.items() if k in specs and takes(specs[k], v)}
            for name in one.attributes.keys() - fit.keys():
                left_out[f"{label.name}.{name}"] += 1
        if label.name == one.label and len(fit) == len(one.attributes):
            return one
        return replace(one, label=label.name, source_label=one.source_label or one.label, attributes=fit)

    def _link(self, one: SuggestedRelation, left_out: Counter[str]) -> SuggestedRelation | None:
        if self._schema.relation(one.type) is not None:
            return one
        target, _ = self._map.get(one.type, ("", {}))
        if self._schema.relation(target) is None:
            left_out[one.type] += 1
            return None
        return replace(one, type=target)
