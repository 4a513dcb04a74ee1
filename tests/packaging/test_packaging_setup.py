"""What the set-up helper does on machines of every kind: old Pythons, missing libraries, broken environments."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGING = CHECKOUT / "packaging"


def load_helper():
    spec = importlib.util.spec_from_file_location("setup_environment", PACKAGING / "setup_environment.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


setup = load_helper()
posix_only = pytest.mark.skipif(os.name == "nt", reason="the stand-in for a Python is a shell script")


# --- which Python ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 2), (4, 0, 0)])
def test_a_python_that_is_new_enough_is_taken(version):
    assert setup.refusal(version) is None


def test_an_old_python_is_refused_with_both_versions_named():
    assert setup.refusal((3, 10, 9)) == (
        "Pressmark needs Python 3.11 or newer; this is Python 3.10. "
        "Install a newer Python and run the same command with it."
    )


def test_an_old_python_points_to_a_newer_one_on_the_machine():
    assert "with python3.13 instead" in setup.refusal((3, 9), ["python3.13", "python3.11"])


@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_the_commands_end_with_the_sentence_on_an_old_python(script, tmp_path):
    pretend = (
        "import runpy, sys\n"
        "sys.version_info = (3, 10, 4, 'final', 0)\n"
        f"sys.path.insert(0, {str(PACKAGING)!r})\n"
        f"sys.argv = [{script!r}]\n"
        f"runpy.run_path({str(PACKAGING / script)!r}, run_name='__main__')\n"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", pretend], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Pressmark needs Python 3.11 or newer; this is Python 3.10.")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("script", ["run.py", "test.py", "setup_environment.py"])
def test_old_pythons_can_read_the_scripts_that_refuse_them(script):
    ast.parse((PACKAGING / script).read_text(encoding="utf-8"), feature_version=(3, 7))


# --- the system's own libraries and programs ------------------------------------------------------------------------


NONE_SUCH = setup.SystemPart("libpressmark-none-such.so.9", "libpressmark-none-such9")
NO_PROGRAM = setup.SystemPart("pressmark-none-such", "pressmark-none-such", "program")
NO_MODULE = setup.SystemPart("pressmark_none_such", "python3-pressmark-none-such", "module")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries are looked for on Linux only")
def test_only_what_the_machine_lacks_is_missing(monkeypatch):
    here = Path(sys.executable)
    monkeypatch.setenv("PATH", f"{here.parent}{os.pathsep}{os.environ['PATH']}")
    library = setup.SystemPart("libc.so.6", "libc6")
    program = setup.SystemPart(here.name, "python3", "program")
    module = setup.SystemPart("venv", "python3-venv", "module")
    wanted = [NO_PROGRAM, library, NONE_SUCH, program, NO_MODULE, module]
    assert setup.missing(wanted) == [NO_PROGRAM, NONE_SUCH, NO_MODULE]


def test_each_package_is_named_once_in_order():
    parts = [setup.SystemPart("b.so", "two"), setup.SystemPart("a.so", "one"), setup.SystemPart("c.so", "two")]
    assert setup.packages_for(parts) == ["two", "one"]


class Machine:
    """A machine that lacks some parts, has apt or not, and is used by root or not."""

    def __init__(self, monkeypatch, *, lacking, apt, root, apt_works=True):
        self.lacking = list(lacking)
        self.installed = []
        self.apt_works = apt_works
        monkeypatch.setattr(setup, "missing", lambda parts: [part for part in parts if part in self.lacking])
        monkeypatch.setattr(setup.shutil, "which", lambda name: "/usr/bin/apt-get" if apt else None)
        monkeypatch.setattr(setup, "can_use_apt", lambda: apt and root)
        monkeypatch.setattr(setup, "apt_install", self.install)

    def install(self, packages):
        if not self.apt_works:
            raise setup.SetupError("apt could not install them.")
        self.installed.append(list(packages))
        self.lacking = [part for part in self.lacking if part.package not in packages]


EGL, CURSOR, XVFB = setup.QT_BASE[0], setup.QT_X11[1], setup.VIRTUAL_SCREEN[0]


def test_root_gets_only_the_missing_packages_in_one_go(monkeypatch):
    machine = Machine(monkeypatch, lacking=[EGL, CURSOR, setup.ENSUREPIP], apt=True, root=True)
    setup.ensure_system_parts([*setup.QT_BASE, setup.ENSUREPIP], setup.QT_X11)
    venv_package = "python{}.{}-venv".format(*sys.version_info[:2])
    assert machine.installed == [["libegl1", venv_package, "libxcb-cursor0"]]


def test_a_whole_machine_is_left_alone(monkeypatch, capsys):
    machine = Machine(monkeypatch, lacking=[], apt=True, root=True)
    setup.ensure_system_parts(setup.QT_BASE, setup.QT_X11)
    assert machine.installed == []
    assert capsys.readouterr().out == ""


def test_others_are_told_one_line_for_everything(monkeypatch):
    Machine(monkeypatch, lacking=[EGL, CURSOR, setup.ENSUREPIP], apt=True, root=False)
    with pytest.raises(setup.SetupError) as caught:
        setup.ensure_system_parts([*setup.QT_BASE, setup.ENSUREPIP], setup.QT_X11)
    lines = str(caught.value).splitlines()
    assert lines[0] == "This machine lacks libEGL.so.1, ensurepip."
    venv_package = "python{}.{}-venv".format(*sys.version_info[:2])
    assert lines[-1].strip() == f"sudo apt-get install -y libegl1 {venv_package} libxcb-cursor0"


def test_where_there_is_no_apt_the_libraries_are_named(monkeypatch):
    Machine(monkeypatch, lacking=[EGL], apt=False, root=True)
    with pytest.raises(setup.SetupError, match=r"libEGL\.so\.1") as caught:
        setup.ensure_system_parts(setup.QT_BASE)
    assert "apt-get" not in str(caught.value)


@pytest.mark.parametrize("root", [True, False])
def test_what_is_optional_does_not_stop_the_run(monkeypatch, capsys, root):
    Machine(monkeypatch, lacking=[XVFB], apt=True, root=root, apt_works=False)
    setup.ensure_system_parts(setup.QT_BASE, setup.VIRTUAL_SCREEN, without="The tests in a real window are skipped.")
    said = capsys.readouterr().out
    assert "This machine lacks Xvfb. The tests in a real window are skipped." in said
    assert "sudo apt-get install -y xvfb" in said
    assert ("apt could not install" in said) is root


def test_a_failure_of_apt_is_told_and_stops_the_run(monkeypatch, capsys):
    Machine(monkeypatch, lacking=[EGL], apt=True, root=True, apt_works=False)
    with pytest.raises(setup.SetupError, match="This machine lacks libEGL"):
        setup.ensure_system_parts(setup.QT_BASE)
    assert "apt could not install" in capsys.readouterr().out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt needs no packages of the system elsewhere")
@pytest.mark.parametrize(
    ("parts", "plugin"), [((), "qoffscreen"), (setup.QT_X11, "qxcb"), (setup.QT_WAYLAND, "qwayland")]
)
def test_the_lists_of_libraries_are_enough_for_qt_to_load_its_platform(parts, plugin):
    absent = setup.missing([*setup.QT_BASE, *parts])
    if absent:
        pytest.skip(f"this machine lacks {', '.join(part.name for part in absent)}")
    import PySide6

    library = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / f"lib{plugin}.so"
    load = [sys.executable, "-c", "import ctypes, sys; ctypes.CDLL(sys.argv[1])", str(library)]
    done = subprocess.run(load, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# --- a screen or none -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("platform", "environ", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"QT_QPA_PLATFORM": "offscreen:fontengine=freetype"}, False),
    ],
)
def test_a_screen_is_seen_where_there_is_one(platform, environ, screen):
    assert setup.has_screen(platform, environ) is screen


def test_each_kind_of_screen_asks_for_its_own_libraries():
    assert setup.screen_parts({}) == ()
    assert setup.screen_parts({"DISPLAY": ":0"}) == setup.QT_X11
    assert setup.screen_parts({"WAYLAND_DISPLAY": "wayland-0"}) == setup.QT_WAYLAND
    assert set(setup.screen_parts({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"})) == {*setup.QT_X11, *setup.QT_WAYLAND}


# --- the virtual environment ----------------------------------------------------------------------------------------


def stand_in(venv, script):
    """Put a shell script where the environment's Python lies."""
    python = setup.venv_python(venv)
    python.parent.mkdir(parents=True)
    (venv / "pyvenv.cfg").write_text("home = elsewhere\n", encoding="utf-8")
    python.write_text("#!/bin/sh\n" + script, encoding="utf-8")
    python.chmod(0o755)


