"""A worker beside a window gives way to it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from desktop.core.prelabel.background import NICENESS, give_way

WAIT = [sys.executable, "-c", "import sys; sys.stdin.read()"]


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are classes there")
def test_a_process_gives_way_and_one_that_is_gone_is_no_error():
    with subprocess.Popen(WAIT, stdin=subprocess.PIPE) as process:
        before = os.getpriority(os.PRIO_PROCESS, process.pid)
        give_way(process.pid)
        assert os.getpriority(os.PRIO_PROCESS, process.pid) == max(before, NICENESS)
        process.kill()
    give_way(process.pid)
