"""What a person reads of refusals, with a translator that brackets: what is glued or plain English stands out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.edits import Step
from desktop.core.errors import AppError

sys.path.insert(0, str(Path(__file__).parents[1] / "schema"))
from bracketing import bracketed, brackets, is_whole, strays

__all__ = ["bracketed", "brackets", "is_whole", "refusal", "stray_words", "strays", "told"]


def told(error: AppError) -> list[str]:
    """What a person reads of an error."""
    return [error.message, *([error.hint] if error.hint else [])]


def stray_words(act: Callable[..., object], *args: object, **options: object) -> list[str]:
    """What an act says with a translator that brackets: the words of its step, or of its refusal."""
    with bracketed():
        try:
            made = act(*args, **options)
        except AppError as error:
            return strays(told(error))
        return strays([made.words]) if isinstance(made, Step) else []


def refusal(act: Callable[..., object], *args: object, **options: object) -> AppError:
    with bracketed(), pytest.raises(AppError) as caught:
        act(*args, **options)
    assert not strays(told(caught.value)), told(caught.value)
    return caught.value
