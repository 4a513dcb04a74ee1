"""Giving way: a worker beside a window gets what the processor has to spare."""

from __future__ import annotations

import contextlib
import os
import sys

NICENESS = 5
"""Of a worker beside a window: on an idle machine it is as quick as ever, on a busy one the window goes first."""


def give_way(pid: int) -> None:
    """Lower the priority of a process of ours; nothing happens if the system does not let us."""
    if sys.platform == "win32":
        import ctypes

        set_information, below_normal = 0x0200, 0x4000
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(set_information, False, pid)
        if handle:
            kernel.SetPriorityClass(handle, below_normal)
            kernel.CloseHandle(handle)
    else:
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
