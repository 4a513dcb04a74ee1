"""Gives a bare machine what Pressmark needs: Qt's system libraries, a virtual environment, the packages in it.

Used by ``run.py`` and ``test.py`` beside it, with nothing but the standard library. Each step first looks whether there
is anything to do, so that a second run is quick. The file must stay readable by older Pythons than it runs on, since it
is the one that tells their users what to do.

State: ``.venv/pressmark-setup.json`` holds what was installed (the "stamp"); ``.venv/pressmark-setup-unfinished``
stands there while pip works, so that an environment whose set-up was killed is built anew.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CHECKOUT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
STAMP_NAME = "pressmark-setup.json"
UNFINISHED_NAME = "pressmark-setup-unfinished"


class SetupError(Exception):
    """What is in the way and what to do about it, as sentences for the person at the terminal."""


# --- which Python ---------------------------------------------------------------------------------------------------


def refusal(version: Sequence[int], newer: Sequence[str] = ()) -> str | None:
    """Return why this Python cannot run Pressmark and what to do, or None if it can.

    ``version`` starts with major and minor; ``newer`` are the commands of suitable Pythons found on the machine.
    """
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    sentence = "Pressmark needs Python {}.{} or newer; this is Python {}.{}.".format(*OLDEST_PYTHON, *version[:2])
    if newer:
        return f"{sentence} This machine has a newer one: run the same command with {newer[0]} instead."
    return f"{sentence} Install a newer Python and run the same command with it."


def begin() -> None:
    """Leave the program with a sentence if the Python that runs this is too old, and make output safe for any path."""
    newer = [name for minor in (13, 12, 11, 14) for name in [f"python3.{minor}"] if shutil.which(name)]
    sentence = refusal(sys.version_info[:2], newer)
    if sentence:
        sys.exit(sentence)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A path may hold characters that the terminal's encoding lacks.
            stream.reconfigure(errors="replace")


# --- the system's own libraries and programs ------------------------------------------------------------------------


@dataclass(frozen=True)
class SystemPart:
    """Something of the system's: a shared library, a program, or a module that Debian splits off from Python.

    ``package`` is the Debian and Ubuntu package that brings it. A font's name is a pattern for its files.
    """

    name: str
    package: str
    kind: str = "library"  # or "program", "module", "font"


# What Qt's own files name as needed (objdump -p: QtCore, QtGui, QtDBus, the platform plug-ins), beyond the C library.
QT_BASE = (
    SystemPart("libEGL.so.1", "libegl1"),
    SystemPart("libGL.so.1", "libgl1"),
    SystemPart("libX11.so.6", "libx11-6"),
    SystemPart("libdbus-1.so.3", "libdbus-1-3"),
    SystemPart("libfontconfig.so.1", "libfontconfig1"),
    SystemPart("libfreetype.so.6", "libfreetype6"),
    SystemPart("libglib-2.0.so.0", "libglib2.0-0"),
    SystemPart("libxkbcommon.so.0", "libxkbcommon0"),
)
QT_X11 = (
    SystemPart("libX11-xcb.so.1", "libx11-xcb1"),
    SystemPart("libxcb-cursor.so.0", "libxcb-cursor0"),
    SystemPart("libxcb-icccm.so.4", "libxcb-icccm4"),
    SystemPart("libxcb-image.so.0", "libxcb-image0"),
    SystemPart("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    SystemPart("libxcb-randr.so.0", "libxcb-randr0"),
    SystemPart("libxcb-render-util.so.0", "libxcb-render-util0"),
    SystemPart("libxcb-render.so.0", "libxcb-render0"),
    SystemPart("libxcb-shape.so.0", "libxcb-shape0"),
    SystemPart("libxcb-shm.so.0", "libxcb-shm0"),
    SystemPart("libxcb-sync.so.1", "libxcb-sync1"),
    SystemPart("libxcb-util.so.1", "libxcb-util1"),
    SystemPart("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    SystemPart("libxcb-xkb.so.1", "libxcb-xkb1"),
    SystemPart("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
QT_WAYLAND = (
    SystemPart("libwayland-client.so.0", "libwayland-client0"),
    SystemPart("libwayland-cursor.so.0", "libwayland-cursor0"),
    SystemPart("libwayland-egl.so.1", "libwayland-egl1"),
)
# Faces of Latin, Greek and Cyrillic come with Pressmark; what other scripts and emoji are drawn with is the system's.
FONTS = (
    SystemPart("*Emoji*.ttf", "fonts-noto-color-emoji", "font"),
    SystemPart("DejaVuSans.ttf", "fonts-dejavu-core", "font"),
)
WITHOUT_FONTS = "Emoji, or letters of some scripts, are drawn as boxes."
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("~/.local/share/fonts"),
    Path("~/.fonts"),
)
# For the tests that press real keys in a real window on a virtual screen.
VIRTUAL_SCREEN = (
    SystemPart("Xvfb", "xvfb", "program"),
    SystemPart("xauth", "xauth", "program"),
    SystemPart("xdotool", "xdotool", "program"),
    SystemPart("import", "imagemagick", "program"),  # takes the picture of the window
)

ENSUREPIP = SystemPart("ensurepip", "python{}.{}-venv".format(*sys.version_info[:2]), "module")


def screen_parts(environ: Mapping[str, str]) -> tuple[SystemPart, ...]:
    """Return the system parts that a window needs on this kind of Linux screen; none where there is no screen."""
    parts: tuple[SystemPart, ...] = ()
    if environ.get("DISPLAY"):
        parts += QT_X11
    if environ.get("WAYLAND_DISPLAY"):
        parts += QT_WAYLAND
    return parts


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Return whether a window can be shown: always on Windows and macOS, with an X or Wayland display elsewhere.

    A platform chosen by hand that draws nowhere (``QT_QPA_PLATFORM=offscreen``) counts as no screen.
    """
    if environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal", "vnc"}:
        return False
    if platform in {"win32", "cygwin", "darwin"}:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def missing(parts: Iterable[SystemPart]) -> list[SystemPart]:
    """Return those parts that this machine does not have, in the order given.

    Libraries are tried with the loader that Qt will be loaded by. A child process does it, which keeps them out of this
    one and sees what was installed a moment ago.
    """
    wanted = list(parts)
    absent = {part.name for part in wanted if part.kind == "program" and not shutil.which(part.name)}
    absent |= {part.name for part in wanted if part.kind == "font" and not _font_there(part.name)}
    probed = [f"{part.kind} {part.name}" for part in wanted if part.kind not in {"program", "font"}]
    if probed:
        probe = (
            "import ctypes, importlib.util, sys\n"
            "for kind, name in (argument.split() for argument in sys.argv[1:]):\n"
            "    try:\n"
            "        there = ctypes.CDLL(name) if kind == 'library' else importlib.util.find_spec(name)\n"
            "    except OSError:\n"
            "        there = None\n"
            "    if not there:\n"
            "        print(name)\n"
        )
        absent.update(output_of([sys.executable, "-c", probe, *probed]).split())
    return [part for part in wanted if part.name in absent]


