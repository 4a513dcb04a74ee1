"""What went wrong while sources were read, and what an import brought in.

A reader tells a ``Report`` about each record that it leaves out (``skipped``) and about each one that it takes with
a reservation; it never raises for a bad record. ``ImportReport`` is the outcome that the window and the command
line show.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotation_schema.wording import translate
from desktop.core.foreign.mapping import Mapping

MAX_LISTED = 10_000
"""Problems that are listed one by one; a broken file of millions of lines must not fill the memory."""


def printable(name: str) -> str:
    """Return a name with "?" for each byte that is no text (the system gives those as lone surrogates)."""
    return name.encode("utf-8", "replace").decode()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person should know about a source.

    ``record`` is the id or number of the record in its file, ``line`` counts physical lines from 1; either is None
    where it makes no sense. ``reason`` is a sentence.
    """

    file: str
    record: str | None
    line: int | None
    reason: str

    def __str__(self) -> str:
        """Return file, line and reason as one line for a terminal."""
        record = None if self.record == str(self.line) else self.record
        if self.line is None and record is None:
            sentence = "{file}: {reason}"
        elif record is None:
            sentence = translate("Import", "{file}, line {line}: {reason}")
        elif self.line is None:
            sentence = translate("Import", "{file}, record {record}: {reason}")
        else:
            sentence = translate("Import", "{file}, line {line}, record {record}: {reason}")
        return sentence.format(file=self.file, line=self.line, record=record, reason=self.reason)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What one import did.

    ``articles`` were new; ``duplicates`` were in the project already, with nothing to add; ``extended`` were there and
    got suggestions, or the annotations of an annotator who had none there; ``skipped`` files and records could not be
    used, each with its entry in ``problems`` (which also holds reservations about what was taken). ``cancelled`` says
    that it was stopped early; what the numbers count is saved all the same. ``mapping`` is what was used for
    annotations that other programs made; None: there were none.
    """

    articles: int = 0
    duplicates: int = 0
    extended: int = 0
    suggestions: int = 0
    skipped: int = 0
    spans: int = 0
    relations: int = 0
    problems: tuple[Problem, ...] = ()
    cancelled: bool = False
    mapping: Mapping | None = None

    @property
    def nothing_usable(self) -> bool:
        """True if there were problems and not one record that could be read."""
        return bool(self.problems) and not (self.articles or self.duplicates or self.extended)


class Report:
    """Gathers problems while readers run; one for a whole import."""

    def __init__(self) -> None:
        """Start empty."""
        self._problems: list[Problem] = []
        self._unlisted = 0
        self._places: dict[str, tuple[str, int | None]] = {}
        self._companions: set[str] = set()
        self.skipped = 0

    def problem(
        self, file: Path | str, record: str | None, line: int | None, reason: str, *, skipped: bool = True
    ) -> None:
        """Note a problem; ``skipped``: the record (or file) was left out because of it."""
        if skipped:
            self.skipped += 1
        if len(self._problems) >= MAX_LISTED:
            self._unlisted += 1
            return
        self._problems.append(Problem(printable(str(file)), record, line, printable(reason)))

    def at(self, uid: str, file: Path, line: int | None) -> None:
        """Remember where a record stands whose contents the project may yet find fault with."""
        self._places[uid] = (str(file), line)

    def place(self, uid: str) -> tuple[str, int | None]:
        """Return file and line of a record given to ``at`` since ``forget_places``."""
        return self._places.get(uid, ("", None))

    def companion(self, file: Path) -> None:
        """Note that a file has been read as part of another."""
        self._companions.add(str(file.absolute()))

    def is_companion(self, file: Path) -> bool:
        """Return whether a file has been read as part of another."""
        return str(file.absolute()) in self._companions

    def forget_places(self) -> None:
        """Forget what ``at`` was told: the records are in the project."""
        self._places.clear()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems in the order they were met; the last one counts those that are not listed."""
        if not self._unlisted:
            return tuple(self._problems)
        rest = translate(
            "Import", "%n further problem is not listed.|%n further problems are not listed.", self._unlisted
        )
        return (*self._problems, Problem("", None, None, rest))
