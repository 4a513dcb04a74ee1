"""UIMA CAS files: XMI, whose type system lies beside it, and JSON, which holds its own; through dkpro-cassis.

Without a type system the types are made up from what the XMI holds: elements with a begin and an end are annotations,
their attributes texts. XML is read without entities and without the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from annotation_schema.wording import translate
from desktop.core.foreign.libraries import COMMAND, cassis, etree, unwarned, xml_parser
from desktop.core.foreign.model import ForeignRecord
from desktop.core.readers.cas_annotations import records
from desktop.core.readers.json_file import whole_json
from desktop.core.readers.report import Report
from desktop.core.readers.text import MAX_ARTICLE_BYTES, clean

MAX_BYTES = 4 * MAX_ARTICLE_BYTES
_UIMA = ("uima.cas.", "uima.tcas.")
_STRING, _ARRAY = "uima.cas.String", "uima.cas.FSArray"
_CAS = frozenset({"%TYPES", "%VIEWS", "%FEATURE_STRUCTURES"})
_POINTERS = frozenset({"Governor", "Dependent", "first", "next", "target"})
_XMI = "{http://www.omg.org/XMI}"


def read_json(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield the article of the file with one annotator's work. Raises OSError."""
    if not _is_possible(path, report):
        return
    held = whole_json(path, report)
    if held is None:
        return
    try:
        if not isinstance(held, dict) or not _CAS.intersection(cast("dict[str, object]", held)):
            report.problem(path, None, None, translate("Import", "It is no CAS in JSON (“%FEATURE_STRUCTURES”)."))
            return
        if not _holds_text(cast("dict[str, object]", held)):
            report.problem(path, None, None, translate("Import", "The file holds no text."))
            return
        with unwarned():
            cas = cassis().load_cas_from_json(clean(path.read_bytes()).text)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge to a library: what it raises depends on what is wrong
        _refused(path, error, report)
        return
    yield from records(cas, path, report)


def read_xmi(path: Path, report: Report) -> Iterator[ForeignRecord]:
    """Yield the article of the file with one annotator's work, one for each view with a text. Raises OSError."""
    if not _is_possible(path, report):
        return
    root = _safe_root(path, report)
    if root is None:
        return
    if not any(name == "uima.cas.Sofa" and (e.get("sofaString") or "").strip() for name, e in _elements(root)):
        report.problem(path, None, None, translate("Import", "The file holds no text."))
        return
    try:
        cas = _loaded(path, root, report)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge to a library: what it raises depends on what is wrong
        _refused(path, error, report)
        return
    yield from records(cas, path, report)


def _loaded(path: Path, root: Any, report: Report) -> Any:
    """Return the CAS: with the type system beside the file; what that lacks is taken from the file itself."""
    used = _used(root)
    with unwarned():
        types, lacking = _types_beside(path, used)
        if types is not None and not lacking:
            try:
                with path.open("rb") as file:
                    return cassis().load_cas_from_xmi(file, typesystem=types)
            except (TypeError, KeyError, ValueError, AttributeError):
                lacking = {"?"}  # a type has other features in the file
        if lacking or any(not name.startswith(_UIMA) for name in used):
            sentence = translate(
                "Import", "No type system beside it has all its types: they are taken from the file, values as text."
            )
            report.problem(path, None, None, sentence, skipped=False)
        with path.open("rb") as file:
            return cassis().load_cas_from_xmi(file, typesystem=_types_of(root))


def _holds_text(held: Mapping[str, object]) -> bool:
    """Return whether a CAS in JSON has a view with a text."""
    found = held.get("%FEATURE_STRUCTURES")
    listed = cast("dict[str, object]", found).values() if isinstance(found, dict) else found
    for one in cast("Iterable[object]", listed) if isinstance(found, dict | list) else ():
        text = cast("dict[str, object]", one).get("sofaString") if isinstance(one, dict) else None
        if isinstance(text, str) and text.strip():
            return True
    return False


def _is_possible(path: Path, report: Report) -> bool:
    if path.stat().st_size > MAX_BYTES:
        report.problem(path, None, None, translate("Import", "The file is too large for one article."))
        return False
    try:
        for library in (cassis, etree):
            library()
    except ImportError:
        sentence = translate("Import", "This format needs the package {package}: install it with {command}.")
        words = sentence.format(package="dkpro-cassis", command=COMMAND)
        report.problem(path, None, None, words)
        return False
    return True


def _refused(path: Path, error: Exception, report: Report) -> None:
    reason = " ".join(str(error).split())[:300] or type(error).__name__
    report.problem(path, None, None, translate("Import", "It cannot be read: {reason}.").format(reason=reason))


