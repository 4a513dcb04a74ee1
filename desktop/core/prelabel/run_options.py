"""What a project wants of its runs: kept with the project, and part of what makes one run another."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any, Protocol

SETTING = "prelabel.options"
"""Key among the project's settings."""
RULES = "prelabel.rules"
"""Key of the word lists and patterns, which may be long: ``rule_lists.dump``."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """``claims``: whether claims with their claimants are wanted, not only names; ``rules``: ``rule_lists.dump``.

    ``alike``: whether the names of an article are compared, so that one name gets one label. ``gpu``: whether a
    graphics processor may be used where spaCy finds one, which makes no run another.
    """

    claims: bool = True
    rules: str = ""
    alike: bool = True
    gpu: bool = True

    def dump(self) -> str:
        """Return what makes one run another, the same for equal options; of the rules only a digest."""
        held: dict[str, object] = {"claims": self.claims}
        if not self.alike:
            held["alike"] = False
        if self.rules:
            held["rules"] = hashlib.sha256(self.rules.encode("utf-8", "surrogatepass")).hexdigest()
        return json.dumps(held)

    def stored(self) -> str:
        """Return the form that a project keeps, without the rules, which it keeps by themselves."""
        held: dict[str, object] = json.loads(replace(self, rules="").dump())
        return json.dumps(held if self.gpu else {**held, "gpu": False})


class Settings(Protocol):
    """What keeps the options: a project."""

    def setting(self, key: str) -> str:
        """Return something kept under a key, "" if there is nothing."""
        ...


class ChangeableSettings(Settings, Protocol):
    """What keeps the options and can be written."""

    def set_setting(self, key: str, value: str, *, initiator: object | None = None) -> None:
        """Keep something under a key."""
        ...


def want_claims(project: ChangeableSettings, claims: bool, *, initiator: object | None = None) -> None:
    """Note with a project whether its runs look for claims, for the runs to come."""
    _want(project, replace(of(project), claims=claims), initiator)


def want_alike(project: ChangeableSettings, alike: bool, *, initiator: object | None = None) -> None:
    """Note with a project whether its runs compare the names of an article, for the runs to come."""
    _want(project, replace(of(project), alike=alike), initiator)


def want_gpu(project: ChangeableSettings, gpu: bool, *, initiator: object | None = None) -> None:
    """Note with a project whether its runs may use a graphics processor, for the runs to come."""
    _want(project, replace(of(project), gpu=gpu), initiator)


def _want(project: ChangeableSettings, wanted: RunOptions, initiator: object | None) -> None:
    if of(project) != wanted:
        project.set_setting(SETTING, wanted.stored(), initiator=initiator)


def of(project: Settings) -> RunOptions:
    """Return the options of a project, the default ones if it has none."""
    return replace(parse(project.setting(SETTING)), rules=project.setting(RULES))


def parse(text: str) -> RunOptions:
    """Return what ``RunOptions.stored`` gave; the default options for "" or what is not understood."""
    try:
        data: Any = json.loads(text or "{}")
        claims, alike, gpu = (bool(data.get(name, True)) for name in ("claims", "alike", "gpu"))
        return RunOptions(claims, alike=alike, gpu=gpu)
    except (ValueError, AttributeError):
        return RunOptions()
