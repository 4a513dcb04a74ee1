"""The installed Qt keeps count of None: PySide6 6.12.0 does not on Python before 3.12, and aborts in the end."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COUNT = """
import gc, sys
from PySide6 import QtCore, QtWidgets

class Model(QtCore.QAbstractTableModel):
    def rowCount(self, parent=QtCore.QModelIndex()):
        return 10

    def columnCount(self, parent=QtCore.QModelIndex()):
        return 1

    def data(self, index, role=0):
        return None

def rounds(n):
    for _ in range(n):
        widget.setEnabled(True)
        QtCore.QAbstractItemModel.itemData(model, model.index(0, 0))

app = QtWidgets.QApplication([])
model, widget = Model(), QtWidgets.QWidget()
spare = [None] * 1_000_000  # what a faulty Qt may lose before the interpreter aborts
rounds(100)
gc.collect()
before = sys.getrefcount(None)
rounds(2000)
gc.collect()
print(before - sys.getrefcount(None), flush=True)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be lost from Python 3.12 on")
def test_void_calls_and_virtuals_lose_no_reference_to_none():
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", COUNT], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lost = int(done.stdout)
    assert abs(lost) < 200, f"{lost} references to None lost in 2,000 void calls and as many virtual ones"
