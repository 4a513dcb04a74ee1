"""A file of an export holds what was written, is hashed as it lies on the disk, and tells of any error."""

from __future__ import annotations

import errno
import hashlib
import os

import pytest

from desktop.core.exporters import checked_file
from desktop.core.exporters.checked_file import CheckedFile


def test_all_is_written_and_hashed(tmp_path):
    parts = [bytes([n % 251]) * (n * 997 % 400_000) for n in range(60)]
    with CheckedFile(tmp_path / "a.jsonl") as file:
        for part in parts:
            file.write(part)
    held = (tmp_path / "a.jsonl").read_bytes()
    assert held == b"".join(parts)
    assert file.sha256 == hashlib.sha256(held).hexdigest()


def test_an_empty_file(tmp_path):
    with CheckedFile(tmp_path / "a.jsonl") as file:
        pass
    assert (tmp_path / "a.jsonl").read_bytes() == b""
    assert file.sha256 == hashlib.sha256(b"").hexdigest()


@pytest.mark.parametrize("size", [10, 20 << 20])
def test_other_bytes_on_the_disk_are_an_error(tmp_path, monkeypatch, size):
    read = os.read
    monkeypatch.setattr(checked_file.os, "read", lambda file, length: read(file, length).replace(b"e", b"f"))
    with pytest.raises(OSError, match=r"a\.jsonl") as caught, CheckedFile(tmp_path / "a.jsonl") as file:
        for _ in range(10):
            file.write(b"e" * (size // 10))
    assert caught.value.errno == errno.EIO


def test_a_disk_that_takes_a_little_at_a_time(tmp_path, monkeypatch):
    write, read = os.write, os.read
    monkeypatch.setattr(checked_file.os, "write", lambda file, data: write(file, bytes(data)[:3]))
    monkeypatch.setattr(checked_file.os, "read", lambda file, length: read(file, min(length, 5)))
    with CheckedFile(tmp_path / "a.jsonl") as file:
        file.write(b"the transport ministry")
    assert (tmp_path / "a.jsonl").read_bytes() == b"the transport ministry"


def test_a_full_disk(tmp_path, monkeypatch):
    def full(file, data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(checked_file.os, "write", full)
    with pytest.raises(OSError) as caught, CheckedFile(tmp_path / "a.jsonl") as file:
        for _ in range(100):
            file.write(b"e" * 500_000)
    assert caught.value.errno == errno.ENOSPC


def test_a_disk_that_fails_at_the_very_end(tmp_path, monkeypatch):
    def broken(file):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(checked_file.os, "fsync", broken)
    with pytest.raises(OSError) as caught, CheckedFile(tmp_path / "a.jsonl") as file:
        file.write(b"the transport ministry")
    assert caught.value.errno == errno.EIO


def test_an_error_of_the_work_passes(tmp_path):
    with pytest.raises(KeyError), CheckedFile(tmp_path / "a.jsonl") as file:
        file.write(b"x")
        raise KeyError


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError), CheckedFile(tmp_path / "none" / "a.jsonl") as file:
        file.write(b"x")
