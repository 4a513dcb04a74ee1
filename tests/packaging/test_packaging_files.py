"""The files that set-up reads, and what no file of the repository may hold."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHONS = ("3.11", "3.12", "3.13")
PIN = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[0-9][0-9a-z.]*)(; (?P<marker>[a-z_]+ (>=|<|==) '[a-z0-9.]+'))?"
)


def pin_lines():
    lines = (CHECKOUT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def pins(python):
    """Return the version of each package that the constraints give on Linux with this Python."""
    found = {}
    environment = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux"}
    for line in pin_lines():
        match = PIN.fullmatch(line)
        if match["marker"] is None or Marker(match["marker"]).evaluate(environment):
            assert match["name"] not in found, f"{match['name']} is pinned twice for Python {python}"
            found[match["name"]] = match["version"]
    return found


def requirements():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    return [Requirement(line) for line in project["dependencies"] + extras]


@pytest.mark.parametrize("line", pin_lines())
def test_each_constraint_is_a_plain_pin(line):
    assert PIN.fullmatch(line)


def test_constraints_are_in_order():
    names = [line.split("==")[0] for line in pin_lines()]
    assert names == sorted(names)


@pytest.mark.parametrize("python", PYTHONS)
def test_each_requirement_has_a_pin_that_meets_it(python):
    found = pins(python)
    for requirement in requirements():
        if requirement.marker is None or requirement.marker.evaluate({"python_version": python}):
            version = found[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{requirement} is pinned to {version}"


def tracked_texts():
    """Return (path, text) of the files of the repository that are text."""
    if not shutil.which("git") or not (CHECKOUT / ".git").exists():
        pytest.skip("this is not a git checkout, or git is not here")
    done = subprocess.run(["git", "-C", str(CHECKOUT), "ls-files", "-z"], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("git does not read this checkout: " + done.stderr.decode(errors="replace").strip())
    for name in filter(None, done.stdout.decode().split("\0")):
        file = CHECKOUT / name
        if not file.is_file():
            continue
        data = file.read_bytes()
        if b"\0" not in data:
            yield name, data.decode("utf-8", errors="replace")


# Spelt so that this file does not hold what it forbids.
FORBIDDEN = {
    "the address of a package index": re.compile(
        r"[p]ypi\.|[p]ythonhosted\.|[r]egistry\.npmjs|[d]eb\.debian\.", re.IGNORECASE
    ),
    "an option that chooses an index": re.compile(r"--(extra-)?[i]ndex-url|--[f]ind-links|--[t]rusted-host"),
    "a path of the machine it was written on": re.compile(r"(?<![\w.])/(w[o]rk|[r]oot|o[p]t/wheels|h[o]me/\w+)/"),
}


@pytest.mark.parametrize("what", list(FORBIDDEN))
def test_no_file_holds(what):
    held = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert not held, f"{what}:\n" + "\n".join(held)


@pytest.mark.parametrize(
    "path", ["pyproject.toml", "packaging/constraints.txt", "packaging/setup_environment.py", ".ci/run"]
)
def test_set_up_names_no_address(path):
    assert "://" not in (CHECKOUT / path).read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="bash and the executable bit are not to be had")
def test_ci_runs_the_same_command_as_a_person():
    script = CHECKOUT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith('exec python3 packaging/test.py "$@"')
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def test_the_readme_tells_both_commands():
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/run.py" in readme
    assert "python3 packaging/test.py" in readme
