"""Where projects, settings, logs and pipelines lie by default; nothing is created at import.

``PRESSMARK_HOME`` names one folder that holds all of them instead (tests, portable use).
"""

from __future__ import annotations

import os
from pathlib import Path

_APP = "Pressmark"


def _home() -> Path | None:
    value = os.environ.get("PRESSMARK_HOME", "")
    return Path(value).expanduser().absolute() if value else None


def projects_dir() -> Path:
    """Return the default folder for new projects."""
    home = _home()
    if home:
        return home / "projects"
    from platformdirs import user_documents_path

    return user_documents_path() / _APP


def settings_file() -> Path:
    """Return the settings file."""
    home = _home()
    if home:
        return home / "settings.json"
    from platformdirs import user_config_path

    return user_config_path(_APP, appauthor=False) / "settings.json"


def log_dir() -> Path:
    """Return the folder for log files."""
    home = _home()
    if home:
        return home / "logs"
    from platformdirs import user_log_path

    return user_log_path(_APP, appauthor=False)


def pipelines_dir() -> Path:
    """Return the folder where pipelines that a person adds are looked for."""
    home = _home()
    if home:
        return home / "pipelines"
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False) / "pipelines"


def mappings_dir() -> Path:
    """Return the folder where mappings of annotations by other programs are kept for the next import."""
    home = _home()
    if home:
        return home / "mappings"
    from platformdirs import user_data_path

    return user_data_path(_APP, appauthor=False) / "mappings"
