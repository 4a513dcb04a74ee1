"""What files by others hold, counted from their bytes: articles, annotators by name, spans, relations.

No line of ours is used: lxml, json, zipfile, sqlite3 and regular expressions. Who is not named is ``NOBODY``.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

NOBODY = ""
BY_FOLDER = ("annotation", "curation")
"""Folders with a folder for each document and in it a file for each person, as INCEpTION exports them."""
VALUES = {"String", "Integer", "Float", "Double", "Long", "Short", "Byte", "Boolean"}
NO_REFERENCE = {f"uima.cas.{v}{kind}" for v in VALUES for kind in ("", "Array", "List")}
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
DESCRIBING = (f"{DKPRO}segmentation.type.", f"{DKPRO}metadata.type.", "uima.tcas.DocumentAnnotation")


@dataclass
class Raw:
    """What is in one file."""

    articles: int = 0
    spans: int = 0
    relations: int = 0
    annotators: set[str] = field(default_factory=set)


def who(path: Path, spans: int) -> set[str]:
    """Who made the annotations of a file, if there are any."""
    return {path.stem if path.parent.parent.name in BY_FOLDER else NOBODY} if spans else set()


# --- UIMA CAS: structures by number, as XMI and as JSON have them -------------------------------------


@dataclass
class Structure:
    """A feature structure: its type, its features as they stand there, and which structures those point to."""

    type: str
    features: dict[str, object]
    links: dict[str, list[str]]
    parents: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        return "begin" in self.features

    @property
    def length(self) -> int:
        return int(str(self.features["end"])) - int(str(self.features["begin"]))

    @property
    def describes(self) -> bool:
        return any(name.startswith(DESCRIBING) for name in (self.type, *self.parents))

    @property
    def joins(self) -> bool:
        return len(self.links.get("Governor", ())) == len(self.links.get("Dependent", ())) == 1


def xmi_name(tag: str) -> str:
    space, _, name = tag[1:].rpartition("}")
    package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return name if package == "uima.noNamespace" else f"{package}.{name}"


@cache
def described(folders: tuple[Path, ...]) -> dict[str, tuple[str, dict[str, str]]]:
    """Type name → parent, and range by feature, of all type systems that lie in the folders."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for path in (p for folder in folders for p in sorted(folder.glob("*.xml"))):
        for one in etree.parse(str(path)).iterfind(".//{*}typeDescription"):
            ranges = {
                (f.findtext("{*}name") or "").strip(): (f.findtext("{*}rangeTypeName") or "").strip()
                for f in one.iterfind("{*}features/{*}featureDescription")
            }
            name, parent = (one.findtext(f"{{*}}{n}") or "" for n in ("name", "supertypeName"))
            parent_before, before = found.get(name.strip(), ("", {}))
            found[name.strip()] = (parent.strip() or parent_before, before | ranges)
    return found


def ancestry(types: dict[str, tuple[str, dict[str, str]]], name: str) -> Iterator[str]:
    while name in types:
        yield name
        name = types[name][0]
    yield name


def of_xmi(path: Path, *folders: Path) -> dict[str, Structure]:
    types = described((path.parent, *folders))
    root = etree.parse(str(path)).getroot()
    held = {e.get("{http://www.omg.org/XMI}id"): e for e in root if isinstance(e.tag, str)}
    found: dict[str, Structure] = {}
    for number, element in held.items():
        name = xmi_name(element.tag)
        parents = tuple(ancestry(types, name))
        ranges = {k: v for parent in reversed(parents) for k, v in types.get(parent, ("", {}))[1].items()}
        links = {
            key: [n for n in value.split() if n in held and n != "0"]
            for key, value in element.attrib.items()
            if (ranges.get(key, "uima.cas.String") not in NO_REFERENCE or name == "uima.cas.FSArray")
            and key not in ("sofa", "begin", "end")
        }
        if number is not None:
            found[number] = Structure(name, dict(element.attrib), links, parents)
    return found


def of_json(path: Path) -> dict[str, Structure]:
    held = json.loads(path.read_bytes())
    types = {n: (t.get("%SUPER_TYPE", ""), {}) for n, t in held.get("%TYPES", {}).items()}
    found: dict[str, Structure] = {}
    for one in held.get("%FEATURE_STRUCTURES", ()):
        links = {k[1:]: [str(v)] for k, v in one.items() if k.startswith("@") and k != "@sofa"}
        if one["%TYPE"] == "uima.cas.FSArray":
            links["elements"] = [str(n) for n in one["%ELEMENTS"]]
        found[str(one["%ID"])] = Structure(one["%TYPE"], one, links, tuple(ancestry(types, one["%TYPE"])))
    return found


def cas(path: Path, *folders: Path) -> Raw:
    """Spans: what has a length and neither describes the document nor joins two; and what is pointed to.

    Relations: what joins two, each pointing from a span to what has a length, and each step of a chain.
    """
    found = of_json(path) if path.suffix == ".json" else of_xmi(path, *folders)
    texts = [s for s in found.values() if s.type == "uima.cas.Sofa" and str(s.features.get("sofaString", "")).strip()]
    if not texts:
        return Raw()
    spans = {n for n, s in found.items() if s.placed and s.length > 0 and not s.describes and not s.joins}
    relations: list[tuple[str, str]] = []
    for number, one in list(found.items()):
        if one.joins:
            relations.append((one.links["Governor"][0], one.links["Dependent"][0]))
        elif number in spans:
            relations += [(number, to) for to in pointed(found, one)]
        elif not one.placed and "first" in one.links:
            steps = one.links["first"]
            while steps and (following := found[steps[-1]].links.get("next", [])) and following[0] not in steps:
                steps.append(following[0])
            relations += pairwise(steps)
    relations = [pair for pair in relations if all(found[n].placed and found[n].length > 0 for n in pair)]
    spans |= {n for pair in relations for n in pair}
    return Raw(len(texts), len(spans), len(relations), who(path, len(spans)))


