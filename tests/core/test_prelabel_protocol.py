"""The worker protocol: every message survives its line, and every wrong field is refused with a sentence."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation_schema.model import Fragment
from desktop.core.prelabel.fields import ProtocolError
from desktop.core.prelabel.messages import (
    PROTOCOL,
    ArticleText,
    Cancel,
    DocbinAdd,
    DocbinClose,
    DocbinDone,
    DocbinDropped,
    DocbinFile,
    DocbinOpen,
    Done,
    Dropped,
    Error,
    Failed,
    FoundRelation,
    FoundSpan,
    Load,
    Loaded,
    Prelabel,
    Progress,
    Ready,
    Spans,
    SpanToWrite,
    Stop,
    text_sha256,
)
from desktop.core.prelabel.protocol import decode_answer, decode_command, encode

ODD = "👨🏻‍🚒 Kyiv\r\n\u2028\u2029\x85 عربي \x00\x1c\ud83d"
HASH = "0" * 63 + "f"
COMMANDS = [
    Load("/a folder/ü"),
    Load("x", claims=False),
    Load("x", gpu=False),
    Prelabel(1, (ArticleText.of(7, ODD), ArticleText.of(8, ""))),
    Prelabel(1, ()),
    DocbinOpen(2, "en", {"train": "/x/train.spacy", "dev": "/x/dev.spacy"}, ("ACTOR",)),
    DocbinAdd(2, "train", "u1", ODD, True, (SpanToWrite("01", "CLAIM", (Fragment(0, 3), Fragment(5, 9))),)),
    DocbinAdd(2, "dev", "u1", "t", True, (SpanToWrite("01", "ACTOR", (Fragment(0, 1),), ODD),), '{"groups": {}}'),
    DocbinClose(2),
    Cancel(3),
    Stop(),
]
ANSWERS = [
    Ready(PROTOCOL, "3.8.1"),
    Loaded("en_x", "1.0", "/p", ("GPE", "PERSON"), "en"),
    Loaded("en_x", "1.0", "/p", (), "en", gpu=True),
    Spans(1, 7, HASH, (FoundSpan((Fragment(0, 4),), "GPE"), FoundSpan((Fragment(2, 9),), "X", 0.25)), 12),
    Spans(
        1,
        7,
        HASH,
        (
            FoundSpan((Fragment(0, 4), Fragment(6, 9)), "CLAIM", 0.5, {"form": "mixed", "n": 1, "of": ("a", "b")}),
            FoundSpan((Fragment(10, 12),), "ACTOR", None, {"negated": True}),
        ),
        12,
        (FoundRelation("claimant", 0, 1, "", 0.75), FoundRelation("claimant", 1, None, "AUTHOR")),
    ),
    Failed(1, 7, "The pipeline failed: ü"),
    Progress(1, 7, 10, 20),
    DocbinDropped(2, (Dropped("u", "01", "why"), Dropped("v", "", ODD))),
    DocbinDone(2, 3, 4, {"ACTOR": 2}, (DocbinFile("a", "/x/ü.spacy", 3, 2, 4),), (Dropped("u", "01", "why"),)),
    Done(1),
    Error("No", None),
    Error("No", 4),
]


@pytest.mark.parametrize("message", COMMANDS, ids=lambda m: type(m).__name__)
def test_command_survives_its_line(message):
    line = encode(message)
    assert line.isascii() and line.endswith(b"\n") and line.count(b"\n") == 1 and b"\r" not in line
    assert decode_command(line) == message


@pytest.mark.parametrize("message", ANSWERS, ids=lambda m: type(m).__name__)
def test_answer_survives_its_line(message):
    line = encode(message)
    assert line.isascii() and line.count(b"\n") == 1
    assert decode_answer(line) == message


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_survives(text):
    message = Prelabel(1, (ArticleText.of(1, text),))
    assert decode_command(encode(message)) == message


def test_directions_are_not_mixed():
    with pytest.raises(ProtocolError, match="unknown kind “stop”"):
        decode_answer(encode(Stop()))
    with pytest.raises(ProtocolError, match="unknown kind “done”"):
        decode_command(encode(Done(1)))


def _fields(value, path=()):
    """Yield the path of every field in a decoded message."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _fields(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _fields(inner, (*path, i))


def _at(message, path):
    for step in path:
        message = message[step]
    return message


OPTIONAL = {"score", "attributes", "target", "kb_id", "more"}
FREE_KEYS = {"files", "entities", "attributes"}  # an object whose keys are data
CASES = [(m, decode_command) for m in COMMANDS] + [(m, decode_answer) for m in ANSWERS]


