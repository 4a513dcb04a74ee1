"""A JSON file that is one value and has to be read whole: its value, or a sentence about what is wrong with it.

As in JSON Lines (``lines``), NaN and Infinity are read as null, with a remark: no later export could write them.
"""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

from annotation_schema.wording import translate
from desktop.core.readers.fields import strings_in, surrogate_sentence, too_deep
from desktop.core.readers.report import Report
from desktop.core.readers.text import UndecodableError, clean

MAX_BYTES = 512 * 1024 * 1024
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class _Numbers:
    """Reads numbers and remembers what JSON has no form for."""

    def __init__(self) -> None:
        self.odd: set[str] = set()

    def constant(self, name: str) -> None:
        self.odd.add(name)

    def float(self, digits: str) -> float | None:
        value = float(digits)
        if not math.isfinite(value):
            self.odd.add(digits[:20])
            return None
        return value


def whole_json(path: Path, report: Report, *, whole_characters: bool = True) -> object | None:
    """Return the value, or None once the report says why there is none (``null`` is none). Raises OSError.

    Half a character refuses the file, unless the caller looks for them (``whole_characters`` False), item by item.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        sentence = translate("Import", "The file has {size} MB; the limit is {most}.")
        report.problem(path, None, None, sentence.format(size=size >> 20, most=MAX_BYTES >> 20))
        return None
    try:
        text = clean(path.read_bytes()).text
        numbers = _Numbers()
        decoder = json.JSONDecoder(parse_constant=numbers.constant, parse_float=numbers.float)
        held: object = decoder.decode(text) if text.strip() else None
    except UndecodableError as error:
        report.problem(path, None, None, str(error))
        return None
    except json.JSONDecodeError as error:
        sentence = translate("Import", "It is not valid JSON: {reason}.")
        report.problem(path, None, error.lineno, sentence.format(reason=error))
        return None
    except RecursionError:
        report.problem(path, None, None, translate("Import", "The JSON is nested too deeply."))
        return None
    except ValueError:  # Python reads numbers of up to 4300 digits
        report.problem(path, None, None, translate("Import", "It holds a number with too many digits."))
        return None
    if too_deep(held):
        report.problem(path, None, None, translate("Import", "The JSON is nested too deeply."))
        return None
    if whole_characters and _SURROGATE.search(text) and not _all_whole(held, path, report):
        return None
    if numbers.odd:
        sentence = translate("Import", "{names} is no JSON value; read as null.")
        report.problem(path, None, None, sentence.format(names=", ".join(sorted(numbers.odd))), skipped=False)
    if held is None:
        report.problem(path, None, None, translate("Import", "The file is empty."))
    return held


def _all_whole(held: object, path: Path, report: Report) -> bool:
    try:
        for one in strings_in(held):
            one.encode()
    except UnicodeEncodeError as error:
        report.problem(path, None, None, surrogate_sentence(error))
        return False
    return True