def pointed(found: dict[str, Structure], one: Structure) -> Iterator[str]:
    """The placed structures that a span's features point to, through arrays and links of slots."""
    for key, numbers in one.links.items():
        if key.startswith("next"):
            continue
        for number in numbers:
            listed = found[number].type == "uima.cas.FSArray"
            for to in found[number].links.get("elements", []) if listed else [number]:
                target = to if found[to].placed else next(iter(found[to].links.get("target", [])), "")
                if target and found[target].placed:
                    yield target


# --- WebAnno TSV --------------------------------------------------------------------------------------


def webanno_tsv(path: Path) -> tuple[Raw, int]:
    """What its columns hold; and how many annotations have no length, whose relations cannot be told from columns."""
    header, rows = [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        line = line.rstrip("\r")
        if line.startswith("#T_"):
            name, *columns = line[6:].split("|")
            header.append((line[3:5], name, columns))
        elif re.match(r"\d+-\d+(\.\d+)?\t", line):
            rows.append(line.split("\t"))

    def split(cell, sign="|"):
        return re.split(rf"(?<!\\){re.escape(sign)}", cell.replace("\\\\", "\x00"))

    marks, relations = {}, 0
    at = 3
    tokens = set()
    for kind, name, columns in header:
        slots = {n + 1 for n, c in enumerate(columns) if c.startswith("ROLE_")}
        for row in rows:
            cells = row[at : at + len(columns)]
            begin, end = map(int, row[1].split("-"))
            if kind == "RL":
                for reference in split(cells[-1]) if cells[-1] != "_" else ():
                    relations += 1
                    base = columns[-1].removeprefix("BT_")
                    if base not in {n for _, n, _ in header}:
                        tokens |= {(base, row[0]), (base, reference.split("[")[0])}
                continue
            if all(c == "_" for c in cells):
                continue
            for number in range(max(len(split(c)) for c in cells)):
                here = [split(c)[number] if number < len(split(c)) else "_" for c in cells]
                if kind == "CH":
                    link = next((re.search(r"->(\d+)-(\d+)$", c) for c in here if "->" in c), None)
                    key = (name, "link", link[0]) if link else None
                else:
                    ties = [re.search(r"(?<!\\)\[(\d+)\]$", c) for n, c in enumerate(here) if n not in slots]
                    tie = next((t[1] for t in ties if t), None)
                    key = (name, tie) if tie else (name, row[0], number)
                if key is not None:
                    old = marks.get(key, (begin, end))
                    marks[key] = (min(old[0], begin), max(old[1], end))
                for n in slots:
                    if n < len(here) and here[n] not in ("_", "*"):
                        relations += len([p for p in split(here[n], ";") if p not in ("*", "_")])
        at += len(columns)
    links = Counter((k[0], k[2].split("-")[1]) for k in marks if k[1] == "link")
    relations += sum(n - 1 for n in links.values())
    empty = sum(a == b for a, b in marks.values())
    spans = len(marks) - empty + len(tokens)
    return Raw(1, spans, relations, who(path, spans)), empty


# --- others -------------------------------------------------------------------------------------------


def dna(path: Path) -> Raw:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as db:
        (articles,) = db.execute("SELECT count(*) FROM DOCUMENTS").fetchone()
        (spans,) = db.execute("SELECT count(*) FROM STATEMENTS").fetchone()
        names = db.execute("SELECT DISTINCT Name FROM STATEMENTS JOIN CODERS ON CODERS.ID = STATEMENTS.Coder")
        return Raw(articles, spans, 0, {name for (name,) in names})


def refi_qda(path: Path) -> Raw:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("project.qde"))
    names = {user.get("guid"): user.get("name") for user in root.iterfind(".//{*}User")}
    codings = root.findall(".//{*}Coding")
    used = {names.get(one.get("creatingUser"), NOBODY) for one in codings}
    return Raw(len(root.findall(".//{*}TextSource")), len(codings), len(root.findall(".//{*}Link")), used)


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def named(rows_: list[dict], *keys: str) -> set[str]:
    return {next((str(row[key]) for key in keys if row.get(key)), NOBODY) for row in rows_}


def annotators(source: str, path: Path) -> set[str]:
    """Who made annotations in a file of tasks or tokens."""
    match source:
        case "prodigy":
            done = [r for r in rows(path) if r.get("answer", "accept") == "accept" and ("spans" in r or "answer" in r)]
            return named(done, "_annotator_id", "_session_id")
        case "doccano":
            return named(rows(path), "user", "username", "annotator")
        case "label-studio":
            held = json.loads(path.read_text(encoding="utf-8"))
            done = [a for t in (held if isinstance(held, list) else [held]) for a in t.get("annotations", [])]
            return named(done, "completed_by")
        case "conll":
            return {NOBODY} if re.search(r"[ \t]B-\w", path.read_text(encoding="utf-8")) else set()
        case _:
            return {NOBODY} if re.search(r"\b(?:NE|name)=[BIES]-", path.read_text(encoding="utf-8")) else set()
