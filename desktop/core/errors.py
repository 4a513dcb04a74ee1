"""Errors that a user can meet: each has a stable code, what happened, and what to do."""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """Stable codes; the command line's exit status follows from them (``desktop.cli``)."""

    USAGE = "usage"
    FILE_NOT_FOUND = "file-not-found"
    FILE_UNREADABLE = "file-unreadable"
    FILE_EXISTS = "file-exists"
    NOT_A_PROJECT = "not-a-project"
    PROJECT_TOO_NEW = "project-too-new"
    PROJECT_TOO_OLD = "project-too-old"
    PROJECT_DAMAGED = "project-damaged"
    PROJECT_IN_USE = "project-in-use"
    SCHEMA_INVALID = "schema-invalid"
    EDIT_REFUSED = "edit-refused"
    SAVE_FAILED = "save-failed"
    EXPORT_REFUSED = "export-refused"
    PIPELINE_NOT_FOUND = "pipeline-not-found"
    WORKER_FAILED = "worker-failed"
    CANCELLED = "cancelled"


class AppError(Exception):
    """An expected failure: ``message`` says what happened and where, ``hint`` what to do."""

    def __init__(self, code: ErrorCode, message: str, *, hint: str = "", details: str = "") -> None:
        """Keep the parts; ``str()`` gives message and hint in one line."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.details = details

    def __str__(self) -> str:
        """Return message and hint as one line for a terminal or a log."""
        return f"{self.message} {self.hint}".strip()
