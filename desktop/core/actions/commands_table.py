"""Actions on commands themselves: palette, shortcuts, settings, guidelines."""

from __future__ import annotations

from desktop.core.actions.spec import ActionSpec, Group, always, anywhere, in_article, with_project

COMMAND_ACTIONS: tuple[ActionSpec, ...] = (
    anywhere(
        "palette.open", "Find a command, label, value or article…", Group.EDIT, "Ctrl+K", always, "Type a part of it"
    ),
    anywhere(
        "settings.open", "Settings…", Group.EDIT, "Ctrl+,", always, "Look, reading, tagging, suggestions", br=True
    ),
    anywhere("settings.keys", "Change keys…", Group.EDIT, "", always, "Give commands other keys"),
    in_article("help.guidelines", "Guidelines of the label", Group.HELP, "G", with_project, "Definition and examples"),
)
