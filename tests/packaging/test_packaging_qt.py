"""The installed Qt keeps count of None: PySide6 6.12.0 does not on Python before 3.12, and aborts in the end."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COUNT = """
import sys
from PySide6 import QtCore, QtWidgets

class Model(QtCore.QAbstractTableModel):
    calls = 0

    def rowCount(self, parent=QtCore.QModelIndex()):
        return 10

    def columnCount(self, parent=QtCore.QModelIndex()):
        return 1

    def data(self, index, role=0):
        Model.calls += 1
        return None

app = QtWidgets.QApplication([])
model, widget = Model(), QtWidgets.QWidget()
before = sys.getrefcount(None)
for _ in range(1000):
    widget.setEnabled(True)
    QtCore.QAbstractItemModel.itemData(model, model.index(0, 0))
print(Model.calls, sys.getrefcount(None) - before)
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be lost from Python 3.12 on")
def test_void_calls_and_virtuals_lose_no_reference_to_none():
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", COUNT], env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    calls, lost = map(int, done.stdout.split())
    assert calls >= 1000
    assert abs(lost) < 100, f"{lost} references to None in {calls} calls"
