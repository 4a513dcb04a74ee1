"""What a project wants of its runs: kept with the project, and part of what makes one run another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

SETTING = "prelabel.options"
"""Key among the project's settings."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """``claims``: whether claims with their claimants are wanted, not only names."""

    claims: bool = True

    def dump(self) -> str:
        """Return the form that is stored, the same for equal options."""
        return json.dumps({"claims": self.claims})


class Settings(Protocol):
    """What keeps the options: a project."""

    def setting(self, key: str) -> str:
        """Return something kept under a key, "" if there is nothing."""
        ...


def of(project: Settings) -> RunOptions:
    """Return the options of a project, the default ones if it has none."""
    return parse(project.setting(SETTING))


def parse(text: str) -> RunOptions:
    """Return what ``RunOptions.dump`` gave; the default options for "" or what is not understood."""
    try:
        data: Any = json.loads(text or "{}")
        return RunOptions(bool(data.get("claims", True)))
    except (ValueError, AttributeError):
        return RunOptions()