def _font_there(pattern: str) -> bool:
    return any(next(folder.expanduser().rglob(pattern), None) for folder in FONT_FOLDERS)


def packages_for(parts: Iterable[SystemPart]) -> list[str]:
    """Return the Debian packages that bring these parts, each once, in the order given."""
    return list(dict.fromkeys(part.package for part in parts))


def apt_line(packages: Sequence[str]) -> str:
    """Return the one line that installs these Debian packages by hand."""
    return "sudo apt-get install -y " + " ".join(packages)


def can_use_apt() -> bool:
    """Return whether packages can be installed here without asking anyone: Debian or Ubuntu, as root."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages as root, after fetching the package lists; raises SetupError if apt fails."""
    say("Installing by apt: " + " ".join(packages))
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    # A source of packages that cannot be reached is no reason to stop as long as the others have what is wanted.
    run_quietly(["apt-get", "update", *wait], environ=environ)
    problem = run_quietly(["apt-get", "install", "-y", "--no-install-recommends", *wait, *packages], environ=environ)
    if problem:
        raise SetupError(f"apt could not install them:\n{problem}")


def ensure_system_parts(
    required: Sequence[SystemPart], optional: Sequence[SystemPart] = (), *, without: str = ""
) -> None:
    """Install by apt those parts that are missing, or say in one line how to.

    Raises SetupError if a required part stays missing. For optional ones the sentence ``without`` tells what happens.
    """
    absent = missing([*required, *optional])
    if not absent:
        return
    if can_use_apt():
        try:
            apt_install(packages_for(absent))
        except SetupError as error:
            say(str(error))
        absent = missing(absent)
        if not absent:
            return
    needed = [part for part in absent if part in required]
    sentence = "This machine lacks " + ", ".join(part.name for part in needed or absent) + "."
    if not needed:
        sentence += f" {without}"
    if shutil.which("apt-get"):
        again = ", then run the command again" if needed else ""
        sentence += f"\nInstall what is missing with this line{again}:\n    {apt_line(packages_for(absent))}"
    else:
        sentence += "\nInstall what is missing with this system's package manager."
    if needed:
        raise SetupError(sentence)
    say(sentence)