def answering(version, base):
    return f"echo '{json.dumps([list(version), str(base)])}'\n"


def test_no_environment_is_built(tmp_path):
    assert setup.why_rebuild(tmp_path / ".venv") == "there is none yet"


@posix_only
def test_a_sound_environment_is_kept(tmp_path):
    stand_in(tmp_path / ".venv", answering(sys.version_info[:3], sys.base_prefix))
    assert setup.why_rebuild(tmp_path / ".venv") is None


@posix_only
def test_an_environment_of_another_version_is_not_kept(tmp_path):
    stand_in(tmp_path / ".venv", answering((3, 14, 1), sys.base_prefix))
    assert setup.why_rebuild(tmp_path / ".venv").startswith("it belongs to another Python (3.14.1 in ")


@posix_only
def test_an_environment_of_another_installation_is_not_kept(tmp_path):
    stand_in(tmp_path / ".venv", answering(sys.version_info[:3], tmp_path / "python"))
    assert setup.why_rebuild(tmp_path / ".venv").startswith("it belongs to another Python (")


@posix_only
def test_an_environment_whose_python_does_not_start_is_not_kept(tmp_path):
    stand_in(tmp_path / ".venv", "exit 1\n")
    assert setup.why_rebuild(tmp_path / ".venv") == "its Python does not start or has no pip"


