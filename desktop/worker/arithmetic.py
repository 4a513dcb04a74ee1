"""Which library multiplies matrices: numpy's where it brings a quick one, since spaCy's own takes twice as long.

spaCy multiplies by BLIS, whose builds for Python make little of many processors; numpy has OpenBLAS (or Accelerate), as
quick as the machine allows. A recogniser spends most of its time so. The sums are the same but for rounding.
"""

from __future__ import annotations

from typing import Any

_QUICK = ("openblas", "accelerate")


def use_quick_products() -> None:
    """Have the pipelines that this thread loads from now on multiply by numpy, where that is quick."""
    import numpy as np
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    ops: Any = get_current_ops()
    if type(ops) is NumpyOps and ops.use_blis and any(one in _library(np.show_config("dicts")) for one in _QUICK):
        set_current_ops(NumpyOps(use_blis=False))


def _library(config: object) -> str:
    """Return the name of what numpy was built with, in small letters; "" if it does not tell."""
    for key in ("Build Dependencies", "blas", "name"):
        config = config.get(key) if isinstance(config, dict) else None
    return config.lower() if isinstance(config, str) else ""
