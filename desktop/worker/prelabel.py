"""Loading a spaCy pipeline and finding spans with it.

``nlp.pipe`` in one process, in batches counted in characters: ``n_process`` hangs with spawn
(explosion/spaCy#13345, #9232), and 128 articles at once are slower than 32 and take far more memory.
"""

from __future__ import annotations

import importlib.util
import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotation_schema.model import Fragment
from desktop.core.prelabel.messages import ArticleText, Failed, FoundRelation, FoundSpan, Loaded, Progress, Spans
from desktop.worker import capitals
from desktop.worker.arithmetic import use_quick_products
from desktop.worker.claims import actors
from desktop.worker.claims.suggesting import ClaimSuggester, described
from desktop.worker.common_words import common_words
from desktop.worker.names import Names
from desktop.worker.pieces import GAP, batches, pieces, without_tags
from desktop.worker.rules import Hit, Rules, RulesError
from desktop.worker.scores import FILE as SCORES
from desktop.worker.scores import WORD_CLASS
from desktop.worker.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH_CHARACTERS = 5_000
"""Characters read at once, about an article: as quick as more on a processor, and the article that somebody turns to
waits for no more than that."""
GPU_BATCH_CHARACTERS = 50_000
"""Where spaCy found a graphics processor, which is only quick with much at once."""
_SPAN_GROUPS = ("claims", "sc")

_Piece = tuple[int, int]  # index of the article in the job, offset of the piece in its text


class PipelineError(ValueError):
    """A pipeline that cannot be loaded; the text is a sentence for the user."""


