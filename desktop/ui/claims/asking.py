"""What link mode and value picker have in common: how asking for a slot ends, and when losing the keyboard ends it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt


class End(StrEnum):
    """Why a slot is no longer asked for."""

    FILLED = "filled"
    SKIPPED = "skipped"
    BACK = "back"
    STOPPED = "stopped"


PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Why a widget may lose the keyboard for a moment without anybody turning to something else."""
