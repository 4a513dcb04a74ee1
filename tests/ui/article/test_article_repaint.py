"""Only what changed is painted anew, and the picture is the same as if all were: whatever is done, in any order."""

import random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage, QPainter, QRegion

from annotation_schema.model import Fragment

TEXT = "Storm hits coast\n\n" + "\n\n\n".join(
    " ".join(f"The mayor of Kyiv spoke of rain {n} and wind {n + i}, the governor of Odesa wrote." for i in range(n))
    for n in (1, 4, 9, 2, 3, 7, 1, 5)
)


class Painted(QObject):
    """Collects what is painted anew of a viewport."""

    def __init__(self, viewport):
        super().__init__()
        self.region = QRegion()
        viewport.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


def whole(viewport):
    image = QImage(viewport.size(), QImage.Format.Format_RGB32)
    viewport.render(image)
    return image


def steps(b, pane, show, rng):
    """Give things to do: each changes what is on screen a little."""
    length = len(TEXT)

    def stretch(most):
        start = rng.randrange(length - most)
        return start, start + rng.randrange(1, most)

    def tag():
        b.span(rng.choice(("CLAIM", "CLAIM", "ACTOR", "LOCATION")), Fragment(*stretch(rng.choice((8, 40, 300)))))
        show(b)
        pane.set_current(b.spans[-1].id, reveal=False)

    def suggest():
        # No claims: where the region cuts an upright dotted line, Qt sets its dots a part of a pixel differently.
        b.suggest(rng.choice(("LOCATION", "ACTOR")), Fragment(*stretch(60)))
        show(b)

    def remove():
        if b.spans:
            b.spans.remove(rng.choice(b.spans))
            show(b)

    def current():
        items = pane.item_ids()
        if items:
            pane.set_current(rng.choice([None, *items]), reveal=rng.random() < 0.3)

    return {
        "tag": tag,
        "suggest": suggest,
        "remove": remove,
        "current": current,
        "select": lambda: pane.select_range(*stretch(rng.choice((5, 200)))),
        "caret": lambda: pane.move_caret(rng.choice(("next-char", "next-line", "line-end", "previous-word"))),
        "place": lambda: pane.set_caret(rng.randrange(length)),
        "clear": pane.clear_selection,
        "hints": lambda: pane.set_hints(dict.fromkeys(pane.visible_items()[:3], "f")),
        "no hints": pane.clear_hints,
        "links": lambda: pane.set_links([(a, pane.item_ids()[-1], "who") for a in pane.item_ids()[:2]]),
        "no links": lambda: pane.set_links([]),
    }


@pytest.mark.parametrize("seed", range(3))
def test_what_is_painted_anew_is_all_that_changed(build, show, pane, settled, seed):
    rng = random.Random(seed)
    b = build(TEXT, "Storm hits coast")
    show(b)
    settled()
    viewport = pane.viewport()
    viewport.repaint()
    watch = Painted(viewport)
    screen, parts = whole(viewport), 0
    can = steps(b, pane, show, rng)
    for _ in range(70):
        watch.region = QRegion()
        name = rng.choice(list(can))
        can[name]()
        QCoreApplication.sendPostedEvents()
        region = QRegion(watch.region)
        if not region.isEmpty():
            painter = QPainter(screen)
            viewport.render(painter, region.boundingRect().topLeft(), region)
            painter.end()
            parts += region.boundingRect().height() < viewport.height() / 2
        expected = whole(viewport)
        assert screen == expected, name
    assert parts > 2


def test_a_caret_that_moves_within_a_line_has_a_few_lines_painted_anew(build, show, pane, settled):
    show(build(TEXT, "Storm hits coast"))
    settled()
    pane.set_caret(200)
    pane.viewport().repaint()
    watch = Painted(pane.viewport())
    pane.move_caret("next-char")
    QCoreApplication.sendPostedEvents()
    assert 0 < watch.region.boundingRect().height() < 200
