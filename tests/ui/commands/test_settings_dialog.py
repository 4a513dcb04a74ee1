"""Settings: made from their table, in force at once, taken back; the start survives a broken file."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QSlider

from desktop import app as composition
from desktop.core import paths, settings
from desktop.core.settings import SPECS, Settings
from desktop.ui.settings_dialog.controls import Choices, Slide, Switch, serif_families
from desktop.ui.settings_dialog.dialog import Doors, SettingsDialog


@pytest.fixture
def dialog(window, qtbot):
    bench = window.bench
    made = SettingsDialog(
        window.window, Doors(lambda: bench.settings, bench.commands.apply, lambda: None, bench.commands.restart)
    )
    qtbot.addWidget(made)
    return made


def step(control):
    """A slider that is not shown does not hear keys."""
    control.slider.triggerAction(QSlider.SliderAction.SliderSingleStepAdd)


def test_every_setting_with_a_page_has_a_control_with_a_name(dialog):
    assert set(dialog.controls) == {s.key for s in SPECS if s.group}
    for kind in (QSlider, QComboBox, QLineEdit, QRadioButton):
        assert all(w.accessibleName() for w in dialog.findChildren(kind) if not w.objectName().startswith("qt_"))


def test_each_control_shows_and_changes_its_setting_at_once(dialog, window):
    for key, control in dialog.controls.items():
        spec = control.spec
        before = spec.value(window.bench.settings)
        if isinstance(control, Switch):
            QTest.keyClick(control.box, Qt.Key.Key_Space)
        elif isinstance(control, Choices):
            next(b for v, b in control.buttons.items() if v != before).setChecked(True)
        elif isinstance(control, Slide):
            step(control)
        elif key == "work.annotator":
            control.field.setText(" Ana ")
            control.field.editingFinished.emit()
        else:
            continue
        after = spec.value(window.bench.settings)
        assert after != before, key
        assert spec.value(settings.load(paths.settings_file()).settings) == after
    assert window.bench.settings.work.annotator == "Ana"


def test_the_article_follows_size_measure_and_typeface(dialog, window):
    pane = window.pane
    size, width = pane.reading_size, pane.page_layout.width
    step(dialog.controls["appearance.zoom"])
    assert pane.reading_size == round(17 * 1.1) > size
    dialog.controls["appearance.measure"].slider.setValue(40 // 5)
    assert pane.page_layout.width < width
    window.bench.commands.apply(
        settings.replace(
            window.bench.settings,
            appearance=settings.replace(window.bench.settings.appearance, font="Inter"),
        )
    )
    assert pane._typography.body.families()[0] == "Inter"
    assert pane.reading_size == round(17 * 1.1)


def test_motion_and_theme_follow(dialog, window):
    dialog.controls["appearance.motion"].buttons["off"].setChecked(True)
    assert window.pane.reduced_motion
    dialog.controls["appearance.motion"].buttons["on"].setChecked(True)
    assert not window.pane.reduced_motion
    dialog.controls["appearance.theme"].buttons["dark"].setChecked(True)
    assert window.bench.look.theme.dark
    assert window.bench.actions["view.theme-dark"].isChecked()


def test_changes_are_taken_back_and_defaults_come_back(dialog, window):
    before = window.bench.settings
    dialog.controls["appearance.theme"].buttons["dark"].setChecked(True)
    QTest.keyClick(dialog.controls["work.trim_quotes"].box, Qt.Key.Key_Space)
    assert dialog._undo.isEnabled()
    dialog._undo.click()
    assert window.bench.settings == before
    assert not window.bench.look.theme.dark
    dialog._defaults()
    shown = [s for s in SPECS if s.group]
    assert all(s.value(window.bench.settings) == s.value(Settings()) for s in shown)
    assert window.bench.settings.places == before.places


def test_the_interfaces_size_offers_a_restart(dialog, window):
    assert dialog._restarts["appearance.scale"].isHidden()
    step(dialog.controls["appearance.scale"])
    assert window.bench.settings.appearance.scale == 125
    assert not dialog._restarts["appearance.scale"].isHidden()
    dialog._restarts["appearance.scale"].click()
    assert window.bench.commands.restarting == ["open", str(window.session.options.project)]
    assert window.bench.project is None  # closed


def test_the_factor_is_handed_to_qt_unless_the_environment_has_one(monkeypatch):
    monkeypatch.delenv(composition.SCALE, raising=False)
    assert not composition.take_scale(100)
    assert composition.SCALE not in os.environ
    assert composition.take_scale(150)
    assert os.environ[composition.SCALE] == "1.5"
    assert not composition.take_scale(200)
    assert os.environ[composition.SCALE] == "1.5"
    monkeypatch.delenv(composition.SCALE)


def test_a_typeface_that_is_not_here_stays_chosen(window, qtbot):
    bench = window.bench
    look = settings.replace(bench.settings.appearance, font="No Such Face")
    bench.commands.apply(settings.replace(bench.settings, appearance=look))
    made = SettingsDialog(window.window, Doors(lambda: bench.settings, bench.commands.apply, print, print))
    qtbot.addWidget(made)
    assert "not on this machine" in made.controls["appearance.font"].combo.currentText()
    assert bench.settings.appearance.font == "No Such Face"
    assert all("Sans" not in f for f in serif_families())


def test_a_broken_file_is_kept_aside_and_said(start, home, project_file):
    paths.settings_file().write_text("{ not json")
    driver = start(project_file)
    assert any("could not be read" in m for m in driver.bench.notices.messages())
    assert paths.settings_file().with_name("settings.json.broken").read_text() == "{ not json"