# --- the virtual environment ----------------------------------------------------------------------------------------


def venv_python(venv: Path) -> Path:
    """Return where the environment's own Python lies on this system."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def why_rebuild(venv: Path) -> str | None:
    """Return why the environment in ``venv`` cannot be used and must be built, or None if it is sound.

    Sound means: its set-up was not broken off, its Python starts, is the one that runs this, and has pip.
    """
    if not venv.exists():
        return "there is none yet"
    if (venv / UNFINISHED_NAME).exists() or not (venv / "pyvenv.cfg").exists():
        return "its set-up was broken off"
    probe = "import json, sys, pip; print(json.dumps([list(sys.version_info[:3]), sys.base_prefix]))"
    try:
        version, base = json.loads(output_of([str(venv_python(venv)), "-c", probe]))
    except (OSError, subprocess.CalledProcessError, ValueError):
        return "its Python does not start or has no pip"
    if version != list(sys.version_info[:3]) or Path(base).resolve() != Path(sys.base_prefix).resolve():
        return "it belongs to another Python ({}.{}.{} in {})".format(*version, base)
    return None


def ensure_venv(venv: Path) -> None:
    """Make the virtual environment if it is missing, half made, or another Python's; raises SetupError."""
    reason = why_rebuild(venv)
    if reason is None:
        return
    if Path(sys.prefix).resolve() == venv.resolve():
        raise SetupError(f"The environment {venv} must be built anew ({reason}). Run the command with another Python.")
    if venv.is_symlink() or (venv.exists() and not venv.is_dir()):
        raise SetupError(f"{venv} is not a folder. Move it away, then run the command again.")
    say(f"Making the virtual environment {venv} ({reason})")
    if venv.exists():
        shutil.rmtree(venv)
    problem = run_quietly([sys.executable, "-m", "venv", str(venv)])
    if problem:
        shutil.rmtree(venv, ignore_errors=True)
        raise SetupError(f"The virtual environment could not be made.\n{problem}")


# --- the packages in it ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stamp:
    """What an environment was set up from; equal stamps mean that there is nothing to install."""

    python: str
    inputs: str
    extras: frozenset[str]

    def covers(self, wanted: Stamp) -> bool:
        """Return whether an environment with this stamp also has everything that ``wanted`` asks for."""
        same = (self.python, self.inputs) == (wanted.python, wanted.inputs)
        return same and self.extras >= wanted.extras

    def write(self, venv: Path) -> None:
        """Keep the stamp in the environment."""
        content = {"python": self.python, "inputs": self.inputs, "extras": sorted(self.extras)}
        (venv / STAMP_NAME).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, venv: Path) -> Stamp | None:
        """Return the environment's stamp; None if it has none or an unreadable one."""
        try:
            content = json.loads((venv / STAMP_NAME).read_text(encoding="utf-8"))
            return cls(str(content["python"]), str(content["inputs"]), frozenset(map(str, content["extras"])))
        except (OSError, ValueError, KeyError, TypeError):
            return None


