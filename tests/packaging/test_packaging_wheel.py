"""The wheel: it builds without a network, holds every resource, and works away from the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    pip += ["--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(CHECKOUT)]
    subprocess.run(pip, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    [file] = folder.glob("pressmark-*.whl")
    return file


def files_under(folder):
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_the_wheel_holds_every_resource(wheel):
    with zipfile.ZipFile(wheel) as archive:
        prefix = "desktop/_resources/"
        held = {name.removeprefix(prefix) for name in archive.namelist() if name.startswith(prefix)}
        assert held == files_under(CHECKOUT / "resources")
        for name in held:
            assert archive.read(prefix + name) == (CHECKOUT / "resources" / name).read_bytes()


def test_the_wheel_holds_the_packages_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"annotation_schema", "desktop", next(top for top in tops if top.endswith(".dist-info"))}
    modules = {name for name in names if name.endswith(".py")}
    for package in ("annotation_schema", "desktop"):
        for file in (CHECKOUT / package).rglob("*.py"):
            assert file.relative_to(CHECKOUT).as_posix() in modules
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_unpacked_wheel_finds_its_resources(wheel, tmp_path):
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    script = (
        "import json, sys\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "from desktop.core import resources\n"
        "from annotation_schema import schema_json\n"
        "paths = [resources.sample_record_file(), resources.embedded_pipeline(), schema_json.__file__]\n"
        "print(json.dumps([*map(str, paths), [label.name for label in resources.default_schema().labels]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, str(installed)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    sample, pipeline, module, labels = json.loads(done.stdout)
    assert Path(module).is_relative_to(installed)
    assert Path(sample).is_relative_to(installed) and Path(sample).is_file()
    assert Path(pipeline).is_relative_to(installed) and Path(pipeline).is_dir()
    assert {"CLAIM", "ACTOR", "LOCATION"} <= set(labels)
