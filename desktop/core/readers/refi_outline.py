"""What stands outside the texts of a REFI-QDA project: users, codes, notes, links, variables of cases.

The project is read element by element, and sources, cases, notes and links are let go as they pass; what they say is
in temporary files. So memory does not grow with their number. Notes and links stand behind the sources that they belong
to, so that the file is gone through twice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, NamedTuple

from annotation_schema.wording import translate
from desktop.core.foreign.libraries import SAFE_XML, etree
from desktop.core.readers.refi_zip import RefusedError
from desktop.core.sorted_runs import SortedTable

MEDIA = ("PictureSource", "AudioSource", "VideoSource")
TEXTS = ("TextSource", "Representation")
_LONG = frozenset(("Cases", "Sources", "Notes", "Links"))
_MOST_KEPT = 2_000_000  # elements elsewhere, which stay in memory


class Link(NamedTuple):
    """A link between two selections or codings; ``number`` counts the project's links."""

    number: int
    guid: str
    name: str
    target: str


class Outline:
    """Everything but the sources; texts of notes are given by ``note_text``. Close it. Raises RefusedError."""

    def __init__(self, file: IO[bytes], note_text: Callable[[Any], str]) -> None:
        """Read the whole project once."""
        self._notes, self._links, self._values = SortedTable(), SortedTable(), SortedTable()
        self.media = Counter[str]()
        try:
            self._read(file, note_text)
        except BaseException:
            self.close()
            raise

    def _read(self, file: IO[bytes], note_text: Callable[[Any], str]) -> None:
        root: Any = None
        number = 0
        for element in _ends(file):
            name, root = local(element), element
            if name == "Note":
                self._notes.put(guid(element), note_text(element))
            elif name == "Link":
                number += 1
                made = Link(number, guid(element), str(element.get("name") or "link"), guid(element, "targetGUID"))
                self._links.put(guid(element, "originGUID"), json.dumps(made))
            elif name == "Case":
                given = json.dumps(_given(element))
                for source in targets(element, "SourceRef"):
                    self._values.put(source, given)
            elif name in MEDIA:
                self.media[name] += 1
        self.own = str(root.get("origin") or "") == "Pressmark"
        self.users = {guid(user): str(user.get("name") or user.get("id") or "") for user in every(root, "User")}
        self.codes = _code_names(root)
        self._names = {guid(variable): str(variable.get("name") or "") for variable in every(root, "Variable")}

    def close(self) -> None:
        """Let go of the temporary files."""
        for table in (self._notes, self._links, self._values):
            table.close()

    def note(self, number: str) -> str:
        """Return the text of the note with that GUID, the last one of several; "" if there is none."""
        found = self._notes.get(number)
        return found[-1] if found else ""

    def values(self, source: Any) -> dict[str, str]:
        """Return the variables of a source and of its cases."""
        found: dict[str, str] = {}
        for given in self._values.get(guid(source)):
            found.update(self._named(json.loads(given)))
        return {**found, **self._named(_given(source))} if local(source) == "TextSource" else found

    def links_from(self, origins: Iterator[str]) -> list[tuple[str, Link]]:
        """Return the links from some selections and codings, with the GUID that each comes from, in their order."""
        found = [(origin, Link(*json.loads(link))) for origin in origins for link in self._links.get(origin)]
        return sorted(found, key=lambda item: item[1].number)

    def _named(self, given: Sequence[Sequence[str]]) -> dict[str, str]:
        return {self._names[variable]: text for variable, text in given if self._names.get(variable)}


def texts(file: IO[bytes]) -> Iterator[Any]:
    """Yield the element of each text, which is gone when the next one is asked for. Raises RefusedError."""
    return (element for element in _ends(file) if local(element) in TEXTS)


def _ends(file: IO[bytes]) -> Iterator[Any]:
    """Yield each element when it is complete, and let go of what may be many after that; the root is the last."""
    above: list[str] = []
    kept = 0
    try:
        for event, element in etree().iterparse(file, events=("start", "end"), **SAFE_XML):
            if event == "start":
                if not above and (element.getroottree().docinfo.doctype or local(element) != "Project"):
                    raise RefusedError(translate("Import", "The XML in it is no REFI-QDA project."))
                above.append(local(element))
                continue
            above.pop()
            yield element
            kept += _LONG.isdisjoint(above)
            if kept > _MOST_KEPT:
                raise RefusedError(translate("Import", "The archive holds more than any project does."))
            if above and above[-1] in _LONG:
                element.clear()
                while element.getprevious() is not None:  # those after it may be there already
                    del element.getparent()[0]
    except (etree().XMLSyntaxError, ValueError) as error:
        sentence = translate("Import", "The project in it is not sound XML: {reason}.")
        raise RefusedError(sentence.format(reason=error)) from error


def local(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Any, *names: str) -> list[Any]:
    """Return the elements in an element, of some names or all."""
    return [child for child in element if not names or local(child) in names]


def every(root: Any, *names: str) -> list[Any]:
    """Return the elements of some names at any depth."""
    return [element for element in root.iter() if isinstance(element.tag, str) and local(element) in names]


def guid(element: Any, name: str = "guid") -> str:
    """Return a GUID as all are compared."""
    return str(element.get(name) or "").strip("{} ").lower()


def targets(element: Any, name: str) -> list[str]:
    """Return what the references of a name in an element lead to."""
    return [guid(child, "targetGUID") for child in children(element, name)]


def _given(element: Any) -> list[tuple[str, str]]:
    """Return the GUIDs of variables with their values."""
    found: list[tuple[str, str]] = []
    for value in children(element, "VariableValue"):
        variable = next(iter(targets(value, "VariableRef")), "")
        text = next((str(c.text) for c in children(value) if local(c) != "VariableRef" and c.text), "")
        if text:
            found.append((variable, text))
    return found


def _code_names(root: Any) -> dict[str, str]:
    """Return the name of each code; with those above it where two have the same."""
    paths: dict[str, tuple[str, ...]] = {}

    waiting: list[tuple[Any, tuple[str, ...]]] = [(codes, ()) for codes in every(root, "Codes")]
    while waiting:
        element, above = waiting.pop()
        for code in children(element, "Code"):
            path = (*above, str(code.get("name") or ""))
            paths[guid(code)] = path
            waiting.append((code, path))
    names = Counter(path[-1] for path in paths.values())
    return {guid: path[-1] if names[path[-1]] == 1 else "/".join(path) for guid, path in paths.items()}