@pytest.mark.parametrize(("message", "decode"), CASES, ids=lambda x: type(x).__name__)
def test_each_field_missing_wrong_or_unknown_is_refused(message, decode):
    plain = json.loads(encode(message))
    for path in _fields(plain):
        if path[-1] in OPTIONAL or (len(path) > 1 and path[-2] in FREE_KEYS):
            continue
        for wrong in ([[]], {"a": []}, -1.5):
            broken = json.loads(encode(message))
            _at(broken, path[:-1])[path[-1]] = wrong
            with pytest.raises(ProtocolError):
                decode(json.dumps(broken).encode())
        broken = json.loads(encode(message))
        del _at(broken, path[:-1])[path[-1]]
        with pytest.raises(ProtocolError):
            decode(json.dumps(broken).encode())
    plain["surprise"] = 1
    with pytest.raises(ProtocolError, match="surprise"):
        decode(json.dumps(plain).encode())


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"hello\n",
        b"[]\n",
        b"null\n",
        b'{"kind":5}',
        b"{}",
        b"\xff\xfe",
        b'{"kind":"done","job":1',
        b"[" * 99_999,
    ],
)
def test_what_is_no_message_is_refused_with_a_sentence(line):
    with pytest.raises(ProtocolError) as caught:
        decode_answer(line)
    assert str(caught.value).endswith((".", "…")) or "line" in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("decode", "line"),
    [
        (decode_answer, b'{"kind":"ready","protocol":99,"spacy":"3"}'),
        (decode_command, b'{"kind":"load","protocol":0,"claims":true,"pipeline":"x"}'),
    ],
)
def test_another_version_is_refused_and_both_numbers_are_named(decode, line):
    with pytest.raises(ProtocolError, match=rf"speaks protocol (0|99).*speaks {PROTOCOL}"):
        decode(line)


@pytest.mark.parametrize(
    "span",
    [
        {"fragments": [[4, 4]], "label": "X"},
        {"fragments": [[5, 4]], "label": "X"},
        {"fragments": [[-1, 4]], "label": "X"},
        {"fragments": [[True, 4]], "label": "X"},
        {"fragments": [[0, 4.0]], "label": "X"},
        {"fragments": [], "label": "X"},
        {"fragments": [[0, 4], [2, 5]], "label": "X"},
        {"fragments": [[0, 4]], "label": "X", "score": math.inf},
        {"fragments": [[0, 4]], "label": "X", "score": "1"},
        {"fragments": [[0, 4]], "label": None},
        {"fragments": [[0, 4]], "label": "X", "attributes": {"a": None}},
        {"fragments": [[0, 4]], "label": "X", "attributes": {"a": [1]}},
        {"fragments": [[0, 4]], "label": "X", "attributes": {"a": math.inf}},
        {"fragments": [[0, 4]], "label": "X", "attributes": []},
    ],
)
def test_impossible_spans_are_refused(span):
    message = {"kind": "spans", "job": 1, "id": 1, "sha256": HASH, "words": 1, "spans": [span], "relations": []}
    with pytest.raises(ProtocolError):
        decode_answer(json.dumps(message).encode())


@pytest.mark.parametrize(
    "relation",
    [
        {"role": "claimant", "source": 0},
        {"role": "claimant", "source": 0, "target": 0},
        {"role": "claimant", "source": 0, "target": 2},
        {"role": "claimant", "source": 2, "target": 0},
        {"role": "claimant", "source": 0, "target": -1},
        {"role": "claimant", "source": 0, "target": None},
        {"role": "claimant", "source": 0, "target": 1, "value": "AUTHOR"},
        {"role": "claimant", "source": 0, "value": 3},
        {"role": None, "source": 0, "target": 1},
    ],
)
def test_impossible_relations_are_refused(relation):
    spans = [{"fragments": [[0, 4]], "label": "X"}, {"fragments": [[0, 3]], "label": "X"}]
    message = {"kind": "spans", "job": 1, "id": 1, "sha256": HASH, "words": 1, "spans": spans, "relations": []}
    assert decode_answer(json.dumps(message).encode()).relations == ()
    with pytest.raises(ProtocolError):
        decode_answer(json.dumps({**message, "relations": [relation]}).encode())


@pytest.mark.parametrize("fragments", [[], [[0, 0]], [[3, 1]], [[0, 3], [2, 5]], [[5, 6], [0, 1]], [[0]], [[True, 2]]])
def test_impossible_fragments_are_refused(fragments):
    spans = [{"id": "1", "label": "X", "fragments": fragments}]
    message = {"kind": "docbin_add", "job": 1, "split": "a", "uid": "u", "text": "t", "annotated": True, "spans": spans}
    with pytest.raises(ProtocolError):
        decode_command(json.dumps(message).encode())


def test_a_score_that_is_no_number_is_left_out():
    answer = Spans(1, 1, HASH, (FoundSpan((Fragment(0, 1),), "X", math.nan),), 0)
    assert decode_answer(encode(answer)) == Spans(1, 1, HASH, (FoundSpan((Fragment(0, 1),), "X"),), 0)


def test_hash_is_that_of_the_utf8_bytes():
    assert text_sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert text_sha256("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