def wanted_stamp(checkout: Path, extras: Iterable[str] = ()) -> Stamp:
    """Return the stamp of an environment set up now from this checkout, with these extras of ``pyproject.toml``."""
    digest = hashlib.sha256()
    # The checkout's place counts: the environment refers to it, and does not survive a move.
    digest.update(str(checkout).encode("utf-8", "surrogateescape") + b"\0")
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        # Line ends differ between checkouts on Windows and elsewhere, and change nothing.
        digest.update((checkout / name).read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return Stamp(".".join(map(str, sys.version_info[:3])), digest.hexdigest(), frozenset(extras))


def ensure_packages(checkout: Path, venv: Path, extras: Iterable[str] = ()) -> None:
    """Install the project, editable, with its dependencies in the tested versions, unless the stamp says it is done.

    The user's own pip settings hold. Raises SetupError if pip fails.
    """
    wanted = wanted_stamp(checkout, extras)
    found = Stamp.read(venv)
    if found is not None and found.covers(wanted):
        return
    if found is not None and (found.python, found.inputs) == (wanted.python, wanted.inputs):
        wanted = Stamp(wanted.python, wanted.inputs, wanted.extras | found.extras)
    names = ",".join(sorted(wanted.extras))
    target = f".[{names}]" if names else "."
    say("Installing Pressmark and what it needs (some minutes the first time, about 300 MB)")
    unfinished = venv / UNFINISHED_NAME
    unfinished.touch()
    (venv / STAMP_NAME).unlink(missing_ok=True)
    command = [str(venv_python(venv)), "-m", "pip", "install", "--no-input", "--no-user", "-qq"]
    command += [
        "--disable-pip-version-check",
        "--constraint",
        str(Path("packaging", "constraints.txt")),
        "--editable",
        target,
    ]
    code = subprocess.run(
        command, cwd=checkout, env=clean_environ(os.environ), stdin=subprocess.DEVNULL, check=False
    ).returncode
    # pip that ends by itself leaves whole packages behind; only a killed one does not, and then the mark stays.
    unfinished.unlink()
    if code:
        raise SetupError("pip could not install the packages (its own words stand above). Is the network there?")
    wanted.write(venv)


# --- all of it ------------------------------------------------------------------------------------------------------


def say(sentence: str) -> None:
    """Tell what is being done, at once, in order with the output of the programs that are run."""
    print(sentence, flush=True)


def run_quietly(command: Sequence[str], *, environ: Mapping[str, str] | None = None) -> str | None:
    """Run a program without showing its output; returns None on success, else the end of what it wrote."""
    done = subprocess.run(
        list(command),
        check=False,
        env=clean_environ(os.environ if environ is None else environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return None if done.returncode == 0 else (done.stdout[-2000:].strip() or f"It ended with status {done.returncode}.")


def output_of(command: Sequence[str]) -> str:
    """Run a program and return what it wrote; raises CalledProcessError if it fails, OSError if it cannot start."""
    done = subprocess.run(
        list(command),
        check=True,
        env=clean_environ(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return done.stdout


def clean_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for the environment's programs, without those that mix in another Python's files."""
    mixing = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in environ.items() if name not in mixing}


def set_up(
    *,
    extras: Sequence[str] = (),
    required: Sequence[SystemPart] = (),
    optional: Sequence[SystemPart] = (),
    without: str = "",
) -> Path:
    """Make system and environment ready and return the environment's Python; quick where nothing is to be done.

    For ``required``, ``optional`` and ``without`` see ``ensure_system_parts``; they count on Linux only, elsewhere Qt
    brings all it needs. Raises SetupError with sentences for the user.
    """
    venv = CHECKOUT / ".venv"
    if sys.platform.startswith("linux"):
        environment = [] if why_rebuild(venv) is None else [ENSUREPIP]
        ensure_system_parts([*required, *environment], optional, without=without)
    ensure_venv(venv)
    ensure_packages(CHECKOUT, venv, extras)
    return venv_python(venv)
