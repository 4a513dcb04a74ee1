"""The command line: builds a project and its parts for one command, and says what came of it.

Results go to standard output, as sentences or (``--json``) as one JSON object; progress and errors to standard error.
An error that a user can meet is one sentence; with ``--json`` also ``{"error": {"code", "message", "hint"}}`` on
standard output.

Exit codes: 0 done; 1 an unexpected error (the log file has it); 2 wrong usage; 3 nothing of the sources, or a file that
was named, could be read; 4 the project could not be opened or written; 5 the export was refused, or the check found
errors; 6 the pipeline or its worker process failed; 130 cancelled (finished work is kept).
An import that could use some records but not all ends with 0 and lists the others.
"""

from __future__ import annotations

from desktop.cli.program import main

__all__ = ["main"]
