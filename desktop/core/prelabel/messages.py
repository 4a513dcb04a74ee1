"""The messages between the app and its worker process, as frozen records; ``protocol`` has their one-line form.

The worker speaks first (``ready``); the app then sends ``load``, and after ``loaded`` any number of ``prelabel`` and
``docbin_*`` commands, each with a ``job`` number that all answers carry.

Offsets are code points, half-open. ``sha256`` is the hex digest of the text's UTF-8 bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotation_schema.model import Attributes, AttributeValue, Fragments

PROTOCOL = 4
"""Raised by one when a message changes its meaning; both sides refuse another number."""


# --- app to worker -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """Load a pipeline: a folder or the name of an installed package.

    ``claims`` False: only what names need is loaded, and neither claims nor cues nor relations are looked for.
    ``rules``: word lists and patterns beside it, as ``rule_lists.dump`` gives them; "" for none. ``alike`` False: names
    stay as the pipeline gives them, without a comparison of the places of an article. ``gpu`` False: not on a graphics
    processor, even if spaCy finds one.
    """

    pipeline: str
    claims: bool = True
    rules: str = ""
    protocol: int = PROTOCOL
    alike: bool = True
    gpu: bool = True


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What the worker needs of an article; ``id`` is the row number in the project."""

    id: int
    sha256: str
    text: str

    @staticmethod
    def of(article: int, text: str) -> ArticleText:
        """Return the text with its hash."""
        return ArticleText(article, text_sha256(text), text)


@dataclass(frozen=True, slots=True)
class Prelabel:
    """Find spans in these articles, in this order. ``urgent``: somebody looks at them, so they overtake other jobs."""

    job: int
    articles: tuple[ArticleText, ...]
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class DocbinOpen:
    """Begin an export: ``files`` gives the path to write for each split; ``language`` an ISO code ("" = xx).

    ``entity_labels`` are those whose spans go into ``doc.ents``. ``overlap`` says which of two of them stays there:
    "longest", "first" or "label-order" (by ``label_order``); ``alignment`` what becomes of a border inside a token:
    "expand", "contract" or "skip".
    """

    job: int
    language: str
    files: Mapping[str, str]
    entity_labels: tuple[str, ...]
    overlap: str = "longest"
    label_order: tuple[str, ...] = ()
    alignment: str = "expand"


@dataclass(frozen=True, slots=True)
class SpanToWrite:
    """A span as the export writes it; ``id`` is its exported id, ``kb_id`` that in a knowledge base."""

    id: str
    label: str
    fragments: Fragments
    kb_id: str = ""


@dataclass(frozen=True, slots=True)
class DocbinAdd:
    """Add one article to the file of its split. Answered only if it fails.

    ``annotated`` False: nobody has worked on it, so that nothing is known of what is in it. ``more``: JSON, "" for
    nothing: ``groups`` by name with their ``attrs`` and ``spans`` (id of ours, then label, id and id in the knowledge
    base as they are there), and ``ids``, by ours, that spans had.
    """

    job: int
    split: str
    uid: str
    text: str
    annotated: bool
    spans: tuple[SpanToWrite, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class DocbinClose:
    """Write the files; answered by ``docbin_done``."""

    job: int


@dataclass(frozen=True, slots=True)
class DocbinRead:
    """Read a DocBin file; answered by a ``docbin_doc`` for each doc, then ``done``."""

    job: int
    path: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give up a job; answered by its ``done``, perhaps after answers already under way."""

    job: int


@dataclass(frozen=True, slots=True)
class Stop:
    """End the process."""


# --- worker to app -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker runs; ``spacy`` is the installed version, "" when there is none."""

    protocol: int
    spacy: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The pipeline is ready; ``labels`` are the span labels it can give, ``gpu`` whether a graphics processor reads."""

    name: str
    version: str
    path: str
    labels: tuple[str, ...]
    language: str
    gpu: bool = False


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """One span found by the pipeline, with names of the worker's own: a label of the pipeline, or CLAIM, CUE, ACTOR.

    ``score``: how likely it is right, 0 to 1 where it is calibrated. ``attributes`` have the names and values of the
    default label schema (``type``, ``mention``, ``form``); what the project's schema does not have is left out there.
    """

    fragments: Fragments
    label: str
    score: float | None = None
    attributes: Attributes = field(default_factory=dict[str, AttributeValue])


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A link that the worker proposes: ``role`` is ``claimant`` (claim to mention) or ``cue`` (cue to claim).

    ``source`` and ``target`` are places in the answer's ``spans``. Instead of a target a ``value`` may say that there
    is none in the text: AUTHOR, IMPLICIT.
    """

    role: str
    source: int
    target: int | None = None
    value: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Spans:
    """All spans of one article, their relations, and the number of words (no white space, no punctuation).

    Spans come in any order; of equal ones (label, fragments) the first counts.
    """

    job: int
    id: int
    sha256: str
    spans: tuple[FoundSpan, ...]
    words: int
    relations: tuple[FoundRelation, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """One article could not be read by the pipeline; the job goes on."""

    job: int
    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is with one long article: ``done`` of ``total`` characters."""

    job: int
    id: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A span that an export could not write, or not as it is; ``article`` is the uid."""

    article: str
    span: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocbinDropped:
    """What is not written as it is, told while articles are added."""

    job: int
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class DocbinFile:
    """A file that was written: what it holds; ``spans`` counts spans in the span group, not their pieces."""

    split: str
    path: str
    articles: int
    annotated: int
    spans: int


@dataclass(frozen=True, slots=True)
class DocbinDone:
    """The files are written; several of a split, in a folder, where it has too many articles for one.

    ``entities``: how many spans of each label are in ``doc.ents``. ``dropped``: what ``docbin_dropped`` did not tell.
    """

    job: int
    articles: int
    spans: int
    entities: Mapping[str, int]
    files: tuple[DocbinFile, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class SpanRead:
    """A span of a doc: ``group`` is the name of its span group, "" for ``doc.ents``; ``id`` and ``kb_id`` may be ""."""

    label: str
    start: int
    end: int
    group: str = ""
    id: str = ""
    kb_id: str = ""


@dataclass(frozen=True, slots=True)
class DocbinDoc:
    """A doc of a file; ``uid`` is "" and ``annotated`` a guess where our own export did not say.

    ``more``: JSON, "" for nothing: ``groups``, attributes by name of the group; ``lost``: groups whose attributes JSON
    cannot hold; ``kept``: what our own export says of groups (see ``foreign.docbin_groups``).
    """

    job: int
    uid: str
    text: str
    annotated: bool
    spans: tuple[SpanRead, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A prelabel job has ended, also after ``cancel``: no further answer carries its number."""

    job: int


@dataclass(frozen=True, slots=True)
class Error:
    """A command failed as a whole; ``job`` is None where it has none (``load``, an unreadable line).

    ``system``: the disk or the system refused something, such as writing the files of an export.
    """

    reason: str
    job: int | None = None
    system: bool = False


Command = Load | Prelabel | DocbinOpen | DocbinAdd | DocbinClose | DocbinRead | Cancel | Stop
Answer = Ready | Loaded | Spans | Failed | Progress | DocbinDropped | DocbinDone | DocbinDoc | Done | Error


def text_sha256(text: str) -> str:
    """Return the hex digest of a text's UTF-8 bytes (a lone surrogate counts as its three bytes)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
