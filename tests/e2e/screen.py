"""Drives the real program in a real window on a virtual screen (Xvfb), by real key presses (xdotool)."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool", "import")
missing = [tool for tool in NEEDED if shutil.which(tool) is None]


def wait_for(look, what: str, seconds: float = 40.0):
    """Return what ``look`` gives as soon as it is true."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


class Screen:
    """A virtual screen; no window manager, so the program's window has to be given the keyboard."""

    def __init__(self, width: int = 1800, height: int = 1100):
        read, write = os.pipe()
        # Without -noreset the server starts anew when its last client goes, and refuses who comes in that moment.
        # A key is down for longer than the delay of repetition when the machine is busy: the delay is made ten minutes.
        options = ["-nolisten", "tcp", "-noreset", "-ardelay", "600000"]
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", *options],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = f":{pipe.readline().strip()}"

    def env(self, home: Path, **more: str) -> dict[str, str]:
        # A test of the settings in this process may have left its scale behind.
        inherited = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}
        env = {**inherited, "DISPLAY": self.display, "PRESSMARK_HOME": str(home), "QT_QPA_PLATFORM": "xcb", **more}
        env.pop("WAYLAND_DISPLAY", None)
        env["PYTHONPATH"] = str(ROOT)
        return env

    def tool(self, *words: str) -> str:
        env = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(["xdotool", *words], env=env, capture_output=True, text=True, timeout=30).stdout.strip()

    def close(self):
        self.process.terminate()
        self.process.wait(10)


class Program:
    """The program, started as a user does."""

    def __init__(self, screen: Screen, home: Path, *arguments: str, **env: str):
        self.screen = screen
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop", *arguments], env=screen.env(home, **env), stderr=subprocess.PIPE
        )
        self.window = ""

    def wait_for_window(self, title: str) -> None:
        def look():
            assert self.process.poll() is None, self.process.stderr.read().decode()
            found = self.screen.tool("search", "--onlyvisible", "--name", title).split()
            return found[-1] if found else ""

        self.window = wait_for(look, f"a window called {title}")
        self.screen.tool("windowfocus", "--sync", self.window)
        time.sleep(0.3)

    def keys(self, *names: str) -> None:
        """Press keys one after the other, as XTEST events that the program cannot tell from a keyboard's."""
        if names:
            self.screen.tool("key", "--delay", "25", *names)

    def settle(self, seconds: float = 30.0) -> None:
        """Wait until the program has nothing more to do: a busy machine takes longer than any pause one would write."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        until, spent = time.monotonic() + seconds, -9
        while time.monotonic() < until:
            fields = stat.read_text().rpartition(")")[2].split()
            now = int(fields[11]) + int(fields[12])  # ticks of 10 ms; a blinking caret takes less than three in a turn
            if now - spent < 3:
                return
            spent = now
            time.sleep(0.4)

    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""
        env = {**os.environ, "DISPLAY": self.screen.display}
        return subprocess.run(
            ["import", "-window", self.window, "-depth", "8", "png:-"], env=env, capture_output=True, timeout=30
        ).stdout

    def close_by_button(self) -> int:
        """Do what a window manager does when the close button is pressed, and return the exit status."""
        _send_delete(self.screen.display, int(self.window))
        return self.process.wait(30)

    def kill(self) -> None:
        """Kill the process at once."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)
        self.process.stderr.close()


class _ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    ]


def _send_delete(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW (ICCCM 4.2.8.1)."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
    x.XCloseDisplay.argtypes = [ctypes.c_void_p]
    x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
    handle = x.XOpenDisplay(display.encode())
    assert handle, display
    message = _ClientMessage(type=33, window=window, format=32)  # 33: ClientMessage
    message.message_type = x.XInternAtom(handle, b"WM_PROTOCOLS", 0)
    message.data[0] = x.XInternAtom(handle, b"WM_DELETE_WINDOW", 0)
    x.XSendEvent(handle, window, 0, 0, ctypes.byref(message))
    x.XSync(handle, 0)
    x.XCloseDisplay(handle)
