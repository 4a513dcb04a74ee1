"""Brings the catalogues of translations up to date: ``python packaging/translate.py`` (with the tools in ``.venv``).

1. Reads every sentence out of the sources (``translate``, ``mark``, and the tables of actions and settings). Qt's own
   reader of Python finds no plurals and takes f-strings for sentences, so the sources are parsed here, and handed to it
   in C++. 2. ``lupdate`` merges them into ``resources/translations/*.ts``; what is new stands there as unfinished, what
   is gone is gone. 3. ``lrelease`` makes the ``.qm`` that the window loads.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "resources" / "translations"
CATALOGUES = {
    "window": ("desktop/ui", "desktop/app.py", "desktop/core/actions"),
    "core": ("annotation_schema", "desktop/core"),
}
"""Sources of each catalogue; a file belongs to the first that names it."""

_ACTION = ((1, 5), ("text", "help", "short"))
TABLES = {
    "anywhere": ("Actions", *_ACTION),
    "in_article": ("Actions", *_ACTION),
    "ActionSpec": ("Actions", (1,), ("text", "help", "short")),
    "SettingSpec": ("Settings", (1,), ("title", "note", "unit")),
}
"""Records whose literal arguments are sentences: context, places, names."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One entry of a catalogue and the file that it comes from."""

    context: str
    source: str
    plural: bool
    file: str


class NotALiteralError(ValueError):
    """A sentence that cannot be read out of the sources; says where."""


def sources(catalogue: str) -> list[Path]:
    """Return the Python files whose sentences the catalogue holds."""
    found = []
    for file in sorted(p for top in ("annotation_schema", "desktop") for p in (CHECKOUT / top).rglob("*.py")):
        path = file.relative_to(CHECKOUT).as_posix()
        owner = next((n for n, tops in CATALOGUES.items() if any(f"{path}/".startswith(f"{t}/") for t in tops)), "")
        if owner == catalogue:
            found.append(file)
    return found


def sentences(file: Path) -> Iterator[Sentence]:
    """Yield the sentences of one file, in their order. Raises NotALiteralError where one is not a literal."""
    tree = ast.parse(file.read_text("utf-8"))
    names = {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    calls = sorted((n for n in ast.walk(tree) if isinstance(n, ast.Call)), key=lambda n: (n.lineno, n.col_offset))
    path = file.relative_to(CHECKOUT).as_posix() if file.is_relative_to(CHECKOUT) else file.name
    for call in calls:
        name = _called(call.func)
        if name in TABLES:
            context, places, keywords = TABLES[name]
            given = [a for n, a in enumerate(call.args) if n in places]
            given += [k.value for k in call.keywords if k.arg in keywords]
            for part in given:
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
                    yield Sentence(context, part.value, False, path)
        elif name in ("translate", "mark") and path != "annotation_schema/wording.py":
            context, source = _literals(call, names, path)
            yield Sentence(context, source, len(call.args) + len(call.keywords) > 2, path)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        own = isinstance(function.value, ast.Name) and function.value.id in ("wording", "spec")
        return function.attr if own else ""
    return function.id if isinstance(function, ast.Name) else ""


def _literals(call: ast.Call, names: Mapping[str, object], path: str) -> tuple[str, str]:
    found: list[str] = []
    for part in call.args[:2]:
        value = names.get(part.id) if isinstance(part, ast.Name) else getattr(part, "value", None)
        if not isinstance(part, ast.Constant | ast.Name) or not isinstance(value, str):
            break
        found.append(value)
    if len(found) != 2:
        raise NotALiteralError(
            f"{path}:{call.lineno}: context and sentence have to be literals, not {ast.unparse(call)}"
        )
    return found[0], found[1]


def collect(catalogue: str) -> list[Sentence]:
    """Return all sentences of a catalogue, each once; the first place counts."""
    found: dict[tuple[str, str], Sentence] = {}
    for file in sources(catalogue):
        for one in sentences(file):
            before = found.setdefault((one.context, one.source), one)
            if before.plural != one.plural:
                raise NotALiteralError(
                    f"{one.file}: “{one.source}” is asked for with a number here and without elsewhere"
                )
    return list(found.values())


def in_cpp(found: list[Sentence]) -> str:
    """Return the sentences as lupdate reads them best, each with its file as a comment for translators."""
    lines = []
    for one in found:
        number = ", nullptr, n" if one.plural else ""
        lines.append(f"//: {one.file}")
        lines.append(f"QCoreApplication::translate({_quoted(one.context)}, {_quoted(one.source)}{number});")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def update(catalogue: Path) -> None:
    """Merge the sentences of the sources into one catalogue (``window_de.ts``), which is made if it is absent."""
    name, language = catalogue.stem.rsplit("_", 1)
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder) / "sentences.cpp"
        stub.write_text(in_cpp(collect(name)), encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
        _run("lupdate", "-silent", *options, str(stub), "-ts", str(catalogue))


def release(catalogue: Path, out: Path | None = None) -> Path:
    """Make the file that the window loads and return its path."""
    made = out or catalogue.with_suffix(".qm")
    _run("lrelease", "-silent", str(catalogue), "-qm", str(made))
    return made


def _run(tool: str, *arguments: str) -> None:
    command = next(Path(sys.executable).parent.glob(f"pyside6-{tool}*"))
    subprocess.run([str(command), *arguments], check=True)


def main(arguments: list[str]) -> int:
    """Update all catalogues, or those named on the command line: ``window``, or ``fr`` to begin French."""
    if any(a.startswith("-") for a in arguments):
        print(__doc__)
        return 2
    FOLDER.mkdir(exist_ok=True)
    files = {file for name in CATALOGUES if name in arguments or not arguments for file in FOLDER.glob(f"{name}_*.ts")}
    files |= {FOLDER / f"{name}_{code}.ts" for name in CATALOGUES for code in arguments if code not in CATALOGUES}
    for file in sorted(files):
        update(file)
        release(file)
        unfinished = file.read_text("utf-8").count('type="unfinished"')
        print(
            f"{file.relative_to(CHECKOUT)}: {unfinished} to be translated" if unfinished else f"{file.name}: complete"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
