"""Settings: only what differs is written, a broken file is set aside, unknown keys survive."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.core import settings
from desktop.core.settings import Appearance, Settings, Work


def test_only_what_differs_is_written(tmp_path):
    file = tmp_path / "deep" / "settings.json"
    settings.save(Settings(), file)
    assert json.loads(file.read_text("utf-8")) == {"version": 2}
    chosen = Settings(appearance=Appearance(theme="dark", zoom=120), work=Work(annotator="Ana"))
    settings.save(chosen, file)
    assert json.loads(file.read_text("utf-8")) == {
        "version": 2,
        "appearance": {"theme": "dark", "zoom": 120},
        "work": {"annotator": "Ana"},
    }
    assert settings.load(file) == settings.Loaded(chosen)
    assert [p.name for p in file.parent.iterdir()] == ["settings.json"]


def test_no_file_means_defaults(tmp_path):
    assert settings.load(tmp_path / "none.json") == settings.Loaded(Settings())


def test_a_broken_file_is_set_aside_and_told(tmp_path):
    file = tmp_path / "settings.json"
    for content in (b"{ not json", b"[1]", b"\xff\xfe\x00"):
        file.write_bytes(content)
        loaded = settings.load(file)
        assert loaded.settings == Settings()
        assert "could not be read" in loaded.problem
        assert not file.exists()
        assert (tmp_path / "settings.json.broken").read_bytes() == content


def test_wrong_values_become_defaults_and_numbers_are_kept_in_range():
    data = {
        "appearance": {"theme": "pink", "zoom": 9000, "motion": "sideways"},
        "work": {"annotator": 7, "reopen_last": False, "else": 1},
        "places": {"recent": ["/a", "/b"]},
    }
    found = settings.from_dict(data)
    assert found.appearance == Appearance(theme="system", zoom=300)
    assert found.work == Work(reopen_last=False)
    assert found.places.recent == ("/a", "/b")


def test_what_a_newer_version_wrote_is_kept():
    found = settings.from_dict({"version": 1, "link_mode": {"letters": "asdf"}})
    assert settings.to_dict(found)["link_mode"] == {"letters": "asdf"}


def test_a_file_of_the_first_version_is_brought_up_to_date():
    found = settings.from_dict({"version": 1, "appearance": {"reduced_motion": True, "zoom": 120}})
    assert found.appearance == Appearance(motion="off", zoom=120)
    assert settings.from_dict({"version": 1, "appearance": {"reduced_motion": False}}) == Settings()
    assert settings.from_dict({"version": 1, "appearance": 7}) == Settings()


def test_keys_are_kept_by_action_and_nonsense_among_them_is_left_out():
    chosen = Settings(keys={"edit.undo": ("Ctrl+U", "F9"), "file.quit": ()})
    written = settings.to_dict(chosen)
    assert written["keys"] == {"edit.undo": ["Ctrl+U", "F9"], "file.quit": []}
    assert settings.from_dict(written) == chosen
    assert settings.from_dict({"keys": {"a": "Ctrl+A", "b": ["B", 3], "c": None}}).keys == {"b": ("B",)}
    assert settings.from_dict({"keys": [1]}).keys == {}


def test_a_value_is_put_by_its_spec_or_refused():
    spec = next(s for s in settings.SPECS if s.key == "appearance.measure")
    assert spec.value(spec.put(Settings(), 900)) == 120
    with pytest.raises(ValueError, match="cannot be"):
        spec.put(Settings(), "wide")
    assert {s.group for s in settings.SPECS} - {""} == set(settings.GROUPS)


def test_recent_projects_newest_first_without_doubles():
    found = Settings()
    for n in range(12):
        found = found.with_recent(Path(f"/p/{n}"))
    found = found.with_recent(Path("/p/9"))
    assert found.places.recent[:3] == ("/p/9", "/p/11", "/p/10")
    assert len(found.places.recent) == settings.RECENT_LIMIT
    assert "/p/9" not in found.without_recent(Path("/p/9")).places.recent


def test_every_setting_has_its_spec():
    keys = {s.key for s in settings.SPECS}
    named = {
        f"{section}.{field}"
        for section, kind in (("appearance", Appearance), ("work", Work), ("places", settings.Places))
        for field in kind.__dataclass_fields__
    }
    assert keys == named
