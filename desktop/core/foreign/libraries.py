"""Libraries that are installed only by who needs them (``pressmark[cas]``): imported when first used, untyped.

Each function returns the module, or raises ImportError.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

COMMAND = 'pip install "pressmark[cas]"'


def cassis() -> Any:
    """Return dkpro-cassis."""
    return importlib.import_module("cassis")


def etree() -> Any:
    """Return lxml's etree."""
    return importlib.import_module("lxml.etree")


SAFE_XML = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
"""What a parser is told: to resolve no entities, open no connection, load no DTD, and build no huge trees."""


def xml_parser() -> Any:
    """Return a parser of ``SAFE_XML``."""
    return etree().XMLParser(**SAFE_XML)


@contextmanager
def unwarned() -> Generator[None]:
    """Let a library keep to itself what it thinks of type systems."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
