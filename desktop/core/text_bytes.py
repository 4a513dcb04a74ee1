"""What an import asks of every whole text, from its bytes: how many words, and how it stands in JSON."""

from __future__ import annotations

from json.encoder import encode_basestring

_SPACE = b"\t\n\v\f\r\x1c\x1d\x1e\x1f "
_WIDE_SPACE = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_WORDS_AND_SPACE = bytes(ord(" ") if byte in _SPACE else ord("x") for byte in range(256))
_ODD = bytes(byte for byte in range(32) if byte != ord("\n"))


def count_words(text: str, data: bytes) -> int:
    """Return ``len(text.split())`` in half the time; ``data`` is the text in UTF-8."""
    if not data.isascii() and any(map(text.__contains__, _WIDE_SPACE)):
        return len(text.split())
    shape = data.translate(_WORDS_AND_SPACE)
    return shape.count(b"x ") + shape.endswith(b"x")


def json_text(text: str) -> bytes:
    """Return the text as JSON in UTF-8, escaped no more than it must be. Raises UnicodeEncodeError."""
    data = text.encode()
    if len(data.translate(None, _ODD)) != len(data):
        return encode_basestring(text).encode()
    return b'"%b"' % data.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
