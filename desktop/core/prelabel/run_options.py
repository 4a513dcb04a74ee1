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

LIMIT_S = 120
"""After so many seconds, and as many again for each LIMIT_CHARACTERS, a pipeline is thought to hang. 0: never."""
LIMIT_CHARACTERS = 10_000
MOST_LIMIT_S = 86_400


@dataclass(frozen=True, slots=True)
class RunOptions:
    """``claims``: whether claims with their claimants are wanted, not only names; ``rules``: ``rule_lists.dump``.

    ``alike``: whether the names of an article are compared, so that one name gets one label. ``gpu``: whether a
    graphics processor may be used where spaCy finds one, ``limit_s``: how long an article may take (``allowed_s``);
    neither makes a run another.
    """

    claims: bool = True
    rules: str = ""
    alike: bool = True
    gpu: bool = True
    limit_s: int = LIMIT_S

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
        if not self.gpu:
            held["gpu"] = False
        if self.limit_s != LIMIT_S:
            held["limit_s"] = self.limit_s
        return json.dumps(held)


def allowed_s(limit_s: int, characters: int) -> float:
    """Return how long an article of so many characters may take, in seconds."""
    return limit_s * (1 + characters / LIMIT_CHARACTERS)


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


def want_limit(project: ChangeableSettings, limit_s: int, *, initiator: object | None = None) -> None:
    """Note with a project how long an article may take, for the runs to come."""
    _want(project, replace(of(project), limit_s=max(0, min(limit_s, MOST_LIMIT_S))), initiator)


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
        limit = int(data.get("limit_s", LIMIT_S))
        return RunOptions(claims, alike=alike, gpu=gpu, limit_s=max(0, min(limit, MOST_LIMIT_S)))
    except (ValueError, TypeError, AttributeError, OverflowError):
        return RunOptions()
