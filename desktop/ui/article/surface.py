"""What the article shows besides text and marks: letters to press, links of the current item, findings, the past.

All of it is given by the window and drawn from the places of the moment; it changes no layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotation_schema.offsets import display_surface
from annotation_schema.schema import LabelSchema
from annotation_schema.wording import translate
from desktop.core.view import ArticleView
from desktop.ui.article import beyond, hints, links, lint
from desktop.ui.article.banner import Banner
from desktop.ui.article.colours import ArticleColours
from desktop.ui.article.marks import Mark
from desktop.ui.article.page import ArticlePage
from desktop.ui.article.painter import Scene
from desktop.ui.article.text_layout import ArticleLayout
from desktop.ui.mirroring import flip

_SHORT = 40


class ArticleSurface(ArticlePage):
    """See the module."""

    hint_clicked = Signal(object)  # int: the item whose letter was clicked
    lint_clicked = Signal(int)  # position of the gravest finding of the line

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing of it."""
        super().__init__(parent)
        self._hints: dict[int, str] = {}
        self._links = links.Links()
        self._lint = lint.LintMarks()
        self._look = links.LinkView()
        self._frozen = False
        self._banner = Banner(self)

    def set_view(self, view: ArticleView | None, schema: LabelSchema | None = None) -> None:
        """Show an article, or nothing; another article has no hints, links and findings yet."""
        if view is None or self._view is None or not self._same_text(self._view, view):
            self._hints, self._links, self._lint = {}, links.Links(), lint.LintMarks()
        super().set_view(view, schema)

    def _repaint_marks(self, marks: Iterable[Mark | int]) -> None:
        """Paint all anew where links are shown, which reach anywhere, or letters, which make room for each other."""
        marks = list(marks)
        shown = [self._current, *(one if isinstance(one, int) else one.id for one in marks)]
        if marks and (self._hints or any(self._links.of(item) for item in shown)):
            self.viewport().update()
        else:
            super()._repaint_marks(marks)

    def set_palette(self, colours: ArticleColours) -> None:
        """Take the theme's colours."""
        super().set_palette(colours)
        self._banner.set_colours(colours)

    # Link hints

    def set_hints(self, letters: Mapping[int, str]) -> None:
        """Show a letter on each of these items; those off screen show theirs when they come into view."""
        self._hints = dict(letters)
        self.viewport().update()

    def clear_hints(self) -> None:
        """Show no letters."""
        if self._hints:
            self._hints = {}
            self.viewport().update()

    @property
    def hints(self) -> Mapping[int, str]:
        """The letters that are set, by item."""
        return dict(self._hints)

    def badges(self) -> list[hints.Badge]:
        """Return the letters on screen and their places in the viewport."""
        if not self._hints or self._layout is None or not self._layout.pieces:
            return []
        left, top = self._column_left(), float(self.verticalScrollBar().value())
        return hints.place(self._layout, self._marks, self._hints, QRectF(self.viewport().rect()), left, top)

    # Links

    def set_links(self, all_links: Sequence[tuple[int, int, str]]) -> None:
        """Take the links of the article as (source, target, role in words); shown for the current item only."""
        changed = links.Links(all_links)
        if changed != self._links:
            self._links = changed
            self.viewport().update()

    def linked_items(self, item: int | None = None) -> list[links.Partner]:
        """Return the items at the other ends of an item's links, or of the current one's, with the role."""
        return list(self._links.of(self._current if item is None else item))

    def links_from(self, item: int) -> list[links.Partner]:
        """Return the targets of the links that start at an item, with the role."""
        return list(self._links.from_source(item))

    def off_screen_links(self) -> list[links.Beyond]:
        """Return the ends of the current item's links that are not on screen, and where they are."""
        return list(self._look_now().beyond)

    def jump_to(self, item: int) -> None:
        """Bring an item into view; the current item and the caret stay what they are."""
        mark = self._marks.by_id.get(item)
        if mark is not None:
            self.ensure_visible(mark.fragments[0].start, mark.fragments[0].end, animated=True)

    def _look_now(self) -> links.LinkView:
        if self._layout is None or not self._links.of(self._current):
            return links.LinkView()
        top = float(self.verticalScrollBar().value())
        return self._look_between(self._layout, top, top + self.viewport().height())

    def _look_between(self, layout: ArticleLayout, top: float, bottom: float) -> links.LinkView:
        edge = self._column_left() + layout.width
        right = edge if layout.mirrored else self.viewport().width() - self._column_left()
        return links.look(layout, self._marks, self._links, self._current, top, bottom, right)

    def signs(self) -> list[beyond.Sign]:
        """Return the signs for ends of links off screen, and their places in the viewport."""
        return self._signs_of(self._look_now())

    def _signs_of(self, look: links.LinkView) -> list[beyond.Sign]:
        if not look.beyond or self._layout is None:
            return []
        area = QRectF(self.viewport().rect())
        right = self._column_left() + self._layout.width
        if not self._layout.mirrored:
            return beyond.place(self._typography, look.beyond, self._name_of_end, area, right)
        signs = beyond.place(self._typography, look.beyond, self._name_of_end, area, area.width() - self._column_left())
        return [replace(s, rect=flip(s.rect, area)) for s in signs]

    def _name_of_end(self, end: links.Beyond) -> str:
        words = self.words_of(end.item)
        return f"{end.role}: {words}" if end.role else words

    def words_of(self, item: int, most: int = _SHORT) -> str:
        """Return an item's words, shortened."""
        mark = self._marks.by_id.get(item)
        if mark is None:
            return ""
        words = " ".join(display_surface(self.text, mark.fragments).split())
        return words if len(words) <= most else words[: most - 1].rstrip() + "…"

    def label_title(self, label: str) -> str:
        """Return a label in the schema's words."""
        found = self._schema.label(label) if self._schema is not None else None
        return found.title if found is not None else label

    # Findings

    def set_lint_marks(self, findings: Sequence[tuple[int, str, str]]) -> None:
        """Mark lines in the right margin: (position, sentence, "error" | "warning" | "info") each.

        Raises ValueError for another severity.
        """
        found = lint.LintMarks(findings)
        if found or self._lint:
            self.viewport().update()
        self._lint = found

    def lint_spots(self) -> list[lint.Spot]:
        """Return the marks beside the lines on screen, in the column's coordinates."""
        if self._layout is None:
            return []
        top = float(self.verticalScrollBar().value())
        return self._lint.spots(self._layout, top, top + self.viewport().height())

    def _lint_at(self, point: QPointF) -> lint.Spot | None:
        x, y = point.x() - self._column_left(), point.y() + self.verticalScrollBar().value()
        return next((s for s in self.lint_spots() if s.area.contains(x, y)), None)

    # The past

    @property
    def frozen(self) -> bool:
        """Whether the article is shown as it was."""
        return self._frozen

    def set_frozen(self, frozen: bool, words: str = "") -> None:
        """Show a strip with ``words`` above the article and no caret, or the article as it is now."""
        self._frozen = frozen
        self._banner.set_words(words or translate("Article", "The article as it was"))
        self._banner.setVisible(frozen)
        self.setViewportMargins(0, Banner.HEIGHT if frozen else 0, 0, 0)
        self._place_banner()
        self.viewport().update()

    def _place_banner(self) -> None:
        self._banner.setGeometry(0, 0, self.width(), Banner.HEIGHT)

    # Pointing

    def tip_at(self, point: QPointF) -> str:
        """Return what is said about a point of the viewport: a finding, or an end of a link; else nothing."""
        sign = next((s for s in self.signs() if s.rect.contains(point)), None)
        if sign is not None:
            return sign.tip
        spot = self._lint_at(point)
        return spot.words if spot is not None else ""

    def press_above(self, point: QPointF) -> bool:
        """Answer a click on a letter, a sign or a finding; return whether there was one."""
        badge = next((b for b in reversed(self.badges()) if b.rect.contains(point)), None)
        if badge is not None:
            self.hint_clicked.emit(badge.item)
            return True
        sign = next((s for s in self.signs() if s.rect.contains(point)), None)
        if sign is not None:
            self.jump_to(sign.items[0])
            return True
        spot = self._lint_at(point)
        if spot is not None:
            worst = next(f for f in spot.findings if f.severity == spot.severity)
            self.lint_clicked.emit(worst.position)
            return True
        return False

    # Drawing and events

    def _scene(self, layout: ArticleLayout, top: float, bottom: float) -> Scene:
        self._look = self._look_between(layout, top, bottom)
        return Scene(
            self._marks,
            self._current,
            self._caret.selection,
            None if self._frozen else self._caret.position,
            self._caret.upstream,
            self.hasFocus(),
            self._byline,
            self._look.ends,
            self._look.wires,
        )

    def _paint_above(self, painter: QPainter, layout: ArticleLayout) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # sides are said outright here
        if self._lint:
            painter.save()
            painter.translate(self._column_left(), -self.verticalScrollBar().value())
            lint.draw(painter, layout, self._colours, self.lint_spots())
            painter.restore()
        if self._look.beyond:
            beyond.draw(painter, self._typography, self._colours, self._signs_of(self._look))
        if self._hints:
            hints.draw(painter, self._typography, self._colours, self.badges())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the words about a finding or an end of a link."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.tip_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strip as wide as the pane."""
        super().resizeEvent(event)
        self._place_banner()