class _ChangedTextError(Exception):
    """A doc that is not of the text that was read."""


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A doc for the pipeline, and what lists found in it already."""

    doc: Doc
    hits: Sequence[Hit] = ()
    written: Doc | None = None
    """The words as they stand in the text, where the pipeline reads others: as in a title instead of in capitals."""


@dataclass(slots=True)
class _Found:
    """What the pieces of one article gave so far."""

    pieces_left: int
    spans: list[FoundSpan] = field(default_factory=list[FoundSpan])
    relations: list[FoundRelation] = field(default_factory=list[FoundRelation])
    words: int = 0
    failed: bool = False


class Pipeline:
    """A loaded pipeline."""

    def __init__(
        self, nlp: Language, path: str, rules: Rules, *, gpu: bool = False, alike: bool = True, claims: bool = False
    ) -> None:
        self._nlp = nlp
        self._rules = rules
        self._names = Names(nlp, Path(path), alike=alike)
        self._batch = GPU_BATCH_CHARACTERS if gpu else BATCH_CHARACTERS
        self._actors = actors.for_language(str(nlp.lang or ""))
        self._claims = ClaimSuggester(nlp) if claims else None
        self._vocabulary = Vocabulary(nlp)
        self._docs_in_use = False  # no word may be forgotten meanwhile
        self._groups = _span_groups(nlp)
        self._faithful = type(nlp.tokenizer).__module__ == "spacy.tokenizer"
        self._retitles = self._faithful and nlp.lang == "en"
        self.info = Loaded(
            name=f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}".strip("_"),
            version=str(nlp.meta.get("version", "")),
            path=path,
            labels=_span_labels(nlp),
            language=str(nlp.lang or ""),
            gpu=gpu,
        )

    @staticmethod
    def load(
        name_or_folder: str, *, rules: str = "", alike: bool = True, claims: bool = False, gpu: bool = True
    ) -> Pipeline:
        """Load a folder or an installed package, with lists of rules; raises PipelineError.

        ``alike``: whether the names of an article are compared with each other (``consistency``). ``claims``: whether
        claims with their claimants are looked for, too. ``gpu``: whether a graphics processor may be used.
        """
        import spacy

        source, path = _locate(name_or_folder)
        gpu = _choose_processor(wanted=gpu and not (Path(path) / SCORES).is_file())
        if not gpu:
            use_quick_products()
        try:
            nlp = spacy.load(source)
        except Exception as e:  # a foreign pipeline's code and files can raise anything
            raise PipelineError(f"The pipeline “{name_or_folder}” cannot be loaded: {_why_not(e)}") from e
        try:
            return Pipeline(nlp, path, Rules(nlp, rules), gpu=gpu, alike=alike, claims=claims)
        except RulesError as e:
            raise PipelineError(str(e)) from e

    def find(
        self,
        job: int,
        articles: Sequence[ArticleText],
        *,
        cancelled: Callable[[], bool],
        between: Callable[[], None] = lambda: None,
    ) -> Iterator[Spans | Failed | Progress]:
        """Yield one ``Spans`` or ``Failed`` for each article as soon as it is known, until cancelled.

        Whatever a component raises concerns only the article that it was reading. ``between`` is called several times
        an article; it may call ``find`` for something that cannot wait.
        """
        cut: list[tuple[_Piece, str]] = []
        found: list[_Found] = []
        for index, article in enumerate(articles):
            own = [((index, offset), piece) for offset, piece in pieces(without_tags(article.text))]
            found.append(_Found(len(own)))
            cut += own
        for number, batch in enumerate(batches(cut, self._batch)):
            if number:
                between()
            if cancelled():
                return
            inside = self._docs_in_use
            if not inside:
                self._vocabulary.about_to_read(sum(len(piece) for _, piece in batch))
            self._docs_in_use = True
            try:
                yield from self._answers(job, articles, batch, found, between)
            finally:
                self._docs_in_use = inside

    def _answers(
        self,
        job: int,
        articles: Sequence[ArticleText],
        batch: list[tuple[_Piece, str]],
        found: list[_Found],
        between: Callable[[], None],
    ) -> Iterator[Spans | Failed | Progress]:
        for (index, offset), piece, doc_or_error, fresh in self._docs(batch, found):
            article, state = articles[index], found[index]
            if state.failed:
                continue
            if self._claims is not None:
                between()  # as much work again is to come
            try:
                reason = self._take(doc_or_error, piece, offset, fresh, state)
            except Exception as e:  # noqa: BLE001  one article costs no other
                traceback.print_exc()
                reason = f"What the pipeline gave cannot be used: {in_words(e)}"
            state.pieces_left -= 1
            if reason:
                state.failed = True
                yield Failed(job, article.id, reason)
            elif state.pieces_left:
                yield Progress(job, article.id, offset + len(piece), len(article.text))
            else:
                yield Spans(job, article.id, article.sha256, *_in_text_order(state))

    def _docs(
        self, batch: list[tuple[_Piece, str]], found: list[_Found]
    ) -> Iterator[tuple[_Piece, str, Doc | Exception, _Fresh | None]]:
        """Yield a doc for each piece; after an error in the batch the rest one by one, to know whose it is."""
        done = 0
        try:
            prepared = [self._prepared(piece) for _, piece in batch]
            for doc in self._nlp.pipe([fresh.doc for fresh in prepared], batch_size=len(batch)):
                if done == len(batch):  # a component that invents docs
                    break
                fresh = prepared[done]
                yield *batch[done], self._checked(doc, fresh, batch[done][1]), fresh
                done += 1
        except Exception:  # noqa: BLE001  components are foreign code
            pass
        for place, piece in batch[done:]:
            if found[place[0]].failed:
                continue
            try:
                fresh = self._prepared(piece)
                doc = self._nlp(fresh.doc)
            except Exception as e:  # noqa: BLE001
                yield place, piece, e, None
            else:
                yield place, piece, self._checked(doc, fresh, piece), fresh

    def _prepared(self, piece: str) -> _Fresh:
        """Return what the pipeline is to read, in which lists may have found something already."""
        doc = self._nlp.make_doc(piece)
        hits = self._rules.prepare(doc) if self._rules.any_before else ()
        if self._retitles and capitals.likely(piece):
            titled = self._titled(doc)
            if titled is not None:
                return _Fresh(titled, hits, doc)
        return _Fresh(doc, hits)

    def _titled(self, doc: Doc) -> Doc | None:
        """Return a doc of as many characters with capitals as in a title; None where no stretch is in capitals."""
        from spacy.tokens import Doc, Span

        vocab = self._nlp.vocab
        words = [t.text for t in doc]
        if not capitals.stretches(words):
            return None
        words = capitals.as_titles(
            words, lambda word: vocab[word].norm_.startswith(WORD_CLASS), common_words(self._nlp.lang or "")
        )
        if words is None:
            return None
        titled = Doc(vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
        if doc.ents:
            titled.set_ents([Span(titled, e.start, e.end, e.label) for e in doc.ents], default="unmodified")
        return titled

    def _checked(self, doc: Doc, fresh: _Fresh, piece: str) -> Doc | Exception:
        """Return the doc, or an error if its text is another than that of the piece."""
        # spaCy's own tokeniser cuts a text and changes nothing; asking the doc for its text takes a twentieth of all.
        if doc is fresh.doc and self._faithful:
            return doc
        if (doc.text == piece) if fresh.written is None else (doc.text.lower() == piece.lower()):
            return doc
        return _ChangedTextError("The pipeline changed the text, so that its offsets mean nothing.")

    def _take(self, doc: Doc | Exception, piece: str, offset: int, fresh: _Fresh | None, state: _Found) -> str:
        """Add what the doc holds; return the reason why it cannot be used, or ""."""
        if isinstance(doc, _ChangedTextError):
            return str(doc)
        if isinstance(doc, Exception):
            return f"The pipeline failed: {in_words(doc)}"
        entities = self._names.spans(doc, piece)
        if GAP in piece:
            entities = [s for s in entities if GAP not in piece[s.fragments[0].start : s.fragments[-1].end]]
        if self._rules and fresh is not None:
            entities = self._rules.combined(doc, fresh.hits, entities, fresh.written)
        entities = [described(span, piece, self._actors) for span in entities]
        before = len(state.spans)
        spans: list[FoundSpan] = []
        if self._claims is not None:
            try:
                entities, spans, relations = self._claims.suggest(doc, piece, entities, offset, before)
            except Exception:  # noqa: BLE001  rules over any text there is: the names are worth having without claims
                traceback.print_exc()
            else:
                state.relations += relations
        state.spans += [_moved(span, offset) for span in entities] if offset else entities
        state.spans += spans
        state.spans += _grouped(doc, piece, offset, self._groups)
        state.words += _words(doc)
        return ""


def in_words(error: Exception) -> str:
    """Return kind and first lines of an exception as one line of at most 300 characters."""
    text = " ".join(str(error).split())
    line = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return line if len(line) <= 300 else line[:299] + "…"


def _why_not(error: Exception) -> str:
    """Return why a pipeline cannot be loaded; for what is usual, what to do."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"it needs the package “{error.name}”, which is not installed."
    factory = re.search(r"\[E002\] Can't find factory for '([^']+)'", str(error))
    if factory:
        return f"it needs the component “{factory.group(1)}”, which no installed package has."
    return in_words(error)