@pytest.mark.parametrize("content", [[], ["pyvenv.cfg"], ["pyvenv.cfg", setup.UNFINISHED_NAME]])
def test_a_half_made_environment_is_not_kept(tmp_path, content):
    venv = tmp_path / ".venv"
    venv.mkdir()
    for name in content:
        (venv / name).touch()
    assert setup.why_rebuild(venv) is not None


@posix_only
def test_an_environment_whose_packages_were_broken_off_is_not_kept(tmp_path):
    stand_in(tmp_path / ".venv", answering(sys.version_info[:3], sys.base_prefix))
    (tmp_path / ".venv" / setup.UNFINISHED_NAME).touch()
    assert setup.why_rebuild(tmp_path / ".venv") == "its set-up was broken off"


def test_a_half_made_environment_is_built_anew(tmp_path, capsys):
    venv = tmp_path / "with a space" / ".venv"
    (venv / "lib").mkdir(parents=True)
    (venv / "lib" / "left over").touch()
    setup.ensure_venv(venv)
    assert setup.why_rebuild(venv) is None
    assert not (venv / "lib" / "left over").exists()
    assert capsys.readouterr().out == f"Making the virtual environment {venv} (its set-up was broken off)\n"


def test_what_is_not_a_folder_is_not_removed(tmp_path):
    (tmp_path / ".venv").write_text("mine", encoding="utf-8")
    with pytest.raises(setup.SetupError, match="is not a folder"):
        setup.ensure_venv(tmp_path / ".venv")
    assert (tmp_path / ".venv").read_text(encoding="utf-8") == "mine"


