"""Keyboards that write no Latin letters: a key does what the one at its place does, in every mode."""

from __future__ import annotations

import pytest
from claims_driver import BRIDGE, FALL
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.ui import key_places
from desktop.ui.key_places import chords, sign_at, typed
from desktop.ui.shortcuts.editor import chord

US = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"
LAYOUTS = {
    "russian": "йцукенгшщзхъфывапролджэячсмитьбю.",
    "ukrainian": "йцукенгшщзхїфівапролджєячсмитьбю.",
    "greek": ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,./",
    "arabic": "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر\ufefbىةوزظ",
    "hebrew": "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.",
    "hindi": "\u094c\u0948\u093e\u0940\u0942\u092c\u0939\u0917\u0926\u091c"
    "\u0921\u093c\u094b\u0947\u094d\u093f\u0941\u092a\u0930\u0915\u0924\u091a\u091f\u0946\u0902\u092e\u0928\u0935\u0932\u0938,.\u092f",
}
CTRL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
EVDEV = {sign: code for code, sign in key_places._SCAN.items()}


def event(sign: str, layout: str, held=PLAIN, *, text: str | None = None, repeat=False) -> QKeyEvent:
    """What X11 reports where the key at ``sign``'s place is pressed and the layout is the only one."""
    written = sign if sign.isdigit() else LAYOUTS[layout][US.index(sign)]
    key = ord(written.upper()) if len(written.upper()) == 1 else ord(written)
    text = ("" if held & CTRL else written.upper() if held & SHIFT else written) if text is None else text
    return QKeyEvent(QEvent.Type.KeyPress, key, held, EVDEV[sign] + 8, key + 0x1000000, 0, text, repeat, 1)


def press(sign: str, layout: str, held=PLAIN, **more) -> None:
    QApplication.sendEvent(QApplication.focusWidget(), event(sign, layout, held, **more))


def labels(window):
    return {(s.label, window.view.article.text[s.start : s.end]) for s in window.view.spans}


@pytest.mark.parametrize("layout", ["russian", "ukrainian", "greek", "arabic", "hebrew", "hindi"])
def test_label_keys_tag(claims, window, layout):
    window.select("Critics")
    press("a", layout)
    window.select("Zagreb")
    press("l", layout)
    assert labels(window) == {("ACTOR", "Critics"), ("LOCATION", "Zagreb")}


def test_a_claim_is_filled_by_letters_in_link_mode_and_in_the_picker(claims, window):
    claims.tag("Ana Kovač", "A")
    claims.tag("Critics", "A")
    claim = claims.tag(BRIDGE, "C")
    press("1", "russian")
    press(claims.letter("Ana Kovač").lower(), "russian")
    assert claims.linked(claim) == {"CLAIMANT": ["Ana Kovač"]}
    press("f", "russian")
    assert claims.asked
    option = next(o for o in claims.fill.picker._all if o.letter)
    slot = claims.fill.asked.name
    press(option.letter, "russian")
    assert claims.span(claim).attributes[slot] == option.value


def test_selected_words_are_tagged_and_linked_in_link_mode(claims, window):
    claim = claims.tag(FALL, "C")
    window.press("1")
    window.select("Critics")
    press("a", "greek")
    assert claims.linked(claim) == {"CLAIMANT": ["Critics"]}


def test_modifiers_punctuation_and_signs_keep_their_places(claims, window):
    span = claims.tag("Split", "L")
    end = claims.span(span).end
    press(".", "arabic")
    assert claims.span(span).end > end
    press(",", "russian")
    assert claims.span(span).end == end
    press("z", "russian", CTRL)  # Ctrl+Я: nothing else in the window knows it
    assert claims.span(span).end > end
    press("/", "hindi", SHIFT, text="\u095f")
    assert window.bench.ask.asked[-1][0] == "show_help"


def test_a_held_key_repeats_only_what_may_repeat(claims, window):
    claims.tag("Critics", "A")
    claims.tag("Split", "A")
    press("[", "russian", repeat=True)  # х
    window.select("Zagreb")
    press("l", "russian", repeat=True)
    assert ("LOCATION", "Zagreb") not in labels(window)


def test_plain_letters_act_in_the_article_only(claims, window):
    window.select("Critics")
    window.press("Ctrl+1")
    press("a", "russian")
    assert not window.view.spans
    window.press("Ctrl+F")
    press("a", "russian")
    assert window.bench.queue.words() == "ф"
    assert not window.view.spans


def test_the_key_editor_notes_the_key_at_its_place():
    assert chord(event("b", "russian", CTRL)) == "Ctrl+B"
    assert chord(event("b", "greek")) == "B"
    assert chord(event("/", "hindi", SHIFT)) == "?"


def test_a_key_that_writes_ascii_is_what_it_writes():
    dvorak = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_O, PLAIN, EVDEV["s"] + 8, 0, 0, "o")
    assert (typed(dvorak), chords(dvorak)) == ("o", ())
    full_stop = event("/", "russian")  # "." in Russian
    assert (typed(full_stop), chords(full_stop)) == (".", ())


def test_a_key_without_a_known_place_is_what_it_writes():
    remote = QKeyEvent(QEvent.Type.KeyPress, 0x0421, PLAIN, 0, 0, 0, "с")
    assert (typed(remote), chords(remote)) == ("с", ())
    arrow = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, PLAIN, 113, 0, 0, "")
    assert (typed(arrow), chords(arrow)) == ("", ())


@pytest.mark.parametrize(
    ("platform", "scan", "virtual", "sign"),
    [
        ("xcb", 54, 0x6D3, "c"),
        ("wayland", 60, 0x6C0, "."),
        ("windows", 0x2E, 0x43, "c"),
        ("windows", 0x33, 0xBC, ","),
        ("windows", 0x14, 0x46, "f"),  # Dvorak's letter is known there
        ("windows", 0x03, 0x32, "2"),
        ("cocoa", 1, 8, "c"),
        ("cocoa", 1, 47, "."),
        ("cocoa", 1, 10, ""),  # the key that only ISO keyboards have
        ("cocoa", 1, 123, ""),
    ],
)
def test_places_on_each_platform(platform, scan, virtual, sign):
    assert sign_at(scan, virtual, platform=platform) == sign


def test_all_letters_and_digits_have_a_place_on_a_mac():
    assert set("abcdefghijklmnopqrstuvwxyz0123456789[],./;'") <= set(key_places._MAC.values())
