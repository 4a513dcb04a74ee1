"""What a key stands for where the keyboard's layout writes no Latin letter: the sign at its place on a US keyboard.

Qt matches a shortcut against what a key gives in other layouts that are set up as well, on X11 and Wayland only; where
Cyrillic, Arabic or Greek is the only layout, and on macOS and Windows for a plain letter, it finds none. So the window
looks at the key's place: its evdev code (plus 8) on X11 and Wayland, its virtual key or scan code on Windows, its
virtual key on macOS, where that is a place. A sign of ASCII is what it is, wherever its key is.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

ROWS: Final = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'`", "zxcvbnm,./")
_SHIFTED: Final = dict(zip("1234567890-=[];'`\\,./", '!@#$%^&*()_+{}:"~|<>?', strict=True))
# Scan codes of the first set: what Windows reports, and evdev's codes as well.
_SCAN: Final = {
    first + n: sign for first, row in zip((2, 16, 30, 44), ROWS, strict=True) for n, sign in enumerate(row)
} | {43: "\\"}
_MAC: Final = dict(enumerate("asdfhgzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm.")) | {50: "`"}
_TYPED: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_NO_PLACE: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


def written(event: QKeyEvent) -> str:
    """Return the one sign that a key press writes, also one that Ctrl keeps from being written; "" if none."""
    text = event.text()
    if len(text) == 1 and text.isprintable():
        return text
    key = int(event.key())
    return chr(key) if 0x20 < key < 0x110000 else ""


def sign_at(scan: int, virtual: int, *, platform: str) -> str:
    """Return the small letter or sign at a key's place on a US keyboard; "" if the place is not known."""
    if platform == "cocoa":
        found = _MAC.get(virtual, "")
        return found if found != "\0" else ""
    if platform == "windows":
        letter = chr(virtual) if virtual < 128 else ""
        return letter.lower() if letter.isdigit() or letter.isupper() else _SCAN.get(scan & 0xFF, "")
    return _SCAN.get(scan - 8, "")


def _place(event: QKeyEvent) -> str:
    if event.modifiers() & _NO_PLACE or written(event).isascii():
        return ""
    scan, virtual = event.nativeScanCode(), event.nativeVirtualKey()
    return sign_at(scan, virtual, platform=QGuiApplication.platformName())


def typed(event: QKeyEvent) -> str:
    """Return what a key press means to whoever expects a letter or a digit: ``event.text()``, or by the key's place."""
    sign = _place(event)
    if not sign or event.modifiers() & ~_TYPED:
        return event.text()
    return _shifted(sign) if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else sign


def chords(event: QKeyEvent) -> tuple[str, ...]:
    """Return the chords, as portable text, that a key press would be by its place; none if it writes ASCII itself."""
    sign = _place(event)
    if not sign:
        return ()
    held = event.modifiers()
    names = {
        "Meta": Qt.KeyboardModifier.MetaModifier,
        "Ctrl": Qt.KeyboardModifier.ControlModifier,
        "Alt": Qt.KeyboardModifier.AltModifier,
        "Shift": Qt.KeyboardModifier.ShiftModifier,
    }
    parts = [name for name, modifier in names.items() if held & modifier]
    found = ["+".join((*parts, sign.upper()))]
    if "Shift" in parts and not sign.isalpha():  # “?” may be written as it is, without Shift
        found.append("+".join((*parts[:-1], _shifted(sign))))
    return tuple(found)


def _shifted(sign: str) -> str:
    return _SHIFTED.get(sign, sign.upper())
