"""The language of the interface: which one, its catalogues, and numbers and dates as that language writes them.

English is the language of the sources and needs no catalogue, so that nothing is read before its first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from annotation_schema import wording
from annotation_schema.wording import mark
from desktop.core.resources import resource_path

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QTranslator
    from PySide6.QtGui import QGuiApplication

SOURCE = "en"
CATALOGUES = ("core", "window")
"""Files in ``resources/translations`` as ``<name>_<language>.qm``."""

_KEYS = (
    mark("QShortcut", "Ctrl"), mark("QShortcut", "Shift"), mark("QShortcut", "Alt"), mark("QShortcut", "Meta"),
    mark("QShortcut", "Return"), mark("QShortcut", "Enter"), mark("QShortcut", "Esc"), mark("QShortcut", "Tab"),
    mark("QShortcut", "Del"), mark("QShortcut", "Backspace"), mark("QShortcut", "Space"), mark("QShortcut", "Home"),
    mark("QShortcut", "End"), mark("QShortcut", "PgUp"), mark("QShortcut", "PgDown"), mark("QShortcut", "Left"),
    mark("QShortcut", "Right"), mark("QShortcut", "Up"), mark("QShortcut", "Down"),
)  # fmt: skip
"""Keys as Qt writes them in menus: called there as on the key caps that we paint, so not left to Qt's catalogue."""
_loaded: list[QTranslator] = []


def languages() -> list[str]:
    """Return the codes of all languages that there are catalogues for, and English."""
    found = {f.stem.rsplit("_", 1)[1] for f in resource_path("translations").glob("*_*.qm")}
    return sorted(found | {SOURCE})


def language_for(setting: str, wanted: list[str] | None = None) -> str:
    """Return the code for a setting; "system" is the first language there that ``wanted`` (of the system) names."""
    if setting != "system":
        return setting
    names = QLocale.system().uiLanguages() if wanted is None else wanted
    codes = [name.split("-")[0].split("_")[0] for name in names]
    if not codes or codes[0] in (SOURCE, "C"):
        return SOURCE  # without a look at the folder
    there = languages()
    return next((c for c in codes if c in there), SOURCE)


def take(app: QGuiApplication, setting: str) -> str:
    """Let the whole interface speak a language, from the next sentence on; returns its code."""
    code = language_for(setting)
    for old in _loaded:
        app.removeTranslator(old)
    _loaded.clear()
    if code == SOURCE:
        wording.install()
    else:
        from PySide6.QtCore import QLibraryInfo

        folder = str(resource_path("translations"))
        _load(app, f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for name in CATALOGUES:
            _load(app, f"{name}_{code}", folder)
        wording.install(_translate)
    locale = _locale(code)
    QLocale.setDefault(locale)
    # English needs no look at directions, for which PySide makes all enums of Qt: 14 ms before the first paint.
    if (code != SOURCE or app.isRightToLeft()) and app.layoutDirection() != locale.textDirection():
        app.setLayoutDirection(locale.textDirection())
    return code


def _load(app: QGuiApplication, name: str, folder: str) -> None:
    from PySide6.QtCore import QTranslator

    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
        _loaded.append(translator)


def _translate(context: str, source: str, n: int) -> str:
    return QCoreApplication.translate(context, source, None, n)


def _locale(code: str) -> QLocale:
    """Return the system's own kind of the language if it speaks it (Austrian dates, British dates), else the usual."""
    system, plain = QLocale.system(), QLocale(code)
    return system if system.language() == plain.language() else plain


def number(value: float, digits: int = -1) -> str:
    """Return a number with the language's separators; ``digits`` after the decimal sign, -1: a whole number."""
    return QLocale().toString(round(value)) if digits < 0 else QLocale().toString(float(value), "f", digits)


def day(value: date) -> str:
    """Return a date in its short form."""
    from PySide6.QtCore import QDate

    return QLocale().toString(QDate(value.year, value.month, value.day), QLocale.FormatType.ShortFormat)


def one_of(words: list[str]) -> str:
    """Return “a, b or c”."""
    if len(words) < 2:
        return "".join(words)
    return wording.translate("Words", "{words} or {last}").format(words=", ".join(words[:-1]), last=words[-1])
