"""Actions on projects, panes, looks and help."""

from __future__ import annotations

from desktop.core.actions.spec import (
    ActionSpec,
    Group,
    always,
    anywhere,
    idle_project,
    in_article,
    no_task,
    with_project,
)

WINDOW_ACTIONS: tuple[ActionSpec, ...] = (
    anywhere("file.new", "New project…", Group.FILE, "Ctrl+Shift+N", no_task, "Make a project file"),
    anywhere("file.open", "Open project…", Group.FILE, "Ctrl+O", no_task, "Open a project file"),
    anywhere("file.sample", "Open sample project", Group.FILE, "", no_task, "Five short articles to try things on"),
    anywhere("file.import", "Import files…", Group.FILE, "Ctrl+I", idle_project, "Add articles from files", br=True),
    anywhere("file.import-as", "Import files as…", Group.FILE, "", idle_project, "Files that do not tell their format"),
    anywhere("file.import-folder", "Import folder…", Group.FILE, "", idle_project, "Add all text files of a folder"),
    anywhere("file.export", "Export…", Group.FILE, "Ctrl+E", idle_project, "Write a dataset"),
    anywhere("file.stop", "Stop the import or export", Group.FILE, "Ctrl+.", lambda c: c.task, "What is done stays"),
    anywhere("file.close", "Close project", Group.FILE, "", idle_project, br=True),
    anywhere("file.quit", "Quit", Group.FILE, "Ctrl+Q", always, "Everything is saved already"),
    anywhere("edit.undo", "Undo", Group.EDIT, "Ctrl+Z", lambda c: c.can_undo, "Take back the last step"),
    anywhere("edit.redo", "Redo", Group.EDIT, "Ctrl+Shift+Z Ctrl+Y", lambda c: c.can_redo, "Do it again"),
    in_article("edit.copy", "Copy", Group.EDIT, "Ctrl+C", lambda c: c.selection, "Copy the selected words", br=True),
    anywhere("edit.search", "Search articles", Group.EDIT, "Ctrl+F", with_project, "Words in title or text"),
    anywhere("view.queue", "Go to the queue", Group.VIEW, "Ctrl+1", with_project, "Then Enter opens an article"),
    anywhere("view.article", "Go to the article", Group.VIEW, "Ctrl+2", with_project),
    anywhere("view.cards", "Go to claims, actors, locations", Group.VIEW, "Ctrl+3", with_project),
    anywhere("view.next-pane", "Next pane", Group.VIEW, "F6", help="Queue, article, cards"),
    anywhere("view.previous-pane", "Previous pane", Group.VIEW, "Shift+F6"),
    anywhere("view.zoom-in", "Larger text", Group.VIEW, "Ctrl++ Ctrl+=", br=True),
    anywhere("view.zoom-out", "Smaller text", Group.VIEW, "Ctrl+-"),
    anywhere("view.zoom-reset", "Normal text", Group.VIEW, "Ctrl+0"),
    anywhere("view.theme-system", "Theme as the system", Group.VIEW, checkable=True, br=True),
    anywhere("view.theme-light", "Light theme", Group.VIEW, checkable=True),
    anywhere("view.theme-dark", "Dark theme", Group.VIEW, checkable=True),
    anywhere("view.menu", "Open the menu", Group.VIEW, "F10", br=True),
    anywhere("settings.reopen-last", "Open the last project at start", Group.FILE, checkable=True, br=True),
    anywhere("help.sheet", "Keys and commands", Group.HELP, "F1", help="This sheet; also ? in the article"),
    in_article("help.sheet-key", "Keys and commands (in the article)", Group.HELP, "?", always),
    anywhere("help.labels", "What the labels mean", Group.HELP, "", with_project, "Definitions and examples"),
    anywhere("help.logs", "Show the log folder", Group.HELP, "", always),
    anywhere("help.about", "About Pressmark", Group.HELP, "", always),
)
