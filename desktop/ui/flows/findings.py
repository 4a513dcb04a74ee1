"""What looks unfinished in the article: quiet marks in the margin, a list with fixes, and a word before it is done."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStackedLayout, QStyledItemDelegate, QStyleOptionViewItem

from annotation_schema.model import ArticleId
from annotation_schema.wording import mark, marked, translate
from desktop.core.lint import Linter
from desktop.core.lint_mark import LintMark, LintSeverity
from desktop.core.view import ArticleView
from desktop.ui.claims.panel import NOTES
from desktop.ui.flows.context_list import PAD, Index, paint_ground
from desktop.ui.flows.drawer import Drawer, Panel
from desktop.ui.flows.rows import Rows
from desktop.ui.mirroring import mirrored
from desktop.ui.theme import Look, Theme, ui_font
from desktop.ui.widgets import key_words, paint_key, soft_label

if TYPE_CHECKING:
    from desktop.ui.workbench import Workbench

REST_MS = 250
"""Nothing is looked for while the user is at it."""
SLICE_SECONDS = 0.004
"""Looking goes on for so long before keys have their turn."""
ROW_HEIGHT = 28
MARGIN = {LintSeverity.ERROR: "error", LintSeverity.WARNING: "warning", LintSeverity.HINT: "info"}
SPOKEN = {
    LintSeverity.ERROR: mark("Lists", "Error: {finding}"),
    LintSeverity.WARNING: mark("Lists", "Warning: {finding}"),
    LintSeverity.HINT: mark("Lists", "Hint: {finding}"),
}
RowRole = Qt.ItemDataRole.UserRole + 1


def _asks(mark: LintMark) -> bool:
    """Say whether something is missing that the user can be asked for at once."""
    return mark.fix is None and mark.relation is None and bool(mark.type or mark.attribute)


def _mends(mark: LintMark) -> str:
    """Return what F does about a finding; "" if nothing."""
    return mark.fix.words if mark.fix is not None else translate("Lists", "fill it in") if _asks(mark) else ""


class FindingModel(QAbstractTableModel):
    """The findings in text order."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.marks: tuple[LintMark, ...] = ()

    def set_marks(self, marks: tuple[LintMark, ...]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self.marks = marks
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of findings."""
        return 0 if parent.isValid() else len(self.marks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the finding, or its sentence."""
        if not index.isValid() or not 0 <= index.row() < len(self.marks):
            return None
        mark = self.marks[index.row()]
        if role == RowRole:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mends = _mends(mark)
            fix = f" F: {mends}." if mends else ""
            return marked("Lists", SPOKEN[mark.severity]).format(finding=mark.message) + fix
        return mark.message if role == Qt.ItemDataRole.DisplayRole else None


def paint_severity(painter: QPainter, centre: QPointF, severity: LintSeverity, theme: Theme) -> None:
    """Paint the same signs as in the article's margin: triangle, diamond, dot."""
    x, y, half = centre.x(), centre.y(), 4.5
    if severity is LintSeverity.ERROR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("danger"))
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - half), QPointF(x + half * 1.1, y + half), QPointF(x - half * 1.1, y + half)])
        )
    elif severity is LintSeverity.WARNING:
        painter.setPen(QPen(theme.color("warn"), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("soft"))
        painter.drawEllipse(centre, 2.5, 2.5)


class FindingDelegate(QStyledItemDelegate):
    """Paints sign, sentence, and the fix under its key."""

    def __init__(self, look: Look) -> None:
        """Build it for a theme."""
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one height."""
        return QSize(240, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one finding."""
        mark = index.data(RowRole)
        if not isinstance(mark, LintMark):
            return
        theme = self._look.theme
        rect = QRectF(option.rect)
        painter.save()
        painter = mirrored(painter, rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, option, theme)
        paint_severity(painter, QPointF(rect.left() + PAD + 6, rect.center().y()), mark.severity, theme)
        left, right = rect.left() + PAD + 22, rect.right() - PAD
        middle = Qt.AlignmentFlag.AlignVCenter
        sentence = QFontMetricsF(ui_font(13))
        mends = _mends(mark)
        if mends:
            small = QFontMetricsF(ui_font(11))
            room = max(60.0, right - left - sentence.horizontalAdvance(mark.message) - 56)
            words = small.elidedText(mends, Qt.TextElideMode.ElideRight, min(room, (right - left) * 0.45))
            width = small.horizontalAdvance(words)
            painter.setFont(ui_font(11))
            painter.setPen(theme.color("soft"))
            painter.drawText(QRectF(right - width, rect.top(), width + 1, rect.height()), middle, words)
            right -= width + 24
            paint_key(painter, right, rect.center().y(), key_words("F"), theme)
            right -= 10
        painter.setFont(ui_font(13))
        painter.setPen(theme.color("ink"))
        words = sentence.elidedText(mark.message, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRectF(left, rect.top(), right - left, rect.height()), middle, words)
        painter.restore()


class FindingPanel(Panel):
    """The list. ``finishing``: it is shown because the article was to be done."""

    def __init__(self, bench: Workbench) -> None:
        """Belong to a workbench."""
        super().__init__()
        self._bench = bench
        self.finishing = False
        self.model = FindingModel()
        self.rows = Rows(self.model, FindingDelegate(bench.look), ROW_HEIGHT, translate("Lists", "Findings"))
        self._empty = soft_label(translate("Lists", "Nothing looks unfinished in this article."))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)
        self.rows.left.connect(self.left)
        self.rows.entered.connect(self._go)
        self.rows.key.connect(self._pressed)
        self.rows.moved.connect(self._reveal)

    def show_marks(self, marks: tuple[LintMark, ...]) -> None:
        """List the findings; the row in the list stays."""
        if marks == self.model.marks:
            return
        row, had_focus = self.rows.row(), self.rows.hasFocus() or self.hasFocus()
        self.rows.blockSignals(True)
        self.model.set_marks(marks)
        self._stack.setCurrentWidget(self.rows if marks else self._empty)
        self.rows.go_to(max(0, row))
        self.rows.blockSignals(False)
        if had_focus:
            self.take_focus()
        self.changed.emit()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        (self.rows if self.model.marks else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def heading(self) -> str:
        """Return what it is."""
        if self.finishing and self.model.marks:
            return translate("Lists", "Not all is finished here")
        return translate("Lists", "Findings")

    def note(self) -> str:
        """Return how many there are, and how to finish all the same."""
        number = len(self.model.marks)
        if self.finishing:
            return (
                translate("Lists", "Ctrl+Enter finishes anyway")
                if number
                else translate("Lists", "Ctrl+Enter finishes the article")
            )
        return translate("Lists", "%Ln in this article|%Ln in this article", number) if number else ""

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys."""
        if not self.model.marks:
            return (("Esc", translate("Lists", "close")),)
        return (
            ("Return", translate("Lists", "go there")),
            ("F", translate("Lists", "mend")),
            ("Esc", translate("Lists", "close")),
        )

    def closing(self) -> None:
        """Forget that the article was to be done."""
        self.finishing = False

    def _mark(self) -> LintMark | None:
        row = self.rows.row()
        return self.model.marks[row] if 0 <= row < len(self.model.marks) else None

    def _reveal(self) -> None:
        mark = self._mark()
        if mark is not None and self.rows.hasFocus():
            self._bench.pane.ensure_visible(mark.at.start, mark.at.end, animated=True)

    def _go(self) -> None:
        """Make the span of the finding current and give the article the keyboard."""
        mark = self._mark()
        if mark is None:
            return
        if mark.span is not None:
            self._bench.controller.go_to(mark.span)
        else:
            self._bench.pane.set_caret(mark.at.start)
        self._bench.focus_article()

    def _pressed(self, key: str) -> None:
        mark = self._mark()
        if key != "F" or mark is None:
            return
        fix = mark.fix
        if fix is None and mark.span is None and mark.attribute:
            self._bench.cards.bring_to_front(NOTES)
            self._bench.cards.take_focus()
        elif fix is None and _asks(mark):
            self._go()
            self._bench.claims.fill.fill_named(mark.type or mark.attribute)
        elif fix is None:
            self._bench.status.show_hint(translate("Lists", "This one needs your judgement. Enter goes there."))
        elif self._bench.controller.do(lambda view, schema: fix):
            self._bench.controller.reload(mark.span)


class Findings(QObject):
    """Looks for findings once the user rests, and hands them to margin and list."""

    def __init__(self, bench: Workbench, drawer: Drawer) -> None:
        """Belong to a workbench."""
        super().__init__(bench)
        self._bench = bench
        self._drawer = drawer
        self.panel = FindingPanel(bench)
        self._seen: ArticleView | None = None
        self._asked: ArticleId | None = None
        self._linter = Linter()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._go_on)
        self._between = QTimer(self, interval=0, singleShot=True)
        self._between.timeout.connect(self._go_on)
        bench.controller.opened.connect(self._opened)
        bench.controller.shown.connect(self._changed)
        bench.pane.lint_clicked.connect(self._clicked)

    def _opened(self, _view: ArticleView | None) -> None:
        self._seen = None
        self._asked = None
        if self._drawer.panel is self.panel and self.panel.finishing:
            self._drawer.close_panel()
        self._rest.start()

    def _changed(self) -> None:
        if self._bench.controller.view is not self._seen:
            self._between.stop()
            self._rest.start()

    def _go_on(self) -> None:
        """Look for findings in slices, so that no key waits for them; what was found on a span before is kept."""
        c, project = self._bench.controller, self._bench.project
        if c.view is not None and project is not None and c.view is not self._seen:
            until = perf_counter() + SLICE_SECONDS
            if not self._linter.prepare(c.view, project.schema, lambda: perf_counter() >= until, rules=c.rules):
                self._between.start()
                return
        self.look()

    def look(self) -> tuple[LintMark, ...]:
        """Look for findings now and show them; return them."""
        self._rest.stop()
        self._between.stop()
        c, project = self._bench.controller, self._bench.project
        view = c.view
        if view is None or project is None:
            self.panel.show_marks(())
            return ()
        if view is not self._seen:
            marks = self._linter.look(view, project.schema, rules=c.rules)
            self._seen = view
            self.panel.show_marks(marks)
        if not c.in_past:
            self._bench.pane.set_lint_marks(
                [(m.position, m.message, MARGIN[m.severity]) for m in self.panel.model.marks]
            )
        return self.panel.model.marks

    def rules_changed(self) -> None:
        """Look again: what counts as a slip has changed."""
        self._seen = None
        self._rest.start()

    def show_list(self) -> None:
        """Show the list and give it the keyboard; from the list, close it."""
        if self._drawer.panel is self.panel and self.panel.rows.hasFocus():
            self._drawer.close_panel()
            return
        self.look()
        self._drawer.show_panel(self.panel)

    def _clicked(self, position: int) -> None:
        self.look()
        self._drawer.show_panel(self.panel)
        row = next((i for i, m in enumerate(self.panel.model.marks) if m.position >= position), 0)
        self.panel.rows.go_to(row)

    def holds_done(self) -> bool:
        """Say whether the article should not be done yet: something is open, and the user has not been told.

        Shows what is open; asked again for the same article it lets the user finish.
        """
        view = self._bench.controller.view
        if view is None or not self._bench.settings.work.confirm_done:
            return False
        told = self._asked == view.id and self._drawer.panel is self.panel and self.panel.finishing
        if told or all(m.severity is LintSeverity.HINT for m in self.look()):
            if self._drawer.panel is self.panel:
                self._drawer.close_panel()
            return False
        self._asked = view.id
        self.panel.finishing = True
        self._drawer.show_panel(self.panel)
        self.panel.changed.emit()
        return True