def _choose_processor(*, wanted: bool) -> bool:
    """Let spaCy use a graphics processor if it finds one, and say whether it does.

    A pipeline with scores of its own is not for one: they are read off its weights, and it is small.
    """
    import spacy

    try:
        if wanted:
            return bool(spacy.prefer_gpu())  # pyright: ignore[reportPrivateImportUsage]
        spacy.require_cpu()  # pyright: ignore[reportPrivateImportUsage]
    except Exception:  # noqa: BLE001  a driver that is only half installed raises all sorts
        traceback.print_exc()
    return False


def _locate(name_or_folder: str) -> tuple[str | Path, str]:
    """Return what ``spacy.load`` takes, and the folder that is meant."""
    folder = Path(name_or_folder)
    if folder.is_dir():
        if (folder / "config.cfg").is_file():
            return folder.resolve(), str(folder.resolve())
        inner = sorted(p.parent for p in folder.glob("*/config.cfg"))
        if inner:  # a package's folder: the pipeline is one below
            return inner[-1].resolve(), str(inner[-1].resolve())
        raise PipelineError(f"The folder {folder} holds no spaCy pipeline (there is no config.cfg in it).")
    spec = importlib.util.find_spec(name_or_folder) if name_or_folder.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise PipelineError(f"There is no pipeline “{name_or_folder}”: neither a folder nor an installed package.")
    return name_or_folder, next(iter(spec.submodule_search_locations))


def _assigning(nlp: Language) -> Iterator[tuple[str, Any]]:
    """Yield name and component for each that writes entities or span groups."""
    for name, component in nlp.pipeline:
        if {"doc.ents", "doc.spans"} & set(nlp.get_pipe_meta(name).assigns):
            yield name, component


def _span_labels(nlp: Language) -> tuple[str, ...]:
    labels: set[str] = set()
    for name, _ in _assigning(nlp):
        labels.update(nlp.pipe_labels.get(name, ()))
    return tuple(sorted(labels))


def _span_groups(nlp: Language) -> tuple[str, ...]:
    keys: dict[str, None] = dict.fromkeys(_SPAN_GROUPS)
    for _, component in _assigning(nlp):
        own = getattr(component, "key", None)
        if isinstance(own, str):
            keys[own] = None
    return tuple(keys)


def _moved(span: FoundSpan, offset: int) -> FoundSpan:
    return replace(span, fragments=tuple(Fragment(f.start + offset, f.end + offset) for f in span.fragments))


def _grouped(doc: Doc, piece: str, offset: int, groups: Sequence[str]) -> Iterator[FoundSpan]:
    for name in groups:
        if name in doc.spans:
            group = doc.spans[name]
            scores = group.attrs.get("scores")
            if scores is None or len(scores) != len(group):
                scores = [None] * len(group)
            for span, score in zip(group, scores, strict=True):
                yield from _one(
                    piece, span.start_char, span.end_char, span.label_, None if score is None else float(score), offset
                )


def _one(piece: str, start: int, end: int, label: str, score: float | None, offset: int) -> Iterator[FoundSpan]:
    """Yield the span without white space around it; nothing if nothing is left or it has no label."""
    covered = piece[start:end]
    end = start + len(covered.rstrip())
    start += len(covered) - len(covered.lstrip())
    if label and start < end:
        yield FoundSpan((Fragment(offset + start, offset + end),), label, score)


def _in_text_order(state: _Found) -> tuple[tuple[FoundSpan, ...], int, tuple[FoundRelation, ...]]:
    """Return an answer's spans sorted, its words, and its relations, which name spans by their places."""
    # The sort is stable: entities stay before span groups and claims.
    order = sorted(
        range(len(state.spans)), key=lambda n: (state.spans[n].fragments[0].start, -state.spans[n].fragments[-1].end)
    )
    places = {old: new for new, old in enumerate(order)}
    relations = tuple(
        replace(r, source=places[r.source], target=None if r.target is None else places[r.target])
        for r in state.relations
    )
    return tuple(state.spans[n] for n in order), state.words, relations


def _words(doc: Doc) -> int:
    from spacy.attrs import IS_PUNCT, IS_SPACE  # type: ignore[attr-defined]

    if not len(doc):
        return 0
    flags = doc.to_array([IS_SPACE, IS_PUNCT])
    return int((flags.max(axis=1) == 0).sum())
