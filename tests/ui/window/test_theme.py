"""Themes: every role is there, text is readable on every ground, the style sheet has no holes."""

from __future__ import annotations

import re
import tomllib

import pytest

from desktop.core.resources import default_schema, resource_path
from desktop.ui.theme import contrast, load_theme, read_plain, readable, style_sheet

NAMES = ("light", "dark")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "soft") for ground in ("paper", "panel", "card", "hover")),
    *((ink, ground) for ink in ("accent", "ok", "warn", "danger") for ground in ("paper", "panel", "card")),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("ink", "accent-pale"),
    ("ink", "warn-ground"),
    ("ink", "danger-ground"),
    ("on-hint", "hint"),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_is_readable(name, ink, ground):
    theme = load_theme(name)
    assert contrast(theme[ink], theme[ground]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ground", ["panel", "card", "paper"])
def test_borders_that_carry_meaning_are_seen(name, ground):
    theme = load_theme(name)
    assert contrast(theme["edge"], theme[ground]) >= 3
    assert contrast(theme["accent"], theme[ground]) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_readable_on_their_tint_and_on_cards(name):
    theme = load_theme(name)
    for label in default_schema().labels:
        colours = theme.of(label)
        assert contrast(colours.ink, colours.tint) >= 4.5, label.name
        assert contrast(colours.ink, theme["card"]) >= 4.5, label.name
        assert contrast(theme["ink"], colours.tint) >= 4.5, label.name


def test_both_themes_have_the_same_roles():
    assert load_theme("light").roles.keys() == load_theme("dark").roles.keys()


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_has_no_holes_and_names_files_that_exist(name):
    text = style_sheet(load_theme(name))
    assert "$" not in text
    for url in re.findall(r"url\(([^)]+)\)", text):
        assert resource_path("icons", url.rsplit("/", 1)[1]).is_file()
    assert set(re.findall(r"#[0-9a-f]{6}\b", text)) <= set(load_theme(name).roles.values())


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.005)


def test_readable_changes_only_what_must_change():
    assert readable("#1f5fa8", "#ffffff", False) == "#1f5fa8"
    darker = readable("#ffcc66", "#ffffff", False)
    assert contrast(darker, "#ffffff") >= 4.5


def test_faces_and_licences_are_shipped():
    names = {p.name for p in resource_path("fonts").iterdir()}
    assert {"Inter-OFL.txt", "NotoSerif-OFL.txt"} <= names
    assert sum(p.stat().st_size for p in resource_path("fonts").iterdir()) <= 4_000_000


def test_changing_the_theme_repaints_the_window(window):
    before = window.window.grab().toImage()
    window.bench.actions["view.theme-dark"].trigger()
    after = window.window.grab().toImage()
    assert before.pixelColor(5, 5).lightness() > 200
    assert after.pixelColor(5, 5).lightness() < 60
    middle = window.pane.mapTo(window.window, window.pane.rect().center())
    assert after.pixelColor(middle).lightness() < 100
    assert window.bench.settings.appearance.theme == "dark"
    assert window.bench.actions["view.theme-dark"].isChecked()
    assert not window.bench.actions["view.theme-light"].isChecked()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_is_read_as_by_the_library(name):
    text = resource_path("themes", f"{name}.toml").read_text("utf-8")
    whole = tomllib.loads(text)
    read = read_plain(text)
    assert read["colours"] == whole["colours"]
    assert read["roles"] == whole["roles"]
    assert read[""] == {"name": name, "title": whole["title"], "dark": str(whole["dark"]).lower()}
    with pytest.raises(ValueError, match="line 1"):
        read_plain("size = 3")
