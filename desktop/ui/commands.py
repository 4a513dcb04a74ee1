"""Palette, keys, settings and guidelines of one window: what is imported only when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStyle, QWidget

from desktop.core.actions import MOTIONS, ActionSpec
from desktop.core.settings import Settings
from desktop.core.shortcuts import label_keys
from desktop.ui.article.keys import motion_keys
from desktop.ui.widgets import key_words

if TYPE_CHECKING:
    from desktop.ui.guidelines import Guidelines
    from desktop.ui.palette.palette import Palette
    from desktop.ui.workbench import Workbench


class Commands(QObject):
    """Belongs to one workbench; ``table`` gives its handlers by action id."""

    def __init__(self, bench: Workbench) -> None:
        """Open nothing yet."""
        super().__init__(bench)
        self._bench = bench
        self.palette: Palette | None = None
        self.guidelines: Guidelines | None = None
        self.restarting: list[str] | None = None  # arguments with which ``desktop.app`` is to start again

    def table(self) -> Mapping[str, Callable[[], object]]:
        """Return the handlers of ``commands_table``."""
        return {
            "palette.open": self.open_palette,
            "settings.open": self.open_settings,
            "settings.keys": self.open_keys,
            "help.guidelines": self.open_guidelines,
        }

    def open_palette(self) -> None:
        """Open the palette over the window, or close it if it is open."""
        from desktop.ui.palette.palette import Palette

        if self.palette is None:
            self.palette = Palette(self._bench)
        if self.palette.isVisible():
            self.palette.dismiss()
        else:
            self.palette.open()

    def open_settings(self) -> None:
        """Open the settings; what is chosen there applies at once."""
        self._bench.ask.show_settings(self._bench)

    def open_keys(self) -> None:
        """Open the list of keys."""
        self._bench.ask.show_keys(self._bench)

    def open_guidelines(self) -> None:
        """Show what the current item's label means beside the article, or of all labels without one."""
        from desktop.ui.guidelines import Guidelines

        bench = self._bench
        if bench.project is None:
            return
        page = self.guidelines
        if page is None:
            page = self.guidelines = Guidelines(bench.window, bench.look, bench.focus_article)
        item = bench.pane.current_item()
        page.open(bench.project.schema, item.label if item is not None else "")

    def restart(self) -> None:
        """Close the window and start the program again; everything is saved."""
        project = self._bench.project
        self.restarting = ["open", str(project.path)] if project is not None else ["open"]
        self._bench.window.close()

    def close(self) -> None:
        """Close what shows the project, which is about to close."""
        if self.palette is not None:
            self.palette.project_closes()
        if self.guidelines is not None:
            self.guidelines.hide()

    # --- settings that show at once ----------------------------------------------------------

    def apply(self, chosen: Settings) -> None:
        """Keep other settings and show them at once wherever they show."""
        bench, old = self._bench, self._bench.settings
        bench.change_settings(chosen)
        if chosen.appearance.theme != old.appearance.theme:
            bench.look.choose(chosen.appearance.theme)
        if chosen.appearance.zoom != old.appearance.zoom:
            bench.set_zoom(chosen.appearance.zoom)
        self.show_reading()
        if chosen.keys != old.keys:
            bench.rebuild_actions()
            bench.update_actions()
        bench.handlers.show_checks()

    def show_reading(self) -> None:
        """Give the article its typeface, length of line and motion."""
        look, pane = self._bench.settings.appearance, self._bench.pane
        pane.set_reading_face(look.font, look.measure)
        pane.set_reduced_motion(look.motion == "off" or (look.motion == "system" and system_reduces_motion(pane)))

    def show_keys(self, specs: Sequence[ActionSpec]) -> None:
        """Tell the parts that know keys themselves which they are."""
        by_id = {s.id: s.shortcuts for s in specs}
        kinds = ((f"{kind}.{name}", name, kind == "extend") for name in MOTIONS for kind in ("move", "extend"))
        self._bench.pane.set_motion_keys(motion_keys((name, extend, by_id[i]) for i, name, extend in kinds))
        keys = label_keys(specs)
        self._bench.controller.label_keys = keys
        self._bench.cards.show_label_keys(keys)
        search = by_id["edit.search"]
        self._bench.queue.show_search_key(key_words(search[0]) if search else "")


def system_reduces_motion(widget: QWidget) -> bool:
    """Say whether the system asks for no animations."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0
