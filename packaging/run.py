"""Sets everything up and opens Pressmark on the sample project: ``python3 packaging/run.py``.

Without a screen the same path runs without a window: the sample is imported, pre-highlighted and exported, and the
window is drawn into a picture. With arguments, those go to the ``pressmark`` command instead
(``packaging/run.py stats my.pressmark``). Needs only a bare Python 3.11 or newer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import setup_environment as setup
from setup_environment import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


# The screen that Qt's "offscreen" platform pretends to have; its own is 800 by 800 pixels.
SCREEN = {"name": "drawn", "x": 0, "y": 0, "width": 1440, "height": 900}
SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


class Pressmark:
    """The ``pressmark`` command of the environment that was set up."""

    def __init__(self, python: Path, environ: Mapping[str, str]) -> None:
        """Keep the environment's Python and the variables to start it with."""
        self.python = python
        self.environ = dict(environ)

    def status(self, *arguments: str | Path) -> int:
        """Run the command with its output shown and return its exit status."""
        command = [str(self.python), "-P", "-m", "desktop", *map(str, arguments)]
        return subprocess.run(command, env=self.environ, check=False).returncode

    def draw(self, project: Path, picture: Path) -> None:
        """Draw the window with a project into a picture, without a screen; raises SetupError if that fails."""
        picture.unlink(missing_ok=True)
        window = "import sys; from desktop.app import main; sys.exit(main(sys.argv[1:]))"
        command = [str(self.python), "-P", "-c", window]
        command += [str(project), "--screenshot", str(picture), "--quit-after-ready"]
        with tempfile.TemporaryDirectory(prefix="pressmark-") as folder:
            screen = Path(folder) / "screen.json"
            screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
            environ = {**self.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
            try:
                code = subprocess.run(
                    command, env=environ, stdin=subprocess.DEVNULL, timeout=180, check=False
                ).returncode
            except subprocess.TimeoutExpired as error:
                raise setup.SetupError("The window was not ready after three minutes.") from error
        if code or not picture.is_file():
            raise setup.SetupError(f"The window ended with status {code}; its own words stand above.")

    def ask(self, *arguments: str | Path) -> dict[str, Any]:
        """Run the command with ``--json`` and return its answer; raises SetupError if it fails."""
        command = [str(self.python), "-P", "-m", "desktop", *map(str, arguments), "--json"]
        done = subprocess.run(
            command, env=self.environ, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8"
        )
        if done.returncode:
            raise setup.SetupError(
                f"pressmark {arguments[0]} ended with status {done.returncode}; its own words stand above."
            )
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def sample(self) -> tuple[Path, Path, str]:
        """Return the folder for projects, the file with the sample's articles and the name of who labelled them."""
        script = (
            "import json\n"
            "from desktop.core import paths, resources\n"
            "sample = resources.sample_record_file()\n"
            "print(json.dumps([str(paths.projects_dir()), str(sample), resources.SAMPLE_ANNOTATOR]))\n"
        )
        try:
            projects, records, annotator = json.loads(setup.output_of([str(self.python), "-P", "-c", script]))
        except subprocess.CalledProcessError as error:
            raise setup.SetupError(
                "Pressmark was installed but does not start. Remove the folder .venv and try again."
            ) from error
        return Path(projects), Path(records), annotator


def ensure_sample(pressmark: Pressmark) -> Path:
    """Return the sample project, made in the folder for projects if it is not there; an existing one is kept."""
    projects, sample, annotator = pressmark.sample()
    project = projects / "sample.pressmark"
    if project.exists():
        say(f"Sample project: {project} (as you left it)")
        return project
    projects.mkdir(parents=True, exist_ok=True)
    # Made beside its place and then moved there, so that a project without its articles is never taken for the sample.
    with tempfile.TemporaryDirectory(prefix=".sample-", dir=projects) as folder:
        new = Path(folder) / project.name
        # Opened as the person who labelled it, so that there is something to see.
        pressmark.ask("new", new, "--annotator", annotator)
        tally = pressmark.ask("import", new, sample, "--format", "pressmark")
        new.replace(project)
    say(f"Sample project: {project} (new, {tally['articles']} articles)")
    return project


def without_window(pressmark: Pressmark) -> None:
    """Take the sample the whole path to a dataset, and the window into a picture; raises SetupError."""
    project = ensure_sample(pressmark)
    tally = pressmark.ask("prelabel", project)
    say(f"Pre-highlighted: {tally['articles']} articles, {tally['suggestions']} suggestions")
    out = project.parent / "sample-dataset"
    out.mkdir(exist_ok=True)
    records = pressmark.ask("export", project, out / "sample.jsonl", "--format", "pressmark")
    docbin = pressmark.ask("export", project, out / "docbin", "--format", "docbin")
    say(f"Exported: {records['articles']} articles, {records['spans']} spans, {records['relations']} relations")
    picture = out / "window.png"
    pressmark.draw(project, picture)
    say("")
    for answer in (records, docbin):
        for file in answer["files"]:
            say(f"Dataset:    {file['path']}")
    say(f"Screenshot: {picture}")


def main(arguments: Sequence[str]) -> int:
    """Set up and run; returns the exit status."""
    setup.begin()
    try:
        python = setup.set_up(
            required=[*setup.QT_BASE, *setup.screen_parts(os.environ)],
            optional=setup.FONTS,
            without=setup.WITHOUT_FONTS,
        )
        pressmark = Pressmark(python, setup.clean_environ(os.environ))
        if arguments:
            return pressmark.status(*arguments)
        if not setup.has_screen(sys.platform, os.environ):
            say("There is no screen here: doing without a window what you would do in it.")
            without_window(pressmark)
            return 0
        project = ensure_sample(pressmark)
        say("Opening the window")
        return pressmark.status("open", project)
    except setup.SetupError as error:
        say(str(error))
        return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