def _safe_root(path: Path, report: Report) -> Any:
    """Return the XML's root; None after a report. What declares entities is refused before the library reads it."""
    try:
        tree = etree().parse(path, xml_parser())
    except etree().XMLSyntaxError as error:
        _refused(path, error, report)
        return None
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        report.problem(path, None, None, translate("Import", "It declares a document type, which no XMI needs."))
        return None
    if tree.getroot().tag != f"{_XMI}XMI":
        report.problem(path, None, None, translate("Import", "It is XML, but no XMI."))
        return None
    return tree.getroot()


def _type_name(element: Any) -> str:
    """Return the type of an element: ``http:///a/b.ecore`` and C is a.b.C."""
    space, _, name = str(element.tag).removeprefix("{").rpartition("}")
    package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return name if package == "uima.noNamespace" else f"{package}.{name}"


def _elements(root: Any) -> Iterator[tuple[str, Any]]:
    for element in root:
        if isinstance(element.tag, str):
            yield _type_name(element), element


def _used(root: Any) -> set[str]:
    return {name for name, _ in _elements(root) if name not in ("uima.cas.NULL", "uima.cas.View")}


def _types_beside(path: Path, used: set[str]) -> tuple[Any, set[str]]:
    """Return the first type system near the file that has all its types; else what the last one lacks."""
    lacking = {name for name in used if not name.startswith(_UIMA)}
    for file in _candidates(path):
        known = file.stat()
        types = _type_system(file, known.st_mtime_ns, known.st_size)
        if types is not None:
            lacking = {name for name in used if not types.contains_type(name)}
            if not lacking:
                return types, lacking
    return None, lacking


@lru_cache(maxsize=16)
def _type_system(file: Path, changed: int, size: int) -> Any:
    """Return the type system in a file; None if there is none. The same file serves thousands of XMI files."""
    try:
        if _description(file) is None:
            return None
        with file.open("rb") as held:
            return cassis().load_typesystem(held)
    except Exception:  # noqa: BLE001 - whatever is wrong with it, another file may do
        return None


def _candidates(path: Path) -> Iterator[Path]:
    here = path.parent
    folders = [here, here.parent, here.parent.parent, here.parent.parent.parent]
    for folder in folders:
        yield from (f for f in (folder / "TypeSystem.xml", folder / "typesystem.xml") if f.is_file())
    for folder in (here, *(f / "typesystems" for f in folders[:2]), *(f / "types" for f in folders[:3])):
        if folder.is_dir():
            yield from sorted(f for f in folder.glob("*.xml") if f.is_file() and not f.is_symlink())[:50]


def _description(file: Path) -> Any:
    """Return the root of a type system's description, or None if the file is none or declares entities."""
    if file.stat().st_size > MAX_ARTICLE_BYTES:
        return None
    tree = etree().parse(file, xml_parser())
    if tree.docinfo.doctype or not str(tree.getroot().tag).endswith("typeSystemDescription"):
        return None
    return tree.getroot()


def _types_of(root: Any) -> Any:
    """Make up a type system for what an XMI holds: texts, and references by the names that layers give them."""
    types = cassis().TypeSystem()
    ids = {str(element.get(f"{_XMI}id")) for _, element in _elements(root)}
    fillers = {str(e.get(f"{_XMI}id")) for _, e in _elements(root) if e.get("target") in ids}
    features: dict[str, dict[str, str]] = {}
    placed: dict[str, str] = {}
    for name, element in _elements(root):
        if name.startswith(_UIMA):
            continue
        if element.get("begin") is not None:
            placed[name] = "uima.tcas.Annotation"
        else:
            placed.setdefault(name, "uima.cas.TOP" if element.get("sofa") is None else "uima.cas.AnnotationBase")
        here = features.setdefault(name, {})
        for key, value in cast("Iterable[tuple[str, str]]", element.attrib.items()):
            if not key.startswith("{") and key not in ("begin", "end", "sofa"):
                range_ = _range(key, value, ids, fillers)
                here[key] = range_ if here.get(key, range_) == range_ else _STRING
        for child in element:
            here[str(child.tag)] = "uima.cas.StringArray"
    for name, here in features.items():
        made = types.create_type(name, placed[name])
        for key, range_ in here.items():
            types.create_feature(made, key, range_, elementType="uima.cas.TOP" if range_ == _ARRAY else None)
    return types


def _range(key: str, value: str, ids: set[str], fillers: set[str]) -> str:
    """Return the type of a feature's values."""
    if key in _POINTERS and value in ids:
        return "uima.cas.TOP"
    return _ARRAY if value and fillers.issuperset(value.split()) else _STRING
