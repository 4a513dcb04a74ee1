"""The interchange form ``pressmark/1``: one article with all its annotations as one JSON object, one a line.

Keys, in this order: ``format`` ("pressmark/1"), ``uid``, ``title``, ``text``, ``byline``, ``publisher``,
``published``, ``url``, ``language``, ``section``, ``meta``, ``annotations`` (by annotator: ``annotator``,
``status``, ``attributes``, ``spans``, ``relations``) and, where they were asked for, ``suggestions``
(``spans``, ``relations``). Offsets are code points of ``text``, half-open; each fragment repeats its text, and
a reader refuses a span where the two differ. Lists and keys have a fixed order: equal records give equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import cast

from annotation_schema.ids import id_text
from annotation_schema.model import (
    AnnotationSet,
    Article,
    ArticleRecord,
    Attributes,
    Decision,
    Fragments,
    Relation,
    Span,
    SuggestedRelation,
    Suggestion,
    SuggestionSet,
)
from annotation_schema.record_reader import FORMAT, RecordError, RecordReader
from annotation_schema.wording import translate

__all__ = ["FORMAT", "RecordError", "from_json", "from_line", "to_json", "to_line"]


def to_line(record: ArticleRecord) -> str:
    """Return the record as one line of JSON without the line's end.

    Lines end at LF alone: a text may hold U+2028 and its like, so do not cut a file with ``str.splitlines``.
    Raises ValueError for a number that JSON has no form for (readers let none in).
    """
    return json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_line(line: str | bytes) -> tuple[ArticleRecord, list[str]]:
    """Return the record of one line and what was wrong with it; see ``from_json``.

    Raises RecordError also where the line is not JSON; its sentence names the column.
    """
    try:
        text = line.decode("utf-8") if isinstance(line, bytes) else line
        value: object = json.loads(text)
    except UnicodeDecodeError as error:
        raise RecordError(
            translate("Records", "the line is not UTF-8 (byte {byte}).").format(byte=error.start + 1)
        ) from error
    except json.JSONDecodeError as error:
        words = error.msg[:1].lower() + error.msg[1:]
        raise RecordError(
            translate("Records", "column {column}: this is not valid JSON: {reason}.").format(
                column=error.pos + 1, reason=words
            )
        ) from error
    except RecursionError as error:
        raise RecordError(translate("Records", "this JSON is nested too deeply.")) from error
    except ValueError as error:  # Python reads numbers of up to 4300 digits
        raise RecordError(translate("Records", "this JSON holds a number with too many digits.")) from error
    return from_json(value)


def from_json(value: object, *, columns: bool = False) -> tuple[ArticleRecord, list[str]]:
    """Return the record that parsed JSON holds, and a sentence for each part of it that was left out or changed.

    Spans, relations and suggestions come in the order in which ``to_json`` writes them. Ids that are not ours are
    replaced by new ones, everywhere in the record alike. ``columns``: spans may be ``SpanColumns``, which
    take a fifth of the time, instead of a tuple. Raises RecordError if the article itself is unusable.
    """
    reader = RecordReader(columns=columns)
    record = reader.read(value)
    return record, reader.problems


def to_json(record: ArticleRecord) -> dict[str, object]:
    """Return the record as plain data with the keys in their order.

    The text of a fragment is taken from the article; whether it equals what was stored is for the caller to check.
    """
    article = record.article
    result: dict[str, object] = {"format": FORMAT, **_article(article)}
    result["annotations"] = [_annotations(article.text, a) for a in sorted(record.annotations, key=_by_annotator)]
    if record.suggestions is not None:
        result["suggestions"] = _suggestions(article.text, record.suggestions)
    return result


def _article(article: Article) -> dict[str, object]:
    return {
        "uid": article.uid,
        "title": article.title,
        "text": article.text,
        "byline": article.byline,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "section": article.section,
        "meta": _sorted(article.meta),
    }


def _annotations(text: str, annotations: AnnotationSet) -> dict[str, object]:
    return {
        "annotator": annotations.annotator,
        "status": annotations.status.value,
        "attributes": _attributes(annotations.attributes),
        "spans": [_span(text, s) for s in sorted(annotations.spans, key=_by_place)],
        "relations": [_relation(r) for r in sorted(annotations.relations, key=_by_id)],
    }


def _span(text: str, span: Span) -> dict[str, object]:
    details = span.origin.details
    return {
        "id": id_text(span.id),
        "label": span.label,
        "fragments": _fragments(text, span.fragments),
        "attributes": _attributes(span.attributes),
        "origin": {"kind": span.origin.kind.value, **{k: details[k] for k in sorted(details) if k != "kind"}},
        "created": span.created,
        "updated": span.updated,
    }


def _relation(relation: Relation) -> dict[str, object]:
    return {
        "id": id_text(relation.id),
        "type": relation.type,
        "from": id_text(relation.source),
        "to": id_text(relation.target),
        "attributes": _attributes(relation.attributes),
    }


def _suggestions(text: str, suggestions: SuggestionSet) -> dict[str, object]:
    return {
        "spans": [_suggestion(text, s) for s in sorted(suggestions.spans, key=_by_place)],
        "relations": [_suggested_relation(r) for r in sorted(suggestions.relations, key=_by_id)],
    }


def _suggestion(text: str, suggestion: Suggestion) -> dict[str, object]:
    return {
        "id": id_text(suggestion.id),
        "label": suggestion.label,
        "source_label": suggestion.source_label,
        "fragments": _fragments(text, suggestion.fragments),
        "attributes": _attributes(suggestion.attributes),
        "score": suggestion.score,
        "pipeline": suggestion.pipeline,
        "version": suggestion.version,
        "verdicts": [_decision(d) for d in sorted(suggestion.verdicts, key=_by_annotator)],
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "annotator": decision.annotator,
        "verdict": decision.verdict.value,
        "span": None if decision.span is None else id_text(decision.span),
        "at": decision.at,
    }


def _suggested_relation(relation: SuggestedRelation) -> dict[str, object]:
    return {
        "id": id_text(relation.id),
        "type": relation.type,
        "from": id_text(relation.source),
        "to": id_text(relation.target),
        "score": relation.score,
    }


def _fragments(text: str, fragments: Fragments) -> list[dict[str, object]]:
    return [{"start": f.start, "end": f.end, "text": text[f.start : f.end]} for f in fragments]


def _attributes(attributes: Attributes) -> dict[str, object]:
    return {k: list(v) if isinstance(v, tuple) else v for k, v in sorted(attributes.items())}


def _sorted(value: object) -> object:
    if isinstance(value, Mapping):
        return {k: _sorted(v) for k, v in sorted(cast("Mapping[str, object]", value).items())}
    if isinstance(value, list | tuple):
        return [_sorted(v) for v in cast("Iterable[object]", value)]
    return value


def _by_annotator(item: AnnotationSet | Decision) -> str:
    return item.annotator


def _by_place(item: Span | Suggestion) -> tuple[int, int, int]:
    return item.start, item.end, item.id


def _by_id(item: Relation | SuggestedRelation) -> int:
    return item.id