def test_only_an_environment_that_must_be_built_asks_for_ensurepip(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(setup, "ensure_system_parts", lambda required, optional, without: asked.append(required))
    monkeypatch.setattr(setup, "ensure_venv", lambda venv: None)
    monkeypatch.setattr(setup, "ensure_packages", lambda checkout, venv, extras: None)
    monkeypatch.setattr(setup.sys, "platform", "linux")
    for reason in ("there is none yet", None):
        monkeypatch.setattr(setup, "why_rebuild", lambda venv, reason=reason: reason)
        setup.set_up(required=[EGL])
    assert asked == [[EGL, setup.ENSUREPIP], [EGL]]


# --- the packages in it ---------------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path):
    root = tmp_path / "checkout"
    (root / "packaging").mkdir(parents=True)
    (root / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    (root / "packaging" / "constraints.txt").write_text("one==1\ntwo==2\n", encoding="utf-8")
    return root


@pytest.fixture
def venv(checkout):
    """An environment whose Python only writes down how it was called, and ends as the file ``status`` says."""
    venv = checkout / ".venv"
    stand_in(venv, f'echo "$@" >> "{checkout}/calls"\nexit $(cat "{checkout}/status" 2>/dev/null || echo 0)\n')
    return venv


def calls(checkout):
    file = checkout / "calls"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


@posix_only
def test_packages_are_installed_once(checkout, venv):
    setup.ensure_packages(checkout, venv)
    setup.ensure_packages(checkout, venv)
    [call] = calls(checkout)
    assert call.startswith("-m pip install ")
    assert call.endswith("--constraint packaging/constraints.txt --editable .")


@posix_only
def test_the_users_own_pip_settings_hold(checkout, venv):
    setup.ensure_packages(checkout, venv)
    [call] = calls(checkout)
    assert "index" not in call
    assert not {"-i", "--isolated"} & set(call.split())


@posix_only
def test_extras_are_added_and_cover_the_run_without(checkout, venv):
    setup.ensure_packages(checkout, venv)
    setup.ensure_packages(checkout, venv, ["dev"])
    setup.ensure_packages(checkout, venv)
    setup.ensure_packages(checkout, venv, ["dev"])
    assert [call.rsplit(" ", 1)[1] for call in calls(checkout)] == [".", ".[dev]"]


@posix_only
@pytest.mark.parametrize("name", ["pyproject.toml", "packaging/constraints.txt"])
def test_a_change_of_what_is_wanted_installs_again(checkout, venv, name):
    setup.ensure_packages(checkout, venv, ["dev"])
    (checkout / name).write_text("[project]\nname = 'y'\n", encoding="utf-8")
    setup.ensure_packages(checkout, venv, ["dev"])
    assert len(calls(checkout)) == 2


@posix_only
def test_a_failure_of_pip_leaves_no_stamp_and_is_tried_again(checkout, venv):
    (checkout / "status").write_text("1", encoding="utf-8")
    with pytest.raises(setup.SetupError, match="pip could not install"):
        setup.ensure_packages(checkout, venv)
    assert setup.Stamp.read(venv) is None
    assert not (venv / setup.UNFINISHED_NAME).exists()
    (checkout / "status").write_text("0", encoding="utf-8")
    setup.ensure_packages(checkout, venv)
    assert len(calls(checkout)) == 2


@posix_only
def test_a_set_up_that_is_broken_off_leaves_its_mark(checkout, venv, monkeypatch):
    def broken_off(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(setup.subprocess, "run", broken_off)
    with pytest.raises(KeyboardInterrupt):
        setup.ensure_packages(checkout, venv)
    assert setup.why_rebuild(venv) == "its set-up was broken off"


def test_line_ends_do_not_change_the_stamp(checkout):
    before = setup.wanted_stamp(checkout)
    file = checkout / "packaging" / "constraints.txt"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert setup.wanted_stamp(checkout) == before


def test_a_moved_checkout_is_installed_again(checkout, tmp_path):
    before = setup.wanted_stamp(checkout)
    assert setup.wanted_stamp(checkout.rename(tmp_path / "moved")) != before


def test_a_stamp_is_read_back(tmp_path):
    stamp = setup.Stamp("3.11.2", "abc", frozenset({"dev"}))
    stamp.write(tmp_path)
    assert setup.Stamp.read(tmp_path) == stamp


def test_a_stamp_of_another_python_covers_nothing():
    assert not setup.Stamp("3.11.2", "a", frozenset()).covers(setup.Stamp("3.11.3", "a", frozenset()))


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"python": "3.11.2", "inputs": "a", "extras": 1}'])
def test_an_unreadable_stamp_is_none(tmp_path, content):
    (tmp_path / setup.STAMP_NAME).write_text(content, encoding="utf-8")
    assert setup.Stamp.read(tmp_path) is None


def test_another_pythons_variables_are_kept_out():
    environ = {"PATH": "/usr/bin", "PYTHONHOME": "/elsewhere", "PYTHONPATH": "/elsewhere", "PIP_CERT": "own.pem"}
    assert setup.clean_environ(environ) == {"PATH": "/usr/bin", "PIP_CERT": "own.pem"}


def test_a_font_is_missing_until_a_file_of_it_lies_in_a_font_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(setup, "FONT_FOLDERS", (tmp_path / "none", tmp_path))
    parts = setup.FONTS
    assert setup.missing(parts) == list(parts)
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "NotoColorEmoji.ttf").touch()
    assert setup.packages_for(setup.missing(parts)) == ["fonts-dejavu-core"]
