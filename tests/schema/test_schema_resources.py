"""The files that ship with Pressmark are found, in a checkout and where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from annotation_schema.records import from_line
from annotation_schema.validation import missing, validate
from desktop.core import resources


def test_the_sample_and_the_pipeline_are_where_the_program_looks():
    assert resources.sample_record_file().is_file()
    assert resources.embedded_pipeline().joinpath("meta.json").is_file()


def test_the_sample_is_read_without_a_problem_and_keeps_the_default_schemas_rules():
    records = [from_line(x) for x in resources.sample_record_file().read_bytes().splitlines()]
    assert len(records) == 5
    for record, problems in records:
        assert problems == []
        for entry in record.annotations:
            assert validate(resources.default_schema(), record.article, entry) == []
            if entry.status == "done":
                assert missing(resources.default_schema(), entry, article=record.article) == []


def test_an_installed_program_finds_its_own_files_and_not_a_neighbours(tmp_path):
    """As in site-packages: the files lie inside the package, and beside it is a folder of somebody else."""
    checkout = Path(resources.__file__).parents[2]
    for package in ("annotation_schema", "desktop"):
        shutil.copytree(checkout / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(checkout / "resources" / "schemas", tmp_path / "desktop" / "_resources" / "schemas")
    (tmp_path / "resources").mkdir()
    code = "from desktop.core.resources import *; print(default_schema().name, resource_path('schemas'), sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["news-claims", str(tmp_path / "desktop" / "_resources" / "schemas")]
