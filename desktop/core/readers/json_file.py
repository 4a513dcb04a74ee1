"""A JSON file that is one value and has to be read whole: its value, or a sentence about what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

from annotation_schema.wording import translate
from desktop.core.readers.fields import too_deep
from desktop.core.readers.report import Report
from desktop.core.readers.text import UndecodableError, clean

MAX_BYTES = 512 * 1024 * 1024


def whole_json(path: Path, report: Report) -> object | None:
    """Return the value, or None once the report says why there is none (``null`` is none). Raises OSError."""
    size = path.stat().st_size
    if size > MAX_BYTES:
        sentence = translate("Import", "The file has {size} MB; the limit is {most}.")
        report.problem(path, None, None, sentence.format(size=size >> 20, most=MAX_BYTES >> 20))
        return None
    try:
        text = clean(path.read_bytes()).text
        held: object = json.loads(text) if text.strip() else None
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
    if held is None:
        report.problem(path, None, None, translate("Import", "The file is empty."))
    return held
