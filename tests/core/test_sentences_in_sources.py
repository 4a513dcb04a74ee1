"""No sentence of the sources goes past the translator."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from telling import brackets, is_whole

from desktop.core.errors import AppError, ErrorCode

ROOT = Path(__file__).resolve().parents[2]
# -- all of the sources


TELLING = {
    "AppError",
    "refused",
    "_refused",
    "_stale",
    "refusal",
    "problem",
    "_problem",
    "Finding",
    "Notice",
    "Problem",
}
TELLING |= {"RecordError", "LeftOut", "SchemaError", "FieldsError", "UndecodableError", "LintMark", "ImportProblem"}
NOT_SHOWN = {"protocol.py", "fields.py"}
"""What the worker and the app tell each other when a program is wrong: it stands in the log, in English."""


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for top in ("annotation_schema", "desktop/core"):
        for file in sorted((ROOT / top).rglob("*.py")):
            yield file, ast.parse(file.read_text("utf-8"))


def glued(node: ast.expr) -> bool:
    """Say whether an argument is English as it stands: text with a space in it, or made of pieces."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(v, ast.Constant) and " " in str(v.value) for v in node.values)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value


def test_no_sentence_goes_past_the_translator() -> None:
    found: list[str] = []
    doors = 0
    for file, tree in sources():
        for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name not in TELLING or (file.parent.name == "prelabel" and file.name in NOT_SHOWN):
                continue
            doors += 1
            parts = [*call.args, *(k.value for k in call.keywords if k.arg != "details")]
            found += [f"{file.name}:{p.lineno}: {ast.unparse(p)}" for p in parts if glued(p)]
    assert doors > 150
    assert found == []


def test_the_bracketing_translator_finds_what_is_glued() -> None:
    inner = brackets("Words", "“x”", -1)
    assert is_whole(brackets("Steps", "tag {text}", -1).format(text=inner))
    assert not is_whole("tag " + inner)
    assert not is_whole(inner + inner)
    assert not is_whole(AppError(ErrorCode.USAGE, "No.").message)
